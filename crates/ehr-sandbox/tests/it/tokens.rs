use crate::client::{Client, is_outcome, start};
use aws_lc_rs::{
    rand::SystemRandom,
    rsa::{KeyPair as RsaKeyPair, KeySize},
    signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA384},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ehr_sandbox::{Auth, Fault, Options, Trouble};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::time::Duration;

const SCOPE: &str = "system/*.read tenant-7";

fn with_secret(secret: &str) -> Auth {
    Auth::ClientCredentials {
        client_id: "app".to_owned(),
        client_secret: secret.to_owned(),
        scope: "tenant-7".to_owned(),
    }
}

async fn protected(auth: Auth) -> Client {
    start(Options {
        auth,
        ..Options::default()
    })
    .await
}

fn token_url(client: &Client) -> String {
    client.base.replace("/r4", "/oauth/token")
}

async fn ask(client: &Client, form: &[(&str, &str)]) -> (StatusCode, Value) {
    let answer = client
        .http
        .post(token_url(client))
        .form(form)
        .send()
        .await
        .unwrap();
    (answer.status(), answer.json().await.unwrap())
}

async fn ask_with_secret(client: &Client, secret: &str, scope: &str) -> (StatusCode, Value) {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "app"),
        ("client_secret", secret),
        ("scope", scope),
    ];
    ask(client, &form).await
}

async fn read(client: &Client, token: &Value) -> StatusCode {
    let url = format!("{}/Patient/p001", client.base);
    let request = client.http.get(url).bearer_auth(token.as_str().unwrap());
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn without_a_token_only_metadata_is_told() {
    let client = protected(with_secret("s3cret")).await;
    client.get("metadata").await;
    for path in ["Patient/p001", "Patient", "Nonsense/x/y"] {
        let answer = client.send(path).await;
        assert_eq!(answer.status(), 401);
        assert!(
            answer.headers()["www-authenticate"]
                .to_str()
                .unwrap()
                .starts_with("Bearer")
        );
        assert!(is_outcome(&answer.json().await.unwrap()));
    }
    assert_eq!(client.post_batch(&["Patient/p001"]).await.status(), 401);
    assert_eq!(read(&client, &json!("made-up")).await, 401);
}

#[tokio::test]
async fn a_secret_opens_in_the_form_and_by_basic() {
    let client = protected(with_secret("s3cret: %&")).await;
    let (status, token) = ask_with_secret(&client, "s3cret: %&", SCOPE).await;
    assert_eq!(status, 200);
    assert_eq!(token["token_type"], "Bearer");
    assert_eq!(token["expires_in"], 300);
    assert_eq!(read(&client, &token["access_token"]).await, 200);
    for password in ["s3cret: %&", "s3cret%3A+%25%26"] {
        let answer = client
            .http
            .post(token_url(&client))
            .basic_auth("app", Some(password))
            .form(&[("grant_type", "client_credentials"), ("scope", SCOPE)])
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{password}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn a_wrong_secret_scope_or_grant_is_refused() {
    let client = protected(with_secret("s3cret")).await;
    let (status, body) = ask_with_secret(&client, "other", SCOPE).await;
    assert_eq!(
        (status.as_u16(), &body["error"]),
        (401, &json!("invalid_client"))
    );
    let (status, body) = ask_with_secret(&client, "s3cret", "system/*.read tenant-8").await;
    assert_eq!(
        (status.as_u16(), &body["error"]),
        (400, &json!("invalid_scope"))
    );
    let (status, body) = ask(&client, &[("grant_type", "password")]).await;
    assert_eq!(
        (status.as_u16(), &body["error"]),
        (400, &json!("unsupported_grant_type"))
    );
}

#[tokio::test]
async fn a_secret_can_be_replaced_and_given_tokens_stay_good() {
    let client = protected(with_secret("old")).await;
    let (_, token) = ask_with_secret(&client, "old", SCOPE).await;
    client.sandbox.set_auth(with_secret("new"));
    assert_eq!(read(&client, &token["access_token"]).await, 200);
    assert_eq!(ask_with_secret(&client, "old", SCOPE).await.0, 401);
    assert_eq!(ask_with_secret(&client, "new", SCOPE).await.0, 200);
}

#[tokio::test]
async fn a_token_ends_after_its_lifetime() {
    let client = start(Options {
        auth: with_secret("s3cret"),
        token_lifetime: Duration::from_secs(1),
        ..Options::default()
    })
    .await;
    let (_, token) = ask_with_secret(&client, "s3cret", SCOPE).await;
    assert_eq!(token["expires_in"], 1);
    assert_eq!(read(&client, &token["access_token"]).await, 200);
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(read(&client, &token["access_token"]).await, 401);
}

#[tokio::test]
async fn all_tokens_end_on_demand_until_a_new_one_is_fetched() {
    let client = protected(with_secret("s3cret")).await;
    let (_, first) = ask_with_secret(&client, "s3cret", SCOPE).await;
    client
        .sandbox
        .faults()
        .set(Fault::new(Trouble::ExpiredToken));
    assert_eq!(read(&client, &first["access_token"]).await, 401);
    let (_, second) = ask_with_secret(&client, "s3cret", SCOPE).await;
    assert_eq!(read(&client, &second["access_token"]).await, 200);
    assert_eq!(read(&client, &first["access_token"]).await, 401);
    assert_eq!(client.sandbox.counts().of("token"), 2);
}

/// Two keys of a client, and its key set.
struct Keys {
    elliptic: EcdsaKeyPair,
    rsa: RsaKeyPair,
    jwks: Value,
}

impl Keys {
    fn new() -> Self {
        let elliptic = EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).unwrap();
        let rsa = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let point = elliptic.public_key().as_ref();
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let public = rsa.public_key();
        let jwks = json!({"keys": [
            {"kid": "elliptic", "kty": "EC", "crv": "P-384", "x": text(&point[1..49]), "y": text(&point[49..])},
            {
                "kid": "rsa",
                "kty": "RSA",
                "n": text(public.modulus().big_endian_without_leading_zero()),
                "e": text(public.exponent().big_endian_without_leading_zero()),
            },
        ]});
        Self {
            elliptic,
            rsa,
            jwks,
        }
    }

    fn auth(&self) -> Auth {
        Auth::PrivateKeyJwt {
            client_id: "app".to_owned(),
            jwks: self.jwks.clone(),
            scope: "tenant-7".to_owned(),
        }
    }

    fn sign(&self, algorithm: &str, kid: &str, claims: &Value) -> String {
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let header = json!({"alg": algorithm, "kid": kid, "typ": "JWT"});
        let signed = format!(
            "{}.{}",
            text(header.to_string().as_bytes()),
            text(claims.to_string().as_bytes())
        );
        let random = SystemRandom::new();
        let signature = if algorithm == "RS384" {
            let mut signature = vec![0; self.rsa.public_modulus_len()];
            self.rsa
                .sign(
                    &RSA_PKCS1_SHA384,
                    &random,
                    signed.as_bytes(),
                    &mut signature,
                )
                .unwrap();
            signature
        } else {
            self.elliptic
                .sign(&random, signed.as_bytes())
                .unwrap()
                .as_ref()
                .to_vec()
        };
        format!("{signed}.{}", text(&signature))
    }
}

fn claims(client: &Client, jti: &str) -> Value {
    let now = jiff::Timestamp::now().as_second();
    json!({"iss": "app", "sub": "app", "aud": token_url(client), "exp": now + 240, "jti": jti})
}

async fn ask_with_assertion(client: &Client, assertion: &str) -> (StatusCode, Value) {
    let form = [
        ("grant_type", "client_credentials"),
        (
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ),
        ("client_assertion", assertion),
        ("scope", SCOPE),
    ];
    ask(client, &form).await
}

#[tokio::test]
async fn a_signed_assertion_opens_once() {
    let keys = Keys::new();
    let client = protected(keys.auth()).await;
    for (algorithm, kid) in [("ES384", "elliptic"), ("RS384", "rsa")] {
        let assertion = keys.sign(algorithm, kid, &claims(&client, kid));
        let (status, token) = ask_with_assertion(&client, &assertion).await;
        assert_eq!(status, 200, "{token}");
        assert_eq!(read(&client, &token["access_token"]).await, 200);
        let (status, body) = ask_with_assertion(&client, &assertion).await;
        assert_eq!(
            (status.as_u16(), &body["error"]),
            (401, &json!("invalid_client"))
        );
    }
    let smart = client.get(".well-known/smart-configuration").await;
    assert_eq!(
        smart["token_endpoint_auth_methods_supported"],
        json!(["private_key_jwt"])
    );
}

#[tokio::test]
async fn an_assertion_that_is_wrong_in_anything_is_refused() {
    let keys = Keys::new();
    let client = protected(keys.auth()).await;
    let now = jiff::Timestamp::now().as_second();
    let but = |name: &str, value: Value| {
        let mut claims = claims(&client, name);
        claims[name] = value;
        keys.sign("ES384", "elliptic", &claims)
    };
    let right = claims(&client, "right");
    for (what, assertion) in [
        ("issuer", but("iss", json!("other"))),
        ("subject", but("sub", json!("other"))),
        (
            "audience",
            but("aud", json!("https://elsewhere.example/token")),
        ),
        ("end", but("exp", json!(now - 60))),
        ("too long", but("exp", json!(now + 3600))),
        ("no jti", but("jti", json!(null))),
        ("no such key", keys.sign("ES384", "nobody", &right)),
        (
            "another's key",
            Keys::new().sign("ES384", "elliptic", &right),
        ),
        ("another algorithm", keys.sign("HS256", "elliptic", &right)),
        ("no JWT", "made-up".to_owned()),
    ] {
        let (status, body) = ask_with_assertion(&client, &assertion).await;
        assert_eq!(status, 401, "{what}: {body}");
        assert_eq!(body["error"], "invalid_client", "{what}");
    }
    let (status, _) = ask_with_assertion(&client, &keys.sign("ES384", "elliptic", &right)).await;
    assert_eq!(status, 200);
}
