//! Sheets through the whole server: what is looked at is imported, listed, exported, and looked at again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    reason = "tests"
)]

mod duplicates;
mod every_type;
mod examples;
mod export;
mod hostile;
mod locks;
mod mapping;
mod routes;
mod size;
mod ward;
