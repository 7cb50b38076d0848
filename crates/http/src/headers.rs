//! Headers of every answer.

use crate::serving::Arrival;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

/// What pages of the interface may do. The hash is that of the empty style element which Fluent fills by script.
const PAGES: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// What this origin's pages do with the machine: copy, fill the screen and keep it on, sign in by passkey. All else is for nobody, whatever a
/// page or a frame in it asks for.
const MACHINE: &str = "accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(), encrypted-media=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), \
    xr-spatial-tracking=(), clipboard-read=(), clipboard-write=(self), fullscreen=(self), publickey-credentials-create=(self), \
    publickey-credentials-get=(self), screen-wake-lock=(self)";

/// Two years, all hosts below this one included (OWASP ASVS 5.0, 3.4.1 asks for one).
const TLS_ONLY: &str = "max-age=63072000; includeSubDomains";

/// Adds them. What a route set itself stays.
pub(crate) async fn add(request: Request, next: Next) -> Response {
    let is_https = request
        .extensions()
        .get::<Arrival>()
        .is_some_and(|arrival| arrival.is_https);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, PAGES);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(REFERRER_POLICY, "no-referrer");
    set(CACHE_CONTROL, "no-store");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(HeaderName::from_static("permissions-policy"), MACHINE);
    // Browsers do not hear it over plain HTTP, and a proxy nobody trusts may lie.
    if is_https {
        set(STRICT_TRANSPORT_SECURITY, TLS_ONLY);
    }
    response
}
