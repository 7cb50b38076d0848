//! What administrators want.

use super::policy::{GroupPolicy, PolicyRules};
use super::state::{ExternalIdentity, GroupSource};
use crate::tagged::tagged;
use crate::team::installation::Language;
use crate::team::state::Role;
use crate::{GroupId, PolicyId, TeamId, UserId};
use serde::{Deserialize, Serialize};

tagged! {
    /// A command to the organization.
    #[schema(as = OrganizationCommand)]
    pub enum Command {
        "create_user" => CreateUser,
        "update_user" => UpdateUser,
        "disable_user" => DisableUser,
        "enable_user" => EnableUser,
        "issue_enrolment" => IssueEnrolment,
        "set_sign_in_name" => SetSignInName,
        "set_external_id" => SetExternalId,
        "link_identity" => LinkIdentity,
        "unlink_identity" => UnlinkIdentity,
        "create_group" => CreateGroup,
        "update_group" => UpdateGroup,
        "delete_group" => DeleteGroup,
        "change_group_members" => ChangeGroupMembers,
        "replace_group_members" => ReplaceGroupMembers,
        "sync_claimed_groups" => SyncClaimedGroups,
        "create_policy" => CreatePolicy,
        "update_policy" => UpdatePolicy,
        "delete_policy" => DeletePolicy,
        "set_default_policy" => SetDefaultPolicy,
        "assign_user_policy" => AssignUserPolicy,
        "assign_group_policy" => AssignGroupPolicy,
        "create_team" => CreateTeam,
        "rename_team" => RenameTeam,
        "appoint_owner" => AppointOwner,
        "link_group_to_team" => LinkGroupToTeam,
        "unlink_group_from_team" => UnlinkGroupFromTeam,
    }
}

/// A secret that a command carries past the rules to the accounts. It is never serialized and never shown.
#[derive(Clone, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Secret(pub String);

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}

/// Makes an account. Without a password, the answer holds a one-time link with which the person sets their own.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateUser {
    /// The name to sign in with.
    pub user: String,
    /// The name that others see.
    pub name: String,
    /// The language to address them in.
    #[serde(default)]
    pub language: Language,
    /// May make users and teams.
    #[serde(default)]
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
    /// A first password.
    #[serde(default, skip_serializing_if = "is_secret")]
    pub password: Option<Secret>,
}

/// Not `skip_serializing`: with that the OpenAPI document would have no password.
fn is_secret(_: &Option<Secret>) -> bool {
    true
}

/// Changes an account.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateUser {
    /// Whose.
    pub user: UserId,
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

/// Closes an account: no sign-in, all sessions end.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableUser {
    /// Whose.
    pub user: UserId,
}

/// Opens an account again.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnableUser {
    /// Whose.
    pub user: UserId,
}

/// Makes a one-time link with which a person sets a new password.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueEnrolment {
    /// Whose.
    pub user: UserId,
}

/// Makes a team with its first owner.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTeam {
    /// Its name.
    pub name: String,
    /// Who owns it first.
    pub owner: UserId,
    /// IANA time zone of its days and shifts; UTC where nothing is said.
    #[serde(default = "utc")]
    pub time_zone: String,
}

fn utc() -> String {
    "UTC".to_owned()
}

/// Renames a team.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameTeam {
    /// Which.
    pub team: TeamId,
    /// The new name.
    pub name: String,
}

/// Gives an account another name to sign in with.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSignInName {
    /// Whose.
    pub user: UserId,
    /// The name to sign in with.
    pub name: String,
}

/// Says which id the hospital's directory knows somebody by.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetExternalId {
    /// Whose.
    pub user: UserId,
    /// The id; none where the directory no longer knows them.
    pub external_id: Option<String>,
}

/// Says that a person of an identity provider is this user.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkIdentity {
    /// Whose account.
    pub user: UserId,
    /// The provider: the `iss` of its tokens.
    pub issuer: String,
    /// The person there: `sub`, and with Entra the object id.
    pub subject: String,
}

/// Says that a person of an identity provider is this user no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlinkIdentity {
    /// Whose account.
    pub user: UserId,
    /// The provider: the `iss` of its tokens.
    pub issuer: String,
    /// The person there: `sub`, and with Entra the object id.
    pub subject: String,
}

/// Makes a group.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateGroup {
    /// Its name.
    pub name: String,
    /// Who says who is in it.
    #[serde(default)]
    pub source: GroupSource,
    /// The id that the hospital's directory, or a claim, knows it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Who is in it from the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<UserId>,
}

/// Changes a group's name and id of the directory.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateGroup {
    /// Which.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// The id that the hospital's directory, or a claim, knows it by.
    pub external_id: Option<String>,
}

/// Deletes a group. Who was a member of a team by it is so no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteGroup {
    /// Which.
    pub group: GroupId,
}

/// Adds users to a group and removes others.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeGroupMembers {
    /// Which group.
    pub group: GroupId,
    /// Who comes.
    #[serde(default)]
    pub add: Vec<UserId>,
    /// Who goes; who is not in it stays out.
    #[serde(default)]
    pub remove: Vec<UserId>,
}

/// Says who is in a group, and nobody else.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplaceGroupMembers {
    /// Which group.
    pub group: GroupId,
    /// Who is in it.
    pub members: Vec<UserId>,
}

/// Says which groups an identity provider claims for a user: of the groups that are fed by claims, they are in these and in no other.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SyncClaimedGroups {
    /// Who.
    pub user: UserId,
    /// External ids of groups; those that are not known here are of no concern.
    pub external_ids: Vec<String>,
}

/// Makes a policy beside the default.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePolicy {
    /// Its name.
    pub name: String,
    /// What it says.
    pub rules: PolicyRules,
}

/// Changes a policy. It acts on those who are signed in at once.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePolicy {
    /// Which.
    pub policy: PolicyId,
    /// Its name.
    pub name: String,
    /// What it says.
    pub rules: PolicyRules,
}

/// Deletes a policy that is assigned to nobody.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeletePolicy {
    /// Which.
    pub policy: PolicyId,
}

/// Changes the policy of everybody to whom none is assigned.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetDefaultPolicy {
    /// What it says.
    pub rules: PolicyRules,
}

/// Assigns a policy to a user, or takes the assignment back.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignUserPolicy {
    /// Whom.
    pub user: UserId,
    /// Which; none takes it back.
    pub policy: Option<PolicyId>,
}

/// Assigns a policy to a group's users with a rank, or takes the assignment back.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignGroupPolicy {
    /// Whom.
    pub group: GroupId,
    /// Which, and its rank; none takes it back.
    pub policy: Option<GroupPolicy>,
}

/// Makes somebody an owner of a team, as when its last owner left the hospital.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointOwner {
    /// Which team.
    pub team: TeamId,
    /// Whom.
    pub user: UserId,
}

/// Makes a group's users members of a team, for as long as they are in the group.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkGroupToTeam {
    /// Which team.
    pub team: TeamId,
    /// Which group.
    pub group: GroupId,
    /// What its users are in the team.
    pub role: Role,
}

/// Ends a group's membership of a team.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlinkGroupFromTeam {
    /// Which team.
    pub team: TeamId,
    /// Which group.
    pub group: GroupId,
}
