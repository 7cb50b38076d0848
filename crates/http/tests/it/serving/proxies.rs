//! What a request says of where it came from counts where a trusted proxy says it, and nowhere else.

use crate::support::{Answer, Api, PASSWORD, Server, Ward};
use http_api::{Door, ForwardedHeader, Proxies};
use journal::{Journal, Owner, StreamId};
use serde_json::json;
use std::net::IpAddr;

const CLIENT: &str = "203.0.113.9";
/// What somebody writes who wants to be somebody else, over TLS.
const SPOOFED: [(&str, &str); 4] = [
    ("X-Forwarded-For", "198.51.100.1"),
    ("X-Forwarded-Proto", "https"),
    ("Forwarded", "for=198.51.100.1;proto=https"),
    ("X-Real-IP", "198.51.100.1"),
];
/// What the proxy makes of it: it adds whom it saw, and says how.
const FORWARDED: [(&str, &str); 4] = [
    ("X-Forwarded-For", "198.51.100.1, 203.0.113.9"),
    ("X-Forwarded-Proto", "https"),
    ("Forwarded", "for=198.51.100.1;proto=http"),
    ("X-Real-IP", "198.51.100.1"),
];

async fn behind_a_proxy() -> Ward {
    let local = "127.0.0.0/8".parse().unwrap();
    let door = Door {
        proxies: Proxies::new([local], ForwardedHeader::XForwardedFor),
        ..Door::default()
    };
    Ward::begin_on(Server::start_behind(door).await).await
}

/// Signs in as a page of this site does, at an address that is not the machine's own.
async fn sign_in(ward: &Ward, password: &str, headers: &[(&str, &str)]) -> Answer {
    let body = json!({"user": "olga", "password": password}).to_string();
    let mut all = vec![
        ("Host", "patients.example"),
        ("Content-Type", "application/json"),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    all.extend_from_slice(headers);
    let mut api = Api::anonymous(ward.address());
    api.raw("POST", "/api/session", &all, body.as_bytes()).await
}

/// From where the last entry of the organization's accesses came.
async fn last_address(ward: &Ward) -> Option<IpAddr> {
    let accesses = StreamId::accesses(Owner::Organization);
    let head = ward.server.journal.head(accesses).await.unwrap();
    let entries = ward
        .server
        .journal
        .read(accesses, head - 1, 1)
        .await
        .unwrap();
    entries[0].header.as_ref().unwrap().client.address
}

#[tokio::test]
async fn without_a_trusted_proxy_nobody_is_believed() {
    let ward = Ward::begin().await;
    let answer = sign_in(&ward, PASSWORD, &SPOOFED).await;
    assert_eq!(answer.status, 204);
    assert_eq!(
        last_address(&ward).await,
        Some("127.0.0.1".parse().unwrap())
    );
    let cookie = answer.header("set-cookie").unwrap();
    assert!(
        cookie.starts_with("session=") && !cookie.contains("Secure"),
        "{cookie}"
    );
    assert_eq!(answer.header("strict-transport-security"), None);
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_journal_the_cookie_and_the_headers_know_the_client() {
    let ward = behind_a_proxy().await;
    let answer = sign_in(&ward, PASSWORD, &FORWARDED).await;
    assert_eq!(answer.status, 204);
    assert_eq!(last_address(&ward).await, Some(CLIENT.parse().unwrap()));
    let cookie = answer.header("set-cookie").unwrap();
    assert!(
        cookie.starts_with("__Host-session=") && cookie.contains("; Secure;"),
        "{cookie}"
    );
    let strict = answer.header("strict-transport-security").unwrap();
    assert_eq!(strict, "max-age=63072000; includeSubDomains");
    // Over plain HTTP to the proxy there is no word of TLS.
    let answer = sign_in(&ward, PASSWORD, &[("X-Forwarded-Proto", "http")]).await;
    assert_eq!(answer.header("strict-transport-security"), None);
    assert!(answer.header("set-cookie").unwrap().starts_with("session="));
}

#[tokio::test]
async fn failures_are_counted_by_the_client_and_not_by_the_proxy_nor_by_what_the_client_writes() {
    let ward = behind_a_proxy().await;
    for number in 0..5 {
        // Another invented address each time does not help.
        let forwarded = format!("198.51.100.{number}, {CLIENT}");
        let headers = [("X-Forwarded-For", forwarded.as_str())];
        assert_eq!(
            sign_in(&ward, "not the password", &headers).await.status,
            401
        );
    }
    let from_there = [("X-Forwarded-For", CLIENT)];
    assert_eq!(sign_in(&ward, PASSWORD, &from_there).await.status, 429);
    let from_elsewhere = [("X-Forwarded-For", "203.0.113.10")];
    assert_eq!(sign_in(&ward, PASSWORD, &from_elsewhere).await.status, 204);
}
