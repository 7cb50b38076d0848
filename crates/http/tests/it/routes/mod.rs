//! One file a resource, as the routes have it.

mod ehr;
mod enrolment;
mod list;
mod live;
mod lock;
mod me;
mod my_sessions;
mod operations;
mod organization;
mod passkeys;
mod patient;
mod second_step;
mod session;
mod team;
mod users;
