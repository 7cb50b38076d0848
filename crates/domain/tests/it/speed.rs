//! Thousands of patients in one step: nothing here may take time by the square.

use crate::ward::{MAX, Ward, parse};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Debug builds are ten to thirty times slower than what is shipped, and the machine may be busy.
const LIMIT: Duration = Duration::from_millis(if cfg!(debug_assertions) { 6_000 } else { 600 });

fn identity(number: usize) -> Value {
    json!({"family": format!("Lefèvre-{number}"), "given": "Zoé", "birth_date": "1945-07-14", "identifiers": [{"type": "MR", "value": format!("{number:06}")}]})
}

fn sheet(ward: &Ward, rows: Vec<Value>) -> Value {
    let fields: Vec<_> = (0..20)
        .map(|n| json!({"name": format!("New {n}"), "type": "short_text"}))
        .collect();
    json!({"type": "import_patients", "list": ward.default_list(), "fields": fields, "rows": rows})
}

fn new_values(number: usize) -> Vec<Value> {
    (0..20)
        .map(|index| json!({"index": index, "value": format!("value {number}")}))
        .collect()
}

/// Runs a command and says how long deciding took, the best of three: the machine has other work.
fn timed(ward: &mut Ward, command: Value) -> Duration {
    let command = parse(command);
    let once = || {
        let command = command.clone();
        let start = Instant::now();
        let events = ward.judge(MAX, command);
        let took = start.elapsed();
        assert!(events.is_ok_and(|events| !events.is_empty()));
        took
    };
    let best = (0..3).map(|_| once()).min().unwrap();
    ward.attempt(MAX, command).unwrap();
    best
}

#[test]
fn a_sheet_of_five_thousand_is_judged_at_once_new_patients_and_known_ones_and_taken_back() {
    let mut ward = Ward::new();
    let rows = (0..5_000)
        .map(|n| json!({"identity": identity(n), "new_values": new_values(n)}))
        .collect();
    let first = sheet(&ward, rows);
    let import = timed(&mut ward, first);
    assert_eq!(ward.team.patient_count(), 5_000);

    let known: Vec<_> = ward.rows(ward.default_list());
    let rows = known.iter().enumerate().map(
        |(n, id)| json!({"identity": identity(n), "duplicate": {"answer": "same", "patient": id}}),
    );
    let night = ward.list(MAX, "Night");
    let second =
        json!({"type": "import_patients", "list": night, "rows": rows.collect::<Vec<_>>()});
    let import_known = timed(&mut ward, second);
    assert_eq!(ward.rows(night).len(), 5_000);

    let undo_known = json!({"type": "undo_import", "import": ward.newest_import()});
    let undo_second = timed(&mut ward, undo_known);
    let first_import = ward
        .team
        .imports
        .iter()
        .min_by_key(|(_, i)| i.done.sequence)
        .map(|(id, _)| *id);
    let undo_first = timed(
        &mut ward,
        json!({"type": "undo_import", "import": first_import}),
    );
    for (what, took) in [
        ("new", import),
        ("known", import_known),
        ("undo", undo_second),
        ("undo with fields", undo_first),
    ] {
        println!("{what}: {took:?}");
        assert!(took < LIMIT, "{what} took {took:?}");
    }
}

#[test]
fn adding_one_patient_to_thousands_asks_about_duplicates_at_once() {
    let mut ward = Ward::new();
    let rows = (0..4_999)
        .map(|n| json!({"identity": identity(n)}))
        .collect::<Vec<_>>();
    let list = ward.default_list();
    ward.does(
        MAX,
        json!({"type": "import_patients", "list": list, "rows": rows}),
    );
    let mut new = identity(5_000);
    new["identifiers"][0]["value"] = json!("another");
    let took = timed(
        &mut ward,
        json!({"type": "add_patient", "list": list, "identity": new}),
    );
    println!("add: {took:?}");
    assert!(took < LIMIT / 10, "{took:?}");
}
