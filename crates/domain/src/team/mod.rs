//! A team: the small world that a care team keeps together. [`command`] says what people want, [`decide`] judges it, [`event`] is
//! what happened, [`evolve`] applies it, and [`view`] is what a reader sees.

pub mod access_event;
mod change;
pub mod chart_read;
pub mod command;
pub mod decide;
pub mod event;
pub mod evolve;
pub mod history;
pub mod installation;
pub mod membership;
pub mod state;
pub mod unseen;
pub mod view;
pub mod visibility;

pub use command::Command;
pub use decide::{Context, decide};
pub use event::Event;
pub use evolve::{Stamp, evolve};
pub use state::Team;
