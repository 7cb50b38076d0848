//! People come in, and write.

use super::{CANARY, Secrets};
use crate::client::{Api, Live, command_id};
use crate::hospital::{Hospital, PASSWORD, text};
use crate::process::Process;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

pub const BORN: &str = "1931-05-06";
pub const NEW_PASSWORD: &str = "CANARY, and long enough";

/// Signs people in, rightly and wrongly, has them enter a patient and all that belongs to one, and gives the patient's id.
pub async fn people_and_what_they_write(
    process: &Process,
    hospital: &Hospital,
    secrets: &mut Secrets,
) -> String {
    let mut api = hospital.api(process);
    signing_in(process, &mut api, secrets).await;
    let patient = writing(hospital, &mut api).await;
    broken(process, hospital, &mut api).await;
    sheets(hospital, &mut api).await;
    live(process, hospital, &mut api, &patient).await;
    patient
}

async fn signing_in(process: &Process, api: &mut Api, secrets: &mut Secrets) {
    let create = json!({"type": "create_user", "user": "CANARYUSER", "name": "CANARYNAME"});
    let made = api.administer(create).await.ok();
    let link = text(&made["link"]);
    let token = link.split_once('#').unwrap().1;
    secrets.add(token);
    let mut nurse = Api::anonymous(&process.address);
    let inspection = json!({"token": token});
    assert_eq!(
        nurse
            .post("/api/enrolment/inspection", &inspection)
            .await
            .status,
        200
    );
    let short = json!({"token": token, "password": "CANARY"});
    assert_eq!(nurse.post("/api/enrolment", &short).await.status, 422);
    let enrol = json!({"token": token, "password": NEW_PASSWORD});
    assert_eq!(nurse.post("/api/enrolment", &enrol).await.status, 204);
    for (user, password) in [
        ("CANARYUSER", "CANARYWRONG"),
        ("CANARYNOBODY", NEW_PASSWORD),
        (NEW_PASSWORD, "CANARYUSER"),
    ] {
        let wrong = json!({"user": user, "password": password});
        assert_eq!(nurse.post("/api/session", &wrong).await.status, 401);
    }
    let mut nurse = Api::sign_in(&process.address, "CANARYUSER", NEW_PASSWORD).await;
    secrets.add(nurse.token());
    let change = json!({"current": "CANARYWRONG", "new": NEW_PASSWORD});
    assert_eq!(nurse.put("/api/me/password", &change).await.status, 422);
    let change = json!({"current": NEW_PASSWORD, "new": PASSWORD});
    assert_eq!(nurse.put("/api/me/password", &change).await.status, 204);
    assert_eq!(nurse.delete("/api/session").await.status, 204);
    // Until they are slowed down.
    let wrong = json!({"user": "CANARYUSER", "password": "CANARYWRONG"});
    let mut last = 0;
    for _ in 0..7 {
        last = nurse.post("/api/session", &wrong).await.status;
    }
    assert_eq!(last, 429);
    // A cookie's way: the token comes in a header, and goes back in one.
    let own_page = [
        ("Content-Type", "application/json"),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    let body = json!({"user": "ada", "password": PASSWORD}).to_string();
    let mut browser = Api::anonymous(&process.address);
    let answer = browser
        .raw("POST", "/api/session", &own_page, body.as_bytes())
        .await;
    let cookie = answer.header("set-cookie").unwrap();
    let cookie = cookie.split(';').next().unwrap();
    secrets.add(cookie.split_once('=').unwrap().1);
    let me = browser
        .raw("GET", "/api/me", &[("Cookie", cookie)], b"")
        .await;
    assert_eq!(me.status, 200);
    let foreign = [
        ("Cookie", cookie),
        ("Sec-Fetch-Site", "cross-site"),
        ("Content-Type", "application/json"),
    ];
    let refused = browser
        .raw("POST", "/api/organization/commands", &foreign, b"{}")
        .await;
    assert_eq!(refused.status, 403);
}

async fn writing(hospital: &Hospital, api: &mut Api) -> String {
    let team = &hospital.team;
    let identity = json!({
        "family": "CANARYFAMILY", "given": "CANARYGIVEN", "birth_date": BORN,
        "identifiers": [{"type": "MR", "value": "CANARYNUMBER"}],
    });
    let add = json!({"type": "add_patient", "list": hospital.list, "identity": identity});
    let patient = text(&api.done(team, add.clone()).await["patient"]);
    let field = &hospital.diagnosis;
    let commands = [
        // The same again asks whether they are one: a refusal that names somebody.
        add,
        json!({"type": "set_value", "patient": patient, "field": field, "value": "CANARYVALUE", "based_on": 1}),
        json!({"type": "set_value", "patient": patient, "field": field, "value": "CANARYVALUE 2", "based_on": 1}),
        json!({"type": "add_note", "patient": patient, "text": "CANARYNOTE"}),
        json!({"type": "add_note", "patient": patient, "text": "CANARYNOTE\u{0}"}),
        json!({"type": "add_note", "patient": team, "text": "CANARYNOTE"}),
        json!({"type": "highlight", "patient": patient, "reason": "CANARYREASON"}),
        json!({"type": "create_list", "name": "CANARYLIST"}),
        json!({"type": "create_list", "name": "CANARYLIST".repeat(30)}),
        json!({"type": "add_field", "field": {"name": "CANARYFIELD", "type": "CANARYTYPE"}}),
        json!({"type": "add_patient", "list": hospital.list, "identity": {"family": "CANARYFAMILY", "birth_date": "CANARY-1950"}}),
        json!({"type": "CANARYTYPED"}),
    ];
    for command in commands {
        api.command(team, command).await;
    }
    for rest in ["", "/history", "/chart"] {
        api.get(&hospital.path(&format!("/patients/{patient}{rest}")))
            .await;
    }
    assert!(api.get(&hospital.list_path()).await.text().contains(CANARY));
    patient
}

/// What is no request, or none that is understood.
async fn broken(process: &Process, hospital: &Hospital, api: &mut Api) {
    let path = hospital.path("/commands");
    let id = command_id();
    for body in [
        format!(r#"{{"id":"{id}","command":{{"type":"add_note","text":"CANARYTYPED"#),
        format!(r#"{{"id":"CANARYTYPED","command":{{"type":"CANARYTYPED{id}"}}}}"#),
        r#"{"CANARYTYPED": 1}"#.to_owned(),
    ] {
        assert!(api.json("POST", &path, body.as_bytes()).await.status >= 400);
    }
    let large = CANARY.repeat(60_000);
    assert_eq!(
        api.json("POST", "/api/enrolment", large.as_bytes())
            .await
            .status,
        413
    );
    for headers in [
        [
            ("Authorization", "Bearer CANARYTOKEN"),
            ("Cookie", "session=CANARYTOKEN"),
        ],
        [
            ("Cookie", "__Host-session=CANARYTOKEN"),
            ("Origin", "https://CANARY.example"),
        ],
        [("X-Forwarded-For", "CANARY"), ("Host", "CANARY.example")],
    ] {
        Api::anonymous(&process.address)
            .raw("GET", "/api/me", &headers, b"")
            .await;
    }
}

async fn sheets(hospital: &Hospital, api: &mut Api) {
    let list = hospital.list_path();
    let sheet =
        "Name;Birth date;Diagnosis\nCANARYIMPORTED;1931-05-06;CANARYVALUE\n;;CANARYNAMELESS\n";
    // Base64 of it, as a browser sends a file.
    let content = base64(sheet.as_bytes());
    for (name, content) in [
        ("CANARY.csv", content.as_str()),
        ("CANARY.xlsx", content.as_str()),
        ("CANARY.csv", "CANARY"),
    ] {
        let preview = json!({"file_name": name, "content": content});
        api.post(&format!("{list}/imports/preview"), &preview).await;
    }
    let rows = json!([{"identity": {"family": "CANARYIMPORTED", "birth_date": BORN}}, {"identity": {"given": "CANARY"}}]);
    let import = json!({"type": "import_patients", "list": hospital.list, "rows": rows});
    api.command(&hospital.team, import).await;
    for format in ["csv", "xlsx"] {
        let export = api.get(&format!("{list}/export?format={format}")).await;
        assert_eq!(export.status, 200, "{}", export.text());
    }
    api.get(&format!("{list}/export?format=CANARYTYPED")).await;
}

async fn live(process: &Process, hospital: &Hospital, api: &mut Api, patient: &str) {
    let mut live = Live::connect(&process.address, &hospital.team, &hospital.token).await;
    live.open(&hospital.list, None).await;
    let note = json!({"type": "add_note", "patient": patient, "text": "CANARYLIVE"});
    api.done(&hospital.team, note).await;
    live.changes().await;
    let presence = json!({"presence": {"list": hospital.list, "patient": patient}});
    live.say(&presence).await;
    for odd in [
        r#"{"CANARYTYPED": 1}"#,
        "CANARYTYPED",
        r#"{"open": {"list": "CANARYTYPED"}}"#,
    ] {
        live.say_raw(Message::text(odd)).await;
        live.hear_of("problem").await;
    }
    live.say_raw(Message::binary(CANARY.as_bytes().to_vec()))
        .await;
    live.hear_of("problem").await;
    live.leave().await;
    let mut large = Live::connect(&process.address, &hospital.team, &hospital.token).await;
    large.say_raw(Message::text(CANARY.repeat(10_000))).await;
    large.end().await;
    let refused = Live::try_connect(
        &process.address,
        &hospital.team,
        &[("authorization", "Bearer CANARYTOKEN")],
        None,
    )
    .await;
    assert!(refused.is_err());
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| {
            bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            let index = (bits >> (18 - 6 * at)) & 63;
            text.push(if at <= chunk.len() {
                char::from(ALPHABET[index as usize])
            } else {
                '='
            });
        }
    }
    text
}
