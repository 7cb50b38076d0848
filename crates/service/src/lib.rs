//! The use cases of Patients: team actors, the organization, live subscriptions, presence, import and export. Everything that
//! leaves here was journalled before it left, and everything that was acknowledged is on disk.

mod caller;
mod directory;
pub mod ehr;
mod entropy;
mod error;
pub mod exporting;
mod following;
pub mod importing;
mod journalling;
pub mod live;
mod organization;
mod personal;
mod registry;
mod sealing;
mod team;
mod use_cases;

pub use caller::Caller;
pub use error::{Refusal, Unavailable};
pub use organization::OrganizationAnswer;
pub use personal::ColumnWidths;
pub use registry::{MyTeam, Service};
pub use sealing::{NotAKey, SealKey, Sealer, Unsealable};
pub use team::{CommandAnswer, Connection, Encoding, ListBytes};
pub use use_cases::UnseenView;
