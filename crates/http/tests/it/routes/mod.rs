//! One file a resource, as the routes have it.

mod break_glass;
mod ehr;
mod enrolment;
mod list;
mod live;
mod lock;
mod me;
mod my_sessions;
mod oidc;
mod operations;
mod organization;
mod passkeys;
mod patient;
mod provisioning;
mod scim;
mod second_step;
mod session;
mod team;
mod users;
