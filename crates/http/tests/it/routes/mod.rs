//! One file a resource, as the routes have it.

mod ehr;
mod enrolment;
mod headers;
mod list;
mod live;
mod me;
mod operations;
mod organization;
mod patient;
mod session;
mod team;
