//! Every text of the JSON test suite as the body of routes of every kind.

use crate::support::{Answer, Api, Ward, command_id, hostile};
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

fn suite() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = hostile("json") else {
        return Vec::new();
    };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            (name, std::fs::read(file.path()).unwrap())
        })
        .filter(|(name, _)| name.ends_with(".json"))
        .collect();
    files.sort();
    assert!(files.len() > 300, "{}", files.len());
    files
}

/// A text that is JSON reaches the check of its shape; one that is not is 400; of the rest only that nothing breaks.
fn judge(name: &str, route: &str, answer: &Answer) {
    let place = format!("{name} {route}: {} {}", answer.status, answer.text());
    assert!((400..500).contains(&answer.status), "{place}");
    let code = answer.code();
    match &name[..2] {
        "n_" => assert_eq!(
            (answer.status, code.as_str()),
            (400, "malformed"),
            "{place}"
        ),
        "y_" => assert_ne!(answer.status, 400, "{place}"),
        _ => assert!(matches!(answer.status, 400 | 404 | 422), "{place}"),
    }
    if code == "malformed" {
        let problem = answer.json();
        assert!(
            problem["path"].is_string() && problem["reason"].is_string(),
            "{place}"
        );
    }
}

#[tokio::test]
async fn every_text_of_the_json_suite_as_a_body() {
    let ward = Ward::begin().await;
    let mut olga = ward.olga.again();
    let mut ada = ward.sign_in("ada").await;
    let mut nobody = Api::anonymous(ward.address());
    let routes = [
        ("PUT", "/api/me/password".to_owned()),
        ("POST", ward.path("/commands")),
        ("PUT", ward.list_path("/seen")),
        ("PUT", ward.list_path("/widths")),
        ("POST", ward.list_path("/copies")),
    ];
    for (name, text) in suite() {
        // An empty object is all that some routes need: a text that is one is judged by the others.
        for (method, path) in &routes {
            judge(&name, path, &olga.json(method, path, &text).await);
        }
        for path in [
            "/api/session",
            "/api/enrolment",
            "/api/enrolment/inspection",
        ] {
            judge(&name, path, &nobody.json("POST", path, &text).await);
        }
        let path = "/api/organization/commands";
        judge(&name, path, &ada.json("POST", path, &text).await);
    }
    assert_eq!(olga.get("/api/me").await.status, 200);
}

#[tokio::test]
async fn every_text_of_the_json_suite_inside_of_a_command() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let path = ward.path("/commands");
    for (name, text) in suite() {
        let set = format!(
            r#"{{"id":"{}","command":{{"type":"set_value","patient":"{patient}","field":"{}","based_on":0,"value":"#,
            command_id(),
            ward.field("Place"),
        );
        let body = [set.as_bytes(), &text, b"}}"].concat();
        let answer = ward.olga.json("POST", &path, &body).await;
        let place = format!("{name}: {} {}", answer.status, answer.text());
        match &name[..2] {
            // A text that ends what is around it makes another whole, which may be JSON.
            "n_" if answer.status != 400 => {
                assert!(
                    serde_json::from_slice::<serde_json::Value>(&body).is_ok(),
                    "{place}"
                );
            }
            "n_" => assert_eq!(answer.code(), "malformed", "{place}"),
            "y_" => assert!(matches!(answer.status, 200 | 409 | 422), "{place}"),
            _ => assert!(matches!(answer.status, 200 | 400 | 409 | 422), "{place}"),
        }
    }
}

#[tokio::test]
async fn every_text_of_the_json_suite_as_a_live_message() {
    let ward = Ward::begin().await;
    let mut live = ward.connect(&ward.olga).await;
    for (name, text) in suite() {
        let Ok(text) = String::from_utf8(text) else {
            continue;
        };
        if text.len() > 16 * 1024 {
            continue;
        }
        live.say_raw(Message::text(text)).await;
        let problem = live.hear().await;
        assert_eq!(problem["problem"]["code"], "malformed", "{name}: {problem}");
    }
    live.open(&ward.list, None).await;
}

#[tokio::test]
async fn nesting_without_end_is_refused_and_takes_no_stack() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let path = ward.path("/commands");
    let place = ward.field("Place").to_owned();
    let deep = |open: &str, close: &str| {
        let depth = 200_000;
        format!("{}{}", open.repeat(depth), close.repeat(depth))
    };
    let value = |value: &str, type_first: bool| {
        let kind = r#""type":"set_value","#;
        let (before, after) = if type_first {
            (kind, "")
        } else {
            ("", r#","type":"set_value""#)
        };
        format!(
            r#"{{"id":"{}","command":{{{before}"patient":"{patient}","field":"{}","based_on":0,"value":{value}{after}}}}}"#,
            command_id(),
            place,
        )
    };
    for body in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        value(&deep("[", "]"), true),
        value(&deep("[", "]"), false),
        value(&deep("{\"a\":", "}").replace(":}", ":1}"), true),
        format!(
            r#"{{"id":"{}","command":{}}}"#,
            command_id(),
            deep("[", "]")
        ),
    ] {
        let answer = ward.olga.json("POST", &path, body.as_bytes()).await;
        assert!(matches!(answer.status, 400 | 422), "{}", &body[..80]);
        assert_eq!(answer.code(), "malformed");
    }
    let answer = ward
        .olga
        .json("POST", &path, value("\"A1\"", false).as_bytes())
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let mut live = ward.connect(&ward.olga).await;
    live.say_raw(Message::text("[".repeat(16_000))).await;
    assert_eq!(live.hear().await["problem"]["code"], json!("malformed"));
}
