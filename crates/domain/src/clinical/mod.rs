//! Clinical values and rules.

pub mod date;
