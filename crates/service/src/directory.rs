//! The organization as everybody in the process reads it: a pointer to the newest state.

use domain::UserId;
use domain::organization::Organization;
use std::sync::{Arc, PoisonError, RwLock};

/// Shared read access to the organization's state.
#[derive(Clone, Default)]
pub(crate) struct Directory(Arc<RwLock<Arc<Organization>>>);

impl Directory {
    /// The state now. It does not change under the reader.
    pub(crate) fn now(&self) -> Arc<Organization> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Publishes a newer state.
    pub(crate) fn replace(&self, organization: Arc<Organization>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = organization;
    }

    /// Whether somebody may be taken into a team.
    pub(crate) fn is_open_account(&self, user: UserId) -> bool {
        self.now()
            .users
            .get(&user)
            .is_some_and(|user| !user.disabled)
    }
}
