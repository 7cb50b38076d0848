//! The hospital's record is searched and shown, and fails in every way that it knows.

use super::Secrets;
use crate::client::{Api, Live};
use crate::hospital::{Hospital, text};
use crate::process::{Process, Running};
use serde_json::{Value, json};

const CLIENT_ID: &str = "ward-client";
const CLIENT_SECRET: &str = "CANARYSECRET-of-the-client";
const LINKED: &str = "p003";
/// Faults after which the record answers again; none takes long.
const FAULTS: [&str; 8] = [
    "too-many-requests",
    "status",
    "cut-body",
    "wrong-content-type",
    "html-page",
    "plain-text-errors",
    "expired-token",
    "missing-resource",
];

/// Connects the team to a record, searches, links and reads charts, and does it again while the record fails and when it is gone.
pub async fn what_the_record_says(
    process: &Process,
    hospital: &Hospital,
    patient: &str,
    secrets: &mut Secrets,
) {
    let sandbox = Running::start(&[
        "ehr-sandbox",
        "--listen",
        "127.0.0.1:0",
        "--client-id",
        CLIENT_ID,
        "--client-secret",
        CLIENT_SECRET,
        "--scope",
        "tenant-7",
    ]);
    let url = sandbox.line.clone();
    let address = url
        .strip_prefix("http://")
        .unwrap()
        .split('/')
        .next()
        .unwrap();
    let mut control = Api::anonymous(address);
    let identity = json!({"family": "CANARYRECORDFAMILY", "given": ["CANARYRECORDGIVEN"], "mrn": "CANARYRECORDNUMBER"});
    let changed = control
        .put(&format!("/sandbox/patients/{LINKED}"), &identity)
        .await;
    assert!(changed.status < 300, "{}", changed.text());
    let people = control.get("/sandbox/patients").await.ok();
    let linked = people
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == LINKED)
        .unwrap()
        .clone();
    secrets.add(text(&linked["birth_date"]));

    let mut api = hospital.api(process);
    for secret in ["CANARYSECRET-that-is-wrong", CLIENT_SECRET] {
        let auth = json!({"type": "client_credentials", "client_id": CLIENT_ID, "client_secret": secret, "scope": "tenant-7"});
        api.post(
            &hospital.path("/ehr/probe"),
            &json!({"url": url, "auth": auth}),
        )
        .await;
        let set = json!({"type": "set_ehr_connection", "name": "CANARYCONNECTION", "url": url, "auth": auth});
        api.command(&hospital.team, set).await;
    }
    for url in [
        "http://CANARYHOST.example/r4",
        "CANARY",
        "https://CANARYUSER:CANARYPASSWORD@127.0.0.1/r4",
    ] {
        api.post(
            &hospital.path("/ehr/probe"),
            &json!({"url": url, "auth": {"type": "none"}}),
        )
        .await;
    }
    let found = ask(hospital, &mut api, patient, &linked).await;
    assert_eq!(found, 200);
    let link = json!({"type": "link_patient", "patient": patient, "ehr_id": LINKED, "confirm_identity": true});
    api.done(&hospital.team, link).await;
    let field = json!({"name": "CANARYCOLUMN", "type": "chart", "source": "allergies"});
    api.done(
        &hospital.team,
        json!({"type": "add_field", "list": hospital.list, "field": field}),
    )
    .await;
    let mut live = Live::connect(&process.address, &hospital.team, &hospital.token).await;
    live.open(&hospital.list, None).await;
    live.hear_of("record").await;
    for fault in FAULTS {
        control
            .put("/sandbox/fault", &json!({"fault": fault, "times": 2}))
            .await;
        ask(hospital, &mut api, patient, &linked).await;
        control.delete("/sandbox/fault").await;
    }
    drop(sandbox);
    assert_ne!(ask(hospital, &mut api, patient, &linked).await, 200);
    live.leave().await;
}

/// Searches in every way, and reads the chart. Gives the status of the search by number.
async fn ask(hospital: &Hospital, api: &mut Api, patient: &str, linked: &Value) -> u16 {
    let search = hospital.path("/ehr/search");
    for by in [
        json!({"family": linked["family"], "given": linked["given"][0], "birth_date": linked["birth_date"]}),
        json!({"id": LINKED}),
        json!({"id": "CANARYID"}),
        json!({"family": "CANARYFAMILY"}),
    ] {
        api.post(&search, &by).await;
    }
    api.get(&hospital.path(&format!("/patients/{patient}/chart")))
        .await;
    api.post(&search, &json!({"mrn": linked["mrn"]}))
        .await
        .status
}
