//! Each message of a live connection, by everybody who can open one.

use super::PEOPLE;
use super::hospital::{Hospital, Whose};
use crate::support::{Heard, Live};
use domain::access::{Action, Permission, Person};
use serde_json::{Value, json};
use service::live::message::ClientMessage;
use std::time::Duration;

/// Long enough for an answer, and short enough to wait for none.
const SILENCE: Duration = Duration::from_millis(400);

fn messages(hospital: &Hospital, whose: Whose) -> Vec<Value> {
    let things = hospital.things(whose);
    let (list, patient) = (&things["list"], &things["patient"]);
    vec![
        json!({"open": {"list": list}}),
        json!({"presence": {"list": list, "patient": patient}}),
        json!({"close": {"list": list}}),
    ]
}

fn action(message: &Value) -> Action {
    let read: ClientMessage = serde_json::from_value(message.clone()).unwrap();
    read.action()
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_heard_of_whom_the_table_says() {
    let hospital = Hospital::begin().await;
    let team = &hospital.things(Whose::Own)["team"];
    let olga = hospital.api(Person::Member(domain::team::state::Role::Owner));
    for person in PEOPLE {
        let token = hospital.api(person).token.unwrap_or_default();
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str())];
        let connected = Live::try_connect(hospital.ward.address(), team, &headers, None).await;
        assert_eq!(
            connected.is_ok(),
            person.has(Permission::Team(Action::Read)),
            "{person:?}"
        );
        let Ok(mut live) = connected else { continue };
        let mut watching = Live::connect(hospital.ward.address(), team, olga.token()).await;
        watching
            .open(&hospital.things(Whose::Own)["list"], None)
            .await;
        for message in messages(&hospital, Whose::Own) {
            let may = person.has(Permission::Team(action(&message)));
            live.say(&message).await;
            if message.get("open").is_some() {
                live.hear_of("opened").await;
            } else if message.get("presence").is_some() {
                let is_shown = shows_editing(&mut watching).await;
                assert_eq!(is_shown, may, "editing as {person:?}");
            }
        }
        live.leave().await;
        watching.leave().await;
    }
}

/// Whether somebody is soon said to edit.
async fn shows_editing(live: &mut Live) -> bool {
    while let Some(Heard::Message(message)) = live.hear_within(SILENCE * 3).await {
        let people = message["presence"]["people"].as_array();
        let mut people = people.into_iter().flatten();
        if people.any(|person| !person["editing"].is_null()) {
            return true;
        }
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_another_team_is_answered_as_one_that_is_nowhere() {
    let hospital = Hospital::begin().await;
    let team = &hospital.things(Whose::Own)["team"];
    for person in PEOPLE {
        if !person.has(Permission::Team(Action::Read)) {
            continue;
        }
        let api = hospital.api(person);
        let mut live = Live::connect(hospital.ward.address(), team, api.token()).await;
        let mut heard = Vec::new();
        for whose in [Whose::Foreign, Whose::Nobodys] {
            let mut answers = Vec::new();
            for message in messages(&hospital, whose) {
                live.say(&message).await;
                if let Some(Heard::Message(answer)) = live.hear_within(SILENCE).await {
                    answers.push(hospital.without_ids(&answer.to_string()));
                }
            }
            heard.push(answers);
        }
        assert_eq!(heard[0], heard[1], "{person:?}");
        assert!(heard[0].iter().all(|answer| !answer.contains("opened")));
        live.leave().await;
    }
}
