//! The limits of the client.

use std::time::Duration;

/// What bounds every request. The defaults are the product's limits; tests use smaller ones.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Time for a whole operation, its token, retries and redirects included.
    pub time: Duration,
    /// Time for a connection to be made.
    pub connect_time: Duration,
    /// Bytes of one answer, after decompression.
    pub bytes: usize,
    /// Pages of one query: the first one and its `next` links.
    pub pages: usize,
    /// How long a capability statement is relied upon before it is read again.
    pub capability_kept: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            connect_time: Duration::from_secs(5),
            bytes: 16 * 1024 * 1024,
            pages: 10,
            capability_kept: Duration::from_secs(3600),
        }
    }
}
