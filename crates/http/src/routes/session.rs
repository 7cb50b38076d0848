//! Signing in and out.

use super::me::{self, Me};
use crate::app::App;
use crate::authorization::{Authorized, Open, needs};
use crate::body::Json;
use crate::caller::{From, Holder, Secured, is_browser};
use crate::cookie;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::oidc::OidcButton;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::{SignInMethod, Token};
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

/// The ways to sign in besides a password.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct SignInMethods {
    /// The origin that passkeys are for; null where the operator has not set them up.
    passkey_origin: Option<String>,
    /// The organization's own provider, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc: Option<OidcButton>,
}

/// What follows a sign-out.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct SignedOut {
    /// Where the session of the organization's provider ends: on a shared screen the next person would come in as the last one.
    continue_at: String,
}

/// The ways to sign in besides a password.
#[utoipa::path(get, operation_id = "read_sign_in_methods", path = "/api/session/methods", tag = "session", responses(
    (status = 200, description = "The ways", body = SignInMethods),
))]
pub(crate) async fn methods(State(app): State<App>, _: Open) -> axum::Json<SignInMethods> {
    axum::Json(SignInMethods {
        passkey_origin: app.accounts.passkey_origin().map(str::to_owned),
        oidc: app.oidc.as_ref().map(|oidc| OidcButton {
            name: oidc.name().to_owned(),
        }),
    })
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
    secured: Secured,
    headers: HeaderMap,
    Json(credentials): Json<Credentials>,
) -> Result<Response, Problem> {
    let password = Zeroizing::new(credentials.password);
    let (token, _) = app
        .accounts
        .sign_in(&credentials.user, password, client)
        .await?;
    hand_out(&app, client, secured, &headers, &token).await
}

/// Gives a session to who asked for it: to a browser as a cookie only, to others as the token. A session whose cookie the browser had ends,
/// so that what somebody planted there, or left there, is nothing any more.
pub(crate) async fn hand_out(
    app: &App,
    client: Client,
    Secured(is_https): Secured,
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
    if let Some(cookie) = cookie::keep(headers, is_https, token.text()) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Signs out: the session and its live connections end. Who came in with the organization's provider goes on to where its session ends, where it
/// announces that.
#[utoipa::path(delete, path = "/api/session", tag = "session", responses(
    (status = 200, description = "Signed out here", body = SignedOut),
    (status = 204, description = "Signed out"),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
))]
pub(crate) async fn sign_out(State(app): State<App>, holder: Holder) -> Result<Response, Problem> {
    app.accounts.sign_out(&holder.caller, &holder.token).await?;
    let next = match (&app.oidc, holder.method) {
        (Some(oidc), SignInMethod::Oidc) => oidc.end_session_url().await,
        _ => None,
    };
    let mut response = match next {
        Some(url) => axum::Json(SignedOut {
            continue_at: url.into(),
        })
        .into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    };
    for cookie in cookie::forget() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response.headers_mut().insert(
        "clear-site-data",
        axum::http::HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
