//! When a request is made again. Every request of this crate is safe: a GET (RFC 9110, 9.2.1), and a POST search, a batch of GETs and a token request,
//! which change nothing either. Nothing else may be sent through it.

use crate::error::{EhrError, Unreachable};
use std::time::Duration;

/// Requests in all, the first one included.
const ATTEMPTS: u32 = 3;
/// The wait before the second one; four times that before the third.
const BACKOFF: Duration = Duration::from_millis(100);
/// A wait that the EHR asks for is waited for up to this; for longer the caller is told.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// How long to wait before the next attempt after `attempts` that ended with this trouble, or none where it is final. `jitter` is between 0 and 1: clients
/// that failed together do not come back together.
pub(crate) fn wait_after(
    attempts: u32,
    trouble: &EhrError,
    jitter: f64,
    left: Duration,
) -> Option<Duration> {
    if attempts >= ATTEMPTS {
        return None;
    }
    let wait = match trouble {
        EhrError::RateLimited { retry_after } | EhrError::Unavailable { retry_after }
            if *retry_after <= LONGEST_WAIT =>
        {
            *retry_after + BACKOFF.mul_f64(jitter)
        }
        EhrError::Unreachable {
            why: Unreachable::Name | Unreachable::Connection,
        } => backoff(attempts, jitter),
        EhrError::ServerError { status: 502..=504 } => backoff(attempts, jitter),
        EhrError::NotAUrl
        | EhrError::NotAllowed { .. }
        | EhrError::Unreachable {
            why: Unreachable::Certificate,
        }
        | EhrError::TooSlow
        | EhrError::TooLarge
        | EhrError::NotFhir
        | EhrError::UnsupportedVersion { .. }
        | EhrError::NotPermitted
        | EhrError::AuthenticationFailed { .. }
        | EhrError::RateLimited { .. }
        | EhrError::Unavailable { .. }
        | EhrError::ServerError { .. }
        | EhrError::NotFound => return None,
    };
    (wait < left).then_some(wait)
}

fn backoff(attempts: u32, jitter: f64) -> Duration {
    let longest = BACKOFF * 4u32.pow(attempts.saturating_sub(1));
    longest.mul_f64(0.5 + jitter / 2.0)
}

/// A fresh number between 0 and 1.
pub(crate) fn jitter() -> f64 {
    getrandom::u32().map_or(0.5, |random| f64::from(random) / f64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Duration = Duration::from_secs(10);
    const BROKEN: EhrError = EhrError::Unreachable {
        why: Unreachable::Connection,
    };

    #[test]
    fn waits_grow_and_spread_and_end() {
        let waits = |jitter| {
            [1, 2, 3].map(|attempts| {
                wait_after(attempts, &BROKEN, jitter, LEFT).map(|wait| wait.as_millis())
            })
        };
        assert_eq!(waits(0.0), [Some(50), Some(200), None]);
        assert_eq!(waits(1.0), [Some(100), Some(400), None]);
    }

    #[test]
    fn a_wait_that_the_ehr_asks_for_is_kept_where_it_is_short() {
        let limited = |seconds| EhrError::RateLimited {
            retry_after: Duration::from_secs(seconds),
        };
        assert_eq!(
            wait_after(1, &limited(1), 0.0, LEFT),
            Some(Duration::from_secs(1))
        );
        assert_eq!(wait_after(1, &limited(3), 0.0, LEFT), None);
        assert_eq!(
            wait_after(1, &limited(2), 0.0, Duration::from_secs(1)),
            None
        );
    }

    #[test]
    fn what_would_not_change_is_not_asked_again() {
        for trouble in [
            EhrError::NotPermitted,
            EhrError::NotFound,
            EhrError::TooLarge,
            EhrError::TooSlow,
            EhrError::ServerError { status: 500 },
            EhrError::AuthenticationFailed { said: None },
        ] {
            assert_eq!(wait_after(1, &trouble, 0.0, LEFT), None, "{trouble}");
        }
        assert!(wait_after(1, &EhrError::ServerError { status: 503 }, 0.0, LEFT).is_some());
    }
}
