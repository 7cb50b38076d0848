//! What the organization is at a moment.

use super::policy::{GroupPolicy, Policy, PolicyRules};
use crate::team::installation::Language;
use crate::team::state::Role;
use crate::{GroupId, PolicyId, TeamId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The organization's state.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Organization {
    /// The number of changes so far.
    pub sequence: u64,
    /// Everybody who has or had an account.
    pub users: BTreeMap<UserId, User>,
    /// Every team.
    pub teams: BTreeMap<TeamId, TeamEntry>,
    /// Groups of users, as the hospital's directory or an administrator has them.
    pub groups: BTreeMap<GroupId, Group>,
    /// The policies beside the default.
    pub policies: BTreeMap<PolicyId, Policy>,
    /// The policy of everybody to whom none is assigned.
    pub default_policy: PolicyRules,
}

/// A person with an account.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// The name they sign in with; unique without regard to case.
    pub user: String,
    /// The name that others see.
    pub name: String,
    /// The language they are addressed in.
    pub language: Language,
    /// May make users and teams; sees no patient by it.
    pub administrator: bool,
    /// May search the audit; sees patients' identities there, and no values.
    pub auditor: bool,
    /// May be taken into discovery cases; sees content only there.
    pub discovery: bool,
    /// May no longer sign in.
    pub disabled: bool,
    /// When the account was made.
    pub since: Timestamp,
    /// Whom identity providers know them as.
    pub identities: BTreeSet<ExternalIdentity>,
    /// The id that the hospital's directory knows them by (SCIM `externalId`, Entra `oid`); unique.
    pub external_id: Option<String>,
    /// The policy that is assigned to them.
    pub policy: Option<PolicyId>,
}

/// Whom an identity provider knows somebody as.
#[derive(
    Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(deny_unknown_fields)]
pub struct ExternalIdentity {
    /// The provider: the `iss` of its tokens.
    pub issuer: String,
    /// The person there: `sub`, and with Entra the object id.
    pub subject: String,
}

/// A group of users.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its name; unique without regard to case.
    pub name: String,
    /// Who says who is in it.
    pub source: GroupSource,
    /// The id that the hospital's directory knows it by; unique.
    pub external_id: Option<String>,
    /// Who is in it.
    pub members: BTreeSet<UserId>,
    /// When it was made.
    pub since: Timestamp,
    /// The policy of its members.
    pub policy: Option<GroupPolicy>,
}

/// Who says who is in a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupSource {
    /// Administrators.
    #[default]
    Hand,
    /// The directory, by SCIM.
    Scim,
    /// The identity provider, by a claim at each sign-in.
    Claims,
}

/// A team as the organization knows it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamEntry {
    /// Its name.
    pub name: String,
    /// Its first owner.
    pub owner: UserId,
    /// IANA time zone.
    pub time_zone: String,
    /// When it was made, and by whom.
    pub since: Timestamp,
    /// Groups whose users are members of it, and as what.
    pub groups: BTreeMap<GroupId, Role>,
}

impl Organization {
    /// The user with a sign-in name.
    pub fn find_by_sign_in_name(&self, name: &str) -> Option<(UserId, &User)> {
        let wanted = name.trim().to_lowercase();
        self.users
            .iter()
            .find(|(_, user)| user.user.to_lowercase() == wanted)
            .map(|(id, user)| (*id, user))
    }

    /// The user whom an identity provider knows as `subject`.
    pub fn find_by_identity(&self, issuer: &str, subject: &str) -> Option<(UserId, &User)> {
        let is_theirs =
            |identity: &ExternalIdentity| identity.issuer == issuer && identity.subject == subject;
        self.users
            .iter()
            .find(|(_, user)| user.identities.iter().any(is_theirs))
            .map(|(id, user)| (*id, user))
    }

    /// The user with an id of the hospital's directory.
    pub fn find_by_external_id(&self, external_id: &str) -> Option<(UserId, &User)> {
        self.users
            .iter()
            .find(|(_, user)| user.external_id.as_deref() == Some(external_id))
            .map(|(id, user)| (*id, user))
    }

    /// The group of a name.
    pub fn find_group_by_name(&self, name: &str) -> Option<(GroupId, &Group)> {
        let wanted = name.trim().to_lowercase();
        self.groups
            .iter()
            .find(|(_, group)| group.name.to_lowercase() == wanted)
            .map(|(id, group)| (*id, group))
    }

    /// The name that others see; of somebody unknown, their id.
    pub fn name_of(&self, id: UserId) -> String {
        self.users
            .get(&id)
            .map_or_else(|| id.to_string(), |user| user.name.clone())
    }

    /// Who is a member of a team by a group, and as what: the highest role of their groups. Closed accounts are not.
    pub fn members_by_groups(&self, team: TeamId) -> BTreeMap<UserId, Role> {
        let mut members = BTreeMap::new();
        let Some(entry) = self.teams.get(&team) else {
            return members;
        };
        for (id, role) in &entry.groups {
            let users = self.groups.get(id).into_iter().flat_map(|g| &g.members);
            for user in users {
                if self
                    .users
                    .get(user)
                    .is_some_and(|account| !account.disabled)
                {
                    let highest = members.entry(*user).or_insert(*role);
                    *highest = (*highest).max(*role);
                }
            }
        }
        members
    }
}
