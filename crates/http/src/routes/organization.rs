//! The organization: users and teams.

use crate::app::App;
use crate::body::CommandBody;
use crate::caller::SignedIn;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::organization::Command;
use domain::organization::access_event::{Access, Refused};
use domain::organization::decide::require_administrator;
use domain::organization::view::{DirectoryEntry, OrganizationView};
use identity::EnrolmentKind;
use serde::Serialize;
use service::OrganizationAnswer;
use zeroize::Zeroizing;

/// A command to the organization.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; CommandBody reads it")]
pub(crate) struct OrganizationCommandRequest {
    /// Made by the client, a UUID version 7: the same again has one effect and the same answer.
    id: domain::CommandId,
    /// What is wanted.
    command: Command,
}

/// What a command did.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct OrganizationCommandAnswer {
    #[serde(flatten)]
    answer: OrganizationAnswer,
    /// A one-time link, of `create_user` without password and `issue_enrolment`: a path of this server. It is shown only once.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

/// People who can be taken into a team.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct DirectoryView<'a> {
    /// By name.
    users: Vec<DirectoryEntry<'a>>,
}

/// The organization, for administrators.
#[utoipa::path(get, operation_id = "read_organization", path = "/api/organization", tag = "organization", responses(
    (status = 200, description = "Users and teams", body = OrganizationView),
    (status = 403, description = "Only administrators", body = ProblemDetails),
))]
pub(crate) async fn read(State(app): State<App>, signed_in: SignedIn) -> Result<Response, Problem> {
    let organization = app.service.organization();
    if let Err(rejection) = require_administrator(&organization, signed_in.caller.user) {
        let refused = Refused {
            action: "organization".into(),
            code: rejection.code().into(),
        };
        app.service
            .record_access(&signed_in.caller, &Access::Refused(refused))
            .await?;
        return Err(rejection.into());
    }
    Ok(axum::Json(organization.view()).into_response())
}

/// People who can be taken into a team.
#[utoipa::path(get, path = "/api/users", tag = "organization", responses(
    (status = 200, description = "Everybody with an open account", body = DirectoryView),
))]
pub(crate) async fn directory(State(app): State<App>, _: SignedIn) -> Result<Response, Problem> {
    let organization = app.service.organization();
    Ok(axum::Json(DirectoryView {
        users: organization.directory(),
    })
    .into_response())
}

/// Does what an administrator commands.
#[utoipa::path(post, operation_id = "command_organization", path = "/api/organization/commands", tag = "organization", request_body = OrganizationCommandRequest, responses(
    (status = 200, description = "Done", body = OrganizationCommandAnswer),
    (status = 403, description = "Only administrators", body = ProblemDetails),
    (status = 409, description = "The state does not allow it", body = ProblemDetails),
    (status = 422, description = "The command is not valid", body = ProblemDetails),
))]
pub(crate) async fn command(
    State(app): State<App>,
    signed_in: SignedIn,
    body: CommandBody<Command>,
) -> Result<Response, Problem> {
    let after = After::of(&body.command);
    if let After::SetPassword(password, user) = &after {
        app.accounts.judge_password(password, user)?;
    }
    let caller = &signed_in.caller;
    let text = body.text.as_bytes();
    let answer = app
        .service
        .command_organization(caller, body.id, text, body.command)
        .await?;
    let link = match (after, answer.user) {
        (After::SetPassword(password, _), Some(user)) => {
            app.accounts.set_first_password(user, password).await?;
            None
        }
        (After::MakeLink, Some(user)) => {
            let token = app
                .accounts
                .issue_enrolment(EnrolmentKind::User { user })
                .await?;
            Some(format!("/welcome#{}", token.text()))
        }
        (After::EndSessions, Some(user)) => {
            // Sent again after the account was opened again, it ends nothing.
            let organization = app.service.organization();
            if organization.users.get(&user).is_none_or(|u| u.disabled) {
                app.accounts.end_sessions(user).await?;
            }
            None
        }
        _ => None,
    };
    let answer = serde_json::to_vec(&OrganizationCommandAnswer { answer, link });
    answer.map(json).map_err(|_| {
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "unavailable",
            "Not written.",
        )
    })
}

/// What follows from a command outside the journal.
enum After {
    Nothing,
    SetPassword(Zeroizing<String>, String),
    MakeLink,
    EndSessions,
}

impl After {
    fn of(command: &Command) -> Self {
        match command {
            Command::CreateUser(create) => match &create.password {
                Some(password) => {
                    After::SetPassword(Zeroizing::new(password.0.clone()), create.user.clone())
                }
                None => After::MakeLink,
            },
            Command::IssueEnrolment(_) => After::MakeLink,
            Command::DisableUser(_) => After::EndSessions,
            Command::UpdateUser(_)
            | Command::EnableUser(_)
            | Command::CreateTeam(_)
            | Command::RenameTeam(_) => After::Nothing,
        }
    }
}
