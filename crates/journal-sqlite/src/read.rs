//! Reads entries over a connection that can only read, and checks all of them.

use crate::{fault::is_damage, heads::Head, lookup};
use journal::{ChainVerifier, Damage, Entry, Flaw, Link, ReadError, StoredEntry, StreamId};
use rusqlite::{Connection, Error, OptionalExtension, Row};

/// Reads the entries after `after`: `limit` of them, or as many as there are up to `head`.
pub(crate) fn entries(
    connection: &mut Connection,
    stream: StreamId,
    head: Head,
    after: u64,
    limit: usize,
) -> Result<Vec<Entry>, ReadError> {
    let wanted = head.link.sequence.saturating_sub(after);
    let count = usize::try_from(wanted).map_or(limit, |wanted| wanted.min(limit));
    if count == 0 {
        return Ok(Vec::new());
    }
    let mut page = Page {
        stream,
        id: head.id,
        after,
        last: after.saturating_add(count as u64),
        verifier: (after == 0).then(|| ChainVerifier::new(stream)),
        entries: Vec::with_capacity(count.min(1024)),
    };
    match page.read(connection) {
        Ok(()) => Ok(page.entries),
        Err(Stop::Damage(damage)) => Err(damage.into()),
        Err(Stop::Sqlite(error)) if is_damage(&error) => {
            Err(page.damage(None, Flaw::Storage(error.to_string())).into())
        }
        Err(Stop::Sqlite(error)) => Err(unavailable(&error)),
    }
}

pub(crate) fn unavailable(error: &Error) -> ReadError {
    ReadError::Unavailable {
        reason: error.to_string(),
    }
}

/// A row of the journal, from the columns position, sequence, hash, record. A value of another type than the table allows is
/// damage, which the check of an empty one finds.
pub(crate) fn stored<'a>(row: &'a Row<'_>) -> rusqlite::Result<StoredEntry<'a>> {
    Ok(StoredEntry {
        position: row.get::<_, i64>(0)?.cast_unsigned(),
        sequence: row.get_ref(1)?.as_i64().unwrap_or_default().cast_unsigned(),
        hash: row.get_ref(2)?.as_blob().unwrap_or_default(),
        record: row.get_ref(3)?.as_blob().unwrap_or_default(),
    })
}

enum Stop {
    Damage(Damage),
    Sqlite(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Sqlite(error)
    }
}

/// What is being read: the entry `after`, whose hash the first one follows, and the entries up to `last`.
struct Page {
    stream: StreamId,
    id: i64,
    after: u64,
    last: u64,
    /// None until the hash of the entry `after` is known.
    verifier: Option<ChainVerifier>,
    entries: Vec<Entry>,
}

impl Page {
    fn read(&mut self, connection: &mut Connection) -> Result<(), Stop> {
        // One transaction: else entries could pass from the tail into the lookup between the two.
        let transaction = connection.transaction()?;
        let reach = lookup::reach(&transaction)?;
        let first = self.after.max(1);
        let mut by_position = transaction.prepare_cached(
            "SELECT position, sequence, hash, record FROM journal WHERE position = ?1 AND stream = ?2",
        )?;
        for position in lookup::find(&transaction, self.id, first, self.last)? {
            let found = by_position
                .query_row((position, self.id), |row| Ok(self.take(stored(row)?)))
                .optional()?;
            found
                .unwrap_or_else(|| Err(self.damage(Some(position.cast_unsigned()), Flaw::Missing)))
                .map_err(Stop::Damage)?;
        }
        let mut tail = transaction.prepare_cached(
            "SELECT position, sequence, hash, record FROM journal WHERE position > ?1 AND stream = ?2 ORDER BY position",
        )?;
        let mut rows = tail.query((reach, self.id))?;
        while !self.is_complete() {
            let Some(row) = rows.next()? else {
                return Err(Stop::Damage(self.damage(None, Flaw::Missing)));
            };
            let stored = stored(row)?;
            if stored.sequence >= first {
                self.take(stored).map_err(Stop::Damage)?;
            }
        }
        Ok(())
    }

    fn is_complete(&self) -> bool {
        self.next() > self.last
    }

    /// The sequence that comes next.
    fn next(&self) -> u64 {
        self.verifier
            .as_ref()
            .map_or(self.after, |verifier| verifier.link().sequence + 1)
    }

    fn take(&mut self, stored: StoredEntry<'_>) -> Result<(), Damage> {
        if let Some(verifier) = &mut self.verifier {
            self.entries.push(verifier.check(stored)?);
            return Ok(());
        }
        let position = Some(stored.position);
        if stored.sequence != self.after {
            let found = stored.sequence;
            return Err(self.damage(position, Flaw::Sequence { found }));
        }
        let hash = stored
            .hash
            .try_into()
            .map_err(|_| self.damage(position, Flaw::Hash))?;
        let sequence = self.after;
        self.verifier = Some(ChainVerifier::after(self.stream, Link { sequence, hash }));
        Ok(())
    }

    fn damage(&self, position: Option<u64>, what: Flaw) -> Damage {
        Damage {
            stream: self.stream,
            sequence: self.next(),
            position,
            what,
        }
    }
}
