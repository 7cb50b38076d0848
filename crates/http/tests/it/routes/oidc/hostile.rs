//! Answers that no honest provider gives, and people who play with theirs.

use super::Hospital;
use crate::support::{Browser, Forgery, SECRET, TokenEndpoint};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

type Spoil = fn(&mut Value, &mut Value);

async fn refuses(hospital: &Hospital, what: &str, expected: &str) {
    let mut browser = Browser::at(&hospital.front);
    let came = browser.sign_in(&hospital.provider).await;
    assert_eq!(came, "/#sign-in=provider", "{what}");
    assert_eq!(hospital.last_failure().await, expected, "{what}");
    assert_eq!(browser.who().await, None, "{what}");
    assert!(browser.cookies.is_empty(), "{what}: {:?}", browser.cookies);
}

#[tokio::test]
async fn an_id_token_that_says_the_wrong_thing_lets_nobody_in() {
    let hospital = Hospital::begin().await;
    let cases: [(&str, &str, Spoil); 22] = [
        ("another nonce", "oidc_nonce", |_, c| {
            c["nonce"] = json!("another")
        }),
        ("no nonce", "oidc_nonce", |_, c| c["nonce"] = Value::Null),
        ("another issuer", "oidc_issuer", |_, c| {
            c["iss"] = json!("https://evil.example")
        }),
        ("an issuer with a slash", "oidc_issuer", |_, c| {
            c["iss"] = json!(format!("{}/", c["iss"].as_str().unwrap()));
        }),
        ("another audience", "oidc_audience", |_, c| {
            c["aud"] = json!("another")
        }),
        ("no audience", "oidc_audience", |_, c| c["aud"] = json!([])),
        ("one audience too many", "oidc_audience", |_, c| {
            c["aud"] = json!(["patients", "evil"])
        }),
        ("another authorized party", "oidc_audience", |_, c| {
            c["azp"] = json!("evil")
        }),
        ("expired", "oidc_times", |_, c| {
            c["exp"] = json!(c["iat"].as_i64().unwrap() - 1)
        }),
        ("made in an hour", "oidc_times", |_, c| {
            c["iat"] = json!(c["iat"].as_i64().unwrap() + 3600)
        }),
        ("made an hour ago", "oidc_times", |_, c| {
            c["iat"] = json!(c["iat"].as_i64().unwrap() - 3600)
        }),
        ("not good yet", "oidc_times", |_, c| {
            c["nbf"] = json!(c["iat"].as_i64().unwrap() + 3600)
        }),
        ("of another access token", "oidc_access_token", |_, c| {
            c["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")
        }),
        ("no subject", "oidc_no_id_token", |_, c| {
            c["sub"] = Value::Null
        }),
        ("no expiry", "oidc_no_id_token", |_, c| {
            c["exp"] = Value::Null
        }),
        ("an unknown key", "oidc_unknown_key", |h, _| {
            h["kid"] = json!("unknown")
        }),
        ("a path for a key", "oidc_unknown_key", |h, _| {
            h["kid"] = json!("../../dev/null")
        }),
        ("a critical header", "oidc_signature", |h, _| {
            h["crit"] = json!(["b64"]);
            h["b64"] = json!(false);
        }),
        ("a nested token", "oidc_signature", |h, _| {
            h["cty"] = json!("JWT")
        }),
        ("of another type", "oidc_signature", |h, _| {
            h["typ"] = json!("at+jwt")
        }),
        (
            "another algorithm than the key's",
            "oidc_unknown_key",
            |h, _| h["alg"] = json!("RS256"),
        ),
        (
            "an algorithm that does not exist",
            "oidc_no_id_token",
            |h, _| h["alg"] = json!("XS256"),
        ),
    ];
    for (what, expected, spoil) in cases {
        hospital.provider.be().spoil = spoil;
        refuses(&hospital, what, expected).await;
    }
    // What was refused was refused for that reason: the same without it comes in.
    hospital.provider.be().spoil = |_, _| {};
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
}

#[tokio::test]
async fn a_signature_that_others_could_make_lets_nobody_in() {
    let hospital = Hospital::begin().await;
    let public = hospital.provider.be().published[0].to_string().into_bytes();
    let cases: [(&str, &str, Spoil, Forgery); 6] = [
        (
            "none",
            "oidc_signature",
            |h, _| h["alg"] = json!("none"),
            Forgery::None,
        ),
        (
            "None",
            "oidc_no_id_token",
            |h, _| h["alg"] = json!("None"),
            Forgery::None,
        ),
        ("no signature", "oidc_signature", |_, _| {}, Forgery::None),
        (
            "by another key",
            "oidc_signature",
            |_, _| {},
            Forgery::ForeignKey,
        ),
        (
            "by the client's secret",
            "oidc_signature",
            |h, _| h["alg"] = json!("HS256"),
            Forgery::Mac(SECRET.into()),
        ),
        (
            "by the public key",
            "oidc_signature",
            |h, _| h["alg"] = json!("HS256"),
            Forgery::Mac(public),
        ),
    ];
    for (what, expected, spoil, forge) in cases {
        hospital.provider.be().spoil = spoil;
        hospital.provider.be().forge = Some(forge);
        refuses(&hospital, what, expected).await;
    }
}

#[tokio::test]
async fn a_key_in_the_token_itself_is_not_believed() {
    let hospital = Hospital::begin().await;
    hospital.provider.be().spoil = |h, _| {
        h["jwk"] = json!({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"});
        h["jku"] = json!("https://evil.example/keys");
        h["x5u"] = json!("https://evil.example/certificate");
    };
    hospital.provider.be().forge = Some(Forgery::ForeignKey);
    refuses(&hospital, "jwk", "oidc_signature").await;
}

#[tokio::test]
async fn a_provider_that_does_not_answer_as_it_should_is_borne_for_a_bounded_time() {
    let hospital = Hospital::begin().await;
    for (endpoint, expected) in [
        (TokenEndpoint::Silent, "oidc_unreachable"),
        (TokenEndpoint::Endless, "oidc_unreachable"),
        (TokenEndpoint::SendsOn, "oidc_no_id_token"),
        (TokenEndpoint::NoJson, "oidc_no_id_token"),
        (TokenEndpoint::NoIdToken, "oidc_no_id_token"),
    ] {
        hospital.provider.be().token = endpoint;
        let began = Instant::now();
        refuses(&hospital, expected, expected).await;
        assert!(
            began.elapsed() < Duration::from_secs(6),
            "{:?}",
            began.elapsed()
        );
    }
}

#[tokio::test]
async fn an_answer_of_another_issuer_is_not_believed_its_refusal_neither() {
    let hospital = Hospital::begin().await;
    let issuer = hospital.provider.issuer.clone();
    for (iss, error) in [
        (Some("https://evil.example"), None),
        (Some("https://evil.example"), Some("access_denied")),
        (Some(""), None),
        // It announces that it always says so.
        (None, None),
    ] {
        let mut browser = Browser::at(&hospital.front);
        let sent = browser.begin(&hospital.provider, "/").await;
        let mut back = vec![("state", &*sent.query["state"])];
        back.push(error.map_or(("code", &*sent.code), |error| ("error", error)));
        back.extend(iss.map(|iss| ("iss", iss)));
        let answer = browser.finish(&back).await;
        assert_eq!(
            answer.header("location"),
            Some("/#sign-in=provider"),
            "{iss:?}"
        );
        assert_eq!(hospital.last_failure().await, "oidc_issuer_mix_up");
    }
    // A provider that announces nothing may leave it out, and may not say another.
    let hospital = Hospital::begin().await;
    hospital.provider.be().description =
        json!({"authorization_response_iss_parameter_supported": null});
    let mut browser = Browser::at(&hospital.front);
    let sent = browser.begin(&hospital.provider, "/").await;
    let back = [("state", &*sent.query["state"]), ("code", &*sent.code)];
    assert_eq!(browser.finish(&back).await.header("location"), Some("/"));
    let sent = browser.begin(&hospital.provider, "/").await;
    let back = [
        ("state", &*sent.query["state"]),
        ("code", &*sent.code),
        ("iss", &*issuer),
    ];
    let answer = browser.finish(&back).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=provider"));
}

#[tokio::test]
async fn an_answer_to_nothing_that_this_browser_began_lets_nobody_in() {
    let hospital = Hospital::begin().await;
    let issuer = hospital.provider.issuer.clone();
    let mut browser = Browser::at(&hospital.front);
    let sent = browser.begin(&hospital.provider, "/").await;
    let state = sent.query["state"].clone();
    let right = [("code", &*sent.code), ("state", &*state), ("iss", &*issuer)];
    // The attacker's answer in somebody else's browser, who began nothing, or something else.
    let mut other = Browser::at(&hospital.front);
    let answer = other.finish(&right).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=start_again"));
    other.begin(&hospital.provider, "/").await;
    let answer = other.finish(&right).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=start_again"));
    assert_eq!(hospital.last_failure().await, "oidc_start_again");
    for wrong in [
        vec![("code", &*sent.code), ("iss", &*issuer)],
        vec![("code", &*sent.code), ("state", ""), ("iss", &*issuer)],
        vec![
            ("code", &*sent.code),
            ("state", "another"),
            ("iss", &*issuer),
        ],
        vec![
            ("code", &*sent.code),
            ("state", &*state),
            ("state", &*state),
        ],
    ] {
        let cookies = browser.cookies.clone();
        let answer = browser.finish(&wrong).await;
        assert_eq!(
            answer.header("location"),
            Some("/#sign-in=start_again"),
            "{wrong:?}"
        );
        assert!(browser.cookies.is_empty());
        browser.cookies = cookies;
    }
    // None of that used the right one up.
    assert_eq!(browser.finish(&right).await.header("location"), Some("/"));
}

#[tokio::test]
async fn an_answer_lets_somebody_in_once_even_where_the_provider_takes_its_code_twice() {
    let hospital = Hospital::begin().await;
    hospital.provider.be().token = TokenEndpoint::TakesTwice;
    let issuer = hospital.provider.issuer.clone();
    let mut browser = Browser::at(&hospital.front);
    let sent = browser.begin(&hospital.provider, "/").await;
    let attempt = browser.cookies.clone();
    let right = [
        ("code", &*sent.code),
        ("state", &*sent.query["state"]),
        ("iss", &*issuer),
    ];
    assert_eq!(browser.finish(&right).await.header("location"), Some("/"));
    let mut thief = Browser::at(&hospital.front);
    thief.cookies = attempt;
    let answer = thief.finish(&right).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=start_again"));
    assert_eq!(thief.who().await, None);
}

#[tokio::test]
async fn a_code_of_another_sign_in_is_not_taken() {
    let hospital = Hospital::begin().await;
    let issuer = hospital.provider.issuer.clone();
    let mut victim = Browser::at(&hospital.front);
    let stolen = victim.begin(&hospital.provider, "/").await;
    let mut thief = Browser::at(&hospital.front);
    let own = thief.begin(&hospital.provider, "/").await;
    let back = [
        ("code", &*stolen.code),
        ("state", &*own.query["state"]),
        ("iss", &*issuer),
    ];
    let answer = thief.finish(&back).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=provider"));
    assert_eq!(hospital.last_failure().await, "oidc_code");
}

#[tokio::test]
async fn a_refusal_at_the_provider_is_told_as_one() {
    let hospital = Hospital::begin().await;
    let issuer = hospital.provider.issuer.clone();
    let mut browser = Browser::at(&hospital.front);
    let sent = browser.begin(&hospital.provider, "/").await;
    let text = "<script>alert(1)</script>";
    let back = [
        ("error", "access_denied"),
        ("error_description", text),
        ("state", &*sent.query["state"]),
        ("iss", &*issuer),
    ];
    let answer = browser.finish(&back).await;
    assert_eq!(answer.header("location"), Some("/#sign-in=denied"));
    assert_eq!(hospital.last_failure().await, "oidc_denied");
    assert!(!hospital.journal_text().await.contains("script"));
}

#[tokio::test]
async fn guessing_from_one_address_is_slowed_down() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    let guess = [("code", "guess"), ("state", "guess")];
    let mut last = String::new();
    for _ in 0..33 {
        let answer = browser.finish(&guess).await;
        last = answer.header("location").unwrap().to_owned();
    }
    assert_eq!(last, "/#sign-in=throttled");
    assert_eq!(hospital.last_failure().await, "throttled");
}

#[tokio::test]
async fn nothing_that_the_provider_gave_stands_in_the_journal() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    hospital.provider.be().spoil = |_, c| c["nonce"] = json!("another");
    browser.sign_in(&hospital.provider).await;
    let text = hospital.journal_text().await;
    for secret in ["the-access-token", "eyJ", SECRET, "code "] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}
