//! Policies, and whose they are.

use super::{Context, find_group, find_user};
use crate::organization::command::{
    AssignGroupPolicy, AssignUserPolicy, CreatePolicy, DeletePolicy, SetDefaultPolicy, UpdatePolicy,
};
use crate::organization::event::{
    DefaultPolicySet, Event, GroupPolicyAssigned, PolicyCreated, PolicyDeleted, PolicyUpdated,
    UserPolicyAssigned,
};
use crate::organization::policy::{GroupPolicy, Policy};
use crate::organization::state::Organization;
use crate::rejection::{Rejection, Thing};
use crate::{PolicyId, limits, text};

pub(super) fn create(
    organization: &Organization,
    context: &mut Context<'_>,
    command: CreatePolicy,
) -> Result<Vec<Event>, Rejection> {
    if organization.policies.len() >= limits::POLICIES {
        return Err(Rejection::TooMany {
            what: "policies".into(),
            limit: limits::POLICIES,
        });
    }
    let name = name(organization, None, &command.name)?;
    command.rules.check()?;
    Ok(vec![Event::PolicyCreated(PolicyCreated {
        policy: PolicyId::new((context.fresh_id)()),
        name,
        rules: command.rules,
    })])
}

pub(super) fn update(
    organization: &Organization,
    command: UpdatePolicy,
) -> Result<Vec<Event>, Rejection> {
    let policy = find(organization, command.policy)?;
    let name = name(organization, Some(command.policy), &command.name)?;
    command.rules.check()?;
    if policy.name == name && policy.rules == command.rules {
        return Ok(vec![]);
    }
    Ok(vec![Event::PolicyUpdated(PolicyUpdated {
        policy: command.policy,
        name,
        rules: command.rules,
    })])
}

pub(super) fn delete(
    organization: &Organization,
    command: &DeletePolicy,
) -> Result<Vec<Event>, Rejection> {
    find(organization, command.policy)?;
    let mut of_users = organization.users.values().filter_map(|user| user.policy);
    let mut of_groups = organization
        .groups
        .values()
        .filter_map(|group| group.policy);
    let is_assigned = of_users.any(|policy| policy == command.policy)
        || of_groups.any(|assigned| assigned.policy == command.policy);
    if is_assigned {
        return Err(Rejection::PolicyInUse);
    }
    Ok(vec![Event::PolicyDeleted(PolicyDeleted {
        policy: command.policy,
    })])
}

pub(super) fn set_default(
    organization: &Organization,
    command: SetDefaultPolicy,
) -> Result<Vec<Event>, Rejection> {
    command.rules.check()?;
    if organization.default_policy == command.rules {
        return Ok(vec![]);
    }
    Ok(vec![Event::DefaultPolicySet(DefaultPolicySet {
        rules: command.rules,
    })])
}

pub(super) fn assign_user(
    organization: &Organization,
    command: &AssignUserPolicy,
) -> Result<Vec<Event>, Rejection> {
    let user = find_user(organization, command.user)?;
    if let Some(policy) = command.policy {
        find(organization, policy)?;
    }
    if user.policy == command.policy {
        return Ok(vec![]);
    }
    Ok(vec![Event::UserPolicyAssigned(UserPolicyAssigned {
        user: command.user,
        policy: command.policy,
    })])
}

pub(super) fn assign_group(
    organization: &Organization,
    command: &AssignGroupPolicy,
) -> Result<Vec<Event>, Rejection> {
    let group = find_group(organization, command.group)?;
    if let Some(assigned) = command.policy {
        find(organization, assigned.policy)?;
        let has_rank =
            |policy: Option<GroupPolicy>| policy.is_some_and(|policy| policy.rank == assigned.rank);
        let mut others = organization
            .groups
            .iter()
            .filter(|(id, _)| **id != command.group);
        if others.any(|(_, other)| has_rank(other.policy)) {
            return Err(Rejection::RankTaken {
                rank: assigned.rank,
            });
        }
    }
    if group.policy == command.policy {
        return Ok(vec![]);
    }
    Ok(vec![Event::GroupPolicyAssigned(GroupPolicyAssigned {
        group: command.group,
        policy: command.policy,
    })])
}

fn find(organization: &Organization, id: PolicyId) -> Result<&Policy, Rejection> {
    organization.policies.get(&id).ok_or(Rejection::NotFound {
        what: Thing::Policy,
    })
}

fn name(
    organization: &Organization,
    own: Option<PolicyId>,
    name: &str,
) -> Result<String, Rejection> {
    let name = text::label("name", name)?;
    let mut others = organization
        .policies
        .iter()
        .filter(|(id, _)| Some(**id) != own);
    if others.any(|(_, policy)| policy.name.to_lowercase() == name.to_lowercase()) {
        return Err(Rejection::NameTaken {
            what: "policy".into(),
        });
    }
    Ok(name)
}
