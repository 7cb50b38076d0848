//! What a team is at a moment: the fold of its changes, nothing else.

use crate::clinical::news2::News2Settings;
use crate::ehr::{EhrConnection, EhrLink};
use crate::field::{Field, Value};
use crate::identity::Identity;
use crate::{FieldId, ImportId, ListId, NoteId, PatientId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The format of a persisted snapshot of [`Team`]; a snapshot of another format is not used.
pub const SNAPSHOT_FORMAT: u32 = 2;

/// A team's state.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Team {
    /// The number of changes so far, and the sequence of the last.
    pub sequence: u64,
    /// IANA time zone of its days and shifts; empty before the team was founded.
    pub time_zone: String,
    /// How it is fed; none before the app was installed.
    pub mode: Option<Mode>,
    /// Who belongs to it.
    pub members: BTreeMap<UserId, Member>,
    /// Who belonged to it once: their names stand beside what they did.
    pub former_members: BTreeSet<UserId>,
    /// The schema, in its order.
    pub fields: Vec<Field>,
    /// The field that says where a patient is.
    pub place: Option<FieldId>,
    /// Every list, deleted ones included.
    pub lists: BTreeMap<ListId, List>,
    /// The list that opens first.
    pub default_list: Option<ListId>,
    /// Every patient, those on no list and merged ones included.
    pub patients: HashMap<PatientId, Patient>,
    /// Every import.
    pub imports: BTreeMap<ImportId, Import>,
    /// The connection to the hospital's record.
    pub ehr: Option<EhrConnection>,
    /// How scores are made, where an owner switched them on.
    pub news2: Option<News2Settings>,
}

/// How a team is fed.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The team types, pastes or imports its patients.
    Manual,
    /// The team searches its patients in the hospital's record.
    Ehr,
}

/// What a member may do.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads only.
    Guest,
    /// Reads and writes.
    Member,
    /// Also decides on members, locks and limits.
    Owner,
}

/// A member of the team.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// What they may do.
    pub role: Role,
    /// Since when they belong to the team.
    pub since: Timestamp,
    /// What groups of the organization last made them; none where somebody took them in by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_group: Option<Role>,
}

/// A list of patients.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Its name.
    pub name: String,
    /// The fields it shows after place and identity, in their order; archived ones are skipped when shown.
    pub columns: Vec<FieldId>,
    /// The order that everybody sees first.
    pub order: ListOrder,
    /// Members it is limited to; none means the whole team.
    pub members: Option<BTreeSet<UserId>>,
    /// Hidden, and by whom.
    pub deleted: Option<Trace>,
    /// Counts the changes that its readers see, without gaps.
    pub version: u64,
    /// Its patients, in the agreed order.
    pub rows: Vec<ListRow>,
    /// Who left it in the last seven days, oldest first.
    pub left: Vec<Left>,
}

/// How a list is ordered for everybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// By place, naturally.
    #[default]
    Place,
    /// As agreed by hand.
    Manual,
}

/// A patient on a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    /// Who.
    pub patient: PatientId,
    /// When they came, and through whom.
    pub added: Trace,
}

/// A patient who left a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Who.
    pub patient: PatientId,
    /// When, and through whom.
    pub removed: Trace,
}

/// Who did something, when, and at which sequence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Trace {
    /// The sequence of the change.
    pub sequence: u64,
    /// Who.
    pub by: UserId,
    /// When.
    #[schema(value_type = String)]
    pub at: Timestamp,
}

/// Where a patient's stay has come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PatientStatus {
    /// Will come.
    Expected,
    /// Is here.
    #[default]
    Present,
    /// Went home.
    Discharged,
    /// Went to another ward or hospital.
    Transferred,
    /// Died.
    Deceased,
}

/// A patient of the team.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Patient {
    /// Who they are.
    pub identity: Identity,
    /// The last change of the identity.
    pub identity_changed: Trace,
    /// Where their stay has come to.
    pub status: PatientStatus,
    /// The last change of the status.
    pub status_changed: Trace,
    /// The values, by field. One that was cleared stays as an empty cell.
    pub values: BTreeMap<FieldId, Cell>,
    /// The notes, oldest first.
    pub notes: Vec<Note>,
    /// What the round must not miss.
    pub highlights: Vec<HighlightMark>,
    /// The lists they are on, deleted ones included: the inverse of [`List::rows`].
    pub lists: BTreeSet<ListId>,
    /// Who last took them off a list.
    pub removed: Option<Trace>,
    /// The record that is kept in this one's place.
    pub merged: Option<Merged>,
    /// What this record took from duplicates.
    pub absorbed: Vec<Absorbed>,
    /// Whom of the hospital's record they are.
    pub ehr: Option<EhrLink>,
    /// Their SpO₂ is scored by scale 2: which clinician chose that, and when.
    pub scale_2: Option<Trace>,
}

/// A value, and how it came to be.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The value now.
    pub value: Option<Value>,
    /// Its last change; the sequence is the value's revision.
    pub changed: Trace,
    /// Two edits of different paragraphs became this text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub merged: bool,
    /// The value before the last change, for undoing and merging; none if there was no cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Box<Previous>>,
}

/// The value before the last change.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Previous {
    /// The value then.
    pub value: Option<Value>,
    /// Its revision.
    pub revision: u64,
}

/// A note on a patient.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The text now.
    pub text: String,
    /// Who wrote it first, and when.
    pub written: Trace,
    /// Its last change.
    pub changed: Trace,
    /// How many versions there are.
    pub versions: u32,
    /// Two edits of different paragraphs became this text.
    pub merged: bool,
    /// Hidden.
    pub deleted: bool,
    /// The text before the last edit, for merging.
    pub previous: Option<(String, u64)>,
}

/// A highlight on a patient or a value.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HighlightMark {
    /// Which value; absent means the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldId>,
    /// Why.
    pub reason: String,
    /// Who, and since when.
    #[serde(flatten)]
    pub set: Trace,
}

/// A record that was merged into another.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Merged {
    /// The record that is kept.
    pub into: PatientId,
    /// The lists it was on, to go back to.
    pub lists: BTreeSet<ListId>,
}

/// What a record took from a duplicate.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Absorbed {
    /// The duplicate.
    pub duplicate: PatientId,
    /// Lists it came onto.
    pub lists: Vec<ListId>,
    /// Fields it got a value of.
    pub fields: Vec<FieldId>,
    /// The sequence of the merge: a value changed since stays when they are parted.
    pub sequence: u64,
}

/// An import.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The list it went to.
    pub list: ListId,
    /// When, and by whom.
    pub done: Trace,
    /// Taken back.
    pub undone: bool,
    /// Fields it made.
    pub fields: Vec<FieldId>,
    /// Patients it made.
    pub added: Vec<PatientId>,
    /// Patients of the team that it put on the list.
    pub listed: Vec<PatientId>,
    /// Values of existing patients that it set, with their revisions.
    pub values: Vec<(PatientId, FieldId, u64)>,
}

impl Team {
    /// The field with that id, archived or not.
    pub fn find_field(&self, id: FieldId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The fields that a list shows now: the place, then its columns without archived ones.
    pub fn shown_fields<'a>(&'a self, list: &'a List) -> impl Iterator<Item = &'a Field> {
        self.place
            .iter()
            .chain(list.columns.iter().filter(|id| Some(**id) != self.place))
            .filter_map(|id| self.find_field(*id))
            .filter(|field| !field.archived)
    }

    /// The patient's link to the record that the team is connected to now.
    pub fn ehr_link(&self, patient: PatientId) -> Option<&EhrLink> {
        let connection = self.ehr.as_ref()?.id;
        let link = self.patients.get(&patient)?.ehr.as_ref()?;
        (link.connection == connection).then_some(link)
    }

    /// Patients that count towards the limit: merged ones do not.
    pub fn patient_count(&self) -> usize {
        self.patients
            .values()
            .filter(|p| p.merged.is_none())
            .count()
    }

    /// The record that is kept in this one's place, where it was merged; else itself.
    pub fn standing(&self, patient: PatientId) -> PatientId {
        let merged = self.patients.get(&patient).and_then(|p| p.merged.as_ref());
        merged.map_or(patient, |merged| merged.into)
    }

    /// The role of a user, where they are a member.
    pub fn find_role(&self, user: UserId) -> Option<Role> {
        self.members.get(&user).map(|member| member.role)
    }
}

impl List {
    /// Where a patient stands in the agreed order.
    pub fn position(&self, patient: PatientId) -> Option<usize> {
        self.rows.iter().position(|row| row.patient == patient)
    }
}

impl Patient {
    /// The value of a field now.
    pub fn value(&self, field: FieldId) -> Option<&Value> {
        self.values.get(&field).and_then(|cell| cell.value.as_ref())
    }
}
