//! How somebody would try to learn something, by every route that there is.

use super::scene::{
    GIVEN, LINKED, LIST, NAME, NOTE, NUMBER, OPEN_NAME, PROTECTED, PROTECTED_LINKED, Scene,
};
use crate::support::{Api, CLIENT_ID, TENANT, command_id};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How each route of the document is asked: method, path and body, as often as there are ways to learn something by it.
pub async fn probes(
    scene: &Scene,
    api: &mut Api,
) -> BTreeMap<String, Vec<(String, Option<Value>)>> {
    let Scene {
        ward,
        limited,
        hidden,
        shared,
        import,
        protected,
        ..
    } = scene;
    let lists = [&ward.list, limited];
    let patients = [hidden, shared, protected];
    let team = |rest: &str| ward.path(rest);
    let each_list = |rest: &str| lists.map(|list| team(&format!("/lists/{list}{rest}")));
    let reads = |paths: &[String]| {
        paths
            .iter()
            .map(|path| (path.clone(), None))
            .collect::<Vec<_>>()
    };
    let now = ward.sequence(&mut ward.olga.again()).await;
    let user = api.get("/api/me").await.json()["id"].clone();
    let identity = json!({"family": NAME.to_lowercase(), "given": GIVEN.to_lowercase(), "birth_date": "1931-05-06"});
    let number = json!({"family": "Somebody", "identifiers": [{"type": "MR", "value": NUMBER}]});
    let place = ward.field("Place");
    let mut commands = vec![
        json!({"type": "add_patient", "list": ward.list, "identity": identity}),
        json!({"type": "add_patient", "list": ward.list, "identity": number}),
        json!({"type": "add_patient", "list": ward.list, "identity": {"family": OPEN_NAME}}),
        json!({"type": "add_patient", "list": limited, "identity": {"family": "X"}}),
        json!({"type": "import_patients", "list": ward.list, "rows": [{"identity": identity}, {"identity": number}]}),
        json!({"type": "import_patients", "list": ward.list, "rows": [{"identity": identity, "duplicate": {"answer": "same", "patient": hidden}}]}),
        json!({"type": "undo_import", "import": import}),
        json!({"type": "create_list", "name": LIST.to_lowercase(), "columns": []}),
        json!({"type": "rename_list", "list": limited, "name": "X"}),
        json!({"type": "set_list_members", "list": limited, "members": [user]}),
        json!({"type": "set_list_columns", "list": limited, "columns": []}),
        json!({"type": "set_list_order", "list": limited, "order": "manual"}),
        json!({"type": "set_default_list", "list": limited}),
        json!({"type": "delete_list", "list": limited}),
        json!({"type": "restore_list", "list": limited}),
        json!({"type": "add_field", "field": {"name": "New", "type": "checkbox"}, "list": limited}),
        json!({"type": "add_patient_to_list", "patient": shared, "list": limited}),
        json!({"type": "move_patient", "patient": shared, "from": ward.list, "to": limited}),
        json!({"type": "move_patient", "patient": shared, "from": limited, "to": ward.list}),
        json!({"type": "remove_patient_from_list", "patient": shared, "list": limited}),
        json!({"type": "reorder_patient", "list": limited, "patient": shared, "after": null}),
        json!({"type": "reorder_patient", "list": ward.list, "patient": shared, "after": hidden}),
        json!({"type": "merge_patients", "patient": shared, "duplicate": hidden}),
        json!({"type": "unmerge_patients", "patient": shared, "duplicate": hidden}),
        json!({"type": "edit_patient", "patient": shared, "identity": {"family": OPEN_NAME}, "based_on": 1}),
        json!({"type": "set_value", "patient": shared, "field": place, "value": "A1", "based_on": 1}),
    ];
    for (id, note, linked) in [
        (protected, &scene.protected_note, PROTECTED_LINKED),
        (hidden, &scene.note, LINKED),
    ] {
        commands.extend(commands_on(scene, id, note, linked));
    }
    let shielded = json!({"family": PROTECTED[0].to_lowercase(), "given": PROTECTED[1].to_lowercase(), "birth_date": "1942-03-04"});
    let shielded_number = json!({"family": "Somebody", "identifiers": [{"type": "MR", "value": PROTECTED[2].to_lowercase()}]});
    commands.extend([
        json!({"type": "add_patient", "list": ward.list, "identity": shielded}),
        json!({"type": "add_patient", "list": ward.list, "identity": shielded_number}),
        json!({"type": "import_patients", "list": ward.list, "rows": [{"identity": shielded_number}]}),
        json!({"type": "import_patients", "list": ward.list, "rows": [{"identity": shielded, "duplicate": {"answer": "same", "patient": protected}}]}),
        json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": LINKED}),
        json!({"type": "add_ehr_patient", "list": limited, "ehr_id": "p005"}),
        json!({"type": "link_patient", "patient": shared, "ehr_id": LINKED}),
        json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": PROTECTED_LINKED}),
        json!({"type": "link_patient", "patient": shared, "ehr_id": PROTECTED_LINKED}),
        json!({"type": "reorder_patient", "list": ward.list, "patient": protected, "after": null}),
        json!({"type": "break_glass", "patient": protected, "code": "other", "text": "too short"}),
        json!({"type": "break_glass", "patient": hidden, "code": "other", "text": "long enough a reason"}),
        json!({"type": "review_break_glass", "access": protected, "outcome": "appropriate"}),
        json!({"type": "set_responsible", "patient": protected, "users": [user]}),
        json!({"type": "set_sensitive", "patient": protected, "sensitive": false, "reason": "x"}),
        json!({"type": "merge_patients", "patient": shared, "duplicate": protected}),
    ]);
    let commands = commands.into_iter().map(|command| {
        let body = json!({"id": command_id(), "command": command});
        (team("/commands"), Some(body))
    });
    let copies = lists.iter().flat_map(|list| {
        patients.map(|patient| {
            (
                team(&format!("/lists/{list}/copies")),
                Some(json!({"patients": [patient]})),
            )
        })
    });
    let each_patient =
        |rest: &str| patients.map(|patient| team(&format!("/patients/{patient}{rest}")));
    let writes =
        |paths: [String; 2], body: Value| paths.map(|path| (path, Some(body.clone()))).to_vec();
    let one = |path: &str, body: Value| vec![(path.to_owned(), Some(body))];
    let organization = [
        json!({"type": "rename_team", "team": ward.team, "name": "Ward 7"}),
        json!({"type": "create_team", "name": "Another", "owner": user}),
        json!({"type": "update_user", "user": user, "name": "X", "language": "en", "administrator": false}),
    ];
    let organization = organization.map(|command| {
        let body = json!({"id": command_id(), "command": command});
        ("/api/organization/commands".to_owned(), Some(body))
    });
    // A sheet of people of whom one is hidden by name, one by number, and one known to everybody.
    let sheet = format!(
        "Name;First name;Birth date;MRN\n{};{};1931-05-06;\nSomebody;Else;;{}\n{};;;\n{};{};;\nX;Y;;{}\n",
        NAME.to_lowercase(),
        GIVEN.to_lowercase(),
        NUMBER.to_lowercase(),
        OPEN_NAME.to_lowercase(),
        PROTECTED[0].to_lowercase(),
        PROTECTED[1].to_lowercase(),
        PROTECTED[2].to_lowercase(),
    );
    let sheet = json!({"file_name": "sheet.csv", "content": BASE64_STANDARD.encode(sheet)});
    let auth = json!({"type": "client_credentials", "client_id": CLIENT_ID, "scope": TENANT});
    let probe = json!({"url": scene.record.url(), "auth": auth});
    let wrong = json!({"user": NAME, "password": NOTE});
    let link = json!({"token": NAME});
    let enrol = json!({"token": NAME, "password": "long enough for all"});
    BTreeMap::from([
        (
            "get /api/teams".to_owned(),
            reads(&["/api/teams".to_owned()]),
        ),
        ("get /api/me".to_owned(), reads(&["/api/me".to_owned()])),
        (
            "get /api/session/me".to_owned(),
            reads(&["/api/session/me".to_owned()]),
        ),
        (
            "get /api/session/methods".to_owned(),
            reads(&["/api/session/methods".to_owned()]),
        ),
        (
            "get /api/session/oidc".to_owned(),
            reads(&[format!("/api/session/oidc?return={}", team(""))]),
        ),
        (
            "get /api/session/oidc/callback".to_owned(),
            reads(&["/api/session/oidc/callback?code=a&state=b".to_owned()]),
        ),
        (
            "get /api/provisioning/tokens".to_owned(),
            reads(&["/api/provisioning/tokens".to_owned()]),
        ),
        (
            "post /api/provisioning/tokens".to_owned(),
            vec![(
                "/api/provisioning/tokens".to_owned(),
                Some(json!({"name": "directory"})),
            )],
        ),
        (
            "delete /api/provisioning/tokens/{token}".to_owned(),
            reads(&["/api/provisioning/tokens/none".to_owned()]),
        ),
        (
            "get /api/users".to_owned(),
            reads(&["/api/users".to_owned()]),
        ),
        (
            "get /api/organization".to_owned(),
            reads(&["/api/organization".to_owned()]),
        ),
        (
            "get /api/organization/users/{user}/policy".to_owned(),
            reads(&[format!(
                "/api/organization/users/{}/policy",
                ward.id("olga")
            )]),
        ),
        ("get /healthz".to_owned(), reads(&["/healthz".to_owned()])),
        ("get /readyz".to_owned(), reads(&["/readyz".to_owned()])),
        ("get /metrics".to_owned(), reads(&["/metrics".to_owned()])),
        (
            "post /api/session".to_owned(),
            vec![("/api/session".to_owned(), Some(wrong))],
        ),
        (
            "post /api/enrolment".to_owned(),
            vec![("/api/enrolment".to_owned(), Some(enrol))],
        ),
        (
            "post /api/enrolment/inspection".to_owned(),
            vec![("/api/enrolment/inspection".to_owned(), Some(link))],
        ),
        (
            "put /api/me/password".to_owned(),
            vec![(
                "/api/me/password".to_owned(),
                Some(json!({"current": "x", "new": "x"})),
            )],
        ),
        (
            "post /api/organization/commands".to_owned(),
            organization.to_vec(),
        ),
        ("get /api/teams/{team}".to_owned(), reads(&[team("")])),
        (
            "post /api/teams/{team}/commands".to_owned(),
            commands.collect(),
        ),
        (
            "get /api/teams/{team}/lists/{list}".to_owned(),
            reads(&each_list("")),
        ),
        (
            "get /api/teams/{team}/lists/{list}/unseen".to_owned(),
            reads(&each_list("/unseen")),
        ),
        (
            "put /api/teams/{team}/lists/{list}/seen".to_owned(),
            writes(each_list("/seen"), json!({"sequence": now.min(3)})),
        ),
        (
            "get /api/teams/{team}/lists/{list}/widths".to_owned(),
            reads(&each_list("/widths")),
        ),
        (
            "put /api/teams/{team}/lists/{list}/widths".to_owned(),
            writes(each_list("/widths"), json!({"widths": {}})),
        ),
        (
            "post /api/teams/{team}/lists/{list}/copies".to_owned(),
            copies.collect(),
        ),
        (
            "get /api/teams/{team}/patients/{patient}".to_owned(),
            reads(&each_patient("")),
        ),
        (
            "get /api/teams/{team}/patients/{patient}/history".to_owned(),
            reads(&each_patient("/history")),
        ),
        (
            "post /api/teams/{team}/lists/{list}/imports/preview".to_owned(),
            each_list("/imports/preview")
                .map(|path| (path, Some(sheet.clone())))
                .to_vec(),
        ),
        (
            "get /api/teams/{team}/lists/{list}/export".to_owned(),
            [
                reads(&each_list("/export?format=csv")),
                reads(&each_list("/export?format=xlsx")),
            ]
            .concat(),
        ),
        (
            "get /api/teams/{team}/patients/{patient}/chart".to_owned(),
            reads(&each_patient("/chart")),
        ),
        (
            "get /api/break-glass".to_owned(),
            reads(&["/api/break-glass".to_owned()]),
        ),
        (
            "post /api/break-glass/{team}/{access}/review".to_owned(),
            vec![(
                format!("/api/break-glass/{}/{protected}/review", ward.team),
                Some(json!({"outcome": "appropriate"})),
            )],
        ),
        (
            "get /api/teams/{team}/break-glass".to_owned(),
            reads(&[team("/break-glass")]),
        ),
        (
            "post /api/teams/{team}/ehr/search".to_owned(),
            vec![(team("/ehr/search"), Some(json!({"id": "p005"})))],
        ),
        (
            "post /api/teams/{team}/ehr/probe".to_owned(),
            vec![(team("/ehr/probe"), Some(probe))],
        ),
        (
            "get /api/ehr/jwks".to_owned(),
            reads(&["/api/ehr/jwks".to_owned()]),
        ),
        // By `listen` below, over a WebSocket.
        (
            "get /api/teams/{team}/live".to_owned(),
            reads(&[team("/live")]),
        ),
        (
            "get /api/session".to_owned(),
            reads(&["/api/session".to_owned()]),
        ),
        (
            "get /api/session/methods".to_owned(),
            reads(&["/api/session/methods".to_owned()]),
        ),
        (
            "post /api/session/second-factor".to_owned(),
            one(
                "/api/session/second-factor",
                json!({"challenge": NAME, "code": NUMBER}),
            ),
        ),
        (
            "post /api/session/second-factor/passkey".to_owned(),
            one(
                "/api/session/second-factor/passkey",
                json!({"challenge": NAME}),
            ),
        ),
        (
            "post /api/session/passkey/challenge".to_owned(),
            one("/api/session/passkey/challenge", json!({})),
        ),
        (
            "post /api/session/passkey".to_owned(),
            one(
                "/api/session/passkey",
                json!({"challenge": NAME, "credential": {"id": NAME}}),
            ),
        ),
        (
            "post /api/session/activity".to_owned(),
            one("/api/session/activity", json!({})),
        ),
        // It answers nothing, and nothing could be asked after it.
        ("post /api/session/lock".to_owned(), Vec::new()),
        (
            "post /api/session/unlock".to_owned(),
            one("/api/session/unlock", json!({"pin": NUMBER})),
        ),
        (
            "post /api/session/unlock/challenge".to_owned(),
            one("/api/session/unlock/challenge", json!({})),
        ),
        (
            "get /api/me/factors".to_owned(),
            reads(&["/api/me/factors".to_owned()]),
        ),
        (
            "post /api/me/two-steps".to_owned(),
            one("/api/me/two-steps", json!({"password": NAME})),
        ),
        (
            "post /api/me/two-steps/confirmation".to_owned(),
            one("/api/me/two-steps/confirmation", json!({"code": NUMBER})),
        ),
        (
            "post /api/me/two-steps/end".to_owned(),
            one("/api/me/two-steps/end", json!({"password": NAME})),
        ),
        (
            "post /api/me/two-steps/recovery-codes".to_owned(),
            one(
                "/api/me/two-steps/recovery-codes",
                json!({"password": NAME}),
            ),
        ),
        (
            "post /api/me/passkeys".to_owned(),
            one(
                "/api/me/passkeys",
                json!({"challenge": NAME, "name": NAME, "credential": {"id": NAME}}),
            ),
        ),
        (
            "post /api/me/passkeys/challenge".to_owned(),
            one("/api/me/passkeys/challenge", json!({"password": NAME})),
        ),
        (
            "delete /api/me/passkeys/{passkey}".to_owned(),
            reads(&[format!("/api/me/passkeys/{hidden}")]),
        ),
        (
            "put /api/me/pin".to_owned(),
            one("/api/me/pin", json!({"pin": NUMBER, "password": NAME})),
        ),
        (
            "delete /api/me/pin".to_owned(),
            reads(&["/api/me/pin".to_owned()]),
        ),
        (
            "get /api/me/sessions".to_owned(),
            reads(&["/api/me/sessions".to_owned()]),
        ),
        (
            "delete /api/me/sessions/{reference}".to_owned(),
            reads(&[format!("/api/me/sessions/{hidden}")]),
        ),
        (
            "delete /api/organization/users/{user}/sessions".to_owned(),
            reads(&[format!("/api/organization/users/{hidden}/sessions")]),
        ),
        (
            "delete /api/organization/users/{user}/factors".to_owned(),
            reads(&[format!("/api/organization/users/{hidden}/factors")]),
        ),
        // Last of all, by `ask_everything`: it ends the session.
        ("delete /api/session".to_owned(), Vec::new()),
    ])
}

/// What somebody may try on one patient.
fn commands_on(scene: &Scene, id: &str, note: &str, linked: &str) -> Vec<Value> {
    vec![
        json!({"type": "add_patient_to_list", "patient": id, "list": scene.ward.list, "confirm_audience": true}),
        json!({"type": "set_value", "patient": id, "field": scene.ward.field("Diagnosis"), "value": "x", "based_on": 1}),
        json!({"type": "undo_value", "patient": id, "field": scene.ward.field("Diagnosis")}),
        json!({"type": "edit_patient", "patient": id, "identity": {"family": "x"}, "based_on": 1}),
        json!({"type": "set_patient_status", "patient": id, "status": "present"}),
        json!({"type": "highlight", "patient": id, "reason": "x"}),
        json!({"type": "remove_highlight", "patient": id}),
        json!({"type": "add_note", "patient": id, "text": "x"}),
        json!({"type": "edit_note", "patient": id, "note": note, "text": "x", "based_on": 1}),
        json!({"type": "delete_note", "patient": id, "note": note}),
        json!({"type": "restore_note", "patient": id, "note": note}),
        json!({"type": "merge_patients", "patient": id, "duplicate": scene.shared}),
        json!({"type": "link_patient", "patient": id, "ehr_id": "p005"}),
        json!({"type": "unlink_patient", "patient": id}),
        json!({"type": "link_patient", "patient": id, "ehr_id": linked, "confirm_identity": true}),
        json!({"type": "answer_ehr_identity", "patient": id, "take": true}),
        json!({"type": "set_spo2_scale", "patient": id, "scale_2": true}),
    ]
}
