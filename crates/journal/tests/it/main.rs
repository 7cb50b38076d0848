//! The format of what engines keep, and the chain.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod chain;
mod golden;
mod made;
mod seal;
