//! What the organization is at a moment.

use crate::team::installation::Language;
use crate::{TeamId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The organization's state.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Organization {
    /// The number of changes so far.
    pub sequence: u64,
    /// Everybody who has or had an account.
    pub users: BTreeMap<UserId, User>,
    /// Every team.
    pub teams: BTreeMap<TeamId, TeamEntry>,
}

/// A person with an account.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// The name they sign in with; unique without regard to case.
    pub user: String,
    /// The name that others see.
    pub name: String,
    /// The language they are addressed in.
    pub language: Language,
    /// May make users and teams; sees no patient by it.
    pub administrator: bool,
    /// May no longer sign in.
    pub disabled: bool,
    /// When the account was made.
    pub since: Timestamp,
}

/// A team as the organization knows it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamEntry {
    /// Its name.
    pub name: String,
    /// Its first owner.
    pub owner: UserId,
    /// IANA time zone.
    pub time_zone: String,
    /// When it was made, and by whom.
    pub since: Timestamp,
}

impl Organization {
    /// The user with a sign-in name.
    pub fn find_by_sign_in_name(&self, name: &str) -> Option<(UserId, &User)> {
        let wanted = name.trim().to_lowercase();
        self.users
            .iter()
            .find(|(_, user)| user.user.to_lowercase() == wanted)
            .map(|(id, user)| (*id, user))
    }

    /// The name that others see; of somebody unknown, their id.
    pub fn name_of(&self, id: UserId) -> String {
        self.users
            .get(&id)
            .map_or_else(|| id.to_string(), |user| user.name.clone())
    }
}
