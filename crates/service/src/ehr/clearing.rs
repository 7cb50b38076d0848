//! Clearing up after commands that a record was asked for: secrets that nothing uses, tokens and charts of a record that is another now. What a command
//! did stands whatever becomes of this; what could not be cleared away is tried again.

use super::credentials::forgotten_secret;
use crate::caller::Caller;
use crate::error::{Refusal, Unavailable};
use crate::registry::Service;
use crate::team::Asked;
use domain::ehr::EhrConnection;
use domain::{PatientId, SecretId, TeamId};
use jiff::Timestamp;
use std::sync::{Mutex, PoisonError};

/// What was prepared for a command, to be cleared up once it is done or refused.
#[derive(Default)]
pub(crate) struct Prepared {
    /// A secret that was sealed for it.
    pub(super) sealed: Option<SecretId>,
    /// The connection that it may replace.
    pub(super) before: Option<EhrConnection>,
    /// A patient whose link it may change.
    pub(super) patient: Option<PatientId>,
}

/// What became of a prepared command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is done.
    Done,
    /// Nothing was changed.
    Refused,
    /// The storage failed: it may be done.
    Unknown,
}

impl Outcome {
    pub(crate) fn of<T>(answer: &Result<T, Refusal>) -> Self {
        match answer {
            Ok(_) => Outcome::Done,
            Err(Refusal::Rejected(_) | Refusal::Ehr(_)) => Outcome::Refused,
            Err(Refusal::Unavailable(Unavailable::NoSpace)) => Outcome::Refused,
            Err(Refusal::Unavailable(_)) => Outcome::Unknown,
        }
    }
}

/// What could not be cleared away yet. A restart forgets it: then a sealed secret stays that nothing names, and charts until the sweep takes them.
#[derive(Default)]
pub(super) struct Leftovers(Mutex<Vec<Leftover>>);

struct Leftover {
    caller: Caller,
    team: TeamId,
    prepared: Prepared,
    outcome: Outcome,
}

impl Leftovers {
    fn keep(&self, leftover: Leftover) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(leftover);
    }

    fn take(&self) -> Vec<Leftover> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Service {
    /// Clears up after a prepared command, at once or by a later sweep.
    pub(crate) async fn finish(
        &self,
        caller: &Caller,
        team: TeamId,
        prepared: Prepared,
        outcome: Outcome,
    ) {
        if let Err(error) = self.clear(caller, team, &prepared, outcome).await {
            tracing::warn!(%team, %error, "what a command left over could not be cleared away; it is tried again");
            self.ehr().leftovers.keep(Leftover {
                caller: caller.clone(),
                team,
                prepared,
                outcome,
            });
        }
    }

    /// Forgets charts that are older than charts are kept at `now`, and clears away what commands left over.
    ///
    /// # Errors
    /// The storage refuses it.
    pub async fn sweep(&self, now: Timestamp) -> Result<(), Refusal> {
        for leftover in self.ehr().leftovers.take() {
            let Leftover {
                caller,
                team,
                prepared,
                outcome,
            } = leftover;
            self.finish(&caller, team, prepared, outcome).await;
        }
        self.ehr().sweep_charts(&**self.journal(), now).await
    }

    /// The same twice has the effect of once.
    async fn clear(
        &self,
        caller: &Caller,
        team: TeamId,
        prepared: &Prepared,
        outcome: Outcome,
    ) -> Result<(), Refusal> {
        let (ehr, journal) = (self.ehr(), &**self.journal());
        // A secret that may be in use is kept: the connection would be of no use without it.
        if let (Outcome::Refused, Some(secret)) = (outcome, prepared.sealed) {
            journal
                .put_records(vec![forgotten_secret(team, secret)])
                .await?;
        }
        if let (Outcome::Done, Some(before)) = (outcome, &prepared.before) {
            let now = self.connection_now(caller, team).await?;
            let is_kept = now.as_ref().is_some_and(|now| now.id == before.id);
            if !is_kept {
                ehr.record.forget(before.id);
                ehr.forget_charts(journal, team, None).await?;
            }
            let secret_now = now.and_then(|now| now.secret);
            if let Some(secret) = before.secret.filter(|secret| Some(*secret) != secret_now) {
                journal
                    .put_records(vec![forgotten_secret(team, secret)])
                    .await?;
            }
        }
        if let (Outcome::Done, Some(patient)) = (outcome, prepared.patient) {
            ehr.forget_charts(journal, team, Some(patient)).await?;
        }
        Ok(())
    }

    /// The connection as it stands, whoever asks: clearing up is the server's own business.
    async fn connection_now(
        &self,
        caller: &Caller,
        team: TeamId,
    ) -> Result<Option<EhrConnection>, Refusal> {
        let look = |world: &mut crate::team::World, _| Ok((vec![], world.team().ehr.clone()));
        self.read(caller, team, Asked::of_team("ehr_connection"), look)
            .await
    }
}
