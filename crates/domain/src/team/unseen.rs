//! What somebody else changed since I last looked (ward-safety, The list; CUI PAL-0880 to 0980).

use super::state::{List, Team, Trace};
use crate::ehr::RECORD;
use crate::{FieldId, ListId, PatientId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What one person has seen of a team: personal, not journalled.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SeenMarks {
    /// Of each list, the sequence up to which everything is seen.
    pub lists: BTreeMap<ListId, u64>,
    /// Of single things unmarked since, the sequence up to which they are seen.
    pub things: HashMap<String, u64>,
}

/// A thing that can be marked as changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum MarkedThing {
    /// A value.
    Value {
        /// Of whom.
        patient: PatientId,
        /// Which field.
        field: FieldId,
    },
    /// A patient's identity.
    Identity {
        /// Of whom.
        patient: PatientId,
    },
    /// A patient's status.
    Status {
        /// Of whom.
        patient: PatientId,
    },
    /// A note.
    Note {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: crate::NoteId,
    },
    /// A patient who came onto the list.
    Added {
        /// Who.
        patient: PatientId,
    },
    /// A patient who left the list.
    Removed {
        /// Who.
        patient: PatientId,
    },
}

/// Something that somebody else changed since.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
pub struct Unseen {
    /// What.
    pub thing: MarkedThing,
    /// Its last change.
    pub changed: Trace,
}

impl MarkedThing {
    /// The key of a personal mark.
    fn key(&self) -> String {
        match self {
            MarkedThing::Value { patient, field } => format!("v{patient}{field}"),
            MarkedThing::Identity { patient } => format!("i{patient}"),
            MarkedThing::Status { patient } => format!("s{patient}"),
            MarkedThing::Note { patient, note } => format!("n{patient}{note}"),
            MarkedThing::Added { patient } => format!("a{patient}"),
            MarkedThing::Removed { patient } => format!("r{patient}"),
        }
    }
}

impl SeenMarks {
    /// Marks one thing as seen up to a sequence.
    pub fn see(&mut self, thing: &MarkedThing, sequence: u64) {
        let seen = self.things.entry(thing.key()).or_default();
        *seen = sequence.max(*seen);
    }

    /// Marks a whole list as seen up to a sequence. Single marks at or below every list's are no longer needed.
    pub fn see_list(&mut self, list: ListId, sequence: u64) {
        let seen = self.lists.entry(list).or_default();
        *seen = sequence.max(*seen);
        let lowest = self.lists.values().copied().min().unwrap_or(0);
        self.things.retain(|_, seen| *seen > lowest);
    }

    fn has_seen(&self, list_seen: u64, thing: &MarkedThing, changed: Trace) -> bool {
        changed.sequence <= list_seen
            || self
                .things
                .get(&thing.key())
                .is_some_and(|seen| changed.sequence <= *seen)
    }
}

impl Team {
    /// What others changed on a list since a reader looked. A list never opened before has nothing unseen: its first opening marks
    /// it as seen.
    pub fn unseen(
        &self,
        reader: UserId,
        id: ListId,
        list: &List,
        marks: &SeenMarks,
        at: Timestamp,
    ) -> Vec<Unseen> {
        let Some(list_seen) = marks.lists.get(&id).copied() else {
            return Vec::new();
        };
        let archived: HashSet<FieldId> = self
            .fields
            .iter()
            .filter(|field| field.archived)
            .map(|field| field.id)
            .collect();
        let shown: HashSet<FieldId> = self.shown_fields(list).map(|field| field.id).collect();
        let mut unseen = Vec::new();
        let mut mark = |thing: MarkedThing, changed: Trace| {
            if changed.by != reader && !marks.has_seen(list_seen, &thing, changed) {
                unseen.push(Unseen { thing, changed });
            }
        };
        for row in &list.rows {
            let Some(state) = self.patients.get(&row.patient) else {
                continue;
            };
            let patient = row.patient;
            mark(MarkedThing::Added { patient }, row.added);
            if state.sensitive.is_some() && self.masks(reader, patient, at) {
                continue;
            }
            // What a patient came with is seen with their coming.
            let mut mark_since = |thing: MarkedThing, changed: Trace| {
                if changed.sequence > row.added.sequence {
                    mark(thing, changed);
                }
            };
            mark_since(MarkedThing::Identity { patient }, state.identity_changed);
            mark_since(MarkedThing::Status { patient }, state.status_changed);
            for (field, cell) in &state.values {
                // What the hospital's record says is marked where a list shows it, and once it differs from what it said before.
                let is_news = cell.changed.by != RECORD
                    || (shown.contains(field)
                        && cell.previous.as_ref().is_some_and(|p| p.value.is_some()));
                if is_news && !archived.contains(field) {
                    let field = *field;
                    mark_since(MarkedThing::Value { patient, field }, cell.changed);
                }
            }
            for note in self.notes(patient, state) {
                let (patient, id) = (note.patient, note.id);
                mark_since(MarkedThing::Note { patient, note: id }, note.changed);
            }
        }
        for left in &list.left {
            mark(
                MarkedThing::Removed {
                    patient: left.patient,
                },
                left.removed,
            );
        }
        unseen
    }
}
