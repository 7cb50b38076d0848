//! How the server starts and stops.

use crate::client::{Api, Live};
use crate::hospital::Hospital;
use crate::process::{self, Process};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

#[tokio::test]
async fn an_empty_server_prints_a_link_once_and_stops_when_it_is_told_to() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("deep/er/data");
    std::fs::create_dir_all(data.parent().unwrap()).unwrap();
    let process = Process::serve(&data);
    let earlier = process.first_link();
    // Nobody has come in yet: started again it prints another link, and the earlier one is no longer good.
    assert!(process.stop().success());
    let process = Process::serve(&data);
    let mut api = Api::anonymous(&process.address);
    let inspect = json!({"token": earlier});
    let replaced = api.post("/api/enrolment/inspection", &inspect).await;
    assert_eq!(replaced.refusal(), (404, "link_not_good".to_owned()));
    let hospital = Hospital::found(&process).await;
    let mut live = Live::connect(&process.address, &hospital.team, &hospital.token).await;
    live.open(&hospital.list, None).await;
    assert!(process.stop().success());
    live.end().await;
    let process = Process::serve(&data);
    assert!(!process.said().contains("/welcome#"), "{}", process.said());
    let mut api = hospital.api(&process);
    assert_eq!(api.get(&hospital.list_path()).await.status, 200);
}

#[tokio::test]
async fn one_folder_is_served_by_one_process() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let mut first = Process::serve(&data);
    let Err((status, said)) = Process::try_serve(&data, &[]) else {
        panic!("two processes serve one folder");
    };
    assert!(!status.success());
    assert!(said.contains("is in use by another process"), "{said}");
    assert!(first.is_running());
    first.kill();
    Process::serve(&data);
}

#[tokio::test]
async fn the_data_is_for_nobody_else_on_the_machine() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let process = Process::serve(&data);
    Hospital::found(&process).await;
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o077;
    assert_eq!(mode(&data), 0);
    for file in std::fs::read_dir(&data).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0, "{}", path.display());
    }
}

#[test]
fn what_cannot_be_done_is_said_with_a_status() {
    let dir = tempfile::tempdir().unwrap();
    let nothing = dir.path().join("nothing");
    let (status, said) = process::run(&["verify", "--data", nothing.to_str().unwrap()]);
    assert!(!status.success() && said.contains("nothing"), "{said}");
    assert!(!nothing.exists());
    let (status, said) = process::run(&["serve", "--data", "/proc/no", "--listen", "127.0.0.1:0"]);
    assert!(!status.success() && said.contains("/proc/no"), "{said}");
    let (status, said) = process::run(&[
        "serve",
        "--data",
        nothing.to_str().unwrap(),
        "--listen",
        "here",
    ]);
    assert!(!status.success() && said.contains("here"), "{said}");
    let (status, said) = process::run(&["openapi"]);
    assert!(status.success());
    assert!(serde_json::from_str::<Value>(&said).unwrap()["paths"].is_object());
}

#[tokio::test]
async fn given_a_certificate_it_speaks_tls_and_its_link_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (chain, key) = (dir.path().join("chain.pem"), dir.path().join("key.pem"));
    std::fs::write(&chain, cert.pem()).unwrap();
    std::fs::write(&key, signing_key.serialize_pem()).unwrap();
    let environment = [
        ("PATIENTS_TLS_CERT", chain.to_str().unwrap()),
        ("PATIENTS_TLS_KEY", key.to_str().unwrap()),
    ];
    let with_mode = |mode| {
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(mode)).unwrap();
        Process::try_serve(&dir.path().join("data"), &environment)
    };
    let Err((_, said)) = with_mode(0o644) else {
        panic!("a key that everybody reads is taken");
    };
    assert!(
        said.contains("can be read by everybody on this machine"),
        "{said}"
    );
    let process = with_mode(0o600).unwrap_or_else(|(_, said)| panic!("{said}"));
    let said = process.said();
    assert!(
        said.contains(&format!("https://{}/welcome#", process.address)),
        "{said}"
    );

    let mut roots = RootCertStore::empty();
    roots.add(cert.der().clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = tokio::net::TcpStream::connect(&process.address)
        .await
        .unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .unwrap();
    stream
        .write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    let _is_closed_well = stream.read_to_string(&mut answer).await.is_ok();
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.ends_with("ready"),
        "{answer}"
    );
    assert!(process.stop().success());
}

#[test]
fn half_of_a_certificate_and_a_proxy_that_is_no_network_are_refused() {
    let refused = |arguments: &[&str]| {
        let (status, said) = process::run(&[&["serve", "--data", "/nowhere"], arguments].concat());
        assert!(!status.success());
        said
    };
    assert!(refused(&["--tls-cert", "chain.pem"]).contains("--tls-key"));
    assert!(refused(&["--trusted-proxy", "everybody"]).contains("network"));
    let elsewhere = [
        "--trusted-proxy",
        "10.0.0.1",
        "--forwarded-header",
        "x-real-ip",
    ];
    assert!(refused(&elsewhere).contains("x-forwarded-for or forwarded"));
}

#[tokio::test]
async fn the_demo_says_in_one_line_who_can_sign_in_and_they_can() {
    let dir = tempfile::tempdir().unwrap();
    let mut demo = Command::new(process::binary())
        .args(["demo", "--json", "--listen", "127.0.0.1:0", "--data"])
        .arg(dir.path().join("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(demo.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let address = ready["url"]
        .as_str()
        .unwrap()
        .strip_prefix("http://")
        .unwrap()
        .to_owned();
    let users = ready["users"].as_array().unwrap();
    assert_eq!(users.len(), 8);
    let mut patients = 0;
    for user in users {
        let name = user["user"].as_str().unwrap();
        let mut api = Api::sign_in(&address, name, user["password"].as_str().unwrap()).await;
        let me = api.get("/api/me").await.ok();
        assert_eq!(
            (&me["name"], &me["language"]),
            (&user["name"], &user["language"])
        );
        let mine = api.get("/api/teams").await.ok();
        assert_eq!(mine["teams"], user["teams"], "{name}");
        for team in user["teams"].as_array().unwrap() {
            let view = api
                .get(&format!("/api/teams/{}", team["id"].as_str().unwrap()))
                .await
                .ok();
            if team["role"] == "owner" {
                let list = view["lists"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(|list| list["default"] == true);
                patients += list.unwrap()["patients"].as_u64().unwrap();
            }
        }
    }
    assert_eq!(patients, 40);
    demo.kill().unwrap();
    demo.wait().unwrap();
}
