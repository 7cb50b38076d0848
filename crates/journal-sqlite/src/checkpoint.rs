//! Keeps the write-ahead log short.
//!
//! The writer itself copies the log into the database, between two groups. A thread of its own was tried, which does not hold up one group for
//! a few milliseconds: but it slowed down every group for as long as both wrote to the same disk, and so more appends waited longer.

use crate::{connection, fault::is_full};
use rusqlite::{Connection, ErrorCode, MAIN_DB, Result, wal::CheckpointMode};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI32, Ordering},
    },
    time::Duration,
};

/// The length of the log, in pages, from which it is copied: 4 MB, which takes a few milliseconds and comes once in thousands of entries.
const LONG: i32 = 500;

const WAIT_FOR_READERS: Duration = Duration::from_millis(10);

/// The log, as the writer sees it.
pub(crate) struct Log {
    /// How many pages it has, as of the last commit.
    pages: Arc<AtomicI32>,
    /// How many it had at the commit before.
    pages_before: i32,
    /// The length at which to copy it.
    copy_at: i32,
}

impl Log {
    /// Watches the log of the writer's connection.
    pub(crate) fn begin(writer: &mut Connection) -> Result<Self> {
        let pages = Arc::new(AtomicI32::new(0));
        let counted = Arc::clone(&pages);
        writer.wal_hook(Some(move |_: &mut _, length| {
            counted.store(length, Ordering::Relaxed);
            Ok(())
        }))?;
        Ok(Self {
            pages,
            pages_before: 0,
            copy_at: LONG,
        })
    }

    /// Does what is due after a commit.
    pub(crate) fn tend(&mut self, connection: &Connection) -> Result<()> {
        let pages = self.pages.load(Ordering::Relaxed);
        let began_anew = pages < self.pages_before;
        self.pages_before = pages;
        if began_anew {
            self.copy_at = LONG;
        }
        if pages < self.copy_at {
            return Ok(());
        }
        self.copy_at = pages + LONG;
        if pages < 2 * LONG {
            return copy(connection, CheckpointMode::PASSIVE);
        }
        // Somebody was reading at every moment when it could have begun anew. Reads are short: it is worth waiting for one, but not long,
        // for there may also be somebody who checks the whole file.
        connection.busy_timeout(WAIT_FOR_READERS)?;
        copy(connection, CheckpointMode::RESTART)?;
        connection.busy_timeout(connection::BUSY)
    }

    /// Leaves an empty log, unless somebody still reads it.
    pub(crate) fn end(&self, connection: &Connection) -> Result<()> {
        copy(connection, CheckpointMode::TRUNCATE)
    }
}

/// Copies what it can. A full disk and a reader that is in the way are no errors: there is a next time.
fn copy(connection: &Connection, mode: CheckpointMode) -> Result<()> {
    match connection.wal_checkpoint_v2(Some(MAIN_DB), mode) {
        Ok(_) => Ok(()),
        Err(error) if is_full(&error) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
        Err(error) => Err(error),
    }
}
