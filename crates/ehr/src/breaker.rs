//! The circuit breaker of a connection: an EHR that fails again and again is left alone for a while.
//!
//! A state machine without a clock. It is closed (asked as usual), open (not asked until a time), or half-open (one request tries). The
//! longest wait is 30 seconds, so that an EHR that is back is used again within 60, whatever the trial's own time.

use std::time::{Duration, Instant};

/// Failures in a row that open it.
const FAILURES: u32 = 5;
/// How long it is open first; doubled for each trial that fails, up to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(5);
/// The longest time without a trial, and the longest that a `Retry-After` is heeded.
pub(crate) const LONGEST: Duration = Duration::from_secs(30);

/// The state of one connection.
#[derive(Debug)]
pub(crate) struct Breaker {
    state: State,
    /// Counts the changes of state: what was asked before the last one says nothing of now.
    generation: u64,
    /// The EHR asked us to wait until then.
    paused_until: Option<Instant>,
}

#[derive(Debug)]
enum State {
    Closed { failures: u32 },
    Open { until: Instant, wait: Duration },
    HalfOpen { wait: Duration },
}

/// The permission for one request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Admission {
    generation: u64,
}

/// Why a request is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// The EHR asked us to wait for so long.
    Paused(Duration),
    /// It is not asked for so long.
    Open(Duration),
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The EHR answered, be it with a refusal.
    Answered,
    /// The EHR is in trouble.
    Failed,
    /// The request was given up by whoever made it.
    Abandoned,
}

impl Breaker {
    pub(crate) fn new() -> Self {
        Self {
            state: State::Closed { failures: 0 },
            generation: 0,
            paused_until: None,
        }
    }

    /// Asks for permission to make a request.
    pub(crate) fn admit(&mut self, now: Instant) -> Result<Admission, Held> {
        if let Some(until) = self.paused_until {
            if now < until {
                return Err(Held::Paused(until - now));
            }
            self.paused_until = None;
        }
        match self.state {
            State::Closed { .. } => {}
            State::Open { until, .. } if now < until => return Err(Held::Open(until - now)),
            State::Open { wait, .. } => self.change(State::HalfOpen { wait }),
            State::HalfOpen { .. } => return Err(Held::Open(Duration::from_secs(1))),
        }
        Ok(Admission {
            generation: self.generation,
        })
    }

    /// Says what became of an admitted request.
    pub(crate) fn settle(&mut self, admission: Admission, outcome: Outcome, now: Instant) {
        if admission.generation != self.generation {
            return;
        }
        let open = |wait| State::Open {
            until: now + wait,
            wait,
        };
        match (&self.state, outcome) {
            (State::Closed { .. }, Outcome::Answered) => self.state = State::Closed { failures: 0 },
            (State::HalfOpen { .. }, Outcome::Answered) => {
                self.change(State::Closed { failures: 0 })
            }
            (State::Closed { failures }, Outcome::Failed) if failures + 1 < FAILURES => {
                self.state = State::Closed {
                    failures: failures + 1,
                };
            }
            (State::Closed { .. }, Outcome::Failed) => self.change(open(FIRST)),
            (State::HalfOpen { wait }, Outcome::Failed) => {
                self.change(open((*wait * 2).min(LONGEST)))
            }
            // Nothing was learned: the next request tries.
            (State::HalfOpen { wait }, Outcome::Abandoned) => {
                let wait = *wait;
                self.change(State::Open { until: now, wait });
            }
            (State::Closed { .. }, Outcome::Abandoned) | (State::Open { .. }, _) => {}
        }
    }

    /// The EHR asked us to wait.
    pub(crate) fn pause(&mut self, wait: Duration, now: Instant) {
        let until = now + wait.min(LONGEST);
        self.paused_until = Some(
            self.paused_until
                .map_or(until, |earlier| earlier.max(until)),
        );
    }

    fn change(&mut self, state: State) {
        self.state = state;
        self.generation += 1;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn ask(breaker: &mut Breaker, outcome: Outcome, now: Instant) {
        let admission = breaker.admit(now).unwrap();
        breaker.settle(admission, outcome, now);
    }

    fn opened(now: Instant) -> Breaker {
        let mut breaker = Breaker::new();
        for _ in 0..FAILURES {
            ask(&mut breaker, Outcome::Failed, now);
        }
        breaker
    }

    #[test]
    fn five_failures_in_a_row_open_it_and_an_answer_starts_the_count_again() {
        let now = Instant::now();
        let mut breaker = Breaker::new();
        for outcome in [
            Outcome::Failed,
            Outcome::Failed,
            Outcome::Failed,
            Outcome::Failed,
            Outcome::Answered,
            Outcome::Failed,
        ] {
            ask(&mut breaker, outcome, now);
        }
        assert!(breaker.admit(now).is_ok());
        let mut breaker = opened(now);
        assert_eq!(breaker.admit(now).unwrap_err(), Held::Open(FIRST));
        assert_eq!(
            breaker.admit(now + SECOND).unwrap_err(),
            Held::Open(FIRST - SECOND)
        );
    }

    #[test]
    fn one_request_tries_and_its_answer_closes_it() {
        let now = Instant::now();
        let mut breaker = opened(now);
        let trial = breaker.admit(now + FIRST).unwrap();
        assert!(breaker.admit(now + FIRST).is_err(), "only one tries");
        breaker.settle(trial, Outcome::Answered, now + FIRST);
        assert!(breaker.admit(now + FIRST).is_ok());
    }

    #[test]
    fn a_trial_that_fails_waits_twice_as_long_but_never_above_30_seconds() {
        let mut now = Instant::now();
        let mut breaker = opened(now);
        let mut waits = Vec::new();
        for _ in 0..5 {
            let Held::Open(wait) = breaker.admit(now).unwrap_err() else {
                return assert_eq!("open", "paused");
            };
            waits.push(wait.as_secs());
            now += wait;
            ask(&mut breaker, Outcome::Failed, now);
        }
        assert_eq!(waits, [5, 10, 20, 30, 30]);
    }

    #[test]
    fn a_trial_that_is_given_up_lets_the_next_request_try() {
        let now = Instant::now() + FIRST;
        let mut breaker = opened(now - FIRST);
        ask(&mut breaker, Outcome::Abandoned, now);
        ask(&mut breaker, Outcome::Answered, now);
        assert!(breaker.admit(now).is_ok());
    }

    #[test]
    fn what_was_asked_before_it_opened_says_nothing_of_now() {
        let now = Instant::now();
        let mut breaker = Breaker::new();
        let early = breaker.admit(now).unwrap();
        for _ in 0..FAILURES {
            ask(&mut breaker, Outcome::Failed, now);
        }
        breaker.settle(early, Outcome::Answered, now);
        assert!(breaker.admit(now).is_err());
        let trial = breaker.admit(now + FIRST).unwrap();
        breaker.settle(early, Outcome::Failed, now + FIRST);
        breaker.settle(trial, Outcome::Answered, now + FIRST);
        assert!(breaker.admit(now + FIRST).is_ok());
    }

    #[test]
    fn a_pause_is_kept_and_bounded() {
        let now = Instant::now();
        let mut breaker = Breaker::new();
        breaker.pause(Duration::from_secs(7), now);
        breaker.pause(SECOND, now);
        assert_eq!(
            breaker.admit(now).unwrap_err(),
            Held::Paused(Duration::from_secs(7))
        );
        breaker.pause(Duration::from_secs(86_400), now);
        assert_eq!(breaker.admit(now).unwrap_err(), Held::Paused(LONGEST));
        assert!(breaker.admit(now + LONGEST).is_ok());
    }
}
