//! Opening and closing in quick succession, lists that lag, and a journal that has no room: what leaves is journalled, once, and
//! its end is too.

use crate::support::{Faulty, Heard, Server, Ward};
use domain::audit::Operation;
use journal::{Client, ClientKind, Journal, Owner, StreamId};
use serde_json::{Value, json};
use service::Caller;
use std::sync::Arc;
use std::time::Duration;

/// How often views of lists began and ended, as the journal has it.
async fn views(ward: &Ward) -> (usize, usize) {
    let accesses = StreamId::accesses(Owner::Team(ward.team.parse().unwrap()));
    let entries = ward.server.journal.read(accesses, 0, 10_000).await.unwrap();
    let count = |operation: Operation| {
        let headers = entries.iter().filter_map(|entry| entry.header.as_ref());
        headers
            .filter(|header| header.operation == operation)
            .count()
    };
    (
        count(Operation::PatientListView),
        count(Operation::PatientListViewEnd),
    )
}

async fn wait_for_views(ward: &Ward, expected: (usize, usize)) {
    for _ in 0..100 {
        if views(ward).await == expected {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(views(ward).await, expected);
}

#[tokio::test]
async fn a_list_that_is_closed_right_after_it_was_opened_is_closed() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut live = ward.connect(&ward.olga).await;
    for _ in 0..5 {
        live.say(&json!({"open": {"list": ward.list}})).await;
        live.say(&json!({"close": {"list": ward.list}})).await;
    }
    wait_for_views(&ward, (5, 5)).await;
    let mut nina = ward.sign_in("nina").await;
    ward.set(&mut nina, &patient, "Diagnosis", json!("flu"))
        .await;
    while let Some(Heard::Message(message)) = live.hear_within(Duration::from_millis(500)).await {
        assert!(message["changes"].is_null(), "{message}");
    }
    let mut other = ward.connect(&nina).await;
    other.open(&ward.list, None).await;
    let presence = other.hear_of("presence").await;
    assert_eq!(presence["people"], json!([]), "somebody is there who left");
}

#[tokio::test]
async fn who_leaves_right_after_opening_is_not_there() {
    let ward = Ward::begin().await;
    for _ in 0..5 {
        let mut live = ward.connect(&ward.olga).await;
        live.say(&json!({"open": {"list": ward.list}})).await;
        live.leave().await;
    }
    let nina = ward.sign_in("nina").await;
    let mut other = ward.connect(&nina).await;
    let is_alone = |presence: &Value| presence["people"].as_array().unwrap().len() <= 1;
    for _ in 0..50 {
        other.close(&ward.list).await;
        other.open(&ward.list, None).await;
        if is_alone(&other.hear_of("presence").await) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("somebody is there who left");
}

#[tokio::test]
async fn opening_again_is_the_same_view_and_closing_ends_it() {
    let ward = Ward::begin().await;
    let mut live = ward.connect(&ward.olga).await;
    for _ in 0..4 {
        live.open(&ward.list, None).await;
    }
    live.close(&ward.list).await;
    wait_for_views(&ward, (1, 1)).await;
}

#[tokio::test]
async fn a_view_that_could_not_be_journalled_is_journalled_when_it_can_be() {
    let faulty = Arc::new(Faulty::default());
    let mut ward = Ward::begin_on(Server::start_with(faulty.clone()).await).await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    let before = views(&ward).await;
    faulty.fill_up(true);
    // Neither by reading nor live does anything leave.
    let refused = nina.get(&ward.list_path("")).await;
    assert_eq!(refused.refusal(), (507, "no_space".to_owned()));
    let refused = nina.get(&ward.path(&format!("/patients/{patient}"))).await;
    assert_eq!(refused.refusal(), (507, "no_space".to_owned()));
    live.say(&json!({"open": {"list": ward.list}})).await;
    assert_eq!(live.hear().await, json!({"reopen": {"list": ward.list}}));
    assert_eq!(views(&ward).await, before);
    faulty.fill_up(false);
    live.open(&ward.list, None).await;
    wait_for_views(&ward, (before.0 + 1, before.1)).await;
    live.close(&ward.list).await;
    wait_for_views(&ward, (before.0 + 1, before.1 + 1)).await;
}

#[tokio::test]
async fn without_room_for_changes_a_command_is_refused_and_looking_goes_on() {
    let faulty = Arc::new(Faulty::default());
    let mut ward = Ward::begin_on(Server::start_with(faulty.clone()).await).await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    let before = views(&ward).await;
    faulty.refuse_changes(true);
    // Together in one append, so that the command's refusal is not the end of those who only look.
    let path = ward.list_path("");
    let note = json!({"type": "add_note", "patient": patient, "text": "no room"});
    live.say(&json!({"open": {"list": ward.list}})).await;
    let (command, read) = tokio::join!(ward.olga.command(&ward.team, note), nina.get(&path));
    assert_eq!(command.refusal(), (507, "no_space".to_owned()));
    assert_eq!(read.ok()["rows"][0]["patient"]["notes"], 0);
    live.hear_of("opened").await;
    // The read and the connection are of one session: one view, and each time that rows left is journalled.
    let (began, _) = views(&ward).await;
    assert!(began > before.0, "rows left without an entry");
    faulty.refuse_changes(false);
    let note = json!({"type": "add_note", "patient": patient, "text": "room again"});
    ward.olga.done(&ward.team, note).await;
    live.close(&ward.list).await;
}

/// Whoever does not take what waits for them, is told later that there was more. Nothing that says so is lost.
#[tokio::test]
async fn a_full_queue_ends_in_being_told_to_open_again() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["nina"])).await;
    let caller = Caller {
        user: ward.id("nina"),
        session: "a session".into(),
        client: Client {
            address: None,
            kind: ClientKind::Api,
        },
        language: Default::default(),
    };
    let team = ward.team.parse().unwrap();
    let service = &ward.server.service;
    let (connection, mut queue) = service.connect(&caller, team).await.unwrap();
    let (list, few) = (ward.list.parse().unwrap(), limited.parse().unwrap());
    service
        .open_list(team, &connection, few, None)
        .await
        .unwrap();
    for _ in 0..300 {
        service
            .open_list(team, &connection, list, None)
            .await
            .unwrap();
    }
    // The limited list is taken from them, and there is no room to say so.
    let limit = json!({"type": "set_list_members", "list": limited, "members": []});
    ward.olga.done(&ward.team, limit).await;
    let mut waiting = Vec::new();
    while let Ok(text) = queue.try_recv() {
        waiting.push(serde_json::from_slice::<Value>(&text).unwrap());
    }
    assert_eq!(waiting.len(), 256);
    assert!(!waiting.iter().any(|message| message["closed"].is_object()));
    let lagged = connection.outbox().take_lagged();
    assert!(
        lagged.contains(&list) && lagged.contains(&few),
        "{lagged:?}"
    );
    service
        .open_list(team, &connection, few, None)
        .await
        .unwrap();
    let told: Value = serde_json::from_slice(&queue.recv().await.unwrap()).unwrap();
    assert_eq!(told["closed"]["code"], "not_found");
    service.disconnect(team, &connection).await;
}
