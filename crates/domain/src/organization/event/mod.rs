//! What happened in the organization. A persisted format, as [`crate::team::event`].

mod directory;
mod policies;

pub use directory::*;
pub use policies::*;

use super::state::ExternalIdentity;
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
        "sign_in_name_set" => SignInNameSet,
        "external_id_set" => ExternalIdSet,
        "identity_linked" => IdentityLinked,
        "identity_unlinked" => IdentityUnlinked,
        "group_created" => GroupCreated,
        "group_updated" => GroupUpdated,
        "group_deleted" => GroupDeleted,
        "group_members_changed" => GroupMembersChanged,
        "policy_created" => PolicyCreated,
        "policy_updated" => PolicyUpdated,
        "policy_deleted" => PolicyDeleted,
        "default_policy_set" => DefaultPolicySet,
        "user_policy_assigned" => UserPolicyAssigned,
        "group_policy_assigned" => GroupPolicyAssigned,
        "team_created" => TeamCreated,
        "team_renamed" => TeamRenamed,
        "owner_appointed" => OwnerAppointed,
        "group_linked_to_team" => GroupLinkedToTeam,
        "group_unlinked_from_team" => GroupUnlinkedFromTeam,
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
    /// May search the audit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub auditor: bool,
    /// May be taken into discovery cases.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub discovery: bool,
    /// Whom identity providers know them as.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identities: Vec<ExternalIdentity>,
    /// The id that the hospital's directory knows them by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
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
    /// May search the audit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub auditor: bool,
    /// May be taken into discovery cases.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub discovery: bool,
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
            Event::SignInNameSet(_) | Event::ExternalIdSet(_) => Operation::UserUpdate,
            Event::IdentityLinked(_) => Operation::UserIdentityLink,
            Event::IdentityUnlinked(_) => Operation::UserIdentityUnlink,
            Event::GroupCreated(_) => Operation::GroupCreate,
            Event::GroupUpdated(_) => Operation::GroupUpdate,
            Event::GroupDeleted(_) => Operation::GroupDelete,
            Event::GroupMembersChanged(_) => Operation::GroupSetMembers,
            Event::PolicyCreated(_) => Operation::PolicyCreate,
            Event::PolicyUpdated(_) => Operation::PolicyUpdate,
            Event::PolicyDeleted(_) => Operation::PolicyDelete,
            Event::DefaultPolicySet(_) => Operation::PolicyUpdate,
            Event::UserPolicyAssigned(_) | Event::GroupPolicyAssigned(_) => Operation::PolicyAssign,
            Event::TeamCreated(_) => Operation::TeamCreate,
            Event::TeamRenamed(_) => Operation::TeamRename,
            Event::OwnerAppointed(_) => Operation::TeamOwnerAppoint,
            Event::GroupLinkedToTeam(_) => Operation::TeamGroupLink,
            Event::GroupUnlinkedFromTeam(_) => Operation::TeamGroupUnlink,
        }
    }
}
