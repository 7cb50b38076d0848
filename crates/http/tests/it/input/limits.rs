//! The bounds of what a team may hold, at them and one beyond.

use crate::support::{Ward, command_id};
use serde_json::{Value, json};

#[tokio::test]
async fn a_text_has_ten_thousand_characters_and_no_more() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let team = ward.team.clone();
    // Characters are counted, not bytes.
    for character in ["x", "é", "漢", "😍"] {
        let longest = character.repeat(10_000);
        let now = ward.sequence(&mut ward.olga.again()).await;
        let set = |value: &str| json!({"type": "set_value", "patient": patient, "field": ward.fields["What matters"], "value": value, "based_on": now});
        ward.olga.done(&team, set(&longest)).await;
        let refused = ward
            .olga
            .command(&team, set(&format!("{longest}{character}")))
            .await;
        assert_eq!(refused.refusal(), (422, "text_too_long".to_owned()));
        let problem = refused.json();
        assert_eq!(
            (&problem["limit"], &problem["length"]),
            (&json!(10_000), &json!(10_001))
        );
        assert!(problem["what"].is_string());
        let note = |text: &str| json!({"type": "add_note", "patient": patient, "text": text});
        ward.olga.done(&team, note(&longest)).await;
        let refused = ward
            .olga
            .command(&team, note(&format!("{longest}{character}")))
            .await;
        assert_eq!(refused.json()["what"], "text");
    }
}

#[tokio::test]
async fn a_team_has_two_hundred_columns_and_no_more() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    let patient = ward.patient("Martin").await;
    let add = |number: usize| json!({"type": "add_field", "field": {"name": format!("Field {number}"), "type": "short_text"}, "list": ward.list});
    let mut last = Value::Null;
    for number in ward.fields.len()..200 {
        last = ward.olga.done(&team, add(number)).await["field"].clone();
    }
    let refused = ward.olga.command(&team, add(201)).await;
    assert_eq!(refused.refusal(), (422, "too_many".to_owned()));
    assert_eq!(refused.json()["limit"], 200);
    let now = ward.sequence(&mut ward.olga.again()).await;
    let set = json!({"type": "set_value", "patient": patient, "field": last, "value": "the last column", "based_on": now});
    ward.olga.done(&team, set).await;
    let list = ward.olga.list(&team, &ward.list).await;
    assert_eq!(list["fields"].as_array().unwrap().len(), 200);
    let values = list["rows"][0]["values"].as_array().unwrap();
    assert_eq!(
        (values.len(), &values[199]),
        (200, &json!("the last column"))
    );
}

#[tokio::test]
async fn a_team_has_five_thousand_patients_and_no_more_and_an_import_is_whole_or_absent() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    ward.patient("Martin").await;
    let rows = |count: usize| -> Vec<Value> {
        (0..count)
            .map(|number| json!({"identity": {"family": format!("Patient {number}")}, "values": [{"field": ward.fields["Place"], "value": format!("A{number}")}]}))
            .collect()
    };
    let import =
        |count: usize| json!({"type": "import_patients", "list": ward.list, "rows": rows(count)});
    let refused = ward.olga.command(&team, import(5_000)).await;
    assert_eq!(refused.refusal(), (422, "too_many".to_owned()));
    assert_eq!(
        (&refused.json()["what"], &refused.json()["limit"]),
        (&json!("patients"), &json!(5_000))
    );
    let list = ward.olga.list(&team, &ward.list).await;
    assert_eq!(list["rows"].as_array().unwrap().len(), 1);
    ward.olga.done(&team, import(4_999)).await;
    let list = ward.olga.list(&team, &ward.list).await;
    assert_eq!(list["rows"].as_array().unwrap().len(), 5_000);
    let one = json!({"type": "add_patient", "list": ward.list, "identity": {"family": "One more"}});
    let refused = ward.olga.command(&team, one).await;
    assert_eq!(refused.refusal(), (422, "too_many".to_owned()));
    let mut ward = ward.restart().await;
    assert_eq!(
        ward.olga.list(&team, &ward.list).await["rows"],
        list["rows"]
    );
}

#[tokio::test]
async fn names_lists_and_options_have_their_bounds() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    let patient = ward.patient("Martin").await;
    let now = ward.sequence(&mut ward.olga.again()).await;
    let set = |field: &str, value: Value| json!({"type": "set_value", "patient": patient, "field": ward.fields[field], "value": value, "based_on": now});
    let items: Vec<Value> = (0..101)
        .map(|n| json!({"text": format!("item {n}"), "done": false}))
        .collect();
    let options: Vec<Value> = (0..201)
        .map(|n| json!({"label": format!("option {n}")}))
        .collect();
    let identifiers: Vec<Value> = (0..21)
        .map(|n| json!({"type": "MR", "value": n.to_string()}))
        .collect();
    for (command, code) in [
        (
            json!({"type": "create_list", "name": "x".repeat(201)}),
            "text_too_long",
        ),
        (json!({"type": "create_list", "name": ""}), "required"),
        (
            json!({"type": "create_list", "name": "\u{200b}\u{2060}"}),
            "required",
        ),
        (
            json!({"type": "add_patient", "list": ward.list, "identity": {"family": "x".repeat(301)}}),
            "text_too_long",
        ),
        (
            json!({"type": "add_patient", "list": ward.list, "identity": {}}),
            "required",
        ),
        (
            json!({"type": "add_patient", "list": ward.list, "identity": {"family": "X", "identifiers": identifiers}}),
            "too_many",
        ),
        (
            json!({"type": "add_field", "field": {"name": "Y", "type": "choice", "options": options}}),
            "too_many",
        ),
        (set("Place", json!("x".repeat(101))), "text_too_long"),
        (set("To do", json!(items)), "too_many"),
        (
            set("Expected discharge", json!("2026-02-30")),
            "wrong_value_type",
        ),
        (set("Path to discharge", json!(99)), "unknown_option"),
        (set("Diagnosis", json!({"a": 1})), "wrong_value_type"),
        (set("Diagnosis", json!("a\u{7}b")), "control_character"),
        (set("Responsible", json!(command_id())), "not_found"),
        (
            json!({"type": "highlight", "patient": patient, "reason": "x".repeat(1_001)}),
            "text_too_long",
        ),
    ] {
        let refused = ward.olga.command(&team, command.clone()).await;
        assert_eq!(refused.code(), code, "{command} {}", refused.text());
        assert!((400..500).contains(&refused.status));
    }
    for number in 1..200 {
        let create =
            json!({"type": "create_list", "name": format!("List {number}"), "columns": []});
        ward.olga.done(&team, create).await;
    }
    let create = json!({"type": "create_list", "name": "One more"});
    let refused = ward.olga.command(&team, create).await;
    assert_eq!(refused.refusal(), (422, "too_many".to_owned()));
    assert_eq!(refused.json()["what"], "lists");
}
