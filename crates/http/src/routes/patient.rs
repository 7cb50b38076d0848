//! One patient.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::problem::{Problem, ProblemDetails};
use crate::routes::{Ids, json};
use axum::extract::State;
use axum::response::Response;
use domain::team::history::HistoryItem;
use domain::team::view::PatientView;
use domain::{PatientId, TeamId};

/// A patient's changes, newest first.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; the service writes it")]
pub(crate) struct HistoryView<'a> {
    /// Every version of every value and note.
    items: Vec<HistoryItem<'a>>,
}

/// A patient, whole. The view is journalled before it leaves.
#[utoipa::path(get, operation_id = "read_patient", path = "/api/teams/{team}/patients/{patient}", tag = "patient",
    params(("team" = TeamId, Path), ("patient" = PatientId, Path)), responses(
    (status = 200, description = "The patient", body = PatientView),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, patient)): Ids<(TeamId, PatientId)>,
) -> Result<Response, Problem> {
    Ok(json(
        app.service
            .patient(&signed_in.caller, team, patient)
            .await?,
    ))
}

/// Every version of every value. Looking is journalled before it leaves.
#[utoipa::path(get, path = "/api/teams/{team}/patients/{patient}/history", tag = "patient",
    params(("team" = TeamId, Path), ("patient" = PatientId, Path)), responses(
    (status = 200, description = "The history", body = HistoryView),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn history(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, patient)): Ids<(TeamId, PatientId)>,
) -> Result<Response, Problem> {
    Ok(json(
        app.service
            .history(&signed_in.caller, team, patient)
            .await?,
    ))
}
