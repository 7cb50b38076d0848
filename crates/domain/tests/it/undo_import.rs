use crate::ward::*;
use domain::{ListId, PatientId};
use serde_json::{Value, json};

/// Imports Smith with a diet and a diagnosis, and Jones, whom the team has and who gets a diet: (Smith, Jones).
fn imported(ward: &mut Ward) -> (PatientId, PatientId) {
    let (list, other) = (ward.default_list(), ward.list(MAX, "Other"));
    let jones = ward.patient(MAX, other, "Jones");
    ward.does(MAX, json!({
        "type": "import_patients", "list": list, "fields": [{"name": "Diet", "type": "short_text"}],
        "rows": [
            {"identity": {"family": "Smith"}, "new_values": [{"index": 0, "value": "Light"}]},
            {"identity": {"family": "Jones"}, "new_values": [{"index": 0, "value": "None"}], "duplicate": {"answer": "same", "patient": jones}},
        ],
    }));
    (ward.newest_patient(), jones)
}

fn undo(ward: &Ward) -> Value {
    json!({"type": "undo_import", "import": ward.newest_import()})
}

fn is_archived(ward: &Ward, name: &str) -> bool {
    ward.team
        .find_field(ward.field_named(name))
        .unwrap()
        .archived
}

#[test]
fn an_import_is_taken_back_whole() {
    let mut ward = Ward::new();
    let (smith, jones) = imported(&mut ward);
    let list = ward.default_list();
    ward.does(MINA, undo(&ward));
    assert_eq!(ward.rows(list), []);
    assert_eq!(ward.value(jones, ward.field_named("Diet")), Value::Null);
    assert!(is_archived(&ward, "Diet"));
    assert!(ward.sees_patient(OLGA, smith), "nobody is lost");
    assert!(
        ward.sees_patient(GUS, jones),
        "who was there before is where they were"
    );
    ward.does_nothing(MINA, undo(&ward));
    assert_eq!(ward.team_view(MAX)["imports"], json!([]));
}

#[test]
fn what_somebody_changed_since_stays_and_so_does_its_field() {
    let mut ward = Ward::new();
    let (smith, jones) = imported(&mut ward);
    let diet = ward.field_named("Diet");
    ward.set(MINA, smith, diet, json!("Full"));
    ward.set(MINA, jones, diet, json!("Full"));
    ward.does(MAX, undo(&ward));
    assert_eq!(
        (ward.value(smith, diet), ward.value(jones, diet)),
        (json!("Full"), json!("Full"))
    );
    assert!(!is_archived(&ward, "Diet"));
}

#[test]
fn a_patient_who_went_on_to_another_list_keeps_the_field_with_their_value() {
    let mut ward = Ward::new();
    let (smith, _) = imported(&mut ward);
    let night = ward.list(MINA, "Night");
    ward.does(
        MINA,
        json!({"type": "add_patient_to_list", "patient": smith, "list": night}),
    );
    ward.does(MAX, undo(&ward));
    assert_eq!(ward.rows(night), [smith]);
    assert!(!is_archived(&ward, "Diet"));
}

#[test]
fn a_value_comes_back_that_was_there_before() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let diagnosis = ward.field_named("Diagnosis");
    ward.set(MAX, patient, diagnosis, json!("Pneumonia"));
    ward.set(MAX, patient, diagnosis, Value::Null);
    let row = json!({"identity": {"family": "Smith"}, "values": [{"field": diagnosis, "value": "Sepsis"}], "duplicate": {"answer": "same", "patient": patient}});
    ward.does(
        MAX,
        json!({"type": "import_patients", "list": list, "rows": [row]}),
    );
    assert_eq!(ward.value(patient, diagnosis), "Sepsis");
    ward.does(MAX, undo(&ward));
    assert_eq!(ward.value(patient, diagnosis), Value::Null);
    assert_eq!(
        ward.rows(list),
        [patient],
        "who was on the list before stays"
    );
}

#[test]
fn who_does_not_see_the_list_knows_of_no_import() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[]);
    ward.does(MAX, json!({"type": "import_patients", "list": hidden, "rows": [{"identity": {"family": "Smith"}}]}));
    assert_eq!(ward.refuse(MINA, undo(&ward)), not_found("import"));
    assert_eq!(
        ward.refuse(MINA, json!({"type": "undo_import", "import": user(9)})),
        not_found("import")
    );
    assert_eq!(ward.team_view(MINA)["imports"], json!([]));
}

#[test]
fn values_of_a_patient_whom_one_no_longer_sees_are_left_alone() {
    let mut ward = Ward::new();
    let (_, jones) = imported(&mut ward);
    let hidden = ward.limited(MINA, "VIP", &[]);
    let other = *ward.team.patients[&jones]
        .lists
        .iter()
        .find(|l| **l != ward.default_list())
        .unwrap();
    let take_off =
        |list: ListId| json!({"type": "remove_patient_from_list", "patient": jones, "list": list});
    ward.does(
        MINA,
        json!({"type": "add_patient_to_list", "patient": jones, "list": hidden}),
    );
    for list in [ward.default_list(), other] {
        ward.does(MINA, take_off(list));
    }
    let events = ward.does(MAX, undo(&ward));
    assert!(
        events
            .iter()
            .all(|event| event.subject().patient != Some(jones))
    );
    assert_eq!(ward.value(jones, ward.field_named("Diet")), "None");
    assert!(!is_archived(&ward, "Diet"));
}

#[test]
fn a_field_that_was_locked_since_takes_an_owner() {
    let mut ward = Ward::new();
    imported(&mut ward);
    let diet = ward.field_named("Diet");
    ward.does(
        OLGA,
        json!({"type": "lock_field", "field": diet, "locked": true}),
    );
    assert_eq!(
        ward.refuse(MAX, undo(&ward)),
        json!({"code": "field_locked", "field": diet})
    );
    ward.does(OLGA, undo(&ward));
}

#[test]
fn a_patient_who_was_merged_since_stays_merged() {
    let mut ward = Ward::new();
    let (smith, jones) = imported(&mut ward);
    ward.does(
        MAX,
        json!({"type": "merge_patients", "patient": jones, "duplicate": smith}),
    );
    ward.does(MAX, undo(&ward));
    assert_eq!(ward.patient_view(MAX, smith)["merged_into"], json!(jones));
    ward.does(
        MAX,
        json!({"type": "unmerge_patients", "patient": jones, "duplicate": smith}),
    );
    assert_eq!(ward.rows(ward.default_list()), [smith]);
}
