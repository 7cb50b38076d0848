//! The second step of a sign-in whose password was right.

use crate::app::App;
use crate::authorization::Open;
use crate::body::Json;
use crate::caller::From;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::session::hand_out;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use identity::SecondProof;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

/// What is proved besides the password: exactly one of the three.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecondFactorAnswer {
    /// The challenge of `second_factor_required`.
    challenge: String,
    /// A code of the authenticator app.
    #[serde(default)]
    code: Option<String>,
    /// A recovery code, which is used up.
    #[serde(default)]
    recovery_code: Option<String>,
    /// What the browser answered to the options: a `PublicKeyCredential` as JSON.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    credential: Option<Value>,
}

/// A sign-in that awaits its second factor.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecondFactorChallenge {
    /// The challenge of `second_factor_required`.
    challenge: String,
}

/// What a browser is to be asked.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct PasskeyOptions {
    /// For `PublicKeyCredential.parseRequestOptionsFromJSON`.
    #[schema(value_type = Object)]
    options: Value,
}

/// Finishes a sign-in by a second factor. Browsers get a cookie only; others the token.
#[utoipa::path(post, operation_id = "finish_sign_in", path = "/api/session/second-factor", tag = "session", request_body = SecondFactorAnswer, responses(
    (status = 200, description = "Programs: the token", body = crate::routes::session::SessionToken),
    (status = 204, description = "Browsers: a cookie"),
    (status = 401, description = "The second factor is wrong, or the sign-in is to be begun again", body = ProblemDetails),
    (status = 429, description = "Too many failures", body = ProblemDetails),
))]
pub(crate) async fn finish(
    State(app): State<App>,
    _: Open,
    From(client): From,
    headers: HeaderMap,
    Json(answer): Json<SecondFactorAnswer>,
) -> Result<Response, Problem> {
    let proof = match (answer.code, answer.recovery_code, answer.credential) {
        (Some(code), None, None) => SecondProof::Code(Zeroizing::new(code)),
        (None, Some(code), None) => SecondProof::RecoveryCode(Zeroizing::new(code)),
        (None, None, Some(credential)) => SecondProof::Passkey(credential),
        _ => {
            let detail = "Send one of `code`, `recovery_code` and `credential`.";
            return Err(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "malformed",
                detail,
            ));
        }
    };
    let (token, _) = app
        .accounts
        .finish_sign_in(&answer.challenge, proof, client)
        .await?;
    hand_out(&app, client, &headers, &token).await
}

/// Says what a browser is to be asked for a passkey as the second factor.
#[utoipa::path(post, operation_id = "ask_second_factor", path = "/api/session/second-factor/passkey", tag = "session", request_body = SecondFactorChallenge, responses(
    (status = 200, description = "What to ask", body = PasskeyOptions),
    (status = 401, description = "The sign-in is to be begun again", body = ProblemDetails),
    (status = 422, description = "There is no passkey", body = ProblemDetails),
))]
pub(crate) async fn ask(
    State(app): State<App>,
    _: Open,
    Json(begun): Json<SecondFactorChallenge>,
) -> Result<axum::Json<PasskeyOptions>, Problem> {
    let options = app
        .accounts
        .begin_second_step_by_passkey(&begun.challenge)
        .await?;
    Ok(axum::Json(PasskeyOptions { options }))
}
