//! Nothing that a team entered, nothing of the record and no secret is in what the server says of itself: what it prints, its log at its most talkative,
//! its counters. Everything that is entered has a word in it that stands nowhere else.

mod entering;
mod record;
mod sweep;

use crate::client::Api;
use crate::hospital::{Hospital, PASSWORD};
use crate::process::Process;
use entering::{BORN, NEW_PASSWORD};

/// In every name, number, value, note, file and secret that is entered.
pub const CANARY: &str = "CANARY";

/// Secrets and dates that were used, besides what has the canary in it.
#[derive(Default)]
pub struct Secrets(Vec<String>);

impl Secrets {
    pub fn add(&mut self, secret: impl Into<String>) {
        let secret = secret.into();
        assert!(secret.len() >= 8, "too short to be told apart: {secret}");
        self.0.push(secret);
    }
}

#[tokio::test]
async fn no_name_no_value_no_secret_is_in_the_log_or_the_counters() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let environment = [
        ("PATIENTS_LOG", "trace"),
        ("PATIENTS_EHR_ALLOW", "127.0.0.0/8"),
    ];
    let mut process = Process::serve_with(&data, &environment);
    let link = process.first_link();
    let hospital = Hospital::found(&process).await;
    let mut secrets = Secrets::default();
    for secret in [PASSWORD, NEW_PASSWORD, BORN, &hospital.token] {
        secrets.add(secret);
    }
    let key = std::fs::read_to_string(data.join("seal.key")).unwrap();
    secrets.add(key.trim());

    let patient = entering::people_and_what_they_write(&process, &hospital, &mut secrets).await;
    record::what_the_record_says(&process, &hospital, &patient, &mut secrets).await;
    sweep::every_route(&process, &hospital, &patient).await;
    sweep::every_command(&process, &hospital, &patient).await;

    let metrics = Api::anonymous(&process.address)
        .get("/metrics")
        .await
        .text();
    process.ask_to_stop();
    assert!(process.end().success());
    let said = process.said();
    assert!(
        said.contains("serving http://"),
        "nothing was searched: {said}"
    );
    // The one-time link is said once, to whoever started an empty server.
    assert_eq!(said.matches(&link).count(), 1);
    for (what, text) in [("the log", &said), ("the counters", &metrics)] {
        let lower = text.to_lowercase();
        for secret in secrets.0.iter().map(String::as_str).chain([CANARY]) {
            if let Some(line) = lower
                .lines()
                .find(|line| line.contains(&secret.to_lowercase()))
            {
                panic!("{what} has {secret}: {line}");
            }
        }
    }
    for id in [&patient, &hospital.team, &hospital.list] {
        assert!(!metrics.contains(id.as_str()), "{metrics}");
    }
}
