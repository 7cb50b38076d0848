//! Who somebody is: local accounts with their passwords, second factors and passkeys; sessions and their lock; one-time links; and the
//! throttling of all that can be guessed.
//!
//! Passwords and PINs are kept as argon2id hashes, tokens and recovery codes as SHA-256 hashes, the secrets of authenticator apps sealed:
//! none can be read out of the store.

mod accounts;
mod ceremony;
mod common_passwords;
mod enrolment;
mod factors;
mod links;
mod lock;
mod passkeys;
mod password;
mod passwords;
mod pin;
mod recovery;
mod secret;
mod sessions;
mod throttle;
mod totp;
mod tries;
mod turns;
mod two_step;

pub use accounts::{Accounts, AdmitError, SignInError};
pub use ceremony::CEREMONY_ENDS_AFTER;
pub use domain::organization::access_event::SignInMethod;
pub use enrolment::{Enrolment, EnrolmentKind};
pub use factors::Factors;
pub use links::EnrolError;
pub use lock::{Held, NotSignedIn, PinError, UnlockError};
pub use passkeys::{
    NoHostName, PASSKEY_NAME_CHARS_AT_MOST, PASSKEYS_AT_MOST, PasskeyError, PasskeyRequest,
    PasskeyView,
};
pub use password::{PASSWORD_CHARS_AT_LEAST, PASSWORD_CHARS_AT_MOST, PasswordRule};
pub use passwords::{ConfirmError, PasswordError};
pub use pin::{PIN_DIGITS_AT_LEAST, PIN_DIGITS_AT_MOST, PinRule, WRONG_PINS_AT_MOST};
pub use secret::Token;
pub use sessions::{SESSION_ENDS_AFTER, SESSION_ENDS_UNUSED_AFTER, Session};
pub use two_step::{AppSecret, Challenge, SecondProof, SecondStepError, TwoStepError};
