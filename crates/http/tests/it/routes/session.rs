use crate::support::{Api, PASSWORD, Server, Ward};
use serde_json::json;
use std::time::Duration;

/// What a browser says of a page of this site.
const OWN_PAGE: (&str, &str) = ("Sec-Fetch-Site", "same-origin");

async fn sign_in_by_browser(address: &str, headers: &[(&str, &str)]) -> crate::support::Answer {
    let body = json!({"user": "olga", "password": PASSWORD}).to_string();
    let mut all = vec![("Content-Type", "application/json"), OWN_PAGE];
    all.extend_from_slice(headers);
    Api::anonymous(address)
        .raw("POST", "/api/session", &all, body.as_bytes())
        .await
}

#[tokio::test]
async fn a_program_gets_a_token_and_no_cookie() {
    let ward = Ward::begin().await;
    let body = json!({"user": "olga", "password": PASSWORD});
    let mut api = Api::anonymous(ward.address());
    let answer = api.post("/api/session", &body).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("set-cookie"), None);
    let answer = answer.json();
    let token = answer["token"].as_str().unwrap();
    // 256 bits in base64url.
    assert_eq!(token.len(), 43);
    api.token = Some(token.to_owned());
    assert_eq!(api.get("/api/me").await.ok()["user"], "olga");
    api.token = Some(token.replace(&token[..1], "_"));
    assert_eq!(
        api.get("/api/me").await.refusal(),
        (401, "not_signed_in".to_owned())
    );
}

#[tokio::test]
async fn a_browser_gets_a_cookie_and_no_token() {
    let ward = Ward::begin().await;
    let answer = sign_in_by_browser(ward.address(), &[]).await;
    assert_eq!((answer.status, answer.text().as_str()), (204, ""));
    let cookie = answer.header("set-cookie").unwrap();
    let (value, attributes) = cookie.split_once(';').unwrap();
    assert_eq!(attributes, " Path=/; Secure; HttpOnly; SameSite=Strict");
    assert!(value.starts_with("__Host-session="), "{cookie}");
    let mut api = Api::anonymous(ward.address());
    let me = api.raw("GET", "/api/me", &[("Cookie", value)], b"").await;
    assert_eq!(me.ok()["user"], "olga");
}

#[tokio::test]
async fn a_ward_that_tries_it_over_plain_http_gets_a_cookie_that_its_browsers_keep() {
    let ward = Ward::begin().await;
    let answer = sign_in_by_browser(ward.address(), &[("Host", "patients.ward.example")]).await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(
        cookie.starts_with("session=") && !cookie.contains("Secure"),
        "{cookie}"
    );
    let https = [
        ("Host", "patients.ward.example"),
        ("Origin", "https://patients.ward.example"),
    ];
    let answer = sign_in_by_browser(ward.address(), &https).await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(
        cookie.starts_with("__Host-session=") && cookie.contains("Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn a_cookie_changes_something_only_from_this_sites_own_pages() {
    let ward = Ward::begin().await;
    let answer = sign_in_by_browser(ward.address(), &[]).await;
    let cookie = answer
        .header("set-cookie")
        .unwrap()
        .split(';')
        .next()
        .unwrap();
    let own = format!("http://{}", ward.address());
    let path = ward.path("/commands");
    let mut api = Api::anonymous(ward.address());
    let mut send = async |headers: &[(&str, &str)]| {
        let body = json!({
            "id": crate::support::command_id(),
            "command": {"type": "create_list", "name": crate::support::command_id()},
        });
        let mut all = vec![("Content-Type", "application/json"), ("Cookie", cookie)];
        all.extend_from_slice(headers);
        api.raw("POST", &path, &all, body.to_string().as_bytes())
            .await
    };
    for foreign in [
        vec![("Sec-Fetch-Site", "cross-site")],
        vec![("Sec-Fetch-Site", "same-site")],
        vec![("Sec-Fetch-Site", "none")],
        vec![("Sec-Fetch-Site", "cross-site"), ("Origin", own.as_str())],
        vec![("Origin", "https://evil.example")],
        vec![("Origin", "null")],
        vec![],
    ] {
        let answer = send(&foreign).await;
        assert_eq!(
            answer.refusal(),
            (403, "foreign_origin".to_owned()),
            "{foreign:?}"
        );
    }
    assert_eq!(send(&[OWN_PAGE]).await.status, 200);
    assert_eq!(send(&[("Origin", own.as_str())]).await.status, 200);
    let lists = api
        .raw("GET", &ward.path(""), &[("Cookie", cookie)], b"")
        .await
        .ok();
    assert_eq!(lists["lists"].as_array().unwrap().len(), 3, "{lists}");
}

#[tokio::test]
async fn a_form_of_another_page_cannot_sign_anybody_in() {
    let ward = Ward::begin().await;
    let body = json!({"user": "olga", "password": PASSWORD}).to_string();
    let mut api = Api::anonymous(ward.address());
    for content_type in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let headers = [("Content-Type", content_type)];
        let answer = api
            .raw("POST", "/api/session", &headers, body.as_bytes())
            .await;
        assert_eq!(answer.refusal(), (415, "not_json".to_owned()));
    }
}

#[tokio::test]
async fn who_does_not_come_in_does_not_learn_why() {
    let mut ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    ward.sign_in("nina").await;
    let disable = json!({"type": "disable_user", "user": ward.id("nina")});
    assert_eq!(ada.administer(disable).await.status, 200);
    let wrong = json!({"user": "olga", "password": "not the password"});
    let wrong = ward.olga.post("/api/session", &wrong).await;
    assert_eq!(wrong.refusal(), (401, "wrong_credentials".to_owned()));
    for (user, password) in [
        ("nobody at all", PASSWORD),
        ("nina", PASSWORD),
        ("nina", "not the password"),
        // An account that never got a password.
        ("gus", PASSWORD),
        ("gus", ""),
    ] {
        let other = json!({"user": user, "password": password});
        let other = ward.olga.post("/api/session", &other).await;
        assert_eq!(other.body, wrong.body, "{user}");
        assert_eq!(other.status, wrong.status);
    }
}

#[tokio::test]
async fn guesses_are_slowed_down_without_keeping_others_out() {
    let ward = Ward::begin().await;
    let mut api = Api::anonymous(ward.address());
    let wrong = json!({"user": "olga", "password": "not the password"});
    for _ in 0..5 {
        let answer = api.post("/api/session", &wrong).await;
        assert_eq!(answer.status, 401);
    }
    let right = json!({"user": "Olga ", "password": PASSWORD});
    let throttled = api.post("/api/session", &right).await;
    assert_eq!(throttled.refusal(), (429, "throttled".to_owned()));
    assert_eq!(throttled.header("retry-after"), Some("1"));
    assert_eq!(throttled.json()["seconds"], 1);
    // Somebody else at the same ward's address comes in.
    ward.sign_in("nina").await;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    let right = json!({"user": "olga", "password": PASSWORD});
    assert_eq!(api.post("/api/session", &right).await.status, 200);
    // Who came in begins anew.
    for _ in 0..5 {
        assert_eq!(api.post("/api/session", &wrong).await.status, 401);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_and_its_connections_and_no_other() {
    let ward = Ward::begin().await;
    let mut first = ward.sign_in("nina").await;
    let mut second = ward.sign_in("nina").await;
    let mut live = ward.connect(&first).await;
    live.open(&ward.list, None).await;
    let mut other = ward.connect(&second).await;
    other.open(&ward.list, None).await;
    let answer = first.delete("/api/session").await;
    assert_eq!(answer.status, 204);
    let cookies = answer.headers("set-cookie");
    assert_eq!(cookies.len(), 3);
    assert!(
        cookies.iter().all(|cookie| cookie.contains("Max-Age=0")),
        "{cookies:?}"
    );
    assert_eq!(
        answer.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < Duration::from_secs(5), "{after:?}");
    assert_eq!(first.get("/api/me").await.status, 401);
    assert_eq!(first.delete("/api/session").await.status, 401);
    assert_eq!(second.get("/api/me").await.status, 200);
    other.close(&ward.list).await;
    other.open(&ward.list, None).await;
}

#[tokio::test]
async fn sessions_survive_a_restart_and_their_end_does_too() {
    let ward = Ward::begin().await;
    let kept = ward.sign_in("nina").await;
    let mut ended = ward.sign_in("nina").await;
    assert_eq!(ended.delete("/api/session").await.status, 204);
    let ward = ward.restart().await;
    let mut api = Api::anonymous(ward.address());
    api.token = kept.token;
    assert_eq!(api.get("/api/me").await.status, 200);
    api.token = ended.token;
    assert_eq!(api.get("/api/me").await.status, 401);
}

#[tokio::test]
async fn odd_authorizations_are_refused_and_harm_nothing() {
    let server = Server::start().await;
    let mut api = Api::anonymous(&server.address);
    for value in [
        "",
        "Bearer",
        "Bearer ",
        "Basic b2xnYTp4",
        "bearer \u{1}",
        "Bearer a b c",
    ] {
        let me = api
            .raw("GET", "/api/me", &[("Authorization", value)], b"")
            .await;
        assert!(matches!(me.status, 400 | 401), "{value:?}: {}", me.status);
    }
    for value in ["", "session", "session=", "=;=;;", "__Host-session=\u{e9}"] {
        let me = api.raw("GET", "/api/me", &[("Cookie", value)], b"").await;
        assert_eq!(me.status, 401, "{value:?}");
    }
}
