//! A handler that panics: a fault of ours, which takes one answer and nothing else.

use crate::problem::Problem;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::any::Any;

/// The answer instead of the one that was lost. What the panic said may hold anything, and goes nowhere; where it was, the process logs.
pub(crate) fn answer(_: Box<dyn Any + Send>) -> Response {
    let detail = "The server failed on this. Whoever runs it finds the place in its log.";
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail).into_response()
}
