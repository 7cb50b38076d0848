//! Clinical values and rules.

pub mod date;
pub mod news2;
