//! The screen lock. What is here works in a locked session too; nothing else does.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::caller::Holder;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::passkeys::PasskeyChallenge;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

/// A session, and what unlocks it.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct SessionState {
    /// It does nothing until it is unlocked.
    locked: bool,
    /// The name that others see of whose it is.
    name: String,
    /// They have a PIN.
    pin: bool,
    /// They have a passkey.
    passkey: bool,
}

/// What unlocks a session: a PIN, or a passkey's answer with its challenge.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unlocking {
    /// The PIN.
    #[serde(default)]
    pin: Option<String>,
    /// Of what the browser was asked.
    #[serde(default)]
    challenge: Option<String>,
    /// A `PublicKeyCredential` as JSON.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    credential: Option<Value>,
}

/// Says whether one's session is locked, and what unlocks it.
#[utoipa::path(get, operation_id = "read_session", path = "/api/session", tag = "session", responses(
    (status = 200, description = "The session", body = SessionState),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    holder: Holder,
) -> Result<axum::Json<SessionState>, Problem> {
    let user = holder.caller.user;
    let factors = app.accounts.factors(user).await?;
    let organization = app.service.organization();
    let account = organization.users.get(&user);
    let account = account.ok_or_else(Problem::not_signed_in)?;
    Ok(axum::Json(SessionState {
        locked: holder.locked,
        name: account.name.clone(),
        pin: factors.pin,
        passkey: app.accounts.passkey_origin().is_some() && !factors.passkeys.is_empty(),
    }))
}

/// Locks one's session: it does nothing until it is unlocked, and its live connections end.
#[utoipa::path(post, operation_id = "lock_session", path = "/api/session/lock", tag = "session", responses(
    (status = 204, description = "Locked"),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
))]
pub(crate) async fn lock(State(app): State<App>, holder: Holder) -> Result<StatusCode, Problem> {
    app.accounts.lock(&holder.caller, &holder.token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Begins to unlock one's session by a passkey.
#[utoipa::path(post, operation_id = "begin_unlock", path = "/api/session/unlock/challenge", tag = "session", responses(
    (status = 200, description = "What to ask", body = PasskeyChallenge),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
    (status = 422, description = "There is no passkey", body = ProblemDetails),
))]
pub(crate) async fn begin_unlock(
    State(app): State<App>,
    holder: Holder,
) -> Result<axum::Json<PasskeyChallenge>, Problem> {
    let begun = app.accounts.begin_unlock(&holder.caller).await?;
    Ok(axum::Json(begun.into()))
}

/// Unlocks one's session. The fifth wrong PIN in a row ends it.
#[utoipa::path(post, operation_id = "unlock_session", path = "/api/session/unlock", tag = "session", request_body = Unlocking, responses(
    (status = 204, description = "Unlocked"),
    (status = 401, description = "Nobody is signed in, or not any more", body = ProblemDetails),
    (status = 422, description = "The PIN or the passkey is wrong", body = ProblemDetails),
))]
pub(crate) async fn unlock(
    State(app): State<App>,
    holder: Holder,
    Json(unlocking): Json<Unlocking>,
) -> Result<StatusCode, Problem> {
    let (accounts, caller, token) = (&app.accounts, &holder.caller, &holder.token);
    match (unlocking.pin, unlocking.challenge, unlocking.credential) {
        (Some(pin), None, None) => {
            accounts
                .unlock_by_pin(caller, token, Zeroizing::new(pin))
                .await?;
        }
        (None, Some(challenge), Some(credential)) => {
            accounts
                .unlock_by_passkey(caller, token, &challenge, credential)
                .await?;
        }
        _ => {
            let detail = "Send `pin`, or `challenge` and `credential`.";
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Err(Problem::new(status, "malformed", detail));
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Says that somebody does something at this session's screen: the time after which it is locked begins anew.
#[utoipa::path(post, operation_id = "note_activity", path = "/api/session/activity", tag = "session", responses(
    (status = 204, description = "Noted"),
    (status = 401, description = "Nobody is signed in, or the session is locked", body = ProblemDetails),
))]
pub(crate) async fn note_activity(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<StatusCode, Problem> {
    app.accounts.note_activity(&signed_in.token).await?;
    Ok(StatusCode::NO_CONTENT)
}
