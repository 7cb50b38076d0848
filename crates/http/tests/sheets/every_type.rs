//! A value of every type leaves in a file and comes back as it was.

use crate::ward::{Ward, issues};
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[tokio::test(flavor = "multi_thread")]
async fn every_type_comes_back() {
    let mut ward = Ward::begin(Language::En).await;
    let options = json!([{"label": "Diabetic, soft"}, {"label": "No salt"}]);
    for field in [
        json!({"name": "Weight", "type": "number", "unit": "kg"}),
        json!({"name": "pH", "type": "number"}),
        json!({"name": "Dose", "type": "number"}),
        // Called as the column of where patients stand.
        json!({"name": "Status", "type": "short_text"}),
        json!({"name": "Diet", "type": "choices", "options": options}),
        json!({"name": "Isolated", "type": "checkbox"}),
        json!({"name": "Scan at", "type": "date_time"}),
    ] {
        ward.done(json!({"type": "add_field", "field": field, "list": ward.list}))
            .await;
    }
    let fields = ward.fields().await;
    let value = |name: &str, value: Value| json!({"field": fields[name]["id"], "value": value});
    let whole = [
        value("Place", json!("A 12")),
        value("Diagnosis", json!("=1+1")),
        value("Responsible", json!(ward.member.user)),
        value("Path to discharge", json!(2)),
        value("Expected discharge", json!("2026-12-01")),
        value(
            "To do",
            json!([{"text": "bloods", "done": true}, {"text": "call", "done": false}]),
        ),
        value("What matters", json!("line one\n+line two")),
        value("Weight", json!("-7.25")),
        value("pH", json!("7.40")),
        // In a French CSV it is "1,250", which an English reader takes for a thousand.
        value("Dose", json!("1.250")),
        value("Status", json!("Present")),
        value("Diet", json!([1, 2])),
        value("Isolated", json!(false)),
        value("Scan at", json!("2026-11-25T08:30")),
    ];
    let patients = [
        (
            json!({
                "family": "O'Brien-Núñez", "given": "Zoë Ann", "prefix": "Dr", "sex": "other", "birth_date": "1945-07",
                "identifiers": [
                    {"type": "MR", "value": "00123"}, {"type": "MR", "value": "H-9"},
                    {"type": "NH", "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"},
                    {"type": "NI", "value": "255081416802538"}, {"type": "VN", "value": "7"},
                    {"type": "U", "value": "other 1"},
                ],
            }),
            &whole[..],
        ),
        (
            json!({"family": "Roux", "sex": "male", "birth_date": "1938"}),
            &whole[..1],
        ),
        (
            json!({"given": "Baby", "sex": "unknown", "birth_date": "2026-11-20"}),
            &[],
        ),
        (
            json!({"identifiers": [{"type": "MR", "value": "77"}], "family": "X"}),
            &[],
        ),
    ];
    let statuses = ["expected", "present", "transferred", "deceased"];
    for ((identity, values), status) in patients.iter().zip(statuses) {
        ward.done(json!({
            "type": "add_patient", "list": ward.list, "identity": identity, "values": values, "status": status, "distinct": true,
        }))
        .await;
    }
    for language in [Language::En, Language::Fr] {
        ward.owner.language = language;
        for format in [ExportFormat::Csv, ExportFormat::Xlsx] {
            let file = ward.export(&ward.owner, format).await;
            let context = format!("{format:?} in {language:?}");
            let preview = ward.look(&file.name, &file.bytes).await;
            assert_eq!(issues(&preview), Vec::<String>::new(), "{context}");
            assert_eq!(
                preview["fields"],
                json!([]),
                "{context}: {}",
                preview["mapping"]
            );
            let rows = preview["rows"].as_array().unwrap();
            assert_eq!(rows.len(), patients.len(), "{context}");
            for ((identity, values), status) in patients.iter().zip(statuses) {
                let found = rows.iter().find(|row| row["row"]["identity"] == *identity);
                let found =
                    found.unwrap_or_else(|| panic!("{context}: {identity} among {rows:#?}"));
                assert_eq!(found["row"]["status"], status, "{context}: {identity}");
                let by_field = |values: &mut dyn Iterator<Item = &Value>| {
                    values
                        .map(|v| (v["field"].to_string(), v["value"].clone()))
                        .collect::<BTreeMap<_, _>>()
                };
                let back = found["row"]["values"].as_array();
                assert_eq!(
                    by_field(&mut back.into_iter().flatten()),
                    by_field(&mut values.iter()),
                    "{context}"
                );
            }
        }
    }
}
