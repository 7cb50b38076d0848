//! What administrators see of the organization, and everybody of each other.

use super::policy::{GroupPolicy, PolicyRules};
use super::state::{ExternalIdentity, GroupSource, Organization};
use crate::team::installation::Language;
use crate::team::state::Role;
use crate::{GroupId, PolicyId, TeamId, UserId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeSet;

/// The organization, for administrators.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OrganizationView<'a> {
    /// Everybody with an account, by name.
    pub users: Vec<UserView<'a>>,
    /// Every team, by name.
    pub teams: Vec<TeamEntryView<'a>>,
    /// Every group, by name.
    pub groups: Vec<GroupView<'a>>,
    /// The policies beside the default, by name.
    pub policies: Vec<PolicyView<'a>>,
    /// The policy of everybody to whom none is assigned.
    pub default_policy: &'a PolicyRules,
    /// The organization's sequence.
    pub sequence: u64,
}

/// An account.
#[derive(Serialize, utoipa::ToSchema)]
pub struct UserView<'a> {
    /// Its id.
    pub id: UserId,
    /// The name to sign in with.
    pub user: &'a str,
    /// The name that others see.
    pub name: &'a str,
    /// The language they are addressed in.
    pub language: Language,
    /// May make users and teams.
    pub administrator: bool,
    /// May search the audit.
    pub auditor: bool,
    /// May be taken into discovery cases.
    pub discovery: bool,
    /// May no longer sign in.
    pub disabled: bool,
    /// When the account was made.
    #[schema(value_type = String)]
    pub since: Timestamp,
    /// Whom identity providers know them as.
    pub identities: &'a BTreeSet<ExternalIdentity>,
    /// The id that the hospital's directory knows them by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<&'a str>,
    /// The policy that is assigned to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyId>,
}

/// A group of users.
#[derive(Serialize, utoipa::ToSchema)]
pub struct GroupView<'a> {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: &'a str,
    /// Who says who is in it.
    pub source: GroupSource,
    /// The id that the hospital's directory knows it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<&'a str>,
    /// Who is in it.
    pub members: &'a BTreeSet<UserId>,
    /// The policy of its members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<GroupPolicy>,
}

/// A policy.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PolicyView<'a> {
    /// Its id.
    pub id: PolicyId,
    /// Its name.
    pub name: &'a str,
    /// What it says.
    pub rules: &'a PolicyRules,
}

/// A group whose users are members of a team.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TeamGroupView {
    /// The group.
    pub group: GroupId,
    /// What they are in the team.
    pub role: Role,
}

/// A team, without anything in it.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TeamEntryView<'a> {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: &'a str,
    /// Its first owner.
    pub owner: UserId,
    /// IANA time zone.
    pub time_zone: &'a str,
    /// When it was made.
    #[schema(value_type = String)]
    pub since: Timestamp,
    /// Groups whose users are members of it.
    pub groups: Vec<TeamGroupView>,
}

/// Somebody who can be taken into a team.
#[derive(Serialize, utoipa::ToSchema)]
pub struct DirectoryEntry<'a> {
    /// Who.
    pub id: UserId,
    /// The name that others see.
    pub name: &'a str,
    /// The name they sign in with, to tell people of the same name apart.
    pub user: &'a str,
}

impl Organization {
    /// The organization as administrators see it.
    pub fn view(&self) -> OrganizationView<'_> {
        let mut users: Vec<_> = self
            .users
            .iter()
            .map(|(id, u)| UserView {
                id: *id,
                user: &u.user,
                name: &u.name,
                language: u.language,
                administrator: u.administrator,
                auditor: u.auditor,
                discovery: u.discovery,
                disabled: u.disabled,
                since: u.since,
                identities: &u.identities,
                external_id: u.external_id.as_deref(),
                policy: u.policy,
            })
            .collect();
        users.sort_by_key(|user| user.name.to_lowercase());
        let mut teams: Vec<_> = self
            .teams
            .iter()
            .map(|(id, t)| TeamEntryView {
                id: *id,
                name: &t.name,
                owner: t.owner,
                time_zone: &t.time_zone,
                since: t.since,
                groups: t
                    .groups
                    .iter()
                    .map(|(group, role)| TeamGroupView {
                        group: *group,
                        role: *role,
                    })
                    .collect(),
            })
            .collect();
        teams.sort_by_key(|team| team.name.to_lowercase());
        let mut groups: Vec<_> = self
            .groups
            .iter()
            .map(|(id, g)| GroupView {
                id: *id,
                name: &g.name,
                source: g.source,
                external_id: g.external_id.as_deref(),
                members: &g.members,
                policy: g.policy,
            })
            .collect();
        groups.sort_by_key(|group| group.name.to_lowercase());
        let mut policies: Vec<_> = self
            .policies
            .iter()
            .map(|(id, p)| PolicyView {
                id: *id,
                name: &p.name,
                rules: &p.rules,
            })
            .collect();
        policies.sort_by_key(|policy| policy.name.to_lowercase());
        OrganizationView {
            users,
            teams,
            groups,
            policies,
            default_policy: &self.default_policy,
            sequence: self.sequence,
        }
    }

    /// Everybody who can be taken into a team, by name.
    pub fn directory(&self) -> Vec<DirectoryEntry<'_>> {
        let open = self.users.iter().filter(|(_, user)| !user.disabled);
        let mut people: Vec<_> = open
            .map(|(id, u)| DirectoryEntry {
                id: *id,
                name: &u.name,
                user: &u.user,
            })
            .collect();
        people.sort_by_key(|person| person.name.to_lowercase());
        people
    }
}
