//! The product's own process: how it starts and stops, and what it keeps when it is killed, its disk is full, fails or is damaged.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    unreachable_pub,
    reason = "tests"
)]

#[path = "../../../http/tests/it/support/client/mod.rs"]
mod client;
mod crash;
mod damage;
mod disk_full;
mod failing_disk;
mod hospital;
mod looking;
mod process;
mod sample_record;
mod saying;
mod starting;
