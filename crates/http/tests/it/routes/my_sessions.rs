use crate::support::{PASSWORD, Ward};
use domain::audit::Operation;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn i_see_where_i_am_signed_in_and_end_another_of_my_sessions_at_once() {
    let ward = Ward::begin().await;
    let mut here = ward.sign_in("nina").await;
    let mut there = ward.sign_in("nina").await;
    let mut live = ward.connect(&there).await;
    live.open(&ward.list, None).await;
    let sessions = here.get("/api/me/sessions").await.ok();
    let sessions = sessions["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 2);
    let other = sessions.iter().find(|s| s["this"] == false).unwrap();
    assert_eq!(
        (&other["client"], &other["method"], &other["address"]),
        (&json!("program"), &json!("password"), &json!("127.0.0.1"))
    );
    assert!(other["began"].is_string() && other["seen"].is_string());
    let path = format!("/api/me/sessions/{}", other["reference"].as_str().unwrap());
    // Not somebody else's to end.
    let mut paul = ward.sign_in("paul").await;
    assert_eq!(
        paul.delete(&path).await.refusal(),
        (404, "not_found".to_owned())
    );
    assert_eq!(here.delete(&path).await.status, 204);
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < Duration::from_secs(5), "{after:?}");
    assert_eq!(there.get("/api/me").await.status, 401);
    assert_eq!(here.get("/api/me").await.status, 200);
    assert_eq!(here.delete(&path).await.status, 404);
    assert!(ward.operations().await.contains(&Operation::SessionEnd));
}

#[tokio::test]
async fn signing_in_ends_the_session_whose_cookie_the_browser_had() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let cookie = format!("__Host-session={}", nina.token());
    let body = json!({"user": "paul", "password": PASSWORD}).to_string();
    ward.sign_in("paul").await;
    let headers = [
        ("Content-Type", "application/json"),
        ("Sec-Fetch-Site", "same-origin"),
        ("Cookie", cookie.as_str()),
    ];
    let mut browser = crate::support::Api::anonymous(ward.address());
    let answer = browser
        .raw("POST", "/api/session", &headers, body.as_bytes())
        .await;
    assert_eq!(answer.status, 204);
    assert_eq!(nina.get("/api/me").await.status, 401);
}
