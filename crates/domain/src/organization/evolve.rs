//! What a fact changes in the organization.

use super::event::{Event, UserCreated};
use super::policy::Policy;
use super::state::{Group, Organization, TeamEntry, User};
use crate::{GroupId, TeamId, UserId};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Applies an event. It never refuses.
pub fn evolve(organization: &mut Organization, sequence: u64, at: Timestamp, event: &Event) {
    organization.sequence = sequence;
    match event {
        Event::UserCreated(e) => {
            organization.users.insert(e.id, account(e, at));
        }
        Event::UserUpdated(e) => on_user(organization, e.id, |user| {
            user.name.clone_from(&e.name);
            user.language = e.language;
            user.administrator = e.administrator;
            user.auditor = e.auditor;
            user.discovery = e.discovery;
        }),
        Event::UserDisabled(e) => on_user(organization, e.id, |user| user.disabled = true),
        Event::UserEnabled(e) => on_user(organization, e.id, |user| user.disabled = false),
        Event::EnrolmentIssued(_) | Event::OwnerAppointed(_) => {}
        Event::SignInNameSet(e) => {
            on_user(organization, e.id, |user| user.user.clone_from(&e.user));
        }
        Event::ExternalIdSet(e) => on_user(organization, e.id, |user| {
            user.external_id.clone_from(&e.external_id);
        }),
        Event::IdentityLinked(e) => on_user(organization, e.id, |user| {
            user.identities.insert(e.identity.clone());
        }),
        Event::IdentityUnlinked(e) => on_user(organization, e.id, |user| {
            user.identities.remove(&e.identity);
        }),
        Event::GroupCreated(e) => {
            let group = Group {
                name: e.name.clone(),
                source: e.source,
                external_id: e.external_id.clone(),
                members: e.members.iter().copied().collect(),
                since: at,
                policy: None,
            };
            organization.groups.insert(e.group, group);
        }
        Event::GroupUpdated(e) => on_group(organization, e.group, |group| {
            group.name.clone_from(&e.name);
            group.external_id.clone_from(&e.external_id);
        }),
        Event::GroupDeleted(e) => {
            organization.groups.remove(&e.group);
            for team in organization.teams.values_mut() {
                team.groups.remove(&e.group);
            }
        }
        Event::GroupMembersChanged(e) => on_group(organization, e.group, |group| {
            group.members.retain(|user| !e.removed.contains(user));
            group.members.extend(&e.added);
        }),
        Event::PolicyCreated(e) => {
            let (name, rules) = (e.name.clone(), e.rules.clone());
            organization
                .policies
                .insert(e.policy, Policy { name, rules });
        }
        Event::PolicyUpdated(e) => {
            if let Some(policy) = organization.policies.get_mut(&e.policy) {
                policy.name.clone_from(&e.name);
                policy.rules.clone_from(&e.rules);
            }
        }
        Event::PolicyDeleted(e) => {
            organization.policies.remove(&e.policy);
        }
        Event::DefaultPolicySet(e) => organization.default_policy.clone_from(&e.rules),
        Event::UserPolicyAssigned(e) => {
            on_user(organization, e.user, |user| user.policy = e.policy);
        }
        Event::GroupPolicyAssigned(e) => {
            on_group(organization, e.group, |group| group.policy = e.policy);
        }
        Event::TeamCreated(e) => {
            let entry = TeamEntry {
                name: e.name.clone(),
                owner: e.owner,
                time_zone: e.time_zone.clone(),
                since: at,
                groups: BTreeMap::new(),
            };
            organization.teams.insert(e.team, entry);
        }
        Event::TeamRenamed(e) => on_team(organization, e.team, |team| {
            team.name.clone_from(&e.name);
        }),
        Event::GroupLinkedToTeam(e) => on_team(organization, e.team, |team| {
            team.groups.insert(e.group, e.role);
        }),
        Event::GroupUnlinkedFromTeam(e) => on_team(organization, e.team, |team| {
            team.groups.remove(&e.group);
        }),
    }
}

fn account(e: &UserCreated, at: Timestamp) -> User {
    User {
        user: e.user.clone(),
        name: e.name.clone(),
        language: e.language,
        administrator: e.administrator,
        auditor: e.auditor,
        discovery: e.discovery,
        disabled: false,
        since: at,
        identities: e.identities.iter().cloned().collect(),
        external_id: e.external_id.clone(),
        policy: None,
    }
}

fn on_user(organization: &mut Organization, id: UserId, change: impl FnOnce(&mut User)) {
    if let Some(user) = organization.users.get_mut(&id) {
        change(user);
    }
}

fn on_group(organization: &mut Organization, id: GroupId, change: impl FnOnce(&mut Group)) {
    if let Some(group) = organization.groups.get_mut(&id) {
        change(group);
    }
}

fn on_team(organization: &mut Organization, id: TeamId, change: impl FnOnce(&mut TeamEntry)) {
    if let Some(team) = organization.teams.get_mut(&id) {
        change(team);
    }
}
