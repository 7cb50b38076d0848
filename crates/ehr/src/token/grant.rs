//! One token request and its answer (RFC 6749, 4.4 and 5; SMART Backend Services).

use super::{Auth, TokenEndpoint, assertion};
use crate::error::{EhrError, excerpt};
use crate::transport::{ACCEPT_JSON, Answer, Ask, Transport};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use reqwest::header::HeaderValue;
use serde_json::Value;
use std::time::{Duration, Instant};
use url::form_urlencoded;
use zeroize::Zeroizing;

const FORM: &str = "application/x-www-form-urlencoded";
/// The life of a token whose answer does not say it.
const UNSAID_LIFE: Duration = Duration::from_secs(300);

/// How an endpoint takes a client's secret (RFC 6749, 2.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecretBy {
    /// HTTP Basic.
    Basic,
    /// `client_id` and `client_secret` in the body.
    Body,
}

impl SecretBy {
    /// What is tried where an endpoint does not say: in the body first, as the interop engines take it.
    pub(crate) fn either() -> Vec<SecretBy> {
        vec![SecretBy::Body, SecretBy::Basic]
    }
}

/// A token that was given.
pub(super) struct Granted {
    pub(super) header: HeaderValue,
    pub(super) expires_in: Duration,
}

/// Asks for a token. With a secret, by the way that worked last, or by each way that the endpoint may take until it knows the client.
pub(super) async fn request(
    auth: &Auth,
    endpoint: &TokenEndpoint,
    worked_by: Option<SecretBy>,
    transport: &Transport,
    deadline: Instant,
) -> Result<(Granted, Option<SecretBy>), EhrError> {
    let ways = match (auth, worked_by) {
        (Auth::None | Auth::PrivateKeyJwt { .. }, _) => vec![None],
        (Auth::ClientCredentials { .. }, Some(way)) => vec![Some(way)],
        (Auth::ClientCredentials { .. }, None) => {
            endpoint.secret_by.iter().copied().map(Some).collect()
        }
    };
    let mut refusal = EhrError::AuthenticationFailed { said: None };
    for way in ways {
        let form = Form::of(auth, endpoint, way)?;
        let answer = transport.send(&form.ask(endpoint), deadline).await?;
        match read(answer, auth) {
            Ok(granted) => return Ok((granted, way)),
            Err(Refused::Client(said)) => refusal = EhrError::AuthenticationFailed { said },
            Err(Refused::Else(trouble)) => return Err(trouble),
        }
    }
    Err(refusal)
}

/// The body and the header of a token request; wiped when dropped.
struct Form {
    body: Zeroizing<String>,
    basic: Option<Zeroizing<String>>,
}

impl Form {
    fn of(auth: &Auth, endpoint: &TokenEndpoint, way: Option<SecretBy>) -> Result<Form, EhrError> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "client_credentials");
        let mut basic = None;
        match auth {
            Auth::None => {}
            Auth::ClientCredentials {
                client_id,
                client_secret,
                scope,
            } => {
                if let Some(scope) = scope {
                    form.append_pair("scope", scope);
                    if let Some(resource) = resource_of(scope, endpoint) {
                        form.append_pair("resource", resource);
                    }
                }
                match way {
                    Some(SecretBy::Basic) => {
                        basic = Some(basic_credentials(client_id, client_secret.reveal()))
                    }
                    Some(SecretBy::Body) | None => {
                        form.append_pair("client_id", client_id);
                        form.append_pair("client_secret", client_secret.reveal());
                    }
                }
            }
            Auth::PrivateKeyJwt {
                client_id,
                scope,
                key,
            } => {
                let everything = match endpoint.knows_smart_2 {
                    true => "system/*.rs",
                    false => "system/*.read",
                };
                form.append_pair("scope", scope.as_deref().unwrap_or(everything));
                let statement = fresh_id()
                    .and_then(|id| {
                        assertion::sign(
                            key,
                            client_id,
                            endpoint.url.as_str(),
                            &id,
                            jiff::Timestamp::now(),
                        )
                        .ok()
                    })
                    .ok_or_else(|| EhrError::AuthenticationFailed {
                        said: Some("our key could not sign".to_owned()),
                    })?;
                form.append_pair(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                );
                form.append_pair("client_assertion", &statement);
            }
        }
        Ok(Form {
            body: Zeroizing::new(form.finish()),
            basic,
        })
    }

    fn ask(&self, endpoint: &TokenEndpoint) -> Ask {
        let mut ask = Ask::post(endpoint.url.clone(), FORM, self.body.as_bytes().to_vec());
        ask.accept = ACCEPT_JSON;
        ask.authorization = self.basic.as_ref().and_then(|basic| sensitive(basic));
        ask
    }
}

/// Entra's first token endpoint, which Azure's FHIR service names in its statement, gives a token for the `resource`, whatever the scope
/// (<https://learn.microsoft.com/azure/healthcare-apis/fhir/using-rest-client>); its second one (`/oauth2/v2.0/token`) refuses that parameter. A
/// scope that ends with `/.default` is Entra's way to name all of a resource.
fn resource_of<'a>(scope: &'a str, endpoint: &TokenEndpoint) -> Option<&'a str> {
    let is_first = endpoint.url.path().ends_with("/oauth2/token");
    scope.strip_suffix("/.default").filter(|_| is_first)
}

/// Both parts form-encoded first (RFC 6749, 2.3.1), so that a colon or an accent in them survives.
fn basic_credentials(client_id: &str, client_secret: &str) -> Zeroizing<String> {
    let encode = |text: &str| {
        Zeroizing::new(form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>())
    };
    let pair = Zeroizing::new(format!(
        "{}:{}",
        &*encode(client_id),
        &*encode(client_secret)
    ));
    Zeroizing::new(format!(
        "Basic {}",
        &*Zeroizing::new(STANDARD.encode(pair.as_bytes()))
    ))
}

/// A header that is not shown by its `Debug`.
fn sensitive(text: &str) -> Option<HeaderValue> {
    let mut header = HeaderValue::from_str(text).ok()?;
    header.set_sensitive(true);
    Some(header)
}

/// An id that was never used: 128 random bits.
fn fresh_id() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// Why no token was given.
#[derive(Debug)]
enum Refused {
    /// The endpoint does not know the client by this way of authenticating.
    Client(Option<String>),
    Else(EhrError),
}

fn read(answer: Answer, auth: &Auth) -> Result<Granted, Refused> {
    let body = Zeroizing::new(answer.body);
    let json: Option<Value> = serde_json::from_slice(&body).ok();
    let member = |name: &str| json.as_ref().and_then(|json| json.get(name));
    match answer.status {
        200..=299 => {
            let text = |name: &str| member(name).and_then(Value::as_str);
            let is_bearer =
                text("token_type").is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
            let header = text("access_token")
                .filter(|token| is_bearer && !token.is_empty())
                .and_then(|token| sensitive(&Zeroizing::new(format!("Bearer {token}"))));
            let header = header.ok_or_else(|| {
                Refused::Else(EhrError::AuthenticationFailed {
                    said: Some("the answer of the token endpoint holds no bearer token".to_owned()),
                })
            })?;
            let expires_in = member("expires_in")
                .and_then(seconds)
                .map_or(UNSAID_LIFE, Duration::from_secs);
            Ok(Granted { header, expires_in })
        }
        429 => Err(Refused::Else(EhrError::RateLimited {
            retry_after: answer.retry_after.unwrap_or(Duration::from_secs(1)),
        })),
        status @ 500..=599 => Err(Refused::Else(EhrError::ServerError { status })),
        status => {
            let said = said(json.as_ref(), auth).or_else(|| Some(format!("HTTP {status}")));
            match status == 401 || member("error").is_some_and(|error| error == "invalid_client") {
                true => Err(Refused::Client(said)),
                false => Err(Refused::Else(EhrError::AuthenticationFailed { said })),
            }
        }
    }
}

/// A number, also where it is written as text.
fn seconds(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.to_string().split('.').next()?.parse().ok(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The error's code and description (RFC 6749, 5.2); nothing where they repeat our secret.
fn said(json: Option<&Value>, auth: &Auth) -> Option<String> {
    let text = |name: &str| {
        json?
            .get(name)?
            .as_str()
            .filter(|text| !text.trim().is_empty())
    };
    let whole = match (text("error"), text("error_description")) {
        (Some(code), Some(description)) => format!("{code}: {description}"),
        (Some(only), None) | (None, Some(only)) => only.to_owned(),
        (None, None) => return None,
    };
    let repeats_secret = match auth {
        Auth::None | Auth::PrivateKeyJwt { .. } => false,
        Auth::ClientCredentials {
            client_id,
            client_secret,
            ..
        } => {
            let secret = client_secret.reveal();
            let encoded: Zeroizing<String> =
                Zeroizing::new(form_urlencoded::byte_serialize(secret.as_bytes()).collect());
            let basic = basic_credentials(client_id, secret);
            let basic = basic.trim_start_matches("Basic ");
            !secret.is_empty()
                && [secret, encoded.as_str(), basic]
                    .iter()
                    .any(|form| whole.contains(form))
        }
    };
    (!repeats_secret).then(|| excerpt(&whole, 200))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;
    use crate::secret::Secret;
    use crate::token::key::{Algorithm, KeyPair};
    use std::sync::Arc;
    use url::Url;

    fn credentials(secret: &str) -> Auth {
        Auth::ClientCredentials {
            client_id: "patients".to_owned(),
            client_secret: Secret::new(secret.to_owned()),
            scope: Some("tenant-7 system/*.read".to_owned()),
        }
    }

    fn answer(status: u16, body: &str) -> Answer {
        Answer {
            status,
            is_json: true,
            retry_after: None,
            body: body.as_bytes().to_vec(),
        }
    }

    fn endpoint() -> TokenEndpoint {
        TokenEndpoint::at("https://auth.example/token".parse().unwrap())
    }

    fn refused(status: u16, body: &str) -> EhrError {
        match read(answer(status, body), &credentials("s3cret&")) {
            Err(Refused::Client(said)) => EhrError::AuthenticationFailed { said },
            Err(Refused::Else(trouble)) => trouble,
            Ok(_) => panic!("{body} was taken"),
        }
    }

    #[test]
    fn the_secret_goes_in_the_body_or_by_basic() {
        let auth = credentials("s3cret&");
        let form = Form::of(&auth, &endpoint(), Some(SecretBy::Body)).unwrap();
        assert_eq!(
            *form.body,
            "grant_type=client_credentials&scope=tenant-7+system%2F*.read&client_id=patients&client_secret=s3cret%26"
        );
        assert!(form.ask(&endpoint()).authorization.is_none());
        let form = Form::of(&auth, &endpoint(), Some(SecretBy::Basic)).unwrap();
        assert_eq!(
            *form.body,
            "grant_type=client_credentials&scope=tenant-7+system%2F*.read"
        );
        let header = form.ask(&endpoint()).authorization.unwrap();
        assert_eq!(
            header.to_str().unwrap(),
            format!("Basic {}", STANDARD.encode("patients:s3cret%26"))
        );
        assert_eq!(format!("{header:?}"), "Sensitive");
    }

    #[test]
    fn a_key_asks_for_all_that_can_be_read_in_the_server_s_own_scopes() {
        let auth = Auth::PrivateKeyJwt {
            client_id: "patients".to_owned(),
            scope: None,
            key: Arc::new(KeyPair::generate(Algorithm::Es384).unwrap()),
        };
        let mut endpoint = endpoint();
        let scope = |endpoint: &TokenEndpoint| {
            let form = Form::of(&auth, endpoint, None).unwrap();
            let pairs: std::collections::HashMap<String, String> =
                form_urlencoded::parse(form.body.as_bytes())
                    .into_owned()
                    .collect();
            assert_eq!(
                pairs["client_assertion_type"],
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            );
            assert_eq!(pairs["client_assertion"].split('.').count(), 3);
            pairs["scope"].clone()
        };
        assert_eq!(scope(&endpoint), "system/*.rs");
        endpoint.knows_smart_2 = false;
        assert_eq!(scope(&endpoint), "system/*.read");
    }

    #[test]
    fn entra_is_asked_by_resource_where_its_first_endpoint_is_named() {
        let said = |url: &str, scope: &str| {
            let endpoint = TokenEndpoint::at(Url::parse(url).unwrap());
            let auth = Auth::ClientCredentials {
                client_id: "patients".to_owned(),
                client_secret: Secret::new("secret".to_owned()),
                scope: Some(scope.to_owned()),
            };
            let form = Form::of(&auth, &endpoint, Some(SecretBy::Body)).unwrap();
            let pairs: std::collections::HashMap<String, String> =
                form_urlencoded::parse(form.body.as_bytes())
                    .into_owned()
                    .collect();
            assert_eq!(pairs["scope"], scope);
            pairs.get("resource").cloned()
        };
        let first = "https://login.microsoftonline.com/tenant/oauth2/token";
        let second = "https://login.microsoftonline.com/tenant/oauth2/v2.0/token";
        let scope = "https://ward-fhir.fhir.azurehealthcareapis.com/.default";
        let resource = "https://ward-fhir.fhir.azurehealthcareapis.com";
        assert_eq!(said(first, scope).as_deref(), Some(resource));
        assert_eq!(said(second, scope), None);
        assert_eq!(said(first, "tenant-7 system/*.read"), None);
    }

    #[test]
    fn a_token_is_read_as_servers_write_it() {
        for (body, life) in [
            (
                r#"{"access_token":"a.b","token_type":"Bearer","expires_in":3600}"#,
                3600,
            ),
            (
                r#"{"access_token":"a.b","token_type":"bearer","expires_in":"3600"}"#,
                3600,
            ),
            (r#"{"access_token":"a.b","expires_in":59.9}"#, 59),
            (r#"{"access_token":"a.b","token_type":"BEARER"}"#, 300),
        ] {
            let granted = read(answer(200, body), &Auth::None).unwrap_or_else(|_| panic!("{body}"));
            assert_eq!(granted.expires_in.as_secs(), life, "{body}");
            assert_eq!(granted.header, "Bearer a.b");
            assert!(granted.header.is_sensitive());
        }
        for body in [
            "",
            "<html>",
            "{}",
            r#"{"access_token":""}"#,
            r#"{"access_token":"a\nb"}"#,
            r#"{"access_token":"a","token_type":"mac"}"#,
        ] {
            assert!(
                matches!(refused(200, body), EhrError::AuthenticationFailed { .. }),
                "{body}"
            );
        }
    }

    #[test]
    fn a_refusal_says_what_the_endpoint_said_but_never_our_secret() {
        let said = |body: &str| match refused(400, body) {
            EhrError::AuthenticationFailed { said } => said,
            other => panic!("{other}"),
        };
        assert_eq!(
            said(r#"{"error":"invalid_client","error_description":"AADSTS7000222: The secret\r\nis expired."}"#).unwrap(),
            "invalid_client: AADSTS7000222: The secret is expired."
        );
        assert_eq!(said("<html>").unwrap(), "HTTP 400");
        let basic = STANDARD.encode("patients:s3cret%26");
        for echo in ["s3cret&", "client_secret=s3cret%26", basic.as_str()] {
            let body = serde_json::json!({"error": "invalid_client", "error_description": format!("bad {echo}")});
            assert_eq!(said(&body.to_string()).unwrap(), "HTTP 400", "{echo}");
        }
        let long = serde_json::json!({"error": "x".repeat(1000)}).to_string();
        assert_eq!(said(&long).unwrap().len(), 200);
    }

    #[test]
    fn an_endpoint_in_trouble_is_not_a_refusal() {
        assert_eq!(refused(503, ""), EhrError::ServerError { status: 503 });
        assert!(matches!(refused(429, ""), EhrError::RateLimited { .. }));
    }
}
