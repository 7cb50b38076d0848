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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use crate::app::guarded;
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use axum::routing::get;
    use std::sync::Arc;
    use tower::ServiceExt;

    async fn breaks() -> &'static str {
        panic!("CANARY")
    }

    #[tokio::test]
    async fn a_handler_that_panics_is_answered_without_what_it_said() {
        let routes = Router::new()
            .route("/breaks", get(breaks))
            .route("/works", get(async || "fine"));
        let routes = guarded(routes, Arc::default());
        let ask = |path: &str| {
            let request = Request::get(path).body(Body::empty()).unwrap();
            routes.clone().oneshot(request)
        };
        let answer = ask("/breaks").await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        let body = to_bytes(answer.into_body(), 10_000).await.unwrap();
        let body = String::from_utf8_lossy(&body);
        assert!(
            body.contains("\"internal\"") && !body.contains("CANARY"),
            "{body}"
        );
        assert_eq!(ask("/works").await.unwrap().status(), StatusCode::OK);
    }
}
