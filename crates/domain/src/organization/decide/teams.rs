//! Teams as the organization has them.

use super::{Context, find_group, find_open_user, find_team};
use crate::organization::command::{
    AppointOwner, CreateTeam, LinkGroupToTeam, RenameTeam, UnlinkGroupFromTeam,
};
use crate::organization::event::{
    Event, GroupLinkedToTeam, GroupUnlinkedFromTeam, OwnerAppointed, TeamCreated, TeamRenamed,
};
use crate::organization::state::Organization;
use crate::rejection::Rejection;
use crate::{TeamId, text};

pub(super) fn create(
    organization: &Organization,
    context: &mut Context<'_>,
    command: &CreateTeam,
) -> Result<Vec<Event>, Rejection> {
    let name = text::label("name", &command.name)?;
    find_open_user(organization, command.owner)?;
    if !(context.is_time_zone)(&command.time_zone) {
        return Err(Rejection::Invalid {
            what: "time_zone".into(),
        });
    }
    Ok(vec![Event::TeamCreated(TeamCreated {
        team: TeamId::new((context.fresh_id)()),
        name,
        owner: command.owner,
        time_zone: command.time_zone.clone(),
    })])
}

pub(super) fn rename(
    organization: &Organization,
    command: &RenameTeam,
) -> Result<Vec<Event>, Rejection> {
    let name = text::label("name", &command.name)?;
    if find_team(organization, command.team)?.name == name {
        return Ok(vec![]);
    }
    Ok(vec![Event::TeamRenamed(TeamRenamed {
        team: command.team,
        name,
    })])
}

/// Each appointment is a fact of its own: the team may have changed its owners since an earlier one.
pub(super) fn appoint_owner(
    organization: &Organization,
    command: &AppointOwner,
) -> Result<Vec<Event>, Rejection> {
    find_team(organization, command.team)?;
    find_open_user(organization, command.user)?;
    Ok(vec![Event::OwnerAppointed(OwnerAppointed {
        team: command.team,
        user: command.user,
    })])
}

pub(super) fn link_group(
    organization: &Organization,
    command: &LinkGroupToTeam,
) -> Result<Vec<Event>, Rejection> {
    let team = find_team(organization, command.team)?;
    find_group(organization, command.group)?;
    if team.groups.get(&command.group) == Some(&command.role) {
        return Ok(vec![]);
    }
    Ok(vec![Event::GroupLinkedToTeam(GroupLinkedToTeam {
        team: command.team,
        group: command.group,
        role: command.role,
    })])
}

pub(super) fn unlink_group(
    organization: &Organization,
    command: &UnlinkGroupFromTeam,
) -> Result<Vec<Event>, Rejection> {
    let team = find_team(organization, command.team)?;
    if !team.groups.contains_key(&command.group) {
        return Ok(vec![]);
    }
    Ok(vec![Event::GroupUnlinkedFromTeam(GroupUnlinkedFromTeam {
        team: command.team,
        group: command.group,
    })])
}
