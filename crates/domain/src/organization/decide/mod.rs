//! Judges the organization's commands.

mod groups;
mod policies;
mod teams;
mod users;

use super::command::Command;
use super::event::Event;
use super::state::{Group, Organization, TeamEntry, User};
use crate::rejection::{Need, Rejection, Thing};
use crate::{GroupId, TeamId, UserId};
use uuid::Uuid;

/// Who asks; the system asks for the first administrator, and for what the hospital's directory says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Actor {
    /// A user.
    User(UserId),
    /// The server itself: the first administrator, the demo, the directory, a claim at sign-in.
    System,
}

/// What a decision may know of the world.
pub struct Context<'a> {
    /// Who asks.
    pub actor: Actor,
    /// Fresh ids.
    pub fresh_id: &'a mut dyn FnMut() -> Uuid,
    /// Whether an IANA time zone of that name is known.
    pub is_time_zone: &'a dyn Fn(&str) -> bool,
}

/// Judges a command.
pub fn decide(
    organization: &Organization,
    context: &mut Context<'_>,
    command: Command,
) -> Result<Vec<Event>, Rejection> {
    if let Actor::User(id) = context.actor {
        require_administrator(organization, id)?;
    }
    match command {
        Command::CreateUser(c) => users::create(organization, context, c),
        Command::UpdateUser(c) => users::update(organization, &c),
        Command::DisableUser(c) => users::disable(organization, &c),
        Command::EnableUser(c) => users::enable(organization, &c),
        Command::IssueEnrolment(c) => users::issue_enrolment(organization, &c),
        Command::SetSignInName(c) => users::set_sign_in_name(organization, &c),
        Command::SetExternalId(c) => users::set_external_id(organization, &c),
        Command::LinkIdentity(c) => users::link_identity(organization, c),
        Command::UnlinkIdentity(c) => users::unlink_identity(organization, c),
        Command::CreateGroup(c) => groups::create(organization, context, &c),
        Command::UpdateGroup(c) => groups::update(organization, &c),
        Command::DeleteGroup(c) => groups::delete(organization, &c),
        Command::ChangeGroupMembers(c) => groups::change_members(organization, &c),
        Command::ReplaceGroupMembers(c) => groups::replace_members(organization, &c),
        Command::SyncClaimedGroups(c) => groups::sync_claimed(organization, &c),
        Command::CreatePolicy(c) => policies::create(organization, context, c),
        Command::UpdatePolicy(c) => policies::update(organization, c),
        Command::DeletePolicy(c) => policies::delete(organization, &c),
        Command::SetDefaultPolicy(c) => policies::set_default(organization, c),
        Command::AssignUserPolicy(c) => policies::assign_user(organization, &c),
        Command::AssignGroupPolicy(c) => policies::assign_group(organization, &c),
        Command::CreateTeam(c) => teams::create(organization, context, &c),
        Command::RenameTeam(c) => teams::rename(organization, &c),
        Command::AppointOwner(c) => teams::appoint_owner(organization, &c),
        Command::LinkGroupToTeam(c) => teams::link_group(organization, &c),
        Command::UnlinkGroupFromTeam(c) => teams::unlink_group(organization, &c),
    }
}

/// Allows an administrator whose account is open.
pub fn require_administrator(organization: &Organization, id: UserId) -> Result<(), Rejection> {
    match organization.users.get(&id) {
        Some(user) if user.administrator && !user.disabled => Ok(()),
        _ => Err(Rejection::NotPermitted {
            needs: Need::Administrator,
        }),
    }
}

/// Allows an auditor whose account is open.
pub fn require_auditor(organization: &Organization, id: UserId) -> Result<(), Rejection> {
    match organization.users.get(&id) {
        Some(user) if user.auditor && !user.disabled => Ok(()),
        _ => Err(Rejection::NotPermitted {
            needs: Need::Auditor,
        }),
    }
}

fn find_user(organization: &Organization, id: UserId) -> Result<&User, Rejection> {
    organization
        .users
        .get(&id)
        .ok_or(Rejection::NotFound { what: Thing::User })
}

fn find_open_user(organization: &Organization, id: UserId) -> Result<&User, Rejection> {
    match find_user(organization, id)? {
        user if user.disabled => Err(Rejection::NotFound { what: Thing::User }),
        user => Ok(user),
    }
}

fn find_group(organization: &Organization, id: GroupId) -> Result<&Group, Rejection> {
    organization
        .groups
        .get(&id)
        .ok_or(Rejection::NotFound { what: Thing::Group })
}

fn find_team(organization: &Organization, id: TeamId) -> Result<&TeamEntry, Rejection> {
    organization
        .teams
        .get(&id)
        .ok_or(Rejection::NotFound { what: Thing::Team })
}
