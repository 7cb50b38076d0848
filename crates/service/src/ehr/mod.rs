//! The hospital's record: asked through a port, never trusted, and nothing of it leaves before it is journalled.

mod cache;
mod charts;
mod connecting;
mod credentials;
mod port;
mod searching;

pub use charts::ChartView;
pub(crate) use charts::Linked;
pub use connecting::EhrProbe;
pub(crate) use connecting::Outcome;
pub use credentials::PublicKeys;
pub use port::{
    Answer, Credential, EhrProblem, Found, FoundPart, NoRecord, Record, RecordAccess, RecordAnswer,
    Urgency,
};
pub use searching::{EhrSearch, EhrSearchAnswer};

use crate::sealing::Sealer;
use jiff::SignedDuration;
use std::sync::Arc;

/// What the service needs to ask records.
pub struct Ehr {
    /// The client.
    pub record: Arc<dyn Record>,
    /// Seals secrets and cached charts.
    pub sealer: Sealer,
    pace: Pace,
    searches: searching::Counts,
    /// One at a time makes the keys that assertions are signed with.
    making_keys: tokio::sync::Mutex<()>,
}

impl Ehr {
    /// Asks records through a client.
    pub fn new(record: Arc<dyn Record>, sealer: Sealer) -> Self {
        Self {
            record,
            sealer,
            pace: Pace::default(),
            searches: searching::Counts::default(),
            making_keys: tokio::sync::Mutex::default(),
        }
    }

    /// The same, at another pace.
    #[must_use]
    pub fn at_pace(self, pace: Pace) -> Self {
        Self { pace, ..self }
    }

    pub(crate) fn pace(&self) -> Pace {
        self.pace
    }
}

/// How often charts are read. The default is the product's; tests are faster.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How old a chart may be to be shown without asking the record again.
    pub fresh: SignedDuration,
    /// A patient's chart is read at most so often while lists are open that show something of it.
    pub read_every: SignedDuration,
    /// One that could not be read is tried again sooner, so that the list recovers within a minute of the record.
    pub retried_after: SignedDuration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            fresh: SignedDuration::from_secs(60),
            read_every: SignedDuration::from_secs(60),
            retried_after: SignedDuration::from_secs(20),
        }
    }
}
