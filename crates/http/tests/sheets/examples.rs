//! The three example sheets, all the way round.

use crate::ward::{Ward, example, issues};
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a list says of each patient: the identity, and the values that there are by the fields' ids.
fn on_list(list: &Value) -> Vec<(Value, BTreeMap<String, Value>)> {
    let fields: Vec<&str> = list["fields"].as_array().unwrap().iter().map(id).collect();
    let rows = list["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let values = fields.iter().zip(row["values"].as_array().unwrap());
        let values = values.filter(|(_, value)| !value.is_null());
        let values = values.map(|(field, value)| ((*field).to_owned(), value.clone()));
        (row["patient"]["identity"].clone(), values.collect())
    })
    .collect()
}

/// What a preview says of each patient.
fn in_preview(preview: &Value) -> Vec<(Value, BTreeMap<String, Value>)> {
    let rows = preview["rows"].as_array().unwrap().iter();
    rows.map(|found| {
        let values = found["row"]["values"].as_array().into_iter().flatten();
        let values = values.map(|v| (v["field"].as_str().unwrap().to_owned(), v["value"].clone()));
        (found["row"]["identity"].clone(), values.collect())
    })
    .collect()
}

fn id(field: &Value) -> &str {
    field["id"].as_str().unwrap()
}

/// Patients in an order of their own: a list is exported by place.
fn sorted(
    mut patients: Vec<(Value, BTreeMap<String, Value>)>,
) -> Vec<(Value, BTreeMap<String, Value>)> {
    patients.sort_by_key(|(identity, _)| identity.to_string());
    patients
}

async fn goes_round(name: &str, patients: usize, installed: Language) {
    let mut ward = Ward::begin(installed).await;
    let before = ward.fields().await;
    let preview = ward.look(name, example(name)).await;
    assert_eq!(
        preview["rows"].as_array().unwrap().len(),
        patients,
        "{name}"
    );
    let imported = ward.import(&preview).await;
    let list = ward.list().await;
    assert_eq!(list["rows"].as_array().unwrap().len(), patients, "{name}");
    let made = preview["fields"].as_array().unwrap().len();
    assert_eq!(ward.fields().await.len(), before.len() + made, "{name}");

    for language in [Language::En, Language::Fr] {
        ward.owner.language = language;
        for format in [ExportFormat::Csv, ExportFormat::Xlsx] {
            let exported = ward.export(&ward.owner, format).await;
            let again = ward.look(&exported.name, &exported.bytes).await;
            let context = format!("{name} as {format:?} in {language:?}");
            assert_eq!(
                again["fields"],
                json!([]),
                "{context}: {}",
                again["mapping"]
            );
            assert_eq!(issues(&again), Vec::<String>::new(), "{context}");
            assert_eq!(
                sorted(in_preview(&again)),
                sorted(on_list(&list)),
                "{context}"
            );
            for row in again["rows"].as_array().unwrap() {
                let known = row["duplicate"]["patients"].as_array().unwrap();
                assert!(
                    known
                        .iter()
                        .any(|p| p["identity"] == row["row"]["identity"]),
                    "{context}: {row}"
                );
            }
        }
    }

    ward.done(json!({"type": "undo_import", "import": imported.import.unwrap()}))
        .await;
    assert_eq!(ward.count().await, 0, "{name}");
    assert_eq!(ward.fields().await, before, "{name}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_french_ward_goes_round() {
    goes_round("transmissions-medecine.csv", 8, Language::Fr).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_english_workbook_goes_round() {
    goes_round("ward-7-handover.xlsx", 6, Language::En).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rooms_with_two_patients_in_a_cell_go_round() {
    goes_round("rehabilitation-rooms.csv", 6, Language::En).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_french_sheet_is_understood_as_a_person_would() {
    let ward = Ward::begin(Language::Fr).await;
    let preview = ward
        .look(
            "transmissions-medecine.csv",
            example("transmissions-medecine.csv"),
        )
        .await;
    assert_eq!(
        preview["source"],
        json!({"format": "delimited", "encoding": "windows1252", "delimiter": "semicolon"})
    );
    assert_eq!(preview["header_row"], 4);
    let leaves = ward.fields().await["Sortie prévue"]["id"].clone();
    let new = |name: &str, kind: &str| json!({"to": "field", "field": {"new": {"name": name, "type": kind}}});
    assert_eq!(
        preview["mapping"],
        json!({
            "columns": [
                {"to": "place"},
                {"to": "full_name", "order": "family_first"},
                {"to": "sex"},
                {"to": "birth_date"},
                {"to": "identifier", "kind": "mrn"},
                new("Motif d'entrée", "short_text"),
                new("T°", "number"),
                {"to": "field", "field": {"id": leaves}},
                new("Isolement", "checkbox"),
                new("Transmissions", "long_text"),
            ],
            "birth_name": {"new": {"name": "Nom de naissance", "type": "short_text"}},
            "fill_places": true,
            "split_lines": true,
        })
    );
    assert_eq!(
        issues(&preview),
        [
            "row 7 column 0: place_from_above (noted)",
            "row 15 column 0: place_from_above (noted)",
            "row 15 column 3: impossible_date (value_left_out)",
            "row 16: no_name (line_left_out)",
        ]
    );
    assert_eq!(preview["issues"][2]["cell"], "31/02/1949");
    let place = ward.fields().await["Lieu"]["id"].clone();
    assert_eq!(
        preview["rows"][1],
        json!({
            "number": 6,
            "line": 0,
            "row": {
                "identity": {
                    "family": "MARTIN",
                    "given": "Claire",
                    "prefix": "Mme",
                    "sex": "female",
                    "birth_date": "1938-02-03",
                    "identifiers": [{"type": "MR", "value": "01198802"}],
                },
                "values": [{"field": place, "value": "302"}],
                "new_values": [
                    {"index": 4, "value": "DURAND"},
                    {"index": 0, "value": "Chute à domicile"},
                    {"index": 1, "value": "36.8"},
                    {"index": 3, "value": "Lever au fauteuil ; bilan radio fait, attendre avis ortho"},
                ],
            },
        })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_stores_nothing() {
    let ward = Ward::begin(Language::En).await;
    let before = ward.view().await;
    ward.look(
        "rehabilitation-rooms.csv",
        example("rehabilitation-rooms.csv"),
    )
    .await;
    assert_eq!(ward.view().await, before);
    assert_eq!(ward.count().await, 0);
}
