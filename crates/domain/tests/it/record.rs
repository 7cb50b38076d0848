//! A hospital's record for the examples: what the server would have found in it before a command is judged.

use crate::ward::parse;
use domain::SecretId;
use domain::chart::Chart;
use domain::identity::Identity;
use domain::team::Command;
use domain::team::command::{FoundConnection, FoundPatient};
use serde_json::{Value, json};
use uuid::Uuid;

fn named(family: &str) -> Identity {
    serde_json::from_value(json!({"family": family, "birth_date": "1945-07-14"})).unwrap()
}

/// A command with what the record says of a patient.
pub fn found(command: Value, ehr_id: &str, family: &str) -> Command {
    let answer = Some(FoundPatient {
        ehr_id: ehr_id.into(),
        identity: named(family),
    });
    match parse(command) {
        Command::AddEhrPatient(mut c) => {
            c.found = answer;
            Command::AddEhrPatient(c)
        }
        Command::LinkPatient(mut c) => {
            c.found = answer;
            Command::LinkPatient(c)
        }
        other => other,
    }
}

/// A connection by client credentials, with what the record says of itself and where its secret is sealed.
pub fn connecting(url: &str, secret: Option<u128>) -> Command {
    let auth = json!({"type": "client_credentials", "client_id": "patients"});
    let command = json!({"type": "set_ehr_connection", "name": "Record", "url": url, "auth": auth});
    with_connection(parse(command), secret)
}

fn with_connection(command: Command, secret: Option<u128>) -> Command {
    match command {
        Command::SetEhrConnection(mut c) => {
            c.found = Some(FoundConnection {
                fhir_version: "4.0.1".into(),
                secret: secret.map(|id| SecretId::new(Uuid::from_u128(id))),
            });
            Command::SetEhrConnection(c)
        }
        other => other,
    }
}

/// A command with whatever it needs of a record that answers: the family name is the id.
pub fn answered(command: Value) -> Command {
    let ehr_id = command["ehr_id"].as_str().unwrap_or_default().to_owned();
    with_connection(found(command, &ehr_id, &ehr_id), Some(7))
}

/// A chart that says this name and these problems.
pub fn chart(family: &str, conditions: &[&str]) -> Chart {
    let condition = |name: &&str| json!({"what": {"text": name}});
    let conditions: Vec<Value> = conditions.iter().map(condition).collect();
    let part = |items: Vec<Value>| {
        let status = if items.is_empty() { "none" } else { "ok" };
        json!({"status": status, "items": items})
    };
    serde_json::from_value(json!({
        "as_of": "2026-11-24T07:00:00Z",
        "patient": part(vec![json!({"id": "p-1", "identity": named(family)})]),
        "place": part(vec![]), "vital_signs": part(vec![]), "conditions": part(conditions), "allergies": part(vec![]),
        "medications": part(vec![]), "coverage": part(vec![]), "issues": []
    }))
    .unwrap()
}
