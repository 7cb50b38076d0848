#![doc = include_str!("../README.md")]

pub mod batch;
mod bundle;
pub mod capability;
pub mod chart;
mod dialect;
mod dstu2;
mod issues;
pub mod json;
mod limits;
mod outcome;
mod plain;
pub mod query;
mod r4;
mod r5;
mod read;
mod reference;
mod resource;
pub mod search;
mod stu3;
mod version;
mod written;

pub use outcome::said;
pub use read::{Read, Unreadable};
pub use version::{UnknownVersion, Version};
