//! What happened to accounts, groups and the membership of teams by groups.

use crate::organization::state::{ExternalIdentity, GroupSource};
use crate::team::state::Role;
use crate::{GroupId, TeamId, UserId};
use serde::{Deserialize, Serialize};

/// An account has another name to sign in with.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInNameSet {
    /// Whose.
    pub id: UserId,
    /// The name to sign in with.
    pub user: String,
}

/// The directory knows somebody by another id, or no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExternalIdSet {
    /// Whom.
    pub id: UserId,
    /// The id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
}

/// A person of an identity provider is this user.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityLinked {
    /// Which user.
    pub id: UserId,
    /// Whom the provider knows them as.
    pub identity: ExternalIdentity,
}

/// A person of an identity provider is this user no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityUnlinked {
    /// Which user.
    pub id: UserId,
    /// Whom the provider knew them as.
    pub identity: ExternalIdentity,
}

/// There is one more group.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupCreated {
    /// Its id.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// Who says who is in it.
    pub source: GroupSource,
    /// The id that the directory knows it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Who is in it.
    pub members: Vec<UserId>,
}

/// A group has another name, or another id in the directory.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupUpdated {
    /// Which.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// The id that the directory knows it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
}

/// A group is no more.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupDeleted {
    /// Which.
    pub group: GroupId,
}

/// Users came into a group, and others left it.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupMembersChanged {
    /// Which.
    pub group: GroupId,
    /// Who came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<UserId>,
    /// Who left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<UserId>,
}

/// An administrator made somebody an owner of a team.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnerAppointed {
    /// Which team.
    pub team: TeamId,
    /// Whom.
    pub user: UserId,
}

/// A group's users are members of a team.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupLinkedToTeam {
    /// Which team.
    pub team: TeamId,
    /// Which group.
    pub group: GroupId,
    /// What they are in the team.
    pub role: Role,
}

/// A group's users are members of a team by it no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupUnlinkedFromTeam {
    /// Which team.
    pub team: TeamId,
    /// Which group.
    pub group: GroupId,
}
