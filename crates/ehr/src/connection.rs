//! A team's connection to its EHR, and what the client remembers of it.

use crate::breaker::{Admission, Breaker, Held, Outcome};
use crate::discovery::Discovered;
use crate::error::EhrError;
use crate::lanes::Lanes;
use crate::names::Names;
use crate::token::{Auth, TokenKeeper};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A connection as its owner set it.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Which one: one a team.
    pub id: String,
    /// Counts the times that it was set. A higher one acts at once: with its own token, and unhindered by what an earlier one met.
    pub revision: u64,
    /// The FHIR server's base.
    pub url: String,
    /// How we prove who we are.
    pub auth: Auth,
}

/// What is remembered of a connection in one revision.
pub(crate) struct State {
    pub(crate) tokens: TokenKeeper,
    pub(crate) lanes: Lanes,
    /// Held while the capability statement is read, so that it is read once for all who wait.
    pub(crate) discovered: tokio::sync::Mutex<Option<Arc<Discovered>>>,
    pub(crate) names: Names,
    breaker: Mutex<Breaker>,
}

/// An admitted request. Dropped without a verdict it counts as given up.
pub(crate) struct Admitted<'a> {
    state: &'a State,
    admission: Admission,
    outcome: Outcome,
}

impl State {
    pub(crate) fn new(auth: Auth) -> Self {
        Self {
            tokens: TokenKeeper::new(auth),
            lanes: Lanes::new(),
            discovered: tokio::sync::Mutex::default(),
            names: Names::default(),
            breaker: Mutex::new(Breaker::new()),
        }
    }

    /// Asks the breaker for permission to make a request.
    pub(crate) fn admit(&self) -> Result<Admitted<'_>, EhrError> {
        match self.breaker().admit(Instant::now()) {
            Ok(admission) => Ok(Admitted {
                state: self,
                admission,
                outcome: Outcome::Abandoned,
            }),
            Err(Held::Paused(retry_after)) => Err(EhrError::RateLimited { retry_after }),
            Err(Held::Open(retry_after)) => Err(EhrError::Unavailable { retry_after }),
        }
    }

    /// The EHR asked us to wait.
    pub(crate) fn pause(&self, wait: Duration) {
        self.breaker().pause(wait, Instant::now());
    }

    fn breaker(&self) -> std::sync::MutexGuard<'_, Breaker> {
        self.breaker.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Admitted<'_> {
    /// Says what became of the request.
    pub(crate) fn settle<T>(mut self, result: &Result<T, EhrError>) {
        self.outcome = match result {
            Err(trouble) if trouble.is_outage() => Outcome::Failed,
            Ok(_) | Err(_) => Outcome::Answered,
        };
    }
}

impl Drop for Admitted<'_> {
    fn drop(&mut self) {
        self.state
            .breaker()
            .settle(self.admission, self.outcome, Instant::now());
    }
}

/// The states of all connections.
#[derive(Default)]
pub(crate) struct States {
    by_id: Mutex<HashMap<String, (u64, Arc<State>)>>,
}

impl States {
    /// The state of a connection. A caller that still holds an earlier revision than the newest seen gets a state of its own, and does not bring the
    /// earlier secret back for others.
    pub(crate) fn of(&self, connection: &Connection) -> Arc<State> {
        let mut states = self.by_id.lock().unwrap_or_else(PoisonError::into_inner);
        match states.get(&connection.id) {
            Some((revision, state)) if *revision == connection.revision => Arc::clone(state),
            Some((revision, _)) if *revision > connection.revision => {
                Arc::new(State::new(connection.auth.clone()))
            }
            Some(_) | None => {
                let state = Arc::new(State::new(connection.auth.clone()));
                states.insert(
                    connection.id.clone(),
                    (connection.revision, Arc::clone(&state)),
                );
                state
            }
        }
    }

    /// Forgets a connection that was removed, its token included.
    pub(crate) fn forget(&self, id: &str) {
        self.by_id
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(revision: u64) -> Connection {
        Connection {
            id: "team".to_owned(),
            revision,
            url: "https://ehr.example/r4".to_owned(),
            auth: Auth::None,
        }
    }

    #[test]
    fn a_new_revision_starts_afresh_and_an_earlier_one_does_not_come_back() {
        let states = States::default();
        let first = states.of(&connection(1));
        assert!(Arc::ptr_eq(&first, &states.of(&connection(1))));
        let second = states.of(&connection(2));
        assert!(!Arc::ptr_eq(&first, &second));
        let late = states.of(&connection(1));
        assert!(!Arc::ptr_eq(&first, &late));
        assert!(Arc::ptr_eq(&second, &states.of(&connection(2))));
        states.forget("team");
        assert!(!Arc::ptr_eq(&second, &states.of(&connection(2))));
    }

    #[test]
    fn five_outages_hold_requests_back_and_refusals_do_not() {
        let state = State::new(Auth::None);
        let ask =
            |result: Result<(), EhrError>| state.admit().map(|admitted| admitted.settle(&result));
        for _ in 0..10 {
            assert!(ask(Err(EhrError::NotPermitted)).is_ok());
        }
        for _ in 0..5 {
            assert!(ask(Err(EhrError::TooSlow)).is_ok());
        }
        assert!(matches!(ask(Ok(())), Err(EhrError::Unavailable { .. })));
    }
}
