//! The hash chain of a stream: how it grows, and how the first bad entry is found.

use crate::{Entry, Hash, NewEntry, Record, RecordFlaw, StreamId, codec};
use sha2::{Digest, Sha256};
use std::fmt;

/// The end of a chain: the last entry's sequence and hash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// How many entries the chain has; 0 for none.
    pub sequence: u64,
    /// The hash of the chain so far.
    pub hash: Hash,
}

impl Link {
    /// The beginning of a stream, before its first entry.
    pub fn genesis(stream: StreamId) -> Self {
        Self {
            sequence: 0,
            hash: stream.genesis(),
        }
    }

    /// The chain with one more entry.
    pub fn followed_by(&self, entry: &NewEntry) -> Self {
        self.extended(entry.header_hash(), entry.body_hash())
    }

    fn extended(&self, header_hash: &Hash, body_hash: &Hash) -> Self {
        let sequence = self.sequence + 1;
        let hash = Sha256::new()
            .chain_update(self.hash)
            .chain_update(sequence.to_be_bytes())
            .chain_update(header_hash)
            .chain_update(body_hash)
            .finalize()
            .into();
        Self { sequence, hash }
    }
}

/// An entry as an engine holds it, not yet checked.
#[derive(Clone, Copy)]
pub struct StoredEntry<'a> {
    /// Its place among all entries of the store.
    pub position: u64,
    /// Its place in its stream.
    pub sequence: u64,
    /// The hash of the chain up to and with this entry.
    pub hash: &'a [u8],
    /// Its record.
    pub record: &'a [u8],
}

/// Where a stream is damaged, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// The stream.
    pub stream: StreamId,
    /// The sequence of the first entry that is not as it was written.
    pub sequence: u64,
    /// Its place in the store, where there is anything at all.
    pub position: Option<u64>,
    /// What is wrong with it.
    pub what: Flaw,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, entry {}", self.stream, self.sequence)?;
        if let Some(position) = self.position {
            write!(f, " (position {position})")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// What is wrong with an entry.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Flaw {
    /// Another entry stands where this one should.
    #[error("entry {found} is in its place")]
    Sequence {
        /// The sequence that was found.
        found: u64,
    },
    /// There is no entry, though the stream goes on or once was longer.
    #[error("it is missing")]
    Missing,
    /// It is stored before its predecessor.
    #[error("it is stored before its predecessor")]
    Position,
    /// Its bytes are not a record.
    #[error("its record is {0}")]
    Record(#[from] RecordFlaw),
    /// Its hash does not follow from its predecessor's hash and its own parts.
    #[error("its hash does not match")]
    Hash,
    /// Its hash is right, and yet its header cannot be read: a newer version wrote it.
    #[error("its header cannot be read by this version")]
    Header,
    /// The storage below cannot be read there.
    #[error("the storage cannot be read ({0})")]
    Storage(String),
}

/// Checks the entries of one stream in their order and turns each into an [`Entry`].
pub struct ChainVerifier {
    stream: StreamId,
    link: Link,
    position: Option<u64>,
}

impl ChainVerifier {
    /// Begins at the first entry of the stream.
    pub fn new(stream: StreamId) -> Self {
        Self::after(stream, Link::genesis(stream))
    }

    /// Begins after an entry whose hash is trusted.
    pub fn after(stream: StreamId, link: Link) -> Self {
        Self {
            stream,
            link,
            position: None,
        }
    }

    /// The stream that is checked.
    pub fn stream(&self) -> StreamId {
        self.stream
    }

    /// The chain as far as it was found good.
    pub fn link(&self) -> Link {
        self.link
    }

    /// Checks the next entry.
    ///
    /// # Errors
    /// The [`Damage`] if it is not what was written. The verifier stays before it.
    pub fn check(&mut self, stored: StoredEntry<'_>) -> Result<Entry, Damage> {
        let expected = self.link.sequence + 1;
        self.read(stored, expected).map_err(|what| Damage {
            stream: self.stream,
            sequence: expected,
            position: Some(stored.position),
            what,
        })
    }

    fn read(&mut self, stored: StoredEntry<'_>, expected: u64) -> Result<Entry, Flaw> {
        if stored.sequence != expected {
            return Err(Flaw::Sequence {
                found: stored.sequence,
            });
        }
        if self.position.is_some_and(|last| last >= stored.position) {
            return Err(Flaw::Position);
        }
        let record = Record::read(stored.record)?;
        let (header_hash, body_hash) = (record.header.hash(), record.body.hash());
        let link = self.link.extended(&header_hash, &body_hash);
        if stored.hash != link.hash {
            return Err(Flaw::Hash);
        }
        let header = match record.header.bytes() {
            Some(bytes) => Some(codec::read(bytes).ok_or(Flaw::Header)?),
            None => None,
        };
        self.link = link;
        self.position = Some(stored.position);
        Ok(Entry {
            stream: self.stream,
            sequence: expected,
            position: stored.position,
            header,
            body: record.body.bytes().map(<[u8]>::to_vec),
            header_hash,
            body_hash,
            hash: link.hash,
        })
    }

    /// Compares with the end that the engine remembers: what was cut off leaves no other trace.
    ///
    /// # Errors
    /// The [`Damage`] if entries are missing at the end, or the end is another one.
    pub fn finish(&self, remembered: Link) -> Result<(), Damage> {
        let what = if self.link.sequence < remembered.sequence {
            Flaw::Missing
        } else if self.link != remembered {
            Flaw::Hash
        } else {
            return Ok(());
        };
        let sequence = match what {
            Flaw::Missing => self.link.sequence + 1,
            _ => remembered.sequence,
        };
        Err(Damage {
            stream: self.stream,
            sequence,
            position: None,
            what,
        })
    }
}
