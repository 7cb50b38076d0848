//! Signing in and out.

use super::me::{self, Me};
use crate::app::App;
use crate::authorization::{Authorized, Open, needs};
use crate::body::Json;
use crate::caller::{From, Holder, is_browser};
use crate::cookie;
use crate::problem::{Problem, ProblemDetails};
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::Token;
use journal::Client;
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

/// Who comes, signed in or not.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Visitor {
    /// Who; null where nobody is.
    me: Option<Me>,
}

/// Who is signed in, if anybody: nobody is an answer and no error, so that a page can ask before it knows.
#[utoipa::path(get, operation_id = "read_visitor", path = "/api/session/me", tag = "session", responses(
    (status = 200, description = "Who is signed in, or that nobody is", body = Visitor),
))]
pub(crate) async fn visitor(
    State(app): State<App>,
    _: Open,
    signed_in: Result<Authorized<needs::Oneself>, Problem>,
) -> Result<axum::Json<Visitor>, Problem> {
    let me = match signed_in {
        Ok(signed_in) => me::find(&app, &signed_in),
        // A session that is locked is somebody's: that is told as everywhere.
        Err(problem) if problem.code == "not_signed_in" => None,
        Err(problem) => return Err(problem),
    };
    Ok(axum::Json(Visitor { me }))
}

/// The ways to sign in besides a password.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct SignInMethods {
    /// The origin that passkeys are for; null where the operator has not set them up.
    passkey_origin: Option<String>,
}

/// The ways to sign in besides a password.
#[utoipa::path(get, operation_id = "read_sign_in_methods", path = "/api/session/methods", tag = "session", responses(
    (status = 200, description = "The ways", body = SignInMethods),
))]
pub(crate) async fn methods(State(app): State<App>, _: Open) -> axum::Json<SignInMethods> {
    axum::Json(SignInMethods {
        passkey_origin: app.accounts.passkey_origin().map(str::to_owned),
    })
}

/// Signs in. Browsers get a cookie only; others the token.
#[utoipa::path(post, path = "/api/session", tag = "session", request_body = Credentials, responses(
    (status = 200, description = "Programs: the token", body = SessionToken),
    (status = 204, description = "Browsers: a cookie"),
    (status = 401, description = "The name or the password is wrong; or they are right, and a second factor is awaited under a `challenge`", body = ProblemDetails),
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
    hand_out(&app, client, &headers, &token).await
}

/// Gives a session to who asked for it: to a browser as a cookie only, to others as the token. A session whose cookie the browser had ends,
/// so that what somebody planted there, or left there, is nothing any more.
pub(crate) async fn hand_out(
    app: &App,
    client: Client,
    headers: &HeaderMap,
    token: &Token,
) -> Result<Response, Problem> {
    if !is_browser(headers) {
        return Ok(axum::Json(SessionToken {
            token: token.text().to_owned(),
        })
        .into_response());
    }
    if let Some(former) = cookie::find_token(headers) {
        app.accounts.end_former(former, client).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = cookie::keep(headers, token.text()) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Signs out: the session and its live connections end.
#[utoipa::path(delete, path = "/api/session", tag = "session", responses(
    (status = 204, description = "Signed out"),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
))]
pub(crate) async fn sign_out(State(app): State<App>, holder: Holder) -> Result<Response, Problem> {
    app.accounts.sign_out(&holder.caller, &holder.token).await?;
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
