//! Whole sheets, from bytes to patients and from tables to bytes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod bounds;
mod defects;
mod doubts;
mod examples;
mod render;
mod robustness;
mod round_trip;
mod ward;
mod xlsx_cells;
