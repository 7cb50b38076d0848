//! Tokens: OAuth 2.0 client credentials, with a secret or with a signed assertion (SMART Backend Services).

use super::{assertion::Assertions, outcome::Answer};
use axum::http::{HeaderMap, StatusCode, header};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// How a client proves who it is. No `Debug`: it would show the secret.
#[derive(Clone)]
pub enum Auth {
    /// Everybody may ask.
    None,
    /// With a secret, in the `Authorization` header (Basic) or in the form.
    ClientCredentials {
        /// The client's name.
        client_id: String,
        /// Its secret.
        client_secret: String,
        /// The words that the request's `scope` must have, separated by spaces; the tenant is one of them.
        scope: String,
    },
    /// With a JWT signed by ES384 or RS384.
    PrivateKeyJwt {
        /// The client's name.
        client_id: String,
        /// The client's public keys: a JWK set.
        jwks: serde_json::Value,
        /// As for [`Auth::ClientCredentials`].
        scope: String,
    },
}

/// The tokens given out.
pub(super) struct Tokens {
    lifetime: Duration,
    given: Mutex<HashMap<String, Given>>,
    assertions: Assertions,
}

struct Given {
    until: Instant,
    generation: u64,
}

/// A request for a token.
pub(super) struct TokenRequest<'a> {
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a [u8],
    pub(super) token_url: &'a str,
    pub(super) generation: u64,
}

impl Tokens {
    pub(super) fn new(lifetime: Duration) -> Self {
        Self {
            lifetime,
            given: Mutex::default(),
            assertions: Assertions::default(),
        }
    }

    /// Whether the request bears a token that is good now.
    pub(super) fn accepts(&self, headers: &HeaderMap, generation: u64) -> bool {
        let Some(token) = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
        else {
            return false;
        };
        self.given
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(token)
            .is_some_and(|given| given.generation == generation && Instant::now() < given.until)
    }

    /// Answers a request for a token (RFC 6749, sections 4.4 and 5).
    pub(super) fn answer(&self, auth: &Auth, request: &TokenRequest<'_>) -> Answer {
        match self.give(auth, request) {
            Ok(answer) => answer,
            Err(refusal) => {
                let answer = Answer::plain(
                    refusal.status,
                    json!({"error": refusal.error, "error_description": refusal.why}),
                );
                if refusal.status == StatusCode::UNAUTHORIZED {
                    answer.with(header::WWW_AUTHENTICATE, "Basic realm=\"ehr-sandbox\"")
                } else {
                    answer
                }
            }
        }
        .with(header::CACHE_CONTROL, "no-store")
    }

    fn give(&self, auth: &Auth, request: &TokenRequest<'_>) -> Result<Answer, Refusal> {
        let form: HashMap<String, String> = url::form_urlencoded::parse(request.body)
            .into_owned()
            .collect();
        let field = |name: &str| form.get(name).map_or("", String::as_str);
        if field("grant_type") != "client_credentials" {
            return Err(Refusal::bad(
                "unsupported_grant_type",
                "only client_credentials is known",
            ));
        }
        let needed = match auth {
            Auth::None => {
                return Err(Refusal::bad(
                    "invalid_request",
                    "this server asks for no token",
                ));
            }
            Auth::ClientCredentials {
                client_id,
                client_secret,
                scope,
            } => {
                let (id, secret) = match basic(request.headers) {
                    Some(pair) => pair,
                    None => (
                        field("client_id").to_owned(),
                        field("client_secret").to_owned(),
                    ),
                };
                let is = |given: &str, right: &str| given == right || decoded(given) == right;
                if !is(&id, client_id) || !is(&secret, client_secret) {
                    return Err(Refusal::client("the client or its secret is not known"));
                }
                scope
            }
            Auth::PrivateKeyJwt {
                client_id,
                jwks,
                scope,
            } => {
                if field("client_assertion_type") != ASSERTION_TYPE {
                    return Err(Refusal::client(
                        "client_assertion_type must be that of a JWT bearer",
                    ));
                }
                self.assertions
                    .check(
                        field("client_assertion"),
                        client_id,
                        jwks,
                        request.token_url,
                    )
                    .map_err(Refusal::client)?;
                scope
            }
        };
        let asked: Vec<&str> = field("scope").split(' ').collect();
        if !needed.split_whitespace().all(|word| asked.contains(&word)) {
            return Err(Refusal::bad(
                "invalid_scope",
                "the scope does not name the tenant",
            ));
        }
        let token = uuid::Uuid::now_v7().simple().to_string();
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        given.retain(|_, token| now < token.until);
        given.insert(
            token.clone(),
            Given {
                until: now + self.lifetime,
                generation: request.generation,
            },
        );
        Ok(Answer::plain(
            StatusCode::OK,
            json!({
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": self.lifetime.as_secs(),
                "scope": field("scope"),
            }),
        ))
    }
}

struct Refusal {
    status: StatusCode,
    error: &'static str,
    why: &'static str,
}

impl Refusal {
    fn bad(error: &'static str, why: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error,
            why,
        }
    }

    fn client(why: &'static str) -> Self {
        Self {
            status: StatusCode::UNAUTHORIZED,
            error: "invalid_client",
            why,
        }
    }
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let encoded = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Basic ")?;
    let pair = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

/// RFC 6749, section 2.3.1: id and secret are form-encoded before Basic's encoding, which not every client does.
fn decoded(text: &str) -> String {
    url::form_urlencoded::parse(format!("={text}").as_bytes())
        .map(|(_, value)| value.into_owned())
        .next()
        .unwrap_or_default()
}
