//! A reader who does not keep up: nobody waits for them, and they are told to open the list again.

use crate::support::client::screen::Applied;
use crate::support::{Api, Heard, Live, Screen, Ward};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// More than the server's queue and both sockets' buffers hold, at ten kilobytes an edit.
const EDITS: usize = 900;

async fn edit_much(ward: &Ward, api: &mut Api, patient: &str) -> Duration {
    let mut slowest = Duration::ZERO;
    for number in 0..EDITS {
        let value = format!("{number} {}", "x".repeat(9_900));
        let begun = Instant::now();
        ward.set(api, patient, "What matters", json!(value)).await;
        slowest = slowest.max(begun.elapsed());
    }
    slowest
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_lags_is_told_to_open_again_and_delays_nobody() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut slow = Live::connect_narrow(ward.address(), &ward.team, ward.olga.token()).await;
    let opened = slow.open(&ward.list, None).await;
    let mut screen = Screen::new(opened["snapshot"].clone());
    let mut quick = ward.connect(&ward.olga).await;
    quick.open(&ward.list, None).await;
    let reading = tokio::spawn(async move {
        let mut count = 0;
        while count < EDITS {
            count += quick.changes().await.len();
        }
    });
    let mut nina = ward.sign_in("nina").await;
    let slowest = edit_much(&ward, &mut nina, &patient).await;
    assert!(slowest < Duration::from_secs(3), "{slowest:?}");
    reading.await.unwrap();

    // What was queued comes without a gap; then it is told that there was more.
    let mut is_told = false;
    let mut is_ended = false;
    while !is_told && !is_ended {
        match slow.hear_within(Duration::from_secs(20)).await {
            Some(Heard::Message(message)) if message["changes"].is_array() => {
                for change in message["changes"].as_array().unwrap() {
                    assert_eq!(screen.apply(change), Applied::Yes);
                }
            }
            Some(Heard::Message(message)) => {
                is_told |= message["reopen"]["list"] == ward.list.as_str();
            }
            // It took longer than the server waits for a socket: then it connects again.
            Some(Heard::Closed(_)) => is_ended = true,
            None => panic!("it was told nothing"),
        }
    }
    if is_ended {
        slow = ward.connect(&ward.olga).await;
    }
    let fresh = Screen::new(nina.list(&ward.team, &ward.list).await);
    assert!(screen.version() < fresh.version());
    let opened = slow.open(&ward.list, Some(screen.version())).await;
    match &opened["snapshot"] {
        Value::Null => {
            while screen.version() < fresh.version() {
                for change in slow.changes().await {
                    assert_eq!(screen.apply(&change), Applied::Yes);
                }
            }
        }
        whole => screen = Screen::new(whole.clone()),
    }
    assert_eq!(screen.content(), fresh.content());
    ward.set(&mut nina, &patient, "Diagnosis", json!("flu"))
        .await;
    let change = &slow.changes().await[0];
    assert_eq!(screen.apply(change), Applied::Yes);
}
