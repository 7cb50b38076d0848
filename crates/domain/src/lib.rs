//! The rules of Patients.
pub mod audit;
mod id;
pub use id::*;
