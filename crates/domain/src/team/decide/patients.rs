//! Patients, their identity, and the lists they are on.

use super::{Asker, Context, values};
use crate::identity::Identity;
use crate::rejection::{Conflict, Content, DuplicateCandidate, Rejection, Thing};
use crate::team::command::{
    AddPatient, AddPatientToList, EditPatient, MovePatient, RemovePatientFromList, ReorderPatient,
    SetPatientStatus,
};
use crate::team::event::{
    Event, PatientAdded, PatientAddedToList, PatientEdited, PatientMoved, PatientRemovedFromList,
    PatientReordered, PatientStatusSet,
};
use crate::team::state::{List, Patient, Team};
use crate::{ListId, PatientId, UserId, limits};
use std::collections::BTreeSet;

pub(super) fn add(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: AddPatient,
) -> Result<Vec<Event>, Rejection> {
    asker.list(command.list)?;
    check_patient_count(asker.team, 1)?;
    let identity = command.identity.checked()?;
    if !command.distinct {
        warn_of_duplicates(asker, &identity)?;
    }
    let values = values::first(asker, context, &command.values)?;
    let patient = PatientId::new((context.fresh_id)());
    Ok(vec![Event::PatientAdded(PatientAdded {
        patient,
        list: command.list,
        identity,
        status: command.status,
        values,
        import: None,
    })])
}

pub(super) fn edit(asker: &Asker<'_>, command: EditPatient) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    let identity = command.identity.checked()?;
    if identity == patient.identity {
        return Ok(vec![]);
    }
    asker.check_base(command.based_on)?;
    let changed = patient.identity_changed;
    if changed.sequence > command.based_on {
        return Err(Rejection::Conflict(Box::new(Conflict {
            patient: command.patient,
            field: None,
            note: None,
            theirs: Content::Identity(Box::new(patient.identity.clone())),
            yours: Content::Identity(Box::new(identity)),
            by: changed.by,
            at: changed.at,
            revision: changed.sequence,
        })));
    }
    Ok(vec![Event::PatientEdited(PatientEdited {
        patient: command.patient,
        identity,
    })])
}

pub(super) fn add_to_list(
    asker: &Asker<'_>,
    command: &AddPatientToList,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    let patient = placeable(asker, command.patient, list)?;
    if patient.lists.contains(&command.list) {
        return Ok(vec![]);
    }
    confirm_audience(asker.team, patient, command.list, command.confirm_audience)?;
    Ok(vec![Event::PatientAddedToList(PatientAddedToList {
        patient: command.patient,
        list: command.list,
        import: None,
    })])
}

pub(super) fn move_to(asker: &Asker<'_>, command: &MovePatient) -> Result<Vec<Event>, Rejection> {
    asker.list(command.from)?;
    let patient = placeable(asker, command.patient, asker.list(command.to)?)?;
    if !patient.lists.contains(&command.from) {
        return Err(Rejection::NotFound {
            what: Thing::Patient,
        });
    }
    if patient.lists.contains(&command.to) {
        return Err(Rejection::AlreadyOnList { list: command.to });
    }
    confirm_audience(asker.team, patient, command.to, command.confirm_audience)?;
    Ok(vec![Event::PatientMoved(PatientMoved {
        patient: command.patient,
        from: command.from,
        to: command.to,
    })])
}

pub(super) fn remove_from_list(
    asker: &Asker<'_>,
    command: &RemovePatientFromList,
) -> Result<Vec<Event>, Rejection> {
    asker.list(command.list)?;
    let patient = asker.patient(command.patient)?;
    if !patient.lists.contains(&command.list) {
        return Ok(vec![]);
    }
    Ok(vec![Event::PatientRemovedFromList(
        PatientRemovedFromList {
            patient: command.patient,
            list: command.list,
        },
    )])
}

pub(super) fn reorder(
    asker: &Asker<'_>,
    command: &ReorderPatient,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    let from = list.position(command.patient).ok_or(Rejection::NotFound {
        what: Thing::Patient,
    })?;
    asker.patient(command.patient)?;
    let stands_after = from
        .checked_sub(1)
        .and_then(|before| list.rows.get(before))
        .map(|row| row.patient);
    if let Some(after) = command.after {
        list.position(after).ok_or(Rejection::NotFound {
            what: Thing::Patient,
        })?;
        if after == command.patient {
            return Err(Rejection::Invalid {
                what: "after".into(),
            });
        }
    }
    if stands_after == command.after {
        return Ok(vec![]);
    }
    Ok(vec![Event::PatientReordered(PatientReordered {
        list: command.list,
        patient: command.patient,
        after: command.after,
    })])
}

pub(super) fn set_status(
    asker: &Asker<'_>,
    command: &SetPatientStatus,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    if patient.status == command.status {
        return Ok(vec![]);
    }
    Ok(vec![Event::PatientStatusSet(PatientStatusSet {
        patient: command.patient,
        status: command.status,
    })])
}

/// Refuses more patients than a team may hold.
pub(super) fn check_patient_count(team: &Team, more: usize) -> Result<(), Rejection> {
    if team.patient_count() + more > limits::PATIENTS {
        return Err(Rejection::TooMany {
            what: "patients".into(),
            limit: limits::PATIENTS,
        });
    }
    Ok(())
}

/// A patient whom the asker may put on a list. One that is limited shows a protected patient whole to those named on it.
pub(super) fn placeable<'a>(
    asker: &Asker<'a>,
    id: PatientId,
    list: &List,
) -> Result<&'a Patient, Rejection> {
    match list.members {
        Some(_) => asker.kept_patient(id),
        None => asker.patient(id),
    }
}

/// Asks whether somebody is a patient whom the team has already, under the identity of a merged record, too. Of patients on lists
/// that the asker does not see, and of those who are protected from them, only that there is one.
pub(super) fn warn_of_duplicates(asker: &Asker<'_>, identity: &Identity) -> Result<(), Rejection> {
    let (team, user) = (asker.team, asker.user);
    let mut hidden = false;
    let mut patients: Vec<DuplicateCandidate> = Vec::new();
    let alike = team
        .patients
        .iter()
        .filter(|(_, patient)| patient.identity.may_be(identity))
        .map(|(id, _)| team.standing(*id));
    for id in alike.collect::<BTreeSet<_>>() {
        match team.open_patient(user, id, asker.at) {
            Ok(patient) => patients.push(DuplicateCandidate {
                id,
                identity: patient.identity.clone(),
                lists: visible_lists(team, user, patient),
            }),
            Err(_) => hidden = true,
        }
    }
    if patients.is_empty() && !hidden {
        return Ok(());
    }
    Err(Rejection::PossibleDuplicate { patients, hidden })
}

pub(super) fn visible_lists(team: &Team, user: UserId, patient: &Patient) -> Vec<ListId> {
    patient
        .lists
        .iter()
        .copied()
        .filter(|list| team.find_visible_list(user, *list).is_some())
        .collect()
}

/// Asks before people see a patient of limited lists who do not see them now.
pub(super) fn confirm_audience(
    team: &Team,
    patient: &Patient,
    list: ListId,
    is_confirmed: bool,
) -> Result<(), Rejection> {
    confirm_users(team.wider_audience(patient, list), is_confirmed)
}

/// Asks before these people see a patient whom they do not see now.
pub(super) fn confirm_users(
    users: impl IntoIterator<Item = UserId>,
    is_confirmed: bool,
) -> Result<(), Rejection> {
    let users: BTreeSet<UserId> = users.into_iter().collect();
    if users.is_empty() || is_confirmed {
        return Ok(());
    }
    Err(Rejection::WiderAudience {
        users: users.into_iter().collect(),
    })
}
