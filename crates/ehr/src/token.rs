//! Tokens: fetched once for everybody who waits, kept until shortly before they expire, replaced once when the EHR refuses one.

mod assertion;
mod grant;
pub(crate) mod key;

use crate::error::EhrError;
use crate::secret::Secret;
use crate::transport::Transport;
use grant::Granted;
pub(crate) use grant::SecretBy;
use key::KeyPair;
use reqwest::header::HeaderValue;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use tokio::time::timeout_at;
use url::Url;

/// How we prove to an EHR who we are.
#[derive(Clone, Debug)]
pub enum Auth {
    /// Not at all: an open server.
    None,
    /// OAuth 2.0 client credentials (RFC 6749, 4.4).
    ClientCredentials {
        /// Our id at the authorization server.
        client_id: String,
        /// Our secret.
        client_secret: Secret,
        /// What is asked for; it holds the organization's tenant identifier where an interop partner routes by it.
        scope: Option<String>,
    },
    /// SMART Backend Services.
    PrivateKeyJwt {
        /// Our id at the authorization server.
        client_id: String,
        /// What is asked for; without it all that can be read.
        scope: Option<String>,
        /// Our key pair, whose public half we publish.
        key: Arc<KeyPair>,
    },
}

/// Where tokens are given, as the EHR says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TokenEndpoint {
    pub(crate) url: Url,
    /// The ways in which it takes a secret, the preferred one first; both where it does not say.
    pub(crate) secret_by: Vec<SecretBy>,
    /// It knows the scopes of SMART 2 (`system/*.rs`) rather than of SMART 1 (`system/*.read`).
    pub(crate) knows_smart_2: bool,
}

impl TokenEndpoint {
    /// An endpoint of which nothing but the address is known.
    #[cfg(test)]
    pub(crate) fn at(url: Url) -> Self {
        Self {
            url,
            secret_by: SecretBy::either(),
            knows_smart_2: true,
        }
    }
}

/// A replacement for a refused token is itself not replaced before this has passed: an EHR that refuses every token is not asked for one each
/// time.
const REPLACED_AGAIN_AFTER: Duration = Duration::from_secs(5);
/// How long a refusal of the token endpoint is remembered. A new secret is a new revision of the connection, and does not wait for it.
const REFUSAL_KEPT: Duration = Duration::from_secs(10);
/// How long it is remembered that the token endpoint could not be asked.
const OUTAGE_KEPT: Duration = Duration::from_secs(2);

/// The token of a connection.
pub(crate) struct TokenKeeper {
    auth: Auth,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    token: Option<Token>,
    tokens: u64,
    trouble: Option<(Instant, EhrError)>,
    /// The way in which the endpoint took the secret last.
    secret_by: Option<SecretBy>,
}

struct Token {
    bearer: Bearer,
    good_until: Instant,
    fetched: Instant,
    is_replacement: bool,
}

/// A token in the hands of one request.
#[derive(Clone)]
pub(crate) struct Bearer {
    pub(crate) header: HeaderValue,
    number: u64,
    worked: Arc<AtomicBool>,
}

impl Bearer {
    /// The EHR took it.
    pub(crate) fn note_accepted(&self) {
        self.worked.store(true, Ordering::Relaxed);
    }

    /// What it means that the EHR refused it, and could not be changed by a fresh one: it is good elsewhere, so this one thing is not permitted; or it is
    /// good for nothing.
    pub(crate) fn refusal(&self) -> EhrError {
        match self.worked.load(Ordering::Relaxed) {
            true => EhrError::NotPermitted,
            false => EhrError::AuthenticationFailed { said: None },
        }
    }
}

impl TokenKeeper {
    pub(crate) fn new(auth: Auth) -> Self {
        Self {
            auth,
            kept: Mutex::default(),
        }
    }

    /// Whether requests carry a token.
    pub(crate) fn is_needed(&self) -> bool {
        !matches!(self.auth, Auth::None)
    }

    /// The token, fetched where there is none; none where none is needed. Whoever comes while it is fetched waits for that one. `refused` is a token
    /// that the EHR has just refused.
    pub(crate) async fn bearer(
        &self,
        endpoint: Option<&TokenEndpoint>,
        refused: Option<&Bearer>,
        transport: &Transport,
        deadline: Instant,
    ) -> Result<Option<Bearer>, EhrError> {
        if !self.is_needed() {
            return Ok(None);
        }
        let endpoint = endpoint.ok_or_else(|| EhrError::AuthenticationFailed {
            said: Some("the EHR names no token endpoint".to_owned()),
        })?;
        let mut kept = timeout_at(deadline.into(), self.kept.lock())
            .await
            .map_err(|_| EhrError::TooSlow)?;
        let now = Instant::now();
        if let Some(token) = &kept.token {
            match refused.filter(|refused| refused.number == token.bearer.number) {
                None if now < token.good_until => return Ok(Some(token.bearer.clone())),
                Some(_) if token.is_replacement && now < token.fetched + REPLACED_AGAIN_AFTER => {
                    return Err(token.bearer.refusal());
                }
                None | Some(_) => {}
            }
        }
        if let Some((until, trouble)) = &kept.trouble
            && now < *until
        {
            return Err(trouble.clone());
        }
        kept.token = None;
        match grant::request(&self.auth, endpoint, kept.secret_by, transport, deadline).await {
            Ok((granted, secret_by)) => {
                kept.tokens += 1;
                kept.trouble = None;
                kept.secret_by = secret_by;
                let token = token(granted, kept.tokens, refused.is_some());
                let bearer = token.bearer.clone();
                kept.token = Some(token);
                Ok(Some(bearer))
            }
            Err(trouble) => {
                let remembered = match trouble.is_outage() {
                    true => OUTAGE_KEPT,
                    false => REFUSAL_KEPT,
                };
                kept.trouble = Some((Instant::now() + remembered, trouble.clone()));
                Err(trouble)
            }
        }
    }
}

fn token(granted: Granted, number: u64, is_replacement: bool) -> Token {
    let fetched = Instant::now();
    Token {
        bearer: Bearer {
            header: granted.header,
            number,
            worked: Arc::default(),
        },
        good_until: fetched + kept_for(granted.expires_in),
        fetched,
        is_replacement,
    }
}

/// Shortly before it expires: a tenth of its life, at most half a minute; never longer than a day.
fn kept_for(expires_in: Duration) -> Duration {
    let margin = (expires_in / 10).min(Duration::from_secs(30));
    (expires_in - margin).min(Duration::from_secs(86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_kept_until_shortly_before_it_expires() {
        let kept = |seconds| kept_for(Duration::from_secs(seconds)).as_secs();
        assert_eq!(kept(3600), 3570);
        assert_eq!(kept(300), 270);
        assert_eq!(kept(60), 54);
        assert_eq!(kept(0), 0);
        assert_eq!(kept(u64::MAX), 86_400);
    }
}
