//! Where every stream ends: held in memory, so that the writer asks the disk nothing.

use crate::lookup;
use journal::{Link, StreamId};
use rusqlite::{Connection, Result};
use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

/// The end of one stream.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    /// The stream's number in the database.
    pub(crate) id: i64,
    /// Its last durable entry.
    pub(crate) link: Link,
}

/// The durable ends of all streams. Only the writer changes them, after a commit and before its answers.
pub(crate) struct Heads(RwLock<HashMap<StreamId, Head>>);

impl Heads {
    pub(crate) fn all(&self) -> RwLockReadGuard<'_, HashMap<StreamId, Head>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn change(&self) -> RwLockWriteGuard<'_, HashMap<StreamId, Head>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn find(&self, stream: StreamId) -> Option<Head> {
        self.all().get(&stream).copied()
    }
}

/// An entry that the lookup has not reached.
pub(crate) struct TailEntry {
    pub(crate) stream: i64,
    pub(crate) sequence: u64,
    pub(crate) position: i64,
}

/// What the writer holds in memory, as it was found on disk.
pub(crate) struct Loaded {
    pub(crate) heads: Heads,
    pub(crate) tail: Vec<TailEntry>,
    /// The position of the last entry.
    pub(crate) position: i64,
}

/// Why the heads cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// What is stored does not fit together.
    #[error("{0}")]
    Damaged(String),
}

/// Reads the streams' ends as of the last bulk, and the tail after it.
pub(crate) fn load(connection: &Connection) -> Result<Loaded, LoadError> {
    let mut names = HashMap::new();
    let mut heads = HashMap::new();
    let mut statement = connection.prepare("SELECT id, name, sequence, hash FROM stream")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, name, sequence): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let damaged = || LoadError::Damaged(format!("stream {id} ({name:?}) is malformed"));
        let stream: StreamId = name.parse().map_err(|_| damaged())?;
        let hash = row
            .get::<_, Vec<u8>>(3)?
            .try_into()
            .map_err(|_| damaged())?;
        let link = Link {
            sequence: sequence.cast_unsigned(),
            hash,
        };
        names.insert(id, stream);
        heads.insert(stream, Head { id, link });
    }

    let reach = lookup::reach(connection)?;
    let mut position = reach;
    let mut tail = Vec::new();
    let mut statement = connection
        .prepare("SELECT position, stream, sequence, hash FROM journal WHERE position > ?1 ORDER BY position")?;
    let mut rows = statement.query([reach])?;
    while let Some(row) = rows.next()? {
        let entry = TailEntry {
            position: row.get(0)?,
            stream: row.get(1)?,
            sequence: row.get::<_, i64>(2)?.cast_unsigned(),
        };
        position = entry.position;
        let damaged =
            || LoadError::Damaged(format!("the entry at position {position} is malformed"));
        let head = names
            .get(&entry.stream)
            .and_then(|stream| heads.get_mut(stream))
            .ok_or_else(damaged)?;
        // It belongs to another stream, or has lost its place: some stream would end too early, and nobody could say which.
        if entry.sequence != head.link.sequence + 1 {
            return Err(damaged());
        }
        head.link = Link {
            sequence: entry.sequence,
            hash: row
                .get::<_, Vec<u8>>(3)?
                .try_into()
                .map_err(|_| damaged())?,
        };
        tail.push(entry);
    }
    Ok(Loaded {
        heads: Heads(RwLock::new(heads)),
        tail,
        position,
    })
}
