//! Taking a whole import back.

use super::{Asker, fields};
use crate::rejection::{Rejection, Thing};
use crate::team::command::UndoImport;
use crate::team::event::{Event, FieldArchived, ImportUndone, PatientRemovedFromList, ValueSet};
use crate::team::state::{Import, Patient};
use crate::{FieldId, PatientId};
use std::collections::HashSet;

pub(super) fn undo(asker: &Asker<'_>, command: &UndoImport) -> Result<Vec<Event>, Rejection> {
    let import = asker.team.imports.get(&command.import);
    let import = import.filter(|i| asker.team.find_visible_list(asker.user, i.list).is_some());
    let import = import.ok_or(Rejection::NotFound {
        what: Thing::Import,
    })?;
    if import.undone {
        return Ok(vec![]);
    }
    // What would stay of an import that is half taken back is nobody's wish.
    let touched = import.added.iter().chain(&import.listed);
    for id in touched.chain(import.values.iter().map(|(id, _, _)| id)) {
        if let Err(refusal @ Rejection::BreakGlassRequired { .. }) = asker.record(*id) {
            return Err(refusal);
        }
    }
    let taken_back = values_taken_back(asker, import);
    let fields = fields_taken_back(asker, import, &taken_back);
    // Locked since, or imported by an owner: then it takes an owner to undo it.
    let changed = taken_back.iter().map(|event| event.field);
    for id in changed.chain(fields.iter().copied()) {
        if let Some(field) = asker.team.find_field(id) {
            fields::check_unlocked(asker, field)?;
        }
    }
    let is_listed = |id: &&PatientId| {
        let patient = asker.team.patients.get(id);
        patient.is_some_and(|p| p.lists.contains(&import.list))
    };
    let mut events = vec![Event::ImportUndone(ImportUndone {
        import: command.import,
        list: import.list,
    })];
    let brought = import.added.iter().chain(&import.listed);
    events.extend(brought.filter(is_listed).map(|id| {
        Event::PatientRemovedFromList(PatientRemovedFromList {
            patient: *id,
            list: import.list,
        })
    }));
    events.extend(taken_back.into_iter().map(Event::ValueSet));
    let archived = fields
        .into_iter()
        .map(|field| Event::FieldArchived(FieldArchived { field }));
    events.extend(archived);
    Ok(events)
}

/// Values of patients whom the team had already, where nobody changed them since. Those of patients whom the asker no longer sees
/// are not theirs to change.
fn values_taken_back(asker: &Asker<'_>, import: &Import) -> Vec<ValueSet> {
    let set = import.values.iter();
    set.filter_map(|(id, field, revision)| {
        let cell = asker.patient(*id).ok()?.values.get(field)?;
        (cell.changed.sequence == *revision).then(|| ValueSet {
            patient: *id,
            field: *field,
            value: cell.previous.as_ref().and_then(|p| p.value.clone()),
            merged: false,
            undo: true,
            from_record: false,
            import: None,
        })
    })
    .collect()
}

/// Fields that the import made and that hold nothing but what it brought to patients who leave with it.
fn fields_taken_back(asker: &Asker<'_>, import: &Import, taken_back: &[ValueSet]) -> Vec<FieldId> {
    let added: HashSet<PatientId> = import.added.iter().copied().collect();
    let emptied: HashSet<(PatientId, FieldId)> =
        taken_back.iter().map(|e| (e.patient, e.field)).collect();
    let leaves = |patient: &Patient| patient.lists.iter().all(|list| *list == import.list);
    let is_of_import = |id: &PatientId, patient: &Patient, field: FieldId| {
        let is_first = patient
            .values
            .get(&field)
            .is_some_and(|cell| cell.previous.is_none());
        emptied.contains(&(*id, field)) || (added.contains(id) && is_first && leaves(patient))
    };
    let is_used_by_others = |field: FieldId| {
        let mut patients = asker.team.patients.iter();
        patients.any(|(id, p)| p.value(field).is_some() && !is_of_import(id, p, field))
    };
    let made = import.fields.iter().copied();
    made.filter(|id| asker.team.find_field(*id).is_some_and(|f| !f.archived))
        .filter(|id| !is_used_by_others(*id))
        .collect()
}
