#![doc = include_str!("../README.md")]

mod answers;
mod check;
mod checkpoint;
mod connection;
mod engine;
mod fault;
mod group;
mod heads;
mod job;
mod lookup;
mod migrate;
mod open;
mod read;
mod readers;
mod reserve;
mod sound;
mod verify;
mod writer;

pub use check::Check;
pub use engine::SqliteJournal;
pub use open::{OpenError, OpenOptions};
pub use verify::{VerifyError, VerifyReport, verify};
