//! Thousands of patients in one step. How long it takes is printed by `cargo bench -p domain`.

use crate::ward::{MAX, Ward, parse};
use serde_json::{Value, json};

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

fn does(ward: &mut Ward, command: Value) {
    let events = ward.attempt(MAX, parse(command));
    assert!(events.is_ok_and(|events| !events.is_empty()));
}

#[test]
fn a_sheet_of_five_thousand_comes_in_new_patients_and_known_ones_and_is_taken_back() {
    let mut ward = Ward::new();
    let rows = (0..5_000)
        .map(|n| json!({"identity": identity(n), "new_values": new_values(n)}))
        .collect();
    let first = sheet(&ward, rows);
    does(&mut ward, first);
    assert_eq!(ward.team.patient_count(), 5_000);

    let known: Vec<_> = ward.rows(ward.default_list());
    let rows = known.iter().enumerate().map(
        |(n, id)| json!({"identity": identity(n), "duplicate": {"answer": "same", "patient": id}}),
    );
    let night = ward.list(MAX, "Night");
    let second =
        json!({"type": "import_patients", "list": night, "rows": rows.collect::<Vec<_>>()});
    does(&mut ward, second);
    assert_eq!(ward.rows(night).len(), 5_000);

    let undo_known = json!({"type": "undo_import", "import": ward.newest_import()});
    does(&mut ward, undo_known);
    let first_import = ward
        .team
        .imports
        .iter()
        .min_by_key(|(_, i)| i.done.sequence)
        .map(|(id, _)| *id);
    does(
        &mut ward,
        json!({"type": "undo_import", "import": first_import}),
    );
}

#[test]
fn one_more_patient_is_added_to_thousands() {
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
    does(
        &mut ward,
        json!({"type": "add_patient", "list": list, "identity": new}),
    );
    assert_eq!(ward.team.patient_count(), 5_000);
}
