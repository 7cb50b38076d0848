//! The provider's description and keys: when they are fetched, and which are believed.

use super::Hospital;
use crate::support::{Browser, Key};
use serde_json::json;

#[tokio::test]
async fn a_new_key_of_the_provider_is_fetched_when_it_is_met_and_an_unknown_one_not_each_time() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(hospital.provider.be().asked_for_keys, 1);
    let next = Key::fresh("next");
    {
        let mut provider = hospital.provider.be();
        provider.published.insert(0, next.public());
        provider.key = next;
    }
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(hospital.provider.be().asked_for_keys, 2);
    // A key that is published nowhere does not make us ask at each try.
    hospital.provider.be().key = Key::fresh("nowhere");
    for _ in 0..3 {
        let came = browser.sign_in(&hospital.provider).await;
        assert_eq!(came, "/#sign-in=provider");
        assert_eq!(hospital.last_failure().await, "oidc_unknown_key");
    }
    assert_eq!(hospital.provider.be().asked_for_keys, 2);
}

#[tokio::test]
async fn a_description_of_another_issuer_or_with_unprotected_addresses_is_not_believed() {
    for description in [
        json!({"issuer": "https://evil.example"}),
        json!({"jwks_uri": "http://evil.example/keys"}),
        json!({"token_endpoint": "http://evil.example/token"}),
        json!({"token_endpoint": null}),
        json!({"authorization_endpoint": "javascript:alert(1)"}),
        json!({"end_session_endpoint": "http://evil.example/end"}),
    ] {
        let hospital = Hospital::begin().await;
        hospital.provider.be().description = description.clone();
        let mut browser = Browser::at(&hospital.front);
        let answer = browser.get("/api/session/oidc", &[]).await;
        let location = answer.header("location");
        assert_eq!(location, Some("/#sign-in=provider"), "{description}");
    }
}

#[tokio::test]
async fn a_provider_that_was_away_is_asked_again_and_the_server_runs_without_it() {
    let hospital = Hospital::begin().await;
    hospital.provider.be().description = json!({"issuer": "https://elsewhere.example"});
    let mut browser = Browser::at(&hospital.front);
    let answer = browser.get("/api/session/oidc", &[]).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=provider"));
    assert_eq!(browser.get("/readyz", &[]).await.status, 200);
    hospital.provider.be().description = json!({});
    // Who comes right after a failure is told at once, without another request.
    let answer = browser.get("/api/session/oidc", &[]).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=provider"));
    tokio::time::sleep(std::time::Duration::from_millis(3_100)).await;
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
}
