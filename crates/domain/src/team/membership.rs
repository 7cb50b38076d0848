//! Members by groups of the organization: what the organization says is brought into the team's own state. Nobody commands it; it
//! is idempotent, so that it can be resumed after a crash.

use super::event::{Event, MemberAdded, MemberRemoved, MemberRoleSet};
use super::state::{Role, Team};
use crate::UserId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The organization, as the author of what it decides about a team's members.
pub const ORGANIZATION: UserId = UserId::new(Uuid::max());

/// What follows from the groups: `wanted` is who is a member by them, and as what. Who was taken in by hand stays as they are; the
/// last owner may go, since an administrator can appoint another.
pub fn follow_groups(team: &Team, wanted: &BTreeMap<UserId, Role>) -> Vec<Event> {
    let gone = team
        .members
        .iter()
        .filter(|(user, member)| member.by_group.is_some() && !wanted.contains_key(user))
        .map(|(user, _)| Event::MemberRemoved(MemberRemoved { user: *user }));
    let come = wanted.iter().filter_map(|(user, role)| {
        let (user, role, by_group) = (*user, *role, true);
        match team.members.get(&user) {
            None => Some(Event::MemberAdded(MemberAdded {
                user,
                role,
                by_group,
            })),
            // An owner may have given them another role since: that stays until the groups say something else.
            Some(member) if member.by_group.is_some_and(|given| given != role) => {
                Some(Event::MemberRoleSet(MemberRoleSet {
                    user,
                    role,
                    by_group,
                }))
            }
            Some(_) => None,
        }
    });
    gone.chain(come).collect()
}

/// What follows from an administrator's making somebody an owner.
pub fn appoint_owner(team: &Team, user: UserId) -> Vec<Event> {
    let (role, by_group) = (Role::Owner, false);
    match team.find_role(user) {
        Some(Role::Owner) => vec![],
        Some(_) => vec![Event::MemberRoleSet(MemberRoleSet {
            user,
            role,
            by_group,
        })],
        None => vec![Event::MemberAdded(MemberAdded {
            user,
            role,
            by_group,
        })],
    }
}
