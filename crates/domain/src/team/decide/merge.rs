//! Merging two records of one person, and parting them again.

use super::{Asker, patients};
use crate::rejection::{Rejection, Thing};
use crate::team::command::{MergePatients, UnmergePatients};
use crate::team::event::{
    Event, FieldValue, PatientAbsorbed, PatientMerged, PatientReleased, PatientUnmerged,
};
use crate::{FieldId, ListId};

pub(super) fn merge(asker: &Asker<'_>, command: &MergePatients) -> Result<Vec<Event>, Rejection> {
    let kept = asker.patient(command.patient)?;
    let duplicate = asker.patient(command.duplicate)?;
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
    for list in &lists {
        patients::confirm_audience(asker.team, kept, *list, command.confirm_audience)?;
    }
    for list in &kept.lists {
        patients::confirm_audience(asker.team, duplicate, *list, command.confirm_audience)?;
    }
    let values = duplicate
        .values
        .iter()
        .filter(|(field, _)| kept.value(**field).is_none())
        .filter_map(|(field, cell)| {
            cell.value.clone().map(|value| FieldValue {
                field: *field,
                value,
            })
        })
        .collect();
    Ok(vec![
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
    ])
}

pub(super) fn unmerge(
    asker: &Asker<'_>,
    command: &UnmergePatients,
) -> Result<Vec<Event>, Rejection> {
    let kept = asker.patient(command.patient)?;
    let absorbed = kept
        .absorbed
        .iter()
        .find(|a| a.duplicate == command.duplicate);
    let absorbed = absorbed.ok_or(Rejection::NotFound {
        what: Thing::Patient,
    })?;
    let is_unchanged = |field: &FieldId| {
        kept.values
            .get(field)
            .is_some_and(|cell| cell.changed.sequence == absorbed.sequence)
    };
    Ok(vec![
        Event::PatientReleased(PatientReleased {
            patient: command.patient,
            duplicate: command.duplicate,
            lists: absorbed
                .lists
                .iter()
                .copied()
                .filter(|list| kept.lists.contains(list))
                .collect(),
            fields: absorbed
                .fields
                .iter()
                .copied()
                .filter(is_unchanged)
                .collect(),
        }),
        Event::PatientUnmerged(PatientUnmerged {
            patient: command.duplicate,
            from: command.patient,
        }),
    ])
}
