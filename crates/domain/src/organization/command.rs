//! What administrators want.

use crate::tagged::tagged;
use crate::team::installation::Language;
use crate::{TeamId, UserId};
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
        "create_team" => CreateTeam,
        "rename_team" => RenameTeam,
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
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
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
