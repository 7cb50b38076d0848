//! What waits for one socket: a bounded queue, and what to do when it is full.

use bytes::Bytes;
use domain::ListId;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use tokio::sync::{Notify, mpsc};

/// Messages that may wait for a socket. At 256 a reader is seconds behind, and opening the list anew costs less than catching up.
const QUEUE: usize = 256;

/// What to do for a socket.
pub enum Outgoing {
    /// Send this text.
    Text(Bytes),
    /// Close the connection: its person may no longer be here.
    Hangup,
}

/// The sending half, shared by everybody who has something to say to a connection.
pub struct Outbox {
    queue: mpsc::Sender<Outgoing>,
    /// Lists whose changes were dropped because the queue was full.
    lagged: Mutex<BTreeSet<ListId>>,
    hangup: Notify,
}

impl Outbox {
    /// An outbox and the queue that its socket reads.
    pub(crate) fn new() -> (Self, mpsc::Receiver<Outgoing>) {
        let (queue, receiver) = mpsc::channel(QUEUE);
        (
            Self {
                queue,
                lagged: Mutex::default(),
                hangup: Notify::new(),
            },
            receiver,
        )
    }

    /// Queues a change of a list. A reader who lags hears later that the list must be opened again.
    ///
    /// Returns whether the subscription goes on.
    pub(crate) fn send_change(&self, list: ListId, text: Bytes) -> bool {
        match self.queue.try_send(Outgoing::Text(text)) {
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
        let _is_queued = self.queue.try_send(Outgoing::Text(text)).is_ok();
    }

    /// Ends the connection.
    pub(crate) fn hang_up(&self) {
        self.hangup.notify_one();
    }

    /// Waits until the connection is to be ended.
    pub async fn hung_up(&self) {
        self.hangup.notified().await;
    }

    /// Lists that the reader must open again; asked when the queue is empty.
    pub fn take_lagged(&self) -> BTreeSet<ListId> {
        std::mem::take(&mut *self.lagged.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
