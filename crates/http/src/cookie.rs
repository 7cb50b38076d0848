//! The session cookie.

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue};

/// The name over TLS and on the machine itself, where browsers take `Secure` cookies: the prefix keeps other hosts from setting it.
const SECURE: &str = "__Host-session";
/// The name inside Microsoft Teams, where this site's pages are in another site's frame and the browser keeps their cookies apart.
const PARTITIONED: &str = "__Host-session-teams";
/// The name over plain HTTP to another machine, as in a trial on a ward's network.
const PLAIN: &str = "session";

/// The token that a request's cookie holds.
pub(crate) fn find_token(headers: &HeaderMap) -> Option<&str> {
    let pairs = || {
        let cookies = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
    };
    [SECURE, PARTITIONED, PLAIN].into_iter().find_map(|name| {
        pairs()
            .find(|(key, _)| *key == name)
            .map(|(_, token)| token)
    })
}

/// The cookie that keeps a token.
pub(crate) fn keep(headers: &HeaderMap, token: &str) -> Option<HeaderValue> {
    let cookie = if takes_secure(headers) {
        format!("{SECURE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict")
    } else {
        format!("{PLAIN}={token}; Path=/; HttpOnly; SameSite=Strict")
    };
    HeaderValue::from_str(&cookie).ok()
}

/// The cookie that keeps a token for a page in the frame of Microsoft Teams: sent from there only, since the browser keeps it with the
/// site around it (CHIPS).
#[expect(dead_code, reason = "the sign-in of Microsoft Teams is what uses it")]
pub(crate) fn keep_partitioned(token: &str) -> Option<HeaderValue> {
    let cookie =
        format!("{PARTITIONED}={token}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
    HeaderValue::from_str(&cookie).ok()
}

/// The cookies that forget a token.
pub(crate) fn forget() -> [HeaderValue; 3] {
    [
        HeaderValue::from_static(
            "__Host-session-teams=; Path=/; Secure; HttpOnly; SameSite=None; Partitioned; Max-Age=0",
        ),
        HeaderValue::from_static(
            "__Host-session=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
        ),
        HeaderValue::from_static("session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"),
    ]
}

/// Whether the browser that sent this keeps a `Secure` cookie: it came over TLS, or from the machine itself.
fn takes_secure(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
            .unwrap_or("")
    };
    let host = text(HOST);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    text(ORIGIN).starts_with("https://") || matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}
