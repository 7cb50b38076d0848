//! The OpenAPI document: generated, committed at `web/openapi.json`, and the source of the interface's types.

use crate::problem::ProblemDetails;
use crate::routes::{
    enrolment, export, imports, list, live, me, operations, organization, patient, session, team,
};
use domain::rejection::Rejection;
use service::live::message::{ClientMessage, ServerMessage};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Patients",
        description = "Lists of patients that a care team keeps together, live.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        session::sign_in,
        session::sign_out,
        me::read,
        me::change_password,
        enrolment::inspect,
        enrolment::enrol,
        organization::read,
        organization::directory,
        organization::command,
        team::mine,
        team::read,
        team::command,
        list::read,
        list::unseen,
        list::mark_seen,
        list::widths,
        list::set_widths,
        list::copy,
        imports::preview,
        export::read,
        patient::read,
        patient::history,
        live::connect,
        operations::health,
        operations::ready,
        operations::metrics,
    ),
    components(schemas(
        ProblemDetails,
        Rejection,
        ClientMessage,
        ServerMessage,
        domain::field::Wire,
        domain::field::checklist::ChecklistItem,
        // Only in an address: of bodies utoipa finds the schemas by itself.
        domain::team::access_event::ExportFormat
    ))
)]
struct Document;

/// The document, as pretty JSON with a line end.
///
/// # Errors
/// It cannot be written as JSON.
pub fn document() -> Result<String, serde_json::Error> {
    Document::openapi().to_pretty_json().map(|json| json + "\n")
}
