//! Openings of protected patients, for those who review them.

use crate::app::App;
use crate::caller::SignedIn;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::State;
use domain::TeamId;
use domain::team::protection_view::BrokenGlassView;
use jiff::Timestamp;
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
    signed_in: SignedIn,
    Ids(team): Ids<TeamId>,
) -> Result<axum::Json<Value>, Problem> {
    Ok(axum::Json(
        app.service
            .break_glass_of_team(&signed_in.caller, team)
            .await?,
    ))
}
