//! Tokens for the hospital's directory: made, listed and revoked by administrators.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::UserId;
use domain::text;
use identity::{PROVISIONING_TOKENS, ProvisioningError, ProvisioningToken};
use serde::{Deserialize, Serialize};

/// The tokens that the directory comes with.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct ProvisioningTokens {
    /// The oldest first.
    tokens: Vec<ProvisioningTokenView>,
}

/// A token, without the token.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct ProvisioningTokenView {
    /// Names it here and in the journal; of no use as a token.
    id: String,
    /// What it is for.
    name: String,
    /// When it was made.
    #[schema(value_type = String)]
    since: jiff::Timestamp,
    /// Who made it.
    by: UserId,
    /// When it was last used, to five minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    seen: Option<jiff::Timestamp>,
}

/// A token to be made.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewProvisioningToken {
    /// What it is for.
    name: String,
}

/// A token that was made.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct IssuedProvisioningToken {
    /// The token itself. It is shown only once.
    token: String,
    #[serde(flatten)]
    view: ProvisioningTokenView,
}

impl From<ProvisioningToken> for ProvisioningTokenView {
    fn from(token: ProvisioningToken) -> Self {
        Self {
            id: token.id,
            name: token.name,
            since: token.since,
            by: token.by,
            seen: token.seen,
        }
    }
}

/// The tokens that the directory comes with.
#[utoipa::path(get, operation_id = "read_provisioning_tokens", path = "/api/provisioning/tokens", tag = "organization", responses(
    (status = 200, description = "The tokens, without themselves", body = ProvisioningTokens),
    (status = 403, description = "Only administrators", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    _: Authorized<needs::Administer>,
) -> Result<Response, Problem> {
    let tokens = app.accounts.provisioning_tokens().await?;
    let tokens = tokens.into_iter().map(Into::into).collect();
    Ok(axum::Json(ProvisioningTokens { tokens }).into_response())
}

/// Makes a token.
#[utoipa::path(post, operation_id = "issue_provisioning_token", path = "/api/provisioning/tokens", tag = "organization", request_body = NewProvisioningToken, responses(
    (status = 201, description = "The token, once", body = IssuedProvisioningToken),
    (status = 403, description = "Only administrators", body = ProblemDetails),
    (status = 422, description = "The name is not accepted, or there are too many", body = ProblemDetails),
))]
pub(crate) async fn issue(
    State(app): State<App>,
    signed_in: Authorized<needs::Administer>,
    Json(new): Json<NewProvisioningToken>,
) -> Result<Response, Problem> {
    let name = text::label("name", &new.name)?;
    let caller = &signed_in.caller;
    let (token, kept) = app.accounts.issue_provisioning_token(caller, name).await?;
    let issued = IssuedProvisioningToken {
        token: token.text().to_owned(),
        view: kept.into(),
    };
    Ok((StatusCode::CREATED, axum::Json(issued)).into_response())
}

/// Revokes a token: from now on the directory is a stranger with it.
#[utoipa::path(delete, operation_id = "revoke_provisioning_token", path = "/api/provisioning/tokens/{token}", tag = "organization", params(("token" = String, Path)), responses(
    (status = 204, description = "There is no such token any more"),
    (status = 403, description = "Only administrators", body = ProblemDetails),
))]
pub(crate) async fn revoke(
    State(app): State<App>,
    signed_in: Authorized<needs::Administer>,
    Ids(id): Ids<String>,
) -> Result<StatusCode, Problem> {
    let caller = &signed_in.caller;
    app.accounts.revoke_provisioning_token(caller, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<ProvisioningError> for Problem {
    fn from(error: ProvisioningError) -> Self {
        match error {
            ProvisioningError::TooMany => domain::rejection::Rejection::TooMany {
                what: "tokens".into(),
                limit: PROVISIONING_TOKENS,
            }
            .into(),
            ProvisioningError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}
