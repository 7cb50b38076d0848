//! What open screens hear.

pub mod message;
mod outbox;
mod presence;
mod views;

pub use outbox::{Ending, Outbox};
pub(crate) use presence::Presence;
pub(crate) use views::{Began, Views};
