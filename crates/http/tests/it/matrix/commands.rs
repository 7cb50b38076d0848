//! Each command of a team and of the organization, by everybody.

use super::hospital::{Hospital, Things, Whose};
use super::{PEOPLE, is_refusal, refusal};
use crate::support::command_id;
use domain::access::{Permission, Person, action};
use domain::team::Command;
use serde_json::{Value, json};

/// Commands as integrators send them: one of each at least.
fn samples(section: &str) -> Vec<Value> {
    let file = include_str!("../../../../domain/tests/golden/commands-v1.json");
    let file: Value = serde_json::from_str(file).unwrap();
    file[section].as_array().unwrap().clone()
}

/// The command with the ids of a team in the place of its own.
fn about(command: &Value, things: &Things) -> Value {
    let mut command = command.clone();
    for (name, value) in command.as_object_mut().unwrap() {
        let kind = match name.as_str() {
            "from" | "to" => "list",
            other => other,
        };
        if let (Some(id), true) = (things.get(kind), value.is_string()) {
            *value = json!(id);
        }
    }
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn every_command_is_refused_to_whom_the_table_refuses_it() {
    let hospital = Hospital::begin().await;
    for sample in samples("team_commands") {
        let read: Command = serde_json::from_value(sample.clone()).unwrap();
        let permission = Permission::Team(action(&read));
        for person in PEOPLE {
            // Where it is allowed it shall not be done: what it names is nowhere.
            let command = about(&sample, hospital.things(Whose::Nobodys));
            let body = json!({"id": command_id(), "command": command});
            let path = format!(
                "/api/teams/{}/commands",
                hospital.things(Whose::Own)["team"]
            );
            let answer = hospital.api(person).post(&path, &body).await;
            let place = format!("{} as {person:?}: {}", read.type_name(), answer.text());
            match refusal(permission, person) {
                Some(status) => assert_eq!(answer.status, status, "{place}"),
                // Removing somebody else takes an owner; leaving oneself takes nothing.
                None if read.type_name() == "remove_member" => {}
                None => assert_ne!(answer.status, 403, "{place}"),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_on_what_is_another_teams_is_answered_as_on_what_is_nowhere() {
    let hospital = Hospital::begin().await;
    let path = format!(
        "/api/teams/{}/commands",
        hospital.things(Whose::Own)["team"]
    );
    for sample in samples("team_commands") {
        for person in PEOPLE {
            let mut answers = Vec::new();
            for whose in [Whose::Foreign, Whose::Nobodys] {
                let mut things = hospital.things(whose).clone();
                // People are of the organization, not of a team.
                things.insert("user", hospital.things(Whose::Nobodys)["user"].clone());
                let command = about(&sample, &things);
                if command == about(&sample, &Things::new()) {
                    continue;
                }
                let body = json!({"id": command_id(), "command": command});
                answers.push(hospital.api(person).post(&path, &body).await);
            }
            if let [foreign, nowhere] = &answers[..] {
                let place = format!("{sample} as {person:?}");
                assert_eq!(foreign.status, nowhere.status, "{place}");
                assert_eq!(
                    hospital.without_ids(&foreign.text()),
                    hospital.without_ids(&nowhere.text()),
                    "{place}"
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_administrators_command_the_organization() {
    let hospital = Hospital::begin().await;
    for sample in samples("organization_commands") {
        let command = about(&sample, hospital.things(Whose::Nobodys));
        for person in PEOPLE {
            if person == Person::Administrator {
                continue;
            }
            let mut api = hospital.api(person);
            let answer = api.administer(command.clone()).await;
            assert!(
                is_refusal(answer.status) && answer.status != 404,
                "{sample} as {person:?}: {}",
                answer.status
            );
        }
    }
}
