//! What open screens hear, whatever happens to their connection.

mod checker;
mod following;
mod lagging;
mod openings;
mod organization;
mod presence;
mod revocation;
