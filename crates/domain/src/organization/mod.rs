//! The organization: its users, groups, policies and teams. The same shape as [`crate::team`]; membership is each team's own state.

pub mod access_event;
pub mod command;
pub mod decide;
pub mod event;
pub mod evolve;
pub mod policy;
pub mod state;
pub mod view;

pub use command::Command;
pub use decide::{Context, decide};
pub use event::Event;
pub use evolve::evolve;
pub use state::Organization;
