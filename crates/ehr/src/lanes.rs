//! How many requests a connection has at once.

use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout_at;

/// Requests of one connection at once.
const ALL: usize = 16;
/// Of these, queries of single resources, where an EHR does no batch.
const SINGLES: usize = 6;
/// Charts that are refreshed at once: one request is always left to people who wait.
const REFRESHES: u32 = 15;
/// What the refresh of one chart counts for where it takes a request for each resource: two charts keep [`SINGLES`] busy.
const REFRESH_OF_SINGLES: u32 = 7;

/// For whom a chart is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// A person waits.
    Person,
    /// A list is kept fresh: it waits for its turn, and that waiting does not count as the EHR's time.
    Refresh,
}

/// The kinds of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Whatever is asked once an operation: a batch, a search, the capability statement.
    Whole,
    /// One of the queries into which a chart falls apart where there is no batch.
    Single,
}

/// The turns of one connection.
pub(crate) struct Lanes {
    all: Arc<Semaphore>,
    singles: Arc<Semaphore>,
    refreshes: Arc<Semaphore>,
}

/// A turn: over when dropped.
pub(crate) struct Turn {
    _permits: [Option<OwnedSemaphorePermit>; 2],
}

impl Lanes {
    pub(crate) fn new() -> Self {
        Self {
            all: Arc::new(Semaphore::new(ALL)),
            singles: Arc::new(Semaphore::new(SINGLES)),
            refreshes: Arc::new(Semaphore::new(REFRESHES as usize)),
        }
    }

    /// Waits for the turn of an operation.
    pub(crate) async fn operation(&self, urgency: Urgency, in_singles: bool) -> Turn {
        let permit = match urgency {
            Urgency::Person => None,
            Urgency::Refresh => {
                let weight = if in_singles { REFRESH_OF_SINGLES } else { 1 };
                // Fails only for a semaphore that is closed, which none of ours ever is.
                Arc::clone(&self.refreshes)
                    .acquire_many_owned(weight)
                    .await
                    .ok()
            }
        };
        Turn {
            _permits: [permit, None],
        }
    }

    /// Waits for the turn of a request until the deadline; none where it has passed.
    pub(crate) async fn request(&self, lane: Lane, deadline: Instant) -> Option<Turn> {
        let turn = async {
            let single = match lane {
                Lane::Whole => None,
                Lane::Single => Arc::clone(&self.singles).acquire_owned().await.ok(),
            };
            let all = Arc::clone(&self.all).acquire_owned().await.ok();
            Turn {
                _permits: [single, all],
            }
        };
        timeout_at(deadline.into(), turn).await.ok()
    }
}
