//! A team in memory: one actor owns its state and everything that follows from it.

mod actor;
mod ask;
mod batch;
mod chart_round;
mod commands;
mod handle;
mod load;
mod organization;
mod projection;
mod protection;
mod reads;
mod recent;
mod record;
mod subscriptions;
mod upkeep;
mod watching;
mod world;

pub use ask::Connection;
pub(crate) use ask::{Asked, refused};
pub(crate) use handle::Handle;
pub(crate) use load::{LoadContext, load};
pub use projection::{Encoding, ListBytes};
pub(crate) use protection::AuditedTeam;
pub(crate) use reads::{HistoryPlan, Looked};
pub use recent::CommandAnswer;
pub(crate) use recent::{check_id, is_too_old};
pub(crate) use world::World;
