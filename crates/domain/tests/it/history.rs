use crate::ward::*;
use serde_json::{Value, json};

#[test]
fn who_changed_a_value_from_what_and_when_is_told_in_order() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("Diagnosis");
    ward.set(MAX, patient, field, json!("Pneumonia"));
    ward.wait_hours(1);
    ward.set(MINA, patient, field, Value::Null);
    let told: Vec<_> = ward
        .history(GUS, patient)
        .iter()
        .filter(|i| i["type"] == "value")
        .map(|i| (i["value"].clone(), i["by"].clone(), i["at"].clone()))
        .collect();
    let at = |hour: u8| json!(format!("2026-11-24T0{hour}:00:00Z"));
    assert_eq!(
        told,
        [
            (json!("Pneumonia"), json!(MAX), at(7)),
            (Value::Null, json!(MINA), at(8))
        ]
    );
}

#[test]
fn every_kind_of_change_of_a_patient_is_told() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let patient = ward.patient(MAX, day, "Smith");
    let note = ward.note(MAX, patient, "Slept badly.");
    let now = ward.team.sequence;
    for command in [
        json!({"type": "edit_patient", "patient": patient, "identity": {"family": "Smyth"}, "based_on": now}),
        json!({"type": "edit_note", "patient": patient, "note": note, "text": "Slept well.", "based_on": now}),
        json!({"type": "delete_note", "patient": patient, "note": note}),
        json!({"type": "restore_note", "patient": patient, "note": note}),
        json!({"type": "set_patient_status", "patient": patient, "status": "transferred"}),
        json!({"type": "highlight", "patient": patient, "reason": "DNR"}),
        json!({"type": "remove_highlight", "patient": patient}),
        json!({"type": "add_patient_to_list", "patient": patient, "list": night}),
        json!({"type": "remove_patient_from_list", "patient": patient, "list": day}),
        json!({"type": "move_patient", "patient": patient, "from": night, "to": day}),
    ] {
        ward.does(MAX, command);
    }
    let told: Vec<_> = ward
        .history(MINA, patient)
        .iter()
        .map(|i| i["operation"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        told,
        [
            "PatientListAddPatient",
            "PatientNoteAdd",
            "PatientDetailsEdit",
            "PatientNoteEdit",
            "PatientNoteDelete",
            "PatientNoteRestore",
            "PatientSetStatus",
            "PatientHighlight",
            "PatientHighlight",
            "PatientListAddPatient",
            "PatientListRemovePatient",
            "PatientListMovePatient",
        ]
    );
}

#[test]
fn a_hidden_list_is_not_named_and_a_step_on_it_alone_not_told() {
    let mut ward = Ward::new();
    let (open, hidden, other) = (
        ward.default_list(),
        ward.limited(MAX, "VIP", &[]),
        ward.limited(MAX, "VIP 2", &[]),
    );
    let patient = ward.patient(MAX, hidden, "Smith");
    for command in [
        json!({"type": "move_patient", "patient": patient, "from": hidden, "to": other}),
        json!({"type": "move_patient", "patient": patient, "from": other, "to": open, "confirm_audience": true}),
        json!({"type": "add_patient_to_list", "patient": patient, "list": hidden}),
        json!({"type": "remove_patient_from_list", "patient": patient, "list": hidden}),
    ] {
        ward.does(MAX, command);
    }
    let told = ward.history(MINA, patient);
    assert_eq!(told.len(), 2);
    assert_eq!(told[0]["list"], Value::Null);
    assert_eq!(
        (&told[1]["to"], &told[1]["from"]),
        (&json!(open), &Value::Null)
    );
    assert_eq!(ward.history(MAX, patient).len(), 5);
}
