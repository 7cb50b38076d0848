//! The engine from outside: the suite of the port, and what can go wrong with a disk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tests"
)]

mod child;
mod conformance;
mod crash;
mod damage;
mod folder;
mod fsync;
mod full_disk;
mod log;
mod lookup;
mod made;
mod verify;
