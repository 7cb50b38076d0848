//! Protected patients on open lists: who hears what, and that an hour's access ends by itself.

use crate::support::{Api, Live, Ward};
use domain::team::state::SNAPSHOT_FORMAT;
use journal::{Journal, Owner, Snapshot};
use serde_json::{Value, json};
use std::time::Duration;

/// A ward whose patient nina is responsible for, protected from everybody else.
async fn protected() -> (Ward, Api, String) {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let nina = ward.sign_in("nina").await;
    for command in [
        json!({"type": "set_responsible", "patient": patient, "users": [ward.id("nina")]}),
        json!({"type": "set_sensitive", "patient": patient, "sensitive": true, "reason": "Known in town"}),
    ] {
        ward.olga.done(&ward.team, command).await;
    }
    (ward, nina, patient)
}

fn breaks(patient: &str) -> Value {
    json!({"type": "break_glass", "patient": patient, "code": "emergency", "text": "Resuscitation room"})
}

async fn changes(live: &mut Live) -> Vec<Value> {
    live.hear_of("changes").await.as_array().unwrap().clone()
}

async fn first_row(live: &mut Live, list: &str) -> Value {
    live.say(&json!({"open": {"list": list}})).await;
    live.hear_of("opened").await["snapshot"]["rows"][0].clone()
}

#[tokio::test]
async fn one_change_is_heard_whole_by_those_responsible_and_without_anything_by_others() {
    let (ward, mut nina, patient) = protected().await;
    let mut paul = ward.connect(&ward.sign_in("paul").await).await;
    let row = first_row(&mut paul, &ward.list).await;
    assert_eq!(row["patient"]["initials"], "M.");
    let mut hers = ward.connect(&nina).await;
    let row = first_row(&mut hers, &ward.list).await;
    assert_eq!(row["patient"]["identity"]["family"], "Martin");
    ward.set(&mut nina, &patient, "Diagnosis", json!("flu"))
        .await;
    let heard = &changes(&mut hers).await[0];
    assert_eq!(
        (&heard["type"], &heard["value"]),
        (&json!("value"), &json!("flu"))
    );
    let hidden = &changes(&mut paul).await[0];
    assert_eq!(
        (&hidden["type"], &hidden["version"], &hidden["by"]),
        (&json!("hidden"), &heard["version"], &Value::Null)
    );
    assert!(!hidden.to_string().contains(&patient));
    ward.set(&mut nina, &patient, "Place", json!("A 3")).await;
    assert_eq!(changes(&mut paul).await[0]["value"], "A 3");
}

#[tokio::test]
async fn who_breaks_the_glass_has_the_row_at_once_and_others_hear_nothing_of_it() {
    let (ward, nina, patient) = protected().await;
    let mut paul = ward.sign_in("paul").await;
    let mut his = ward.connect(&paul).await;
    let mut hers = ward.connect(&nina).await;
    let mut olgas = ward.connect(&ward.olga).await;
    for live in [&mut his, &mut hers, &mut olgas] {
        first_row(live, &ward.list).await;
    }
    paul.done(&ward.team, breaks(&patient)).await;
    let row = &changes(&mut his).await[0];
    assert_eq!(row["row"]["patient"]["identity"]["family"], "Martin");
    for live in [&mut hers, &mut olgas] {
        let heard = &changes(live).await[0];
        assert_eq!(
            (&heard["type"], &heard["by"]),
            (&json!("hidden"), &Value::Null)
        );
    }
}

#[tokio::test]
async fn what_is_edited_of_a_protected_patient_is_told_to_nobody_else() {
    let (ward, nina, patient) = protected().await;
    let mut hers = ward.connect(&nina).await;
    hers.open(&ward.list, None).await;
    let edits = json!({"presence": {"list": ward.list, "patient": patient, "field": ward.field("Diagnosis")}});
    hers.say(&edits).await;
    let mut paul = ward.sign_in("paul").await;
    let mut his = ward.connect(&paul).await;
    his.open(&ward.list, None).await;
    let is_told = |presence: &Value| presence.to_string().contains("editing");
    let id = json!(ward.id("paul"));
    let both = |presence: &Value| presence["people"].to_string().contains(&id.to_string());
    // Nina hears her own, once he is there; he hears that both are there.
    loop {
        let presence = hers.hear_of("presence").await;
        if both(&presence) && is_told(&presence) {
            break;
        }
    }
    let presence = his.hear_of("presence").await;
    assert!(!is_told(&presence), "{presence}");
    paul.done(&ward.team, breaks(&patient)).await;
    while !is_told(&his.hear_of("presence").await) {}
}

#[tokio::test]
async fn who_comes_back_to_a_list_with_a_protected_patient_gets_it_anew() {
    let (ward, mut nina, patient) = protected().await;
    let mut paul = ward.sign_in("paul").await;
    let version = paul.list(&ward.team, &ward.list).await["version"].clone();
    ward.set(&mut nina, &patient, "Diagnosis", json!("flu"))
        .await;
    paul.done(&ward.team, breaks(&patient)).await;
    let mut his = ward.connect(&paul).await;
    his.say(&json!({"open": {"list": ward.list, "version": version}}))
        .await;
    let opened = his.hear_of("opened").await;
    let row = &opened["snapshot"]["rows"][0];
    assert_eq!(row["patient"]["identity"]["family"], "Martin");
}

/// The ward with every broken glass so much longer ago: its snapshot is written as if.
async fn later(ward: Ward, minutes: i64) -> Ward {
    ward.server.service.stop().await;
    let owner = Owner::Team(ward.team.parse().unwrap());
    let journal = ward.server.journal.clone();
    let saved = journal.load_snapshot(owner).await.unwrap().unwrap();
    let json = zstd::stream::decode_all(&saved.bytes[..]).unwrap();
    let mut core: Value = serde_json::from_slice(&json).unwrap();
    for glass in core["team"]["broken_glasses"].as_array_mut().unwrap() {
        let at: jiff::Timestamp = serde_json::from_value(glass["broken"]["at"].clone()).unwrap();
        let earlier = at - jiff::SignedDuration::from_mins(minutes);
        glass["broken"]["at"] = json!(earlier + jiff::SignedDuration::from_secs(3));
    }
    let bytes = zstd::bulk::compress(&serde_json::to_vec(&core).unwrap(), 3).unwrap();
    let snapshot = Snapshot {
        sequence: saved.sequence,
        format: SNAPSHOT_FORMAT,
        bytes,
    };
    journal.save_snapshot(owner, snapshot).await.unwrap();
    ward.restart().await
}

#[tokio::test]
async fn after_sixty_minutes_an_open_list_is_masked_again_by_itself() {
    let (ward, _, patient) = protected().await;
    let mut paul = ward.sign_in("paul").await;
    paul.done(&ward.team, breaks(&patient)).await;
    let path = ward.path(&format!("/patients/{patient}"));
    let until = paul.get(&path).await.ok()["opened_until"].clone();
    assert!(until.is_string());
    let ward = later(ward, 60).await;
    let token = paul.token.take();
    let mut paul = Api::anonymous(ward.address());
    paul.token = token;
    let mut his = ward.connect(&paul).await;
    let row = first_row(&mut his, &ward.list).await;
    assert_eq!(row["patient"]["identity"]["family"], "Martin");
    let begun = std::time::Instant::now();
    assert_eq!(his.hear_of("reopen").await["list"], json!(ward.list));
    assert!(begun.elapsed() < Duration::from_secs(5));
    let row = first_row(&mut his, &ward.list).await;
    assert_eq!(row["patient"]["initials"], "M.");
    let refused = paul.get(&path).await;
    assert_eq!(
        (refused.status, &refused.json()["code"]),
        (403, &json!("break_glass_required"))
    );
}
