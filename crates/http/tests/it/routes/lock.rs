use super::passkeys;
use crate::support::{Answer, Api, PASSWORD, Ward};
use ::journal::{Journal, RecordChange, Table};
use domain::audit::Operation;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::Duration;

const PIN: &str = "271828";

async fn set_pin(api: &mut Api) {
    let pin = json!({"pin": PIN, "password": PASSWORD});
    let set = api.put("/api/me/pin", &pin).await;
    assert_eq!(set.status, 204, "{}", set.text());
}

async fn lock(api: &mut Api) {
    assert_eq!(api.post("/api/session/lock", &json!({})).await.status, 204);
}

async fn unlock(api: &mut Api, pin: &str) -> Answer {
    api.post("/api/session/unlock", &json!({"pin": pin})).await
}

fn locked() -> (u16, String) {
    (401, "session_locked".to_owned())
}

#[tokio::test]
async fn a_locked_session_does_nothing_and_hears_nothing_until_its_pin_comes() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let mut other = ward.sign_in("nina").await;
    set_pin(&mut nina).await;
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    lock(&mut nina).await;
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < Duration::from_secs(5), "{after:?}");
    let command = json!({"type": "create_list", "name": "X"});
    for answer in [
        nina.get("/api/me").await,
        nina.get(&ward.path("")).await,
        nina.get(&ward.path("/live")).await,
        nina.post("/api/session/activity", &json!({})).await,
        nina.command(&ward.team, command).await,
        nina.delete("/api/me/pin").await,
    ] {
        assert_eq!(answer.refusal(), locked());
    }
    let state = nina.get("/api/session").await.ok();
    assert_eq!(
        state,
        json!({"locked": true, "name": "Nina", "pin": true, "passkey": false})
    );
    // Another session of the same person goes on.
    assert_eq!(other.get("/api/me").await.status, 200);
    assert_eq!(unlock(&mut nina, PIN).await.status, 204);
    assert_eq!(nina.get("/api/me").await.status, 200);
    ward.connect(&nina).await.open(&ward.list, None).await;
    let operations = ward.operations().await;
    for operation in [
        Operation::UserPinSet,
        Operation::SessionLock,
        Operation::SessionUnlock,
    ] {
        let count = operations.iter().filter(|found| **found == operation);
        assert_eq!(count.count(), 1, "{operation:?}");
    }
}

#[tokio::test]
async fn a_lock_survives_a_restart_and_the_fifth_wrong_pin_ends_the_session() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    set_pin(&mut nina).await;
    lock(&mut nina).await;
    let ward = ward.restart().await;
    let mut api = Api::anonymous(ward.address());
    api.token = nina.token;
    assert_eq!(api.get("/api/me").await.refusal(), locked());
    for left in (1..5).rev() {
        let answer = unlock(&mut api, "314159").await;
        assert_eq!(answer.refusal(), (422, "wrong_pin".to_owned()));
        assert_eq!(answer.json()["left"], left);
    }
    let over = unlock(&mut api, "314159").await;
    assert_eq!(over.refusal(), (401, "not_signed_in".to_owned()));
    assert_eq!(unlock(&mut api, PIN).await.status, 401);
    let operations = ward.operations().await;
    let failed = operations
        .iter()
        .filter(|found| **found == Operation::SessionUnlockFail);
    assert_eq!(failed.count(), 5);
}

#[tokio::test]
async fn pins_that_are_tried_all_at_once_are_five_too() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    set_pin(&mut nina).await;
    lock(&mut nina).await;
    let tries: Vec<_> = (0..15)
        .map(|guess| {
            let mut api = nina.again();
            tokio::spawn(async move { unlock(&mut api, &format!("3141{guess:02}")).await.code() })
        })
        .collect();
    let mut wrong = 0;
    for answer in tries {
        wrong += usize::from(answer.await.unwrap() == "wrong_pin");
    }
    assert_eq!(wrong, 4, "the fifth ends it");
    assert_eq!(unlock(&mut nina, PIN).await.status, 401);
}

#[tokio::test]
async fn a_right_pin_begins_the_count_anew_and_a_passkey_unlocks_too() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    set_pin(&mut nina).await;
    let device = passkeys::add(&mut nina, "Mine").await;
    for _ in 0..2 {
        lock(&mut nina).await;
        for _ in 0..4 {
            assert_eq!(unlock(&mut nina, "314159").await.status, 422);
        }
        assert_eq!(unlock(&mut nina, PIN).await.status, 204);
    }
    lock(&mut nina).await;
    assert_eq!(nina.get("/api/session").await.ok()["passkey"], true);
    let challenge = "/api/session/unlock/challenge";
    let asked = nina.post(challenge, &json!({})).await.ok();
    let body =
        json!({"challenge": asked["challenge"], "credential": device.answer_to(&asked["options"])});
    // What was asked for one session unlocks no other.
    let mut other = ward.sign_in("nina").await;
    lock(&mut other).await;
    let refused = other.post("/api/session/unlock", &body).await;
    assert_eq!(refused.refusal(), (422, "wrong_pin".to_owned()));
    let asked = nina.post(challenge, &json!({})).await.ok();
    let body =
        json!({"challenge": asked["challenge"], "credential": device.answer_to(&asked["options"])});
    assert_eq!(nina.post("/api/session/unlock", &body).await.status, 204);
    assert_eq!(nina.get("/api/me").await.status, 200);
}

#[tokio::test]
async fn who_has_no_pin_signs_out_or_signs_in_anew() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    lock(&mut nina).await;
    let none = unlock(&mut nina, PIN).await;
    assert_eq!(none.refusal(), (422, "no_pin".to_owned()));
    assert_eq!(nina.delete("/api/session").await.status, 204);
    assert_eq!(nina.get("/api/session").await.status, 401);
}

#[tokio::test]
async fn a_pin_is_set_by_who_knows_the_password_and_is_not_simple() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    for (pin, rule) in [
        ("12345", "not_digits"),
        ("abcdef", "not_digits"),
        ("111111", "too_simple"),
    ] {
        let refused = json!({"pin": pin, "password": PASSWORD});
        let refused = nina.put("/api/me/pin", &refused).await;
        assert_eq!(refused.refusal(), (422, "pin_refused".to_owned()));
        assert_eq!(refused.json()["rule"], rule);
    }
    let wrong = json!({"pin": PIN, "password": "not the password"});
    let wrong = nina.put("/api/me/pin", &wrong).await;
    assert_eq!(wrong.refusal(), (422, "wrong_password".to_owned()));
    set_pin(&mut nina).await;
    assert_eq!(nina.get("/api/me/factors").await.ok()["pin"], true);
    assert_eq!(nina.delete("/api/me/pin").await.status, 204);
    assert_eq!(nina.get("/api/me/factors").await.ok()["pin"], false);
    let operations = ward.operations().await;
    assert!(operations.contains(&Operation::UserPinRemove));
}

#[tokio::test]
async fn a_screen_that_nobody_touches_is_locked_by_the_server_and_a_program_is_not() {
    let mut ward = Ward::begin().await;
    let mut rules = json!({
        "may_use": true, "modes": ["ehr", "manual"], "installers": "members", "pinned": false,
        "may_export": true, "keep_on_device": false, "idle_lock_minutes": 5,
    });
    let mut ada = ward.sign_in("ada").await;
    let set = json!({"type": "set_default_policy", "rules": rules});
    ada.administer(set).await.ok();
    let mut program = ward.sign_in("nina").await;
    let mut cookies = Vec::new();
    for _ in 0..2 {
        let body = json!({"user": "nina", "password": PASSWORD}).to_string();
        let headers = [
            ("Content-Type", "application/json"),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        let answer = Api::anonymous(ward.address())
            .raw("POST", "/api/session", &headers, body.as_bytes())
            .await;
        let cookie = answer.header("set-cookie").unwrap();
        cookies.push(cookie.split(';').next().unwrap().to_owned());
    }
    let me = program.get("/api/me").await.ok();
    assert_eq!(me["policy"]["idle_lock_minutes"], 5);
    // All but one were touched an hour ago, and used until now.
    let references = touched_an_hour_ago(&ward, &cookies[0]).await;
    assert_eq!(references, 2);
    let token = program.token.take();
    ward = ward.restart().await;
    let ask = async |cookie: &str, method: &str, path: &str| {
        let headers = [
            ("Content-Type", "application/json"),
            ("Sec-Fetch-Site", "same-origin"),
            ("Cookie", cookie),
        ];
        let mut api = Api::anonymous(ward.address());
        api.raw(method, path, &headers, b"{}").await
    };
    assert_eq!(ask(&cookies[0], "GET", "/api/me").await.status, 200);
    assert_eq!(ask(&cookies[1], "GET", "/api/me").await.refusal(), locked());
    assert_eq!(ask(&cookies[1], "GET", "/api/me").await.refusal(), locked());
    let activity = ask(&cookies[1], "POST", "/api/session/activity").await;
    assert_eq!(activity.refusal(), locked());
    let activity = ask(&cookies[0], "POST", "/api/session/activity").await;
    assert_eq!(activity.status, 204);
    let mut program = Api::anonymous(ward.address());
    program.token = token;
    assert_eq!(program.get("/api/me").await.status, 200);
    let operations = ward.operations().await;
    let count = operations.iter().filter(|o| **o == Operation::SessionLock);
    assert_eq!(count.count(), 1);
    // Without the policy nobody is locked out.
    rules["idle_lock_minutes"] = json!(null);
    let mut ada = Api::sign_in(ward.address(), "ada", PASSWORD).await;
    let set = json!({"type": "set_default_policy", "rules": rules});
    ada.administer(set).await.ok();
    let me = ask(&cookies[0], "GET", "/api/me").await.ok();
    assert!(me["policy"]["idle_lock_minutes"].is_null(), "{me}");
}

/// Has the store say so of all of nina's sessions but one; how many they are.
async fn touched_an_hour_ago(ward: &Ward, but: &str) -> usize {
    let (_, but) = but.split_once('=').unwrap();
    let but: String = Sha256::digest(but.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let journal = &ward.server.journal;
    let records = journal.scan_records(Table::Session, "").await.unwrap();
    let mut changes = Vec::new();
    for (key, bytes) in records {
        let mut session: Value = serde_json::from_slice(&bytes).unwrap();
        if key == but || session["user"] != json!(ward.id("nina")) {
            continue;
        }
        session["active"] = json!("2026-01-01T00:00:00Z");
        changes.push(RecordChange {
            table: Table::Session,
            key,
            value: Some(serde_json::to_vec(&session).unwrap()),
        });
    }
    let count = changes.len();
    journal.put_records(changes).await.unwrap();
    count
}
