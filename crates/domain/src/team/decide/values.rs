//! Values: setting, undoing, highlighting. Silent overwriting does not exist.

use super::{Asker, Context, fields};
use crate::field::{Field, FieldType, Surroundings, Value, long_text};
use crate::rejection::{Conflict, Content, Rejection, Thing};
use crate::team::command::{Highlight, NewValue, RemoveHighlight, SetValue, UndoValue};
use crate::team::event::{Event, FieldValue, HighlightRemoved, Highlighted, ValueSet};
use crate::team::state::Cell;
use crate::{FieldId, ItemId, text};
use std::collections::BTreeSet;

pub(super) fn set(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: &SetValue,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    let field = writable(asker, command.field)?;
    let cell = patient.values.get(&command.field);
    let current = cell.and_then(|cell| cell.value.as_ref());
    let value = parse(asker, context, field, &command.value, current)?;
    if value.as_ref() == current {
        return Ok(vec![]);
    }
    asker.check_base(command.based_on)?;
    let event = |value, merged| {
        vec![Event::ValueSet(ValueSet {
            patient: command.patient,
            field: command.field,
            value,
            merged,
            undo: false,
            from_record: false,
            import: None,
        })]
    };
    let Some(cell) = cell.filter(|cell| cell.changed.sequence > command.based_on) else {
        return Ok(event(value, false));
    };
    if let Some(text) = merged_text(field, cell, value.as_ref(), command.based_on) {
        let merged = Some(Value::Text(text));
        if merged == cell.value {
            return Ok(vec![]);
        }
        return Ok(event(merged, true));
    }
    Err(Rejection::Conflict(Box::new(Conflict {
        patient: command.patient,
        field: Some(command.field),
        note: None,
        theirs: Content::Value(cell.value.clone()),
        yours: Content::Value(value),
        by: cell.changed.by,
        at: cell.changed.at,
        revision: cell.changed.sequence,
    })))
}

/// Merges a long text where the edits touched different paragraphs. That needs the text both began from, which is known where
/// theirs was the only change since.
fn merged_text(field: &Field, cell: &Cell, mine: Option<&Value>, based_on: u64) -> Option<String> {
    let previous = cell
        .previous
        .as_ref()
        .filter(|previous| previous.revision <= based_on)?;
    match (
        &field.kind,
        previous.value.as_ref()?,
        cell.value.as_ref()?,
        mine?,
    ) {
        (FieldType::LongText, Value::Text(base), Value::Text(theirs), Value::Text(mine)) => {
            long_text::merge(base, theirs, mine)
        }
        _ => None,
    }
}

pub(super) fn undo(asker: &Asker<'_>, command: &UndoValue) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    writable(asker, command.field)?;
    let cell = patient
        .values
        .get(&command.field)
        .filter(|cell| cell.changed.by == asker.user);
    let cell = cell.ok_or(Rejection::NothingToUndo)?;
    let value = match &cell.previous {
        Some(previous) => previous.value.clone(),
        // It came with the patient: there was nothing before.
        None => None,
    };
    if value == cell.value {
        return Err(Rejection::NothingToUndo);
    }
    // Somebody named in the earlier value may have left the team since.
    if let Some(Value::Member(user)) = value
        && asker.team.find_role(user).is_none()
    {
        return Err(Rejection::NotFound {
            what: Thing::Member,
        });
    }
    Ok(vec![Event::ValueSet(ValueSet {
        patient: command.patient,
        field: command.field,
        value,
        merged: false,
        undo: true,
        from_record: false,
        import: None,
    })])
}

pub(super) fn highlight(asker: &Asker<'_>, command: &Highlight) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    if let Some(field) = command.field {
        writable(asker, field)?;
    }
    let reason = text::line("reason", &command.reason, 1_000)?;
    if reason.is_empty() {
        return Err(Rejection::Required {
            what: "reason".into(),
        });
    }
    if patient
        .highlights
        .iter()
        .any(|h| h.field == command.field && h.reason == reason)
    {
        return Ok(vec![]);
    }
    Ok(vec![Event::Highlighted(Highlighted {
        patient: command.patient,
        field: command.field,
        reason,
    })])
}

pub(super) fn remove_highlight(
    asker: &Asker<'_>,
    command: &RemoveHighlight,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    if let Some(field) = command.field.and_then(|id| asker.team.find_field(id)) {
        fields::check_unlocked(asker, field)?;
    }
    if !patient.highlights.iter().any(|h| h.field == command.field) {
        return Ok(vec![]);
    }
    Ok(vec![Event::HighlightRemoved(HighlightRemoved {
        patient: command.patient,
        field: command.field,
    })])
}

/// The values that a patient is added with; each field once.
pub(super) fn first(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    typed: &[NewValue],
) -> Result<Vec<FieldValue>, Rejection> {
    let mut seen = BTreeSet::new();
    let mut values = Vec::with_capacity(typed.len());
    for new in typed {
        let field = writable(asker, new.field)?;
        if !seen.insert(new.field) {
            return Err(Rejection::Invalid {
                what: "values".into(),
            });
        }
        if let Some(value) = parse(asker, context, field, &new.value, None)? {
            values.push(FieldValue {
                field: new.field,
                value,
            });
        }
    }
    Ok(values)
}

/// Reads a value by its field's type and the team.
pub(super) fn parse(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    field: &Field,
    json: &serde_json::Value,
    current: Option<&Value>,
) -> Result<Option<Value>, Rejection> {
    if field.kind.is_from_record() {
        return Err(Rejection::FromRecord { field: field.id });
    }
    let mut fresh_item_id = || ItemId::new((context.fresh_id)());
    let mut around = Surroundings {
        is_member: &|user| asker.team.find_role(user).is_some(),
        fresh_item_id: &mut fresh_item_id,
    };
    field.kind.parse(json, current, &mut around)
}

/// A field whose values the asker may change: there, not archived, and not locked to owners.
pub(super) fn writable<'a>(asker: &Asker<'a>, id: FieldId) -> Result<&'a Field, Rejection> {
    let field = asker.team.find_field(id).filter(|field| !field.archived);
    let field = field.ok_or(Rejection::NotFound { what: Thing::Field })?;
    fields::check_unlocked(asker, field)?;
    Ok(field)
}
