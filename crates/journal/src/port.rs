//! What the service asks of a storage engine.

use crate::{Damage, Entry, KeyValue, NewEntry, Owner, RecordChange, StreamId, Table};
use std::{fmt, pin::Pin};

/// The most entries that a conflict hands back. Who missed more reads on, or meets the rest in the next conflict.
pub const MISSED_AT_MOST: usize = 1_000;

/// An answer that is on its way. Dropping it takes nothing back: what was asked may still happen.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A storage engine: streams of entries, snapshots, and records that are not journalled.
///
/// Everything that answers `Ok` to a write is durable: it survives a power failure.
pub trait Journal: Send + Sync {
    /// Appends to both streams of an owner: all or nothing, in the given order. It is asked for by the call, not by the first poll, and what is
    /// asked for later is applied later.
    ///
    /// With changes it is optimistic: `expected_sequence` must be the head of the owner's changes. Without changes it always
    /// applies, so that looking never conflicts.
    ///
    /// # Errors
    /// See [`AppendError`]. Nothing was written unless it is [`AppendError::Stopped`], after which that is unknown.
    fn append(&self, append: Append) -> Pending<'_, Result<Appended, AppendError>>;

    /// Reads up to `limit` entries of a stream with a sequence above `after`, in order; empty when there are none (yet).
    ///
    /// # Errors
    /// [`ReadError::Damaged`] when anything read is not what was written: hashes and chain are checked on every read.
    fn read(
        &self,
        stream: StreamId,
        after: u64,
        limit: usize,
    ) -> Pending<'_, Result<Vec<Entry>, ReadError>>;

    /// The sequence of the stream's last durable entry; 0 for none.
    ///
    /// # Errors
    /// [`ReadError::Unavailable`].
    fn head(&self, stream: StreamId) -> Pending<'_, Result<u64, ReadError>>;

    /// Everyone who has an entry, in order.
    ///
    /// # Errors
    /// [`ReadError::Unavailable`].
    fn owners(&self) -> Pending<'_, Result<Vec<Owner>, ReadError>>;

    /// The owner's snapshot, if there is one.
    ///
    /// # Errors
    /// [`ReadError::Unavailable`].
    fn load_snapshot(&self, owner: Owner) -> Pending<'_, Result<Option<Snapshot>, ReadError>>;

    /// Replaces the owner's snapshot.
    ///
    /// # Errors
    /// See [`WriteError`].
    fn save_snapshot(
        &self,
        owner: Owner,
        snapshot: Snapshot,
    ) -> Pending<'_, Result<(), WriteError>>;

    /// The value of a record, if there is one.
    ///
    /// # Errors
    /// [`ReadError::Unavailable`].
    fn get_record(
        &self,
        table: Table,
        key: &str,
    ) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>>;

    /// Changes records: all or none, a later change of a key after an earlier one.
    ///
    /// # Errors
    /// See [`WriteError`].
    fn put_records(&self, changes: Vec<RecordChange>) -> Pending<'_, Result<(), WriteError>>;

    /// The records of a table whose key begins with `prefix`, in the order of their keys' bytes.
    ///
    /// # Errors
    /// [`ReadError::Unavailable`].
    fn scan_records(
        &self,
        table: Table,
        prefix: &str,
    ) -> Pending<'_, Result<Vec<KeyValue>, ReadError>>;
}

/// What to append to the two streams of an owner.
#[derive(Clone, Debug)]
pub struct Append {
    /// Whose streams.
    pub owner: Owner,
    /// The sequence of the last change that the decision rests on. Of no meaning without changes.
    pub expected_sequence: u64,
    /// What goes to the stream of changes.
    pub changes: Vec<NewEntry>,
    /// What goes to the stream of accesses.
    pub accesses: Vec<NewEntry>,
}

/// Where the two streams end after an append.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Appended {
    /// The sequence of the last change.
    pub changes_head: u64,
    /// The sequence of the last access.
    pub accesses_head: u64,
}

/// Why an append did not happen.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Somebody else was faster. Evolve with what was missed, decide again, append again.
    #[error("the stream went on: {} entries were missed", missed.len())]
    Conflict {
        /// The entries after the expected sequence, from the first: at most [`MISSED_AT_MOST`].
        missed: Vec<Entry>,
    },
    /// The stream is shorter than expected: the caller's state is not of this store. Forget it and load again.
    #[error("the stream ends at {head}, before the expected sequence")]
    Ahead {
        /// Where the stream ends.
        head: u64,
    },
    /// There was a conflict, and what was missed cannot be read.
    #[error("what was missed cannot be read: {0}")]
    Missed(ReadError),
    /// No room on the disk. Nothing was written, reading goes on, and it may be tried again.
    #[error("no space is left on the disk")]
    NoSpace,
    /// The engine met an error after which it cannot know what is durable, and acknowledges nothing any more. The process should end.
    #[error("the journal has stopped after an error of the disk")]
    Stopped,
}

/// Why a write of records or a snapshot did not happen.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// No room on the disk. Nothing was written, reading goes on, and it may be tried again.
    #[error("no space is left on the disk")]
    NoSpace,
    /// A value is larger than the engine keeps.
    #[error("a value of {bytes} bytes is larger than {at_most}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The most that is kept.
        at_most: usize,
    },
    /// As [`AppendError::Stopped`].
    #[error("the journal has stopped after an error of the disk")]
    Stopped,
}

/// Why something could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// An entry is not as it was written. Refuse its owner, serve the others.
    #[error("the journal is damaged: {0}")]
    Damaged(Damage),
    /// The storage does not answer.
    #[error("the journal cannot be read: {reason}")]
    Unavailable {
        /// For the operator.
        reason: String,
    },
}

impl From<Damage> for ReadError {
    fn from(damage: Damage) -> Self {
        ReadError::Damaged(damage)
    }
}

/// An owner's state at a sequence of its changes. It can be deleted at any time, since the journal alone is the truth.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The sequence of the last change that it holds.
    pub sequence: u64,
    /// The version of its bytes. A reader that does not know it replays instead.
    pub format: u32,
    /// The state, as the service wrote it.
    pub bytes: Vec<u8>,
}

/// Shows no bytes, which hold patients.
impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot")
            .field("sequence", &self.sequence)
            .field("format", &self.format)
            .finish_non_exhaustive()
    }
}
