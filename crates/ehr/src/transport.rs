//! One request and its answer, within all limits: where it goes, how long, how large, how often it is sent on.

mod resolver;

pub use resolver::{LookedUp, Lookup, SystemLookup};

use crate::allow::{Allow, Origin};
use crate::error::{EhrError, Unreachable};
use crate::settings::Settings;
use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION, RETRY_AFTER,
};
use reqwest::{Method, Response, StatusCode, redirect, retry};
use resolver::{CheckedResolver, NonePermitted};
use std::collections::HashMap;
use std::error::Error;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::time::timeout_at;
use url::Url;

/// How often one request is sent on to another address.
const REDIRECTS: usize = 3;
/// Origins whose connections are kept.
const ORIGINS: usize = 64;
/// FHIR's media types: DSTU2 has its own, and some servers know only the general one.
pub(crate) const ACCEPT_FHIR: &str =
    "application/fhir+json, application/json+fhir;q=0.9, application/json;q=0.8";
/// Of the token endpoint and of `smart-configuration`.
pub(crate) const ACCEPT_JSON: &str = "application/json";

/// What is asked.
#[derive(Clone)]
pub(crate) struct Ask {
    pub(crate) url: Url,
    pub(crate) accept: &'static str,
    pub(crate) authorization: Option<HeaderValue>,
    /// A POST's media type and body; none is a GET.
    pub(crate) body: Option<(&'static str, Vec<u8>)>,
}

impl Ask {
    pub(crate) fn get(url: Url) -> Self {
        Self {
            url,
            accept: ACCEPT_FHIR,
            authorization: None,
            body: None,
        }
    }

    pub(crate) fn post(url: Url, media: &'static str, body: Vec<u8>) -> Self {
        Self {
            body: Some((media, body)),
            ..Self::get(url)
        }
    }
}

/// What was answered: a status that is no redirect, and a body within the limit.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// The media type says JSON.
    pub(crate) is_json: bool,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body of a success; else what the refusal means.
    pub(crate) fn fhir(self) -> Result<Vec<u8>, EhrError> {
        match self.status {
            200..=299 if self.is_json => Ok(self.body),
            200..=299 => Err(EhrError::NotFhir),
            403 => Err(EhrError::NotPermitted),
            404 | 410 => Err(EhrError::NotFound),
            status => Err(EhrError::ServerError { status }),
        }
    }
}

/// Sends requests, and keeps connections.
pub(crate) struct Transport {
    allow: Arc<Allow>,
    lookup: Arc<dyn Lookup>,
    settings: Settings,
    /// One client an origin: the resolver of each knows what its addresses are checked for.
    clients: Mutex<HashMap<Origin, reqwest::Client>>,
}

impl Transport {
    pub(crate) fn new(allow: Allow, settings: Settings, lookup: Arc<dyn Lookup>) -> Self {
        Self {
            allow: Arc::new(allow),
            lookup,
            settings,
            clients: Mutex::default(),
        }
    }

    /// Whether a request to that URL could be permitted, as far as can be told before its name is looked up.
    pub(crate) fn check(&self, url: &Url) -> Result<Origin, EhrError> {
        Origin::of(url)
            .and_then(|origin| self.allow.permits_before_lookup(&origin).map(|()| origin))
            .map_err(|_| refused(url))
    }

    /// Asks until the deadline.
    pub(crate) async fn send(&self, ask: &Ask, deadline: Instant) -> Result<Answer, EhrError> {
        timeout_at(deadline.into(), self.follow(ask))
            .await
            .unwrap_or(Err(EhrError::TooSlow))
    }

    /// Asks, and follows redirects by hand: each is checked as the first request was. Authorization goes to the origin that it is for, and a
    /// body (which may hold a secret, or say whom is searched for) never to another one.
    async fn follow(&self, ask: &Ask) -> Result<Answer, EhrError> {
        let origin = self.check(&ask.url)?;
        let mut url = ask.url.clone();
        let mut body = ask.body.as_ref();
        for _ in 0..=REDIRECTS {
            let here = self.check(&url)?;
            let at_home = here == origin;
            let mut request = match body {
                None => reqwest::Request::new(Method::GET, url.clone()),
                Some((media, bytes)) => {
                    let mut request = reqwest::Request::new(Method::POST, url.clone());
                    request
                        .headers_mut()
                        .insert(CONTENT_TYPE, HeaderValue::from_static(media));
                    *request.body_mut() = Some(bytes.clone().into());
                    request
                }
            };
            let headers = request.headers_mut();
            headers.insert(ACCEPT, HeaderValue::from_static(ask.accept));
            if let Some(authorization) = ask.authorization.as_ref().filter(|_| at_home) {
                headers.insert(AUTHORIZATION, authorization.clone());
            }
            let response = self
                .client(&here)?
                .execute(request)
                .await
                .map_err(|error| of_request(&error, &url))?;
            let Some(next) = redirect_target(&response, &url)? else {
                return self.read(response).await;
            };
            if response.status() == StatusCode::SEE_OTHER {
                body = None;
            }
            if body.is_some() && Origin::of(&next).ok().as_ref() != Some(&origin) {
                return Err(refused(&next));
            }
            url = next;
        }
        Err(EhrError::NotFhir)
    }

    /// Reads a body, counting its bytes as they come out of decompression.
    async fn read(&self, mut response: Response) -> Result<Answer, EhrError> {
        let limit = self.settings.bytes;
        let announced =
            usize::try_from(response.content_length().unwrap_or(0)).unwrap_or(usize::MAX);
        if announced > limit {
            return Err(EhrError::TooLarge);
        }
        let mut body = Vec::with_capacity(announced);
        while let Some(chunk) = response.chunk().await.map_err(|error| of_body(&error))? {
            if body.len() + chunk.len() > limit {
                return Err(EhrError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer {
            status: response.status().as_u16(),
            is_json: is_json(response.headers()),
            retry_after: retry_after(response.headers(), jiff::Timestamp::now()),
            body,
        })
    }

    fn client(&self, origin: &Origin) -> Result<reqwest::Client, EhrError> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(origin) {
            return Ok(client.clone());
        }
        let resolver = CheckedResolver {
            origin: origin.clone(),
            allow: Arc::clone(&self.allow),
            lookup: Arc::clone(&self.lookup),
        };
        let builder = reqwest::Client::builder()
            .user_agent(concat!("patients/", env!("CARGO_PKG_VERSION")))
            // A proxy would look names up itself, behind our back.
            .no_proxy()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(self.settings.connect_time)
            .pool_idle_timeout(Duration::from_secs(60))
            .dns_resolver(resolver);
        let builder = match origin.plain {
            // Needs no certificates, and so works where the system has none.
            true => builder.tls_certs_only([]),
            false => builder.https_only(true),
        };
        let client = builder.build().map_err(|_| EhrError::Unreachable {
            why: Unreachable::Certificate,
        })?;
        if clients.len() >= ORIGINS {
            clients.clear();
        }
        clients.insert(origin.clone(), client.clone());
        Ok(client)
    }
}

fn refused(url: &Url) -> EhrError {
    EhrError::NotAllowed {
        host: url.host_str().unwrap_or_default().to_owned(),
    }
}

/// Where a redirect leads; none where the answer is no redirect.
fn redirect_target(response: &Response, url: &Url) -> Result<Option<Url>, EhrError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let target = response
        .headers()
        .get(LOCATION)
        .and_then(|location| location.to_str().ok())
        .and_then(|location| url.join(location).ok());
    target.map(Some).ok_or(EhrError::NotFhir)
}

/// What a request that got no answer tells. Its own text is not kept: it has the URL.
fn of_request(error: &reqwest::Error, url: &Url) -> EhrError {
    if caused_by(error, |cause| cause.is::<NonePermitted>()) {
        return refused(url);
    }
    // rustls reports its errors as invalid data.
    let of_tls = |cause: &(dyn Error + 'static)| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
    };
    let why = if error.is_dns() {
        Unreachable::Name
    } else if error.is_connect() && caused_by(error, of_tls) {
        Unreachable::Certificate
    } else {
        Unreachable::Connection
    };
    EhrError::Unreachable { why }
}

fn of_body(error: &reqwest::Error) -> EhrError {
    // A body that breaks off is a broken connection; one that cannot be unpacked is no answer at all.
    let broken = caused_by(error, |cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| {
            error.kind() == io::ErrorKind::InvalidData
                || error.kind() == io::ErrorKind::InvalidInput
        })
    });
    match broken {
        true => EhrError::NotFhir,
        false => EhrError::Unreachable {
            why: Unreachable::Connection,
        },
    }
}

fn caused_by(error: &reqwest::Error, is: impl Fn(&(dyn Error + 'static)) -> bool) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        // An io::Error hides what it was made of from `source`.
        let inner = error
            .downcast_ref::<io::Error>()
            .and_then(|error| error.get_ref())
            .is_some_and(|inner| is(inner));
        if inner || is(error) {
            return true;
        }
        cause = error.source();
    }
    false
}

/// FHIR's JSON and JSON itself, with whatever parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let media = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .map(|media| media.trim().to_ascii_lowercase());
    matches!(
        media.as_deref(),
        Some("application/fhir+json" | "application/json+fhir" | "application/json" | "text/json")
    )
}

/// `Retry-After`: seconds or a date (RFC 9110, 10.2.3).
fn retry_after(headers: &HeaderMap, now: jiff::Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let then = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    Some(Duration::try_from(then.duration_since(now)).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn headers(name: reqwest::header::HeaderName, value: &'static str) -> HeaderMap {
        [(name, HeaderValue::from_static(value))]
            .into_iter()
            .collect()
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = "2026-11-24T10:00:00Z".parse().unwrap();
        let read = |value| retry_after(&headers(RETRY_AFTER, value), now);
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        assert_eq!(
            read("Tue, 24 Nov 2026 10:00:30 GMT"),
            Some(Duration::from_secs(30))
        );
        assert_eq!(read("Tue, 24 Nov 2026 09:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(read("soon"), None);
        assert_eq!(read("-5"), None);
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    #[test]
    fn only_json_is_taken_for_fhir() {
        for json in [
            "application/fhir+json",
            "application/json+fhir;charset=UTF-8",
            "Application/JSON; charset=utf-8",
            "text/json",
        ] {
            assert!(is_json(&headers(CONTENT_TYPE, json)), "{json}");
        }
        for other in [
            "text/html",
            "application/fhir+xml",
            "text/plain",
            "application/jsonp",
            "",
        ] {
            assert!(!is_json(&headers(CONTENT_TYPE, other)), "{other}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }
}
