//! Openings of protected patients, for those who review them.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::State;
use axum::http::StatusCode;
use domain::team::command::ReviewBreakGlass;
use domain::team::protection::ReviewOutcome;
use domain::team::protection_view::BrokenGlassView;
use domain::{BreakGlassId, TeamId};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

/// Openings of a team's protected patients.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; the service writes it")]
pub(crate) struct BreakGlassView<'a> {
    /// Those that nobody reviewed first, each oldest first.
    items: Vec<BrokenGlassView<'a>>,
    /// How many nobody reviewed yet.
    unreviewed: usize,
    /// When the oldest of them was.
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest_unreviewed: Option<Timestamp>,
}

/// Openings of protected patients, for an owner of the team to review. Looking is journalled.
#[utoipa::path(get, operation_id = "read_break_glass", path = "/api/teams/{team}/break-glass", tag = "patient",
    params(("team" = TeamId, Path)), responses(
    (status = 200, description = "The openings", body = BreakGlassView),
    (status = 403, description = "Only owners", body = ProblemDetails),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn of_team(
    State(app): State<App>,
    signed_in: Authorized<needs::Govern>,
    Ids(team): Ids<TeamId>,
) -> Result<axum::Json<Value>, Problem> {
    Ok(axum::Json(
        app.service
            .break_glass_of_team(&signed_in.caller, team)
            .await?,
    ))
}

/// Openings of one team's protected patients.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; the service writes it")]
pub(crate) struct AuditedTeamView<'a> {
    /// The team.
    id: TeamId,
    /// Its name.
    name: String,
    #[schema(inline)]
    #[serde(flatten)]
    openings: BreakGlassView<'a>,
}

/// Openings of all teams' protected patients.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; the service writes it")]
pub(crate) struct AuditedBreakGlassView<'a> {
    /// Teams in which somebody opened a protected patient: those with something to review first.
    teams: Vec<AuditedTeamView<'a>>,
    /// How many nobody reviewed yet.
    unreviewed: usize,
    /// When the oldest of them was.
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest_unreviewed: Option<Timestamp>,
}

/// What an auditor finds.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReviewRequest {
    /// Whether there was a good reason.
    outcome: ReviewOutcome,
    /// What there is to say to it; needed where there was none.
    #[serde(default)]
    comment: String,
}

/// Openings of all teams' protected patients, for an auditor: who the patients are, and nothing else of them. Looking is journalled.
#[utoipa::path(get, operation_id = "read_break_glass_of_all", path = "/api/break-glass", tag = "organization", responses(
    (status = 200, description = "The openings, by team", body = AuditedBreakGlassView),
    (status = 403, description = "Only auditors", body = ProblemDetails),
))]
pub(crate) async fn of_all(
    State(app): State<App>,
    signed_in: Authorized<needs::Audit>,
) -> Result<axum::Json<Value>, Problem> {
    Ok(axum::Json(
        app.service.break_glass(&signed_in.caller).await?,
    ))
}

/// Reviews an opening of a protected patient, as an auditor.
#[utoipa::path(post, operation_id = "review_break_glass", path = "/api/break-glass/{team}/{access}/review", tag = "organization",
    params(("team" = TeamId, Path), ("access" = BreakGlassId, Path)), request_body = ReviewRequest, responses(
    (status = 204, description = "Reviewed"),
    (status = 403, description = "Only auditors, and not their own", body = ProblemDetails),
    (status = 404, description = "Not there", body = ProblemDetails),
    (status = 409, description = "Somebody else reviewed it before", body = ProblemDetails),
))]
pub(crate) async fn review(
    State(app): State<App>,
    signed_in: Authorized<needs::Audit>,
    Ids((team, access)): Ids<(TeamId, BreakGlassId)>,
    Json(ReviewRequest { outcome, comment }): Json<ReviewRequest>,
) -> Result<StatusCode, Problem> {
    let review = ReviewBreakGlass {
        access,
        outcome,
        comment,
    };
    app.service
        .review_break_glass(&signed_in.caller, team, review)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
