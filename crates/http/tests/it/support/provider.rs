//! A provider of OpenID Connect that does as it is told, also what no provider should. The test itself plays the browser and the sign-in page.

use super::client::{Answer, Connection};
use super::server::Server;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use axum::Router;
use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD as BASE64};
use http_api::App;
use identity::{Oidc, OidcSettings};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub const CLIENT: &str = "patients";
pub const SECRET: &str = "secret-of-the-client";

/// The provider. It ends when this is dropped.
pub struct Provider {
    pub issuer: String,
    behaviour: Arc<Mutex<Behaviour>>,
    task: JoinHandle<()>,
}

/// What it does and what it was asked.
pub struct Behaviour {
    /// The key that it signs with, under its id.
    pub key: Key,
    /// Those that it publishes.
    pub published: Vec<Value>,
    /// Spoils the header and the claims of id tokens.
    pub spoil: fn(&mut Value, &mut Value),
    /// Instead of signing: `none`, or a text to make a MAC of.
    pub forge: Option<Forgery>,
    /// Claims of the id token beside the usual ones.
    pub claims: Value,
    /// What it says of the person when asked.
    pub user_info: Value,
    /// Members of its description that are changed.
    pub description: Value,
    /// What its token endpoint does instead.
    pub token: TokenEndpoint,
    /// How often keys were asked for.
    pub asked_for_keys: usize,
    codes: BTreeMap<String, Asked>,
    issuer: String,
}

#[derive(Clone, Copy, PartialEq)]
pub enum TokenEndpoint {
    Answers,
    TakesTwice,
    NoIdToken,
    NoJson,
    Silent,
    Endless,
    SendsOn,
}

#[derive(Clone)]
pub enum Forgery {
    None,
    Mac(Vec<u8>),
    ForeignKey,
}

pub struct Key {
    pub id: String,
    pair: EcdsaKeyPair,
}

struct Asked {
    nonce: String,
    challenge: String,
    redirect: String,
}

impl Key {
    pub fn fresh(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            pair: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap(),
        }
    }

    pub fn public(&self) -> Value {
        let point = self.pair.public_key().as_ref();
        json!({
            "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": self.id,
            "x": BASE64.encode(&point[1..33]), "y": BASE64.encode(&point[33..]),
        })
    }

    fn sign(&self, text: &str) -> String {
        let signature = self.pair.sign(&SystemRandom::new(), text.as_bytes());
        BASE64.encode(signature.unwrap().as_ref())
    }
}

impl Provider {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let key = Key::fresh("first");
        let behaviour = Arc::new(Mutex::new(Behaviour {
            published: vec![key.public()],
            key,
            spoil: |_, _| {},
            forge: None,
            claims: json!({}),
            user_info: json!({}),
            description: json!({}),
            token: TokenEndpoint::Answers,
            asked_for_keys: 0,
            codes: BTreeMap::new(),
            issuer: issuer.clone(),
        }));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/userinfo", get(user_info))
            .with_state(behaviour.clone());
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self {
            issuer,
            behaviour,
            task,
        }
    }

    pub fn be(&self) -> MutexGuard<'_, Behaviour> {
        self.behaviour.lock().unwrap()
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn describe(State(state): State<Arc<Mutex<Behaviour>>>) -> Response {
    let behaviour = state.lock().unwrap();
    let issuer = &behaviour.issuer;
    let mut description = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "jwks_uri": format!("{issuer}/keys"),
        "end_session_endpoint": format!("{issuer}/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // Also what it must not be allowed by us.
        "id_token_signing_alg_values_supported": ["ES256", "RS256", "HS256", "none"],
        "authorization_response_iss_parameter_supported": true,
    });
    let changes = behaviour.description.as_object().unwrap().clone();
    description.as_object_mut().unwrap().extend(changes);
    axum::Json(description).into_response()
}

async fn keys(State(state): State<Arc<Mutex<Behaviour>>>) -> Response {
    let mut behaviour = state.lock().unwrap();
    behaviour.asked_for_keys += 1;
    axum::Json(json!({"keys": behaviour.published})).into_response()
}

async fn token(
    State(state): State<Arc<Mutex<Behaviour>>>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    let how = state.lock().unwrap().token;
    match how {
        TokenEndpoint::Silent => tokio::time::sleep(Duration::from_secs(60)).await,
        TokenEndpoint::Endless => {
            let chunk = || Ok::<_, std::io::Error>("x".repeat(64 * 1024));
            let chunks = std::iter::repeat_with(chunk);
            let body = axum::body::Body::from_stream(futures_util::stream::iter(chunks));
            return ([("content-type", "application/json")], body).into_response();
        }
        TokenEndpoint::NoJson => return "<html>".into_response(),
        TokenEndpoint::SendsOn => return Redirect::temporary("/token").into_response(),
        _ => {}
    }
    let refused = |error: &str| {
        (StatusCode::BAD_REQUEST, axum::Json(json!({"error": error}))).into_response()
    };
    let basic = BASE64_STANDARD.encode(format!("{CLIENT}:{SECRET}"));
    if headers.get("authorization").unwrap() != format!("Basic {basic}").as_str() {
        return refused("invalid_client");
    }
    let mut behaviour = state.lock().unwrap();
    let code = form.get("code").cloned().unwrap_or_default();
    let Some(asked) = behaviour.codes.remove(&code) else {
        return refused("invalid_grant");
    };
    let verifier = form.get("code_verifier").cloned().unwrap_or_default();
    let is_right = BASE64.encode(Sha256::digest(verifier)) == asked.challenge
        && form.get("redirect_uri") == Some(&asked.redirect)
        && form
            .get("grant_type")
            .is_some_and(|grant| grant == "authorization_code");
    if !is_right {
        return refused("invalid_grant");
    }
    let mut answer = json!({"access_token": "the-access-token", "token_type": "Bearer"});
    if how != TokenEndpoint::NoIdToken {
        answer["id_token"] = behaviour.id_token(&asked.nonce).into();
    }
    if how == TokenEndpoint::TakesTwice {
        behaviour.codes.insert(code, asked);
    }
    axum::Json(answer).into_response()
}

async fn user_info(State(state): State<Arc<Mutex<Behaviour>>>, headers: HeaderMap) -> Response {
    if headers.get("authorization").unwrap() != "Bearer the-access-token" {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    axum::Json(state.lock().unwrap().user_info.clone()).into_response()
}

impl Behaviour {
    fn id_token(&self, nonce: &str) -> String {
        let now = jiff::Timestamp::now().as_second();
        let mut header = json!({"alg": "ES256", "kid": self.key.id});
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "sub": "nina at the provider",
            "iat": now, "exp": now + 300, "nonce": nonce,
        });
        let more = self.claims.as_object().unwrap().clone();
        claims.as_object_mut().unwrap().extend(more);
        (self.spoil)(&mut header, &mut claims);
        let text = |value: &Value| BASE64.encode(value.to_string());
        let signed = format!("{}.{}", text(&header), text(&claims));
        let signature = match &self.forge {
            None => self.key.sign(&signed),
            Some(Forgery::None) => String::new(),
            Some(Forgery::ForeignKey) => Key::fresh("foreign").sign(&signed),
            Some(Forgery::Mac(secret)) => {
                let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, secret);
                BASE64.encode(aws_lc_rs::hmac::sign(&key, signed.as_bytes()).as_ref())
            }
        };
        format!("{signed}.{signature}")
    }
}

/// The product's server with this provider to sign in with, at an address of its own.
pub struct Front {
    pub address: String,
    task: JoinHandle<()>,
}

impl Front {
    pub async fn before(
        server: &Server,
        provider: &Provider,
        configure: impl FnOnce(OidcSettings) -> OidcSettings,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let url = format!("http://{address}").parse().unwrap();
        let secret = Some(SECRET.to_owned());
        let settings = OidcSettings::new("Hospital", &provider.issuer, CLIENT, secret, &url);
        let settings = configure(settings.unwrap()).with_patience(Duration::from_secs(2));
        let (service, accounts) = (server.service.clone(), server.accounts.clone());
        let oidc = Oidc::new(settings, service.clone(), accounts.clone()).unwrap();
        let app = App::new(service, accounts).with_oidc(Some(Arc::new(oidc)));
        let router = http_api::router(app).into_make_service_with_connect_info::<SocketAddr>();
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self { address, task }
    }
}

impl Drop for Front {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A browser that follows nothing by itself, with its cookies.
pub struct Browser {
    connection: Connection,
    pub cookies: BTreeMap<String, String>,
}

/// A sign-in that the product sent to the provider.
pub struct Sent {
    pub query: BTreeMap<String, String>,
    /// As the provider sends it back.
    pub code: String,
}

impl Browser {
    pub fn at(front: &Front) -> Self {
        Self {
            connection: Connection::new(&front.address),
            cookies: BTreeMap::new(),
        }
    }

    pub async fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send("GET", path, headers).await
    }

    pub async fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(k, v)| format!("{k}={v}"))
            .collect();
        let cookies = cookies.join("; ");
        let mut all = headers.to_vec();
        all.push(("cookie", &cookies));
        let answer = self.connection.send(method, path, &all, b"").await.unwrap();
        for cookie in answer.headers("set-cookie") {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            match value {
                "" => self.cookies.remove(name),
                value => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        answer
    }

    /// Begins, and signs in at the provider: it knows the code now.
    pub async fn begin(&mut self, provider: &Provider, return_to: &str) -> Sent {
        let path = format!("/api/session/oidc?return={return_to}");
        let answer = self.get(&path, &[("sec-fetch-site", "same-origin")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let url: url::Url = answer.header("location").unwrap().parse().unwrap();
        assert_eq!(url.path(), "/authorize", "{url}");
        let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        let code = format!("code {}", query["state"]);
        let asked = Asked {
            nonce: query["nonce"].clone(),
            challenge: query["code_challenge"].clone(),
            redirect: query["redirect_uri"].clone(),
        };
        provider.be().codes.insert(code.clone(), asked);
        Sent { query, code }
    }

    /// Comes back from the provider.
    pub async fn finish(&mut self, parameters: &[(&str, &str)]) -> Answer {
        let mut url = url::Url::parse("http://x/api/session/oidc/callback").unwrap();
        url.query_pairs_mut().extend_pairs(parameters);
        let path = format!("{}?{}", url.path(), url.query().unwrap());
        self.get(&path, &[("sec-fetch-site", "cross-site")]).await
    }

    /// A whole sign-in: where it led to.
    pub async fn sign_in(&mut self, provider: &Provider) -> String {
        let sent = self.begin(provider, "/").await;
        let issuer = provider.issuer.clone();
        let state = sent.query["state"].clone();
        let back = [("code", &*sent.code), ("state", &*state), ("iss", &*issuer)];
        let answer = self.finish(&back).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("location").unwrap().to_owned()
    }

    /// Who is signed in, by the name that others see.
    pub async fn who(&mut self) -> Option<String> {
        let me = self
            .get("/api/me", &[("sec-fetch-site", "same-origin")])
            .await;
        let name = (me.status == 200).then(|| me.json()["name"].clone())?;
        Some(name.as_str().unwrap().to_owned())
    }
}
