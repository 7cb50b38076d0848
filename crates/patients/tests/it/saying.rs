//! Nothing that a team entered and no secret is in what the server says of itself: its log, its counters.

use crate::client::{Api, Live, command_id};
use crate::hospital::{Hospital, PASSWORD};
use crate::process::Process;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

const CANARIES: [&str; 7] = [
    "CANARYFAMILY",
    "CANARYVALUE",
    "CANARYNOTE",
    "CANARYREASON",
    "CANARYLIST",
    "CANARYFIELD",
    "CANARYTYPED",
];

#[tokio::test]
async fn no_name_no_value_no_secret_is_in_the_log_or_the_counters() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let mut process = Process::serve_with(&data, &[("PATIENTS_LOG", "debug")]);
    let link = process.first_link();
    let hospital = Hospital::found(&process).await;
    let mut api = hospital.api(&process);
    let team = hospital.team.clone();
    let patient = hospital.patient(&mut api, "CANARYFAMILY").await;
    let mut live = Live::connect(&process.address, &team, &hospital.token).await;
    live.open(&hospital.list, None).await;
    let commands = [
        json!({"type": "set_value", "patient": patient, "field": hospital.diagnosis, "value": "CANARYVALUE", "based_on": 1}),
        json!({"type": "set_value", "patient": patient, "field": hospital.diagnosis, "value": "CANARYVALUE 2", "based_on": 1}),
        json!({"type": "add_note", "patient": patient, "text": "CANARYNOTE"}),
        json!({"type": "add_note", "patient": patient, "text": "CANARYNOTE\u{0}"}),
        json!({"type": "add_note", "patient": team, "text": "CANARYNOTE"}),
        json!({"type": "highlight", "patient": patient, "reason": "CANARYREASON"}),
        json!({"type": "create_list", "name": "CANARYLIST"}),
        json!({"type": "create_list", "name": "CANARYLIST".repeat(30)}),
        json!({"type": "add_field", "field": {"name": "CANARYFIELD", "type": "short_text"}}),
        json!({"type": "add_field", "field": {"name": "CANARYFIELD", "type": "CANARYFIELD"}}),
        json!({"type": "add_patient", "list": hospital.list, "identity": {"family": "CANARYFAMILY", "birth_date": "1950"}}),
        json!({"type": "CANARYTYPED"}),
    ];
    for command in commands {
        api.command(&team, command).await;
    }
    let broken = format!(
        r#"{{"id":"{}","command":{{"type":"add_note","text":"CANARYTYPED"#,
        command_id()
    );
    let path = hospital.path("/commands");
    assert_eq!(api.json("POST", &path, broken.as_bytes()).await.status, 400);
    for body in [
        json!({"user": "CANARYTYPED", "password": "CANARYTYPED"}),
        json!({"user": "ada", "password": "CANARYTYPED"}),
    ] {
        assert_eq!(api.post("/api/session", &body).await.status, 401);
    }
    for path in [
        "/api/teams/CANARYTYPED".to_owned(),
        "/CANARYTYPED".to_owned(),
        format!("{}/export?format=CANARYTYPED", hospital.list_path()),
        format!("{}/export?format=csv", hospital.list_path()),
        hospital.list_path(),
        hospital.path(&format!("/patients/{patient}")),
        hospital.path(&format!("/patients/{patient}/history")),
    ] {
        api.get(&path).await;
    }
    live.say_raw(Message::text("{\"CANARYTYPED\": 1}")).await;
    live.hear_of("problem").await;
    let password = json!({"current": "CANARYTYPED", "new": "CANARYTYPED"});
    assert_eq!(api.put("/api/me/password", &password).await.status, 422);
    let second = Api::sign_in(&process.address, "ada", PASSWORD).await;
    live.leave().await;

    let metrics = api.get("/metrics").await.text();
    let said = process.said();
    process.kill();
    let mut secrets = CANARIES.map(str::to_owned).to_vec();
    secrets.extend([
        PASSWORD.to_owned(),
        hospital.token.clone(),
        second.token().to_owned(),
    ]);
    for secret in &secrets {
        assert!(!said.contains(secret.as_str()), "{secret}: {said}");
        assert!(!metrics.contains(secret.as_str()), "{secret}: {metrics}");
    }
    for id in [&patient, &team, &hospital.list] {
        assert!(!metrics.contains(id.as_str()), "{metrics}");
    }
    // The one-time link is said once, to whoever started an empty server.
    assert_eq!(said.matches(&link).count(), 1);
    assert!(
        said.contains("serving http://"),
        "nothing was searched: {said}"
    );
}
