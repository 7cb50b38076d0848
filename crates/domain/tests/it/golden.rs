//! Records of every kind that was ever written, which every later version reads.

use domain::{organization, team};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

const EVENTS: &str = include_str!("../golden/events-v1.json");
const COMMANDS: &str = include_str!("../golden/commands-v1.json");

/// The records of a section.
pub fn records(section: &str) -> Vec<Value> {
    let file = match section {
        "team_commands" | "organization_commands" => COMMANDS,
        _ => EVENTS,
    };
    let file: Value = serde_json::from_str(file).unwrap();
    file[section].as_array().unwrap().clone()
}

/// Reads each record of a section and writes it again: nothing of it may be lost, and each type has one.
fn read<T: DeserializeOwned + Serialize>(section: &str, types: &[&str]) {
    let mut seen = BTreeSet::new();
    for record in records(section) {
        let read: T = serde_json::from_value(record.clone()).unwrap_or_else(|error| {
            panic!("a record of {section} can no longer be read: {error}\n{record}")
        });
        let written = serde_json::to_value(&read).unwrap();
        assert_keeps(&record, &written);
        seen.insert(record["type"].as_str().unwrap().to_owned());
    }
    let missing: Vec<_> = types.iter().filter(|name| !seen.contains(**name)).collect();
    assert!(
        missing.is_empty(),
        "{missing:?} has no record in crates/domain/tests/golden. What is once written is read for ever: add one line for each \
         shape of it to the section `{section}`, exactly as serde writes it, and never change or delete a line that was released."
    );
}

/// All that the record says is said again; parts that are new since may come with their default.
fn assert_keeps(record: &Value, written: &Value) {
    match (record, written) {
        (Value::Object(record), Value::Object(written)) => {
            for (key, part) in record {
                let again = written
                    .get(key)
                    .unwrap_or_else(|| panic!("`{key}` is lost"));
                assert_keeps(part, again);
            }
        }
        (Value::Array(record), Value::Array(written)) => {
            assert_eq!(record.len(), written.len());
            record
                .iter()
                .zip(written)
                .for_each(|(a, b)| assert_keeps(a, b));
        }
        _ => assert_eq!(record, written),
    }
}

#[test]
fn every_team_event_ever_written_is_read() {
    read::<team::Event>("team_events", team::Event::TYPE_NAMES);
}

#[test]
fn every_team_access_ever_written_is_read() {
    read::<team::access_event::Access>("team_accesses", team::access_event::Access::TYPE_NAMES);
}

#[test]
fn every_organization_event_ever_written_is_read() {
    read::<organization::Event>("organization_events", organization::Event::TYPE_NAMES);
}

#[test]
fn every_organization_access_ever_written_is_read() {
    use organization::access_event::Access;
    read::<Access>("organization_accesses", Access::TYPE_NAMES);
}

#[test]
fn every_command_that_integrators_send_is_read() {
    read::<team::Command>("team_commands", team::Command::TYPE_NAMES);
    read::<organization::Command>("organization_commands", organization::Command::TYPE_NAMES);
}
