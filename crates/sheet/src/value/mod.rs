//! The texts of cells as values: names, sex, dates, numbers, ticks, identifiers.

pub(crate) mod age;
pub(crate) mod checkbox;
pub(crate) mod date;
pub(crate) mod identifier;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod sex;
