//! The web interface, built into the binary.

use crate::problem::Problem;
use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

/// What `npm run build` made: each text file also brotli-compressed beside it.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// A file of the interface; for an address of one of its pages, the page that begins it.
pub(crate) async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return crate::routes::wrong_method().await.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") {
        return missing().into_response();
    }
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    if !path.is_empty() && is_file {
        return file(path, &headers).unwrap_or_else(|| missing().into_response());
    }
    file("index.html", &headers).unwrap_or_else(|| {
        let detail = "This server was built without its web interface: run `cargo xtask build`.";
        Problem::new(StatusCode::NOT_FOUND, "no_web_build", detail).into_response()
    })
}

fn missing() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "no_such_route",
        "No route has this path.",
    )
}

fn file(path: &str, headers: &HeaderMap) -> Option<Response> {
    let accepts_brotli = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|offer| offer.trim().split(';').next() == Some("br"));
    let compressed = if accepts_brotli {
        Built::get(&format!("{path}.br"))
    } else {
        None
    };
    let is_compressed = compressed.is_some();
    let EmbeddedFile { data, .. } = match compressed {
        Some(file) => file,
        None => Built::get(path)?,
    };
    let mut response = Response::new(Body::from(data.into_owned()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if is_compressed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    // Files under assets/ have a hash of their content in their name.
    let caching = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    Some(response)
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
