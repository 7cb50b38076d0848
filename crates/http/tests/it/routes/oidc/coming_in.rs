use super::Hospital;
use crate::support::{Api, Browser, Server};
use domain::audit::Operation;
use journal::{Actor, ClientKind};
use serde_json::json;

#[tokio::test]
async fn somebody_whom_the_provider_knows_comes_in_and_no_token_of_it_reaches_the_browser() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    let sent = browser.begin(&hospital.provider, "/account").await;
    assert_eq!(sent.query["response_type"], "code");
    assert_eq!(sent.query["code_challenge_method"], "S256");
    assert_eq!(sent.query["scope"], "openid profile");
    let redirect = format!(
        "http://{}/api/session/oidc/callback",
        hospital.front.address
    );
    assert_eq!(sent.query["redirect_uri"], redirect);
    let attempt = browser.cookies["__Host-oidc"].clone();
    for secret in ["state", "nonce"] {
        assert!(sent.query[secret].len() >= 22, "{secret}");
        assert!(!attempt.contains(&sent.query[secret]), "{secret}");
    }
    let issuer = hospital.provider.issuer.clone();
    let back = [
        ("code", &*sent.code),
        ("state", &*sent.query["state"]),
        ("iss", &*issuer),
    ];
    let answer = browser.finish(&back).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/account"))
    );
    assert!(!answer.text().contains("the-access-token"));
    let cookies = answer.headers("set-cookie");
    let session = cookies
        .iter()
        .find(|cookie| cookie.starts_with("__Host-session="));
    assert!(
        session
            .unwrap()
            .ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"),
        "{session:?}"
    );
    assert_eq!(browser.cookies.len(), 1, "{:?}", browser.cookies.keys());
    assert_eq!(browser.who().await.as_deref(), Some("nina"));
    let header = hospital.last_access().await;
    assert_eq!(header.operation, Operation::SignIn);
    assert_eq!(header.actor, Actor::User(hospital.nina));
    assert_eq!(header.client.kind, ClientKind::Browser);
    assert!(
        hospital
            .journal_text()
            .await
            .contains("\"method\":\"oidc\"")
    );
}

#[tokio::test]
async fn the_cookie_of_a_sign_in_under_way_comes_back_by_a_navigation_from_another_site() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    let answer = browser.get("/api/session/oidc", &[]).await;
    let cookie = answer.headers("set-cookie")[0].to_owned();
    assert!(cookie.starts_with("__Host-oidc="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600"),
        "{cookie}"
    );
}

#[tokio::test]
async fn another_sites_link_signs_nobody_in() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    for site in ["cross-site", "same-site"] {
        let answer = browser
            .get("/api/session/oidc", &[("sec-fetch-site", site)])
            .await;
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
        assert!(answer.headers("set-cookie").is_empty());
    }
}

#[tokio::test]
async fn people_come_back_to_a_page_of_this_server_and_nowhere_else() {
    let hospital = Hospital::begin().await;
    let issuer = hospital.provider.issuer.clone();
    for (wanted, came) in [
        ("/teams/abc", "/teams/abc"),
        ("//evil.example", "/"),
        ("https://evil.example/", "/"),
        ("%2F%5Cevil.example", "/"),
        ("/api/session", "/"),
        ("", "/"),
    ] {
        let mut browser = Browser::at(&hospital.front);
        let sent = browser.begin(&hospital.provider, wanted).await;
        let back = [
            ("code", &*sent.code),
            ("state", &*sent.query["state"]),
            ("iss", &*issuer),
        ];
        let answer = browser.finish(&back).await;
        assert_eq!(answer.header("location"), Some(came), "{wanted}");
    }
}

#[tokio::test]
async fn the_sign_in_page_is_told_what_there_is_and_no_secret() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    let methods = browser.get("/api/session/methods", &[]).await.ok();
    assert_eq!(methods["oidc"], json!({"name": "Hospital"}));
    let server = Server::start().await;
    let mut api = Api::anonymous(&server.address);
    let methods = api.get("/api/session/methods").await.ok();
    assert!(methods.get("oidc").is_none(), "{methods}");
    assert_eq!(api.get("/api/session/oidc").await.status, 404);
    assert_eq!(api.get("/api/session/oidc/callback").await.status, 404);
}

#[tokio::test]
async fn signing_out_goes_on_to_the_provider_where_it_announces_that() {
    let hospital = Hospital::begin().await;
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    let own = [("sec-fetch-site", "same-origin")];
    let answer = browser.send("DELETE", "/api/session", &own).await;
    let end: url::Url = answer.ok()["continue_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(end.path(), "/end");
    let query: Vec<_> = end.query_pairs().map(|(k, v)| format!("{k}={v}")).collect();
    let home = format!(
        "post_logout_redirect_uri=http://{}/",
        hospital.front.address
    );
    assert_eq!(query, ["client_id=patients".to_owned(), home]);
    assert_eq!(browser.who().await, None);
}

#[tokio::test]
async fn signing_out_ends_here_where_the_provider_announces_nothing() {
    let hospital = Hospital::begin().await;
    hospital.provider.be().description = json!({"end_session_endpoint": null});
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    let own = [("sec-fetch-site", "same-origin")];
    assert_eq!(
        browser.send("DELETE", "/api/session", &own).await.status,
        204
    );
    assert_eq!(browser.who().await, None);
}
