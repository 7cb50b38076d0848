//! What reading gives, and why it can give nothing.

use crate::version::UnknownVersion;
use domain::chart::Issue;

/// A value, and all that had to be left out of it.
pub struct Read<T> {
    /// What could be read.
    pub value: T,
    /// What could not.
    pub issues: Vec<Issue>,
}

/// Nothing can be read from the bytes. The texts hold nothing of what the bytes say, except where a field is named `said`.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unreadable {
    /// They are not JSON: cut off, an HTML page, or broken.
    #[error("the answer is not JSON (byte {index})")]
    NotJson {
        /// Where the JSON stopped making sense.
        index: usize,
    },
    /// JSON beyond the limits on depth or number of values.
    #[error("the answer is nested too deeply or holds too much")]
    TooLarge,
    /// JSON, but not the resource that was asked for.
    #[error("the answer is not a {wanted}")]
    Unexpected {
        /// What was asked for.
        wanted: &'static str,
        /// What the server said instead, where it was an OperationOutcome.
        said: Option<String>,
    },
    /// A version of FHIR that is not read.
    #[error(transparent)]
    Version(#[from] UnknownVersion),
}
