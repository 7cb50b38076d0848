//! The document says what the server really takes and gives.

use crate::support::administration;
use crate::support::{Api, CLIENT_ID, TENANT, Ward, command_id, script};
use domain::team::Command;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn document() -> Value {
    serde_json::from_str(&http_api::document().unwrap()).unwrap()
}

/// Validates against a named schema of the document.
struct Schema {
    name: &'static str,
    validator: Validator,
}

impl Schema {
    fn of(document: &Value, name: &'static str) -> Self {
        assert!(
            !document["components"]["schemas"][name].is_null(),
            "no schema {name}"
        );
        let schema = json!({
            "$ref": format!("#/components/schemas/{name}"),
            "components": document["components"],
        });
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        Self { name, validator }
    }

    #[track_caller]
    fn takes(&self, instance: &Value) {
        let errors: Vec<_> = self
            .validator
            .iter_errors(instance)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {instance}\n{errors:#?}", self.name);
    }

    #[track_caller]
    fn refuses(&self, instance: &Value) {
        assert!(
            !self.validator.is_valid(instance),
            "{}: {instance}",
            self.name
        );
    }
}

#[tokio::test]
async fn every_command_of_a_session_is_as_the_document_has_it() {
    let mut ward = Ward::begin().await;
    let played = script::play(&mut ward).await;
    let document = document();
    let request = Schema::of(&document, "TeamCommandRequest");
    let answer = Schema::of(&document, "CommandAnswer");
    let mut types = BTreeSet::from(["install_app"]);
    request
        .takes(&json!({"id": command_id(), "command": {"type": "install_app", "mode": "manual"}}));
    for said in &played.said {
        types.insert(said.command["type"].as_str().unwrap());
        request.takes(&json!({"id": command_id(), "command": said.command}));
        answer.takes(&said.answer);
    }
    let all: BTreeSet<_> = Command::TYPE_NAMES.iter().copied().collect();
    assert_eq!(types, all, "support/script.rs has no example of a command");
    request.refuses(&json!({"id": command_id(), "command": {"type": "install_app"}}));
    request.refuses(&json!({"id": command_id(), "command": {"type": "explode"}}));
    request.refuses(&json!({"command": {"type": "install_app", "mode": "manual"}}));
}

#[tokio::test]
async fn commands_to_the_organization_are_as_the_document_has_them() {
    let ward = Ward::begin().await;
    let document = document();
    let request = Schema::of(&document, "OrganizationCommandRequest");
    let answer = Schema::of(&document, "OrganizationCommandAnswer");
    let mut ada = ward.sign_in("ada").await;
    let said = administration::play(&ward, &mut ada).await;
    let types: BTreeSet<_> = said
        .iter()
        .map(|(command, _)| command["type"].as_str().unwrap())
        .collect();
    let all: BTreeSet<_> = domain::organization::Command::TYPE_NAMES
        .iter()
        .copied()
        .collect();
    assert_eq!(
        types, all,
        "support/administration.rs has no example of a command"
    );
    for (command, told) in &said {
        request.takes(&json!({"id": command_id(), "command": command}));
        answer.takes(told);
    }
}

#[tokio::test]
async fn every_answer_is_as_the_document_has_it() {
    let mut ward = Ward::begin().await;
    let played = script::play(&mut ward).await;
    let document = document();
    let mut nina = ward.sign_in("nina").await;
    nina.get(&ward.list_path("/unseen")).await.ok();
    let mut olga = ward.olga.again();
    ward.set(&mut olga, &played.patient, "Diagnosis", json!("new"))
        .await;
    let patient = format!("/patients/{}", played.patient);
    for (path, name) in [
        (ward.path(""), "NamedTeamView"),
        (ward.list_path(""), "ListView"),
        (ward.list_path("/unseen"), "UnseenView"),
        (ward.list_path("/widths"), "ColumnWidths"),
        (ward.path(&patient), "PatientView"),
        (ward.path(&format!("{patient}/history")), "HistoryView"),
        ("/api/me".to_owned(), "Me"),
        ("/api/session/me".to_owned(), "Visitor"),
        ("/api/teams".to_owned(), "MyTeams"),
        ("/api/users".to_owned(), "DirectoryView"),
        ("/api/nothing".to_owned(), "Problem"),
    ] {
        let answer = nina.get(&path).await;
        Schema::of(&document, name).takes(&answer.json());
    }
    let chart = ward.path(&format!("/patients/{}/chart", played.linked));
    Schema::of(&document, "ChartView").takes(&nina.get(&chart).await.ok());
    let search = json!({"id": "p003"});
    let found = nina.post(&ward.path("/ehr/search"), &search).await.ok();
    Schema::of(&document, "EhrSearchAnswer").takes(&found);
    let probe = json!({"url": played.record.url(), "auth": {
        "type": "client_credentials", "client_id": CLIENT_ID, "scope": TENANT,
    }});
    let found = olga.post(&ward.path("/ehr/probe"), &probe).await.ok();
    Schema::of(&document, "Found").takes(&found);
    let keys = nina.get("/api/ehr/jwks").await.ok();
    Schema::of(&document, "PublicKeys").takes(&keys);
    let openings = olga.get(&ward.path("/break-glass")).await.ok();
    Schema::of(&document, "BreakGlassView").takes(&openings);
    let mut auditor = ward.auditor("otto").await;
    let openings = auditor.get("/api/break-glass").await.ok();
    Schema::of(&document, "AuditedBreakGlassView").takes(&openings);
    let mut ada = ward.sign_in("ada").await;
    let organization = ada.get("/api/organization").await.ok();
    Schema::of(&document, "OrganizationView").takes(&organization);
}

#[tokio::test]
async fn every_live_message_is_as_the_document_has_it() {
    let mut ward = Ward::begin().await;
    let document = document();
    let schema = Schema::of(&document, "ServerMessage");
    let mut live = ward.connect(&ward.olga).await;
    live.say(&json!({"open": {"list": ward.list}})).await;
    live.say(&json!({"open": {"list": command_id()}})).await;
    live.say(&json!({"shout": 1})).await;
    let played = script::play(&mut ward).await;
    live.say(&json!({"open": {"list": ward.list}})).await;
    live.say(&json!({"presence": {"list": ward.list, "patient": played.patient}}))
        .await;
    let mut kinds = BTreeSet::new();
    let mut changes = BTreeSet::new();
    while let Some(crate::support::Heard::Message(message)) =
        live.hear_within(std::time::Duration::from_secs(2)).await
    {
        schema.takes(&message);
        for kind in message.as_object().unwrap().keys() {
            kinds.insert(kind.clone());
        }
        for change in message["changes"].as_array().into_iter().flatten() {
            changes.insert(change["type"].as_str().unwrap().to_owned());
        }
    }
    let expected = [
        "changes", "closed", "opened", "presence", "problem", "record",
    ];
    assert_eq!(kinds, expected.map(str::to_owned).into());
    let expected = [
        "list",
        "moved",
        "note",
        "reload",
        "row",
        "row_removed",
        "value",
    ];
    assert_eq!(changes, expected.map(str::to_owned).into());
}

#[tokio::test]
async fn every_route_of_the_document_is_served_and_asks_who_comes() {
    let ward = Ward::begin().await;
    let open = [
        "get /api/session/me",
        "post /api/session",
        "get /api/session/methods",
        "post /api/session/second-factor",
        "post /api/session/second-factor/passkey",
        "post /api/session/passkey",
        "post /api/session/passkey/challenge",
        "post /api/enrolment",
        "post /api/enrolment/inspection",
        "get /api/ehr/jwks",
        "get /healthz",
        "get /readyz",
        "get /metrics",
    ];
    let mut api = Api::anonymous(ward.address());
    for (path, methods) in document()["paths"].as_object().unwrap() {
        let real = path
            .replace("{team}", &ward.team)
            .replace("{list}", &ward.list)
            .replace("{user}", &ward.id("olga").to_string())
            .replace("{access}", &command_id())
            .replace("{patient}", &command_id())
            .replace("{passkey}", &command_id())
            .replace("{reference}", &command_id())
            .replace("{token}", "none");
        if path.starts_with("/api/session/oidc") {
            // Not there without a provider: `routes/oidc` has one.
            assert_eq!(api.get(&real).await.status, 404);
            continue;
        }
        assert!(!real.contains('{'), "{path}");
        for method in methods.as_object().unwrap().keys() {
            let answer = api.json(&method.to_uppercase(), &real, b"{}").await;
            let name = format!("{method} {path}");
            if open.contains(&name.as_str()) {
                assert!(
                    matches!(answer.status, 200 | 422),
                    "{name}: {}",
                    answer.status
                );
            } else {
                assert_eq!(answer.status, 401, "{name}");
            }
        }
    }
}
