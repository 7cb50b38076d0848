//! One-time links: with one, a person sets their own password.

use domain::UserId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long a link is good for: a weekend and a day off.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24 * 4);

/// What a one-time link is for, as it is kept by its hash.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Enrolment {
    /// Whose it is.
    #[serde(flatten)]
    pub kind: EnrolmentKind,
    /// Until when it is good.
    pub expires: Timestamp,
}

/// Whose one-time link it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EnrolmentKind {
    /// Of whoever started an empty server: it makes the first administrator.
    FirstAdministrator,
    /// Of a user: it sets their password.
    User {
        /// Who.
        user: UserId,
    },
}

impl Enrolment {
    /// A link that is good from now.
    pub(crate) fn new(kind: EnrolmentKind, now: Timestamp) -> Self {
        Self {
            kind,
            expires: now.checked_add(GOOD_FOR).unwrap_or(Timestamp::MAX),
        }
    }

    /// Whether it may still be used.
    pub(crate) fn is_good(&self, now: Timestamp) -> bool {
        now < self.expires
    }
}
