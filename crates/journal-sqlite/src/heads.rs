//! Where every stream ends: held in memory, so that the writer asks the disk nothing.

use crate::lookup;
use journal::{Link, Owner, StreamId, StreamKind};
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

/// The ends of an owner's two streams; None for one that has no entry.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ends {
    changes: Option<Head>,
    accesses: Option<Head>,
}

impl Ends {
    pub(crate) fn of(&self, kind: StreamKind) -> Option<Head> {
        match kind {
            StreamKind::Changes => self.changes,
            StreamKind::Accesses => self.accesses,
        }
    }

    pub(crate) fn of_mut(&mut self, kind: StreamKind) -> &mut Option<Head> {
        match kind {
            StreamKind::Changes => &mut self.changes,
            StreamKind::Accesses => &mut self.accesses,
        }
    }

    /// Where the stream ends; 0 for one that has no entry.
    pub(crate) fn sequence(&self, kind: StreamKind) -> u64 {
        self.of(kind).map_or(0, |head| head.link.sequence)
    }
}

/// The durable ends of all streams. Only the writer changes them, after a commit and before its answers.
#[derive(Default)]
pub(crate) struct Heads(RwLock<HashMap<Owner, Ends>>);

impl Heads {
    pub(crate) fn all(&self) -> RwLockReadGuard<'_, HashMap<Owner, Ends>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn change(&self) -> RwLockWriteGuard<'_, HashMap<Owner, Ends>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn find(&self, stream: StreamId) -> Option<Head> {
        self.all().get(&stream.owner)?.of(stream.kind)
    }

    /// The streams that have an entry.
    pub(crate) fn streams(&self) -> Vec<StreamId> {
        let both = [StreamKind::Changes, StreamKind::Accesses];
        let all = self.all();
        all.iter()
            .flat_map(|(&owner, ends)| {
                let kinds = both.into_iter().filter(|&kind| ends.of(kind).is_some());
                kinds.map(move |kind| StreamId { owner, kind })
            })
            .collect()
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
    let mut heads: HashMap<Owner, Ends> = HashMap::new();
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
        *heads.entry(stream.owner).or_default().of_mut(stream.kind) = Some(Head { id, link });
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
            .and_then(|stream| heads.get_mut(&stream.owner)?.of_mut(stream.kind).as_mut())
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
