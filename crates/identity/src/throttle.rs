//! Slowing down guesses without giving anybody a way to lock somebody else out.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Failures that cost nothing: people mistype.
const FREE: u32 = 5;
/// Failures of a whole address that cost nothing: a ward shares one.
const FREE_OF_ADDRESS: u32 = 30;
/// The longest wait.
const LONGEST: SignedDuration = SignedDuration::from_mins(2);
/// When failures are forgotten.
const FORGOTTEN: SignedDuration = SignedDuration::from_mins(60);

/// Failed sign-ins of one account from one address, or of one address.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Failures {
    count: u32,
    last: Option<Timestamp>,
}

/// Whose failures they are. An account is throttled for one address at a time: somebody elsewhere, who guesses, does not keep its
/// owner out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Of {
    Account,
    Address,
}

impl Failures {
    /// How long to wait before the next try; none where it may be made now.
    pub(crate) fn wait(self, of: Of, now: Timestamp) -> Option<SignedDuration> {
        let last = self.last?;
        let free = match of {
            Of::Account => FREE,
            Of::Address => FREE_OF_ADDRESS,
        };
        let beyond = self.count.checked_sub(free)?;
        let seconds = 1_i64
            .checked_shl(beyond)
            .filter(|s| *s > 0)
            .unwrap_or(i64::MAX);
        let delay = SignedDuration::from_secs(seconds).min(LONGEST);
        let left = delay - now.duration_since(last);
        left.is_positive().then_some(left)
    }

    /// One more failure.
    pub(crate) fn failed(self, now: Timestamp) -> Failures {
        let count = if self.is_forgotten(now) {
            0
        } else {
            self.count
        };
        Failures {
            count: count.saturating_add(1),
            last: Some(now),
        }
    }

    /// Whether they no longer count.
    pub(crate) fn is_forgotten(self, now: Timestamp) -> bool {
        self.last
            .is_none_or(|last| now.duration_since(last) > FORGOTTEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_after_five_failures_and_ends_at_two_minutes() {
        let now = Timestamp::UNIX_EPOCH;
        let mut failures = Failures::default();
        let mut waits = Vec::new();
        for _ in 0..14 {
            failures = failures.failed(now);
            waits.push(
                failures
                    .wait(Of::Account, now)
                    .map_or(0, |wait| wait.as_secs()),
            );
        }
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 120, 120, 120]);
        assert_eq!(failures.wait(Of::Address, now), None);
    }

    #[test]
    fn failures_are_forgotten_after_an_hour() {
        let now = Timestamp::UNIX_EPOCH;
        let failures = (0..20).fold(Failures::default(), |f, _| f.failed(now));
        let later = now + SignedDuration::from_mins(61);
        assert!(failures.is_forgotten(later));
        assert_eq!(failures.failed(later).wait(Of::Account, later), None);
    }
}
