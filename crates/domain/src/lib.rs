//! The rules of Patients: values, rules, decisions. Pure code: no I/O, no async, no clock, no randomness, no logging. Time and ids
//! come in as arguments.

pub mod access;
pub mod audit;
pub mod chart;
pub mod clinical;
pub mod ehr;
pub mod field;
mod id;
pub mod identity;
pub mod limits;
pub mod organization;
pub mod rejection;
mod tagged;
pub mod team;
pub mod text;

pub use id::*;
