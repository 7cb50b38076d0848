//! One file a resource, as the routes have it.

mod break_glass;
mod ehr;
mod enrolment;
mod list;
mod live;
mod me;
mod operations;
mod organization;
mod patient;
mod session;
mod team;
