//! Passkeys: signing in by one, and one's own.

use crate::app::App;
use crate::authorization::{Authorized, Open, needs};
use crate::body::Json;
use crate::caller::From;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use crate::routes::factors::Confirmation;
use crate::routes::session::hand_out;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use identity::PasskeyRequest;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a browser is to be asked, and what is to be sent with its answer.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct PasskeyChallenge {
    /// To be sent with the answer, within five minutes.
    challenge: String,
    /// For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.
    #[schema(value_type = Object)]
    options: Value,
}

impl std::convert::From<PasskeyRequest> for PasskeyChallenge {
    fn from(request: PasskeyRequest) -> Self {
        Self {
            challenge: request.token.text().to_owned(),
            options: request.options,
        }
    }
}

/// What a browser answered.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasskeyAnswer {
    /// Of what it was asked.
    pub(crate) challenge: String,
    /// A `PublicKeyCredential` as JSON.
    #[schema(value_type = Object)]
    pub(crate) credential: Value,
}

/// A passkey that a browser made.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPasskey {
    /// Of what it was asked.
    challenge: String,
    /// What its person calls it.
    name: String,
    /// A `PublicKeyCredential` as JSON.
    #[schema(value_type = Object)]
    credential: Value,
}

/// Says what a browser is to be asked to sign in by a passkey, whoever asks.
#[utoipa::path(post, operation_id = "begin_passkey_sign_in", path = "/api/session/passkey/challenge", tag = "session", responses(
    (status = 200, description = "What to ask", body = PasskeyChallenge),
    (status = 409, description = "Passkeys are not set up", body = ProblemDetails),
))]
pub(crate) async fn begin_sign_in(
    State(app): State<App>,
    _: Open,
) -> Result<axum::Json<PasskeyChallenge>, Problem> {
    Ok(axum::Json(app.accounts.begin_passkey_sign_in()?.into()))
}

/// Signs in by a passkey. Browsers get a cookie only; others the token.
#[utoipa::path(post, operation_id = "sign_in_by_passkey", path = "/api/session/passkey", tag = "session", request_body = PasskeyAnswer, responses(
    (status = 200, description = "Programs: the token", body = crate::routes::session::SessionToken),
    (status = 204, description = "Browsers: a cookie"),
    (status = 401, description = "The passkey is not known, or it is to be begun again", body = ProblemDetails),
    (status = 429, description = "Too many failures", body = ProblemDetails),
))]
pub(crate) async fn sign_in(
    State(app): State<App>,
    _: Open,
    From(client): From,
    headers: HeaderMap,
    Json(answer): Json<PasskeyAnswer>,
) -> Result<Response, Problem> {
    let (token, _) = app
        .accounts
        .sign_in_by_passkey(&answer.challenge, answer.credential, client)
        .await?;
    hand_out(&app, client, &headers, &token).await
}

/// Begins to add a passkey to one's account.
#[utoipa::path(post, operation_id = "begin_passkey", path = "/api/me/passkeys/challenge", tag = "session", request_body = Confirmation, responses(
    (status = 200, description = "What to ask", body = PasskeyChallenge),
    (status = 409, description = "Passkeys are not set up, or there are too many", body = ProblemDetails),
    (status = 422, description = "The password is wrong", body = ProblemDetails),
))]
pub(crate) async fn begin(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(confirmation): Json<Confirmation>,
) -> Result<axum::Json<PasskeyChallenge>, Problem> {
    let (caller, token) = (&signed_in.caller, &signed_in.token);
    let begun = app
        .accounts
        .begin_passkey(caller, token, confirmation.password())
        .await?;
    Ok(axum::Json(begun.into()))
}

/// Adds a passkey to one's account.
#[utoipa::path(post, operation_id = "add_passkey", path = "/api/me/passkeys", tag = "session", request_body = NewPasskey, responses(
    (status = 204, description = "Added"),
    (status = 422, description = "The answer or the name is not accepted, or it is to be begun again", body = ProblemDetails),
))]
pub(crate) async fn add(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(new): Json<NewPasskey>,
) -> Result<StatusCode, Problem> {
    app.accounts
        .add_passkey(&signed_in.caller, &new.challenge, &new.name, new.credential)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes one of one's passkeys.
#[utoipa::path(delete, operation_id = "remove_passkey", path = "/api/me/passkeys/{passkey}", tag = "session", params(("passkey" = String, Path)), responses(
    (status = 204, description = "Removed"),
    (status = 404, description = "There is no such passkey", body = ProblemDetails),
))]
pub(crate) async fn remove(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Ids(passkey): Ids<String>,
) -> Result<StatusCode, Problem> {
    app.accounts
        .remove_passkey(&signed_in.caller, &passkey)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
