//! The whole server over real HTTP and WebSocket, on a journal in a temporary folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    unreachable_pub,
    reason = "tests"
)]

mod canary;
mod input;
mod journal;
mod live;
mod matrix;
mod openapi;
mod routes;
mod support;
