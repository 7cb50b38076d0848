//! One-time links. The token comes in the body, never in the address.

use crate::app::App;
use crate::authorization::Open;
use crate::body::Json;
use crate::caller::From;
use crate::problem::{Problem, ProblemDetails};
use axum::extract::State;
use axum::http::StatusCode;
use domain::team::installation::Language;
use identity::EnrolmentKind;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A one-time link's token.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkToken {
    /// What stands after the `#` of the link.
    token: String,
}

/// What a one-time link is for.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Link {
    /// It makes the first administrator of an empty server.
    FirstAdministrator,
    /// It sets a user's password.
    User {
        /// The name they sign in with.
        user: String,
        /// The name that others see.
        name: String,
        /// The language they are addressed in.
        language: Language,
    },
}

/// Sets a password by a one-time link.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnrolmentRequest {
    /// What stands after the `#` of the link.
    token: String,
    /// The password from now on.
    password: String,
    /// Of the first administrator: the name to sign in with.
    #[serde(default)]
    user: Option<String>,
    /// Of the first administrator: the name that others see.
    #[serde(default)]
    name: Option<String>,
    /// Of the first administrator: the language to address them in.
    #[serde(default)]
    language: Language,
}

/// Says what a one-time link is for.
#[utoipa::path(post, path = "/api/enrolment/inspection", tag = "session", request_body = LinkToken, responses(
    (status = 200, description = "The link is good", body = Link),
    (status = 404, description = "The link is not good", body = ProblemDetails),
))]
pub(crate) async fn inspect(
    State(app): State<App>,
    _: Open,
    Json(link): Json<LinkToken>,
) -> Result<axum::Json<Link>, Problem> {
    Ok(axum::Json(
        match app.accounts.inspect_enrolment(&link.token).await? {
            EnrolmentKind::FirstAdministrator => Link::FirstAdministrator,
            EnrolmentKind::User { user } => {
                let organization = app.service.organization();
                let account = organization
                    .users
                    .get(&user)
                    .ok_or(identity::EnrolError::NotGood)?;
                Link::User {
                    user: account.user.clone(),
                    name: account.name.clone(),
                    language: account.language,
                }
            }
        },
    ))
}

/// Sets a password by a one-time link, which is used up by it.
#[utoipa::path(post, path = "/api/enrolment", tag = "session", request_body = EnrolmentRequest, responses(
    (status = 204, description = "The password is set: sign in with it"),
    (status = 404, description = "The link is not good", body = ProblemDetails),
    (status = 422, description = "The password or the name is not accepted", body = ProblemDetails),
))]
pub(crate) async fn enrol(
    State(app): State<App>,
    _: Open,
    From(client): From,
    Json(request): Json<EnrolmentRequest>,
) -> Result<StatusCode, Problem> {
    let password = Zeroizing::new(request.password);
    match (request.user, request.name) {
        (Some(user), Some(name)) => {
            let accounts = &app.accounts;
            accounts
                .enrol_first_administrator(
                    &request.token,
                    &user,
                    &name,
                    request.language,
                    password,
                    client,
                )
                .await?;
        }
        _ => app.accounts.enrol(&request.token, password, client).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}
