//! The HTTP and WebSocket interface of Patients, and the web interface that it serves.
//!
//! A handler parses, asks one use case, and renders. Rules are elsewhere.

mod app;
mod authorization;
mod body;
mod caller;
mod cookie;
mod ehr_problem;
mod endpoints;
mod headers;
mod identity_problem;
mod metrics;
mod openapi;
mod problem;
mod routes;
mod to_problem;
mod web;

pub use app::{App, endpoints, router};
pub use endpoints::Endpoint;
pub use openapi::document;
