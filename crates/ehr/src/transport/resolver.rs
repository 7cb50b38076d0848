//! Looking names up, and letting only permitted addresses through.

use crate::allow::{Allow, Origin};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

/// The addresses of a name.
pub type LookedUp = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// How names become addresses.
pub trait Lookup: Send + Sync {
    /// Looks a name up.
    fn lookup(&self, name: &str) -> LookedUp;
}

/// The operating system's resolver.
#[derive(Clone, Copy, Debug)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn lookup(&self, name: &str) -> LookedUp {
        let name = name.to_owned();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// None of a name's addresses may be reached.
#[derive(Debug, thiserror::Error)]
#[error("no address of this name is permitted")]
pub(super) struct NonePermitted;

/// The resolver for one origin. A connection asks it once, and goes to an address that it gave: there is no second look-up between
/// the check and the connection whose answer could differ.
pub(super) struct CheckedResolver {
    pub(super) origin: Origin,
    pub(super) allow: Arc<Allow>,
    pub(super) lookup: Arc<dyn Lookup>,
}

impl Resolve for CheckedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let found = self.lookup.lookup(name.as_str());
        let (origin, allow) = (self.origin.clone(), Arc::clone(&self.allow));
        Box::pin(async move {
            let permitted: Vec<SocketAddr> = found
                .await?
                .into_iter()
                .filter(|address| allow.permits(&origin, *address).is_ok())
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            match permitted.is_empty() {
                true => Err(NonePermitted.into()),
                false => Ok(Box::new(permitted.into_iter()) as Addrs),
            }
        })
    }
}
