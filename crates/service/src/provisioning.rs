//! The hospital's directory, which makes, changes and closes accounts and groups by itself.

use crate::error::Unavailable;
use crate::journalling::Origin;
use crate::organization::OrganizationAnswer;
use crate::registry::Service;
use domain::organization::{Command, Organization};
use domain::rejection::Rejection;
use journal::{Actor, Client};
use std::sync::Arc;

/// A directory that came with a provisioning token.
#[derive(Clone, Debug)]
pub struct Provisioner {
    /// Names the token, and cannot be used as one: it ties together in the journal what was done with it.
    pub token: Arc<str>,
    /// From where.
    pub client: Client,
}

impl From<&Provisioner> for Origin {
    fn from(provisioner: &Provisioner) -> Self {
        Origin {
            actor: Actor::Directory,
            client: provisioner.client,
            session: Some(provisioner.token.to_string()),
        }
    }
}

impl Service {
    /// Does what the directory wants in one request: all of it or nothing, decided while nobody else changes anything. `next` is asked for one
    /// command after another, with the state that the former ones leave and what they made, until it has no more. Returns the state after.
    ///
    /// # Errors
    /// `next` or the rules refuse it, or the storage does; nothing was changed then.
    pub async fn provision<E: From<Rejection> + From<Unavailable>>(
        &self,
        provisioner: &Provisioner,
        next: impl FnMut(&Organization, &OrganizationAnswer) -> Result<Option<Command>, E> + Send,
    ) -> Result<(Arc<Organization>, OrganizationAnswer), E> {
        let before = self.organization();
        let done = self
            .organization_store()
            .provision(&Origin::from(provisioner), next)
            .await?;
        self.follow_organization(&before).await;
        Ok(done)
    }
}
