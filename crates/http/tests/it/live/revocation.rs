//! Losing access closes what was open, within five seconds.

use crate::support::{Live, Ward};
use serde_json::json;
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_secs(5);

/// Waits until a list is closed for this reader.
async fn closed(live: &mut Live, list: &str) {
    let begun = Instant::now();
    let closed = live.hear_of("closed").await;
    assert_eq!(closed, json!({"list": list, "code": "revoked"}));
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_removed_members_connections_end() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    // One that has nothing open ends too.
    let mut idle = ward.connect(&nina).await;
    let mut other = ward.connect(&ward.olga).await;
    other.open(&ward.list, None).await;
    let remove = json!({"type": "remove_member", "user": ward.id("nina")});
    ward.olga.done(&ward.team, remove).await;
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < SOON, "{after:?}");
    let (code, after) = idle.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < SOON, "{after:?}");
    let mut olga = ward.olga.again();
    ward.set(&mut olga, &patient, "Diagnosis", json!("flu"))
        .await;
    let now = ward.sequence(&mut olga).await;
    while other.changes().await.last().unwrap()["sequence"] != now {}
}

#[tokio::test]
async fn a_list_that_is_limited_to_others_closes_and_the_rest_goes_on() {
    let mut ward = Ward::begin().await;
    let second = ward.new_list("Second", None).await;
    let patient = ward.patient_on(&second, "Secret").await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    live.open(&second, None).await;
    live.open(&ward.list, None).await;
    let limit = json!({"type": "set_list_members", "list": second, "members": [ward.id("paul")]});
    ward.olga.done(&ward.team, limit).await;
    closed(&mut live, &second).await;
    let mut olga = ward.olga.again();
    ward.set(&mut olga, &patient, "Diagnosis", json!("not for nina"))
        .await;
    let open = ward.patient("Martin").await;
    let heard = live.changes().await;
    assert!(
        heard
            .iter()
            .all(|change| change["list"] == ward.list.as_str()),
        "{heard:?}"
    );
    assert!(json!(heard).to_string().contains(&open));
    assert!(!json!(heard).to_string().contains("not for nina"));
}

#[tokio::test]
async fn a_deleted_list_closes_for_everybody() {
    let mut ward = Ward::begin().await;
    let second = ward.new_list("Second", None).await;
    let mut live = ward.connect(&ward.olga).await;
    live.open(&second, None).await;
    let delete = json!({"type": "delete_list", "list": second});
    ward.olga.done(&ward.team, delete).await;
    closed(&mut live, &second).await;
}

#[tokio::test]
async fn who_joins_a_limited_list_is_shown_to_its_readers() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["olga"])).await;
    let mut live = ward.connect(&ward.olga).await;
    live.open(&limited, None).await;
    let mut oscar = ward.sign_in("oscar").await;
    oscar
        .done(&ward.team, json!({"type": "join_list", "list": limited}))
        .await;
    let changes = live.changes().await;
    let members = changes[0]["header"]["members"].as_array().unwrap();
    assert!(members.contains(&json!(ward.id("oscar"))), "{changes:?}");
    assert_eq!(changes[0]["by"], json!(ward.id("oscar")));
}
