//! One try at a time: guesses that are sent all at once must not all be judged by the failures from before the first.

use crate::secret::hash_of;
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Queues. Two accounts may share one, which only makes one of them wait for the other's hash.
const QUEUES: u8 = 64;

/// Queues of tries, by whom they are for.
pub(crate) struct Turns(Vec<Arc<Mutex<()>>>);

/// It is one's turn until this is dropped.
#[must_use = "the turn ends when this is dropped"]
pub(crate) struct Turn {
    _held: OwnedMutexGuard<()>,
}

impl Turns {
    pub(crate) fn new() -> Self {
        Self((0..QUEUES).map(|_| Arc::default()).collect())
    }

    /// Waits for the turn of `whom`: no other try for the same one runs until it is dropped.
    pub(crate) async fn wait(&self, whom: &str) -> Option<Turn> {
        let hash = hash_of(whom);
        let number = hash
            .get(..2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())?;
        let queue = self.0.get(usize::from(number % QUEUES))?.clone();
        Some(Turn {
            _held: queue.lock_owned().await,
        })
    }
}
