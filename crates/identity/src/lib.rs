//! Who somebody is: local accounts, sessions, one-time links, and the throttling of sign-in.
//!
//! Passwords are kept as argon2id hashes, tokens as SHA-256 hashes: neither can be read out of the store.

mod accounts;
mod enrolment;
mod oidc;
mod password;
mod provisioning;
pub mod scim;
mod secret;
mod sessions;
mod throttle;

pub use accounts::{Accounts, AdmitError, EnrolError, PasswordError, SignInError};
pub use domain::organization::access_event::SignInMethod;
pub use enrolment::{Enrolment, EnrolmentKind};
pub use oidc::{
    ATTEMPT, Arrived, Begun, CALLBACK_PATH, Callback, Oidc, OidcError, OidcSettings,
    OidcSettingsError, ProviderFault,
};
pub use password::{PASSWORD_CHARS_AT_LEAST, PASSWORD_CHARS_AT_MOST, PasswordRule};
pub use provisioning::{DirectoryError, PROVISIONING_TOKENS, ProvisioningError, ProvisioningToken};
pub use secret::Token;
pub use sessions::Session;
