//! What happened in the organization. A persisted format, as [`crate::team::event`].

use crate::audit::Operation;
use crate::tagged::tagged;
use crate::team::installation::Language;
use crate::{TeamId, UserId};
use serde::{Deserialize, Serialize};

tagged! {
    /// A fact of the organization.
    pub enum Event {
        "user_created" => UserCreated,
        "user_updated" => UserUpdated,
        "user_disabled" => UserDisabled,
        "user_enabled" => UserEnabled,
        "enrolment_issued" => EnrolmentIssued,
        "team_created" => TeamCreated,
        "team_renamed" => TeamRenamed,
    }
}

/// Somebody has an account.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserCreated {
    /// Their id.
    pub id: UserId,
    /// The name to sign in with.
    pub user: String,
    /// The name that others see.
    pub name: String,
    /// The language to address them in.
    pub language: Language,
    /// May make users and teams.
    pub administrator: bool,
}

/// An account changed.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserUpdated {
    /// Whose.
    pub id: UserId,
    /// The name that others see.
    pub name: String,
    /// The language to address them in.
    pub language: Language,
    /// May make users and teams.
    pub administrator: bool,
}

/// An account is closed.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserDisabled {
    /// Whose.
    pub id: UserId,
}

/// An account is open again.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserEnabled {
    /// Whose.
    pub id: UserId,
}

/// A one-time link was made. The link itself is nowhere in the journal.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolmentIssued {
    /// For whom.
    pub id: UserId,
}

/// There is one more team.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamCreated {
    /// Its id.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// Its first owner.
    pub owner: UserId,
    /// IANA time zone.
    pub time_zone: String,
}

/// A team has another name.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamRenamed {
    /// Which.
    pub team: TeamId,
    /// The new name.
    pub name: String,
}

impl Event {
    /// The operation that the event is journalled under.
    pub const fn operation(&self) -> Operation {
        match self {
            Event::UserCreated(_) => Operation::UserCreate,
            Event::UserUpdated(_) => Operation::UserUpdate,
            Event::UserDisabled(_) => Operation::UserDisable,
            Event::UserEnabled(_) => Operation::UserEnable,
            Event::EnrolmentIssued(_) => Operation::UserEnrolmentIssue,
            Event::TeamCreated(_) => Operation::TeamCreate,
            Event::TeamRenamed(_) => Operation::TeamRename,
        }
    }
}
