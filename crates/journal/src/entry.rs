//! Entries, before and after they are stored.

use crate::{
    Hash, Header, Salt, StreamId, TooLong, codec,
    record::{PREFIX, prefix},
};
use sha2::{Digest, Sha256};
use std::fmt;

/// The most bytes of an entry: one patient's largest value or note is a hundredth of it, and a hundred of these still fit in memory.
pub const ENTRY_BYTES_AT_MOST: usize = 16 * 1024 * 1024;

/// What a header usually takes at most.
const HEADER_BYTES: usize = 256;

/// An entry that is ready to be appended: written and hashed, so that the one writer has little to do.
#[derive(Clone)]
pub struct NewEntry {
    record: Vec<u8>,
    header_hash: Hash,
    body_hash: Hash,
}

/// Why an entry cannot be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// It is larger than an entry may be.
    #[error("an entry of {bytes} bytes is larger than {ENTRY_BYTES_AT_MOST}")]
    TooLarge {
        /// The size that it would have.
        bytes: usize,
    },
    /// A text of its header is too long.
    #[error(transparent)]
    Header(#[from] TooLong),
}

impl NewEntry {
    /// Writes and hashes an entry. The salts are random, and never used for another entry.
    ///
    /// # Errors
    /// [`SealError::TooLarge`] above [`ENTRY_BYTES_AT_MOST`].
    pub fn seal(
        header: &Header,
        body: &[u8],
        header_salt: Salt,
        body_salt: Salt,
    ) -> Result<Self, SealError> {
        // The record is written in one piece, and each part hashed where it lies: this runs for every entry there is.
        let mut record =
            Vec::with_capacity(PREFIX + HEADER_BYTES + body.len() + 2 * size_of::<Salt>());
        record.extend_from_slice(&[0; PREFIX]);
        record.extend_from_slice(&header_salt);
        codec::write(header, &mut record)?;
        let body_at = record.len();
        record.extend_from_slice(&body_salt);
        record.extend_from_slice(body);

        let bytes = record.len();
        let header_bytes = u32::try_from(body_at - PREFIX);
        let (Ok(header_bytes), true) = (header_bytes, bytes <= ENTRY_BYTES_AT_MOST) else {
            return Err(SealError::TooLarge { bytes });
        };
        record[..PREFIX].copy_from_slice(&prefix(0, header_bytes));
        let header_hash = Sha256::digest(&record[PREFIX..body_at]).into();
        let body_hash = Sha256::digest(&record[body_at..]).into();
        Ok(Self {
            record,
            header_hash,
            body_hash,
        })
    }

    /// The record, in the newest format.
    pub fn record(&self) -> &[u8] {
        &self.record
    }

    /// `H(salt ‖ header)`.
    pub fn header_hash(&self) -> &Hash {
        &self.header_hash
    }

    /// `H(salt ‖ body)`.
    pub fn body_hash(&self) -> &Hash {
        &self.body_hash
    }
}

impl fmt::Debug for NewEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewEntry")
            .field("bytes", &self.record.len())
            .finish_non_exhaustive()
    }
}

/// An entry as it is stored, after its hashes were checked.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// The stream that it is in.
    pub stream: StreamId,
    /// Its place in the stream, from 1 without gaps. In a changes stream this is a revision.
    pub sequence: u64,
    /// Its place among all entries of the store: growing, with gaps.
    pub position: u64,
    /// Who, when, from where, what. None after audit retention has erased it.
    pub header: Option<Header>,
    /// What exactly, as the domain wrote it. None after it was purged.
    pub body: Option<Vec<u8>>,
    /// `H(salt ‖ header)`.
    pub header_hash: Hash,
    /// `H(salt ‖ body)`.
    pub body_hash: Hash,
    /// The hash of the chain up to and with this entry.
    pub hash: Hash,
}

/// Shows no body, which may hold names and notes.
impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("stream", &self.stream)
            .field("sequence", &self.sequence)
            .field("position", &self.position)
            .field(
                "operation",
                &self.header.as_ref().map(|header| header.operation),
            )
            .field("body_bytes", &self.body.as_ref().map(Vec::len))
            .finish_non_exhaustive()
    }
}
