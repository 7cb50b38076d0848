//! The organization: users and teams.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::CommandBody;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::{Ids, json};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::UserId;
use domain::organization::Command;
use domain::organization::policy::EffectivePolicy;
use domain::organization::view::{DirectoryEntry, OrganizationView};
use domain::rejection::{Rejection, Thing};
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
pub(crate) async fn read(
    State(app): State<App>,
    _: Authorized<needs::Administer>,
) -> Result<Response, Problem> {
    let organization = app.service.organization();
    Ok(axum::Json(organization.view()).into_response())
}

/// The policy of a user, and why it is theirs.
#[utoipa::path(get, path = "/api/organization/users/{user}/policy", tag = "organization", params(("user" = UserId, Path)), responses(
    (status = 200, description = "The effective policy, why, and what it beats", body = EffectivePolicy),
    (status = 403, description = "Only administrators", body = ProblemDetails),
    (status = 404, description = "Not there", body = ProblemDetails),
))]
pub(crate) async fn policy(
    State(app): State<App>,
    _: Authorized<needs::Administer>,
    Ids(user): Ids<UserId>,
) -> Result<axum::Json<EffectivePolicy>, Problem> {
    let organization = app.service.organization();
    if !organization.users.contains_key(&user) {
        return Err(Rejection::NotFound { what: Thing::User }.into());
    }
    Ok(axum::Json(organization.effective_policy(user)))
}

/// People who can be taken into a team.
#[utoipa::path(get, path = "/api/users", tag = "organization", responses(
    (status = 200, description = "Everybody with an open account", body = DirectoryView),
))]
pub(crate) async fn directory(
    State(app): State<App>,
    _: Authorized<needs::Oneself>,
) -> Result<Response, Problem> {
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
    signed_in: Authorized<needs::Administer>,
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
            | Command::SetSignInName(_)
            | Command::SetExternalId(_)
            | Command::LinkIdentity(_)
            | Command::UnlinkIdentity(_)
            | Command::CreateGroup(_)
            | Command::UpdateGroup(_)
            | Command::DeleteGroup(_)
            | Command::ChangeGroupMembers(_)
            | Command::ReplaceGroupMembers(_)
            | Command::SyncClaimedGroups(_)
            | Command::CreatePolicy(_)
            | Command::UpdatePolicy(_)
            | Command::DeletePolicy(_)
            | Command::SetDefaultPolicy(_)
            | Command::AssignUserPolicy(_)
            | Command::AssignGroupPolicy(_)
            | Command::CreateTeam(_)
            | Command::RenameTeam(_)
            | Command::AppointOwner(_)
            | Command::LinkGroupToTeam(_)
            | Command::UnlinkGroupFromTeam(_) => After::Nothing,
        }
    }
}
