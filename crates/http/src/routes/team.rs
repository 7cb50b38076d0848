//! A team, and commands to it.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::CommandBody;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::{Ids, json};
use axum::extract::State;
use axum::response::Response;
use domain::TeamId;
use domain::team::Command;
use domain::team::view::TeamView;
use serde::Serialize;
use service::{CommandAnswer, MyTeam};

/// My teams.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct MyTeams {
    /// By name.
    teams: Vec<MyTeam>,
}

/// A team as one of its members sees it.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; the service writes it")]
pub(crate) struct NamedTeamView<'a> {
    /// Its id.
    id: TeamId,
    /// Its name.
    name: String,
    #[schema(inline)]
    #[serde(flatten)]
    team: TeamView<'a>,
}

/// A command to a team.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; CommandBody reads it")]
pub(crate) struct TeamCommandRequest {
    /// Made by the client, a UUID version 7: the same again has one effect and the same answer.
    id: domain::CommandId,
    /// What is wanted.
    command: Command,
}

/// The teams of the person who is signed in.
#[utoipa::path(get, path = "/api/teams", tag = "team", responses(
    (status = 200, description = "My teams", body = MyTeams),
))]
pub(crate) async fn mine(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<axum::Json<MyTeams>, Problem> {
    let teams = app.service.my_teams(&signed_in.caller).await?;
    Ok(axum::Json(MyTeams { teams }))
}

/// A team: schema, lists, members.
#[utoipa::path(get, operation_id = "read_team", path = "/api/teams/{team}", tag = "team", params(("team" = TeamId, Path)), responses(
    (status = 200, description = "The team", body = NamedTeamView),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids(team): Ids<TeamId>,
) -> Result<Response, Problem> {
    Ok(json(app.service.team(&signed_in.caller, team).await?))
}

/// Does what a member commands.
#[utoipa::path(post, operation_id = "command_team", path = "/api/teams/{team}/commands", tag = "team", params(("team" = TeamId, Path)),
    request_body = TeamCommandRequest, responses(
    (status = 200, description = "Done, and on disk", body = CommandAnswer),
    (status = 403, description = "The role does not allow it", body = ProblemDetails),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
    (status = 409, description = "A conflict, or a question to answer", body = ProblemDetails),
    (status = 422, description = "The command is not valid", body = ProblemDetails),
    (status = 507, description = "The disk is full: nothing was changed", body = ProblemDetails),
))]
pub(crate) async fn command(
    State(app): State<App>,
    signed_in: Authorized<needs::TeamCommand>,
    Ids(team): Ids<TeamId>,
    body: CommandBody<Command>,
) -> Result<axum::Json<CommandAnswer>, Problem> {
    let text = body.text.as_bytes();
    Ok(axum::Json(
        app.service
            .command(&signed_in.caller, team, body.id, text, body.command)
            .await?,
    ))
}
