//! For whoever runs the server.

use crate::app::App;
use crate::authorization::Open;
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use journal::{Owner, StreamId, StreamKind};

/// The process answers.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 200, description = "The process answers")))]
pub(crate) async fn health(_: State<App>, _: Open) -> &'static str {
    "ok"
}

/// The process can serve: its journal answers.
#[utoipa::path(get, path = "/readyz", tag = "operations", responses(
    (status = 200, description = "Requests can be served"),
    (status = 503, description = "The journal does not answer"),
))]
pub(crate) async fn ready(State(app): State<App>, _: Open) -> Result<&'static str, Problem> {
    let stream = StreamId {
        owner: Owner::Organization,
        kind: StreamKind::Changes,
    };
    match app.service.journal().head(stream).await {
        Ok(_) => Ok("ready"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            Err(Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "The journal does not answer.",
            ))
        }
    }
}

/// Counters, in the text format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "operations", responses((status = 200, description = "Counters")))]
pub(crate) async fn metrics(State(app): State<App>, _: Open) -> String {
    app.metrics.text()
}
