//! The sandbox over real HTTP, in each version.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod batch;
mod chart;
mod client;
mod connecting;
mod controls;
mod faults;
mod paging;
mod searching;
mod tokens;
mod vital_signs;
