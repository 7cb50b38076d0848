//! What the organization decides, as a team's actor brings it into the team.

use super::actor::Actor;
use super::batch::{Batch, Mode, Staged};
use super::commands;
use domain::UserId;
use domain::team::access_event::EndReason;
use domain::team::event::Event;
use domain::team::membership::follow_groups;
use jiff::Timestamp;
use std::collections::BTreeSet;

impl Actor {
    /// Brings what the organization says into the team: members by groups, and what policies allow those who are connected.
    pub(super) fn stage_organization(
        &mut self,
        batch: &mut Batch,
        mode: Mode,
        at: Timestamp,
        users: &BTreeSet<UserId>,
    ) -> Staged {
        self.is_membership_due = true;
        let wanted = self.world.directory.now().members_by_groups(self.world.id);
        let events = follow_groups(self.world.team(), &wanted);
        let staged = self.stage_membership(batch, mode, at, &events);
        for user in users {
            if self.world.directory.policy(*user).may_use {
                self.world.subscriptions.tell_of_oneself(*user);
            } else {
                let ended = self.world.subscriptions.hang_up(*user, None);
                self.end_views(ended, EndReason::Revoked);
            }
        }
        staged
    }

    pub(super) fn stage_membership(
        &mut self,
        batch: &mut Batch,
        mode: Mode,
        at: Timestamp,
        events: &[Event],
    ) -> Staged {
        if mode == Mode::ReadsOnly {
            return Staged::NotForThem;
        }
        let (world, salts) = (&mut self.world, &mut self.salts);
        match commands::stage_membership(world, salts, batch, at, events) {
            Ok(()) => Staged::Done,
            Err(error) => {
                tracing::warn!(team = %self.world.id, %error, "a change of members could not be staged");
                Staged::NotForThem
            }
        }
    }
}
