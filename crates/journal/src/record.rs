//! The persisted form of an entry. A record, once written, can be read for ever: tests/golden holds every format.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// What makes the hash of a part impossible to guess. It is erased together with its part.
pub type Salt = [u8; 16];

/// The newest format. Format 1, in bytes: format (1), which parts are erased (1; bit 0 the header, bit 1 the body), length of the
/// header's part (4, big endian), the header's part, the body's part. A part is its salt and its bytes or, erased, its hash.
const FORMAT: u8 = 1;
pub(crate) const PREFIX: usize = 6;
const HEADER_ERASED: u8 = 1;
const BODY_ERASED: u8 = 2;

/// What a record of the newest format begins with.
pub(crate) fn prefix(erased: u8, header_length: u32) -> [u8; PREFIX] {
    let [a, b, c, d] = header_length.to_be_bytes();
    [FORMAT, erased, a, b, c, d]
}

/// One of the two parts of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// It is there.
    Kept {
        /// The salt of its hash.
        salt: &'a Salt,
        /// Its content.
        bytes: &'a [u8],
    },
    /// It was erased after its retention, and only its hash is left.
    Erased {
        /// The hash that it had.
        hash: &'a Hash,
    },
}

impl<'a> Part<'a> {
    /// `H(salt ‖ bytes)`, computed for a part that is there and remembered for one that is not.
    pub fn hash(&self) -> Hash {
        match self {
            Part::Kept { salt, bytes } => Sha256::new()
                .chain_update(salt)
                .chain_update(bytes)
                .finalize()
                .into(),
            Part::Erased { hash } => **hash,
        }
    }

    /// The content, unless it was erased.
    pub fn bytes(&self) -> Option<&'a [u8]> {
        match self {
            Part::Kept { bytes, .. } => Some(bytes),
            Part::Erased { .. } => None,
        }
    }

    fn len(&self) -> usize {
        match self {
            Part::Kept { salt, bytes } => salt.len() + bytes.len(),
            Part::Erased { hash } => hash.len(),
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        match self {
            Part::Kept { salt, bytes } => {
                to.extend_from_slice(*salt);
                to.extend_from_slice(bytes);
            }
            Part::Erased { hash } => to.extend_from_slice(*hash),
        }
    }

    fn read(bytes: &'a [u8], erased: bool) -> Result<Self, RecordFlaw> {
        if erased {
            let hash = bytes.try_into().map_err(|_| RecordFlaw::Malformed)?;
            return Ok(Part::Erased { hash });
        }
        let (salt, bytes) = bytes.split_first_chunk().ok_or(RecordFlaw::Malformed)?;
        Ok(Part::Kept { salt, bytes })
    }
}

/// A record: both parts of an entry, as an engine keeps them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// The header, which codec.rs reads.
    pub header: Part<'a>,
    /// The bytes of the body.
    pub body: Part<'a>,
}

/// Why bytes are not a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RecordFlaw {
    /// A format that this version does not know: damaged, or written by a newer version.
    #[error("format {0} is not known to this version")]
    Format(u8),
    /// The bytes do not have the shape that their format says.
    #[error("malformed")]
    Malformed,
}

impl<'a> Record<'a> {
    /// Writes the record in the newest format; None for a header of 4 GiB or more.
    pub fn write(&self) -> Option<Vec<u8>> {
        let header_length = u32::try_from(self.header.len()).ok()?;
        let mut erased = 0;
        if matches!(self.header, Part::Erased { .. }) {
            erased |= HEADER_ERASED;
        }
        if matches!(self.body, Part::Erased { .. }) {
            erased |= BODY_ERASED;
        }
        let mut to = Vec::with_capacity(PREFIX + self.header.len() + self.body.len());
        to.extend_from_slice(&prefix(erased, header_length));
        self.header.write(&mut to);
        self.body.write(&mut to);
        Some(to)
    }

    /// Reads a record of any format there ever was.
    ///
    /// # Errors
    /// The [`RecordFlaw`] that makes it none.
    pub fn read(bytes: &'a [u8]) -> Result<Self, RecordFlaw> {
        let (&format, rest) = bytes.split_first().ok_or(RecordFlaw::Malformed)?;
        match format {
            1 => Self::read_format_1(rest),
            unknown => Err(RecordFlaw::Format(unknown)),
        }
    }

    fn read_format_1(bytes: &'a [u8]) -> Result<Self, RecordFlaw> {
        let (&erased, bytes) = bytes.split_first().ok_or(RecordFlaw::Malformed)?;
        if erased & !(HEADER_ERASED | BODY_ERASED) != 0 {
            return Err(RecordFlaw::Malformed);
        }
        let (length, bytes) = bytes.split_first_chunk().ok_or(RecordFlaw::Malformed)?;
        let length =
            usize::try_from(u32::from_be_bytes(*length)).map_err(|_| RecordFlaw::Malformed)?;
        let (header, body) = bytes
            .split_at_checked(length)
            .ok_or(RecordFlaw::Malformed)?;
        Ok(Record {
            header: Part::read(header, erased & HEADER_ERASED != 0)?,
            body: Part::read(body, erased & BODY_ERASED != 0)?,
        })
    }
}
