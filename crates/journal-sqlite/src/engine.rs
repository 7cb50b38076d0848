//! The port, on SQLite.

use crate::{
    check::Checking,
    heads::Heads,
    job::{Job, NotWritten, Refusal, Reply},
    read,
    readers::Readers,
};
use journal::{
    Append, AppendError, Appended, Journal, KeyValue, MISSED_AT_MOST, Owner, Pending, ReadError,
    RecordChange, Snapshot, StreamId, Table, WriteError,
};
use rusqlite::OptionalExtension;
use std::{
    fs::File,
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc::Sender},
    thread::JoinHandle,
};
use tokio::sync::{oneshot, watch};

/// The largest snapshot or record: SQLite keeps no value above a billion bytes, and writing half of it already takes seconds.
const VALUE_BYTES_AT_MOST: usize = 500_000_000;

/// A journal in one SQLite file, which belongs to this process until it is dropped.
///
/// Its methods need a tokio runtime.
pub struct SqliteJournal {
    pub(crate) jobs: Sender<Job>,
    pub(crate) heads: Arc<Heads>,
    pub(crate) readers: Arc<Readers>,
    pub(crate) stopped: watch::Receiver<bool>,
    pub(crate) running: Mutex<Option<Running>>,
}

/// What ends with the journal.
pub(crate) struct Running {
    pub(crate) writer: JoinHandle<()>,
    pub(crate) checking: Option<Checking>,
    /// Held for the lock on it, which the kernel takes back when the process ends, however it ends.
    pub(crate) _lock: File,
}

impl SqliteJournal {
    /// Writes what was asked before, empties the log and closes the file. Whatever is asked later is refused as stopped.
    /// Takes a moment on the disk. Dropping does the same.
    pub fn close(&self) {
        let Some(running) = self.running().take() else {
            return;
        };
        drop(running.checking);
        self.readers.close();
        // A closed channel means that the writer has stopped.
        let _ = self.jobs.send(Job::Close);
        if running.writer.join().is_err() {
            tracing::error!("the writer of the journal has panicked");
        }
    }

    /// Waits until the engine has stopped after an error of the disk, which may be never. The process should end then.
    pub async fn stopped(&self) {
        let mut stopped = self.stopped.clone();
        let ended_silently = stopped.wait_for(|stopped| *stopped).await.is_err();
        // The writer has ended without saying that it stopped: closed by us, or by a panic of its own.
        if ended_silently && self.running().is_none() {
            std::future::pending::<()>().await;
        }
    }

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the writer at once, and hands back what its answer will come by.
    fn ask<T, E>(&self, job: impl FnOnce(Reply<T, E>) -> Job) -> oneshot::Receiver<Result<T, E>> {
        let (reply, answer) = oneshot::channel();
        // Where the writer has ended, the answer's other end is dropped here, which says the same.
        let _ = self.jobs.send(job(reply));
        answer
    }

    async fn read_entries(
        &self,
        stream: StreamId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<journal::Entry>, ReadError> {
        let Some(head) = self.heads.find(stream) else {
            return Ok(Vec::new());
        };
        if after >= head.link.sequence {
            return Ok(Vec::new());
        }
        self.readers
            .run(move |connection| read::entries(connection, stream, head, after, limit))
            .await
    }

    async fn refused(&self, owner: Owner, expected: u64, refusal: Refusal) -> AppendError {
        match refusal {
            Refusal::NotWritten(NotWritten::NoSpace) => AppendError::NoSpace,
            Refusal::NotWritten(NotWritten::Stopped) => AppendError::Stopped,
            Refusal::Elsewhere { head } if head < expected => AppendError::Ahead { head },
            Refusal::Elsewhere { .. } => {
                let changes = StreamId::changes(owner);
                match self.read_entries(changes, expected, MISSED_AT_MOST).await {
                    Ok(missed) => AppendError::Conflict { missed },
                    Err(error) => AppendError::Missed(error),
                }
            }
        }
    }
}

impl Drop for SqliteJournal {
    fn drop(&mut self) {
        self.close();
    }
}

impl From<NotWritten> for WriteError {
    fn from(why: NotWritten) -> Self {
        match why {
            NotWritten::NoSpace => WriteError::NoSpace,
            NotWritten::Stopped => WriteError::Stopped,
        }
    }
}

fn check_size(bytes: usize) -> Result<(), WriteError> {
    if bytes > VALUE_BYTES_AT_MOST {
        let at_most = VALUE_BYTES_AT_MOST;
        return Err(WriteError::TooLarge { bytes, at_most });
    }
    Ok(())
}

impl Journal for SqliteJournal {
    fn append(&self, append: Append) -> Pending<'_, Result<Appended, AppendError>> {
        let (owner, expected) = (append.owner, append.expected_sequence);
        let answer = self.ask(|reply| Job::Append(append, reply));
        Box::pin(async move {
            match answer.await {
                Ok(Ok(appended)) => Ok(appended),
                Ok(Err(refusal)) => Err(self.refused(owner, expected, refusal).await),
                Err(_) => Err(AppendError::Stopped),
            }
        })
    }

    fn read(
        &self,
        stream: StreamId,
        after: u64,
        limit: usize,
    ) -> Pending<'_, Result<Vec<journal::Entry>, ReadError>> {
        Box::pin(self.read_entries(stream, after, limit))
    }

    fn head(&self, stream: StreamId) -> Pending<'_, Result<u64, ReadError>> {
        let head = self.heads.find(stream);
        Box::pin(async move { Ok(head.map_or(0, |head| head.link.sequence)) })
    }

    fn owners(&self) -> Pending<'_, Result<Vec<Owner>, ReadError>> {
        let mut owners: Vec<_> = self.heads.all().keys().copied().collect();
        owners.sort_unstable();
        Box::pin(async move { Ok(owners) })
    }

    fn load_snapshot(&self, owner: Owner) -> Pending<'_, Result<Option<Snapshot>, ReadError>> {
        Box::pin(self.readers.run(move |connection| {
            connection
                .prepare_cached("SELECT sequence, format, bytes FROM snapshot WHERE owner = ?1")
                .and_then(|mut statement| {
                    statement
                        .query_row([owner.to_string()], |row| {
                            Ok(Snapshot {
                                sequence: row.get::<_, i64>(0)?.cast_unsigned(),
                                format: row.get(1)?,
                                bytes: row.get(2)?,
                            })
                        })
                        .optional()
                })
                .map_err(|error| read::unavailable(&error))
        }))
    }

    fn save_snapshot(
        &self,
        owner: Owner,
        snapshot: Snapshot,
    ) -> Pending<'_, Result<(), WriteError>> {
        Box::pin(async move {
            check_size(snapshot.bytes.len())?;
            let answer = self.ask(|reply| Job::Snapshot(owner, snapshot, reply));
            Ok(answer.await.unwrap_or(Err(NotWritten::Stopped))?)
        })
    }

    fn get_record(
        &self,
        table: Table,
        key: &str,
    ) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>> {
        let key = key.to_owned();
        Box::pin(self.readers.run(move |connection| {
            connection
                .prepare_cached("SELECT value FROM record WHERE kind = ?1 AND key = ?2")
                .and_then(|mut statement| {
                    statement
                        .query_row((table.name(), key), |row| row.get(0))
                        .optional()
                })
                .map_err(|error| read::unavailable(&error))
        }))
    }

    fn put_records(&self, changes: Vec<RecordChange>) -> Pending<'_, Result<(), WriteError>> {
        Box::pin(async move {
            for change in &changes {
                check_size(change.key.len() + change.value.as_ref().map_or(0, Vec::len))?;
            }
            let answer = self.ask(|reply| Job::Records(changes, reply));
            Ok(answer.await.unwrap_or(Err(NotWritten::Stopped))?)
        })
    }

    fn scan_records(
        &self,
        table: Table,
        prefix: &str,
    ) -> Pending<'_, Result<Vec<KeyValue>, ReadError>> {
        let prefix = prefix.to_owned();
        Box::pin(self.readers.run(move |connection| {
            let scan = || -> rusqlite::Result<Vec<KeyValue>> {
                let mut statement = connection.prepare_cached(
                    "SELECT key, value FROM record WHERE kind = ?1 AND key >= ?2 ORDER BY key",
                )?;
                let rows = statement.query_map((table.name(), &prefix), |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
                // Keys are in the order of their bytes: those with the prefix come first.
                rows.take_while(|row: &rusqlite::Result<KeyValue>| {
                    row.as_ref()
                        .map_or(true, |(key, _)| key.starts_with(&prefix))
                })
                .collect()
            };
            scan().map_err(|error| read::unavailable(&error))
        }))
    }
}
