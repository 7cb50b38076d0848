//! SCIM 2.0 (RFC 7643, RFC 7644) as Microsoft Entra ID and Okta really speak it: what they send, read into commands to the organization, and what
//! they are answered. Pure: nothing here waits, stores or decides.
//!
//! Kept of a user are `userName`, `displayName`, `externalId`, `active` and `preferredLanguage`; of a group `displayName`, `externalId` and
//! `members`. All else is taken and not kept, as RFC 7644, 3.3 allows, and stands in no answer.

mod about;
mod error;
mod group;
mod listing;
mod patch;
mod path;
mod user;

pub use about::{resource_type, resource_types, schema, schemas, service_provider_config};
pub use error::{ScimError, ScimType, error_body};
pub use group::{GroupChange, deletion as group_deletion};
pub use listing::{Attributes, Query};
pub use user::{UserChange, deletion as user_deletion, render as render_user};
