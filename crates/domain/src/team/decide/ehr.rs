//! The connection to the hospital's record, and whom of it a patient is.

use super::{Asker, Context, patients};
use crate::ehr::{EhrLink, taken_identity};
use crate::identity::Identity;
use crate::rejection::{DuplicateCandidate, Rejection};
use crate::team::command::{
    AddEhrPatient, AnswerEhrIdentity, FoundPatient, LinkPatient, RemoveEhrConnection,
    SetEhrConnection, UnlinkPatient,
};
use crate::team::event::{
    EhrConnectionRemoved, EhrConnectionSet, EhrIdentityAnswered, Event, PatientAdded,
    PatientEdited, PatientLinked, PatientUnlinked, ValueSet,
};
use crate::{EhrConnectionId, FieldId, PatientId, limits, text};

pub(super) fn set_connection(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: SetEhrConnection,
) -> Result<Vec<Event>, Rejection> {
    let name = text::label("name", &command.name)?;
    let url = checked_url(&command.url)?;
    let auth = command.auth.checked()?;
    let found = command
        .found
        .ok_or(Rejection::Invalid { what: "url".into() })?;
    let current = asker.team.ehr.as_ref();
    // Another address may be another record, whose ids name other people.
    let connection = match current.filter(|current| current.url == url) {
        Some(current) => current.id,
        None => EhrConnectionId::new((context.fresh_id)()),
    };
    let kept = current
        .filter(|current| current.url == url && current.auth.client_id() == auth.client_id())
        .and_then(|current| current.secret);
    let secret = match auth.needs_secret() {
        true => found.secret.or(kept),
        false => None,
    };
    if auth.needs_secret() && secret.is_none() {
        return Err(Rejection::Required {
            what: "client_secret".into(),
        });
    }
    Ok(vec![Event::EhrConnectionSet(EhrConnectionSet {
        connection,
        name,
        url,
        auth,
        secret,
        fhir_version: found.fhir_version,
    })])
}

/// A FHIR base: `http` or `https`, a host, no user, query or fragment; without the slash at its end.
pub fn checked_url(url: &str) -> Result<String, Rejection> {
    let invalid = || Rejection::Invalid { what: "url".into() };
    let url = text::line("url", url, limits::URL_CHARS)?;
    let url = url.trim_end_matches('/');
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .ok_or_else(invalid)?;
    let authority = rest.split('/').next().unwrap_or_default();
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '@' | '\\');
    match !authority.is_empty() && rest.chars().all(is_plain) {
        true => Ok(url.to_owned()),
        false => Err(invalid()),
    }
}

pub(super) fn remove_connection(
    asker: &Asker<'_>,
    _: &RemoveEhrConnection,
) -> Result<Vec<Event>, Rejection> {
    Ok(match asker.team.ehr {
        Some(_) => vec![Event::EhrConnectionRemoved(EhrConnectionRemoved {})],
        None => vec![],
    })
}

pub(super) fn add(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: AddEhrPatient,
) -> Result<Vec<Event>, Rejection> {
    asker.list(command.list)?;
    let connection = asker.team.ehr.as_ref().ok_or(Rejection::NotConnected)?.id;
    patients::check_patient_count(asker.team, 1)?;
    let found = checked(command.found)?;
    if !command.distinct {
        warn_of_link(asker, connection, &found.ehr_id, None)?;
        patients::warn_of_duplicates(asker, &found.identity)?;
    }
    let patient = PatientId::new((context.fresh_id)());
    Ok(vec![
        Event::PatientAdded(PatientAdded {
            patient,
            list: command.list,
            identity: found.identity.clone(),
            status: command.status,
            values: vec![],
            import: None,
        }),
        Event::PatientLinked(PatientLinked {
            patient,
            connection,
            ehr_id: found.ehr_id,
            identity: found.identity,
        }),
    ])
}

pub(super) fn link(asker: &Asker<'_>, command: LinkPatient) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    let connection = asker.team.ehr.as_ref().ok_or(Rejection::NotConnected)?.id;
    let found = checked(command.found)?;
    if is_linked_to(patient.ehr.as_ref(), connection, &found.ehr_id) {
        return Ok(vec![]);
    }
    warn_of_link(asker, connection, &found.ehr_id, Some(command.patient))?;
    if !command.confirm_identity {
        return Err(Rejection::ConfirmIdentity {
            ours: Box::new(patient.identity.clone()),
            record: Box::new(found.identity),
        });
    }
    let mut events = shown_no_more(asker, command.patient);
    events.push(Event::PatientLinked(PatientLinked {
        patient: command.patient,
        connection,
        ehr_id: found.ehr_id,
        identity: found.identity,
    }));
    Ok(events)
}

pub(super) fn unlink(asker: &Asker<'_>, command: &UnlinkPatient) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    if patient.ehr.is_none() {
        return Ok(vec![]);
    }
    let mut events = shown_no_more(asker, command.patient);
    events.push(Event::PatientUnlinked(PatientUnlinked {
        patient: command.patient,
    }));
    Ok(events)
}

pub(super) fn answer_identity(
    asker: &Asker<'_>,
    command: &AnswerEhrIdentity,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    let link = patient.ehr.as_ref().ok_or(Rejection::NotLinked)?;
    let Some(proposed) = link.proposed.clone() else {
        return Ok(vec![]);
    };
    let mut events = Vec::new();
    if command.take {
        let identity = taken_identity(&proposed.identity, &patient.identity);
        if identity != patient.identity {
            events.push(Event::PatientEdited(PatientEdited {
                patient: command.patient,
                identity,
            }));
        }
    }
    events.push(Event::EhrIdentityAnswered(EhrIdentityAnswered {
        patient: command.patient,
        proposed,
        taken: command.take,
    }));
    Ok(events)
}

/// What the record says of somebody, within the limits of an identity.
fn checked(found: Option<FoundPatient>) -> Result<FoundPatient, Rejection> {
    let found = found.ok_or(Rejection::NotConnected)?;
    let identity: Identity = found.identity.checked()?;
    Ok(FoundPatient { identity, ..found })
}

/// What columns bound to the chart showed of a patient goes with the link: it was said of that person of the record.
fn shown_no_more(asker: &Asker<'_>, id: PatientId) -> Vec<Event> {
    let Some(patient) = asker.team.patients.get(&id) else {
        return vec![];
    };
    let is_shown = |field: &FieldId| {
        patient.value(*field).is_some()
            && asker
                .team
                .find_field(*field)
                .is_some_and(|field| field.kind.is_from_record())
    };
    let cleared = |field: &FieldId| {
        Event::ValueSet(ValueSet {
            patient: id,
            field: *field,
            value: None,
            merged: false,
            undo: false,
            from_record: true,
            import: None,
        })
    };
    patient
        .values
        .keys()
        .filter(|field| is_shown(field))
        .map(cleared)
        .collect()
}

fn is_linked_to(link: Option<&EhrLink>, connection: EhrConnectionId, ehr_id: &str) -> bool {
    link.is_some_and(|link| link.connection == connection && link.ehr_id == ehr_id)
}

/// Asks whether another patient of the team is this one of the record already. Of one whom the asker does not see, or
/// who is protected from them, only that there is one.
fn warn_of_link(
    asker: &Asker<'_>,
    connection: EhrConnectionId,
    ehr_id: &str,
    but: Option<PatientId>,
) -> Result<(), Rejection> {
    let same = asker.team.patients.iter().find(|(id, patient)| {
        Some(**id) != but
            && patient.merged.is_none()
            && is_linked_to(patient.ehr.as_ref(), connection, ehr_id)
    });
    let Some((id, _)) = same else {
        return Ok(());
    };
    let seen = asker.record(*id).ok();
    Err(Rejection::PossibleDuplicate {
        hidden: seen.is_none(),
        patients: seen
            .map(|patient| DuplicateCandidate {
                id: *id,
                identity: patient.identity.clone(),
                lists: patients::visible_lists(asker.team, asker.user, patient),
            })
            .into_iter()
            .collect(),
    })
}
