//! A running sandbox.

use crate::{
    server::{self, Auth, Counts, Faults, IdentityChange, Server},
    version::Version,
};
use jiff::{Timestamp, civil::Date};
use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tokio::{sync::oneshot, task::JoinHandle};

/// How long a stopping sandbox waits for requests under way.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a sandbox is set up. The default is an open R4 server of 36 patients at a free port of this machine.
pub struct Options {
    /// The version of FHIR that is spoken.
    pub version: Version,
    /// Where it listens; port 0 is any free one. It speaks plain HTTP, and its controls ask for no password: keep it on loopback.
    pub listen: SocketAddr,
    /// Another seed is another ward.
    pub seed: u64,
    /// How many patients there are. The third and the tenth get worse, the eighteenth has died.
    pub patients: usize,
    /// How a client proves who it is.
    pub auth: Auth,
    /// How long a token is good for.
    pub token_lifetime: Duration,
    /// Whether a batch may be posted to the base.
    pub batch: bool,
    /// By how much each answer is late, as by a network.
    pub delay: Duration,
    /// The time that the record is seen at.
    pub clock: Clock,
}

/// The time of the record. Tokens and assertions end by the true time, whatever this says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The true time: vital signs go on changing.
    Running,
    /// Always this time.
    Fixed(Timestamp),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            version: Version::R4,
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            seed: 1,
            patients: 36,
            auth: Auth::None,
            token_lifetime: Duration::from_secs(300),
            batch: true,
            delay: Duration::ZERO,
            clock: Clock::Running,
        }
    }
}

/// Who lies in the ward. Nobody of them exists. No `Debug`, as for every type that holds a name.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
pub struct WardPatient {
    /// The id of the Patient resource.
    pub id: String,
    /// The family name.
    pub family: String,
    /// The given names.
    pub given: Vec<String>,
    /// The birth date.
    pub birth_date: Date,
    /// `female` or `male`.
    pub sex: &'static str,
    /// The medical record number; one in twelve has none.
    pub mrn: Option<String>,
}

/// A running server. It stops when it is dropped.
pub struct Sandbox {
    server: Arc<Server>,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<io::Result<()>>,
}

impl Sandbox {
    /// Starts it; it answers once this returns.
    ///
    /// # Errors
    /// The address cannot be listened at.
    pub async fn start(options: Options) -> io::Result<Self> {
        let (stop, stopped) = oneshot::channel();
        let (server, serving) = server::open(options, stopped).await?;
        Ok(Self {
            server,
            stop: Some(stop),
            serving: tokio::spawn(serving),
        })
    }

    /// The base of its FHIR interface: `http://127.0.0.1:PORT/r4`.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// What goes wrong: to be set and cleared at any time.
    #[must_use]
    pub fn faults(&self) -> Faults {
        self.server.faults.clone()
    }

    /// What was asked so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.server.counts()
    }

    /// Counts from zero again.
    pub fn reset_counts(&self) {
        self.server.reset_counts();
    }

    /// Who lies in the ward, in the order of their ids.
    #[must_use]
    pub fn patients(&self) -> Vec<WardPatient> {
        self.server.patients()
    }

    /// Changes what the record says of a patient's identity. False: there is no such patient.
    #[must_use]
    pub fn change_identity(&self, id: &str, change: IdentityChange) -> bool {
        self.server.change_identity(id, change)
    }

    /// Changes the time of the record.
    pub fn set_clock(&self, clock: Clock) {
        self.server.set_clock(clock);
    }

    /// Changes how a client proves who it is, a new secret for instance. Tokens that were given stay good.
    pub fn set_auth(&self, auth: Auth) {
        self.server.set_auth(auth);
    }

    /// Stops; requests under way have a second to end.
    pub async fn stop(mut self) {
        self.end().await;
    }

    /// Serves until the future is there, and then stops.
    ///
    /// # Errors
    /// The server ended by itself.
    pub async fn serve_until(mut self, end: impl Future<Output = ()>) -> io::Result<()> {
        tokio::select! {
            ended = &mut self.serving => ended.map_err(io::Error::other)?,
            () = end => {
                self.end().await;
                Ok(())
            }
        }
    }

    async fn end(&mut self) {
        self.stop = None;
        if tokio::time::timeout(PATIENCE, &mut self.serving)
            .await
            .is_err()
        {
            self.serving.abort();
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
