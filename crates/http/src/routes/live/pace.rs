//! How fast messages of a live connection are taken. Who is faster waits: their messages stay in their own network.

use std::time::Duration;
use tokio::time::Instant;

/// Messages that may come together: somebody opens all their lists again after the network was away.
const TOGETHER: u32 = 100;
/// One message in this time, on and on: faster than anybody moves through cells, a held key included.
const EVERY: Duration = Duration::from_millis(20);

/// The pace of one connection.
pub(super) struct Pace {
    /// When all that was taken would have been taken at the steady pace.
    even: Instant,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self {
            even: Instant::now(),
        }
    }

    /// When the next message may be taken; none where it may now.
    pub(super) fn wait(&self, now: Instant) -> Option<Instant> {
        let may = self.even.checked_sub(EVERY * (TOGETHER - 1))?;
        (may > now).then_some(may)
    }

    /// Counts a message.
    pub(super) fn took(&mut self, now: Instant) {
        self.even = self.even.max(now) + EVERY;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_come_together_and_then_fifty_a_second() {
        let mut pace = Pace::new();
        let begun = Instant::now();
        let mut now = begun;
        for _ in 0..600 {
            now = pace.wait(now).unwrap_or(now);
            pace.took(now);
        }
        let took = now - begun;
        assert!(
            (Duration::from_secs(9)..Duration::from_secs(11)).contains(&took),
            "{took:?}"
        );
        // After a while of silence as many may come together again, and no more.
        let later = now + Duration::from_secs(3600);
        for _ in 0..TOGETHER {
            assert_eq!(pace.wait(later), None);
            pace.took(later);
        }
        assert!(pace.wait(later).is_some());
    }
}
