//! Checks a whole data folder: a copy, or one that a server is using.

use crate::{connection, open::DATABASE, read::stored};
use journal::{ChainVerifier, Damage, Flaw, Link, StreamId};
use rusqlite::{Connection, ErrorCode};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

/// How many entries are read in one transaction, so that a running server can empty its log between two.
const PAGE: i64 = 2000;

/// What a check of a data folder has found.
#[derive(Debug, Default)]
pub struct VerifyReport {
    /// How many streams there are.
    pub streams: usize,
    /// How many entries were found good.
    pub entries: u64,
    /// The first bad entry of each stream that has one.
    pub damages: Vec<Damage>,
    /// What is wrong with the file itself, in SQLite's words, and with what belongs to no stream.
    pub storage: Vec<String>,
}

impl VerifyReport {
    /// Whether everything is as it was written. What was cut off from a stream's end, or written anew by somebody who knows how, only a
    /// checkpoint that is held elsewhere can tell.
    pub fn is_sound(&self) -> bool {
        self.damages.is_empty() && self.storage.is_empty()
    }
}

/// Why a data folder cannot be checked at all.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// There is no database in it.
    #[error("{} does not exist", file.display())]
    Nothing {
        /// The file that should be there.
        file: PathBuf,
    },
    /// The file cannot be read.
    #[error("{} cannot be read: {reason}", file.display())]
    Unavailable {
        /// The file.
        file: PathBuf,
        /// Why not.
        reason: String,
    },
}

/// Checks the chain of every stream, and every page of the file. Changes nothing; a server may be using the folder.
///
/// # Errors
/// See [`VerifyError`]. Damage is no error, but what the report says.
pub fn verify(dir: &Path) -> Result<VerifyReport, VerifyError> {
    let file = dir.join(DATABASE);
    if !file.exists() {
        return Err(VerifyError::Nothing { file });
    }
    let unavailable = |reason: String| VerifyError::Unavailable {
        file: file.clone(),
        reason,
    };
    let mut connection = open(&file).map_err(|error| unavailable(error.to_string()))?;
    let mut report = VerifyReport::default();
    if let Err(error) = check_pages(&connection, &mut report) {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                report.storage.push(error.to_string());
            }
            _ => return Err(unavailable(error.to_string())),
        }
    }
    let mut streams = Streams::default();
    if let Err(error) = streams.check(&mut connection, &mut report) {
        let position = streams.position;
        report.storage.push(format!(
            "nothing can be read after position {position}: {error}"
        ));
    }
    report.streams = streams.by_id.len();
    Ok(report)
}

/// A file that cannot be locked, on a medium that cannot be written, is read as it is, unless there is a log that belongs to it.
fn open(file: &Path) -> rusqlite::Result<Connection> {
    let opened = connection::open_reader(file).and_then(|connection| {
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    match opened {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
            let mut log = file.as_os_str().to_owned();
            log.push("-wal");
            match Path::new(&log).metadata() {
                Ok(log) if log.len() > 0 => Err(error),
                _ => connection::open_immutable(file),
            }
        }
        // What is damaged is opened all the same, to say how.
        Err(error) if crate::fault::is_damage(&error) => connection::open_reader(file),
        opened => opened,
    }
}

fn check_pages(connection: &Connection, report: &mut VerifyReport) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let said: String = row.get(0)?;
        if said != "ok" {
            report.storage.push(said);
        }
    }
    Ok(())
}

#[derive(Default)]
struct Streams {
    by_id: HashMap<i64, Stream>,
    /// How far the journal was read.
    position: i64,
}

struct Stream {
    verifier: ChainVerifier,
    /// Where the stream ended when the lookup was filled last.
    remembered: Link,
    /// Where its entries are, in order.
    positions: Vec<i64>,
    is_damaged: bool,
}

impl Streams {
    fn check(
        &mut self,
        connection: &mut Connection,
        report: &mut VerifyReport,
    ) -> rusqlite::Result<()> {
        self.load_new(connection, report)?;
        while self.check_page(connection, report)? {}
        self.check_ends(report);
        self.check_lookup(connection, report)
    }

    /// Reads the streams that are not known yet.
    fn load_new(
        &mut self,
        connection: &Connection,
        report: &mut VerifyReport,
    ) -> rusqlite::Result<()> {
        let mut statement =
            connection.prepare_cached("SELECT id, name, sequence, hash FROM stream ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, name): (i64, String) = (row.get(0)?, row.get(1)?);
            if self.by_id.contains_key(&id) {
                continue;
            }
            let hash = row.get::<_, Vec<u8>>(3)?.try_into();
            let (Ok(stream), Ok(hash)) = (name.parse::<StreamId>(), hash) else {
                report
                    .storage
                    .push(format!("stream {id} ({name:?}) is malformed"));
                continue;
            };
            let sequence = row.get::<_, i64>(2)?.cast_unsigned();
            let read = Stream {
                verifier: ChainVerifier::new(stream),
                remembered: Link { sequence, hash },
                positions: Vec::new(),
                is_damaged: false,
            };
            self.by_id.insert(id, read);
        }
        Ok(())
    }

    /// Checks the next entries in the order of the store. False when there are no more.
    fn check_page(
        &mut self,
        connection: &mut Connection,
        report: &mut VerifyReport,
    ) -> rusqlite::Result<bool> {
        let transaction = connection.transaction()?;
        let mut statement = transaction.prepare_cached(
            "SELECT position, sequence, hash, record, stream FROM journal WHERE position > ?1 ORDER BY position LIMIT ?2",
        )?;
        let mut rows = statement.query((self.position, PAGE))?;
        let mut found = false;
        while let Some(row) = rows.next()? {
            found = true;
            self.position = row.get(0)?;
            let id = row.get_ref(4)?.as_i64().unwrap_or_default();
            if !self.by_id.contains_key(&id) {
                self.load_new(&transaction, report)?;
            }
            let Some(stream) = self.by_id.get_mut(&id) else {
                let position = self.position;
                report.storage.push(format!(
                    "the entry at position {position} belongs to no stream"
                ));
                continue;
            };
            if stream.is_damaged {
                continue;
            }
            stream.positions.push(self.position);
            match stream.check(stored(row)?) {
                Ok(()) => report.entries += 1,
                Err(damage) => stream.note(damage, report),
            }
        }
        Ok(found)
    }

    /// Compares with where the streams ended: entries that were cut off are missed by nothing else.
    fn check_ends(&mut self, report: &mut VerifyReport) {
        for stream in self.by_id.values_mut() {
            let reached = stream.verifier.link().sequence;
            if !stream.is_damaged
                && reached < stream.remembered.sequence
                && let Err(damage) = stream.verifier.finish(stream.remembered)
            {
                stream.note(damage, report);
            }
        }
    }

    /// Compares with where the lookup says that entries are.
    fn check_lookup(
        &mut self,
        connection: &Connection,
        report: &mut VerifyReport,
    ) -> rusqlite::Result<()> {
        let mut statement = connection.prepare("SELECT stream, first, positions FROM lookup")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, first): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (positions, rest) = row.get_ref(2)?.as_blob().unwrap_or_default().as_chunks();
            let Some(stream) = self.by_id.get_mut(&id) else {
                report
                    .storage
                    .push(format!("the lookup has a stream {id} that does not exist"));
                continue;
            };
            if stream.is_damaged {
                continue;
            }
            let start = usize::try_from(first - 1).unwrap_or(usize::MAX);
            // Entries that a running server wrote after they were read here are not known.
            let known = stream.positions.get(start..).unwrap_or_default();
            let same = known
                .iter()
                .zip(positions)
                .all(|(known, said)| *known == i64::from_be_bytes(*said));
            if !same || !rest.is_empty() || positions.is_empty() {
                let damage = Damage {
                    stream: stream.verifier.stream(),
                    sequence: first.cast_unsigned(),
                    position: None,
                    what: Flaw::Storage("the lookup names another place".to_owned()),
                };
                stream.note(damage, report);
            }
        }
        Ok(())
    }
}

impl Stream {
    fn check(&mut self, stored: journal::StoredEntry<'_>) -> Result<(), Damage> {
        self.verifier.check(stored)?;
        if self.verifier.link().sequence == self.remembered.sequence {
            self.verifier.finish(self.remembered)?;
        }
        Ok(())
    }

    fn note(&mut self, damage: Damage, report: &mut VerifyReport) {
        self.is_damaged = true;
        report.damages.push(damage);
    }
}
