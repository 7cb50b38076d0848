//! Who asks, and from where.

use domain::UserId;
use domain::team::installation::Language;
use journal::Client;
use std::sync::Arc;

/// A person who is signed in, as every use case is told.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Who.
    pub user: UserId,
    /// A hash of the session: it ties together what was done in it, and cannot be used to act in it.
    pub session: Arc<str>,
    /// From where.
    pub client: Client,
    /// The language that an installation is made in.
    pub language: Language,
}
