//! Every naughty string in every place where people type: shown literally, or refused by a rule.

use crate::support::{Answer, Api, PASSWORD, Ward, hostile};
use serde_json::{Value, json};

fn strings() -> Vec<String> {
    let Some(file) = hostile("naughty-strings.json") else {
        return Vec::new();
    };
    let mut strings: Vec<String> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert!(strings.len() > 500);
    strings.extend(
        [
            "a\0b",
            "\u{1b}[31mred",
            "<script>alert(1)</script>",
            "\u{202e}txet desrever",
            "\u{2066}isolated\u{2069}",
            "=HYPERLINK(\"http://x\")",
            "line\nbreak",
            "tab\there",
            "\u{feff}mark",
            "Z\u{352}\u{35d}\u{344}algo",
            "\u{fffe}\u{ffff}",
            "\u{10ffff}",
            "' OR 1=1 --",
            "../../etc/passwd",
        ]
        .map(str::to_owned),
    );
    strings.push("x".repeat(10_000));
    strings
}

/// Says whether it was taken. What was refused names the value and the rule.
#[track_caller]
fn is_taken(answer: &Answer, string: &str) -> bool {
    if answer.status == 200 {
        return true;
    }
    assert_eq!(answer.status, 422, "{string:?}: {}", answer.text());
    let problem = answer.json();
    assert!(
        matches!(
            answer.code().as_str(),
            "control_character" | "required" | "text_too_long" | "name_taken"
        ),
        "{string:?}: {problem}"
    );
    assert!(problem["what"].is_string(), "{problem}");
    false
}

/// What a text becomes: its surroundings are trimmed and line ends are made alike; nothing else is touched.
fn as_kept(string: &str) -> String {
    string.replace("\r\n", "\n").trim().to_owned()
}

#[tokio::test]
async fn every_naughty_string_of_a_patient_is_shown_literally_or_refused() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let path = ward.path(&format!("/patients/{patient}"));
    let (team, list) = (ward.team.clone(), ward.list.clone());
    let mut taken = 0;
    for string in strings() {
        let sequence = 1_000_000_000_u64.min(ward.sequence(&mut ward.olga.again()).await);
        let olga = &mut ward.olga;
        let edit = json!({"type": "edit_patient", "patient": patient, "identity": {"family": string, "given": string, "birth_date": "1950"}, "based_on": sequence});
        let name = olga.command(&team, edit).await;
        let set = |field: &str| json!({"type": "set_value", "patient": patient, "field": field, "value": string, "based_on": sequence});
        let cell = olga.command(&team, set(&ward.fields["Diagnosis"])).await;
        let place = olga.command(&team, set(&ward.fields["Place"])).await;
        let long = olga.command(&team, set(&ward.fields["What matters"])).await;
        let note = json!({"type": "add_note", "patient": patient, "text": string});
        let note = olga.command(&team, note).await;
        let highlight = json!({"type": "highlight", "patient": patient, "reason": string});
        let highlight = olga.command(&team, highlight).await;
        let view = olga.get(&path).await.ok();
        let kept = as_kept(&string);
        let value = |field: &str| {
            let id = json!(ward.fields[field]);
            let mut values = view["values"].as_array().unwrap().iter();
            values.find(|value| value["field"] == id).unwrap()["value"].clone()
        };
        let shown = |value: Value| value == kept || value.is_null() && is_invisible(&value, &kept);
        if is_taken(&name, &string) {
            assert!(
                shown(view["identity"]["family"].clone()),
                "{string:?}: {view}"
            );
        }
        for (answer, field) in [
            (&cell, "Diagnosis"),
            (&place, "Place"),
            (&long, "What matters"),
        ] {
            if is_taken(answer, &string) {
                assert!(shown(value(field)), "{string:?} {field}: {}", value(field));
            }
        }
        if is_taken(&note, &string) {
            assert_eq!(
                view["notes"].as_array().unwrap().last().unwrap()["text"],
                kept
            );
            taken += 1;
        }
        if is_taken(&highlight, &string) {
            assert!(
                view["highlights"]
                    .to_string()
                    .contains(&json!(kept).to_string()),
                "{string:?}"
            );
        }
    }
    if taken > 0 {
        assert!(taken > 400, "{taken}");
        let whole = ward.olga.list(&team, &list).await;
        let mut ward = ward.restart().await;
        assert_eq!(ward.olga.list(&team, &list).await, whole);
    }
}

/// A text that shows nothing is no value.
fn is_invisible(_: &Value, kept: &str) -> bool {
    kept.chars()
        .all(|c| !c.is_alphanumeric() && !c.is_ascii_graphic())
}

#[tokio::test]
async fn every_naughty_string_as_a_name_is_shown_literally_or_refused() {
    let mut ward = Ward::begin().await;
    let second = ward.new_list("Second", None).await;
    let field = ward.field("Diagnosis").to_owned();
    let mut ada = ward.sign_in("ada").await;
    let team = ward.team.clone();
    for string in strings() {
        let kept = as_kept(&string);
        let rename = json!({"type": "rename_list", "list": second, "name": string});
        let list = ward.olga.command(&team, rename).await;
        let rename = json!({"type": "rename_field", "field": field, "name": string});
        let column = ward.olga.command(&team, rename).await;
        let rename = json!({"type": "rename_team", "team": team, "name": string});
        let name = ada.administer(rename).await;
        let options = json!({"type": "set_field_options", "field": ward.field("Path to discharge"), "options": [{"id": 1, "label": string}]});
        let option = ward.olga.command(&team, options).await;
        let view = ward.olga.get(&ward.path("")).await.ok();
        let has = |part: &Value| part.to_string().contains(&json!(kept).to_string());
        if is_taken(&list, &string) {
            assert!(has(&view["lists"]), "{string:?}");
        }
        if is_taken(&column, &string) {
            assert!(has(&view["schema"]), "{string:?}");
        }
        if is_taken(&option, &string) {
            assert!(has(&view["schema"]), "{string:?}");
        }
        if is_taken(&name, &string) {
            assert_eq!(view["name"], kept);
        }
    }
}

#[tokio::test]
async fn every_naughty_string_as_a_login_is_shown_literally_or_refused() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let mut made = 0;
    let mut lines = Vec::new();
    for string in strings() {
        let create = json!({"type": "create_user", "user": string, "name": string});
        let answer = ada.administer(create).await;
        match answer.status {
            200 => {
                made += 1;
                lines.push(as_kept(&string));
            }
            // Some strings are the same name.
            409 => assert_eq!(answer.code(), "name_taken"),
            _ => assert!(!is_taken(&answer, &string)),
        }
    }
    let organization = ada.get("/api/organization").await.ok();
    let users = organization["users"].as_array().unwrap();
    assert_eq!(users.len(), 7 + made);
    for line in lines {
        assert!(
            users
                .iter()
                .any(|user| user["user"] == line && user["name"] == line),
            "{line:?}"
        );
    }
}

#[tokio::test]
async fn a_naughty_name_signs_in_and_a_naughty_password_is_taken_as_it_is() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    for (user, password) in [
        ("Ω≈ç√∫ <b>", "田中さんにあげて下さい"),
        ("' OR 1=1 --", "\u{0}\u{1}\u{2} with controls"),
        ("😍", "  spaces around  "),
    ] {
        let create =
            json!({"type": "create_user", "user": user, "name": user, "password": password});
        assert_eq!(ada.administer(create).await.status, 200, "{user}");
        let mut api = Api::sign_in(ward.address(), user, password).await;
        assert_eq!(api.get("/api/me").await.ok()["user"], user);
        let trimmed = json!({"user": user, "password": password.trim()});
        let expected = if password.trim() == password {
            200
        } else {
            401
        };
        assert_eq!(api.post("/api/session", &trimmed).await.status, expected);
    }
    for string in strings().iter().take(40) {
        let body = json!({"user": string, "password": PASSWORD});
        let answer = ada.post("/api/session", &body).await;
        assert!(
            matches!(answer.status, 401 | 429),
            "{string:?}: {}",
            answer.status
        );
    }
}
