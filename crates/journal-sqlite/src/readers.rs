//! Connections that can only read, used off the async threads.

use crate::{connection, read::unavailable};
use journal::ReadError;
use rusqlite::Connection;
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{sync::Semaphore, task};

/// How many read at once: enough that a long read does not hold up short ones, few enough that the log can be emptied.
const AT_ONCE: usize = 4;

/// The readers of one database.
pub(crate) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    pub(crate) fn new(file: PathBuf) -> Arc<Self> {
        Arc::new(Self {
            file,
            idle: Mutex::default(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        })
    }

    /// Runs a read on a thread that may wait for the disk.
    pub(crate) async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        read: impl FnOnce(&mut Connection) -> Result<T, ReadError> + Send + 'static,
    ) -> Result<T, ReadError> {
        let stopped = |reason: &dyn ToString| ReadError::Unavailable {
            reason: reason.to_string(),
        };
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(|error| stopped(&error))?;
        let readers = Arc::clone(self);
        let done = task::spawn_blocking(move || {
            let _turn = turn;
            let mut connection = readers.take()?;
            let answer = read(&mut connection);
            readers.idle().push(connection);
            answer
        });
        done.await.map_err(|error| stopped(&error))?
    }

    /// Closes the connections that nobody uses.
    pub(crate) fn close(&self) {
        self.idle().clear();
    }

    fn take(&self) -> Result<Connection, ReadError> {
        let idle = self.idle().pop();
        match idle {
            Some(connection) => Ok(connection),
            None => connection::open_reader(&self.file).map_err(|error| unavailable(&error)),
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
