use crate::ward::*;
use serde_json::{Value, json};

#[test]
fn who_changes_a_value_that_somebody_else_changed_meanwhile_sees_both_and_decides() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("Diagnosis");
    let seen_by_both = ward.team.sequence;
    ward.does(
        MAX,
        ward.set_value(patient, field, json!("Pneumonia"), seen_by_both),
    );
    let conflict = ward.refuse(
        MINA,
        ward.set_value(patient, field, json!("Sepsis"), seen_by_both),
    );
    assert_eq!(
        conflict,
        json!({
            "code": "conflict", "patient": patient, "field": field, "theirs": "Pneumonia", "yours": "Sepsis",
            "by": MAX, "at": "2026-11-24T07:00:00Z", "revision": ward.team.sequence,
        })
    );
    ward.does_nothing(
        MINA,
        ward.set_value(patient, field, json!("Pneumonia"), seen_by_both),
    );
    let clearing = ward.refuse(
        MINA,
        ward.set_value(patient, field, Value::Null, seen_by_both),
    );
    assert_eq!(clearing["yours"], Value::Null);
    ward.does(
        MINA,
        ward.set_value(
            patient,
            field,
            json!("Sepsis"),
            conflict["revision"].as_u64().unwrap(),
        ),
    );
    assert_eq!(ward.value(patient, field), "Sepsis");
}

#[test]
fn a_value_that_came_with_the_patient_is_not_overwritten_by_who_did_not_see_it() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let field = ward.field_named("Diagnosis");
    let before = ward.team.sequence;
    ward.does(MAX, json!({"type": "add_patient", "list": list, "identity": {"family": "Smith"}, "values": [{"field": field, "value": "Pneumonia"}]}));
    let patient = ward.newest_patient();
    assert_eq!(
        ward.refuse(
            MINA,
            ward.set_value(patient, field, json!("Sepsis"), before)
        )["code"],
        "conflict"
    );
}

#[test]
fn changes_of_other_values_are_no_conflict() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let (one, other) = (
        ward.field_named("Diagnosis"),
        ward.field_named("What matters"),
    );
    let seen_by_both = ward.team.sequence;
    ward.does(
        MAX,
        ward.set_value(patient, one, json!("Pneumonia"), seen_by_both),
    );
    ward.does(
        MINA,
        ward.set_value(patient, other, json!("Daughter calls"), seen_by_both),
    );
}

#[test]
fn nobody_passes_the_check_for_conflicts_by_naming_a_state_yet_to_come() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("Diagnosis");
    for based_on in [ward.team.sequence + 1, u64::MAX] {
        assert_eq!(
            ward.refuse(MAX, ward.set_value(patient, field, json!("X"), based_on)),
            invalid("based_on")
        );
    }
}

#[test]
fn two_edits_of_different_paragraphs_become_one_text_that_says_so() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let field = ward.field_named("What matters");
    ward.set(
        MAX,
        patient,
        field,
        json!("Stable.\nDaughter calls.\nWaits for physio."),
    );
    let seen_by_both = ward.team.sequence;
    ward.does(
        MAX,
        ward.set_value(
            patient,
            field,
            json!("Stable, walks.\nDaughter calls.\nWaits for physio."),
            seen_by_both,
        ),
    );
    ward.does(
        MINA,
        ward.set_value(
            patient,
            field,
            json!("Stable.\nDaughter calls.\nWaits for physio.\nDiet."),
            seen_by_both,
        ),
    );
    assert_eq!(
        ward.value(patient, field),
        "Stable, walks.\nDaughter calls.\nWaits for physio.\nDiet."
    );
    assert_eq!(
        ward.snapshot(list)["rows"][0]["patient"]["merged"],
        json!([field])
    );
    assert_eq!(ward.history(MAX, patient).last().unwrap()["merged"], true);
    ward.does(
        MINA,
        json!({"type": "undo_value", "patient": patient, "field": field}),
    );
    assert_eq!(
        ward.value(patient, field),
        "Stable, walks.\nDaughter calls.\nWaits for physio."
    );
    assert_eq!(
        ward.snapshot(list)["rows"][0]["patient"].get("merged"),
        None
    );
}

#[test]
fn two_edits_of_one_paragraph_are_a_conflict() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("What matters");
    ward.set(MAX, patient, field, json!("Stable."));
    let seen_by_both = ward.team.sequence;
    ward.does(
        MAX,
        ward.set_value(patient, field, json!("Stable, walks."), seen_by_both),
    );
    assert_eq!(
        ward.refuse(
            MINA,
            ward.set_value(patient, field, json!("Unstable."), seen_by_both)
        )["code"],
        "conflict"
    );
}

#[test]
fn a_text_is_merged_only_where_both_began_from_the_same_one() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("What matters");
    ward.set(MAX, patient, field, json!("A\nB\nC\nD"));
    let seen_by_mina = ward.team.sequence;
    ward.set(MAX, patient, field, json!("A1\nB\nC\nD"));
    ward.set(MAX, patient, field, json!("A2\nB\nC\nD"));
    // What stood between is in the journal only: a person decides.
    assert_eq!(
        ward.refuse(
            MINA,
            ward.set_value(patient, field, json!("A\nB\nC\nD1"), seen_by_mina)
        )["code"],
        "conflict"
    );
}

#[test]
fn short_texts_are_never_merged() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let todo = ward.field(MAX, "Line", "short_text");
    ward.set(MAX, patient, todo, json!("one"));
    let seen_by_both = ward.team.sequence;
    ward.set(MAX, patient, todo, json!("one two"));
    assert_eq!(
        ward.refuse(
            MINA,
            ward.set_value(patient, todo, json!("zero one"), seen_by_both)
        )["code"],
        "conflict"
    );
}

#[test]
fn who_changed_nothing_overwrites_nothing_and_merges_nothing() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("What matters");
    ward.set(MAX, patient, field, json!("A\nB"));
    let seen_by_both = ward.team.sequence;
    ward.set(MAX, patient, field, json!("A\nB1"));
    ward.does_nothing(
        MINA,
        ward.set_value(patient, field, json!("A\nB"), seen_by_both),
    );
    assert_eq!(ward.value(patient, field), "A\nB1");
}

#[test]
fn two_deletions_that_would_leave_nothing_are_for_a_person_to_decide() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("What matters");
    ward.set(MAX, patient, field, json!("A\n\n\n\n\nB"));
    let seen_by_both = ward.team.sequence;
    ward.set(MAX, patient, field, json!("B"));
    assert_eq!(
        ward.refuse(
            MINA,
            ward.set_value(patient, field, json!("A"), seen_by_both)
        )["code"],
        "conflict"
    );
}

#[test]
fn a_merge_that_would_be_too_long_is_a_conflict() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("What matters");
    ward.set(MAX, patient, field, json!("A\nB\nC"));
    let seen_by_both = ward.team.sequence;
    ward.set(
        MAX,
        patient,
        field,
        json!(format!("A{}\nB\nC", "x".repeat(6000))),
    );
    let mine = json!(format!("A\nB\nC{}", "y".repeat(6000)));
    assert_eq!(
        ward.refuse(MINA, ward.set_value(patient, field, mine, seen_by_both))["code"],
        "conflict"
    );
}

proptest::proptest! {
    /// Whatever two people change in one text, the merged one has both changes, or there is none.
    #[test]
    fn a_merged_text_holds_both_edits_whole(lines in 1_usize..8, one in 0_usize..8, other in 0_usize..8, removes in proptest::prelude::any::<bool>()) {
        let base: Vec<String> = (0..lines).map(|n| format!("Paragraph {n}")).collect();
        let edited = |index: usize, edit: &str| {
            let mut text = base.clone();
            text[index % lines] = edit.to_owned();
            text
        };
        let mine = edited(one, "Mine");
        let mut theirs = edited(other, "Theirs");
        if removes && lines > 1 {
            theirs.remove(other % lines);
        }
        let merged = domain::field::long_text::merge(&base.join("\n"), &theirs.join("\n"), &mine.join("\n"));
        let distance = (one % lines).abs_diff(other % lines);
        match &merged {
            Some(merged) => {
                let kept: Vec<_> = merged.lines().collect();
                proptest::prop_assert!(distance > 0 && kept.contains(&"Mine"));
                proptest::prop_assert_eq!(kept.contains(&"Theirs"), !removes);
                proptest::prop_assert_eq!(kept.len(), theirs.len());
            }
            None => proptest::prop_assert!(distance < 2, "two edits far apart are a conflict"),
        }
    }
}
