//! What one change does to an open list, for its readers: snapshot plus changes equals a fresh snapshot.

use super::event::Event;
use super::evolve::Stamp;
use super::state::{List, Team};
use super::view::{ListHeader, NoteView, RowView};
use crate::field::Wire;
use crate::{FieldId, ListId, NoteId, PatientId, UserId};
use serde::Serialize;

/// What one change does to an open list. A change to a value comes as that value; any other as the whole small thing.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Change<'a> {
    /// A value is another.
    Value {
        /// Of whom.
        patient: PatientId,
        /// Which field; it may be none of the list's columns.
        field: FieldId,
        /// The value.
        value: Wire<'a>,
        /// The text became of two edits.
        merged: bool,
    },
    /// A patient came, or is another.
    Row {
        /// The row.
        row: RowView<'a>,
        /// What changed.
        what: RowChange,
        /// The patient before them in the agreed order; null means first.
        after: Option<PatientId>,
    },
    /// A patient left.
    RowRemoved {
        /// Who.
        patient: PatientId,
    },
    /// A patient has another place in the agreed order.
    Moved {
        /// Who.
        patient: PatientId,
        /// The patient before them; null means first.
        after: Option<PatientId>,
    },
    /// A note came or is another.
    Note {
        /// Whose row shows it; the note says on which record it was written.
        patient: PatientId,
        /// The note.
        note: NoteView<'a>,
        /// How many notes there are now.
        notes: usize,
    },
    /// The list's name, order or limit is another.
    List {
        /// The list.
        header: ListHeader<'a>,
    },
    /// Members, schema or columns are others: read the team, and open the list again.
    Reload,
}

/// What changed of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowChange {
    /// The patient came onto the list.
    Added,
    /// The identity.
    Identity,
    /// The status.
    Status,
    /// A highlight.
    Highlight,
    /// Records were merged or parted.
    Merge,
    /// The link to the hospital's record, what that proposes, or how it is scored.
    Link,
}

impl Team {
    /// What an event that was just applied does to a list whose readers see it.
    pub fn change<'a>(&'a self, id: ListId, event: &'a Event) -> Change<'a> {
        let Some(list) = self.lists.get(&id) else {
            return Change::Reload;
        };
        let row = |patient: PatientId, what: RowChange| self.row_change(list, patient, what);
        match event {
            Event::ValueSet(e) if list.position(e.patient).is_some() => Change::Value {
                patient: e.patient,
                field: e.field,
                value: Wire(e.value.as_ref()),
                merged: e.merged,
            },
            Event::ValueSet(e) => Change::RowRemoved { patient: e.patient },
            Event::PatientAdded(e) => row(e.patient, RowChange::Added),
            Event::PatientAddedToList(e) => row(e.patient, RowChange::Added),
            Event::PatientMoved(e) => row(e.patient, RowChange::Added),
            Event::PatientRemovedFromList(e) => row(e.patient, RowChange::Added),
            Event::PatientEdited(e) => row(e.patient, RowChange::Identity),
            Event::PatientStatusSet(e) => row(e.patient, RowChange::Status),
            Event::Highlighted(e) => row(e.patient, RowChange::Highlight),
            Event::HighlightRemoved(e) => row(e.patient, RowChange::Highlight),
            Event::PatientMerged(e) => row(e.patient, RowChange::Merge),
            Event::PatientAbsorbed(e) => row(e.patient, RowChange::Merge),
            Event::PatientUnmerged(e) => row(e.patient, RowChange::Merge),
            Event::PatientReleased(e) => row(e.patient, RowChange::Merge),
            Event::Spo2ScaleSet(e) => row(e.patient, RowChange::Link),
            Event::PatientLinked(e) => row(e.patient, RowChange::Link),
            Event::PatientUnlinked(e) => row(e.patient, RowChange::Link),
            Event::EhrIdentityProposed(e) => row(e.patient, RowChange::Link),
            Event::EhrIdentityAnswered(e) => row(e.patient, RowChange::Link),
            Event::PatientReordered(e) => Change::Moved {
                patient: e.patient,
                after: predecessor(list, e.patient),
            },
            Event::NoteAdded(e) => self.note_change(e.patient, e.note),
            Event::NoteEdited(e) => self.note_change(e.patient, e.note),
            Event::NoteDeleted(e) => self.note_change(e.patient, e.note),
            Event::NoteRestored(e) => self.note_change(e.patient, e.note),
            Event::ListRenamed(_)
            | Event::ListOrderSet(_)
            | Event::ListMembersSet(_)
            | Event::DefaultListSet(_)
            | Event::ListDeleted(_)
            | Event::ListRestored(_)
            | Event::PatientsImported(_)
            | Event::ImportUndone(_) => Change::List {
                header: self.list_header(id, list),
            },
            Event::TeamFounded(_)
            | Event::AppInstalled(_)
            | Event::SchemaCreated(_)
            | Event::ListCreated(_)
            | Event::MemberAdded(_)
            | Event::MemberRemoved(_)
            | Event::MemberRoleSet(_)
            | Event::ListColumnsSet(_)
            | Event::EhrConnectionSet(_)
            | Event::EhrConnectionRemoved(_)
            | Event::News2Set(_)
            | Event::TimeZoneSet(_)
            | Event::FieldAdded(_)
            | Event::FieldRenamed(_)
            | Event::FieldMoved(_)
            | Event::FieldArchived(_)
            | Event::FieldRestored(_)
            | Event::FieldOptionsSet(_)
            | Event::FieldLocked(_) => Change::Reload,
        }
    }

    fn row_change<'a>(&'a self, list: &'a List, id: PatientId, what: RowChange) -> Change<'a> {
        match (list.position(id), self.patients.get(&id)) {
            (Some(_), Some(patient)) => {
                let fields: Vec<FieldId> = self.shown_fields(list).map(|field| field.id).collect();
                Change::Row {
                    row: self.row(&fields, id, patient),
                    what,
                    after: predecessor(list, id),
                }
            }
            _ => Change::RowRemoved { patient: id },
        }
    }

    /// A note's change, as the record shows it that is on the list: the one that the note's own was merged into, where it was.
    fn note_change(&self, written_on: PatientId, note: NoteId) -> Change<'_> {
        let patient = self.standing(written_on);
        let Some(shown) = self.patients.get(&patient) else {
            return Change::Reload;
        };
        let mut notes: Vec<NoteView<'_>> = self.notes(patient, shown).collect();
        let count = notes.iter().filter(|note| !note.deleted).count();
        match notes.iter().position(|view| view.id == note) {
            Some(index) => Change::Note {
                patient,
                note: notes.swap_remove(index),
                notes: count,
            },
            None => Change::Reload,
        }
    }
}

fn predecessor(list: &List, patient: PatientId) -> Option<PatientId> {
    let before = list.position(patient)?.checked_sub(1)?;
    list.rows.get(before).map(|row| row.patient)
}

/// What a change was caused by, beside the change itself.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct Cause {
    /// The team's sequence.
    pub sequence: u64,
    /// Who.
    pub by: UserId,
    /// When.
    #[schema(value_type = String)]
    pub at: jiff::Timestamp,
}

impl From<Stamp> for Cause {
    fn from(stamp: Stamp) -> Cause {
        Cause {
            sequence: stamp.sequence,
            by: stamp.actor,
            at: stamp.at,
        }
    }
}
