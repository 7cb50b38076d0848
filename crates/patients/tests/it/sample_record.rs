//! The hospital's record of the demo, and the sandbox on its own.

use crate::client::{Api, Live};
use crate::process::Running;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// The English ward, as its owner sees it.
struct EnglishWard {
    address: String,
    record: String,
    team: String,
    ruth: Api,
}

impl EnglishWard {
    async fn of(demo: &Running) -> Self {
        let ready: Value = serde_json::from_str(&demo.line).unwrap();
        let address = ready["url"].as_str().unwrap().replace("http://", "");
        let mut users = ready["users"].as_array().unwrap().iter();
        let ruth = users.find(|user| user["user"] == "ruth").unwrap();
        Self {
            ruth: Api::sign_in(&address, "ruth", ruth["password"].as_str().unwrap()).await,
            team: ruth["teams"][0]["id"].as_str().unwrap().to_owned(),
            record: ready["ehr"].as_str().unwrap().to_owned(),
            address,
        }
    }

    async fn view(&mut self) -> Value {
        self.ruth
            .get(&format!("/api/teams/{}", self.team))
            .await
            .ok()
    }

    /// The list of patients of the record.
    async fn list(&mut self) -> String {
        let view = self.view().await;
        let mut lists = view["lists"].as_array().unwrap().iter();
        let list = lists.find(|list| list["name"] == "Observations").unwrap();
        list["id"].as_str().unwrap().to_owned()
    }

    /// Opens that list and waits until a round of reading the record is over.
    async fn open(&mut self) -> Value {
        let list = self.list().await;
        let mut live = Live::connect(&self.address, &self.team, self.ruth.token()).await;
        live.open(&list, None).await;
        let begun = Instant::now();
        loop {
            let state = live.hear_of("record").await;
            if !state["as_of"].is_null() || !state["problem"].is_null() {
                assert!(begun.elapsed() < Duration::from_secs(10), "{state}");
                return state;
            }
        }
    }

    async fn rows(&mut self) -> Vec<Value> {
        let list = self.list().await;
        let shown = self.ruth.list(&self.team, &list).await;
        shown["rows"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn the_demo_shows_vital_signs_and_scores_of_its_record_within_seconds_and_again_after_a_restart()
 {
    let dir = tempfile::tempdir().unwrap();
    let demo = Running::demo(dir.path());
    let mut ward = EnglishWard::of(&demo).await;
    let view = ward.view().await;
    assert_eq!(view["mode"], "ehr");
    assert_eq!(view["ehr"]["url"], ward.record.as_str());
    let state = ward.open().await;
    assert_eq!(
        (&state["failed"], &state["problem"]),
        (&json!(0), &Value::Null)
    );
    let rows = ward.rows().await;
    assert_eq!(rows.len(), 5);
    for row in &rows {
        assert_eq!(row["patient"]["ehr"], "linked");
        let shown = row["values"].as_array().unwrap().iter();
        let shown: Vec<&Value> = shown.filter(|value| value["source"].is_string()).collect();
        assert_eq!(shown.len(), 4, "{row}");
        let of = |source: &str| {
            *shown
                .iter()
                .find(|value| value["source"] == source)
                .unwrap()
        };
        assert_eq!(of("news2")["score"]["type"], "scored", "{row}");
        assert!(
            of("vital_signs")["items"].as_array().unwrap().len() >= 6,
            "{row}"
        );
        assert_eq!(of("place")["status"], "ok", "{row}");
    }
    let record = ward.record.clone();
    drop(demo);

    let demo = Running::demo(dir.path());
    let mut ward = EnglishWard::of(&demo).await;
    assert_eq!(ward.record, record);
    assert_eq!(ward.view().await["ehr"]["url"], record.as_str());
    let state = ward.open().await;
    assert_eq!(
        (&state["failed"], &state["problem"]),
        (&json!(0), &Value::Null)
    );
    drop(demo);

    // Somebody else listens there now: the ward is connected to where the record is.
    let port = record.replace("http://", "").replace("/r4", "");
    let _taken = TcpListener::bind(port).unwrap();
    let demo = Running::demo(dir.path());
    let mut ward = EnglishWard::of(&demo).await;
    assert_ne!(ward.record, record);
    assert_eq!(ward.view().await["ehr"]["url"], ward.record.as_str());
}

#[tokio::test]
async fn the_sandbox_on_its_own_prints_its_base_and_speaks_the_version_that_is_asked_for() {
    for (version, said) in [("r4", "4.0.1"), ("stu3", "3.0.2"), ("dstu2", "1.0.2")] {
        let sandbox = Running::start(&[
            "ehr-sandbox",
            "--version",
            version,
            "--listen",
            "127.0.0.1:0",
            "--client-id",
            "ward",
            "--client-secret",
            "secret",
            "--scope",
            "tenant-7",
            "--no-batch",
            "--delay-ms",
            "1",
        ]);
        let rest = sandbox.line.strip_prefix("http://").unwrap();
        let (address, base) = rest.split_once('/').unwrap();
        assert_eq!(base, version);
        let mut api = Api::anonymous(address);
        let statement = api.get(&format!("/{base}/metadata")).await.ok();
        assert_eq!(statement["fhirVersion"], said);
        assert!(statement.to_string().contains("oauth-uris"));
        let patient = api.get(&format!("/{base}/Patient/p001")).await;
        assert_eq!(patient.status, 401);
    }
}
