#![doc = include_str!("../README.md")]

mod chain;
mod codec;
#[cfg(feature = "conformance")]
pub mod conformance;
mod entry;
mod header;
mod port;
mod record;
mod stream;
mod table;

pub use chain::{ChainVerifier, Damage, Flaw, Link, StoredEntry};
pub use codec::TooLong;
pub use entry::{ENTRY_BYTES_AT_MOST, Entry, NewEntry, SealError};
pub use header::{Actor, Client, ClientKind, CommandRef, Header, Outcome};
pub use port::{
    Append, AppendError, Appended, Journal, MISSED_AT_MOST, Pending, ReadError, Snapshot,
    WriteError,
};
pub use record::{Hash, Part, Record, RecordFlaw, Salt};
pub use stream::{Owner, StreamId, StreamIdError, StreamKind};
pub use table::{KeyValue, RecordChange, Table};
