//! What an actor does by itself: it ends views, keeps charts fresh, saves, and leaves memory.

use super::actor::{Actor, End};
use super::ask::Ask;
use super::batch::Batch;
use super::chart_round::Round;
use super::handle::Handle;
use super::load;
use crate::ehr::EhrProblem;
use domain::PatientId;
use domain::team::access_event::EndReason;
use jiff::Timestamp;
use journal::AppendError;
use std::sync::Arc;

/// Ticks between two looks for charts that are due: a second.
const CHART_TICKS: u32 = 4;
/// Ticks without any ask after which an unheard team leaves memory: ten minutes.
const IDLE_TICKS: u32 = 2_400;
/// Changes after which a snapshot is worth its cost, and ticks between two: five minutes.
const SNAPSHOT_CHANGES: u64 = 1_000;
const SNAPSHOT_TICKS: u32 = 1_200;

impl Actor {
    /// Begins a round of reading charts, where some are due.
    pub(super) fn begin_round(&mut self, at: Timestamp) {
        let due = self.world.due_charts(at);
        let (Some(connection), Some(inbox)) =
            (self.world.team().ehr.clone(), self.itself.upgrade())
        else {
            return;
        };
        if due.is_empty() {
            return;
        }
        self.world.charts.is_reading = true;
        let round = Round {
            ehr: self.context.ehr.clone(),
            journal: self.context.journal.clone(),
            team: self.world.id,
            connection,
            due,
            actor: Handle::new(inbox),
        };
        tokio::spawn(round.read());
    }

    /// Tells readers how a round of reading charts went.
    pub(super) fn end_round(&mut self, failed: &[PatientId], problem: Option<EhrProblem>) {
        self.world
            .charts
            .end_round(failed, problem, Timestamp::now());
        for list in self.world.lists_of_charts() {
            if let Some(text) = self.world.record_state(list) {
                self.world.subscriptions.hint(list, &text);
            }
        }
    }

    pub(super) async fn tick(&mut self) -> Result<(), End> {
        let at = Timestamp::now();
        self.ticks_since_charts = self.ticks_since_charts.saturating_add(1);
        if self.ticks_since_charts >= CHART_TICKS {
            self.ticks_since_charts = 0;
            self.begin_round(at);
        }
        if self.is_membership_due {
            let users = Arc::default();
            self.serve(vec![Ask::OrganizationChanged { users }]).await?;
        }
        let ended = self.world.views.sweep(at);
        for view in &ended {
            if view.reason == EndReason::Expired {
                let session = &view.caller.session;
                self.world.subscriptions.expire(session, view.list);
            }
        }
        self.endings
            .extend(ended.into_iter().map(|view| (view.caller, view.access)));
        self.world.subscriptions.sweep(at);
        self.ticks_since_saved = self.ticks_since_saved.saturating_add(1);
        self.idle_ticks = self.idle_ticks.saturating_add(1);
        if !self.endings.is_empty() {
            self.journal_endings().await?;
        }
        if self.idle_ticks > IDLE_TICKS
            && self.world.subscriptions.is_quiet()
            && self.world.views.is_empty()
        {
            self.inbox.close();
            let mut late = Vec::new();
            while let Ok(ask) = self.inbox.try_recv() {
                late.push(ask);
            }
            if !late.is_empty() {
                self.serve(late).await?;
            }
            self.save().await;
            return Err(End);
        }
        Ok(())
    }

    /// Journals ends of views. Without room they wait for the next tick.
    pub(super) async fn journal_endings(&mut self) -> Result<(), End> {
        self.pending.clear();
        match self.append(&mut Batch::default()).await {
            Ok(()) | Err(AppendError::NoSpace) => Ok(()),
            Err(_) => Err(End),
        }
    }

    /// Takes the state from the journal again, after staging was in vain.
    pub(super) async fn reload(&mut self) -> Result<(), End> {
        match load::core(&self.context, self.world.id).await {
            Ok(core) => {
                self.world.core = core;
                self.world.projections.clear();
                Ok(())
            }
            Err(error) => {
                tracing::error!(team = %self.world.id, %error, "a team could not be loaded again");
                Err(End)
            }
        }
    }

    pub(super) async fn save_if_due(&mut self) {
        let changes = self.world.core.team.sequence - self.saved;
        if changes >= SNAPSHOT_CHANGES && self.ticks_since_saved >= SNAPSHOT_TICKS {
            self.save().await;
        }
    }

    /// Saves a snapshot. One that fails costs time at the next start, nothing else.
    pub(super) async fn save(&mut self) {
        self.ticks_since_saved = 0;
        if self.world.core.team.sequence == self.saved {
            return;
        }
        self.world.core.recent.forget_old(Timestamp::now());
        match load::save(&self.context, self.world.id, &self.world.core).await {
            Ok(()) => self.saved = self.world.core.team.sequence,
            Err(error) => {
                tracing::warn!(team = %self.world.id, %error, "a snapshot could not be saved")
            }
        }
    }

    pub(super) async fn stop(&mut self) {
        self.world.subscriptions.go_away();
        let ended = self.world.views.stop();
        self.endings
            .extend(ended.into_iter().map(|view| (view.caller, view.access)));
        if self.journal_endings().await.is_err() {
            tracing::warn!(team = %self.world.id, "open views could not be ended");
        }
        self.save().await;
    }
}
