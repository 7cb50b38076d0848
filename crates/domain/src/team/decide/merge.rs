//! Merging two records of one person, and parting them again.

use super::{Asker, fields, patients};
use crate::rejection::{Rejection, Thing};
use crate::team::command::{MergePatients, UnmergePatients};
use crate::team::event::{
    Event, FieldValue, Highlighted, PatientAbsorbed, PatientMerged, PatientReleased,
    PatientResponsibleSet, PatientSensitiveSet, PatientUnmerged,
};
use crate::team::state::Patient;
use crate::{FieldId, ListId, PatientId, UserId};
use std::collections::BTreeSet;

pub(super) fn merge(asker: &Asker<'_>, command: &MergePatients) -> Result<Vec<Event>, Rejection> {
    let kept = asker.kept_patient(command.patient)?;
    let duplicate = asker.kept_patient(command.duplicate)?;
    if command.patient == command.duplicate {
        return Err(Rejection::Invalid {
            what: "duplicate".into(),
        });
    }
    // A record that others point to must stay one that is kept: chains of merges could not be undone one by one.
    if !duplicate.absorbed.is_empty() {
        return Err(Rejection::Invalid {
            what: "duplicate".into(),
        });
    }
    let lists: Vec<ListId> = duplicate.lists.difference(&kept.lists).copied().collect();
    // Each list's readers will see both records.
    let gained = lists
        .iter()
        .flat_map(|list| asker.team.wider_audience(kept, *list));
    let shared = kept
        .lists
        .iter()
        .flat_map(|list| asker.team.wider_audience(duplicate, *list));
    patients::confirm_users(gained.chain(shared), command.confirm_audience)?;
    // What the hospital's record says of somebody follows their own link to it.
    let is_from_record = |id: FieldId| {
        let field = asker.team.find_field(id);
        field.is_some_and(|field| field.kind.is_from_record())
    };
    let values: Vec<FieldValue> = duplicate
        .values
        .iter()
        .filter(|(field, _)| kept.value(**field).is_none() && !is_from_record(**field))
        .filter_map(|(field, cell)| {
            cell.value.clone().map(|value| FieldValue {
                field: *field,
                value,
            })
        })
        .collect();
    check_unlocked(asker, values.iter().map(|value| value.field))?;
    let mut events = protection(command.patient, kept, duplicate);
    events.extend([
        Event::PatientMerged(PatientMerged {
            patient: command.duplicate,
            into: command.patient,
        }),
        Event::PatientAbsorbed(PatientAbsorbed {
            patient: command.patient,
            duplicate: command.duplicate,
            lists,
            values,
        }),
    ]);
    // What the round must not miss stays in view, and stays when the records are parted.
    let missing = duplicate
        .highlights
        .iter()
        .filter(|mark| !kept.highlights.iter().any(|own| own.field == mark.field));
    events.extend(missing.map(|mark| {
        Event::Highlighted(Highlighted {
            patient: command.patient,
            field: mark.field,
            reason: mark.reason.clone(),
        })
    }));
    Ok(events)
}

/// What protects a duplicate protects the record that takes her notes, before it takes them. It stays when they are parted.
fn protection(id: PatientId, kept: &Patient, duplicate: &Patient) -> Vec<Event> {
    let mut events = Vec::new();
    if let (Some(mark), None) = (&duplicate.sensitive, &kept.sensitive) {
        events.push(Event::PatientSensitiveSet(PatientSensitiveSet {
            patient: id,
            sensitive: true,
            reason: mark.reason.clone(),
        }));
    }
    let users: BTreeSet<UserId> = kept
        .responsible
        .keys()
        .chain(duplicate.responsible.keys())
        .copied()
        .collect();
    if users.len() > kept.responsible.len() {
        events.push(Event::PatientResponsibleSet(PatientResponsibleSet {
            patient: id,
            users,
        }));
    }
    events
}

/// Values of locked fields take an owner, by merging and parting records, too.
fn check_unlocked(
    asker: &Asker<'_>,
    changed: impl Iterator<Item = FieldId>,
) -> Result<(), Rejection> {
    changed
        .filter_map(|id| asker.team.find_field(id))
        .try_for_each(|field| fields::check_unlocked(asker, field))
}

pub(super) fn unmerge(
    asker: &Asker<'_>,
    command: &UnmergePatients,
) -> Result<Vec<Event>, Rejection> {
    let kept = asker.kept_patient(command.patient)?;
    let absorbed = kept
        .absorbed
        .iter()
        .find(|a| a.duplicate == command.duplicate);
    let absorbed = absorbed.ok_or(Rejection::NotFound {
        what: Thing::Patient,
    })?;
    patients::check_patient_count(asker.team, 1)?;
    // What somebody changed since the merge stays.
    let is_unchanged = |field: &FieldId| {
        kept.values
            .get(field)
            .is_some_and(|cell| cell.changed.sequence == absorbed.sequence)
    };
    let is_still_there = |list: &ListId| {
        let rows = asker.team.lists.get(list).map(|list| list.rows.as_slice());
        rows.unwrap_or_default()
            .iter()
            .any(|row| row.patient == command.patient && row.added.sequence == absorbed.sequence)
    };
    let cleared: Vec<FieldId> = absorbed
        .fields
        .iter()
        .copied()
        .filter(is_unchanged)
        .collect();
    check_unlocked(asker, cleared.iter().copied())?;
    Ok(vec![
        Event::PatientReleased(PatientReleased {
            patient: command.patient,
            duplicate: command.duplicate,
            lists: absorbed
                .lists
                .iter()
                .copied()
                .filter(is_still_there)
                .collect(),
            fields: cleared,
        }),
        Event::PatientUnmerged(PatientUnmerged {
            patient: command.duplicate,
            from: command.patient,
        }),
    ])
}
