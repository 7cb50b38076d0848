//! Counters for operations. They hold nothing of a patient: no ids, no paths.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// Counters since the start.
#[derive(Default)]
pub(crate) struct Metrics {
    /// Answers by the first digit of their status.
    answers: [AtomicU64; 6],
    /// Open live connections.
    pub(crate) connections: AtomicI64,
}

impl Metrics {
    /// In the text format of Prometheus.
    pub(crate) fn text(&self) -> String {
        let mut text = String::from("# TYPE patients_http_responses_total counter\n");
        for (class, count) in self.answers.iter().enumerate().skip(1) {
            let count = count.load(Ordering::Relaxed);
            // Writing to a string does not fail.
            let _is_written = writeln!(
                text,
                "patients_http_responses_total{{class=\"{class}xx\"}} {count}"
            )
            .is_ok();
        }
        let connections = self.connections.load(Ordering::Relaxed);
        let _is_written = writeln!(
            text,
            "# TYPE patients_live_connections gauge\npatients_live_connections {connections}"
        )
        .is_ok();
        text
    }
}

/// Counts an answer.
pub(crate) async fn count(
    State(metrics): State<Arc<Metrics>>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let class = usize::from(response.status().as_u16() / 100);
    if let Some(counter) = metrics.answers.get(class) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
    response
}
