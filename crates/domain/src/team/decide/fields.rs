//! The team's patient schema.

use super::{Asker, Context};
use crate::field::{Field, FieldType, check_field_count, choice};
use crate::rejection::{Rejection, Thing};
use crate::team::command::{
    AddField, ArchiveField, LockField, MoveField, NewField, RenameField, RestoreField,
    SetFieldOptions,
};
use crate::team::event::{
    Event, FieldAdded, FieldArchived, FieldLocked, FieldMoved, FieldOptionsSet, FieldRenamed,
    FieldRestored, ListColumnsSet,
};
use crate::team::state::Role;
use crate::{FieldId, text};

pub(super) fn add(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: AddField,
) -> Result<Vec<Event>, Rejection> {
    check_field_count(asker.team.fields.len() + 1)?;
    let field = new_field(asker, context, command.field)?;
    let id = field.id;
    let mut events = vec![Event::FieldAdded(FieldAdded {
        field,
        import: None,
    })];
    if let Some(list) = command.list {
        let columns = asker
            .list(list)?
            .columns
            .iter()
            .copied()
            .chain([id])
            .collect();
        events.push(Event::ListColumnsSet(ListColumnsSet { list, columns }));
    }
    Ok(events)
}

/// A field whose name no other field in use has.
pub(super) fn new_field(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    new: NewField,
) -> Result<Field, Rejection> {
    let name = free_name(asker, &new.name, None)?;
    let kind = FieldType::new(new.kind, new.unit, new.options, new.source)?;
    Ok(Field {
        id: FieldId::new((context.fresh_id)()),
        name,
        kind,
        locked: false,
        archived: false,
    })
}

pub(super) fn rename(asker: &Asker<'_>, command: &RenameField) -> Result<Vec<Event>, Rejection> {
    let field = changeable(asker, command.field)?;
    let name = free_name(asker, &command.name, Some(command.field))?;
    if field.name == name {
        return Ok(vec![]);
    }
    Ok(vec![Event::FieldRenamed(FieldRenamed {
        field: command.field,
        name,
    })])
}

pub(super) fn move_after(asker: &Asker<'_>, command: &MoveField) -> Result<Vec<Event>, Rejection> {
    changeable(asker, command.field)?;
    if let Some(after) = command.after {
        asker
            .team
            .find_field(after)
            .ok_or(Rejection::NotFound { what: Thing::Field })?;
        if after == command.field {
            return Err(Rejection::Invalid {
                what: "after".into(),
            });
        }
    }
    Ok(vec![Event::FieldMoved(FieldMoved {
        field: command.field,
        after: command.after,
    })])
}

pub(super) fn archive(asker: &Asker<'_>, command: &ArchiveField) -> Result<Vec<Event>, Rejection> {
    let field = changeable(asker, command.field)?;
    if asker.team.place == Some(command.field) {
        return Err(Rejection::PlaceField);
    }
    if field.archived {
        return Ok(vec![]);
    }
    Ok(vec![Event::FieldArchived(FieldArchived {
        field: command.field,
    })])
}

pub(super) fn restore(asker: &Asker<'_>, command: &RestoreField) -> Result<Vec<Event>, Rejection> {
    let field = changeable(asker, command.field)?;
    if !field.archived {
        return Ok(vec![]);
    }
    free_name(asker, &field.name, Some(command.field))?;
    Ok(vec![Event::FieldRestored(FieldRestored {
        field: command.field,
    })])
}

pub(super) fn set_options(
    asker: &Asker<'_>,
    command: SetFieldOptions,
) -> Result<Vec<Event>, Rejection> {
    let field = changeable(asker, command.field)?;
    let current = field.kind.options().ok_or_else(|| Rejection::Invalid {
        what: "field".into(),
    })?;
    let options = choice::changed_options(current, command.options)?;
    if options == current {
        return Ok(vec![]);
    }
    Ok(vec![Event::FieldOptionsSet(FieldOptionsSet {
        field: command.field,
        options,
    })])
}

pub(super) fn lock(asker: &Asker<'_>, command: &LockField) -> Result<Vec<Event>, Rejection> {
    let field = changeable(asker, command.field)?;
    if field.locked == command.locked {
        return Ok(vec![]);
    }
    Ok(vec![Event::FieldLocked(FieldLocked {
        field: command.field,
        locked: command.locked,
    })])
}

/// A field that the asker may change: a locked one takes an owner.
fn changeable<'a>(asker: &Asker<'a>, id: FieldId) -> Result<&'a Field, Rejection> {
    let field = asker
        .team
        .find_field(id)
        .ok_or(Rejection::NotFound { what: Thing::Field })?;
    check_unlocked(asker, field)?;
    Ok(field)
}

/// Refuses everybody but owners at a locked field: its values and the field itself, on insert and by import, too.
pub(super) fn check_unlocked(asker: &Asker<'_>, field: &Field) -> Result<(), Rejection> {
    if field.locked && asker.role != Role::Owner {
        return Err(Rejection::FieldLocked { field: field.id });
    }
    Ok(())
}

fn free_name(asker: &Asker<'_>, name: &str, renamed: Option<FieldId>) -> Result<String, Rejection> {
    let name = text::label("name", name)?;
    let is_taken = asker
        .team
        .fields
        .iter()
        .any(|f| Some(f.id) != renamed && !f.archived && f.name == name);
    if is_taken {
        Err(Rejection::NameTaken {
            what: "name".into(),
        })
    } else {
        Ok(name)
    }
}
