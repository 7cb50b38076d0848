//! A client of each list that holds no rules: it opens the list once, and applies what it is told.

use super::{READERS, hidden, invariants};
use crate::ward::Ward;
use domain::team::Event;
use domain::{ListId, UserId};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the clients of all lists show.
pub struct Clients {
    lists: BTreeMap<ListId, Value>,
}

impl Clients {
    pub fn open(ward: &Ward) -> Clients {
        let lists = ward.team.lists.keys();
        Clients {
            lists: lists.map(|id| (*id, ward.snapshot(*id))).collect(),
        }
    }

    /// Applies an event, tells the clients, and compares each with what a fresh reader of its list gets.
    pub fn follow(&mut self, ward: &mut Ward, actor: UserId, event: Event) -> TestCaseResult {
        let before = ward.team.clone();
        let touched = ward.apply(actor, event.clone());
        let name = event.type_name();
        invariants::check(ward)?;
        invariants::check_versions(&before, &ward.team, &touched, name)?;
        for id in &touched {
            let change = serde_json::to_value(ward.team.change(*id, &event)).unwrap();
            for reader in READERS
                .iter()
                .filter(|reader| ward.sees_list(**reader, *id))
            {
                hidden::check_change(&before, &ward.team, *reader, *id, &change)?;
            }
            let fresh = || ward.snapshot(*id);
            match self.lists.get_mut(id) {
                Some(shown) => apply(shown, &change, fresh),
                None => {
                    self.lists.insert(*id, fresh());
                }
            }
        }
        for (id, shown) in &self.lists {
            let fresh = ward.snapshot(*id);
            prop_assert!(
                *shown == fresh,
                "after {name} a client shows\n{shown}\nand a fresh reader\n{fresh}"
            );
        }
        for reader in READERS {
            hidden::check_reader(ward, reader)?;
        }
        Ok(())
    }
}

fn apply(shown: &mut Value, change: &Value, fresh: impl Fn() -> Value) {
    let version = shown["header"]["version"].as_u64().unwrap() + 1;
    match change["type"].as_str().unwrap() {
        "value" => set_value(shown, change),
        "row" => {
            let row = &change["row"];
            remove_row(shown, &row["patient"]["id"]);
            insert_row(shown, row.clone(), &change["after"]);
        }
        "row_removed" => {
            remove_row(shown, &change["patient"]);
        }
        "moved" => {
            let row = remove_row(shown, &change["patient"]);
            insert_row(shown, row.unwrap(), &change["after"]);
        }
        "note" => {
            let index = position(shown, &change["patient"]).unwrap();
            shown["rows"][index]["patient"]["notes"] = change["notes"].clone();
        }
        "list" => shown["header"] = change["header"].clone(),
        "reload" => *shown = fresh(),
        other => panic!("a client does not know the change `{other}`"),
    }
    shown["header"]["version"] = json!(version);
    shown["header"]["patients"] = json!(rows(shown).len());
}

fn rows(shown: &mut Value) -> &mut Vec<Value> {
    shown["rows"].as_array_mut().unwrap()
}

fn position(shown: &mut Value, patient: &Value) -> Option<usize> {
    rows(shown)
        .iter()
        .position(|row| row["patient"]["id"] == *patient)
}

fn remove_row(shown: &mut Value, patient: &Value) -> Option<Value> {
    position(shown, patient).map(|index| rows(shown).remove(index))
}

fn insert_row(shown: &mut Value, row: Value, after: &Value) {
    let index = match after {
        Value::Null => 0,
        before => position(shown, before).unwrap() + 1,
    };
    rows(shown).insert(index, row);
}

fn set_value(shown: &mut Value, change: &Value) {
    let index = position(shown, &change["patient"]).unwrap();
    let fields = shown["fields"].as_array().unwrap();
    if let Some(column) = fields
        .iter()
        .position(|field| field["id"] == change["field"])
    {
        shown["rows"][index]["values"][column] = change["value"].clone();
    }
    let patient = shown["rows"][index]["patient"].as_object_mut().unwrap();
    let merged = patient.remove("merged").unwrap_or(json!([]));
    let mut merged: Vec<_> = merged
        .as_array()
        .unwrap()
        .iter()
        .filter(|field| **field != change["field"])
        .cloned()
        .collect();
    if change["merged"] == true {
        merged.push(change["field"].clone());
        merged.sort_by_key(ToString::to_string);
    }
    if !merged.is_empty() {
        patient.insert("merged".to_owned(), json!(merged));
    }
}
