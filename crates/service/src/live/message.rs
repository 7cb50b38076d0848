//! The messages of a live connection, `GET /api/teams/{team}/live`.

use crate::ehr::EhrProblem;
use domain::access::Action;
use domain::team::view::{Cause, Change};
use domain::{CommandId, FieldId, ListId, PatientId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a client sends.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientMessage {
    /// Opens a list: from the version that the client holds, or anew.
    Open(Open),
    /// Closes a list.
    Close(Close),
    /// Says what this person edits right now.
    Presence(Editing),
}

impl ClientMessage {
    /// What the message takes of a member.
    pub const fn action(&self) -> Action {
        match self {
            ClientMessage::Open(_) | ClientMessage::Close(_) => Action::Read,
            ClientMessage::Presence(_) => Action::EditPatients,
        }
    }
}

/// Opens a list.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Which.
    pub list: ListId,
    /// The version that the client holds.
    #[serde(default)]
    pub version: Option<u64>,
}

/// Closes a list.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Which.
    pub list: ListId,
}

/// What somebody edits; without patient, nothing.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Editing {
    /// On which open list.
    pub list: ListId,
    /// Whose value.
    #[serde(default)]
    pub patient: Option<PatientId>,
    /// Which value.
    #[serde(default)]
    pub field: Option<FieldId>,
}

/// What the server sends.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServerMessage<'a> {
    /// The list is open at this version; changes since the client's version follow. With a snapshot, it replaces what the client holds.
    Opened(Opened<'a>),
    /// What happened, in order.
    Changes(Vec<ListChange<'a>>),
    /// What the client holds can no longer be brought up to date: read the list and open it again.
    Reopen(Reopen),
    /// Who has the list open, and what they edit.
    Presence(PresenceView),
    /// How fresh the list's columns are that are bound to the chart.
    Record(RecordState),
    /// What the reader may do has changed: `GET /api/me` says how.
    Me(Me),
    /// The list is not, or no longer, for this reader.
    Closed(Closed),
    /// A message could not be read, or names what is not open.
    Problem(Problem),
}

/// An opened list.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Opened<'a> {
    /// Which.
    pub list: ListId,
    /// Its version.
    pub version: u64,
    /// The list whole, as `GET …/lists/{list}` has it; absent where the client's version could be brought up to date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub snapshot: Option<&'a serde_json::value::RawValue>,
}

/// One change of an open list.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ListChange<'a> {
    /// Which list.
    pub list: ListId,
    /// Its version after the change: the last one + 1.
    pub version: u64,
    /// The command that caused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandId>,
    /// Who, when, and the team's sequence.
    #[serde(flatten)]
    pub cause: Cause,
    /// What.
    #[serde(flatten)]
    pub change: Change<'a>,
}

/// What the reader may do has changed.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct Me {}

/// A list to read and open again.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct Reopen {
    /// Which.
    pub list: ListId,
}

/// Who has a list open.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PresenceView {
    /// Which list.
    pub list: ListId,
    /// Who, the reader included; at most fifty.
    pub people: Vec<PersonPresence>,
    /// How many more.
    pub more: usize,
}

/// Somebody who has a list open.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PersonPresence {
    /// Who.
    pub user: UserId,
    /// What they edit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editing: Vec<EditedCell>,
}

/// A value that somebody edits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, utoipa::ToSchema)]
pub struct EditedCell {
    /// Of whom.
    pub patient: PatientId,
    /// Which; absent means the patient's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldId>,
}

/// How fresh the columns of an open list are that are bound to the chart.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct RecordState {
    /// Which list.
    pub list: ListId,
    /// When the charts were last read; null where they were not yet.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub as_of: Option<Timestamp>,
    /// Charts are being read just now.
    pub reading: bool,
    /// Patients of the team whose chart could not be read the last time.
    pub failed: usize,
    /// Why the record could not be asked the last time.
    pub problem: Option<EhrProblem>,
}

/// A list that is not open.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct Closed {
    /// Which.
    pub list: ListId,
    /// Why: `not_found` (not there, or not for this reader), `revoked` (no longer for this reader).
    pub code: &'static str,
}

/// What was wrong with a message.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[schema(as = LiveProblem)]
pub struct Problem {
    /// The stable code.
    pub code: &'static str,
    /// What would be right.
    pub detail: String,
}
