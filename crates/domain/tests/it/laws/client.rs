//! A client of each list that holds no rules: it opens the list once, and applies what it is told.

use super::{READERS, hidden, invariants, protected};
use crate::ward::Ward;
use domain::team::{Event, Team};
use domain::{ListId, UserId};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the clients of all lists show.
pub struct Clients {
    /// For readers from whom no patient of the list is protected.
    lists: BTreeMap<ListId, Value>,
    /// For each other reader.
    masked: BTreeMap<(ListId, UserId), Value>,
}

impl Clients {
    pub fn open(ward: &Ward) -> Clients {
        let lists = ward.team.lists.keys();
        let mut clients = Clients {
            lists: lists.map(|id| (*id, ward.snapshot(*id))).collect(),
            masked: BTreeMap::new(),
        };
        for (id, reader) in readers(&ward.team) {
            if hides(ward, reader, id) {
                let snapshot = ward.snapshot_for(reader, id);
                clients.masked.insert((id, reader), snapshot);
            }
        }
        clients
    }

    /// Lets time pass. Whose access by a broken glass ends is told to open the list again.
    pub fn wait(&mut self, ward: &mut Ward, minutes: i64) -> TestCaseResult {
        let (before, now) = ward.wait_minutes(minutes);
        let mended: Vec<_> = ward.team.glass_mended(before, now).collect();
        for (user, patient) in mended {
            for list in &ward.team.patients[&patient].lists {
                if ward.sees_list(user, *list) {
                    let snapshot = ward.snapshot_for(user, *list);
                    self.masked.insert((*list, user), snapshot);
                }
            }
        }
        self.compare(ward, "waiting")
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
            let masked = ward.team.masked_change(*id, &event, ward.now());
            let masked = masked.map(|m| (serde_json::to_value(m.change).unwrap(), m.insiders));
            for reader in READERS
                .iter()
                .filter(|reader| ward.sees_list(**reader, *id))
            {
                let heard = match &masked {
                    Some((masked, insiders)) if !insiders.contains(reader) => masked,
                    _ => &change,
                };
                hidden::check_change(&before, &ward.team, *reader, *id, heard)?;
                protected::check_change(ward, *reader, heard)?;
                if before.find_visible_list(*reader, *id).is_none() {
                    continue;
                }
                let key = (*id, *reader);
                // What is read anew is read by each for themselves.
                let is_own = *heard != change || *heard == json!({"type": "reload"});
                if is_own && !self.masked.contains_key(&key) {
                    self.masked.insert(key, self.lists[id].clone());
                }
                if let Some(shown) = self.masked.get_mut(&key) {
                    apply(shown, heard, || ward.snapshot_for(*reader, *id));
                }
            }
            let fresh = || ward.snapshot(*id);
            match self.lists.get_mut(id) {
                Some(shown) => apply(shown, &change, fresh),
                None => {
                    self.lists.insert(*id, fresh());
                }
            }
        }
        // Who did not see a list before opens it now.
        for (id, reader) in readers(&ward.team) {
            if before.find_visible_list(reader, id).is_none() {
                let snapshot = ward.snapshot_for(reader, id);
                self.masked.insert((id, reader), snapshot);
            }
        }
        self.compare(ward, name)?;
        for reader in READERS {
            hidden::check_reader(ward, reader)?;
        }
        Ok(())
    }

    fn compare(&mut self, ward: &Ward, after: &str) -> TestCaseResult {
        for (id, shown) in &self.lists {
            let fresh = ward.snapshot(*id);
            prop_assert!(
                *shown == fresh,
                "after {after} a client shows\n{shown}\nand a fresh reader\n{fresh}"
            );
        }
        for (id, reader) in readers(&ward.team) {
            let is_hidden = hides(ward, reader, id);
            let own = self.masked.get(&(id, reader));
            if is_hidden || own.is_some() {
                let (shown, fresh) = (
                    own.unwrap_or(&self.lists[&id]),
                    ward.snapshot_for(reader, id),
                );
                prop_assert!(
                    *shown == fresh,
                    "after {after} {reader} is shown\n{shown}\nand after opening the list anew\n{fresh}"
                );
            }
            if !is_hidden {
                self.masked.remove(&(id, reader));
            }
        }
        self.masked
            .retain(|(id, reader), _| ward.sees_list(*reader, *id));
        Ok(())
    }
}

/// Each list with each of its readers.
fn readers(team: &Team) -> Vec<(ListId, UserId)> {
    let all = team
        .lists
        .keys()
        .flat_map(|id| READERS.map(|reader| (*id, reader)));
    all.filter(|(id, reader)| team.find_visible_list(*reader, *id).is_some())
        .collect()
}

/// Whether a patient of a list is protected from a reader.
fn hides(ward: &Ward, reader: UserId, list: ListId) -> bool {
    let mut sensitive = ward.team.sensitive_rows(&ward.team.lists[&list]);
    sensitive.any(|patient| ward.team.masks(reader, patient, ward.now()))
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
        "hidden" => {}
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
