//! What somebody may not see reaches them by no route, message, history, warning or export. Every secret is a text that stands
//! nowhere else, and everything that anybody receives is searched for it.
//!
//! The routes come from the OpenAPI document: a new one fails here until `probes` says how it is asked.

use crate::support::{Api, Heard, Live, Ward, command_id};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

const LIST: &str = "CANARYLISTNAME";
const NAME: &str = "CANARYFAMILY";
const GIVEN: &str = "CANARYGIVEN";
const NUMBER: &str = "CANARYNUMBER";
const VALUE: &str = "CANARYVALUE";
const FORMER: &str = "CANARYFORMERVALUE";
const NOTE: &str = "CANARYNOTE";
const REASON: &str = "CANARYREASON";
const OPEN_NAME: &str = "OPENFAMILY";
const OPEN_NOTE: &str = "OPENNOTE";

/// A team with one patient on a limited list (nina, and olga who made it), and one on that and on the open list.
struct Scene {
    ward: Ward,
    limited: String,
    hidden: String,
    shared: String,
    import: String,
    note: String,
}

impl Scene {
    async fn set(mut ward: Ward) -> Self {
        let team = ward.team.clone();
        let limited = ward.new_list(LIST, Some(&["nina", "olga"])).await;
        let identity = json!({
            "family": NAME, "given": GIVEN, "birth_date": "1931-05-06",
            "identifiers": [{"type": "MR", "value": NUMBER}],
        });
        let add = json!({"type": "add_patient", "list": limited, "identity": identity});
        let hidden = text(&ward.olga.done(&team, add).await["patient"]);
        let mut olga = ward.olga.again();
        ward.set(&mut olga, &hidden, "Diagnosis", json!(FORMER))
            .await;
        ward.set(&mut olga, &hidden, "Diagnosis", json!(VALUE))
            .await;
        let note = json!({"type": "add_note", "patient": hidden, "text": NOTE});
        let note = text(&ward.olga.done(&team, note).await["note"]);
        let highlight = json!({"type": "highlight", "patient": hidden, "reason": REASON});
        ward.olga.done(&team, highlight).await;
        let import = json!({"type": "import_patients", "list": limited, "rows": [{"identity": {"family": NAME, "given": "Second"}, "duplicate": {"answer": "distinct"}}]});
        let import = text(&ward.olga.done(&team, import).await["import"]);
        // On the open list, and for a while on the limited one: whoever sees the open list sees them whole, and not that list.
        let shared = ward.patient_on(&limited, OPEN_NAME).await;
        let (list, from) = (ward.list.clone(), limited.clone());
        for command in [
            json!({"type": "move_patient", "patient": shared, "from": from, "to": list, "confirm_audience": true}),
            json!({"type": "add_patient_to_list", "patient": shared, "list": from}),
            json!({"type": "remove_patient_from_list", "patient": shared, "list": from}),
            json!({"type": "add_patient_to_list", "patient": shared, "list": from}),
            json!({"type": "add_note", "patient": shared, "text": OPEN_NOTE}),
        ] {
            ward.olga.done(&team, command).await;
        }
        // A hidden record under the identity of somebody whom everybody sees.
        let twin = json!({"type": "add_patient", "list": limited, "identity": {"family": OPEN_NAME, "prefix": NAME}, "distinct": true});
        ward.olga.done(&team, twin).await;
        Self {
            ward,
            limited,
            hidden,
            shared,
            import,
            note,
        }
    }

    /// What nobody outside of the limited list may receive.
    fn limited_secrets(&self, is_owner: bool) -> Vec<String> {
        let mut secrets: Vec<String> = [LIST, NAME, GIVEN, NUMBER, VALUE, FORMER, NOTE, REASON]
            .map(str::to_owned)
            .into();
        secrets.extend([self.hidden.clone(), self.note.clone(), self.import.clone()]);
        if !is_owner {
            // Owners are told that there is a list, to add themselves.
            secrets.push(self.limited.clone());
        }
        secrets
    }

    /// What nobody outside of the team may receive.
    fn team_secrets(&self) -> Vec<String> {
        let mut secrets = self.limited_secrets(false);
        secrets.extend([OPEN_NAME, OPEN_NOTE, "What matters"].map(str::to_owned));
        secrets.extend([self.ward.list.clone(), self.shared.clone()]);
        secrets
    }
}

/// Everything that somebody received, with what they had asked.
struct Received {
    all: Vec<(String, String)>,
}

impl Received {
    #[track_caller]
    fn holds_none_of(&self, secrets: &[String], who: &str) {
        for (asked, received) in &self.all {
            for secret in secrets {
                // What one said oneself may come back.
                if !asked.contains(secret.as_str()) {
                    assert!(
                        !received.contains(secret.as_str()),
                        "{who} received {secret}: {asked}\n{received}"
                    );
                }
            }
        }
    }

    fn holds(&self, secret: &str) -> bool {
        let mut all = self.all.iter();
        all.any(|(asked, received)| !asked.contains(secret) && received.contains(secret))
    }
}

/// How each route of the document is asked: method, path and body, as often as there are ways to learn something by it.
async fn probes(scene: &Scene, api: &mut Api) -> BTreeMap<String, Vec<(String, Option<Value>)>> {
    let Scene {
        ward,
        limited,
        hidden,
        shared,
        import,
        ..
    } = scene;
    let lists = [&ward.list, limited];
    let patients = [hidden, shared];
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
    let id = hidden;
    commands.extend([
            json!({"type": "add_patient_to_list", "patient": id, "list": ward.list, "confirm_audience": true}),
            json!({"type": "set_value", "patient": id, "field": ward.field("Diagnosis"), "value": "x", "based_on": 1}),
            json!({"type": "undo_value", "patient": id, "field": ward.field("Diagnosis")}),
            json!({"type": "edit_patient", "patient": id, "identity": {"family": "x"}, "based_on": 1}),
            json!({"type": "set_patient_status", "patient": id, "status": "present"}),
            json!({"type": "highlight", "patient": id, "reason": "x"}),
            json!({"type": "remove_highlight", "patient": id}),
            json!({"type": "add_note", "patient": id, "text": "x"}),
            json!({"type": "edit_note", "patient": id, "note": scene.note, "text": "x", "based_on": 1}),
            json!({"type": "delete_note", "patient": id, "note": scene.note}),
            json!({"type": "restore_note", "patient": id, "note": scene.note}),
            json!({"type": "merge_patients", "patient": id, "duplicate": shared}),
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
        "Name;First name;Birth date;MRN\n{};{};1931-05-06;\nSomebody;Else;;{}\n{};;;\n",
        NAME.to_lowercase(),
        GIVEN.to_lowercase(),
        NUMBER.to_lowercase(),
        OPEN_NAME.to_lowercase(),
    );
    let sheet = json!({"file_name": "sheet.csv", "content": BASE64_STANDARD.encode(sheet)});
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
            "get /api/users".to_owned(),
            reads(&["/api/users".to_owned()]),
        ),
        (
            "get /api/organization".to_owned(),
            reads(&["/api/organization".to_owned()]),
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
        // By `listen` below, over a WebSocket.
        (
            "get /api/teams/{team}/live".to_owned(),
            reads(&[team("/live")]),
        ),
        // Last of all, by `ask_everything`: it ends the session.
        ("delete /api/session".to_owned(), Vec::new()),
    ])
}

/// Asks every route of the document in every way, and keeps all that comes back.
async fn ask_everything(scene: &Scene, api: &mut Api) -> Received {
    let document: Value = serde_json::from_str(&http_api::document().unwrap()).unwrap();
    let mut probes = probes(scene, api).await;
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let route = format!("{method} {path}");
            let asked = probes.remove(&route).unwrap_or_else(|| {
                panic!("{route} is a new route: say in `probes` of canary.rs how somebody would try to learn something by it")
            });
            for (path, body) in asked {
                let body = body.map(|body| body.to_string()).unwrap_or_default();
                let answer = api
                    .json(&method.to_uppercase(), &path, body.as_bytes())
                    .await;
                assert!(answer.status < 500, "{route}: {}", answer.text());
                let received = format!("{:?}\n{}", answer.headers, readable(&answer.body));
                all.push((format!("{path} {body}"), received));
            }
        }
    }
    assert!(
        probes.is_empty(),
        "no such routes any more: {:?}",
        probes.keys()
    );
    Received { all }
}

/// Has everything open that can be, while the people of the limited list work on it.
async fn listen(scene: &Scene, api: &Api) -> Received {
    let Scene {
        ward,
        limited,
        hidden,
        shared,
        ..
    } = scene;
    let bearer = format!("Bearer {}", api.token());
    let mut all = Vec::new();
    let Ok(mut live) = Live::try_connect(
        ward.address(),
        &ward.team,
        &[("authorization", &bearer)],
        None,
    )
    .await
    else {
        return Received { all };
    };
    live.say(&json!({"open": {"list": limited}})).await;
    live.say(&json!({"open": {"list": limited, "version": 1}}))
        .await;
    live.say(&json!({"open": {"list": ward.list}})).await;
    live.say(&json!({"presence": {"list": limited, "patient": hidden}}))
        .await;
    let mut theirs = ward.connect(&ward.olga).await;
    theirs.open(limited, None).await;
    theirs
        .say(&json!({"presence": {"list": limited, "patient": hidden}}))
        .await;
    let mut olga = ward.olga.again();
    for patient in [hidden, shared] {
        let value = if patient == hidden {
            format!("{VALUE} live")
        } else {
            "for all".to_owned()
        };
        ward.set(&mut olga, patient, "Diagnosis", json!(value))
            .await;
    }
    for command in [
        json!({"type": "add_note", "patient": hidden, "text": format!("{NOTE} live")}),
        json!({"type": "remove_patient_from_list", "patient": shared, "list": limited}),
        json!({"type": "add_patient_to_list", "patient": shared, "list": limited}),
        json!({"type": "rename_list", "list": limited, "name": format!("{LIST} live")}),
        json!({"type": "rename_list", "list": limited, "name": LIST}),
        json!({"type": "set_list_columns", "list": limited, "columns": [ward.field("Diagnosis")]}),
        json!({"type": "set_list_columns", "list": limited, "columns": [ward.field("What matters"), ward.field("Diagnosis")]}),
    ] {
        olga.done(&ward.team, command).await;
    }
    while let Some(heard) = live.hear_within(Duration::from_millis(700)).await {
        match heard {
            Heard::Message(message) => {
                // What a message says of the list that was asked for is its id and that it is not there.
                let own = format!("live {limited}");
                let asked = if message["closed"].is_object() {
                    own
                } else {
                    "live".to_owned()
                };
                all.push((asked, message.to_string()));
            }
            Heard::Closed(_) => break,
        }
    }
    // Both lists again over the state as it is now.
    live.leave().await;
    theirs.leave().await;
    Received { all }
}

async fn everything(scene: &Scene, api: &mut Api) -> Received {
    let mut received = listen(scene, api).await;
    received.all.extend(ask_everything(scene, api).await.all);
    received
}

#[tokio::test]
async fn who_is_on_the_limited_list_receives_everything_so_the_probes_are_good() {
    let mut scene = Scene::set(Ward::begin().await).await;
    let mut nina = scene.ward.sign_in("nina").await;
    let live = listen(&scene, &nina).await;
    for secret in [LIST, NAME, VALUE, REASON, OPEN_NAME] {
        assert!(live.holds(secret), "live does not tell {secret}");
    }
    let asked = ask_everything(&scene, &mut nina).await;
    for secret in scene.limited_secrets(false) {
        assert!(asked.holds(&secret), "no route tells {secret}");
    }
    for secret in [OPEN_NAME, OPEN_NOTE] {
        assert!(asked.holds(secret), "no route tells {secret}");
    }
    scene.ward.olga.get("/api/me").await.ok();
}

#[tokio::test]
async fn a_member_outside_of_the_limited_list_receives_nothing_of_it() {
    let scene = Scene::set(Ward::begin().await).await;
    let mut paul = scene.ward.sign_in("paul").await;
    let received = everything(&scene, &mut paul).await;
    received.holds_none_of(&scene.limited_secrets(false), "paul");
    assert!(received.holds(OPEN_NAME) && received.holds(OPEN_NOTE));
}

#[tokio::test]
async fn a_guest_outside_of_the_limited_list_receives_nothing_of_it() {
    let scene = Scene::set(Ward::begin().await).await;
    let mut gus = scene.ward.sign_in("gus").await;
    let received = everything(&scene, &mut gus).await;
    received.holds_none_of(&scene.limited_secrets(false), "gus");
    assert!(received.holds(OPEN_NAME) && received.holds(OPEN_NOTE));
}

#[tokio::test]
async fn an_owner_outside_of_the_limited_list_receives_only_that_there_is_one() {
    let scene = Scene::set(Ward::begin().await).await;
    let mut oscar = scene.ward.sign_in("oscar").await;
    let received = everything(&scene, &mut oscar).await;
    received.holds_none_of(&scene.limited_secrets(true), "oscar");
    assert!(received.holds(OPEN_NAME));
}

#[tokio::test]
async fn an_outsider_and_the_administrator_receive_nothing_of_the_team() {
    let scene = Scene::set(Ward::begin().await).await;
    for who in ["otto", "ada"] {
        let mut api = scene.ward.sign_in(who).await;
        let received = everything(&scene, &mut api).await;
        received.holds_none_of(&scene.team_secrets(), who);
    }
    let mut nobody = Api::anonymous(scene.ward.address());
    let received = ask_everything(&scene, &mut nobody).await;
    received.holds_none_of(&scene.team_secrets(), "nobody");
}

#[tokio::test]
async fn who_was_removed_from_the_list_or_the_team_receives_nothing_any_more() {
    let mut scene = Scene::set(Ward::begin().await).await;
    let team = scene.ward.team.clone();
    let mut nina = scene.ward.sign_in("nina").await;
    // She has seen and marked everything before.
    let before = listen(&scene, &nina).await;
    assert!(before.holds(NAME) && before.holds(LIST));
    for list in [&scene.limited, &scene.ward.list] {
        let unseen = scene.ward.path(&format!("/lists/{list}/unseen"));
        nina.get(&unseen).await.ok();
    }
    let limit = json!({"type": "set_list_members", "list": scene.limited, "members": [scene.ward.id("olga")]});
    scene.ward.olga.done(&team, limit).await;
    let received = everything(&scene, &mut nina).await;
    received.holds_none_of(&scene.limited_secrets(false), "nina, off the list");
    let remove = json!({"type": "remove_member", "user": scene.ward.id("nina")});
    scene.ward.olga.done(&team, remove).await;
    let received = everything(&scene, &mut nina).await;
    received.holds_none_of(&scene.team_secrets(), "nina, off the team");
}

#[tokio::test]
async fn a_deleted_limited_list_goes_on_hiding_its_patients() {
    let mut scene = Scene::set(Ward::begin().await).await;
    let team = scene.ward.team.clone();
    let delete = json!({"type": "delete_list", "list": scene.limited});
    scene.ward.olga.done(&team, delete).await;
    for who in ["paul", "oscar"] {
        let mut api = scene.ward.sign_in(who).await;
        let received = ask_everything(&scene, &mut api).await;
        received.holds_none_of(&scene.limited_secrets(false), who);
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}

/// A body as text; of a workbook, all that is in it.
fn readable(body: &[u8]) -> String {
    if !body.starts_with(b"PK") {
        return String::from_utf8_lossy(body).into_owned();
    }
    let mut workbook = zip::ZipArchive::new(std::io::Cursor::new(body)).unwrap();
    let mut text = String::new();
    for index in 0..workbook.len() {
        let mut part = workbook.by_index(index).unwrap();
        text.push_str(&part.name().unwrap());
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
    }
    text
}
