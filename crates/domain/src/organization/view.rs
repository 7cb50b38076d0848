//! What administrators see of the organization, and everybody of each other.

use super::state::Organization;
use crate::team::installation::Language;
use crate::{TeamId, UserId};
use jiff::Timestamp;
use serde::Serialize;

/// The organization, for administrators.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OrganizationView<'a> {
    /// Everybody with an account, by name.
    pub users: Vec<UserView<'a>>,
    /// Every team, by name.
    pub teams: Vec<TeamEntryView<'a>>,
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
    /// May no longer sign in.
    pub disabled: bool,
    /// When the account was made.
    #[schema(value_type = String)]
    pub since: Timestamp,
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
    /// The IANA time zone that it began with; its owners may have chosen another since.
    pub time_zone: &'a str,
    /// When it was made.
    #[schema(value_type = String)]
    pub since: Timestamp,
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
                disabled: u.disabled,
                since: u.since,
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
            })
            .collect();
        teams.sort_by_key(|team| team.name.to_lowercase());
        OrganizationView {
            users,
            teams,
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
