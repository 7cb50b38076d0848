use crate::ward::*;
use domain::team::unseen::{MarkedThing, SeenMarks};
use serde_json::json;

#[test]
fn what_somebody_else_changed_is_marked_and_what_i_changed_is_not() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let field = ward.field_named("Diagnosis");
    let looked = ward.team.sequence;
    ward.set(MAX, patient, field, json!("Pneumonia"));
    let note = ward.note(MAX, patient, "Slept badly.");
    ward.does(
        MAX,
        json!({"type": "set_patient_status", "patient": patient, "status": "discharged"}),
    );
    ward.does(MAX, json!({"type": "edit_patient", "patient": patient, "identity": {"family": "Smyth"}, "based_on": ward.team.sequence}));
    assert_eq!(
        ward.unseen_since(MINA, list, looked),
        [
            json!({"type": "identity", "patient": patient}),
            json!({"type": "status", "patient": patient}),
            json!({"type": "value", "patient": patient, "field": field}),
            json!({"type": "note", "patient": patient, "note": note}),
        ]
    );
    assert!(ward.unseen_since(MAX, list, looked).is_empty());
}

#[test]
fn a_mark_is_personal_and_stays_until_it_is_taken_away() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let field = ward.field_named("Diagnosis");
    let mut marks = SeenMarks::default();
    marks.see_list(list, ward.team.sequence);
    ward.set(MAX, patient, field, json!("Pneumonia"));
    assert_eq!(ward.unseen(MINA, list, &marks).len(), 1);
    marks.see(&MarkedThing::Value { patient, field }, ward.team.sequence);
    assert!(ward.unseen(MINA, list, &marks).is_empty());
    ward.set(MAX, patient, field, json!("Sepsis"));
    assert_eq!(ward.unseen(MINA, list, &marks).len(), 1);
    marks.see_list(list, ward.team.sequence);
    assert!(ward.unseen(MINA, list, &marks).is_empty() && marks.things.is_empty());
}

#[test]
fn a_list_that_was_never_opened_has_nothing_unseen() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    ward.patient(MAX, list, "Smith");
    assert!(ward.unseen(MINA, list, &SeenMarks::default()).is_empty());
}

#[test]
fn a_patient_who_came_is_one_mark_whatever_they_came_with() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let looked = ward.team.sequence;
    let field = ward.field_named("Diagnosis");
    ward.does(MAX, json!({"type": "add_patient", "list": list, "identity": {"family": "Smith"}, "values": [{"field": field, "value": "Pneumonia"}]}));
    let patient = ward.newest_patient();
    assert_eq!(
        ward.unseen_since(MINA, list, looked),
        [json!({"type": "added", "patient": patient})]
    );
    ward.set(MAX, patient, field, json!("Sepsis"));
    assert_eq!(ward.unseen_since(MINA, list, looked).len(), 2);
}

#[test]
fn a_patient_who_left_is_marked_for_seven_days() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let (gone, next) = (
        ward.patient(MAX, list, "Smith"),
        ward.patient(MAX, list, "Jones"),
    );
    let looked = ward.team.sequence;
    ward.does(
        MAX,
        json!({"type": "remove_patient_from_list", "patient": gone, "list": list}),
    );
    assert_eq!(
        ward.unseen_since(MINA, list, looked),
        [json!({"type": "removed", "patient": gone})]
    );
    ward.wait_hours(7 * 24 + 1);
    ward.does(
        MAX,
        json!({"type": "remove_patient_from_list", "patient": next, "list": list}),
    );
    assert_eq!(
        ward.unseen_since(MINA, list, looked),
        [json!({"type": "removed", "patient": next})]
    );
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": next, "list": list}),
    );
    assert_eq!(
        ward.unseen_since(MINA, list, looked),
        [json!({"type": "added", "patient": next})]
    );
}

#[test]
fn values_of_archived_fields_are_not_marked_and_notes_of_merged_records_are() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let (kept, duplicate) = (
        ward.patient(MINA, list, "Smith"),
        ward.patient(MINA, list, "Smyth"),
    );
    ward.does(
        MINA,
        json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate}),
    );
    let note = ward.note(MINA, kept, "Own");
    let looked = ward.team.sequence;
    let field = ward.field_named("Diagnosis");
    ward.set(MAX, kept, field, json!("Pneumonia"));
    ward.does(MAX, json!({"type": "archive_field", "field": field}));
    ward.does(MAX, json!({"type": "edit_note", "patient": kept, "note": note, "text": "Changed", "based_on": ward.team.sequence}));
    assert_eq!(
        ward.unseen_since(MINA, list, looked),
        [json!({"type": "note", "patient": kept, "note": note})]
    );
}
