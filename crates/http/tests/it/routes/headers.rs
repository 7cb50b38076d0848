//! The headers that protect an answer, of every route there is and of what is no route.

use crate::support::{Answer, Api, PASSWORD, Server, Ward};
use serde_json::{Value, json};

/// What is the same for all. `frame-ancestors` stands apart.
const FIXED: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", ""),
];

/// The content security policy, directive by directive. A style element may be empty: the hash is that of no text at all.
const POLICY: [&str; 12] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
];

#[track_caller]
fn check(answer: &Answer, what: &str) {
    for (name, value) in FIXED {
        let said = answer
            .header(name)
            .unwrap_or_else(|| panic!("{what} has no {name}"));
        assert!(value.is_empty() || said == value, "{what}: {name}: {said}");
        assert_eq!(answer.headers(name).len(), 1, "{what}: {name}");
    }
    let policy = answer.header("content-security-policy").unwrap();
    for directive in policy.split(';').map(str::trim) {
        assert!(POLICY.contains(&directive), "{what}: {directive}");
    }
    for directive in POLICY {
        assert!(policy.contains(directive), "{what} lacks {directive}");
    }
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
    let cross_origin = answer
        .headers
        .iter()
        .find(|(name, _)| name.starts_with("access-control-"));
    assert_eq!(cross_origin, None, "{what}");
    // Only a proxy's or our own TLS brings it, and a browser must not keep it for a trial over plain HTTP.
    assert_eq!(answer.header("strict-transport-security"), None, "{what}");
    assert_eq!(answer.header("server"), None, "{what}");
}

#[tokio::test]
async fn every_route_answers_with_the_headers_that_protect_it_and_is_kept_by_no_cache() {
    let ward = Ward::begin().await;
    let document: Value = serde_json::from_str(&http_api::document().unwrap()).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let mut routes: Vec<(String, String)> = paths
        .flat_map(|(path, methods)| {
            let path = path
                .replace("{team}", &ward.team)
                .replace("{list}", &ward.list);
            let methods = methods.as_object().unwrap().keys();
            methods.map(move |method| (method.to_uppercase(), path.clone()))
        })
        .collect();
    // The last ones lock the session and end it.
    routes.sort_by_key(|(method, path)| {
        let is_end = method == "DELETE" && path == "/api/session";
        (is_end, path == "/api/session/lock")
    });
    assert!(routes.len() > 25, "{routes:?}");
    for (method, path) in routes {
        for mut api in [Api::anonymous(ward.address()), ward.olga.again()] {
            let answer = api.json(&method, &path, b"{}").await;
            check(&answer, &format!("{method} {path}"));
            assert_eq!(
                answer.header("cache-control"),
                Some("no-store"),
                "{method} {path}"
            );
        }
    }
    let body = json!({"user": "olga", "password": PASSWORD});
    let signed_in = Api::anonymous(ward.address())
        .post("/api/session", &body)
        .await;
    assert_eq!(signed_in.status, 200);
    check(&signed_in, "signing in");
}

#[tokio::test]
async fn what_is_no_route_and_what_is_wrong_has_the_same_headers() {
    let mut ward = Ward::begin().await;
    for (method, path) in [
        ("GET", "/api/nothing"),
        ("GET", "/api"),
        ("PATCH", "/api/me"),
        ("TRACE", "/api/me"),
        ("OPTIONS", "/api/me"),
        ("GET", "/assets/nothing.js"),
        ("POST", "/"),
    ] {
        let mut api = Api::anonymous(ward.address());
        check(
            &api.raw(method, path, &[], b"").await,
            &format!("{method} {path}"),
        );
    }
    let large = vec![b' '; 300 * 1024];
    let refused = ward.olga.json("POST", "/api/enrolment", &large).await;
    assert_eq!(refused.status, 413);
    check(&refused, "a body that is too large");
}

#[tokio::test]
async fn another_site_is_told_nothing_that_its_pages_could_read() {
    let ward = Ward::begin().await;
    let preflight = [
        ("Origin", "https://evil.example"),
        ("Access-Control-Request-Method", "POST"),
        (
            "Access-Control-Request-Headers",
            "content-type, authorization",
        ),
    ];
    for path in [
        "/api/session",
        "/api/me",
        &ward.path("/commands"),
        "/metrics",
    ] {
        let mut api = Api::anonymous(ward.address());
        let answer = api.raw("OPTIONS", path, &preflight, b"").await;
        assert_eq!(answer.status, 405, "{path}");
        check(&answer, path);
    }
}

#[tokio::test]
async fn pages_have_the_same_headers_and_only_files_named_by_their_content_are_kept() {
    let server = Server::start().await;
    let mut api = Api::anonymous(&server.address);
    let page = api.get("/teams").await;
    check(&page, "a page");
    if page.status == 404 {
        println!("SKIPPED: headers of the web build: there is none (cargo xtask build)");
        return;
    }
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let html = page.text();
    let (_, rest) = html.split_once("/assets/").unwrap();
    let (name, _) = rest.split_once('"').unwrap();
    let asset = api.get(&format!("/assets/{name}")).await;
    check(&asset, name);
    assert_eq!(
        asset.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
}
