//! What somebody may not see reaches them by no route, message, history, warning or export. Every secret is a text that stands
//! nowhere else, and everything that anybody receives is searched for it.
//!
//! The routes come from the OpenAPI document: a new one fails here until `probes` says how it is asked.

mod probes;
mod scene;

use crate::support::{Api, CLIENT_ID, CLIENT_SECRET, Heard, Live, Ward};
use probes::probes;
use scene::{
    CONNECTION, INITIALS, LIST, NAME, NOTE, OPEN_NAME, OPEN_NOTE, PLACE, PROTECTED, REASON, Scene,
    VALUE,
};
use serde_json::{Value, json};
use std::time::Duration;

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

/// Asks every route of the document in every way, and keeps all that comes back.
async fn ask_everything(scene: &Scene, api: &mut Api) -> Received {
    let document: Value = serde_json::from_str(&http_api::document().unwrap()).unwrap();
    let mut probes = probes(scene, api).await;
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let route = format!("{method} {path}");
            let asked = probes.remove(&route).unwrap_or_else(|| {
                panic!("{route} is a new route: say in canary/probes.rs how somebody would try to learn something by it")
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
        protected,
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
    live.say(&json!({"watch": {"patient": hidden}})).await;
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
    theirs.open(&ward.list, None).await;
    ward.set(
        &mut olga,
        protected,
        "Diagnosis",
        json!(format!("{} live", PROTECTED[4])),
    )
    .await;
    ward.set(&mut olga, protected, "Place", json!(PLACE)).await;
    for command in [
        json!({"type": "add_note", "patient": protected, "text": format!("{} live", PROTECTED[6])}),
        json!({"type": "highlight", "patient": protected, "reason": format!("{} live", PROTECTED[7])}),
        json!({"type": "set_patient_status", "patient": protected, "status": "expected"}),
        json!({"type": "set_patient_status", "patient": protected, "status": "present"}),
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
    for secret in [
        LIST,
        NAME,
        VALUE,
        REASON,
        OPEN_NAME,
        PROTECTED[0],
        PROTECTED[4],
        PROTECTED[7],
    ] {
        assert!(live.holds(secret), "live does not tell {secret}");
    }
    let asked = ask_everything(&scene, &mut nina).await;
    for secret in scene
        .limited_secrets(false)
        .into_iter()
        .chain(scene.protected_secrets())
    {
        assert!(asked.holds(&secret), "no route tells {secret}");
    }
    for secret in [OPEN_NAME, OPEN_NOTE, CONNECTION] {
        assert!(asked.holds(secret), "no route tells {secret}");
    }
    scene.ward.olga.get("/api/me").await.ok();
}

#[tokio::test]
async fn what_opens_the_record_reaches_nobody() {
    for who in ["olga", "nina"] {
        let scene = Scene::set(Ward::begin().await).await;
        let mut api = scene.ward.sign_in(who).await;
        let received = everything(&scene, &mut api).await;
        assert!(!received.holds(CLIENT_SECRET), "{who}");
        assert_eq!(received.holds(CLIENT_ID), who == "olga", "{who}");
    }
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
async fn who_is_not_responsible_for_a_protected_patient_receives_only_initials_place_and_status() {
    // Owners are no exception.
    for who in ["paul", "gus", "oscar"] {
        let scene = Scene::set(Ward::begin().await).await;
        let mut api = scene.ward.sign_in(who).await;
        let received = everything(&scene, &mut api).await;
        received.holds_none_of(&scene.protected_secrets(), who);
        for shown in [INITIALS, PLACE] {
            assert!(received.holds(shown), "{who} is not shown {shown}");
        }
    }
}

#[tokio::test]
async fn who_breaks_the_glass_receives_the_protected_patient_and_nothing_of_the_limited_list() {
    let scene = Scene::set(Ward::begin().await).await;
    let mut paul = scene.ward.sign_in("paul").await;
    let breaks = json!({"type": "break_glass", "patient": scene.protected, "code": "covering_colleague", "text": "Covering for Nina"});
    paul.done(&scene.ward.team, breaks).await;
    let received = ask_everything(&scene, &mut paul).await;
    received.holds_none_of(&scene.limited_secrets(false), "paul");
    for secret in PROTECTED {
        assert!(received.holds(secret), "no route tells {secret}");
    }
}

#[tokio::test]
async fn who_is_no_longer_responsible_receives_nothing_of_a_protected_patient_any_more() {
    let mut scene = Scene::set(Ward::begin().await).await;
    let team = scene.ward.team.clone();
    let mut nina = scene.ward.sign_in("nina").await;
    let before = listen(&scene, &nina).await;
    assert!(before.holds(PROTECTED[0]));
    let only_olga = json!({"type": "set_responsible", "patient": scene.protected, "users": [scene.ward.id("olga")]});
    scene.ward.olga.done(&team, only_olga).await;
    let received = everything(&scene, &mut nina).await;
    received.holds_none_of(&scene.protected_secrets(), "nina, no longer responsible");
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
    // An owner is told that there is such a list, and nothing of it.
    for (who, knows_it) in [("paul", false), ("oscar", true)] {
        let mut api = scene.ward.sign_in(who).await;
        let received = ask_everything(&scene, &mut api).await;
        received.holds_none_of(&scene.limited_secrets(knows_it), who);
    }
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

#[tokio::test]
async fn an_auditor_receives_who_was_opened_and_nothing_else_of_the_team() {
    let scene = Scene::set(Ward::begin().await).await;
    let mut paul = scene.ward.sign_in("paul").await;
    let breaks = json!({"type": "break_glass", "patient": scene.protected, "code": "other", "text": "Long enough a reason"});
    paul.done(&scene.ward.team, breaks).await;
    let mut otto = scene.ward.auditor("otto").await;
    let received = everything(&scene, &mut otto).await;
    let identity = &PROTECTED[..4];
    let others = scene.team_secrets();
    let others: Vec<String> = others
        .into_iter()
        .filter(|secret| !identity.contains(&secret.as_str()) && *secret != scene.protected)
        .collect();
    received.holds_none_of(&others, "an auditor");
    for shown in identity {
        assert!(received.holds(shown), "an auditor is not told {shown}");
    }
}
