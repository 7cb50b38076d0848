//! Room that is kept for accesses. On a full disk changes are refused while looking goes on, and a look has to be journalled before what
//! was looked at leaves: so a file takes up some room beforehand, and gives it up piece by piece when there is no other.

use crate::fault::{Fault, is_full};
use rusqlite::{Connection, ErrorCode, MAIN_DB, wal::CheckpointMode};
use std::{
    fs::{File, OpenOptions},
    io::{self, ErrorKind, Seek, SeekFrom, Write},
    path::Path,
    time::{Duration, Instant},
};

const FILE: &str = "patients.reserve";

/// What is given up at once: some dozens of accesses, until the log can begin anew.
const PIECE: u64 = 256 * 1024;

/// How often it is tried to take the room back.
const TRY_EVERY: Duration = Duration::from_secs(1);

/// The room that is kept.
pub(crate) struct Reserve {
    file: File,
    wanted: u64,
    held: u64,
    tried: Option<Instant>,
}

impl Reserve {
    /// Opens the file in a data folder, or makes it, and gives one piece up: opening the database needs some room, too. It is to be
    /// [taken back](Self::take_back) then.
    pub(crate) fn open(dir: &Path, wanted: u64) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(dir.join(FILE))?;
        let held = file.metadata()?.len();
        let mut reserve = Self {
            file,
            wanted,
            held,
            tried: None,
        };
        reserve.shrink_to(held.min(wanted).saturating_sub(PIECE))?;
        Ok(reserve)
    }

    /// Whether all of it is there. While it is not, the room that there may be belongs to it and not to changes.
    pub(crate) fn is_whole(&self) -> bool {
        self.held >= self.wanted
    }

    /// Takes back what was given up, as far as there is room. Says whether all of it is there again.
    pub(crate) fn take_back(&mut self) -> io::Result<bool> {
        if self.is_whole() {
            return Ok(true);
        }
        if self.tried.is_some_and(|tried| tried.elapsed() < TRY_EVERY) {
            return Ok(false);
        }
        self.tried = Some(Instant::now());
        // Not zeros, which some file systems keep without any room.
        let piece = vec![0xa5; usize::try_from(PIECE).unwrap_or_default()];
        while !self.is_whole() {
            self.file.seek(SeekFrom::Start(self.held))?;
            match self
                .file
                .write_all(&piece)
                .and_then(|()| self.file.sync_data())
            {
                Ok(()) => self.held += PIECE,
                Err(error) if is_no_space(&error) => {
                    // Half a piece would be in the way of accesses.
                    self.file.set_len(self.held)?;
                    return Ok(false);
                }
                Err(error) => return Err(error),
            }
        }
        self.tried = None;
        Ok(true)
    }

    /// Gives a piece up. False when there is none left.
    pub(crate) fn give_up(&mut self) -> io::Result<bool> {
        if self.held == 0 {
            return Ok(false);
        }
        self.shrink_to(self.held.saturating_sub(PIECE))?;
        Ok(true)
    }

    fn shrink_to(&mut self, bytes: u64) -> io::Result<()> {
        self.file.set_len(bytes)?;
        // Some file systems hand the room out only after this is on the disk.
        self.file.sync_all()?;
        self.held = bytes;
        Ok(())
    }
}

fn is_no_space(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded
    )
}

/// Copies the log into the database, so that it can begin anew in the room that it has.
pub(crate) fn shorten_log(connection: &Connection) -> Result<(), Fault> {
    match connection.wal_checkpoint_v2(Some(MAIN_DB), CheckpointMode::PASSIVE) {
        Ok(_) => Ok(()),
        Err(error) if is_full(&error) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
        Err(error) => Err(Fault::Fatal(error)),
    }
}
