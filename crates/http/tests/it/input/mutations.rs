//! Every part of every command replaced by something else: refused with its place, or taken for what it is. Never a 500.

use crate::support::{Answer, Ward, command_id, script};
use serde_json::{Value, json};

fn something_else() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(18_446_744_073_709_551_615_u64),
        json!(1.5),
        json!(""),
        json!("x"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!([]),
        json!([1, null, "x"]),
        json!({}),
        json!({"x": 1}),
    ]
}

/// Every part of a value, as JSON pointers.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(map) => {
            for (key, part) in map {
                pointers(part, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, part) in items.iter().enumerate() {
                pointers(part, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[track_caller]
fn check(command: &Value, answer: &Answer) {
    let place = || format!("{command}\n{} {}", answer.status, answer.text());
    // What the record makes of another client, secret or scope is its own answer.
    let is_of_record = answer.status >= 500 && answer.code().starts_with("ehr_");
    assert!(
        answer.status == 200 || (400..500).contains(&answer.status) || is_of_record,
        "{}",
        place()
    );
    if answer.status != 200 {
        let problem = answer.json();
        assert!(
            problem["detail"]
                .as_str()
                .is_some_and(|detail| !detail.is_empty()),
            "{}",
            place()
        );
        if answer.code() == "malformed" {
            assert!(
                problem["path"].as_str().unwrap().starts_with("command"),
                "{}",
                place()
            );
        }
    }
}

#[tokio::test]
async fn every_part_of_every_command_replaced_by_something_else() {
    let mut ward = Ward::begin().await;
    let played = script::play(&mut ward).await;
    let mut oscar = ward.sign_in("oscar").await;
    let mut count = 0;
    for said in &played.said {
        // Who acts must stay, whatever is done to members.
        if matches!(
            said.command["type"].as_str(),
            Some("remove_member" | "set_member_role")
        ) {
            continue;
        }
        let mut parts = Vec::new();
        pointers(&said.command, "", &mut parts);
        for pointer in parts {
            for other in something_else() {
                let mut command = said.command.clone();
                *command.pointer_mut(&pointer).unwrap() = other;
                check(&command, &oscar.command(&ward.team, command.clone()).await);
                count += 1;
            }
        }
    }
    assert!(count > 2_000, "{count}");
    assert_eq!(oscar.get(&ward.path("")).await.status, 200);
    let (team, list) = (ward.team.clone(), ward.list.clone());
    let before = ward.olga.list(&team, &list).await;
    let mut ward = ward.restart().await;
    assert_eq!(ward.olga.list(&team, &list).await, before);
}

#[tokio::test]
async fn a_field_that_a_command_does_not_have_is_refused_by_its_name() {
    let mut ward = Ward::begin().await;
    let played = script::play(&mut ward).await;
    let mut oscar = ward.sign_in("oscar").await;
    let before = ward.sequence(&mut oscar).await;
    for said in &played.said {
        let mut command = said.command.clone();
        command["surprise"] = json!(1);
        let answer = oscar.command(&ward.team, command.clone()).await;
        assert_eq!(answer.refusal(), (422, "malformed".to_owned()), "{command}");
        let problem = answer.json();
        assert!(
            problem["reason"].as_str().unwrap().contains("surprise"),
            "{problem}"
        );
    }
    assert_eq!(ward.sequence(&mut oscar).await, before);
    let path = ward.path("/commands");
    let command = json!({"type": "create_list", "name": "X"});
    for body in [
        json!({"id": command_id(), "command": command, "surprise": 1}),
        json!({"id": "x", "command": command}),
        json!({"command": command}),
        json!({"id": command_id()}),
        json!({"id": command_id(), "command": null}),
        json!([command_id(), command]),
    ] {
        let answer = oscar.post(&path, &body).await;
        assert_eq!(answer.refusal(), (422, "malformed".to_owned()), "{body}");
    }
    for (method, path, body) in [
        (
            "POST",
            "/api/session".to_owned(),
            json!({"user": "a", "password": "b", "c": 1}),
        ),
        (
            "POST",
            "/api/session".to_owned(),
            json!({"user": 1, "password": "b"}),
        ),
        ("POST", "/api/session".to_owned(), json!(["olga", "b"])),
        ("PUT", ward.list_path("/seen"), json!({"sequence": -1})),
        (
            "PUT",
            ward.list_path("/seen"),
            json!({"sequence": 1, "c": 1}),
        ),
        (
            "PUT",
            ward.list_path("/widths"),
            json!({"widths": {}, "c": 1}),
        ),
        ("POST", ward.list_path("/copies"), json!({"patients": "x"})),
        (
            "PUT",
            "/api/me/password".to_owned(),
            json!({"current": "x"}),
        ),
    ] {
        let answer = oscar.json(method, &path, body.to_string().as_bytes()).await;
        assert_eq!(
            answer.refusal(),
            (422, "malformed".to_owned()),
            "{path} {body}"
        );
    }
}
