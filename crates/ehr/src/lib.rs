#![doc = include_str!("../README.md")]

mod allow;
mod breaker;
mod chart;
mod client;
mod connection;
mod discovery;
mod error;
mod lanes;
mod names;
mod port;
mod retry;
mod search;
mod secret;
mod session;
mod settings;
mod token;
mod transport;

pub use allow::{Allow, Entry, NotAnEntry, Origin, Refusal};
pub use client::{Client, Found, TokenCheck};
pub use connection::Connection;
pub use error::{EhrError, Unreachable};
pub use lanes::Urgency;
pub use search::Patients;
pub use secret::Secret;
pub use settings::Settings;
pub use token::Auth;
pub use token::key::{Algorithm, Jwk, KeyPair, NotAKey, Numbers};
pub use transport::{LookedUp, Lookup, SystemLookup};
