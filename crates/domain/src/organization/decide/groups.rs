//! Groups of users.

use super::{Context, find_group, find_user};
use crate::organization::command::{
    ChangeGroupMembers, CreateGroup, DeleteGroup, ReplaceGroupMembers, SyncClaimedGroups,
    UpdateGroup,
};
use crate::organization::event::{
    Event, GroupCreated, GroupDeleted, GroupMembersChanged, GroupUpdated,
};
use crate::organization::state::{Group, GroupSource, Organization};
use crate::rejection::Rejection;
use crate::{GroupId, UserId, limits, text};
use std::collections::BTreeSet;

pub(super) fn create(
    organization: &Organization,
    context: &mut Context<'_>,
    command: &CreateGroup,
) -> Result<Vec<Event>, Rejection> {
    if organization.groups.len() >= limits::GROUPS {
        return Err(Rejection::TooMany {
            what: "groups".into(),
            limit: limits::GROUPS,
        });
    }
    let (name, external_id) = names(organization, None, &command.name, &command.external_id)?;
    Ok(vec![Event::GroupCreated(GroupCreated {
        group: GroupId::new((context.fresh_id)()),
        name,
        source: command.source,
        external_id,
        members: known(organization, &command.members)?.into_iter().collect(),
    })])
}

pub(super) fn update(
    organization: &Organization,
    command: &UpdateGroup,
) -> Result<Vec<Event>, Rejection> {
    let group = find_group(organization, command.group)?;
    let own = Some(command.group);
    let (name, external_id) = names(organization, own, &command.name, &command.external_id)?;
    if group.name == name && group.external_id == external_id {
        return Ok(vec![]);
    }
    Ok(vec![Event::GroupUpdated(GroupUpdated {
        group: command.group,
        name,
        external_id,
    })])
}

pub(super) fn delete(
    organization: &Organization,
    command: &DeleteGroup,
) -> Result<Vec<Event>, Rejection> {
    find_group(organization, command.group)?;
    Ok(vec![Event::GroupDeleted(GroupDeleted {
        group: command.group,
    })])
}

pub(super) fn change_members(
    organization: &Organization,
    command: &ChangeGroupMembers,
) -> Result<Vec<Event>, Rejection> {
    let group = find_group(organization, command.group)?;
    let removed: BTreeSet<UserId> = command.remove.iter().copied().collect();
    let mut members: BTreeSet<UserId> = group.members.difference(&removed).copied().collect();
    members.extend(known(organization, &command.add)?);
    Ok(changed(command.group, group, &members)
        .into_iter()
        .collect())
}

pub(super) fn replace_members(
    organization: &Organization,
    command: &ReplaceGroupMembers,
) -> Result<Vec<Event>, Rejection> {
    let group = find_group(organization, command.group)?;
    let members = known(organization, &command.members)?;
    Ok(changed(command.group, group, &members)
        .into_iter()
        .collect())
}

pub(super) fn sync_claimed(
    organization: &Organization,
    command: &SyncClaimedGroups,
) -> Result<Vec<Event>, Rejection> {
    find_user(organization, command.user)?;
    let is_claimed = |group: &Group| {
        let id = group.external_id.as_ref();
        id.is_some_and(|id| command.external_ids.contains(id))
    };
    let fed = organization
        .groups
        .iter()
        .filter(|(_, group)| group.source == GroupSource::Claims);
    Ok(fed
        .filter_map(|(id, group)| {
            let mut members = group.members.clone();
            match is_claimed(group) {
                true => members.insert(command.user),
                false => members.remove(&command.user),
            };
            changed(*id, group, &members)
        })
        .collect())
}

/// What changes where a group shall have these members; nothing where it has them already.
fn changed(id: GroupId, group: &Group, members: &BTreeSet<UserId>) -> Option<Event> {
    if group.members == *members {
        return None;
    }
    Some(Event::GroupMembersChanged(GroupMembersChanged {
        group: id,
        added: members.difference(&group.members).copied().collect(),
        removed: group.members.difference(members).copied().collect(),
    }))
}

/// Closed accounts may be in a group, as directories keep them there.
fn known(organization: &Organization, users: &[UserId]) -> Result<BTreeSet<UserId>, Rejection> {
    users
        .iter()
        .map(|user| find_user(organization, *user).map(|_| *user))
        .collect()
}

fn names(
    organization: &Organization,
    own: Option<GroupId>,
    name: &str,
    external_id: &Option<String>,
) -> Result<(String, Option<String>), Rejection> {
    let name = text::label("name", name)?;
    match organization.find_group_by_name(&name) {
        Some((id, _)) if Some(id) != own => {
            return Err(Rejection::NameTaken {
                what: "group".into(),
            });
        }
        _ => {}
    }
    let Some(external_id) = external_id else {
        return Ok((name, None));
    };
    let external_id = text::label("external_id", external_id)?;
    let is_taken = organization
        .groups
        .iter()
        .any(|(id, group)| Some(*id) != own && group.external_id.as_ref() == Some(&external_id));
    if is_taken {
        return Err(Rejection::IdentityTaken {
            what: "external_id".into(),
        });
    }
    Ok((name, Some(external_id)))
}
