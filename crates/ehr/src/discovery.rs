//! What a server says of itself before it is asked for anything: its capability statement, and SMART's configuration beside it.

use crate::connection::State;
use crate::error::{EhrError, excerpt};
use crate::lanes::Lane;
use crate::session::{Access, Session};
use crate::settings::Settings;
use crate::token::{SecretBy, TokenEndpoint};
use crate::transport::{ACCEPT_JSON, Ask};
use fhir::capability::{Capability, SmartConfiguration, read_capability, read_smart_configuration};
use fhir::{Unreadable, Version};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::time::timeout_at;
use url::Url;

/// SMART's configuration is a second source, and not waited for as long as the first one.
const SMART_TIME: Duration = Duration::from_secs(3);

/// What a server said of itself.
pub(crate) struct Discovered {
    pub(crate) capability: Capability,
    pub(crate) smart: SmartConfiguration,
    pub(crate) endpoint: Option<TokenEndpoint>,
    read_at: Instant,
    /// It does batch, as far as is known: it said so, and did not refuse one since.
    batch: AtomicBool,
    /// It takes searches by POST, as far as is known: it did not refuse one.
    post_search: AtomicBool,
}

impl Discovered {
    pub(crate) fn does_batch(&self) -> bool {
        self.batch.load(Ordering::Relaxed)
    }

    /// It said that it does batch, and refused one.
    pub(crate) fn note_no_batch(&self) {
        self.batch.store(false, Ordering::Relaxed);
    }

    pub(crate) fn takes_post_search(&self) -> bool {
        self.post_search.load(Ordering::Relaxed)
    }

    /// It refused a search by POST.
    pub(crate) fn note_no_post_search(&self) {
        self.post_search.store(false, Ordering::Relaxed);
    }

    /// FHIR's media type for a body that is sent.
    pub(crate) fn media(&self) -> &'static str {
        match self.capability.version {
            Version::Dstu2 => "application/json+fhir",
            Version::Stu3 | Version::R4 | Version::R5 => "application/fhir+json",
        }
    }
}

/// The ways in which an endpoint takes a secret, the preferred one first.
fn secret_by(smart: &SmartConfiguration) -> Vec<SecretBy> {
    let methods = smart.auth_methods.iter();
    let said: Vec<SecretBy> = methods
        .filter_map(|method| match method.as_str() {
            "client_secret_basic" => Some(SecretBy::Basic),
            "client_secret_post" => Some(SecretBy::Body),
            _ => None,
        })
        .collect();
    match said.is_empty() {
        true => SecretBy::either(),
        false => said,
    }
}

/// What is known of the connection's server: read where it is not, or not any more.
pub(crate) async fn discovered(
    session: &Session<'_>,
    state: &State,
    settings: &Settings,
) -> Result<Arc<Discovered>, EhrError> {
    let mut kept = timeout_at(session.deadline.into(), state.discovered.lock())
        .await
        .map_err(|_| EhrError::TooSlow)?;
    if let Some(known) = kept
        .as_ref()
        .filter(|known| known.read_at.elapsed() < settings.capability_kept)
    {
        return Ok(Arc::clone(known));
    }
    match discover(session).await {
        Ok(fresh) => Ok(Arc::clone(kept.insert(Arc::new(fresh)))),
        // What it said an hour ago is better than nothing.
        Err(trouble) => kept.clone().ok_or(trouble),
    }
}

/// Reads both documents at once, without authentication.
pub(crate) async fn discover(session: &Session<'_>) -> Result<Discovered, EhrError> {
    let (capability, smart) = tokio::join!(capability(session), smart(session));
    let capability = capability?;
    let smart = smart.unwrap_or_default();
    let said = [capability.token_url.as_deref(), smart.token_url.as_deref()];
    let url = said
        .into_iter()
        .flatten()
        .find_map(|url| Url::parse(url).ok());
    let endpoint = url.map(|url| TokenEndpoint {
        url,
        secret_by: secret_by(&smart),
        knows_smart_2: smart
            .capabilities
            .iter()
            .any(|capability| capability == "permission-v2"),
    });
    Ok(Discovered {
        batch: AtomicBool::new(capability.batch),
        post_search: AtomicBool::new(true),
        capability,
        smart,
        endpoint,
        read_at: Instant::now(),
    })
}

async fn capability(session: &Session<'_>) -> Result<Capability, EhrError> {
    let url = session
        .base
        .join("metadata")
        .map_err(|_| EhrError::NotAUrl)?;
    let answer = session
        .ask(Ask::get(url), Lane::Whole, Access::Open)
        .await?;
    let read = read_capability(&answer.fhir()?).map_err(unreadable)?;
    Ok(read.value)
}

/// What an answer that cannot be read tells.
pub(crate) fn unreadable(why: Unreadable) -> EhrError {
    match why {
        Unreadable::TooLarge => EhrError::TooLarge,
        Unreadable::NotJson { .. } | Unreadable::Unexpected { .. } => EhrError::NotFhir,
        Unreadable::Version(version) => EhrError::UnsupportedVersion {
            said: excerpt(&version.said, 40),
        },
    }
}

/// Read once and without a trial of the breaker's: many servers do not have it.
async fn smart(session: &Session<'_>) -> Option<SmartConfiguration> {
    let url = session.base.join(".well-known/smart-configuration").ok()?;
    let ask = Ask {
        accept: ACCEPT_JSON,
        ..Ask::get(url)
    };
    let deadline = session.deadline.min(Instant::now() + SMART_TIME);
    let answer = session.transport.send(&ask, deadline).await.ok()?;
    let body = answer.fhir().ok()?;
    read_smart_configuration(&body).ok().map(|read| read.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_says_how_it_takes_a_secret_is_asked_so() {
        let methods = |methods: &[&str]| SmartConfiguration {
            auth_methods: methods.iter().map(|method| (*method).to_owned()).collect(),
            ..SmartConfiguration::default()
        };
        assert_eq!(
            secret_by(&methods(&["private_key_jwt", "client_secret_basic"])),
            [SecretBy::Basic]
        );
        assert_eq!(
            secret_by(&methods(&["client_secret_post", "client_secret_basic"])),
            [SecretBy::Body, SecretBy::Basic]
        );
        assert_eq!(
            secret_by(&methods(&["private_key_jwt"])),
            SecretBy::either()
        );
    }
}
