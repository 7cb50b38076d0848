//! The person who is signed in.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::problem::{Problem, ProblemDetails};
use axum::extract::State;
use axum::http::StatusCode;
use domain::UserId;
use domain::organization::policy::PolicyRules;
use domain::team::installation::Language;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Who is signed in.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Me {
    /// Their id.
    id: UserId,
    /// The name they sign in with.
    user: String,
    /// The name that others see.
    name: String,
    /// The language they are addressed in.
    language: Language,
    /// May make users and teams.
    administrator: bool,
    /// May search the audit.
    auditor: bool,
    /// May be taken into discovery cases.
    discovery: bool,
    /// What their policy allows.
    policy: PolicyRules,
}

/// A new password.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordChange {
    /// The password until now.
    current: String,
    /// From now on.
    new: String,
}

/// Who is signed in.
#[utoipa::path(get, operation_id = "read_me", path = "/api/me", tag = "session", responses(
    (status = 200, description = "Who is signed in", body = Me),
    (status = 401, description = "Nobody is signed in", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<axum::Json<Me>, Problem> {
    let id = signed_in.caller.user;
    let organization = app.service.organization();
    let account = organization
        .users
        .get(&id)
        .ok_or_else(Problem::not_signed_in)?;
    Ok(axum::Json(Me {
        id,
        user: account.user.clone(),
        name: account.name.clone(),
        language: account.language,
        administrator: account.administrator,
        auditor: account.auditor,
        discovery: account.discovery,
        policy: organization.effective_policy(id).rules,
    }))
}

/// Changes one's own password. All other sessions end.
#[utoipa::path(put, path = "/api/me/password", tag = "session", request_body = PasswordChange, responses(
    (status = 204, description = "Changed"),
    (status = 422, description = "The current password is wrong, or the new one is not accepted", body = ProblemDetails),
))]
pub(crate) async fn change_password(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(change): Json<PasswordChange>,
) -> Result<StatusCode, Problem> {
    let (current, new) = (Zeroizing::new(change.current), Zeroizing::new(change.new));
    app.accounts
        .change_password(&signed_in.caller, &signed_in.token, current, new)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
