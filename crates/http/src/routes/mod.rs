//! One file a resource.

pub(crate) mod ehr;
pub(crate) mod enrolment;
pub(crate) mod export;
pub(crate) mod factors;
pub(crate) mod imports;
pub(crate) mod list;
pub(crate) mod live;
pub(crate) mod lock;
pub(crate) mod me;
pub(crate) mod my_sessions;
pub(crate) mod operations;
pub(crate) mod organization;
pub(crate) mod passkeys;
pub(crate) mod patient;
pub(crate) mod second_step;
pub(crate) mod session;
pub(crate) mod team;
pub(crate) mod users;

use crate::problem::Problem;
use axum::extract::{FromRequestParts, Path};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

/// No route has this path.
pub(crate) async fn no_such_route() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "no_such_route",
        "No route has this path.",
    )
}

/// The path has a route, and not for this method.
pub(crate) async fn wrong_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "wrong_method",
        "This path does not take this method.",
    )
}

/// Ids of a path. What is no id names nothing.
pub(crate) struct Ids<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Ids<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(ids)) => Ok(Self(ids)),
            Err(_) => Err(Problem::new(
                StatusCode::NOT_FOUND,
                "not_found",
                "There is nothing under this id.",
            )),
        }
    }
}

/// JSON that was written already.
pub(crate) fn json(bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
