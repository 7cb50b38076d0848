//! Where requests go, and where they do not.

use crate::server::{self, Server, capability, nobody, redirect};
use crate::{NamedLookup, ask, chart, client, connection, settings};
use domain::chart::PartStatus;
use ehr::{Allow, Auth, Client, EhrError, Secret, Unreachable};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn not_allowed(host: &str) -> Result<(), EhrError> {
    Err(EhrError::NotAllowed {
        host: host.to_owned(),
    })
}

async fn small_ehr() -> Server {
    Server::start(|seen| async move {
        match seen.path.as_str() {
            "/r4/metadata" => capability(true, None),
            "/r4/Patient/_search" => nobody(),
            _ => server::status(404),
        }
    })
    .await
}

#[tokio::test]
async fn a_host_that_the_operator_does_not_name_is_never_asked() {
    let ehr = small_ehr().await;
    for entries in [
        &[][..],
        &["fhir.example.org"],
        &["127.0.0.1:1"],
        &["10.0.0.0/8"],
        &["0.0.0.0/0"],
    ] {
        let client = client(entries, settings());
        assert_eq!(
            ask(&client, &connection(&ehr.url("/r4"))).await,
            not_allowed("127.0.0.1"),
            "{entries:?}"
        );
    }
    assert!(ehr.seen().is_empty());
    assert_eq!(
        ask(
            &client(&["127.0.0.1"], settings()),
            &connection(&ehr.url("/r4"))
        )
        .await,
        Ok(())
    );
}

#[tokio::test]
async fn every_way_to_write_a_loopback_address_is_refused_as_that() {
    let ehr = small_ehr().await;
    let client = client(&["fhir.example.org"], settings());
    let port = ehr.address.port();
    for host in [
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "0",
        "[::]",
    ] {
        for scheme in ["http", "https"] {
            let result = ask(
                &client,
                &connection(&format!("{scheme}://{host}:{port}/r4")),
            )
            .await;
            assert!(
                matches!(result, Err(EhrError::NotAllowed { .. })),
                "{scheme}://{host}: {result:?}"
            );
        }
    }
    let result = ask(
        &client,
        &connection(&format!("http://fhir.example.org@127.0.0.1:{port}/r4")),
    )
    .await;
    assert_eq!(result, not_allowed("127.0.0.1"));
    assert!(ehr.seen().is_empty());
}

#[tokio::test]
async fn a_name_is_checked_by_the_address_that_the_connection_goes_to() {
    let ehr = small_ehr().await;
    let url = format!("http://ehr.test:{}/r4", ehr.address.port());
    // Each connection looks the name up once: were there a second look-up behind the check, it would get the second answer.
    let lookup = NamedLookup::new("ehr.test", &["127.0.0.1", "169.254.169.254"]);
    let client = Client::with_lookup(
        Allow::read(["127.0.0.0/8"]).unwrap(),
        settings(),
        Arc::new(lookup.clone()),
    );
    assert_eq!(ask(&client, &connection(&url)).await, Ok(()));
    assert_eq!(
        ask(&client, &connection(&url)).await,
        Ok(()),
        "the connection that was checked is used again"
    );

    // The name now leads elsewhere, and a fresh connection is made.
    for rebound in [
        "169.254.169.254",
        "10.0.0.1",
        "::ffff:169.254.169.254",
        "8.8.8.8",
    ] {
        let lookup = NamedLookup::new("ehr.test", &[rebound, "127.0.0.1"]);
        let client = Client::with_lookup(
            Allow::read(["127.0.0.0/8", "ehr.test"]).unwrap(),
            settings(),
            Arc::new(lookup.clone()),
        );
        assert_eq!(
            ask(&client, &connection(&url)).await,
            not_allowed("ehr.test"),
            "{rebound}"
        );
        assert_eq!(
            lookup.lookups(),
            2,
            "a refusal is final: one for each of the two documents that are read first ({rebound})"
        );
    }
}

#[tokio::test]
async fn a_name_that_does_not_resolve_is_said_as_such() {
    let lookup = NamedLookup::new("ehr.test", &[]);
    let client = Client::with_lookup(
        Allow::read(["ehr.test"]).unwrap(),
        settings(),
        Arc::new(lookup),
    );
    let result = ask(&client, &connection("https://ehr.test/r4")).await;
    assert_eq!(
        result,
        Err(EhrError::Unreachable {
            why: Unreachable::Name
        })
    );
}

#[tokio::test]
async fn a_port_where_nobody_listens_and_one_without_tls_are_told_apart() {
    let ehr = small_ehr().await;
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let client = client(&["127.0.0.1"], settings());
    let result = ask(&client, &connection(&format!("https://{closed}/r4"))).await;
    assert_eq!(
        result,
        Err(EhrError::Unreachable {
            why: Unreachable::Connection
        })
    );
    let mut other = connection(&format!("https://{}/r4", ehr.address));
    other.id = "other".to_owned();
    let result = ask(&client, &other).await;
    assert_eq!(
        result,
        Err(EhrError::Unreachable {
            why: Unreachable::Certificate
        })
    );
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() {
    let signed =
        rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()])
            .unwrap();
    let key = tokio_rustls::rustls::pki_types::PrivateKeyDer::try_from(
        signed.signing_key.serialize_der(),
    )
    .unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let server = tokio_rustls::rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![signed.cert.der().clone()], key)
        .unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(server));
    let trusted = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&trusted);
    let serving = tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            if acceptor.accept(stream).await.is_ok() {
                counted.fetch_add(1, Ordering::SeqCst);
            }
        }
    });
    let client = client(&["127.0.0.1"], settings());
    let result = client
        .probe(&format!("https://{address}/r4"), &Auth::None)
        .await;
    let why = Unreachable::Certificate;
    assert_eq!(result.err(), Some(EhrError::Unreachable { why }));
    assert_eq!(
        trusted.load(Ordering::SeqCst),
        0,
        "no handshake was finished"
    );
    serving.abort();
}

#[tokio::test]
async fn a_redirect_is_checked_as_the_first_request_was() {
    for target in [
        "http://169.254.169.254/latest/meta-data/",
        "https://169.254.169.254/",
        "http://[::ffff:169.254.169.254]/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "https://evil.example/",
    ] {
        let ehr = Server::start(move |_| async move { redirect(302, target) }).await;
        let client = client(&["127.0.0.1"], settings());
        let result = ask(&client, &connection(&ehr.url("/r4"))).await;
        assert!(
            matches!(result, Err(EhrError::NotAllowed { .. })),
            "{target}: {result:?}"
        );
    }
}

#[tokio::test]
async fn a_redirect_within_the_server_is_followed_with_its_body_and_token_and_at_most_three_times()
{
    let ehr = Server::start(|seen| async move {
        match seen.path.as_str() {
            "/old/metadata" => redirect(301, "/r4/metadata"),
            "/r4/metadata" => capability(
                true,
                Some(&format!(
                    "http://{}/token",
                    seen.headers["host"].to_str().unwrap()
                )),
            ),
            "/token" => server::token("t"),
            "/old/Patient/_search" => redirect(307, "/one"),
            "/one" => redirect(308, "two"),
            "/two" => redirect(302, "/r4/Patient/_search"),
            "/r4/Patient/_search" => nobody(),
            "/loop/metadata" => redirect(302, "/loop/metadata"),
            _ => server::status(404),
        }
    })
    .await;
    let client = client(&["127.0.0.1"], settings());
    let mut old = connection(&ehr.url("/old"));
    old.auth = secret_auth();
    assert_eq!(ask(&client, &old).await, Ok(()));
    let seen = ehr.seen();
    let last = seen.last().unwrap();
    assert_eq!(
        (
            last.path.as_str(),
            last.method.as_str(),
            last.authorization()
        ),
        ("/r4/Patient/_search", "POST", Some("Bearer t"))
    );
    assert!(last.body.contains("_id=1"), "{}", last.body);

    let mut endless = connection(&ehr.url("/loop"));
    endless.id = "loop".to_owned();
    assert_eq!(ask(&client, &endless).await, Err(EhrError::NotFhir));
    assert_eq!(ehr.count("/loop/metadata"), 4);
}

fn secret_auth() -> Auth {
    Auth::ClientCredentials {
        client_id: "patients".to_owned(),
        client_secret: Secret::new("planted-s3cret".to_owned()),
        scope: None,
    }
}

#[tokio::test]
async fn neither_token_nor_body_goes_to_another_origin() {
    let elsewhere = Server::start(|seen| async move {
        match seen.path.as_str() {
            "/r4/metadata" => capability(true, None),
            _ => nobody(),
        }
    })
    .await;
    let there = elsewhere.url("");
    let ehr = Server::start(move |seen| {
        let there = there.clone();
        async move {
            match seen.path.as_str() {
                "/token" => redirect(307, &format!("{there}/token")),
                "/r4/metadata" => capability(
                    true,
                    Some(&format!(
                        "http://{}/token",
                        seen.headers["host"].to_str().unwrap()
                    )),
                ),
                "/open/metadata" => capability(true, None),
                path => redirect(307, &format!("{there}{path}")),
            }
        }
    })
    .await;
    let client = client(&["127.0.0.1"], settings());
    let mut with_secret = connection(&ehr.url("/r4"));
    with_secret.auth = secret_auth();
    assert_eq!(ask(&client, &with_secret).await, not_allowed("127.0.0.1"));
    let mut open = connection(&ehr.url("/open"));
    open.id = "open".to_owned();
    assert_eq!(ask(&client, &open).await, not_allowed("127.0.0.1"));
    let leaked = elsewhere
        .seen()
        .into_iter()
        .filter(|seen| !seen.path.ends_with("/.well-known/smart-configuration"));
    assert_eq!(leaked.count(), 0);
}

#[tokio::test]
async fn what_is_read_elsewhere_is_asked_without_the_token() {
    let elsewhere = Server::start(|_| async {
        server::fhir(&json!({"resourceType": "Bundle", "type": "searchset"}))
    })
    .await;
    let there = elsewhere.url("");
    let ehr = Server::start(move |seen| {
        let there = there.clone();
        async move {
            let host = seen.headers["host"].to_str().unwrap().to_owned();
            match seen.path.as_str() {
                "/token" => server::token("t"),
                "/r4/metadata" => capability(false, Some(&format!("http://{host}/token"))),
                "/r4/Patient/1" => server::fhir(&json!({"resourceType": "Patient", "id": "1", "name": [{"family": "Martin"}]})),
                path if path.starts_with("/r4/Condition") => redirect(302, &format!("{there}/redirected")),
                path if path.starts_with("/r4/Coverage") => server::fhir(&json!({
                    "resourceType": "Bundle", "type": "searchset", "link": [{"relation": "next", "url": format!("{there}/next")}]
                })),
                _ => nobody(),
            }
        }
    })
    .await;
    let client = client(&["127.0.0.1"], settings());
    let mut with_secret = connection(&ehr.url("/r4"));
    with_secret.auth = secret_auth();
    let chart = chart(&client, &with_secret, "1")
        .await
        .unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(chart.conditions.status, PartStatus::None);
    assert_eq!(
        (elsewhere.count("/redirected"), elsewhere.count("/next")),
        (1, 1)
    );
    assert!(
        elsewhere
            .seen()
            .iter()
            .all(|seen| seen.authorization().is_none())
    );
    let at_home = ehr
        .seen()
        .into_iter()
        .filter(|seen| seen.path.starts_with("/r4/Co"));
    assert!(
        at_home
            .into_iter()
            .all(|seen| seen.authorization() == Some("Bearer t"))
    );
}

#[tokio::test]
async fn a_token_url_that_is_not_allowed_gets_no_secret() {
    for token_url in [
        "http://169.254.169.254/token",
        "https://evil.example/token",
        "http://fhir.example.org/token",
        "https://10.0.0.1/token",
    ] {
        let ehr = Server::start(move |_| async move { capability(true, Some(token_url)) }).await;
        let client = client(&["127.0.0.1", "fhir.example.org"], settings());
        let mut with_secret = connection(&ehr.url("/r4"));
        with_secret.auth = secret_auth();
        let result = ask(&client, &with_secret).await;
        assert!(
            matches!(result, Err(EhrError::NotAllowed { .. })),
            "{token_url}: {result:?}"
        );
    }
}
