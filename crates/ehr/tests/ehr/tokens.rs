//! Tokens, secrets and keys.

use crate::server::{self, Server, capability, json_body, nobody};
use crate::{ask, connection, local};
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ehr::{Algorithm, Auth, Connection, EhrError, KeyPair, Secret, TokenCheck};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const SECRET: &str = "planted-s3cret&";

fn credentials(secret: &str) -> Auth {
    Auth::ClientCredentials {
        client_id: "patients".to_owned(),
        client_secret: Secret::new(secret.to_owned()),
        scope: Some("tenant-7 system/*.read".to_owned()),
    }
}

fn with(ehr: &Server, auth: Auth) -> Connection {
    Connection {
        auth,
        ..connection(&ehr.url("/r4"))
    }
}

/// An EHR that wants the token `good(number of tokens given)` to be true of the token it is shown: tokens are `t1`, `t2`, ….
async fn ehr(good: impl Fn(usize, usize) -> bool + Clone + Send + Sync + 'static) -> Server {
    let given = Arc::new(AtomicUsize::new(0));
    Server::start(move |seen| {
        let (given, good) = (Arc::clone(&given), good.clone());
        async move {
            let host = seen.headers["host"].to_str().unwrap().to_owned();
            match seen.path.as_str() {
                "/r4/metadata" => capability(true, Some(&format!("http://{host}/token"))),
                "/token" => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    server::token(&format!("t{}", given.fetch_add(1, Ordering::SeqCst) + 1))
                }
                "/r4/Patient/_search" => {
                    let shown = seen
                        .authorization()
                        .and_then(|header| header.strip_prefix("Bearer t"));
                    let shown: Option<usize> = shown.and_then(|number| number.parse().ok());
                    match shown.is_some_and(|shown| good(shown, given.load(Ordering::SeqCst))) {
                        true => nobody(),
                        false => server::status(401),
                    }
                }
                _ => server::status(404),
            }
        }
    })
    .await
}

#[tokio::test]
async fn fifty_callers_at_once_share_one_token_and_one_capability_statement() {
    let ehr = ehr(|_, _| true).await;
    let (client, connection) = (Arc::new(local()), with(&ehr, credentials(SECRET)));
    let calls = (0..50).map(|_| {
        let (client, connection) = (Arc::clone(&client), connection.clone());
        tokio::spawn(async move { ask(&client, &connection).await })
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.unwrap(), Ok(()));
    }
    assert_eq!(ehr.count("/token"), 1);
    assert_eq!(ehr.count("/r4/metadata"), 1);
    assert_eq!(ehr.count("/r4/Patient/_search"), 50);
    let request = ehr
        .seen()
        .into_iter()
        .find(|seen| seen.path == "/token")
        .unwrap();
    assert!(
        request.body.contains("scope=tenant-7+system%2F*.read"),
        "the tenant goes in the scope"
    );
    let metadata = ehr
        .seen()
        .into_iter()
        .find(|seen| seen.path == "/r4/metadata")
        .unwrap();
    assert_eq!(metadata.authorization(), None);
}

#[tokio::test]
async fn a_token_that_is_refused_is_replaced_once_for_all_who_hold_it() {
    // The first token is good for nothing any more.
    let ehr = ehr(|shown, _| shown > 1).await;
    let (client, connection) = (Arc::new(local()), with(&ehr, credentials(SECRET)));
    let calls = (0..50).map(|_| {
        let (client, connection) = (Arc::clone(&client), connection.clone());
        tokio::spawn(async move { ask(&client, &connection).await })
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.unwrap(), Ok(()));
    }
    assert_eq!(ehr.count("/token"), 2);
}

#[tokio::test]
async fn an_ehr_that_refuses_every_token_is_not_asked_for_one_each_time() {
    let ehr = ehr(|_, _| false).await;
    let (client, connection) = (local(), with(&ehr, credentials(SECRET)));
    for _ in 0..5 {
        assert_eq!(
            ask(&client, &connection).await,
            Err(EhrError::AuthenticationFailed { said: None })
        );
    }
    assert_eq!(ehr.count("/token"), 2, "the first one, and one replacement");
}

/// An EHR whose token endpoint answers as given, for a secret that is `good`.
async fn guarded(
    answer: impl Fn(&server::Seen) -> Response + Clone + Send + Sync + 'static,
) -> Server {
    Server::start(move |seen| {
        let answer = answer.clone();
        async move {
            let host = seen.headers["host"].to_str().unwrap().to_owned();
            match seen.path.as_str() {
                "/r4/metadata" => capability(true, Some(&format!("http://{host}/token"))),
                "/token" => answer(&seen),
                "/r4/Patient/_search" => nobody(),
                _ => server::status(404),
            }
        }
    })
    .await
}

#[tokio::test]
async fn a_replaced_secret_acts_at_once_and_the_earlier_one_goes_on_until_then() {
    let ehr = guarded(|seen| match seen.body.contains("client_secret=new") {
        true => server::token("t"),
        false => json_body(
            StatusCode::UNAUTHORIZED,
            &json!({"error": "invalid_client", "error_description": "The secret is expired"}),
        ),
    })
    .await;
    let client = local();
    let expired = with(&ehr, credentials("old"));
    let refused = EhrError::AuthenticationFailed {
        said: Some("invalid_client: The secret is expired".to_owned()),
    };
    for _ in 0..3 {
        assert_eq!(ask(&client, &expired).await, Err(refused.clone()));
    }
    assert_eq!(
        ehr.count("/token"),
        2,
        "a refusal is remembered: the body, then Basic"
    );
    let replaced = Connection {
        revision: 2,
        ..with(&ehr, credentials("new"))
    };
    assert_eq!(ask(&client, &replaced).await, Ok(()));
    assert_eq!(ask(&client, &replaced).await, Ok(()));
    assert_eq!(ehr.count("/token"), 3);
}

#[tokio::test]
async fn the_secret_goes_by_the_way_that_the_server_takes_and_that_is_remembered() {
    let ehr = guarded(|seen| match seen.authorization() {
        Some(header) if header.starts_with("Basic ") => json_body(
            StatusCode::OK,
            &json!({"access_token": "t", "token_type": "Bearer", "expires_in": 0}),
        ),
        _ => json_body(StatusCode::BAD_REQUEST, &json!({"error": "invalid_client"})),
    })
    .await;
    let (client, connection) = (local(), with(&ehr, credentials(SECRET)));
    assert_eq!(ask(&client, &connection).await, Ok(()));
    assert_eq!(ehr.count("/token"), 2);
    assert_eq!(ask(&client, &connection).await, Ok(()));
    assert_eq!(
        ehr.count("/token"),
        3,
        "a token that lives no time is fetched again, by the way that worked"
    );
}

#[tokio::test]
async fn a_secret_stands_in_no_error_debug_or_url() {
    let echo = |seen: &server::Seen| {
        json_body(
            StatusCode::BAD_REQUEST,
            &json!({"error": "invalid_request", "error_description": seen.body}),
        )
    };
    for answer in [
        echo,
        |_: &server::Seen| server::status(500),
        |_: &server::Seen| server::cut(),
    ] {
        let ehr = guarded(answer).await;
        let (client, connection) = (local(), with(&ehr, credentials(SECRET)));
        let trouble = ask(&client, &connection).await.unwrap_err();
        let found = client
            .probe(&connection.url, &connection.auth)
            .await
            .unwrap();
        let shown = format!("{trouble} {trouble:?} {found:?} {connection:?}");
        for form in ["s3cret", "s3cret%26", "cGF0aWVudHM6"] {
            assert!(!shown.contains(form), "{shown}");
        }
        for seen in ehr.seen() {
            assert!(!seen.path.contains("s3cret"), "{}", seen.path);
        }
    }
}

#[tokio::test]
async fn a_key_of_ours_proves_who_we_are() {
    for algorithm in [Algorithm::Es384, Algorithm::Rs384] {
        let ehr = guarded(|_| server::token("t")).await;
        let key = Arc::new(KeyPair::generate(algorithm).unwrap());
        let auth = Auth::PrivateKeyJwt {
            client_id: "patients".to_owned(),
            scope: Some("system/*.rs".to_owned()),
            key: Arc::clone(&key),
        };
        let client = local();
        assert_eq!(ask(&client, &with(&ehr, auth)).await, Ok(()));
        let request = ehr
            .seen()
            .into_iter()
            .find(|seen| seen.path == "/token")
            .unwrap();
        let assertion = request.body.split("client_assertion=").nth(1).unwrap();
        let part = |index| -> Value {
            let part = assertion.split('.').nth(index).unwrap();
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
        };
        assert_eq!(part(0)["kid"], key.public_jwk().kid.as_str());
        assert_eq!(part(0)["alg"], algorithm.name());
        assert_eq!(part(1)["aud"], ehr.url("/token"));
        let lives = part(1)["exp"].as_i64().unwrap() - jiff::Timestamp::now().as_second();
        assert!((200..=300).contains(&lives), "{lives}");
    }
}

#[tokio::test]
async fn probing_says_whether_a_token_was_given() {
    let ehr = guarded(|_| server::token("t")).await;
    let client = local();
    let found = client
        .probe(&ehr.url("/r4"), &credentials(SECRET))
        .await
        .unwrap();
    assert_eq!(found.token, TokenCheck::Given);
    let found = client.probe(&ehr.url("/r4"), &Auth::None).await.unwrap();
    assert_eq!(found.token, TokenCheck::NotTried);
    let ehr =
        guarded(|_| json_body(StatusCode::BAD_REQUEST, &json!({"error": "invalid_scope"}))).await;
    let found = client
        .probe(&ehr.url("/r4"), &credentials(SECRET))
        .await
        .unwrap();
    let refused = EhrError::AuthenticationFailed {
        said: Some("invalid_scope".to_owned()),
    };
    assert_eq!(found.token, TokenCheck::Refused(refused));
}
