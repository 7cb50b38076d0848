//! Requests that are wrong before anybody reads their JSON.

use crate::support::{Api, Ward, command_id};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_by_its_size() {
    let mut ward = Ward::begin().await;
    let padded = |length: usize| {
        let mut body = format!(
            r#"{{"id":"{}","command":{{"type":"create_list","name":"X"}}}}"#,
            command_id()
        );
        body.push_str(&" ".repeat(length - body.len()));
        body
    };
    let small = 256 * 1024;
    let session = format!(r#"{{"user":"olga","password":"{}"}}"#, "x".repeat(small));
    let refused = ward
        .olga
        .json("POST", "/api/session", session.as_bytes())
        .await;
    assert_eq!(refused.refusal(), (413, "body_too_large".to_owned()));
    let mut olga = ward.olga.again();
    let path = ward.path("/commands");
    let large = 16 * 1024 * 1024;
    let taken = olga.json("POST", &path, padded(large).as_bytes()).await;
    assert_eq!(taken.status, 200, "{}", taken.text());
    let refused = olga.json("POST", &path, padded(large + 1).as_bytes()).await;
    assert_eq!(refused.refusal(), (413, "body_too_large".to_owned()));
    // Who is not signed in is refused before their body is read.
    let mut nobody = Api::anonymous(ward.address());
    let refused = nobody.json("POST", &path, padded(1_000).as_bytes()).await;
    assert_eq!(refused.status, 401);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused() {
    let mut ward = Ward::begin().await;
    let path = ward.path("/commands");
    let head = format!(
        r#"{{"id":"{}","command":{{"type":"create_list","name":""#,
        command_id()
    );
    for odd in [
        &b"\xff"[..],
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"ab\x80",
        b"\\ud800",
    ] {
        let body = [head.as_bytes(), odd, b"\"}}"].concat();
        let refused = ward.olga.json("POST", &path, &body).await;
        assert_eq!(refused.refusal(), (400, "malformed".to_owned()), "{odd:?}");
    }
    let body = [b"\xef\xbb\xbf".as_slice(), head.as_bytes(), b"X\"}}"].concat();
    assert_eq!(ward.olga.json("POST", &path, &body).await.status, 400);
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(ward.olga.json("POST", &path, &utf16).await.status, 400);
}

#[tokio::test]
async fn odd_paths_lead_nowhere() {
    let mut ward = Ward::begin().await;
    for path in [
        "/api/teams/%ff",
        "/api/teams/%00",
        "/api/teams/..%2f..%2forganization",
        "/api/teams/../organization",
        "/api/teams//",
        "/api/teams/x/lists/y",
        "/api/teams/%F0%9F%98%8D",
        "/api/../metrics",
        "/api",
        "/api/",
        "/assets/..%2f..%2f..%2fetc%2fpasswd",
        "/assets/../../../etc/passwd.txt",
        "/%2e%2e/%2e%2e/etc/passwd.txt",
    ] {
        let answer = ward.olga.get(path).await;
        assert!(
            matches!(answer.status, 404 | 405),
            "{path}: {}",
            answer.status
        );
        assert!(!answer.text().contains("root:"), "{path}");
    }
    let long = format!("/api/teams/{}", "x".repeat(60_000));
    let answer = ward.olga.get(&long).await;
    assert!((400..500).contains(&answer.status), "{}", answer.status);
}

#[tokio::test]
async fn what_is_no_http_ends_its_connection_and_nothing_else() {
    let mut ward = Ward::begin().await;
    for odd in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost\r\n\r\n",
        b"POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        b"POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"POST /api/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\0\0\0\0\0\0\0\0\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(ward.address()).await.unwrap();
        stream.write_all(odd).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        // Being cut off is an answer, too.
        let _is_whole = stream.read_to_end(&mut answer).await.is_ok();
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{odd:?}: {answer}");
    }
    // A body that never comes whole.
    let mut stream = TcpStream::connect(ward.address()).await.unwrap();
    let half = format!(
        "POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{}",
        json!({"user": "olga"})
    );
    stream.write_all(half.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    let _is_whole = stream.read_to_string(&mut answer).await.is_ok();
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 400"),
        "{answer}"
    );
    assert_eq!(ward.olga.get("/api/me").await.status, 200);
}
