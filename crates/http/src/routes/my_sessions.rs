//! One's own sessions, wherever they were begun.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::State;
use axum::http::StatusCode;
use identity::{Session, SignInMethod};
use jiff::Timestamp;
use journal::ClientKind;
use serde::Serialize;
use std::net::IpAddr;

/// One's sessions.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct MySessions {
    /// The latest used first.
    sessions: Vec<MySession>,
}

/// One of one's sessions.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct MySession {
    /// Names it; it does not open it.
    reference: String,
    /// It is the one that asks.
    this: bool,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    began: Timestamp,
    /// When it was last used, to a few minutes.
    #[schema(value_type = String, format = DateTime)]
    seen: Timestamp,
    /// What it was begun from.
    client: SessionClient,
    /// The address that it was begun from.
    #[schema(value_type = Option<String>)]
    address: Option<IpAddr>,
    /// By what one proved who one is.
    method: SignInMethod,
}

/// What a session was begun from.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SessionClient {
    /// A browser.
    Browser,
    /// The tab in Microsoft Teams.
    Teams,
    /// A program.
    Program,
}

impl MySession {
    fn of(session: Session, own: &str) -> Self {
        Self {
            this: &*session.reference == own,
            reference: session.reference.to_string(),
            began: session.began,
            seen: session.seen,
            client: match session.kind {
                ClientKind::Browser => SessionClient::Browser,
                ClientKind::Teams => SessionClient::Teams,
                ClientKind::Api | ClientKind::Cli | ClientKind::System => SessionClient::Program,
            },
            address: session.address,
            method: session.method,
        }
    }
}

/// Lists one's sessions.
#[utoipa::path(get, operation_id = "list_my_sessions", path = "/api/me/sessions", tag = "session", responses(
    (status = 200, description = "One's sessions", body = MySessions),
))]
pub(crate) async fn list(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<axum::Json<MySessions>, Problem> {
    let caller = &signed_in.caller;
    let sessions = app.accounts.sessions_of(caller.user).await?.into_iter();
    let sessions = sessions.map(|session| MySession::of(session, &caller.session));
    Ok(axum::Json(MySessions {
        sessions: sessions.collect(),
    }))
}

/// Ends one of one's sessions, with its live connections.
#[utoipa::path(delete, operation_id = "end_my_session", path = "/api/me/sessions/{reference}", tag = "session", params(("reference" = String, Path)), responses(
    (status = 204, description = "Ended"),
    (status = 404, description = "One has no such session", body = ProblemDetails),
))]
pub(crate) async fn end(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Ids(reference): Ids<String>,
) -> Result<StatusCode, Problem> {
    let ended = app
        .accounts
        .end_own_session(&signed_in.caller, &reference)
        .await?;
    if ended {
        return Ok(StatusCode::NO_CONTENT);
    }
    let detail = "There is no such session, or it is not yours.";
    Err(Problem::new(StatusCode::NOT_FOUND, "not_found", detail))
}
