//! The session cookie.

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue};

/// The name over TLS and on the machine itself, where browsers take `Secure` cookies: the prefix keeps other hosts from setting it.
const SECURE: &str = "__Host-session";
/// The name inside Microsoft Teams, where this site's pages are in another site's frame and the browser keeps their cookies apart.
const PARTITIONED: &str = "__Host-session-teams";
/// The name over plain HTTP to another machine, as in a trial on a ward's network.
const PLAIN: &str = "session";
/// What a sign-in by OpenID Connect under way keeps in the browser.
const ATTEMPT: &str = "__Host-oidc";

/// The token that a request's cookie holds.
pub(crate) fn find_token(headers: &HeaderMap) -> Option<&str> {
    let names = [SECURE, PARTITIONED, PLAIN];
    names.into_iter().find_map(|name| find(headers, name))
}

fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// What a sign-in by OpenID Connect that is under way left in the browser.
pub(crate) fn find_attempt(headers: &HeaderMap) -> Option<&str> {
    find(headers, ATTEMPT)
}

/// The cookie of a sign-in by OpenID Connect: lax, since it comes back by a navigation from the provider's site.
pub(crate) fn keep_attempt(sealed: &str) -> Option<HeaderValue> {
    let seconds = identity::ATTEMPT.as_secs();
    HeaderValue::from_str(&format!(
        "{ATTEMPT}={sealed}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}"
    ))
    .ok()
}

/// The cookie that forgets it.
pub(crate) fn forget_attempt() -> HeaderValue {
    HeaderValue::from_static("__Host-oidc=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}

/// The cookie that keeps a token where the server's own address is known to take `Secure` ones.
pub(crate) fn keep_secure(token: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{SECURE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict"
    ))
    .ok()
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
