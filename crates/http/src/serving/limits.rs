//! Bounds of what connections may take.

use std::time::Duration;

/// Connections at once: a hospital's 5,000 screens, each with a live connection and one for its requests. One costs some 20 kB.
const CONNECTIONS: usize = 10_000;
/// Descriptors that stay free for the journal, the records and the log.
const DESCRIPTORS_KEPT: usize = 256;
/// Bytes of a request's line and headers: a browser's have about 1 kB, a bearer token of Microsoft Entra up to some 8 kB more.
const HEAD_BYTES: usize = 32 * 1024;
/// How long a request's line and headers may take, the time before them included in which a connection is kept for the next: as nginx has it.
const HEAD_WITHIN: Duration = Duration::from_secs(60);
/// How long a body may take, besides what its size allows.
const BODY_WITHIN: Duration = Duration::from_secs(20);
/// Bytes of a body a second at the least, on a ward's worst corner of Wi-Fi.
const BODY_BYTES_PER_SECOND: u64 = 32 * 1024;
/// How long a TLS handshake may take: four messages.
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(10);

/// Bounds of connections and requests.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Connections at once; more wait until one ends.
    pub connections: usize,
    /// Bytes of a request's line and headers.
    pub head_bytes: usize,
    /// How long a request's line and headers may take, from the end of the request before.
    pub head_within: Duration,
    /// How long a body may take, besides what its size allows.
    pub body_within: Duration,
    /// Bytes of a body a second at the least.
    pub body_bytes_per_second: u64,
    /// How long a TLS handshake may take.
    pub handshake_within: Duration,
}

impl Default for Limits {
    /// As many connections as the process has descriptors for, 10,000 at most.
    fn default() -> Self {
        Self {
            connections: connections(std::fs::read_to_string("/proc/self/limits").ok().as_deref()),
            head_bytes: HEAD_BYTES,
            head_within: HEAD_WITHIN,
            body_within: BODY_WITHIN,
            body_bytes_per_second: BODY_BYTES_PER_SECOND,
            handshake_within: HANDSHAKE_WITHIN,
        }
    }
}

impl Limits {
    /// How long a body of this size may take.
    pub(crate) fn patience_with(&self, bytes: u64) -> Duration {
        let millis = bytes.saturating_mul(1_000) / self.body_bytes_per_second.max(1);
        self.body_within + Duration::from_millis(millis)
    }
}

/// Connections that the limits of this process, as Linux writes them, leave room for.
fn connections(limits: Option<&str>) -> usize {
    let descriptors = limits.and_then(|limits| {
        let line = limits
            .lines()
            .find_map(|line| line.strip_prefix("Max open files"))?;
        line.split_whitespace().next()?.parse::<usize>().ok()
    });
    match descriptors {
        Some(descriptors) => descriptors
            .saturating_sub(DESCRIPTORS_KEPT)
            .clamp(1, CONNECTIONS),
        // "unlimited", or a system that does not say.
        None => CONNECTIONS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_as_many_as_there_are_descriptors_for() {
        let said = |soft: &str| {
            format!(
                "Limit                     Soft Limit  Hard Limit  Units\nMax processes  7  7  processes\nMax open files            {soft}        524288      files\n"
            )
        };
        assert_eq!(connections(Some(&said("1024"))), 768);
        assert_eq!(connections(Some(&said("100"))), 1);
        assert_eq!(connections(Some(&said("524288"))), CONNECTIONS);
        assert_eq!(connections(Some(&said("unlimited"))), CONNECTIONS);
        assert_eq!(connections(None), CONNECTIONS);
    }

    #[test]
    fn a_larger_body_may_take_longer() {
        let limits = Limits::default();
        assert_eq!(limits.patience_with(0), BODY_WITHIN);
        let largest = limits.patience_with(30 * 1024 * 1024);
        assert_eq!(largest, BODY_WITHIN + Duration::from_secs(960));
    }
}
