//! The hospital's record: asked through a port, never trusted, and nothing of it leaves before it is journalled.

mod cache;
mod charts;
mod connecting;
mod credentials;
mod port;
mod sealing;
mod searching;

pub use charts::ChartView;
pub(crate) use charts::Linked;
pub use connecting::EhrProbe;
pub use credentials::PublicKeys;
pub use port::{
    Answer, Credential, EhrProblem, Found, FoundPart, NoRecord, Record, RecordAccess, RecordAnswer,
    Urgency,
};
pub use sealing::{SealKey, Sealer, Unsealable};
pub use searching::{EhrSearch, EhrSearchAnswer};

use std::sync::Arc;

/// What the service needs to ask records.
pub struct Ehr {
    /// The client.
    pub record: Arc<dyn Record>,
    /// Seals secrets and cached charts.
    pub sealer: Sealer,
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
            searches: searching::Counts::default(),
            making_keys: tokio::sync::Mutex::default(),
        }
    }
}
