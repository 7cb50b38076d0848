//! TLS, and a certificate that changes.

use crate::support::{Server, Ward};
use futures_util::{SinkExt, StreamExt};
use http_api::{Certificate, CertificateError, Door};
use rcgen::CertifiedKey;
use serde_json::json;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{
    ClientConfig, ProtocolVersion, RootCertStore, SupportedProtocolVersion,
};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

/// The two files of a certificate that vouches for itself.
struct Files {
    chain: PathBuf,
    key: PathBuf,
}

impl Files {
    fn make(folder: &Path) -> (Self, CertificateDer<'static>) {
        let files = Self {
            chain: folder.join("chain.pem"),
            key: folder.join("key.pem"),
        };
        let made = files.replace();
        (files, made)
    }

    /// Writes another certificate, as a tool that renews it does.
    fn replace(&self) -> CertificateDer<'static> {
        let CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        std::fs::write(&self.key, signing_key.serialize_pem()).unwrap();
        self.protect(0o600);
        std::fs::write(&self.chain, cert.pem()).unwrap();
        cert.der().clone()
    }

    fn protect(&self, mode: u32) {
        std::fs::set_permissions(&self.key, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    fn read(&self) -> Result<Certificate, CertificateError> {
        Certificate::read(&self.chain, &self.key)
    }

    async fn serve(&self) -> Server {
        let certificate = Arc::new(self.read().unwrap());
        let watched = certificate.clone();
        tokio::spawn(async move { watched.watch(Duration::from_millis(20)).await });
        Server::start_behind(Door {
            certificate: Some(certificate),
            ..Door::default()
        })
        .await
    }
}

/// A connection of somebody who trusts this certificate only.
async fn connect(
    address: &str,
    trusted: &CertificateDer<'static>,
    versions: &[&'static SupportedProtocolVersion],
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(versions)
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(address).await?;
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
}

/// One request over a connection that goes on.
async fn get(stream: &mut TlsStream<TcpStream>, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = vec![0; 16 * 1024];
    let length = stream.read(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer[..length]).into_owned()
}

/// Waits until new connections are met with this certificate.
async fn served(server: &Server, wanted: &CertificateDer<'static>) -> TlsStream<TcpStream> {
    for _ in 0..200 {
        if let Ok(stream) = connect(&server.address, wanted, &[&TLS13]).await {
            return stream;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the certificate is not used");
}

#[tokio::test]
async fn over_tls_1_2_and_1_3_pages_are_served_and_told_to_stay_there() {
    let dir = tempfile::tempdir().unwrap();
    let (files, trusted) = Files::make(dir.path());
    let server = files.serve().await;
    for (version, spoken) in [
        (&TLS12, ProtocolVersion::TLSv1_2),
        (&TLS13, ProtocolVersion::TLSv1_3),
    ] {
        let mut stream = connect(&server.address, &trusted, &[version])
            .await
            .unwrap();
        assert_eq!(stream.get_ref().1.protocol_version(), Some(spoken));
        let answer = get(&mut stream, "/healthz").await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let strict = "\r\nstrict-transport-security: max-age=63072000; includeSubDomains\r\n";
        assert!(answer.contains(strict), "{answer}");
    }
    // Who speaks plain HTTP to it, or an older TLS, gets no answer.
    let mut plain = TcpStream::connect(&server.address).await.unwrap();
    plain
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut answer = Vec::new();
    let _is_whole = plain.read_to_end(&mut answer).await.is_ok();
    assert!(!answer.starts_with(b"HTTP"), "{answer:?}");
    let mut old = TcpStream::connect(&server.address).await.unwrap();
    // A hello of TLS 1.1 with one cipher suite.
    let mut hello = vec![22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2];
    hello.extend([7; 32]);
    hello.extend([0, 0, 2, 0, 47, 1, 0]);
    old.write_all(&hello).await.unwrap();
    let mut answer = Vec::new();
    let _is_whole = old.read_to_end(&mut answer).await.is_ok();
    // Nothing but an alert.
    assert_eq!(answer.first(), Some(&21), "{answer:?}");
}

#[tokio::test]
async fn a_live_connection_goes_over_tls_too() {
    let dir = tempfile::tempdir().unwrap();
    let (files, trusted) = Files::make(dir.path());
    let ward = Ward::begin().await;
    let address = ward.server.serve_also(Door {
        certificate: Some(Arc::new(files.read().unwrap())),
        ..Door::default()
    });
    let address = address.await;
    let stream = connect(&address, &trusted, &[&TLS13]).await.unwrap();
    let mut request = format!("wss://localhost/api/teams/{}/live", ward.team)
        .into_client_request()
        .unwrap();
    let bearer = format!("Bearer {}", ward.olga.token());
    request
        .headers_mut()
        .insert("authorization", bearer.parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream)
        .await
        .unwrap();
    let open = json!({"open": {"list": ward.list}}).to_string();
    socket.send(Message::text(open)).await.unwrap();
    let heard = socket.next().await.unwrap().unwrap();
    assert!(heard.to_text().unwrap().contains("\"opened\""), "{heard}");
}

#[tokio::test]
async fn a_new_certificate_is_used_for_new_connections_and_no_connection_is_dropped() {
    let dir = tempfile::tempdir().unwrap();
    let (files, first) = Files::make(dir.path());
    let server = files.serve().await;
    let mut before = connect(&server.address, &first, &[&TLS13]).await.unwrap();
    assert!(get(&mut before, "/healthz").await.contains(" 200 "));
    let second = files.replace();
    let mut after = served(&server, &second).await;
    assert!(get(&mut after, "/healthz").await.contains(" 200 "));
    assert!(get(&mut before, "/healthz").await.contains(" 200 "));
    assert!(connect(&server.address, &first, &[&TLS13]).await.is_err());
}

#[tokio::test]
async fn a_certificate_that_cannot_be_used_leaves_the_earlier_one() {
    let dir = tempfile::tempdir().unwrap();
    let (files, first) = Files::make(dir.path());
    let (chain, key) = (
        std::fs::read(&files.chain).unwrap(),
        std::fs::read(&files.key).unwrap(),
    );
    let server = files.serve().await;
    let spoil: [&dyn Fn(); 5] = [
        &|| std::fs::write(&files.chain, "no PEM").unwrap(),
        &|| std::fs::remove_file(&files.key).unwrap(),
        // A key that belongs to another certificate.
        &|| {
            files.replace();
            std::fs::write(&files.chain, &chain).unwrap();
        },
        &|| files.protect(0o604),
        &|| std::fs::write(&files.key, "no key").unwrap(),
    ];
    for spoil in spoil {
        spoil();
        tokio::time::sleep(Duration::from_millis(100)).await;
        let mut stream = connect(&server.address, &first, &[&TLS13]).await.unwrap();
        assert!(get(&mut stream, "/healthz").await.contains(" 200 "));
        std::fs::write(&files.chain, &chain).unwrap();
        std::fs::write(&files.key, &key).unwrap();
        files.protect(0o600);
    }
    let second = files.replace();
    served(&server, &second).await;
}

#[test]
fn a_start_with_unfit_files_is_refused_with_what_is_wrong() {
    let dir = tempfile::tempdir().unwrap();
    let (files, _) = Files::make(dir.path());
    let refused = |files: &Files| {
        files
            .read()
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    };
    assert_eq!(refused(&files), "");
    // The group may read it: that is how certificate tools hand it on.
    files.protect(0o640);
    assert_eq!(refused(&files), "");
    files.protect(0o644);
    assert!(
        refused(&files).contains("can be read by everybody"),
        "{}",
        refused(&files)
    );
    files.protect(0o600);
    let whole = std::fs::read(&files.chain).unwrap();
    std::fs::write(&files.chain, "").unwrap();
    assert!(
        refused(&files).contains("holds no certificate"),
        "{}",
        refused(&files)
    );
    files.replace();
    std::fs::write(&files.chain, whole).unwrap();
    assert!(
        refused(&files).contains("cannot be used"),
        "{}",
        refused(&files)
    );
    std::fs::remove_file(&files.key).unwrap();
    assert!(
        refused(&files).contains("cannot read"),
        "{}",
        refused(&files)
    );
}
