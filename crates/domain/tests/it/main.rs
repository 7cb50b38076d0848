//! The rules of a team and of the organization: examples in the words of the ward, laws over random wards, and the formats.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    unreachable_pub,
    reason = "tests"
)]

mod audit_doc;
mod conflicts;
mod coverage;
mod duplicates;
mod ehr;
mod file;
mod golden;
mod groups;
mod history;
mod import;
mod laws;
mod lists;
mod members;
mod membership;
mod merge;
mod news2;
mod notes;
mod organization;
mod patients;
mod policies;
mod record;
mod schema;
mod thousands;
mod undo_import;
mod unseen;
mod values;
mod visibility;
mod ward;
mod wire;
