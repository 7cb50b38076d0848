//! One operation at an EHR: its requests share a deadline, a token and the connection's turns.

use crate::breaker::LONGEST;
use crate::connection::State;
use crate::error::EhrError;
use crate::lanes::{Lane, Urgency};
use crate::retry;
use crate::token::{Bearer, TokenEndpoint};
use crate::transport::{Answer, Ask, Transport};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::sleep;
use url::Url;

/// The pause after a 429 that does not say how long.
const UNSAID_PAUSE: Duration = Duration::from_secs(1);

/// What the requests of one operation share.
pub(crate) struct Session<'a> {
    pub(crate) transport: &'a Transport,
    pub(crate) state: &'a State,
    /// The server's base, with a slash at its end.
    pub(crate) base: Url,
    pub(crate) urgency: Urgency,
    /// The place of the first request among those of refreshes.
    pub(crate) place: Mutex<Option<OwnedSemaphorePermit>>,
    pub(crate) deadline: Instant,
}

/// Whether a request carries the connection's token.
#[derive(Clone, Copy)]
pub(crate) enum Access<'a> {
    /// What a server tells everybody.
    Open,
    /// Everything else; the token comes from that endpoint, where the server names one.
    WithToken(Option<&'a TokenEndpoint>),
}

impl Session<'_> {
    /// Asks, and asks again where that is worth while. Refusals of one request (403, 404, other 4xx) are answers; everything that
    /// keeps us from having one is an error. Tokens go to the EHR's own origin only.
    pub(crate) async fn ask(
        &self,
        ask: Ask,
        lane: Lane,
        access: Access<'_>,
    ) -> Result<Answer, EhrError> {
        let mut attempts = 0;
        loop {
            let trouble = match self.attempt(&ask, lane, access).await {
                Ok(answer) => return Ok(answer),
                Err(trouble) => trouble,
            };
            attempts += 1;
            let left = self.deadline.saturating_duration_since(Instant::now());
            match retry::wait_after(attempts, &trouble, retry::jitter(), left) {
                Some(wait) => sleep(wait).await,
                None => return Err(trouble),
            }
        }
    }

    async fn attempt(&self, ask: &Ask, lane: Lane, access: Access<'_>) -> Result<Answer, EhrError> {
        let lanes = &self.state.lanes;
        let place = self
            .place
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let turn = lanes
            .request(lane, self.urgency, place, self.deadline)
            .await;
        let _turn = turn.ok_or(EhrError::TooSlow)?;
        // Asked only now: what has waited for its turn behind failures is not sent after them.
        let admitted = self.state.admit()?;
        let result = self.exchange(ask, access).await;
        admitted.settle(&result);
        if let Err(EhrError::RateLimited { retry_after } | EhrError::Unavailable { retry_after }) =
            &result
        {
            self.state.pause(*retry_after);
        }
        result
    }

    /// One request, and a second one where the first one's token was refused.
    async fn exchange(&self, ask: &Ask, access: Access<'_>) -> Result<Answer, EhrError> {
        let is_home = self.transport.check(&ask.url)? == self.transport.check(&self.base)?;
        let (bearer, endpoint) = match access {
            Access::WithToken(endpoint) if is_home => {
                (self.bearer(endpoint, None).await?, endpoint)
            }
            Access::WithToken(_) | Access::Open => (None, None),
        };
        let answer = self.send(ask, bearer.as_ref()).await?;
        let (answer, bearer) = match (answer.status, bearer) {
            (401, Some(refused)) => {
                let fresh = self.bearer(endpoint, Some(&refused)).await?;
                let again = self.send(ask, fresh.as_ref()).await?;
                if again.status == 401 {
                    return Err(refused.refusal());
                }
                (again, fresh)
            }
            (_, bearer) => (answer, bearer),
        };
        let retry_after = answer.retry_after.map(|wait| wait.min(LONGEST));
        match answer.status {
            401 => return Err(EhrError::AuthenticationFailed { said: None }),
            429 => {
                return Err(EhrError::RateLimited {
                    retry_after: retry_after.unwrap_or(UNSAID_PAUSE),
                });
            }
            status @ 500..=599 => {
                return Err(match retry_after {
                    Some(retry_after) if status == 503 => EhrError::Unavailable { retry_after },
                    Some(_) | None => EhrError::ServerError { status },
                });
            }
            200..=299 if !answer.is_json => return Err(EhrError::NotFhir),
            _ => {}
        }
        if let Some(bearer) = &bearer {
            bearer.note_accepted();
        }
        Ok(answer)
    }

    async fn bearer(
        &self,
        endpoint: Option<&TokenEndpoint>,
        refused: Option<&Bearer>,
    ) -> Result<Option<Bearer>, EhrError> {
        self.state
            .tokens
            .bearer(endpoint, refused, self.transport, self.deadline)
            .await
    }

    async fn send(&self, ask: &Ask, bearer: Option<&Bearer>) -> Result<Answer, EhrError> {
        let ask = Ask {
            authorization: bearer.map(|bearer| bearer.header.clone()),
            ..ask.clone()
        };
        self.transport.send(&ask, self.deadline).await
    }
}

/// An address that the EHR gave, or one relative to its base. A server behind a proxy that ends TLS often takes itself for a plain one: an address at its own host
/// is asked by TLS, as the base is.
pub(crate) fn resolve(base: &Url, address: &str) -> Result<Url, EhrError> {
    let mut url = base.join(address).map_err(|_| EhrError::NotFhir)?;
    let is_same_host =
        url.host() == base.host() && (url.port().is_none() || url.port() == base.port());
    if base.scheme() == "https" && url.scheme() == "http" && is_same_host {
        // Neither fails between two schemes of the web and for a host with a port.
        let changed = url
            .set_scheme("https")
            .and_then(|()| url.set_port(base.port()));
        changed.map_err(|()| EhrError::NotFhir)?;
    }
    Ok(url)
}

/// The base that a person wrote, with a slash at its end.
pub(crate) fn base_of(url: &str) -> Result<Url, EhrError> {
    let mut base = Url::parse(url.trim()).map_err(|_| EhrError::NotAUrl)?;
    if !matches!(base.scheme(), "https" | "http")
        || base.query().is_some()
        || base.fragment().is_some()
    {
        return Err(EhrError::NotAUrl);
    }
    if !base.path().ends_with('/') {
        let path = format!("{}/", base.path());
        base.set_path(&path);
    }
    Ok(base)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn an_address_of_the_ehr_is_relative_or_its_own_and_asked_by_tls_as_its_base() {
        let base = base_of("https://ehr.example:8443/r4").unwrap();
        let at = |address| resolve(&base, address).unwrap().to_string();
        assert_eq!(at("Patient/1"), "https://ehr.example:8443/r4/Patient/1");
        assert_eq!(at("?page=2"), "https://ehr.example:8443/r4/?page=2");
        for address in [
            "http://ehr.example/r4?page=2",
            "http://ehr.example:8443/r4?page=2",
        ] {
            assert_eq!(at(address), "https://ehr.example:8443/r4?page=2");
        }
        for address in [
            "http://ehr.example:22/r4",
            "http://other.example/r4",
            "https://ehr.example/r4",
        ] {
            assert_eq!(at(address), address);
        }
        let plain = base_of("http://127.0.0.1:80/r4").unwrap();
        let next = resolve(&plain, "http://127.0.0.1/r4?page=2").unwrap();
        assert_eq!(next.as_str(), "http://127.0.0.1/r4?page=2");
    }

    #[test]
    fn a_base_is_read_with_or_without_its_slash() {
        let read = |url| base_of(url).map(String::from);
        for url in ["https://ehr.example/r4", " https://ehr.example/r4/ "] {
            assert_eq!(read(url).as_deref(), Ok("https://ehr.example/r4/"));
        }
        assert_eq!(
            read("https://ehr.example").as_deref(),
            Ok("https://ehr.example/")
        );
        for url in [
            "",
            "ehr.example/r4",
            "ftp://ehr.example",
            "https://",
            "https://ehr.example/r4?x=1",
            "https://ehr.example/r4#x",
        ] {
            assert_eq!(read(url), Err(EhrError::NotAUrl), "{url}");
        }
    }
}
