use crate::ward::*;
use domain::limits;
use serde_json::json;

#[test]
fn a_note_is_added_edited_hidden_and_brought_back_and_its_versions_are_counted() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let note = ward.note(MAX, patient, "Slept badly.");
    let edit = |text: &str, based_on: u64| json!({"type": "edit_note", "patient": patient, "note": note, "text": text, "based_on": based_on});
    ward.does(MINA, edit("Slept well.", ward.team.sequence));
    ward.does_nothing(MINA, edit("Slept well. ", ward.team.sequence));
    let shown = &ward.patient_view(GUS, patient)["notes"][0];
    assert_eq!(
        (
            &shown["text"],
            &shown["versions"],
            &shown["written"]["by"],
            &shown["changed"]["by"]
        ),
        (&json!("Slept well."), &json!(2), &json!(MAX), &json!(MINA))
    );
    let delete = json!({"type": "delete_note", "patient": patient, "note": note});
    ward.does(MAX, delete.clone());
    ward.does_nothing(MAX, delete);
    let hidden = &ward.patient_view(GUS, patient)["notes"][0];
    assert_eq!(
        (&hidden["text"], &hidden["deleted"]),
        (&json!(""), &json!(true))
    );
    assert_eq!(ward.snapshot(list)["rows"][0]["patient"]["notes"], 0);
    assert_eq!(
        ward.refuse(MAX, edit("Slept.", ward.team.sequence)),
        not_found("note")
    );
    let restore = json!({"type": "restore_note", "patient": patient, "note": note});
    ward.does(MAX, restore.clone());
    ward.does_nothing(MAX, restore);
    assert_eq!(ward.snapshot(list)["rows"][0]["patient"]["notes"], 1);
}

#[test]
fn a_note_says_something_and_at_most_ten_thousand_characters() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let add = |text: &str| json!({"type": "add_note", "patient": patient, "text": text});
    assert_eq!(
        ward.refuse(MAX, add(" \n")),
        json!({"code": "required", "what": "text"})
    );
    assert_eq!(
        ward.refuse(MAX, add(&"x".repeat(10_001)))["code"],
        "text_too_long"
    );
    assert_eq!(ward.refuse(MAX, add("a\u{7}b"))["character"], "U+0007");
    ward.does(MAX, add(&"x".repeat(limits::TEXT_CHARS)));
}

#[test]
fn two_edits_of_one_note_are_merged_by_paragraph_or_a_person_decides() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let note = ward.note(MAX, patient, "Slept badly.\nAte well.\nPain 3.");
    let seen_by_both = ward.team.sequence;
    let edit = |text: &str, based_on: u64| json!({"type": "edit_note", "patient": patient, "note": note, "text": text, "based_on": based_on});
    ward.does(MAX, edit("Slept well.\nAte well.\nPain 3.", seen_by_both));
    ward.does_nothing(MINA, edit("Slept badly.\nAte well.\nPain 3.", seen_by_both));
    ward.does(MINA, edit("Slept badly.\nAte well.\nPain 2.", seen_by_both));
    let shown = &ward.patient_view(MAX, patient)["notes"][0];
    assert_eq!(
        (&shown["text"], &shown["merged"]),
        (&json!("Slept well.\nAte well.\nPain 2."), &json!(true))
    );
    let conflict = ward.refuse(MAX, edit("Slept badly.\nAte well.\nPain 5.", seen_by_both));
    assert_eq!(
        (&conflict["note"], &conflict["theirs"], &conflict["by"]),
        (
            &json!(note),
            &json!("Slept well.\nAte well.\nPain 2."),
            &json!(MINA)
        )
    );
    assert_eq!(
        ward.refuse(MAX, edit("X", ward.team.sequence + 1)),
        invalid("based_on")
    );
}

#[test]
fn a_note_belongs_to_its_patient() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let (one, other) = (
        ward.patient(MAX, list, "Smith"),
        ward.patient(MAX, list, "Jones"),
    );
    let note = ward.note(MAX, one, "Slept badly.");
    for kind in ["delete_note", "restore_note"] {
        assert_eq!(
            ward.refuse(MAX, json!({"type": kind, "patient": other, "note": note})),
            not_found("note")
        );
    }
}

#[test]
fn a_patient_has_at_most_two_thousand_notes() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    for number in 0..limits::NOTES {
        ward.note(MAX, patient, &format!("Note {number}"));
    }
    let refusal = json!({"code": "too_many", "what": "notes", "limit": 2000});
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "add_note", "patient": patient, "text": "One more"})
        ),
        refusal
    );
}
