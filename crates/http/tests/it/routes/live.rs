use crate::support::{Api, Heard, Live, PASSWORD, Ward, command_id};
use serde_json::json;
use std::time::Duration;
use tokio_tungstenite::tungstenite::{Error, Message};

async fn refusal(ward: &Ward, team: &str, headers: &[(&'static str, &str)]) -> u16 {
    match Live::try_connect(ward.address(), team, headers, None).await {
        Err(Error::Http(response)) => response.status().as_u16(),
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was let in"),
    }
}

#[tokio::test]
async fn only_a_member_connects_and_a_cookie_only_from_this_sites_pages() {
    let ward = Ward::begin().await;
    let otto = ward.sign_in("otto").await;
    let outsider = format!("Bearer {}", otto.token());
    let member = format!("Bearer {}", ward.olga.token());
    assert_eq!(refusal(&ward, &ward.team, &[]).await, 401);
    assert_eq!(
        refusal(&ward, &ward.team, &[("authorization", &outsider)]).await,
        404
    );
    assert_eq!(
        refusal(&ward, &command_id(), &[("authorization", &member)]).await,
        404
    );
    let cookie = format!("__Host-session={}", ward.olga.token());
    for foreign in [
        vec![("cookie", cookie.as_str())],
        vec![("cookie", &cookie), ("origin", "https://evil.example")],
        vec![("cookie", &cookie), ("sec-fetch-site", "cross-site")],
    ] {
        assert_eq!(
            refusal(&ward, &ward.team, &foreign).await,
            403,
            "{foreign:?}"
        );
    }
    let own = format!("http://{}", ward.address());
    let headers = [("cookie", cookie.as_str()), ("origin", own.as_str())];
    let mut live = Live::try_connect(ward.address(), &ward.team, &headers, None)
        .await
        .unwrap();
    live.open(&ward.list, None).await;
}

#[tokio::test]
async fn a_message_that_is_none_is_answered_and_the_connection_goes_on() {
    let ward = Ward::begin().await;
    let mut live = ward.connect(&ward.olga).await;
    for odd in [
        "",
        "null",
        "[]",
        "{",
        "{\"open\": {}}",
        "{\"open\": {\"list\": \"x\"}}",
        "{\"open\": {\"list\": \"x\", \"and\": 1}}",
        "{\"shout\": {}}",
        "{\"close\": {\"list\": null}}",
        "\"\\ud800\"",
    ] {
        live.say_raw(Message::text(odd)).await;
        let problem = live.hear().await;
        assert_eq!(problem["problem"]["code"], "malformed", "{odd}: {problem}");
    }
    live.say_raw(Message::binary(vec![0xff, 0xfe])).await;
    assert_eq!(live.hear().await["problem"]["code"], "malformed");
    live.open(&ward.list, None).await;
    live.say_raw(Message::Ping(vec![1].into())).await;
    live.close(&ward.list).await;
    live.open(&ward.list, None).await;
}

#[tokio::test]
async fn a_message_that_is_too_large_ends_the_connection() {
    let ward = Ward::begin().await;
    let mut live = ward.connect(&ward.olga).await;
    live.say_raw(Message::text("x".repeat(16 * 1024 + 1))).await;
    assert!(matches!(
        live.hear_within(Duration::from_secs(10)).await,
        Some(Heard::Closed(_))
    ));
    let mut again = ward.connect(&ward.olga).await;
    again.open(&ward.list, None).await;
}

#[tokio::test]
async fn a_list_that_one_does_not_see_is_closed_like_one_that_is_not_there() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["olga"])).await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    for list in [limited, command_id()] {
        live.say(&json!({"open": {"list": list}})).await;
        assert_eq!(
            live.hear().await,
            json!({"closed": {"list": list, "code": "not_found"}})
        );
    }
}

#[tokio::test]
async fn a_session_that_ended_meanwhile_opens_nothing() {
    let ward = Ward::begin().await;
    ward.sign_in("nina").await;
    let mut api = Api::sign_in(ward.address(), "nina", PASSWORD).await;
    let token = api.token().to_owned();
    assert_eq!(api.delete("/api/session").await.status, 204);
    let bearer = format!("Bearer {token}");
    assert_eq!(
        refusal(&ward, &ward.team, &[("authorization", &bearer)]).await,
        401
    );
}
