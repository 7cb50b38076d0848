//! The server: FHIR over HTTP, tokens, and the faults.

mod answering;
mod ask;
mod assertion;
mod auth;
mod control;
mod counts;
mod door;
mod fault;
mod matching;
mod metadata;
mod outcome;
mod parameters;
mod search;
mod spoiling;

pub use auth::Auth;
pub use control::IdentityChange;
pub use counts::Counts;
pub use fault::{Fault, Faults, Trouble};

use crate::{
    sandbox::{Clock, Options, WardPatient},
    version::Version,
    ward::Ward,
};
use auth::Tokens;
use axum::Router;
use counts::Counter;
use door::Door;
use jiff::Timestamp;
use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard},
    time::Duration,
};
use tokio::sync::oneshot;

/// What all requests share.
pub(crate) struct Server {
    version: Version,
    address: SocketAddr,
    offers_batch: bool,
    delay: Duration,
    ward: RwLock<Ward>,
    clock: Mutex<Clock>,
    auth: Mutex<Auth>,
    tokens: Tokens,
    pub(crate) faults: Faults,
    counter: Counter,
}

/// Opens the door, and gives the server with what serves it until `stop` is sent.
pub(crate) async fn open(
    options: Options,
    stop: oneshot::Receiver<()>,
) -> io::Result<(Arc<Server>, impl Future<Output = io::Result<()>> + Send)> {
    let faults = Faults::none();
    let door = Door::open(options.listen, faults.clone()).await?;
    let server = Arc::new(Server {
        version: options.version,
        address: door.address(),
        offers_batch: options.batch,
        delay: options.delay,
        ward: RwLock::new(Ward::admit(options.seed, options.patients)),
        clock: Mutex::new(options.clock),
        auth: Mutex::new(options.auth),
        tokens: Tokens::new(options.token_lifetime),
        faults,
        counter: Counter::default(),
    });
    let router = Router::new()
        .merge(control::router())
        .fallback(answering::answer)
        .with_state(Arc::clone(&server));
    let serving = axum::serve(door, router).with_graceful_shutdown(async {
        // Also a dropped sender is a wish to stop.
        let _ = stop.await;
    });
    Ok((server, async move { serving.await }))
}

impl Server {
    pub(crate) fn url(&self) -> String {
        format!("http://{}/{}", self.address, self.version)
    }

    pub(crate) fn counts(&self) -> Counts {
        self.counter.read()
    }

    pub(crate) fn reset_counts(&self) {
        self.counter.reset();
    }

    pub(crate) fn set_clock(&self, clock: Clock) {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner) = clock;
    }

    pub(crate) fn set_auth(&self, auth: Auth) {
        *self.auth.lock().unwrap_or_else(PoisonError::into_inner) = auth;
    }

    pub(crate) fn patients(&self) -> Vec<WardPatient> {
        self.ward()
            .patients
            .iter()
            .map(|person| WardPatient {
                id: person.id.clone(),
                family: person.family.clone(),
                given: person.given.clone(),
                birth_date: person.birth_date,
                sex: if person.is_female { "female" } else { "male" },
                mrn: person.mrn.clone(),
            })
            .collect()
    }

    /// False: there is no such patient.
    pub(crate) fn change_identity(&self, id: &str, change: IdentityChange) -> bool {
        let mut ward = self.ward.write().unwrap_or_else(PoisonError::into_inner);
        let Some(person) = ward.patients.iter_mut().find(|person| person.id == id) else {
            return false;
        };
        if let Some(family) = change.family {
            person.family = family;
        }
        if let Some(given) = change.given {
            person.given = given;
        }
        if change.mrn.is_some() {
            person.mrn = change.mrn;
        }
        true
    }

    fn now(&self) -> Timestamp {
        match *self.clock.lock().unwrap_or_else(PoisonError::into_inner) {
            Clock::Running => Timestamp::now(),
            Clock::Fixed(time) => time,
        }
    }

    fn auth(&self) -> Auth {
        self.auth
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn ward(&self) -> RwLockReadGuard<'_, Ward> {
        self.ward.read().unwrap_or_else(PoisonError::into_inner)
    }
}
