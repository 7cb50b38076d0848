//! Who is slow, large or many takes nothing from the others.

use crate::support::{Api, Server, Ward, command_id};
use http_api::{Door, Limits};
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;

/// Times that a test can wait for.
fn quick() -> Limits {
    Limits {
        head_within: Duration::from_millis(300),
        body_within: Duration::from_millis(300),
        body_bytes_per_second: 1_000_000,
        handshake_within: Duration::from_millis(300),
        ..Limits::default()
    }
}

async fn server(limits: Limits) -> Server {
    Server::start_behind(Door {
        limits,
        ..Door::default()
    })
    .await
}

/// Sends bytes one by one, as slowly as somebody who wants to keep the connection, and gives what came when it ended.
async fn drip(address: &str, head: &str, drops: &[u8]) -> (String, Duration) {
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut read, mut write) = stream.into_split();
    let begun = Instant::now();
    write.write_all(head.as_bytes()).await.unwrap();
    let drops = drops.to_vec();
    let dripping = tokio::spawn(async move {
        for drop in drops {
            tokio::time::sleep(Duration::from_millis(50)).await;
            if write.write_all(&[drop]).await.is_err() {
                return;
            }
        }
        // Whoever drips does not hang up.
        std::future::pending::<()>().await;
    });
    let mut answer = Vec::new();
    let _is_whole = tokio::time::timeout(Duration::from_secs(20), read.read_to_end(&mut answer))
        .await
        .expect("it goes on for ever");
    dripping.abort();
    (
        String::from_utf8_lossy(&answer).into_owned(),
        begun.elapsed(),
    )
}

#[tokio::test]
async fn headers_that_come_drop_by_drop_end_the_connection() {
    let server = server(quick()).await;
    let head = "GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ";
    let (_, after) = drip(&server.address, head, &[b'x'; 200]).await;
    assert!(after < Duration::from_secs(3), "{after:?}");
    // So does one that says nothing at all, and one that is done with what it had to say.
    let (_, after) = drip(&server.address, "", b"").await;
    assert!(after < Duration::from_secs(3), "{after:?}");
    let (answer, after) = drip(
        &server.address,
        "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
        b"",
    )
    .await;
    assert!(
        answer.starts_with("HTTP/1.1 200") && after < Duration::from_secs(3),
        "{after:?} {answer}"
    );
}

#[tokio::test]
async fn a_body_that_comes_drop_by_drop_is_refused() {
    let server = server(quick()).await;
    for length in ["Content-Length: 100000", "Transfer-Encoding: chunked"] {
        let head = format!(
            "POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n{length}\r\n\r\n"
        );
        let body = if length.starts_with('T') {
            "1\r\n{\r\n".repeat(30)
        } else {
            " ".repeat(200)
        };
        let (answer, after) = drip(&server.address, &head, body.as_bytes()).await;
        assert!(
            answer.starts_with("HTTP/1.1 408") && answer.contains("body_too_slow"),
            "{answer}"
        );
        assert!(after < Duration::from_secs(3), "{after:?}");
    }
}

#[tokio::test]
async fn a_large_body_has_the_time_that_its_size_needs() {
    let limits = Limits {
        body_bytes_per_second: 50_000,
        ..quick()
    };
    let ward = Ward::begin_on(server(limits).await).await;
    let mut body =
        json!({"id": command_id(), "command": {"type": "create_list", "name": "X"}}).to_string();
    body.push_str(&" ".repeat(100_000 - body.len()));
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        ward.path("/commands"),
        ward.olga.token(),
        body.len()
    );
    let mut stream = TcpStream::connect(ward.address()).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // Ten parts in a second: three times as long as a small body may take.
    for part in body.as_bytes().chunks(10_000) {
        stream.write_all(part).await.unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[tokio::test]
async fn headers_that_are_too_large_are_refused() {
    let server = server(Limits::default()).await;
    let ask = async |bytes: usize| {
        let mut api = Api::anonymous(&server.address);
        let long = "x".repeat(bytes);
        let answer = api.raw("GET", "/healthz", &[("X-Long", &long)], b"").await;
        answer.status
    };
    assert_eq!(ask(Limits::default().head_bytes - 1_000).await, 200);
    assert_eq!(ask(Limits::default().head_bytes + 1_000).await, 431);
    let many: Vec<(String, &str)> = (0..200)
        .map(|number| (format!("X-{number}"), "x"))
        .collect();
    let many: Vec<(&str, &str)> = many
        .iter()
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    let mut api = Api::anonymous(&server.address);
    assert_eq!(api.raw("GET", "/healthz", &many, b"").await.status, 431);
}

#[tokio::test]
async fn beyond_the_connections_that_there_are_others_wait_for_a_place() {
    let limits = Limits {
        connections: 2,
        head_within: Duration::from_secs(2),
        ..Limits::default()
    };
    let server = server(limits).await;
    let mut first = Api::anonymous(&server.address);
    assert_eq!(first.get("/healthz").await.status, 200);
    let mut second = Api::anonymous(&server.address);
    assert_eq!(second.get("/healthz").await.status, 200);
    let mut third = Api::anonymous(&server.address);
    let waited = tokio::time::timeout(Duration::from_millis(500), third.get("/healthz")).await;
    assert!(waited.is_err(), "there are two places");
    first.connection.cut();
    let mut fourth = Api::anonymous(&server.address);
    let begun = Instant::now();
    assert_eq!(fourth.get("/healthz").await.status, 200);
    assert!(
        begun.elapsed() < Duration::from_secs(4),
        "{:?}",
        begun.elapsed()
    );
}

#[tokio::test]
async fn a_live_connection_keeps_its_place() {
    let limits = Limits {
        connections: 3,
        ..Limits::default()
    };
    let ward = Ward::begin_on(server(limits).await).await;
    // One is olga's, two are live.
    let first = ward.connect(&ward.olga).await;
    let second = ward.connect(&ward.olga).await;
    let mut other = Api::anonymous(ward.address());
    let waited = tokio::time::timeout(Duration::from_millis(500), other.get("/healthz")).await;
    assert!(waited.is_err(), "a live connection gave its place away");
    first.leave().await;
    let mut other = Api::anonymous(ward.address());
    assert_eq!(other.get("/healthz").await.status, 200);
    second.leave().await;
}

#[tokio::test]
async fn messages_of_a_live_connection_are_taken_at_a_steady_pace_and_have_a_size() {
    let ward = Ward::begin().await;
    let mut fast = ward.connect(&ward.olga).await;
    let begun = Instant::now();
    for _ in 0..150 {
        fast.say_raw(Message::text("{}")).await;
    }
    for _ in 0..150 {
        fast.hear_of("problem").await;
    }
    // A hundred at once, the rest at fifty a second.
    assert!(
        begun.elapsed() > Duration::from_millis(900),
        "{:?}",
        begun.elapsed()
    );
    fast.open(&ward.list, None).await;

    let mut large = ward.connect(&ward.olga).await;
    let padded = format!(
        "{{\"close\": {{\"list\": \"{}\"}}}}{}",
        ward.list,
        " ".repeat(17 * 1024)
    );
    large.say_raw(Message::text(padded)).await;
    large.end().await;
}
