//! What a client shows of a list: it holds no rules, opens the list once, and applies what it is told.

use serde_json::{Value, json};

/// A list as one client shows it.
#[derive(Clone)]
pub struct Screen {
    /// As `GET …/lists/{list}` has it.
    pub shown: Value,
    /// Whether a change said that the list must be read anew.
    pub is_stale: bool,
}

/// What a change was to a screen.
#[derive(Debug, PartialEq, Eq)]
pub enum Applied {
    Yes,
    /// Its version is not the next one.
    Gap {
        held: u64,
        came: u64,
    },
}

impl Screen {
    pub fn new(snapshot: Value) -> Self {
        assert!(snapshot["rows"].is_array(), "no list: {snapshot}");
        Self {
            shown: snapshot,
            is_stale: false,
        }
    }

    pub fn version(&self) -> u64 {
        self.shown["version"].as_u64().unwrap()
    }

    pub fn sequence(&self) -> u64 {
        self.shown["sequence"].as_u64().unwrap()
    }

    pub fn rows(&self) -> &Vec<Value> {
        self.shown["rows"].as_array().unwrap()
    }

    /// The value of a patient in a column.
    pub fn value(&self, patient: &str, field: &str) -> &Value {
        let column = self.column(&json!(field)).unwrap();
        let row = self.position(&json!(patient)).unwrap();
        &self.shown["rows"][row]["values"][column]
    }

    pub fn apply(&mut self, change: &Value) -> Applied {
        let (held, came) = (self.version(), change["version"].as_u64().unwrap());
        if came != held + 1 {
            return Applied::Gap { held, came };
        }
        match change["type"].as_str().unwrap() {
            "value" => self.set_value(change),
            "row" => {
                self.remove(&change["row"]["patient"]["id"]);
                self.insert(change["row"].clone(), &change["after"]);
            }
            "row_removed" => {
                self.remove(&change["patient"]);
            }
            "moved" => {
                let row = self.remove(&change["patient"]).unwrap();
                self.insert(row, &change["after"]);
            }
            "note" => {
                let row = self.position(&change["patient"]).unwrap();
                self.shown["rows"][row]["patient"]["notes"] = change["notes"].clone();
            }
            "list" => self.shown["list"] = change["header"].clone(),
            "reload" => self.is_stale = true,
            other => panic!("a client does not know the change `{other}`"),
        }
        self.shown["version"] = json!(came);
        self.shown["sequence"] = change["sequence"].clone();
        self.shown["list"]["version"] = json!(came);
        self.shown["list"]["patients"] = json!(self.rows().len());
        Applied::Yes
    }

    /// What is compared between clients: everything but the team's sequence, which also counts what this list's readers do not see.
    pub fn content(&self) -> Value {
        let mut content = self.shown.clone();
        content["sequence"] = Value::Null;
        content
    }

    fn position(&self, patient: &Value) -> Option<usize> {
        let mut rows = self.rows().iter();
        rows.position(|row| row["patient"]["id"] == *patient)
    }

    fn column(&self, field: &Value) -> Option<usize> {
        let mut fields = self.shown["fields"].as_array().unwrap().iter();
        fields.position(|own| own["id"] == *field)
    }

    fn rows_mut(&mut self) -> &mut Vec<Value> {
        self.shown["rows"].as_array_mut().unwrap()
    }

    fn remove(&mut self, patient: &Value) -> Option<Value> {
        let row = self.position(patient)?;
        Some(self.rows_mut().remove(row))
    }

    fn insert(&mut self, row: Value, after: &Value) {
        let place = match after {
            Value::Null => 0,
            before => self.position(before).unwrap() + 1,
        };
        self.rows_mut().insert(place, row);
    }

    fn set_value(&mut self, change: &Value) {
        let row = self.position(&change["patient"]).unwrap();
        if let Some(column) = self.column(&change["field"]) {
            self.shown["rows"][row]["values"][column] = change["value"].clone();
        }
        let patient = self.shown["rows"][row]["patient"].as_object_mut().unwrap();
        let mut merged = match patient.remove("merged") {
            Some(Value::Array(fields)) => fields,
            _ => Vec::new(),
        };
        merged.retain(|field| *field != change["field"]);
        if change["merged"] == true {
            merged.push(change["field"].clone());
            merged.sort_by_key(ToString::to_string);
        }
        if !merged.is_empty() {
            patient.insert("merged".to_owned(), json!(merged));
        }
    }
}
