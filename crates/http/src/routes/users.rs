//! What an administrator does with somebody's sessions and second factors.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::State;
use axum::http::StatusCode;
use domain::UserId;
use domain::rejection::{Rejection, Thing};

/// Ends all sessions of somebody, with their live connections.
#[utoipa::path(delete, operation_id = "end_sessions_of_user", path = "/api/organization/users/{user}/sessions", tag = "organization", params(("user" = UserId, Path)), responses(
    (status = 204, description = "Ended"),
    (status = 403, description = "Only administrators", body = ProblemDetails),
    (status = 404, description = "There is no such user", body = ProblemDetails),
))]
pub(crate) async fn end_sessions(
    State(app): State<App>,
    signed_in: Authorized<needs::Administer>,
    Ids(user): Ids<UserId>,
) -> Result<StatusCode, Problem> {
    exists(&app, user)?;
    app.accounts
        .end_sessions_by(&signed_in.caller, user)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes somebody's authenticator app, recovery codes, passkeys and PIN, as when their telephone is lost. Their sessions end.
#[utoipa::path(delete, operation_id = "remove_factors_of_user", path = "/api/organization/users/{user}/factors", tag = "organization", params(("user" = UserId, Path)), responses(
    (status = 204, description = "Removed"),
    (status = 403, description = "Only administrators", body = ProblemDetails),
    (status = 404, description = "There is no such user", body = ProblemDetails),
))]
pub(crate) async fn remove_factors(
    State(app): State<App>,
    signed_in: Authorized<needs::Administer>,
    Ids(user): Ids<UserId>,
) -> Result<StatusCode, Problem> {
    exists(&app, user)?;
    app.accounts
        .remove_factors_by(&signed_in.caller, user)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn exists(app: &App, user: UserId) -> Result<(), Problem> {
    if app.service.organization().users.contains_key(&user) {
        Ok(())
    } else {
        Err(Rejection::NotFound { what: Thing::User }.into())
    }
}
