#![doc = include_str!("../README.md")]

mod sandbox;
mod server;
mod version;
mod ward;

pub use sandbox::{Clock, Options, Sandbox, WardPatient};
pub use server::{Auth, Counts, Fault, Faults, IdentityChange, Trouble};
pub use version::{UnknownVersion, Version};
