//! Why a command is refused: a closed set, without HTTP and without prose. The interface words each in the reader's language.

use crate::field::{Value, Wire, choice::OptionId};
use crate::identity::Identity;
use crate::{FieldId, ListId, NoteId, PatientId, UserId};
use jiff::Timestamp;
use serde::{Serialize, Serializer};

/// Why a command had no effect. On the wire it is the problem detail's `code` with its parameters.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Rejection {
    /// It does not exist, or is not for this user to know of: the two are told alike.
    NotFound {
        /// What was named.
        what: Thing,
    },
    /// The user's role does not allow it.
    NotPermitted {
        /// What it takes.
        needs: Need,
    },
    /// The user's policy does not allow it, whatever their role.
    PolicyForbids {
        /// What.
        what: Forbidden,
    },
    /// A policy that is assigned cannot be deleted: assign another first.
    PolicyInUse,
    /// Another group has this rank already: one of the two must come first.
    RankTaken {
        /// The rank.
        rank: u16,
    },
    /// Somebody else has this identity or external id already.
    IdentityTaken {
        /// Which part of the command.
        what: String,
    },
    /// Somebody else changed the value since the edit began; both are here, and a person decides.
    Conflict(Box<Conflict>),
    /// The team may have this patient already: the same person, or not? Say which.
    PossibleDuplicate {
        /// Patients that the user may see.
        patients: Vec<DuplicateCandidate>,
        /// Another patient of the team, on a list that the user may not see: ask an owner.
        hidden: bool,
    },
    /// The patient would be seen by people who do not see them now; confirm with `confirm_audience`.
    WiderAudience {
        /// Who would.
        users: Vec<UserId>,
    },
    /// A text is too long.
    TextTooLong {
        /// Which part of the command.
        what: String,
        /// Characters allowed.
        limit: usize,
        /// Characters given.
        length: usize,
    },
    /// A text has a control character, which could not be shown.
    ControlCharacter {
        /// Which part of the command.
        what: String,
        /// The character, as `U+0000`.
        character: String,
    },
    /// A part that is needed is missing or empty.
    Required {
        /// Which part of the command.
        what: String,
    },
    /// There would be more than a team may hold.
    TooMany {
        /// Of what.
        what: String,
        /// How many are allowed.
        limit: usize,
    },
    /// The name is used already.
    NameTaken {
        /// Which part of the command.
        what: String,
    },
    /// A value does not have the form that its field's type asks for.
    WrongValueType {
        /// The form that is right.
        expected: String,
    },
    /// A choice field has no such option, or no longer offers it.
    UnknownOption {
        /// The option named.
        option: OptionId,
    },
    /// The field is locked: only owners change its values.
    FieldLocked {
        /// The field.
        field: FieldId,
    },
    /// The team has not installed the app yet.
    NotInstalled,
    /// The team has installed the app already.
    AlreadyInstalled,
    /// A team keeps at least one owner.
    LastOwner,
    /// They belong to the team by a group of the organization: an administrator changes the group.
    MemberByGroup,
    /// The organization keeps at least one administrator who can sign in.
    LastAdministrator,
    /// The default list cannot be deleted or limited: choose another default first.
    DefaultList,
    /// The place field cannot be archived: place and identity are always in view.
    PlaceField,
    /// The patient is on that list already.
    AlreadyOnList {
        /// The list.
        list: ListId,
    },
    /// There is nothing of one's own to undo here, or somebody changed it since.
    NothingToUndo,
    /// A part of the command contradicts another, or the state that it meets.
    Invalid {
        /// Which part of the command.
        what: String,
    },
    /// A search of the record needs a number, or at least three of family name, given name, birth date and sex, the birth date among them.
    SearchTooWide,
    /// Somebody who searches the record this often says why.
    ReasonRequired {
        /// Searches.
        searches: usize,
        /// Within so many minutes.
        minutes: i64,
    },
    /// The column shows what the record says; nobody types into it.
    FromRecord {
        /// The field.
        field: FieldId,
    },
    /// The team is not connected to a record: an owner sets the connection first.
    NotConnected,
    /// The patient is not linked to the record.
    NotLinked,
    /// Are the two one person? Confirm with `confirm_identity`.
    ConfirmIdentity {
        /// The team's patient.
        ours: Box<Identity>,
        /// The record's.
        record: Box<Identity>,
    },
    /// The command id is older than the days that ids are kept.
    CommandTooOld {
        /// How many days.
        days: i64,
    },
    /// The command id was used for another command.
    CommandIdReused,
}

/// Both sides of a change that came too late.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Conflict {
    /// The patient.
    pub patient: PatientId,
    /// The field; absent where the patient's identity or a note is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldId>,
    /// The note, where one is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// What is there now: a value, a note's text or an identity.
    pub theirs: Content,
    /// What was refused.
    pub yours: Content,
    /// Who changed it.
    pub by: UserId,
    /// When.
    #[schema(value_type = String)]
    pub at: Timestamp,
    /// What to base a new decision on.
    pub revision: u64,
}

/// What a command or address named that is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A team.
    Team,
    /// A list.
    List,
    /// A patient.
    Patient,
    /// A field.
    Field,
    /// A note.
    Note,
    /// A member of the team.
    Member,
    /// A user of the organization.
    User,
    /// A group of users.
    Group,
    /// A policy of the organization.
    Policy,
    /// An import.
    Import,
}

/// What an action takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Any member but a guest.
    Member,
    /// An owner of the team.
    Owner,
    /// An administrator of the organization.
    Administrator,
    /// An auditor of the organization.
    Auditor,
}

/// What a policy forbids.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Forbidden {
    /// Using the app at all.
    Use,
    /// Installing the app in a team in which one is no owner.
    Install,
    /// A team without a record.
    ManualMode,
    /// A team with the hospital's record.
    EhrMode,
    /// Taking data out: export, copy, print.
    Export,
}

/// A patient who may be the one that is being added.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DuplicateCandidate {
    /// The patient.
    pub id: PatientId,
    /// Their identity, to compare.
    pub identity: Identity,
    /// The lists they are on, of those that the user sees.
    pub lists: Vec<ListId>,
}

/// One side of a conflict.
#[derive(Clone, PartialEq)]
pub enum Content {
    /// A value of a field.
    Value(Option<Value>),
    /// The text of a note.
    Note(String),
    /// A patient's identity.
    Identity(Box<Identity>),
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Content::Value(value) => Wire(value.as_ref()).serialize(serializer),
            Content::Note(text) => serializer.serialize_str(text),
            Content::Identity(identity) => identity.serialize(serializer),
        }
    }
}

impl utoipa::PartialSchema for Content {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{OneOfBuilder, Ref};
        let either = OneOfBuilder::new().item(Ref::from_schema_name("Value"));
        either.item(Ref::from_schema_name("Identity")).into()
    }
}

impl utoipa::ToSchema for Content {}

impl Rejection {
    /// The stable code alone, for the journal and for logs: it holds nothing of a patient.
    pub const fn code(&self) -> &'static str {
        match self {
            Rejection::NotFound { .. } => "not_found",
            Rejection::NotPermitted { .. } => "not_permitted",
            Rejection::PolicyForbids { .. } => "policy_forbids",
            Rejection::PolicyInUse => "policy_in_use",
            Rejection::RankTaken { .. } => "rank_taken",
            Rejection::IdentityTaken { .. } => "identity_taken",
            Rejection::Conflict(_) => "conflict",
            Rejection::PossibleDuplicate { .. } => "possible_duplicate",
            Rejection::WiderAudience { .. } => "wider_audience",
            Rejection::TextTooLong { .. } => "text_too_long",
            Rejection::ControlCharacter { .. } => "control_character",
            Rejection::Required { .. } => "required",
            Rejection::TooMany { .. } => "too_many",
            Rejection::NameTaken { .. } => "name_taken",
            Rejection::WrongValueType { .. } => "wrong_value_type",
            Rejection::UnknownOption { .. } => "unknown_option",
            Rejection::FieldLocked { .. } => "field_locked",
            Rejection::NotInstalled => "not_installed",
            Rejection::AlreadyInstalled => "already_installed",
            Rejection::LastOwner => "last_owner",
            Rejection::MemberByGroup => "member_by_group",
            Rejection::LastAdministrator => "last_administrator",
            Rejection::DefaultList => "default_list",
            Rejection::PlaceField => "place_field",
            Rejection::AlreadyOnList { .. } => "already_on_list",
            Rejection::NothingToUndo => "nothing_to_undo",
            Rejection::Invalid { .. } => "invalid",
            Rejection::SearchTooWide => "search_too_wide",
            Rejection::ReasonRequired { .. } => "reason_required",
            Rejection::FromRecord { .. } => "from_record",
            Rejection::NotConnected => "not_connected",
            Rejection::NotLinked => "not_linked",
            Rejection::ConfirmIdentity { .. } => "confirm_identity",
            Rejection::CommandTooOld { .. } => "command_too_old",
            Rejection::CommandIdReused => "command_id_reused",
        }
    }
}

impl std::fmt::Debug for Rejection {
    /// Only what holds nothing of a patient: a refusal may end up in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Rejection::NotFound { what } => write!(f, "not_found({what:?})"),
            Rejection::NotPermitted { needs } => write!(f, "not_permitted({needs:?})"),
            Rejection::Required { what }
            | Rejection::Invalid { what }
            | Rejection::TooMany { what, .. } => {
                write!(f, "{}({what})", self.code())
            }
            other => f.write_str(other.code()),
        }
    }
}
