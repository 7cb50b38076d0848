//! Every route that there is and every command, with the canary wherever a text can stand. Both come from where they are listed: new ones are swept too.

use crate::client::Api;
use crate::hospital::{Hospital, PASSWORD, text};
use crate::process::{self, Process};
use serde_json::{Value, json};
use std::path::Path;

const TYPED: &str = "CANARYTYPED";

/// Asks every route of the document, of what there is and of what there is not, signed in and not.
pub async fn every_route(process: &Process, hospital: &Hospital, patient: &str) {
    let (status, document) = process::run(&["openapi"]);
    assert!(status.success());
    let document: Value = serde_json::from_str(&document).unwrap();
    let body = json!({(TYPED): TYPED}).to_string();
    let mut asked = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        let own = path
            .replace("{team}", &hospital.team)
            .replace("{list}", &hospital.list)
            .replace("{patient}", patient);
        for method in methods.as_object().unwrap().keys() {
            let method = method.to_uppercase();
            // A session for each: some routes end it or lock it.
            let mut ada = Api::sign_in(&process.address, "ada", PASSWORD).await;
            let mut nobody = Api::anonymous(&process.address);
            for path in [
                filled(&own),
                filled(path),
                format!("{}?q={TYPED}&{TYPED}=1", filled(&own)),
            ] {
                for api in [&mut nobody, &mut ada] {
                    api.json(&method, &path, body.as_bytes()).await;
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 100, "{asked}");
}

/// A path whose ids are the canary, where they are still open.
fn filled(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| if part.starts_with('{') { TYPED } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Sends an example of every command, and each again with the canary instead of one of its texts.
pub async fn every_command(process: &Process, hospital: &Hospital, patient: &str) {
    let golden =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/golden/commands-v1.json");
    let golden: Value = serde_json::from_str(&std::fs::read_to_string(golden).unwrap()).unwrap();
    let mut api = hospital.api(process);
    let nurse = api
        .administer(json!({"type": "create_user", "user": "nurse", "name": "Nurse"}))
        .await
        .ok();
    let second = api
        .done(
            &hospital.team,
            json!({"type": "create_list", "name": "Second"}),
        )
        .await;
    let other = hospital.patient(&mut api, "CANARYOTHER").await;
    let place = api.get(&hospital.path("")).await.ok()["schema"]["fields"][0]["id"].clone();
    let ids = [
        ("01", text(&api.get("/api/me").await.ok()["id"])),
        ("02", text(&nurse["user"])),
        ("11", hospital.list.clone()),
        ("12", text(&second["list"])),
        ("21", patient.to_owned()),
        ("22", other),
        ("31", text(&place)),
        ("32", hospital.diagnosis.clone()),
        ("61", hospital.team.clone()),
    ];
    let examples = |commands: &str| -> Vec<Value> {
        let mut text = golden[commands].to_string();
        for (number, id) in &ids {
            text = text.replace(&format!("00000000-0000-7000-8000-0000000000{number}"), id);
        }
        serde_json::from_str(&text).unwrap()
    };
    let mut done = 0;
    for command in examples("team_commands") {
        for command in with_canaries(command) {
            done += usize::from(api.command(&hospital.team, command).await.status == 200);
        }
    }
    // Whoever sweeps would close their own account last.
    for command in examples("organization_commands") {
        for command in with_canaries(command) {
            done += usize::from(api.administer(command).await.status == 200);
        }
    }
    assert!(done > 30, "most of it was refused: {done}");
}

/// A command as it is, and once for each of its texts with the canary there.
fn with_canaries(command: Value) -> Vec<Value> {
    let mut all = Vec::new();
    let mut at = 0;
    loop {
        let mut changed = command.clone();
        let mut nth = at;
        if !replace(&mut changed, &mut nth) {
            break;
        }
        all.push(changed);
        at += 1;
    }
    all.push(command);
    all
}

/// Puts the canary in the place of the nth text, and says whether there is one.
fn replace(value: &mut Value, nth: &mut usize) -> bool {
    match value {
        Value::String(text) if *nth == 0 => {
            *text = TYPED.to_owned();
            true
        }
        Value::String(_) => {
            *nth -= 1;
            false
        }
        Value::Array(items) => items.iter_mut().any(|item| replace(item, nth)),
        Value::Object(members) => members.values_mut().any(|member| replace(member, nth)),
        _ => false,
    }
}
