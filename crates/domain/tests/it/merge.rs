use crate::ward::*;
use domain::PatientId;
use serde_json::{Value, json};

fn merge(kept: PatientId, duplicate: PatientId) -> Value {
    json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate})
}

fn unmerge(kept: PatientId, duplicate: PatientId) -> Value {
    json!({"type": "unmerge_patients", "patient": kept, "duplicate": duplicate})
}

#[test]
fn the_record_that_is_kept_takes_lists_and_values_that_it_lacks_and_overwrites_none() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, night, "Smyth"),
    );
    let (diagnosis, matters) = (
        ward.field_named("Diagnosis"),
        ward.field_named("What matters"),
    );
    ward.set(MAX, kept, diagnosis, json!("Pneumonia"));
    ward.set(MAX, duplicate, diagnosis, json!("Sepsis"));
    ward.set(MAX, duplicate, matters, json!("Daughter calls"));
    let events = ward.does(MINA, merge(kept, duplicate));
    assert_eq!(names(&events), ["patient_merged", "patient_absorbed"]);
    assert!(
        events
            .iter()
            .all(|e| e.subject().operation.name() == "PatientMerge")
    );
    assert_eq!((ward.rows(day), ward.rows(night)), (vec![kept], vec![kept]));
    assert_eq!(
        (ward.value(kept, diagnosis), ward.value(kept, matters)),
        (json!("Pneumonia"), json!("Daughter calls"))
    );
    let view = ward.patient_view(MAX, kept);
    assert_eq!(
        view["merged"],
        json!([{"id": duplicate, "identity": {"family": "Smyth"}}])
    );
    assert_eq!(
        ward.patient_view(MAX, duplicate)["merged_into"],
        json!(kept)
    );
}

#[test]
fn records_that_were_merged_by_mistake_are_parted_as_they_were() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, night, "Smyth"),
    );
    let matters = ward.field_named("What matters");
    ward.set(MAX, duplicate, matters, json!("Daughter calls"));
    let before = (
        ward.snapshot(day)["rows"].clone(),
        ward.snapshot(night)["rows"].clone(),
    );
    ward.does(MAX, merge(kept, duplicate));
    let events = ward.does(MINA, unmerge(kept, duplicate));
    assert_eq!(names(&events), ["patient_released", "patient_unmerged"]);
    assert_eq!(
        (
            ward.snapshot(day)["rows"].clone(),
            ward.snapshot(night)["rows"].clone()
        ),
        before
    );
    assert_eq!(
        ward.refuse(MAX, unmerge(kept, duplicate)),
        not_found("patient")
    );
}

#[test]
fn parting_leaves_what_somebody_changed_since() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, night, "Smyth"),
    );
    let (diagnosis, matters) = (
        ward.field_named("Diagnosis"),
        ward.field_named("What matters"),
    );
    ward.set(MAX, duplicate, diagnosis, json!("Sepsis"));
    ward.set(MAX, duplicate, matters, json!("Daughter calls"));
    ward.does(MAX, merge(kept, duplicate));
    ward.set(MINA, kept, matters, json!("Son calls"));
    ward.does(
        MINA,
        json!({"type": "remove_patient_from_list", "patient": kept, "list": night}),
    );
    ward.does(
        MINA,
        json!({"type": "add_patient_to_list", "patient": kept, "list": night}),
    );
    ward.does(MAX, unmerge(kept, duplicate));
    assert_eq!(
        (ward.value(kept, diagnosis), ward.value(kept, matters)),
        (Value::Null, json!("Son calls"))
    );
    assert_eq!(ward.rows(night), [kept, duplicate]);
}

#[test]
fn a_merge_says_in_the_history_which_values_came_and_went() {
    let mut ward = Ward::new();
    let day = ward.default_list();
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, day, "Smyth"),
    );
    let matters = ward.field_named("What matters");
    ward.set(MAX, duplicate, matters, json!("Daughter calls"));
    ward.does(MAX, merge(kept, duplicate));
    let came = ward.history(MINA, kept).pop().unwrap();
    assert_eq!(
        (&came["other"], &came["values"]),
        (&json!(duplicate), &json!([[matters, "Daughter calls"]]))
    );
    ward.does(MAX, unmerge(kept, duplicate));
    let went = ward.history(MINA, kept).pop().unwrap();
    assert_eq!(
        (&went["other"], &went["values"]),
        (&json!(duplicate), &json!([[matters, null]]))
    );
}

#[test]
fn what_the_round_must_not_miss_stays_in_view_when_records_are_merged() {
    let mut ward = Ward::new();
    let day = ward.default_list();
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, day, "Smyth"),
    );
    let diagnosis = ward.field_named("Diagnosis");
    ward.does(
        MAX,
        json!({"type": "highlight", "patient": kept, "reason": "Own"}),
    );
    ward.does(
        MAX,
        json!({"type": "highlight", "patient": duplicate, "reason": "Not taken: there is one"}),
    );
    ward.does(MAX, json!({"type": "highlight", "patient": duplicate, "field": diagnosis, "reason": "Potassium 6.8"}));
    ward.does(MAX, merge(kept, duplicate));
    let marks = ward.snapshot(day)["rows"][0]["patient"]["highlights"].clone();
    let reasons: Vec<_> = marks
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["reason"].clone())
        .collect();
    assert_eq!(reasons, ["Own", "Potassium 6.8"]);
}

#[test]
fn notes_of_a_merged_record_are_shown_edited_and_counted_with_the_one_that_is_kept() {
    let mut ward = Ward::new();
    let day = ward.default_list();
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, day, "Smyth"),
    );
    let note = ward.note(MAX, duplicate, "Slept badly.");
    ward.note(MAX, kept, "Ate well.");
    ward.does(MAX, merge(kept, duplicate));
    assert_eq!(ward.snapshot(day)["rows"][0]["patient"]["notes"], 2);
    let edit = json!({"type": "edit_note", "patient": duplicate, "note": note, "text": "Slept well.", "based_on": ward.team.sequence});
    let version = ward.team.lists[&day].version;
    let events = ward.does(MINA, edit);
    assert_eq!(ward.team.lists[&day].version, version + 1);
    let change = serde_json::to_value(ward.team.change(day, &events[0])).unwrap();
    assert_eq!(
        (
            &change["type"],
            &change["patient"],
            &change["note"]["patient"],
            &change["notes"]
        ),
        (&json!("note"), &json!(kept), &json!(duplicate), &json!(2))
    );
    assert_eq!(
        ward.patient_view(MAX, kept)["notes"][0]["text"],
        "Slept well."
    );
    assert_eq!(
        ward.refuse(
            MINA,
            json!({"type": "add_note", "patient": duplicate, "text": "New"})
        ),
        not_found("patient")
    );
}

#[test]
fn a_merged_record_is_no_patient_to_act_on() {
    let mut ward = Ward::new();
    let day = ward.default_list();
    let [kept, duplicate, third] = ["A", "B", "C"].map(|family| ward.patient(MAX, day, family));
    ward.does(MAX, merge(kept, duplicate));
    for command in [
        json!({"type": "set_patient_status", "patient": duplicate, "status": "deceased"}),
        json!({"type": "add_patient_to_list", "patient": duplicate, "list": day}),
        ward.set_value(duplicate, ward.field_named("Diagnosis"), json!("X"), 0),
        merge(duplicate, third),
        merge(third, duplicate),
    ] {
        assert_eq!(ward.refuse(MAX, command), not_found("patient"));
    }
    assert_eq!(ward.refuse(MAX, merge(third, third)), invalid("duplicate"));
    assert_eq!(
        ward.refuse(MAX, merge(third, kept)),
        invalid("duplicate"),
        "one by one, so that each can be undone"
    );
    ward.does(MAX, merge(kept, third));
    ward.does(MAX, unmerge(kept, duplicate));
    assert_eq!(ward.rows(day), [kept, duplicate]);
}

#[test]
fn a_merge_names_everybody_who_would_newly_see_either_record() {
    let mut ward = Ward::with_second_owner();
    let with_mina = ward.limited(MAX, "With Mina", &[MINA]);
    let with_gus = ward.limited(MAX, "With Gus", &[GUS]);
    let with_otto = ward.limited(MAX, "With Otto", &[OTTO]);
    let kept = ward.patient(MAX, with_mina, "Smith");
    let duplicate = ward.patient(MAX, with_gus, "Smyth");
    ward.does(MAX, json!({"type": "add_patient_to_list", "patient": duplicate, "list": with_otto, "confirm_audience": true}));
    let asks = json!({"code": "wider_audience", "users": [MINA, GUS, OTTO]});
    assert_eq!(ward.refuse(MAX, merge(kept, duplicate)), asks);
    ward.does(MAX, json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate, "confirm_audience": true}));
    assert!(
        [MINA, GUS, OTTO]
            .iter()
            .all(|user| ward.sees_patient(*user, kept) && ward.sees_patient(*user, duplicate))
    );
    assert!(!ward.sees_patient(OLGA, kept));
}

#[test]
fn a_locked_value_is_neither_taken_nor_given_back_by_who_may_not_change_it() {
    let mut ward = Ward::new();
    let day = ward.default_list();
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, day, "Smyth"),
    );
    let diagnosis = ward.field_named("Diagnosis");
    ward.set(MAX, duplicate, diagnosis, json!("Sepsis"));
    ward.does(
        OLGA,
        json!({"type": "lock_field", "field": diagnosis, "locked": true}),
    );
    let locked = json!({"code": "field_locked", "field": diagnosis});
    assert_eq!(ward.refuse(MAX, merge(kept, duplicate)), locked);
    ward.does(OLGA, merge(kept, duplicate));
    assert_eq!(ward.refuse(MAX, unmerge(kept, duplicate)), locked);
    ward.does(OLGA, unmerge(kept, duplicate));
}

#[test]
fn who_sees_only_one_of_two_records_cannot_merge_them() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[]);
    let kept = ward.patient(MINA, ward.default_list(), "Smith");
    let duplicate = ward.patient(MAX, hidden, "Smyth");
    assert_eq!(
        ward.refuse(MINA, merge(kept, duplicate)),
        not_found("patient")
    );
    assert_eq!(
        ward.refuse(MINA, merge(duplicate, kept)),
        not_found("patient")
    );
}

#[test]
fn a_patient_whom_one_no_longer_sees_is_not_named_in_the_history_of_a_merge() {
    let mut ward = Ward::new();
    let (day, hidden) = (ward.default_list(), ward.limited(MAX, "VIP", &[]));
    let (kept, duplicate) = (
        ward.patient(MAX, day, "Smith"),
        ward.patient(MAX, hidden, "Smyth"),
    );
    ward.does(MAX, json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate, "confirm_audience": true}));
    assert!(ward.sees_patient(MINA, duplicate));
    ward.does(MAX, unmerge(kept, duplicate));
    assert!(!ward.sees_patient(MINA, duplicate));
    let merges = ward
        .history(MINA, kept)
        .into_iter()
        .filter(|item| item["type"] == "merge");
    assert!(
        merges
            .map(|item| item["other"].clone())
            .eq([Value::Null, Value::Null])
    );
}
