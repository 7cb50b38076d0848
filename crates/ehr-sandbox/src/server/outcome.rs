//! What is answered: a resource, or an OperationOutcome that says why not.

use crate::version::Version;
use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use serde_json::{Value, json};

/// An answer that has not yet been written to bytes: a part of a batch stays in this form.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Value,
    pub(super) headers: Vec<(HeaderName, String)>,
    /// Whether the body is no FHIR resource: a token, a discovery document.
    pub(super) is_plain_json: bool,
}

impl Answer {
    pub(super) fn resource(body: Value) -> Self {
        Self {
            status: StatusCode::OK,
            body,
            headers: Vec::new(),
            is_plain_json: false,
        }
    }

    pub(super) fn plain(status: StatusCode, body: Value) -> Self {
        Self {
            status,
            body,
            headers: Vec::new(),
            is_plain_json: true,
        }
    }

    /// A refusal; `code` is one of FHIR's issue types.
    pub(super) fn refused(status: StatusCode, code: &str, text: &str) -> Self {
        Self {
            status,
            body: json!({
                "resourceType": "OperationOutcome",
                "issue": [{"severity": "error", "code": code, "details": {"text": text}, "diagnostics": text}],
            }),
            headers: Vec::new(),
            is_plain_json: false,
        }
    }

    pub(super) fn not_found(text: &str) -> Self {
        Self::refused(StatusCode::NOT_FOUND, "not-found", text)
    }

    pub(super) fn invalid(text: &str) -> Self {
        Self::refused(StatusCode::BAD_REQUEST, "invalid", text)
    }

    pub(super) fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(super) fn into_response(self, version: Version) -> Response {
        let mut response = Response::new(Body::from(
            serde_json::to_vec(&self.body).unwrap_or_default(),
        ));
        *response.status_mut() = self.status;
        let media_type = if self.is_plain_json {
            "application/json"
        } else {
            version.media_type()
        };
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}
