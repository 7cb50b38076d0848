//! The sandbox's own controls, under `/sandbox`.

use super::{
    Server,
    fault::{Fault, Trouble},
    outcome::Answer,
};
use crate::ward::Kind;
use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, put},
};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

/// Places of a fault that are no resource types.
const PLACES: [&str; 5] = ["metadata", "smart-configuration", "token", "batch", "other"];

/// What of a patient's identity the record says anew; what is `None` stays. No `Debug`: it would print a name.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityChange {
    /// The family name.
    pub family: Option<String>,
    /// The given names.
    pub given: Option<Vec<String>>,
    /// The medical record number.
    pub mrn: Option<String>,
}

pub(super) fn router() -> Router<Arc<Server>> {
    Router::new()
        .route("/sandbox", get(about))
        .route(
            "/sandbox/fault",
            get(standing).put(set_fault).delete(clear_faults),
        )
        .route("/sandbox/counts", get(counts).delete(reset_counts))
        .route("/sandbox/patients", get(patients))
        .route("/sandbox/patients/{id}", put(change_patient))
}

async fn about(State(server): State<Arc<Server>>) -> Response {
    Json(json!({
        "base": server.url(),
        "version": server.version.name(),
        "faults": server.faults.standing(),
        "counts": server.counter.read(),
    }))
    .into_response()
}

async fn standing(State(server): State<Arc<Server>>) -> Response {
    Json(server.faults.standing()).into_response()
}

async fn set_fault(State(server): State<Arc<Server>>, body: Bytes) -> Response {
    let fault: Fault = match serde_json::from_slice(&body) {
        Ok(fault) => fault,
        Err(error) => return refuse(&server, &format!("this is no fault: {error}")),
    };
    let is_place = |name: &String| {
        PLACES.contains(&name.as_str()) || Kind::of_name(name, server.version).is_some()
    };
    if let Some(unknown) = fault.resources.iter().find(|name| !is_place(name)) {
        return refuse(
            &server,
            &format!(
                "{unknown} is no resource type of {} and none of {}",
                server.version,
                PLACES.join(", ")
            ),
        );
    }
    match fault.trouble {
        Trouble::Refuse if fault.seconds.is_none() => {
            return refuse(
                &server,
                "refuse needs seconds: it could not be cleared over HTTP",
            );
        }
        Trouble::Status { status } if !(400..600).contains(&status) => {
            return refuse(&server, "status is from 400 to 599");
        }
        _ => {}
    }
    server.faults.set(fault);
    standing(State(server)).await
}

async fn clear_faults(State(server): State<Arc<Server>>) -> StatusCode {
    server.faults.clear();
    StatusCode::NO_CONTENT
}

async fn counts(State(server): State<Arc<Server>>) -> Response {
    Json(server.counter.read()).into_response()
}

async fn reset_counts(State(server): State<Arc<Server>>) -> StatusCode {
    server.counter.reset();
    StatusCode::NO_CONTENT
}

async fn patients(State(server): State<Arc<Server>>) -> Response {
    Json(server.patients()).into_response()
}

async fn change_patient(
    State(server): State<Arc<Server>>,
    Path(id): Path<String>,
    body: Bytes,
) -> Response {
    let change: IdentityChange = match serde_json::from_slice(&body) {
        Ok(change) => change,
        Err(error) => return refuse(&server, &format!("this is no change: {error}")),
    };
    if server.change_identity(&id, change) {
        StatusCode::NO_CONTENT.into_response()
    } else {
        Answer::not_found("there is no such patient").into_response(server.version)
    }
}

fn refuse(server: &Server, text: &str) -> Response {
    Answer::invalid(text).into_response(server.version)
}
