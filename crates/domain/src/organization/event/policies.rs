//! What happened to policies.

use crate::organization::policy::{GroupPolicy, PolicyRules};
use crate::{GroupId, PolicyId, UserId};
use serde::{Deserialize, Serialize};

/// There is one more policy.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyCreated {
    /// Its id.
    pub policy: PolicyId,
    /// Its name.
    pub name: String,
    /// What it says.
    pub rules: PolicyRules,
}

/// A policy says something else, or has another name.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyUpdated {
    /// Which.
    pub policy: PolicyId,
    /// Its name.
    pub name: String,
    /// What it says.
    pub rules: PolicyRules,
}

/// A policy is no more.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyDeleted {
    /// Which.
    pub policy: PolicyId,
}

/// The default policy says something else.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DefaultPolicySet {
    /// What it says.
    pub rules: PolicyRules,
}

/// A policy is assigned to somebody, or no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserPolicyAssigned {
    /// Whom.
    pub user: UserId,
    /// Which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyId>,
}

/// A policy is assigned to a group's users, or no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupPolicyAssigned {
    /// Whom.
    pub group: GroupId,
    /// Which, and its rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<GroupPolicy>,
}
