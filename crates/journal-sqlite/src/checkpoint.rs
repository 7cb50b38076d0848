//! Keeps the write-ahead log short without making the writer wait for it.
//!
//! A thread of its own copies the log into the database while the writer goes on appending to it. Each pass is shorter than the one before;
//! when hardly anything is left, the writer copies the rest itself between two groups, and can begin the log anew.

use crate::{fault::is_full, job::Job};
use rusqlite::wal::CheckpointMode;
use rusqlite::{Connection, Error, ErrorCode, MAIN_DB, Result};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, Ordering},
        mpsc::{Receiver, Sender, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
};

/// The length of the log, in pages of 4 kB, from which it is copied. SQLite's index of it has one segment up to 4,062 pages.
const LONG: i32 = 2500;

/// So few pages the writer copies in passing.
const FEW: i32 = 100;

/// The passes before the writer takes the rest, however much it is.
const PASSES: u32 = 4;

/// The log, as the writer sees it.
pub(crate) struct Log {
    /// How many pages it has, as of the last commit.
    pages: Arc<AtomicI32>,
    /// Hardly anything is left to copy.
    nearly_copied: Arc<AtomicBool>,
    /// The length at which to wake the thread.
    wake_at: i32,
    copier: Option<Copier>,
}

struct Copier {
    wake: SyncSender<()>,
    thread: JoinHandle<()>,
}

impl Log {
    /// Watches the log of the writer's connection, and begins the thread that copies it over a connection of its own.
    pub(crate) fn begin(
        writer: &mut Connection,
        copier: Connection,
        jobs: Sender<Job>,
    ) -> Result<Self, BeginError> {
        let pages = Arc::new(AtomicI32::new(0));
        let nearly_copied = Arc::new(AtomicBool::new(false));
        let counted = Arc::clone(&pages);
        writer.wal_hook(Some(move |_: &mut _, length| {
            counted.store(length, Ordering::Relaxed);
            Ok(())
        }))?;
        let (wake, woken) = sync_channel(1);
        let pass = Pass {
            connection: copier,
            pages: Arc::clone(&pages),
            nearly_copied: Arc::clone(&nearly_copied),
        };
        let thread = thread::Builder::new()
            .name("journal-log".to_owned())
            .spawn(move || pass.run(&woken, &jobs))?;
        Ok(Self {
            pages,
            nearly_copied,
            wake_at: LONG,
            copier: Some(Copier { wake, thread }),
        })
    }

    /// Does what is due after a commit.
    pub(crate) fn tend(&mut self, connection: &Connection) -> Result<()> {
        let pages = self.pages.load(Ordering::Relaxed);
        if self.nearly_copied.swap(false, Ordering::Acquire) {
            self.wake_at = LONG;
            copy(connection, CheckpointMode::PASSIVE)?;
        } else if pages >= self.wake_at {
            // A reader may keep the log from beginning anew: then it is copied again only after it has grown as much.
            self.wake_at = pages + LONG;
            if let Some(copier) = &self.copier {
                // Full means that it is awake already.
                let _ = copier.wake.try_send(());
            }
        }
        Ok(())
    }

    /// Ends the thread, and leaves an empty log unless somebody still reads it.
    pub(crate) fn end(&mut self, connection: &Connection) {
        if let Some(Copier { wake, thread }) = self.copier.take() {
            drop(wake);
            if thread.join().is_err() {
                tracing::error!("the thread that copies the log has panicked");
            }
        }
        if let Err(error) = copy(connection, CheckpointMode::TRUNCATE) {
            tracing::warn!("the log stays, for the next start to read: {error}");
        }
    }
}

/// Why the log cannot be watched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BeginError {
    #[error(transparent)]
    Sqlite(#[from] Error),
    #[error(transparent)]
    Thread(#[from] io::Error),
}

struct Pass {
    connection: Connection,
    pages: Arc<AtomicI32>,
    nearly_copied: Arc<AtomicBool>,
}

impl Pass {
    fn run(&self, woken: &Receiver<()>, jobs: &Sender<Job>) {
        while woken.recv().is_ok() {
            for _ in 0..PASSES {
                match copy(&self.connection, CheckpointMode::PASSIVE) {
                    Ok(copied) if self.pages.load(Ordering::Relaxed) - copied > FEW => {}
                    Ok(_) => break,
                    Err(error) => {
                        tracing::error!("the log cannot be copied into the database: {error}");
                        // A closed channel means that the writer has ended already.
                        let _ = jobs.send(Job::Stop);
                        return;
                    }
                }
            }
            self.nearly_copied.store(true, Ordering::Release);
        }
    }
}

/// Copies what it can, and says how many pages of the log are copied by now. A full disk and a reader that is in the way are no errors.
fn copy(connection: &Connection, mode: CheckpointMode) -> Result<i32> {
    match connection.wal_checkpoint_v2(Some(MAIN_DB), mode) {
        Ok((_, copied)) => Ok(copied),
        Err(error) if is_full(&error) => Ok(0),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(0),
        Err(error) => Err(error),
    }
}
