//! The hospital's record.

use crate::app::App;
use crate::authorization::{Authorized, Open, needs};
use crate::body;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::Json;
use axum::extract::State;
use domain::{PatientId, TeamId};
use service::ehr::{ChartView, EhrProbe, EhrSearch, EhrSearchAnswer, Found, PublicKeys};

/// Searches patients in the record. Criteria and hits are journalled before they leave.
#[utoipa::path(post, operation_id = "search_ehr", path = "/api/teams/{team}/ehr/search", tag = "ehr", params(("team" = TeamId, Path)),
    request_body = EhrSearch, responses(
    (status = 200, description = "Who was found", body = EhrSearchAnswer),
    (status = 403, description = "The role does not allow it", body = ProblemDetails),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
    (status = 409, description = "The team is not connected to a record", body = ProblemDetails),
    (status = 422, description = "The criteria are too wide, or a reason is wanted", body = ProblemDetails),
    (status = 502, description = "The record cannot be asked, or says nothing that can be read", body = ProblemDetails),
))]
pub(crate) async fn search(
    State(app): State<App>,
    signed_in: Authorized<needs::SearchEhr>,
    Ids(team): Ids<TeamId>,
    body::Json(search): body::Json<EhrSearch>,
) -> Result<Json<EhrSearchAnswer>, Problem> {
    let found = app.service.search_ehr(&signed_in.caller, team, search);
    Ok(Json(found.await?))
}

/// Has a record say what it is and offers, before the team is connected to it.
#[utoipa::path(post, operation_id = "probe_ehr", path = "/api/teams/{team}/ehr/probe", tag = "ehr", params(("team" = TeamId, Path)),
    request_body = EhrProbe, responses(
    (status = 200, description = "What it says", body = Found),
    (status = 403, description = "Only owners", body = ProblemDetails),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
    (status = 422, description = "The address or the credentials are not valid, or not allowed by the operator", body = ProblemDetails),
    (status = 502, description = "The record cannot be asked, or says nothing that can be read", body = ProblemDetails),
))]
pub(crate) async fn probe(
    State(app): State<App>,
    signed_in: Authorized<needs::Govern>,
    Ids(team): Ids<TeamId>,
    body::Json(probe): body::Json<EhrProbe>,
) -> Result<Json<Found>, Problem> {
    let found = app.service.probe_ehr(&signed_in.caller, team, probe);
    Ok(Json(found.await?))
}

/// What the record says of a patient, from the record or with its age. It is journalled before it leaves.
#[utoipa::path(get, operation_id = "read_chart", path = "/api/teams/{team}/patients/{patient}/chart", tag = "ehr",
    params(("team" = TeamId, Path), ("patient" = PatientId, Path)), responses(
    (status = 200, description = "The chart", body = ChartView),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
    (status = 409, description = "The patient is not linked to the record", body = ProblemDetails),
    (status = 502, description = "The record cannot be asked, and no chart of the last 24 hours is kept", body = ProblemDetails),
))]
pub(crate) async fn chart(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, patient)): Ids<(TeamId, PatientId)>,
) -> Result<Json<ChartView>, Problem> {
    let chart = app.service.chart(&signed_in.caller, team, patient);
    Ok(Json(chart.await?))
}

/// The public halves of the keys that our assertions to records are signed with (SMART Backend Services).
#[utoipa::path(get, operation_id = "read_ehr_keys", path = "/api/ehr/jwks", tag = "ehr", responses(
    (status = 200, description = "A JSON Web Key Set", body = PublicKeys),
))]
pub(crate) async fn keys(State(app): State<App>, _: Open) -> Result<Json<PublicKeys>, Problem> {
    Ok(Json(app.service.ehr_public_keys().await?))
}
