//! What one change does to an open list, for its readers: snapshot plus changes equals a fresh snapshot.

use super::event::Event;
use super::evolve::Stamp;
use super::state::{List, Team};
use super::view::{ListHeader, NoteView, RowView};
use crate::field::Wire;
use crate::{FieldId, ListId, NoteId, PatientId, UserId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// Something of a protected patient that this reader does not see.
    Hidden,
}

/// What readers hear from whom a patient is protected.
pub struct MaskedChange<'a> {
    /// What they hear.
    pub change: Change<'a>,
    /// Who hears the whole change instead.
    pub insiders: BTreeSet<UserId>,
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
    /// Whether the patient is protected, or from whom.
    Protection,
    /// Who is responsible.
    Responsible,
}

impl Team {
    /// What an event that was just applied does to a list whose readers see it.
    pub fn change<'a>(&'a self, id: ListId, event: &'a Event) -> Change<'a> {
        let Some(list) = self.lists.get(&id) else {
            return Change::Reload;
        };
        let row = |patient: PatientId, what: RowChange| self.row_change(list, patient, what);
        // Who is named on another list sees a protected patient whole.
        let placed = |patient: PatientId, on: [ListId; 2]| match on.contains(&id) {
            true => row(patient, RowChange::Added),
            false => row(patient, RowChange::Protection),
        };
        match event {
            Event::ValueSet(e) if list.position(e.patient).is_some() => Change::Value {
                patient: e.patient,
                field: e.field,
                value: Wire(e.value.as_ref()),
                merged: e.merged,
            },
            Event::ValueSet(e) => Change::RowRemoved { patient: e.patient },
            Event::PatientAdded(e) => row(e.patient, RowChange::Added),
            Event::PatientAddedToList(e) => placed(e.patient, [e.list; 2]),
            Event::PatientMoved(e) => placed(e.patient, [e.from, e.to]),
            Event::PatientRemovedFromList(e) => placed(e.patient, [e.list; 2]),
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
            Event::PatientSensitiveSet(e) => row(e.patient, RowChange::Protection),
            Event::PatientResponsibleSet(e) => row(e.patient, RowChange::Responsible),
            Event::GlassBroken(e) => row(e.patient, RowChange::Protection),
            Event::BreakGlassReviewed(_) => Change::Hidden,
            // Others are named, so others see its protected patients whole: here, and on their other lists.
            Event::ListMembersSet(e)
                if e.list != id || self.sensitive_rows(list).next().is_some() =>
            {
                Change::Reload
            }
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

    /// What an event that was just applied does to a list for readers from whom its patient is protected, and who they are not; none
    /// where everybody hears the same.
    pub fn masked_change<'a>(
        &'a self,
        id: ListId,
        event: &'a Event,
        at: Timestamp,
    ) -> Option<MaskedChange<'a>> {
        // Others see no more than before, and are not told who opened whom.
        if let Event::GlassBroken(e) = event {
            let glass = self.broken_glasses.iter().find(|g| g.id == e.access)?;
            return Some(MaskedChange {
                change: Change::Hidden,
                insiders: BTreeSet::from([glass.broken.by]),
            });
        }
        let standing = self.standing(event.subject().patient?);
        let patient = self.patients.get(&standing)?;
        patient.sensitive.as_ref()?;
        let change = match self.change(id, event) {
            Change::Value {
                patient,
                field,
                value,
                ..
            } if Some(field) == self.place => Change::Value {
                patient,
                field,
                value,
                merged: false,
            },
            Change::Value { .. }
            | Change::Note { .. }
            | Change::Row {
                what: RowChange::Highlight | RowChange::Link,
                ..
            } => Change::Hidden,
            Change::Row { what, after, .. } => {
                let shown = self.shown_fields(self.lists.get(&id)?);
                let fields: Vec<FieldId> = shown.map(|field| field.id).collect();
                Change::Row {
                    row: self.masked_row(&fields, standing, patient),
                    what,
                    after,
                }
            }
            Change::RowRemoved { .. }
            | Change::Moved { .. }
            | Change::List { .. }
            | Change::Reload
            | Change::Hidden => return None,
        };
        Some(MaskedChange {
            change,
            insiders: self.insiders(standing, patient, at),
        })
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
    /// Who; absent where the change is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// When.
    #[schema(value_type = String)]
    pub at: Timestamp,
}

impl From<Stamp> for Cause {
    fn from(stamp: Stamp) -> Cause {
        Cause {
            sequence: stamp.sequence,
            by: Some(stamp.actor),
            at: stamp.at,
        }
    }
}
