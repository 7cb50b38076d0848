//! What waits for one socket: a bounded queue, and what to do when it is full.

use bytes::Bytes;
use domain::ListId;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use tokio::sync::{Notify, mpsc};

/// Messages that may wait for a socket. At 256 a reader is seconds behind, and opening the list anew costs less than catching up.
const QUEUE: usize = 256;

/// The sending half, shared by everybody who has something to say to a connection.
pub struct Outbox {
    queue: mpsc::Sender<Bytes>,
    /// Lists whose changes were dropped because the queue was full.
    lagged: Mutex<BTreeSet<ListId>>,
    ending: Mutex<Option<Ending>>,
    hangup: Notify,
}

/// Why a connection is ended from this side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// Its person may no longer be here.
    Unwelcome,
    /// The server stops: to be opened again a moment later.
    GoingAway,
}

impl Outbox {
    /// An outbox and the queue that its socket reads.
    pub(crate) fn new() -> (Self, mpsc::Receiver<Bytes>) {
        let (queue, receiver) = mpsc::channel(QUEUE);
        (
            Self {
                queue,
                lagged: Mutex::default(),
                ending: Mutex::default(),
                hangup: Notify::new(),
            },
            receiver,
        )
    }

    /// Queues what a reader of a list must not miss. One who lags hears later, instead of it, that the list must be opened again.
    ///
    /// Returns whether it is queued.
    pub(crate) fn send(&self, list: ListId, text: Bytes) -> bool {
        match self.queue.try_send(text) {
            Ok(()) => true,
            Err(mpsc::error::TrySendError::Closed(_)) => false,
            Err(mpsc::error::TrySendError::Full(_)) => {
                self.lagged
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(list);
                false
            }
        }
    }

    /// Queues something that may be lost when the reader lags, since a newer one follows.
    pub(crate) fn send_hint(&self, text: Bytes) {
        // A full queue means a reader who will open the list again, and hears it then.
        let _is_queued = self.queue.try_send(text).is_ok();
    }

    /// Ends the connection.
    pub(crate) fn hang_up(&self, ending: Ending) {
        *self.ending.lock().unwrap_or_else(PoisonError::into_inner) = Some(ending);
        self.hangup.notify_one();
    }

    /// Waits until the connection is to be ended, and says why.
    pub async fn hung_up(&self) -> Ending {
        loop {
            self.hangup.notified().await;
            if let Some(ending) = *self.ending.lock().unwrap_or_else(PoisonError::into_inner) {
                return ending;
            }
        }
    }

    /// Lists that the reader must open again; asked when the queue is empty.
    pub fn take_lagged(&self) -> BTreeSet<ListId> {
        std::mem::take(&mut *self.lagged.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
