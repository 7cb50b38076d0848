//! Answers of servers, from bytes to charts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

mod batch;
mod capability;
mod chart;
mod example;
mod examples;
mod mutation;
mod place;
mod search;
mod shared_data;
mod statement;
mod total;
