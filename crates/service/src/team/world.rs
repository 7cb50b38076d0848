//! A team's state and what follows from it in memory.

use super::projection::Projection;
use super::recent::RecentCommands;
use super::record::ChartClock;
use super::subscriptions::Subscriptions;
use super::watching::Watches;
use crate::directory::Directory;
use crate::live::Views;
use domain::team::event::Event;
use domain::team::evolve::{Stamp, evolve};
use domain::team::state::Team;
use domain::{ListId, PatientId, TeamId, UserId};
use std::collections::HashMap;

/// Everything that a team's actor owns.
pub(crate) struct World {
    pub(crate) id: TeamId,
    pub(crate) directory: Directory,
    pub(crate) core: Core,
    pub(crate) projections: HashMap<ListId, Projection>,
    pub(crate) subscriptions: Subscriptions,
    pub(crate) views: Views,
    pub(crate) watches: Watches,
    /// When the charts of patients on open lists are read.
    pub(crate) charts: ChartClock,
}

/// What is made of the journal, and saved as a snapshot.
#[derive(Default, serde::Serialize, serde::Deserialize)]
pub(crate) struct Core {
    pub(crate) team: Team,
    pub(crate) recent: RecentCommands,
    /// The sequences that changed each patient: their history is read by these.
    pub(crate) changes_of: HashMap<PatientId, Vec<u64>>,
}

impl Core {
    /// Applies an event and returns the lists whose readers see it.
    pub(crate) fn apply(&mut self, stamp: Stamp, event: &Event) -> Vec<ListId> {
        if let Some(patient) = event.subject().patient {
            self.changes_of
                .entry(patient)
                .or_default()
                .push(stamp.sequence);
        }
        evolve(&mut self.team, stamp, event)
    }
}

impl World {
    pub(crate) fn team(&self) -> &Team {
        &self.core.team
    }

    /// The name that others see of a user.
    pub(crate) fn name_of(&self, user: UserId) -> String {
        self.directory.now().name_of(user)
    }
}
