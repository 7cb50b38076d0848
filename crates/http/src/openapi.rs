//! The OpenAPI document: generated, committed at `web/openapi.json`, and the source of the interface's types.

use crate::problem::ProblemDetails;
use crate::routes::{
    break_glass, ehr, enrolment, export, factors, imports, list, live, lock, me, my_sessions, oidc,
    operations, organization, passkeys, patient, provisioning, second_step, session, team, users,
};
use domain::rejection::Rejection;
use service::live::message::{ClientMessage, ServerMessage};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::OpenApi;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ArrayItems, Schema};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Patients",
        description = "Lists of patients that a care team keeps together, live.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        session::visitor,
        session::sign_in,
        session::sign_out,
        session::methods,
        second_step::finish,
        second_step::ask,
        passkeys::begin_sign_in,
        passkeys::sign_in,
        lock::read,
        lock::lock,
        lock::begin_unlock,
        lock::unlock,
        lock::note_activity,
        oidc::begin,
        oidc::finish,
        me::read,
        me::change_password,
        factors::read,
        factors::begin_two_steps,
        factors::confirm_two_steps,
        factors::end_two_steps,
        factors::renew_recovery_codes,
        factors::set_pin,
        factors::remove_pin,
        passkeys::begin,
        passkeys::add,
        passkeys::remove,
        my_sessions::list,
        my_sessions::end,
        users::end_sessions,
        users::remove_factors,
        enrolment::inspect,
        enrolment::enrol,
        organization::read,
        organization::directory,
        organization::policy,
        organization::command,
        provisioning::read,
        provisioning::issue,
        provisioning::revoke,
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
        break_glass::of_team,
        break_glass::of_all,
        break_glass::review,
        ehr::search,
        ehr::probe,
        ehr::chart,
        ehr::keys,
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
        domain::field::chart::ChartValue,
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
    let mut document = Document::openapi();
    if let Some(components) = &mut document.components {
        open_parts(&mut components.schemas);
    }
    document.to_pretty_json().map(|json| json + "\n")
}

/// Lets schemas that are parts of an `allOf` allow what the other parts have: each part is asked about all properties, so that one
/// which allows no others but its own would refuse every whole. That the server refuses unknown ones stays true, and unsaid there.
fn open_parts(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let mut parts = BTreeSet::new();
    schemas
        .values()
        .for_each(|schema| find_parts(schema, &mut parts));
    for part in parts {
        if let Some(RefOr::T(Schema::Object(object))) = schemas.get_mut(&part) {
            object.additional_properties = None;
        }
    }
}

/// The names of all schemas that are a part of an `allOf` somewhere in this one.
fn find_parts(schema: &RefOr<Schema>, found: &mut BTreeSet<String>) {
    let RefOr::T(schema) = schema else {
        return;
    };
    let inner: Vec<&RefOr<Schema>> = match schema {
        Schema::AllOf(all) => {
            for part in &all.items {
                if let RefOr::Ref(part) = part
                    && let Some((_, name)) = part.ref_location.rsplit_once('/')
                {
                    found.insert(name.to_owned());
                }
            }
            all.items.iter().collect()
        }
        Schema::OneOf(one) => one.items.iter().collect(),
        Schema::AnyOf(any) => any.items.iter().collect(),
        Schema::Object(object) => object.properties.values().collect(),
        Schema::Array(array) => match &array.items {
            ArrayItems::RefOrSchema(item) => vec![item],
            ArrayItems::False => vec![],
        },
        _ => vec![],
    };
    inner
        .into_iter()
        .for_each(|schema| find_parts(schema, found));
}
