//! One file a resource, as the routes have it.

mod ehr;
mod enrolment;
mod list;
mod live;
mod me;
mod oidc;
mod operations;
mod organization;
mod patient;
mod provisioning;
mod scim;
mod session;
mod team;
