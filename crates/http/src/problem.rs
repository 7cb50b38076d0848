//! Problem details (RFC 9457) with a stable code: the interface words them in the reader's language.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};

/// An answer that says what was wrong. On the wire it also carries the parameters of its code.
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    pub(crate) code: String,
    pub(crate) detail: String,
    pub(crate) parameters: Map<String, Value>,
    pub(crate) retry_after_s: Option<i64>,
}

/// The members that every problem has.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDetails {
    /// `urn:patients:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The code in words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// The stable code.
    code: String,
    /// What was wrong and what would be right, in English.
    detail: String,
    /// What the code says more.
    #[serde(flatten)]
    parameters: Map<String, Value>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            status,
            code: code.to_owned(),
            detail: detail.into(),
            parameters: Map::new(),
            retry_after_s: None,
        }
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.parameters.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a parameter that is a code or a number of our own, and so is always JSON.
    pub(crate) fn with_json(self, name: &str, value: &impl Serialize) -> Self {
        self.with(name, serde_json::to_value(value).unwrap_or_default())
    }

    /// Nobody is signed in.
    pub(crate) fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not_signed_in", "Sign in first.")
    }

    /// Somebody is signed in, and their session is locked.
    pub(crate) fn session_locked() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "session_locked",
            "The session is locked: unlock it first, by `POST /api/session/unlock`.",
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = self.code.replace('_', " ");
        let details = ProblemDetails {
            kind: format!("urn:patients:problem:{}", self.code),
            title,
            status: self.status.as_u16(),
            code: self.code,
            detail: self.detail,
            parameters: self.parameters,
        };
        // A map of JSON values is JSON already.
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        response.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = self.retry_after_s {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
