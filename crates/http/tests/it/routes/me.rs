use crate::support::{Api, PASSWORD, Ward};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn i_am_told_who_i_am() {
    let mut ward = Ward::begin().await;
    let id = ward.id("olga");
    let policy = json!({"may_use": true, "modes": ["manual", "ehr"], "installers": "members", "pinned": false, "may_export": true, "keep_on_device": false});
    assert_eq!(
        ward.olga.get("/api/me").await.ok(),
        json!({"id": id, "user": "olga", "name": "Olga", "language": "en", "administrator": false, "auditor": false, "discovery": false, "policy": policy})
    );
    assert_eq!(
        ward.sign_in("ada").await.get("/api/me").await.ok()["administrator"],
        true
    );
    let mut nobody = Api::anonymous(ward.address());
    assert_eq!(
        nobody.get("/api/me").await.refusal(),
        (401, "not_signed_in".to_owned())
    );
    // Whether anybody is signed in can be asked without an error.
    let session = ward.olga.get("/api/session/me").await.ok();
    assert_eq!(session["me"]["user"], "olga");
    assert_eq!(
        nobody.get("/api/session/me").await.ok(),
        json!({"me": null})
    );
    let expired = [("Authorization", "Bearer none")];
    let answer = nobody.raw("GET", "/api/session/me", &expired, b"").await;
    assert_eq!(answer.ok(), json!({"me": null}));
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it_and_the_other_sessions_end_at_once() {
    let ward = Ward::begin().await;
    let mut here = ward.sign_in("nina").await;
    let mut elsewhere = ward.sign_in("nina").await;
    let mut live = ward.connect(&elsewhere).await;
    live.open(&ward.list, None).await;
    let mut mine = ward.connect(&here).await;
    mine.open(&ward.list, None).await;
    let change = json!({"current": PASSWORD, "new": "another long password"});
    assert_eq!(here.put("/api/me/password", &change).await.status, 204);

    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < Duration::from_secs(5), "{after:?}");
    assert_eq!(elsewhere.get("/api/me").await.status, 401);
    assert_eq!(here.get("/api/me").await.status, 200);
    mine.close(&ward.list).await;
    mine.open(&ward.list, None).await;

    let mut api = Api::anonymous(ward.address());
    let old = json!({"user": "nina", "password": PASSWORD});
    assert_eq!(api.post("/api/session", &old).await.status, 401);
    let new = json!({"user": "nina", "password": "another long password"});
    assert_eq!(api.post("/api/session", &new).await.status, 200);
}

#[tokio::test]
async fn a_password_is_not_changed_to_a_bad_one_or_by_who_does_not_know_it() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let wrong = json!({"current": "not the password", "new": "another long password"});
    let wrong = nina.put("/api/me/password", &wrong).await;
    assert_eq!(wrong.refusal(), (422, "wrong_password".to_owned()));
    for (new, rule) in [
        ("short", "too_short"),
        (&"x".repeat(257)[..], "too_long"),
        ("nina", "too_short"),
    ] {
        let refused = json!({"current": PASSWORD, "new": new});
        let refused = nina.put("/api/me/password", &refused).await;
        assert_eq!(refused.refusal(), (422, "password_refused".to_owned()));
        let problem = refused.json();
        assert_eq!(
            (&problem["rule"], &problem["at_least"], &problem["at_most"]),
            (&json!(rule), &json!(8), &json!(256))
        );
    }
    let mut api = Api::anonymous(ward.address());
    let same = json!({"user": "nina", "password": PASSWORD});
    assert_eq!(api.post("/api/session", &same).await.status, 200);
    let nobody = json!({"current": PASSWORD, "new": "another long password"});
    assert_eq!(api.put("/api/me/password", &nobody).await.status, 401);
}

#[tokio::test]
async fn guessing_the_current_password_is_slowed_down() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let wrong = json!({"current": "not the password", "new": "another long password"});
    for _ in 0..5 {
        assert_eq!(nina.put("/api/me/password", &wrong).await.status, 422);
    }
    let throttled = nina.put("/api/me/password", &wrong).await;
    assert_eq!(throttled.refusal(), (429, "throttled".to_owned()));
}
