//! Commands, events and accesses as JSON: what is unknown is refused by its name, wherever `type` stands.

use crate::golden::records;
use domain::{organization, team};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The JSON text of a record with its parts in this order, since the place of `type` matters to the reader.
fn text(parts: &[(&str, &Value)]) -> String {
    let parts: Vec<_> = parts
        .iter()
        .map(|(key, part)| format!("{}:{part}", json!(key)))
        .collect();
    format!("{{{}}}", parts.join(","))
}

fn check<T: DeserializeOwned + Serialize + PartialEq>(section: &str) {
    for record in records(section) {
        let tag = ("type", &record["type"]);
        let rest: Vec<_> = record
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| *key != "type")
            .map(|(key, part)| (key.as_str(), part))
            .collect();
        let read = |parts: &[(&str, &Value)]| serde_json::from_str::<T>(&text(parts));
        let refusal = |parts: &[(&str, &Value)]| {
            read(parts)
                .err()
                .unwrap_or_else(|| panic!("{} is read", text(parts)))
                .to_string()
        };

        let first = [&[tag][..], &rest].concat();
        let last = [&rest[..], &[tag]].concat();
        let whole: T = serde_json::from_value(record.clone()).unwrap();
        assert!(
            read(&first).unwrap() == whole && read(&last).unwrap() == whole,
            "{record}"
        );

        let unknown = ("colour", &json!("red"));
        for parts in [
            [&first[..], &[unknown]].concat(),
            [&[unknown], &last[..]].concat(),
        ] {
            assert!(
                refusal(&parts).contains("unknown field `colour`"),
                "{}",
                refusal(&parts)
            );
        }
        assert!(refusal(&[&first[..], &[tag]].concat()).contains("`type`"));
        let other = ("type", &json!("dance"));
        for parts in [
            [&[other][..], &rest].concat(),
            [&rest[..], &[other]].concat(),
        ] {
            assert!(
                refusal(&parts).contains("unknown variant `dance`, expected"),
                "{}",
                refusal(&parts)
            );
        }
        assert!(
            refusal(&rest).contains("missing field `type`"),
            "{}",
            refusal(&rest)
        );
    }
}

#[test]
fn what_a_team_is_told_is_read_in_any_order_and_nothing_unknown_with_it() {
    check::<team::Command>("team_commands");
    check::<team::Event>("team_events");
    check::<team::access_event::Access>("team_accesses");
}

#[test]
fn what_the_organization_is_told_is_read_in_any_order_and_nothing_unknown_with_it() {
    check::<organization::Command>("organization_commands");
    check::<organization::Event>("organization_events");
    check::<organization::access_event::Access>("organization_accesses");
}

fn refusal(command: Value) -> String {
    serde_json::from_value::<team::Command>(command)
        .err()
        .unwrap()
        .to_string()
}

#[test]
fn an_unknown_part_inside_a_command_is_refused_by_its_name() {
    let id = "00000000-0000-7000-8000-000000000001";
    let identity =
        json!({"type": "add_patient", "list": id, "identity": {"family": "Smith", "ward": "7"}});
    assert!(refusal(identity).contains("unknown field `ward`"));
    let field = json!({"type": "add_field", "field": {"name": "X", "type": "date", "format": "d"}});
    assert!(refusal(field).contains("unknown field `format`"));
    let option =
        json!({"type": "set_field_options", "field": id, "options": [{"label": "A", "icon": "x"}]});
    assert!(refusal(option).contains("unknown field `icon`"));
    let row = json!({"type": "import_patients", "list": id, "rows": [{"identity": {}, "bed": 1}]});
    assert!(refusal(row).contains("unknown field `bed`"));
    let answer = json!({"type": "import_patients", "list": id, "rows": [{"identity": {}, "duplicate": {"answer": "maybe"}}]});
    assert!(refusal(answer).contains("unknown variant `maybe`"));
    let role = json!({"type": "add_member", "user": id, "role": "boss"});
    assert!(
        refusal(role)
            .contains("unknown variant `boss`, expected one of `guest`, `member`, `owner`")
    );
    let mode = json!({"type": "install_app", "mode": "paper"});
    assert!(refusal(mode).contains("unknown variant `paper`"));
    let birth_date = json!({"type": "add_patient", "list": id, "identity": {"family": "Smith", "birth_date": "14.7.1945"}});
    assert!(refusal(birth_date).contains("YYYY-MM-DD"));
}

#[test]
fn what_may_be_null_is_not_left_out() {
    let id = "00000000-0000-7000-8000-000000000001";
    for (command, part) in [
        (json!({"type": "set_list_members", "list": id}), "members"),
        (json!({"type": "move_field", "field": id}), "after"),
        (
            json!({"type": "reorder_patient", "list": id, "patient": id}),
            "after",
        ),
        (
            json!({"type": "set_value", "patient": id, "field": id, "based_on": 1}),
            "value",
        ),
    ] {
        assert_eq!(refusal(command), format!("missing field `{part}`"));
    }
}

#[test]
fn a_wrong_type_is_no_command() {
    for text in [
        "[]",
        "1",
        "\"add_note\"",
        "null",
        r#"{"type": 1}"#,
        r#"{"type": null}"#,
        r#"{"a": 1, "type": ["add_note"]}"#,
    ] {
        assert!(
            serde_json::from_str::<team::Command>(text).is_err(),
            "{text}"
        );
    }
}
