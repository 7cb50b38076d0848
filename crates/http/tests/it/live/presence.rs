//! Who has the list open and which value they edit, for readers of that list alone.

use crate::support::{Live, Ward};
use serde_json::{Value, json};
use std::time::Duration;

/// Waits for a presence that satisfies `is_right`.
async fn presence(live: &mut Live, is_right: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..20 {
        let presence = live.hear_of("presence").await;
        if is_right(&presence) {
            return presence;
        }
    }
    panic!("the presence that was waited for never came");
}

fn is_there(presence: &Value, user: &Value) -> bool {
    presence["people"]
        .as_array()
        .unwrap()
        .iter()
        .any(|person| person["user"] == *user)
}

#[tokio::test]
async fn readers_see_who_is_there_and_which_value_they_edit() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let nina = ward.sign_in("nina").await;
    let id = json!(ward.id("nina"));
    let mut first = ward.connect(&ward.olga).await;
    first.open(&ward.list, None).await;
    let mut second = ward.connect(&nina).await;
    second.open(&ward.list, None).await;
    presence(&mut first, |presence| is_there(presence, &id)).await;

    let edits = json!({"presence": {"list": ward.list, "patient": patient, "field": ward.field("Diagnosis")}});
    second.say(&edits).await;
    let cell = json!([{"patient": patient, "field": ward.field("Diagnosis")}]);
    let edited = |presence: &Value| {
        let people = presence["people"].as_array().unwrap();
        people
            .iter()
            .any(|person| person["user"] == id && person["editing"] == cell)
    };
    presence(&mut first, edited).await;
    // Who opens the list now is told at once.
    let mut third = ward.connect(&ward.olga).await;
    third.open(&ward.list, None).await;
    presence(&mut third, edited).await;

    second.say(&json!({"presence": {"list": ward.list}})).await;
    presence(&mut first, |presence| {
        is_there(presence, &id) && !edited(presence)
    })
    .await;
    second.leave().await;
    presence(&mut first, |presence| !is_there(presence, &id)).await;
}

#[tokio::test]
async fn presence_of_a_list_reaches_only_its_readers() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["olga"])).await;
    let patient = ward.patient_on(&limited, "Secret").await;
    let mut olga = ward.connect(&ward.olga).await;
    olga.open(&limited, None).await;
    let nina = ward.sign_in("nina").await;
    let mut outside = ward.connect(&nina).await;
    outside.open(&ward.list, None).await;
    outside.hear_of("presence").await;
    olga.say(&json!({"presence": {"list": limited, "patient": patient}}))
        .await;
    presence(&mut olga, |presence| {
        presence["people"][0]["editing"][0]["patient"] == patient.as_str()
    })
    .await;
    let end = std::time::Instant::now() + Duration::from_millis(800);
    while let Some(heard) = outside
        .hear_within(end - std::time::Instant::now().min(end))
        .await
    {
        assert!(!format!("{heard:?}").contains(&limited), "{heard:?}");
    }
}

#[tokio::test]
async fn a_presence_on_a_list_that_one_has_not_open_is_told_to_nobody() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut olga = ward.connect(&ward.olga).await;
    olga.open(&ward.list, None).await;
    let nina = ward.sign_in("nina").await;
    let mut other = ward.connect(&nina).await;
    other
        .say(&json!({"presence": {"list": ward.list, "patient": patient}}))
        .await;
    let id = json!(ward.id("nina"));
    let end = std::time::Instant::now() + Duration::from_millis(800);
    while let Some(crate::support::Heard::Message(message)) = olga
        .hear_within(end - std::time::Instant::now().min(end))
        .await
    {
        assert!(
            !message.to_string().contains(id.as_str().unwrap()),
            "{message}"
        );
    }
}
