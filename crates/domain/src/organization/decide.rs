//! Judges the organization's commands.

use super::command::{Command, CreateTeam, CreateUser, UpdateUser};
use super::event::{
    EnrolmentIssued, Event, TeamCreated, TeamRenamed, UserCreated, UserDisabled, UserEnabled,
    UserUpdated,
};
use super::state::{Organization, User};
use crate::rejection::{Need, Rejection, Thing};
use crate::{TeamId, UserId, text};
use uuid::Uuid;

/// Who asks; the system asks for the first administrator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Actor {
    /// A user.
    User(UserId),
    /// The server itself: the first administrator, the demo.
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
        Command::CreateUser(c) => create_user(organization, context, &c),
        Command::UpdateUser(c) => update_user(organization, &c),
        Command::DisableUser(c) => {
            let user = find(organization, c.user)?;
            if user.disabled {
                return Ok(vec![]);
            }
            keep_an_administrator(organization, c.user)?;
            Ok(vec![Event::UserDisabled(UserDisabled { id: c.user })])
        }
        Command::EnableUser(c) if find(organization, c.user)?.disabled => {
            Ok(vec![Event::UserEnabled(UserEnabled { id: c.user })])
        }
        Command::EnableUser(_) => Ok(vec![]),
        Command::IssueEnrolment(c) => {
            if find(organization, c.user)?.disabled {
                return Err(Rejection::NotFound { what: Thing::User });
            }
            Ok(vec![Event::EnrolmentIssued(EnrolmentIssued { id: c.user })])
        }
        Command::CreateTeam(c) => create_team(organization, context, &c),
        Command::RenameTeam(c) => {
            let name = text::label("name", &c.name)?;
            let team = organization
                .teams
                .get(&c.team)
                .ok_or(Rejection::NotFound { what: Thing::Team })?;
            if team.name == name {
                return Ok(vec![]);
            }
            Ok(vec![Event::TeamRenamed(TeamRenamed { team: c.team, name })])
        }
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

fn create_user(
    organization: &Organization,
    context: &mut Context<'_>,
    command: &CreateUser,
) -> Result<Vec<Event>, Rejection> {
    let user = text::label("user", &command.user)?;
    let name = text::label("name", &command.name)?;
    if organization.find_by_sign_in_name(&user).is_some() {
        return Err(Rejection::NameTaken {
            what: "user".into(),
        });
    }
    let id = UserId::new((context.fresh_id)());
    let (language, administrator) = (command.language, command.administrator);
    Ok(vec![Event::UserCreated(UserCreated {
        id,
        user,
        name,
        language,
        administrator,
    })])
}

fn update_user(organization: &Organization, command: &UpdateUser) -> Result<Vec<Event>, Rejection> {
    let user = find(organization, command.user)?;
    let name = text::label("name", &command.name)?;
    if user.administrator && !command.administrator {
        keep_an_administrator(organization, command.user)?;
    }
    if user.name == name
        && user.language == command.language
        && user.administrator == command.administrator
    {
        return Ok(vec![]);
    }
    let (language, administrator) = (command.language, command.administrator);
    Ok(vec![Event::UserUpdated(UserUpdated {
        id: command.user,
        name,
        language,
        administrator,
    })])
}

fn create_team(
    organization: &Organization,
    context: &mut Context<'_>,
    command: &CreateTeam,
) -> Result<Vec<Event>, Rejection> {
    let name = text::label("name", &command.name)?;
    if find(organization, command.owner)?.disabled {
        return Err(Rejection::NotFound { what: Thing::User });
    }
    if !(context.is_time_zone)(&command.time_zone) {
        return Err(Rejection::Invalid {
            what: "time_zone".into(),
        });
    }
    let team = TeamId::new((context.fresh_id)());
    let (owner, time_zone) = (command.owner, command.time_zone.clone());
    Ok(vec![Event::TeamCreated(TeamCreated {
        team,
        name,
        owner,
        time_zone,
    })])
}

fn find(organization: &Organization, id: UserId) -> Result<&User, Rejection> {
    organization
        .users
        .get(&id)
        .ok_or(Rejection::NotFound { what: Thing::User })
}

fn keep_an_administrator(organization: &Organization, leaving: UserId) -> Result<(), Rejection> {
    let others = organization
        .users
        .iter()
        .filter(|(id, user)| **id != leaving && user.administrator && !user.disabled);
    let is_one = organization
        .users
        .get(&leaving)
        .is_some_and(|user| user.administrator && !user.disabled);
    if is_one && others.count() == 0 {
        Err(Rejection::LastAdministrator)
    } else {
        Ok(())
    }
}
