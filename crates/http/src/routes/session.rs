//! Signing in and out.

use crate::app::App;
use crate::authorization::{Authorized, Open, needs};
use crate::body::Json;
use crate::caller::{From, is_browser};
use crate::cookie;
use crate::problem::{Problem, ProblemDetails};
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Name and password.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// The name to sign in with.
    user: String,
    /// The password.
    password: String,
}

/// A session, for programs.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct SessionToken {
    /// For `Authorization: Bearer`.
    token: String,
}

/// Signs in. Browsers get a cookie only; others the token.
#[utoipa::path(post, path = "/api/session", tag = "session", request_body = Credentials, responses(
    (status = 200, description = "Programs: the token", body = SessionToken),
    (status = 204, description = "Browsers: a cookie"),
    (status = 401, description = "The name or the password is wrong", body = ProblemDetails),
    (status = 429, description = "Too many failures", body = ProblemDetails),
))]
pub(crate) async fn sign_in(
    State(app): State<App>,
    _: Open,
    From(client): From,
    headers: HeaderMap,
    Json(credentials): Json<Credentials>,
) -> Result<Response, Problem> {
    let password = Zeroizing::new(credentials.password);
    let (token, _) = app
        .accounts
        .sign_in(&credentials.user, password, client)
        .await?;
    if !is_browser(&headers) {
        return Ok(axum::Json(SessionToken {
            token: token.text().to_owned(),
        })
        .into_response());
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = cookie::keep(&headers, token.text()) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Signs out: the session and its live connections end.
#[utoipa::path(delete, path = "/api/session", tag = "session", responses(
    (status = 204, description = "Signed out"),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
))]
pub(crate) async fn sign_out(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<Response, Problem> {
    app.accounts
        .sign_out(&signed_in.caller, &signed_in.token)
        .await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    for cookie in cookie::forget() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response.headers_mut().insert(
        "clear-site-data",
        axum::http::HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
