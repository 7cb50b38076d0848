//! Who belongs to the team.

use super::{Asker, Context};
use crate::UserId;
use crate::limits;
use crate::rejection::{Rejection, Thing};
use crate::team::command::{AddMember, RemoveMember, SetMemberRole};
use crate::team::event::{Event, MemberAdded, MemberRemoved, MemberRoleSet};
use crate::team::state::Role;

pub(super) fn add(
    asker: &Asker<'_>,
    context: &Context<'_>,
    command: &AddMember,
) -> Result<Vec<Event>, Rejection> {
    if !(context.is_user)(command.user) {
        return Err(Rejection::NotFound { what: Thing::User });
    }
    match asker.team.find_role(command.user) {
        Some(role) if role == command.role => Ok(vec![]),
        Some(_) => set_role(
            asker,
            &SetMemberRole {
                user: command.user,
                role: command.role,
            },
        ),
        None if asker.team.members.len() >= limits::MEMBERS => Err(Rejection::TooMany {
            what: "members".into(),
            limit: limits::MEMBERS,
        }),
        None => Ok(vec![Event::MemberAdded(MemberAdded {
            user: command.user,
            role: command.role,
            by_group: false,
        })]),
    }
}

pub(super) fn remove(asker: &Asker<'_>, command: &RemoveMember) -> Result<Vec<Event>, Rejection> {
    if command.user != asker.user {
        asker.require_owner()?;
    }
    let member = asker
        .team
        .members
        .get(&command.user)
        .ok_or(Rejection::NotFound {
            what: Thing::Member,
        })?;
    // They would be a member again as soon as the groups are looked at.
    if member.by_group.is_some() {
        return Err(Rejection::MemberByGroup);
    }
    keep_an_owner(asker, command.user)?;
    Ok(vec![Event::MemberRemoved(MemberRemoved {
        user: command.user,
    })])
}

pub(super) fn set_role(
    asker: &Asker<'_>,
    command: &SetMemberRole,
) -> Result<Vec<Event>, Rejection> {
    let role = asker
        .team
        .find_role(command.user)
        .ok_or(Rejection::NotFound {
            what: Thing::Member,
        })?;
    if role == command.role {
        return Ok(vec![]);
    }
    keep_an_owner(asker, command.user)?;
    Ok(vec![Event::MemberRoleSet(MemberRoleSet {
        user: command.user,
        role: command.role,
        by_group: false,
    })])
}

/// Refuses to take the last owner away: nobody could decide on members any more.
fn keep_an_owner(asker: &Asker<'_>, leaving: UserId) -> Result<(), Rejection> {
    let has_another = asker
        .team
        .members
        .iter()
        .any(|(user, m)| m.role == Role::Owner && *user != leaving);
    if has_another || asker.team.find_role(leaving) != Some(Role::Owner) {
        Ok(())
    } else {
        Err(Rejection::LastOwner)
    }
}
