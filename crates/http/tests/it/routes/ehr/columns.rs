//! Columns that show what the record says, kept fresh while somebody has the list open.

use super::journalled;
use crate::support::{Asking, Heard, Live, Recorded};
use domain::audit::Operation;
use ehr_sandbox::{Clock, Fault, Trouble};
use jiff::{SignedDuration, Timestamp};
use journal::Actor;
use serde_json::{Value, json};
use service::ehr::Pace;
use std::time::Duration;

/// A server that reads charts each second.
fn quick() -> Asking {
    let second = SignedDuration::from_secs(1);
    Asking {
        pace: Pace {
            fresh: second,
            read_every: second,
            retried_after: second,
        },
        ..Asking::default()
    }
}

const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// Hears values of the record until one of each source is there.
async fn hear_sources(live: &mut Live, sources: &[&str]) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    while !sources.iter().all(|source| {
        found
            .iter()
            .any(|change| change["value"]["source"] == *source)
    }) {
        let changes = live.changes().await;
        found.extend(changes.into_iter().filter(|change| change["by"] == NIL));
    }
    found
}

#[tokio::test]
async fn what_the_record_says_arrives_as_a_change_once_and_again_when_it_is_another() {
    let mut recorded = Recorded::begin_asking(quick()).await;
    let now = Timestamp::now();
    recorded.record.set_clock(Clock::Fixed(now));
    recorded.score().await;
    let patient = recorded.add("p003").await;
    let sources = [
        "place",
        "vital_signs",
        "news2",
        "allergies",
        "conditions",
        "medications",
    ];
    recorded.bind(&sources).await;
    let nina = recorded.ward.sign_in("nina").await;
    let mut live = recorded.ward.connect(&nina).await;
    live.open(&recorded.ward.list, None).await;
    let changes = hear_sources(&mut live, &sources).await;
    assert_eq!(changes.len(), sources.len());
    for change in &changes {
        assert_eq!(
            (&change["type"], &change["patient"]),
            (&json!("value"), &json!(patient))
        );
    }
    let refreshed = journalled(&recorded.ward, Operation::PatientChartRefresh).await;
    assert_eq!(refreshed.len(), sources.len());
    assert!(
        refreshed
            .iter()
            .all(|(header, _)| header.actor == Actor::System)
    );
    let state = recorded
        .hear_state(&mut live, |state| !state["as_of"].is_null())
        .await;
    assert_eq!(
        (&state["failed"], &state["problem"]),
        (&json!(0), &Value::Null)
    );

    // Rounds go on, and nothing that is the same is said again.
    let mut olga = recorded.ward.olga.again();
    let sequence = recorded.ward.sequence(&mut olga).await;
    recorded.record.reset_counts();
    while recorded.record.counts().of("batch") < 3 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(recorded.ward.sequence(&mut olga).await, sequence);

    recorded
        .record
        .set_clock(Clock::Fixed(now - SignedDuration::from_hours(3)));
    let changes = hear_sources(&mut live, &["vital_signs", "news2"]).await;
    assert_eq!(changes.len(), 2, "{changes:?}");

    // What the column showed before is in the patient's history, with the record as its author.
    let mut reader = nina.again();
    let history = recorded.ward.path(&format!("/patients/{patient}/history"));
    let history = reader.get(&history).await.ok();
    let items = history["items"].as_array().unwrap().iter();
    let scores: Vec<&Value> = items
        .filter(|item| item["value"]["source"] == "news2")
        .collect();
    assert_eq!(scores.len(), 2);
    assert!(scores.iter().all(|item| item["by"] == NIL));

    // Nobody has it open: the record is left alone.
    live.leave().await;
    tokio::time::sleep(Duration::from_millis(2500)).await;
    recorded.record.reset_counts();
    tokio::time::sleep(Duration::from_millis(2500)).await;
    assert_eq!(recorded.record.counts().total, 0);
}

#[tokio::test]
async fn columns_keep_what_they_showed_while_the_record_is_away_and_say_so() {
    let mut recorded = Recorded::begin_asking(quick()).await;
    recorded.record.set_clock(Clock::Fixed(Timestamp::now()));
    let patient = recorded.add("p003").await;
    recorded.bind(&["vital_signs", "allergies"]).await;
    let mut nina = recorded.ward.sign_in("nina").await;
    let mut live = recorded.ward.connect(&nina).await;
    live.open(&recorded.ward.list, None).await;
    recorded
        .hear_state(&mut live, |state| !state["as_of"].is_null())
        .await;
    let before = recorded.shown(&mut nina, &patient, "vital_signs").await;
    assert!(before.is_some());
    recorded
        .record
        .faults()
        .set(Fault::new(Trouble::Status { status: 500 }));
    let state = recorded
        .hear_state(&mut live, |state| !state["problem"].is_null())
        .await;
    assert_eq!(state["failed"], 1);
    assert_eq!(state["problem"]["code"], "server_error");
    assert!(!state["as_of"].is_null());
    assert_eq!(
        recorded.shown(&mut nina, &patient, "vital_signs").await,
        before
    );
    // The team's own columns go on.
    recorded
        .ward
        .set(&mut nina, &patient, "Diagnosis", json!("flu"))
        .await;
    recorded.record.faults().clear();
    let state = recorded
        .hear_state(&mut live, |state| state["problem"].is_null())
        .await;
    assert_eq!(state["failed"], 0);
    // One part alone fails: it keeps what it showed, too.
    recorded
        .record
        .faults()
        .set(Fault::new(Trouble::Status { status: 500 }).on("Observation"));
    recorded.record.reset_counts();
    while recorded.record.counts().of("batch") < 2 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(
        recorded.shown(&mut nina, &patient, "vital_signs").await,
        before
    );
}

#[tokio::test]
async fn nobody_types_into_a_column_of_the_record_and_unlinking_empties_it_before_everybody() {
    let mut recorded = Recorded::begin_asking(quick()).await;
    let patient = recorded.add("p003").await;
    recorded.bind(&["allergies"]).await;
    let nina = recorded.ward.sign_in("nina").await;
    let mut live = recorded.ward.connect(&nina).await;
    live.open(&recorded.ward.list, None).await;
    let shown = hear_sources(&mut live, &["allergies"]).await;
    let field = shown[0]["field"].clone();
    let (mut olga, team) = (recorded.ward.olga.again(), recorded.ward.team.clone());
    for command in [
        json!({"type": "set_value", "patient": patient, "field": field, "value": "none", "based_on": 1_000_000}),
        json!({"type": "set_value", "patient": patient, "field": field, "value": null, "based_on": 1_000_000}),
    ] {
        let refused = olga.command(&team, command.clone()).await;
        assert_eq!(
            refused.refusal(),
            (422, "from_record".to_owned()),
            "{command}"
        );
    }
    olga.done(&team, json!({"type": "unlink_patient", "patient": patient}))
        .await;
    let mut changes = Vec::new();
    while !changes
        .iter()
        .any(|change: &Value| change["field"] == field)
    {
        changes = live.changes().await;
    }
    let emptied = changes
        .iter()
        .find(|change| change["field"] == field)
        .unwrap();
    assert_eq!(emptied["value"], Value::Null);
    // No later reading fills it again.
    while let Some(heard) = live.hear_within(Duration::from_millis(2500)).await {
        if let Heard::Message(message) = heard {
            assert!(!message.to_string().contains("Latex"), "{message}");
        }
    }
}

#[tokio::test]
async fn what_somebody_waits_to_see_is_read_at_once() {
    let mut recorded = Recorded::begin_asking(Asking {
        pace: Pace {
            read_every: SignedDuration::from_hours(1),
            ..Pace::default()
        },
        ..Asking::default()
    })
    .await;
    recorded.record.set_clock(Clock::Fixed(Timestamp::now()));
    let patient = recorded.add("p003").await;
    recorded.bind(&["allergies"]).await;
    let mut nina = recorded.ward.sign_in("nina").await;
    let mut live = recorded.ward.connect(&nina).await;
    live.open(&recorded.ward.list, None).await;
    hear_sources(&mut live, &["allergies"]).await;
    // Another column, the score, the scale of one patient, and whom of the record a patient is.
    recorded.bind(&["news2"]).await;
    let changes = hear_sources(&mut live, &["news2"]).await;
    assert_eq!(changes[0]["value"]["score"], Value::Null);
    recorded.score().await;
    let changes = hear_sources(&mut live, &["news2"]).await;
    assert_eq!(changes[0]["value"]["score"]["type"], "scored");
    let team = recorded.ward.team.clone();
    let scale = json!({"type": "set_spo2_scale", "patient": patient, "scale_2": true});
    nina.done(&team, scale).await;
    hear_sources(&mut live, &["news2"]).await;
    let link = json!({"type": "link_patient", "patient": patient, "ehr_id": "p012", "confirm_identity": true});
    nina.done(&team, link).await;
    let changes = hear_sources(&mut live, &["allergies", "news2"]).await;
    let mut allergies = changes
        .iter()
        .filter(|change| change["value"]["source"] == "allergies");
    assert!(allergies.any(|change| change["value"].to_string().contains("Pénicilline")));
}

#[tokio::test]
async fn an_export_has_the_time_of_each_thing_and_says_what_was_not_read() {
    let mut recorded = Recorded::begin().await;
    recorded.bind(&["vital_signs", "allergies"]).await;
    let read = recorded.add("p003").await;
    recorded.add("p005").await;
    let mut nina = recorded.ward.sign_in("nina").await;
    nina.get(&recorded.chart_path(&read)).await.ok();
    let path = recorded.ward.list_path("/export?format=csv");
    let sheet = nina.get(&path).await.text();
    assert!(sheet.contains("Latex (20"), "{sheet}");
    assert!(
        sheet.contains(" /min (") && sheet.contains("Not read"),
        "{sheet}"
    );
}

#[tokio::test]
async fn who_has_the_columns_open_hears_that_the_team_is_connected_to_no_record_any_more() {
    let mut recorded = Recorded::begin_asking(quick()).await;
    let patient = recorded.add("p003").await;
    recorded.bind(&["allergies"]).await;
    let mut nina = recorded.ward.sign_in("nina").await;
    let mut live = recorded.ward.connect(&nina).await;
    live.open(&recorded.ward.list, None).await;
    let state = recorded
        .hear_state(&mut live, |state| !state["as_of"].is_null())
        .await;
    assert_eq!(state["connected"], true);
    let before = recorded.shown(&mut nina, &patient, "allergies").await;
    assert!(before.is_some());

    let team = recorded.ward.team.clone();
    let remove = json!({"type": "remove_ehr_connection"});
    recorded.ward.olga.done(&team, remove).await;
    let gone = recorded
        .hear_state(&mut live, |state| state["connected"] == false)
        .await;
    let nothing = json!({"list": recorded.ward.list, "connected": false, "as_of": null, "reading": false, "failed": 0, "problem": null});
    assert_eq!(gone, nothing);
    let after = recorded.shown(&mut nina, &patient, "allergies").await;
    assert_eq!(after, before, "the columns keep what they last showed");
    // Who opens the list later is told the same.
    let mut later = recorded.ward.connect(&recorded.ward.olga).await;
    later.open(&recorded.ward.list, None).await;
    assert_eq!(later.hear_of("record").await, nothing);

    // Of another record nothing was read yet.
    let other = ehr_sandbox::Sandbox::start(ehr_sandbox::Options::default())
        .await
        .unwrap();
    let connect = json!({"type": "set_ehr_connection", "name": "Other", "url": other.url(), "auth": {"type": "none"}});
    recorded.ward.olga.done(&team, connect).await;
    let state = recorded
        .hear_state(&mut live, |state| state["connected"] == true)
        .await;
    assert_eq!(state["as_of"], Value::Null);
}
