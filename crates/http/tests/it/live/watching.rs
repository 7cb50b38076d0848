//! Who has a patient's page open hears that there is news which no open list tells, and nothing of what they may not see.

use crate::support::{Heard, Live, Ward};
use serde_json::{Value, json};
use std::time::Duration;

async fn watch(live: &mut Live, patient: &str) {
    live.say(&json!({"watch": {"patient": patient}})).await;
}

/// The news of a patient that come within a moment.
async fn news(live: &mut Live) -> Vec<Value> {
    let mut heard = Vec::new();
    while let Some(Heard::Message(mut message)) = live.hear_within(Duration::from_millis(400)).await
    {
        if let Some(news) = message.get_mut("patient") {
            heard.push(news.take());
        }
    }
    heard
}

#[tokio::test]
async fn a_page_hears_what_happens_on_lists_that_are_not_open() {
    let mut ward = Ward::begin().await;
    let (team, list) = (ward.team.clone(), ward.list.clone());
    let other = ward.new_list("Other", None).await;
    let patient = ward.patient("Martin").await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    live.open(&list, None).await;
    watch(&mut live, &patient).await;
    // First comes how far the patient is, by which the page knows whether it missed something.
    let newest = live.hear_of("patient").await;
    assert_eq!(newest["patient"], patient.as_str());
    let now = ward.sequence(&mut ward.olga.again()).await;
    assert!((1..=now).contains(&newest["sequence"].as_u64().unwrap()));

    let add = json!({"type": "add_patient_to_list", "patient": patient, "list": other});
    let added = ward.olga.done(&team, add).await;
    let told = live.hear_of("patient").await;
    assert_eq!(
        told,
        json!({"patient": patient, "sequence": added["sequence"]})
    );
    // What the open list tells is not told twice, and another patient is no news of this one.
    let note = json!({"type": "add_note", "patient": patient, "text": "Stable"});
    ward.olga.done(&team, note).await;
    ward.patient_on(&other, "Durand").await;
    assert_eq!(news(&mut live).await, Vec::<Value>::new());

    // Without an open list the page hears everything, until it is closed.
    live.close(&list).await;
    let note = json!({"type": "add_note", "patient": patient, "text": "Better"});
    let noted = ward.olga.done(&team, note).await;
    assert_eq!(live.hear_of("patient").await["sequence"], noted["sequence"]);
    live.say(&json!({"watch": {}})).await;
    let note = json!({"type": "add_note", "patient": patient, "text": "Well"});
    ward.olga.done(&team, note).await;
    assert_eq!(news(&mut live).await, Vec::<Value>::new());
}

#[tokio::test]
async fn nobody_hears_of_a_patient_or_of_a_list_that_they_do_not_see() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    let limited = ward.new_list("Few", Some(&["olga"])).await;
    let hidden = ward.patient_on(&limited, "Secret").await;
    let seen = ward.patient("Martin").await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    watch(&mut live, &hidden).await;
    let note = json!({"type": "add_note", "patient": hidden, "text": "Stable"});
    ward.olga.done(&team, note).await;
    assert_eq!(news(&mut live).await, Vec::<Value>::new());

    watch(&mut live, &seen).await;
    assert_eq!(news(&mut live).await.len(), 1);
    // That they come to a list of a few is news to its readers only.
    let add = json!({"type": "add_patient_to_list", "patient": seen, "list": limited});
    ward.olga.done(&team, add).await;
    assert_eq!(news(&mut live).await, Vec::<Value>::new());
    // Taken from sight, they are told of for the last time.
    let list = ward.list.clone();
    let remove = json!({"type": "remove_patient_from_list", "patient": seen, "list": list});
    ward.olga.done(&team, remove).await;
    assert_eq!(news(&mut live).await.len(), 1);
    let note = json!({"type": "add_note", "patient": seen, "text": "Stable"});
    ward.olga.done(&team, note).await;
    assert_eq!(news(&mut live).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_page_is_told_when_its_list_is_limited_to_others() {
    let mut ward = Ward::begin().await;
    let list = ward.new_list("Few", Some(&["nina", "olga"])).await;
    let patient = ward.patient_on(&list, "Martin").await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    watch(&mut live, &patient).await;
    assert_eq!(news(&mut live).await.len(), 1);
    let limit = json!({"type": "set_list_members", "list": list, "members": [ward.id("olga")]});
    let team = ward.team.clone();
    ward.olga.done(&team, limit).await;
    assert_eq!(live.hear_of("patient").await["patient"], patient.as_str());
}
