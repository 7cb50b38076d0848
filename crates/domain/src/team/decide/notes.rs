//! Notes: every version is kept.

use super::{Asker, Context};
use crate::field::long_text;
use crate::rejection::{Conflict, Content, Rejection, Thing};
use crate::team::command::{AddNote, DeleteNote, EditNote, RestoreNote};
use crate::team::event::{Event, NoteAdded, NoteDeleted, NoteEdited, NoteRestored};
use crate::team::state::Note;
use crate::{NoteId, PatientId, limits, text};

pub(super) fn add(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: &AddNote,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    let text = checked_text(&command.text)?;
    if patient.notes.len() >= limits::NOTES {
        return Err(Rejection::TooMany {
            what: "notes".into(),
            limit: limits::NOTES,
        });
    }
    let note = NoteId::new((context.fresh_id)());
    Ok(vec![Event::NoteAdded(NoteAdded {
        patient: command.patient,
        note,
        text,
    })])
}

pub(super) fn edit(asker: &Asker<'_>, command: &EditNote) -> Result<Vec<Event>, Rejection> {
    let note = find(asker, command.patient, command.note)?;
    let text = checked_text(&command.text)?;
    if note.deleted {
        return Err(Rejection::NotFound { what: Thing::Note });
    }
    if text == note.text {
        return Ok(vec![]);
    }
    let event = |text, merged| {
        vec![Event::NoteEdited(NoteEdited {
            patient: command.patient,
            note: command.note,
            text,
            merged,
        })]
    };
    asker.check_base(command.based_on)?;
    if note.changed.sequence <= command.based_on {
        return Ok(event(text, false));
    }
    let base = note
        .previous
        .as_ref()
        .filter(|(_, revision)| *revision <= command.based_on);
    match base.and_then(|(base, _)| long_text::merge(base, &note.text, &text)) {
        Some(merged) if merged == note.text => return Ok(vec![]),
        Some(merged) => return Ok(event(merged, true)),
        None => {}
    }
    Err(Rejection::Conflict(Box::new(Conflict {
        patient: command.patient,
        field: None,
        note: Some(command.note),
        theirs: Content::Note(note.text.clone()),
        yours: Content::Note(text),
        by: note.changed.by,
        at: note.changed.at,
        revision: note.changed.sequence,
    })))
}

pub(super) fn delete(asker: &Asker<'_>, command: &DeleteNote) -> Result<Vec<Event>, Rejection> {
    if find(asker, command.patient, command.note)?.deleted {
        return Ok(vec![]);
    }
    Ok(vec![Event::NoteDeleted(NoteDeleted {
        patient: command.patient,
        note: command.note,
    })])
}

pub(super) fn restore(asker: &Asker<'_>, command: &RestoreNote) -> Result<Vec<Event>, Rejection> {
    if !find(asker, command.patient, command.note)?.deleted {
        return Ok(vec![]);
    }
    Ok(vec![Event::NoteRestored(NoteRestored {
        patient: command.patient,
        note: command.note,
    })])
}

fn find<'a>(asker: &Asker<'a>, patient: PatientId, note: NoteId) -> Result<&'a Note, Rejection> {
    let notes = &asker.record(patient)?.notes;
    notes
        .iter()
        .find(|n| n.id == note)
        .ok_or(Rejection::NotFound { what: Thing::Note })
}

fn checked_text(typed: &str) -> Result<String, Rejection> {
    let text = text::lines("text", typed, limits::TEXT_CHARS)?;
    if text.is_empty() {
        Err(Rejection::Required {
            what: "text".into(),
        })
    } else {
        Ok(text)
    }
}
