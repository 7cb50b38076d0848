//! Who asks: from a bearer token, or from a cookie that this site's own pages sent.

use crate::app::App;
use crate::cookie;
use crate::problem::Problem;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use journal::{Client, ClientKind};
use service::Caller;
use std::convert::Infallible;
use std::net::SocketAddr;

/// Somebody who is signed in.
pub(crate) struct SignedIn {
    pub(crate) caller: Caller,
    pub(crate) token: String,
}

/// Somebody whose session may be locked: for the few things that are done in such a one.
pub(crate) struct Holder {
    pub(crate) caller: Caller,
    pub(crate) token: String,
    pub(crate) locked: bool,
}

/// From where a request came.
pub(crate) struct From(pub(crate) Client);

impl<S: Send + Sync> FromRequestParts<S> for From {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let address = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(address)| address.ip());
        let kind = if is_browser(&parts.headers) {
            ClientKind::Browser
        } else {
            ClientKind::Api
        };
        Ok(Self(Client { address, kind }))
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let holder = Holder::from_request_parts(parts, app).await?;
        if holder.locked {
            return Err(Problem::session_locked());
        }
        Ok(Self {
            caller: holder.caller,
            token: holder.token,
        })
    }
}

impl FromRequestParts<App> for Holder {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Ok(From(client)) = From::from_request_parts(parts, app).await;
        let token = match bearer(&parts.headers) {
            Some(token) => token.to_owned(),
            None => {
                let token = cookie::find_token(&parts.headers)
                    .ok_or_else(Problem::not_signed_in)?
                    .to_owned();
                check_origin(parts)?;
                token
            }
        };
        let held = app.accounts.hold(&token, client).await?;
        Ok(Self {
            caller: held.caller,
            token,
            locked: held.locked,
        })
    }
}

/// Whether a browser sent the request: all of them say where it came from. Over plain HTTP to another machine they say only the
/// origin, and only where something is changed.
pub(crate) fn is_browser(headers: &HeaderMap) -> bool {
    headers.contains_key("sec-fetch-site") || headers.contains_key(ORIGIN)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(token.trim())
}

/// Refuses what another site's page sent with this site's cookie: anything that changes, and any WebSocket.
fn check_origin(parts: &Parts) -> Result<(), Problem> {
    let is_upgrade = parts.headers.contains_key("upgrade");
    if !is_upgrade && matches!(parts.method, Method::GET | Method::HEAD) {
        return Ok(());
    }
    let text = |name: &str| {
        parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let is_own = match (text("sec-fetch-site"), text(ORIGIN.as_str())) {
        (Some("same-origin"), _) => true,
        (Some(_), _) => false,
        // Older browsers say only the origin, on exactly these requests.
        (None, Some(origin)) => {
            let host = text(HOST.as_str()).unwrap_or("");
            origin
                .split_once("://")
                .is_some_and(|(_, own)| !host.is_empty() && own == host)
        }
        (None, None) => false,
    };
    if is_own {
        return Ok(());
    }
    let detail =
        "A cookie is only taken from this site's own pages. Programs send `Authorization: Bearer`.";
    Err(Problem::new(
        StatusCode::FORBIDDEN,
        "foreign_origin",
        detail,
    ))
}
