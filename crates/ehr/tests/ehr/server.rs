//! Small servers of the tests' own: each answers as its test says, and remembers what it was asked.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A request that came.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Seen {
    pub(crate) fn authorization(&self) -> Option<&str> {
        self.headers.get(header::AUTHORIZATION)?.to_str().ok()
    }
}

/// A server on a loopback port of its own, gone when dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start<F, A>(answer: F) -> Server
    where
        F: Fn(Seen) -> A + Clone + Send + Sync + 'static,
        A: Future<Output = Response> + Send,
    {
        Self::serve(answer, |router| router).await
    }

    /// As [`Server::start`], with a layer around.
    pub(crate) async fn serve<F, A>(answer: F, around: impl FnOnce(Router) -> Router) -> Server
    where
        F: Fn(Seen) -> A + Clone + Send + Sync + 'static,
        A: Future<Output = Response> + Send,
    {
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let remembered = Arc::clone(&seen);
        let handle = move |request: Request| {
            let (remembered, answer) = (Arc::clone(&remembered), answer.clone());
            async move {
                let (parts, body) = request.into_parts();
                let body = to_bytes(body, usize::MAX).await.unwrap();
                let seen = Seen {
                    method: parts.method,
                    path: parts.uri.to_string(),
                    headers: parts.headers,
                    body: String::from_utf8(body.to_vec()).unwrap(),
                };
                remembered.lock().unwrap().push(seen.clone());
                answer(seen).await
            }
        };
        let router = around(Router::new().fallback(handle));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Server {
            address,
            seen,
            task,
        }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was asked so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// How many requests for a path there were.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.seen().iter().filter(|seen| seen.path == path).count()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An answer in FHIR's JSON.
pub(crate) fn fhir(body: &Value) -> Response {
    (
        [(header::CONTENT_TYPE, "application/fhir+json")],
        body.to_string(),
    )
        .into_response()
}

/// An answer in plain JSON.
pub(crate) fn json_body(status: StatusCode, body: &Value) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, "application/json")],
        body.to_string(),
    )
        .into_response()
}

/// A status without a body.
pub(crate) fn status(status: u16) -> Response {
    StatusCode::from_u16(status).unwrap().into_response()
}

/// A redirect.
pub(crate) fn redirect(status: u16, to: &str) -> Response {
    (
        StatusCode::from_u16(status).unwrap(),
        [(header::LOCATION, to)],
    )
        .into_response()
}

/// A body of so many zero bytes, in pieces, without saying its length.
pub(crate) fn endless(bytes: usize) -> Response {
    let pieces = (0..bytes / 65_536).map(|_| Ok::<_, std::io::Error>(vec![b' '; 65_536]));
    let body = Body::from_stream(futures_util::stream::iter(pieces));
    ([(header::CONTENT_TYPE, "application/fhir+json")], body).into_response()
}

/// A body that breaks off.
pub(crate) fn cut() -> Response {
    let pieces = [
        Ok(b"{\"resourceType\":".to_vec()),
        Err(std::io::Error::other("cut")),
    ];
    let slowly = futures_util::StreamExt::then(futures_util::stream::iter(pieces), |piece| async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        piece
    });
    (
        [(header::CONTENT_TYPE, "application/fhir+json")],
        Body::from_stream(slowly),
    )
        .into_response()
}

/// The capability statement of an R4 server that does batch or does not, and gives tokens there.
pub(crate) fn capability(batch: bool, token_url: Option<&str>) -> Response {
    let kinds = [
        "Patient",
        "Observation",
        "Condition",
        "Encounter",
        "AllergyIntolerance",
        "MedicationRequest",
        "Coverage",
        "Location",
    ];
    let resources: Vec<Value> = kinds
        .iter()
        .map(|kind| json!({"type": kind, "interaction": [{"code": "read"}, {"code": "search-type"}]}))
        .collect();
    let interactions = match batch {
        true => json!([{"code": "batch"}]),
        false => json!([]),
    };
    let extensions: Vec<Value> = token_url
        .iter()
        .map(|url| {
            json!({
                "url": "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
                "extension": [{"url": "token", "valueUri": url}]
            })
        })
        .collect();
    fhir(&json!({
        "resourceType": "CapabilityStatement", "status": "active", "kind": "instance", "fhirVersion": "4.0.1",
        "format": ["json"], "software": {"name": "Small", "version": "1"}, "implementation": {"description": "A small EHR"},
        "rest": [{"mode": "server", "interaction": interactions, "resource": resources, "security": {"extension": extensions}}]
    }))
}

/// An empty answer to a search.
pub(crate) fn nobody() -> Response {
    fhir(&json!({"resourceType": "Bundle", "type": "searchset", "total": 0}))
}

/// A token.
pub(crate) fn token(token: &str) -> Response {
    json_body(
        StatusCode::OK,
        &json!({"access_token": token, "token_type": "Bearer", "expires_in": 3600}),
    )
}
