use crate::ward::*;
use domain::team::event::{Event, PatientAdded};
use domain::{PatientId, limits};
use serde_json::json;
use uuid::Uuid;

#[test]
fn a_patient_is_added_with_identity_status_and_first_values() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let diagnosis = ward.field_named("Diagnosis");
    let identity = json!({
        "family": " Smith ", "given": "Ben", "prefix": "Mr", "sex": "male", "birth_date": "1945-07",
        "identifiers": [{"type": "MR", "value": " 123 "}, {"type": "MR", "value": "123"}, {"type": "NH", "value": ""}],
    });
    ward.does(MAX, json!({
        "type": "add_patient", "list": list, "identity": identity, "status": "expected",
        "values": [{"field": diagnosis, "value": "Pneumonia"}, {"field": ward.field_named("To do"), "value": null}],
    }));
    let row = &ward.snapshot(list)["rows"][0];
    assert_eq!(
        row["patient"]["identity"],
        json!({
            "family": "Smith", "given": "Ben", "prefix": "Mr", "sex": "male", "birth_date": "1945-07",
            "identifiers": [{"type": "MR", "value": "123"}],
        })
    );
    assert_eq!(row["patient"]["status"], "expected");
    assert_eq!(row["values"][1], "Pneumonia");
    let events: Vec<_> = ward
        .log
        .iter()
        .filter(|(_, e)| e.subject().patient.is_some())
        .collect();
    assert_eq!(events.len(), 1, "one entry for one patient");
}

#[test]
fn nobody_is_added_who_could_not_be_told_from_others() {
    let ward = Ward::new();
    let list = ward.default_list();
    let add = |identity: serde_json::Value| json!({"type": "add_patient", "list": list, "identity": identity});
    for nobody in [
        json!({}),
        json!({"prefix": "Mr", "birth_date": "1945"}),
        json!({"family": "\u{200b}"}),
    ] {
        assert_eq!(
            ward.refuse(MAX, add(nobody)),
            json!({"code": "required", "what": "family"})
        );
    }
    let no_kind = json!({"identifiers": [{"type": " ", "value": "1"}]});
    assert_eq!(
        ward.refuse(MAX, add(no_kind)),
        json!({"code": "required", "what": "identifier.type"})
    );
    let numbers: Vec<_> = (0..21)
        .map(|n| json!({"type": "MR", "value": n.to_string()}))
        .collect();
    let refusal = json!({"code": "too_many", "what": "identifiers", "limit": 20});
    assert_eq!(
        ward.refuse(MAX, add(json!({"identifiers": numbers}))),
        refusal
    );
    let refusal = json!({"code": "text_too_long", "what": "given", "limit": 300, "length": 301});
    assert_eq!(
        ward.refuse(MAX, add(json!({"given": "x".repeat(301)}))),
        refusal
    );
}

#[test]
fn each_field_has_at_most_one_first_value() {
    let ward = Ward::new();
    let field = ward.field_named("Diagnosis");
    let twice = json!([{"field": field, "value": "A"}, {"field": field, "value": "B"}]);
    let command = json!({"type": "add_patient", "list": ward.default_list(), "identity": {"family": "Smith"}, "values": twice});
    assert_eq!(ward.refuse(MAX, command), invalid("values"));
}

#[test]
fn an_identity_is_edited_and_an_edit_that_came_too_late_shows_both() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let before = ward.team.sequence;
    let edit = |family: &str, based_on: u64| json!({"type": "edit_patient", "patient": patient, "identity": {"family": family}, "based_on": based_on});
    ward.does_nothing(MINA, edit("Smith", before));
    ward.does(MINA, edit("Smyth", before));
    let conflict = ward.refuse(MAX, edit("Smithe", before));
    assert_eq!(conflict["code"], "conflict");
    assert_eq!(conflict["theirs"], json!({"family": "Smyth"}));
    assert_eq!(conflict["yours"], json!({"family": "Smithe"}));
    assert_eq!(conflict["by"], json!(MINA));
    let revision = conflict["revision"].as_u64().unwrap();
    ward.does(MAX, edit("Smithe", revision));
    assert_eq!(
        ward.refuse(MAX, edit("Smith", ward.team.sequence + 1)),
        invalid("based_on")
    );
}

#[test]
fn a_patient_is_on_several_lists_moves_and_is_taken_off_without_being_lost() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let patient = ward.patient(MAX, day, "Smith");
    let add = json!({"type": "add_patient_to_list", "patient": patient, "list": night});
    ward.does(MAX, add.clone());
    ward.does_nothing(MAX, add);
    let move_to_night =
        json!({"type": "move_patient", "patient": patient, "from": day, "to": night});
    assert_eq!(
        ward.refuse(MAX, move_to_night.clone()),
        json!({"code": "already_on_list", "list": night})
    );
    let remove =
        |list| json!({"type": "remove_patient_from_list", "patient": patient, "list": list});
    ward.does(MAX, remove(night));
    ward.does(MAX, move_to_night.clone());
    assert_eq!(ward.refuse(MAX, move_to_night), not_found("patient"));
    assert_eq!((ward.rows(day), ward.rows(night)), (vec![], vec![patient]));
    ward.does(MAX, remove(night));
    ward.does_nothing(MAX, remove(night));
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": patient, "list": day}),
    );
    assert_eq!(ward.rows(day), [patient]);
}

#[test]
fn a_move_is_one_step_under_its_own_operation() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let patient = ward.patient(MAX, day, "Smith");
    let events = ward.does(
        MAX,
        json!({"type": "move_patient", "patient": patient, "from": day, "to": night}),
    );
    assert_eq!(events.len(), 1);
    let subject = events[0].subject();
    assert_eq!(
        (subject.operation.name(), subject.list, subject.patient),
        ("PatientListMovePatient", Some(night), Some(patient))
    );
}

#[test]
fn patients_are_put_in_an_agreed_order() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let [a, b, c] = ["A", "B", "C"].map(|family| ward.patient(MAX, list, family));
    let reorder = |patient: PatientId, after: Option<PatientId>| json!({"type": "reorder_patient", "list": list, "patient": patient, "after": after});
    ward.does(MAX, reorder(c, None));
    assert_eq!(ward.rows(list), [c, a, b]);
    ward.does(MAX, reorder(c, Some(a)));
    assert_eq!(ward.rows(list), [a, c, b]);
    ward.does(MAX, reorder(a, Some(b)));
    assert_eq!(ward.rows(list), [c, b, a]);
    ward.does_nothing(MAX, reorder(b, Some(c)));
    ward.does_nothing(MAX, reorder(c, None));
    assert_eq!(ward.refuse(MAX, reorder(c, Some(c))), invalid("after"));
    let elsewhere = PatientId::new(Uuid::from_u128(7));
    assert_eq!(
        ward.refuse(MAX, reorder(c, Some(elsewhere))),
        not_found("patient")
    );
    assert_eq!(
        ward.refuse(MAX, reorder(elsewhere, None)),
        not_found("patient")
    );
}

#[test]
fn a_stay_comes_further() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    for status in [
        "expected",
        "discharged",
        "transferred",
        "deceased",
        "present",
    ] {
        ward.does(
            MAX,
            json!({"type": "set_patient_status", "patient": patient, "status": status}),
        );
        ward.does_nothing(
            MINA,
            json!({"type": "set_patient_status", "patient": patient, "status": status}),
        );
        assert_eq!(ward.snapshot(list)["rows"][0]["patient"]["status"], status);
    }
}

#[test]
fn a_guest_reads_and_writes_nothing_on_a_patient() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    assert!(ward.sees_patient(GUS, patient));
    for command in [
        json!({"type": "add_patient", "list": list, "identity": {"family": "Jones"}}),
        json!({"type": "edit_patient", "patient": patient, "identity": {"family": "X"}, "based_on": 0}),
        json!({"type": "set_patient_status", "patient": patient, "status": "deceased"}),
        json!({"type": "remove_patient_from_list", "patient": patient, "list": list}),
        json!({"type": "add_note", "patient": patient, "text": "Hello"}),
        ward.set_value(patient, ward.field_named("Diagnosis"), json!("X"), 0),
    ] {
        assert_eq!(ward.refuse(GUS, command), needs("member"));
    }
}

#[test]
fn a_team_has_at_most_five_thousand_patients_and_no_way_around_it() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let kept = ward.patient(MAX, list, "Kept");
    let duplicate = ward.patient(MAX, list, "Duplicate");
    ward.does(
        MAX,
        json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate}),
    );
    for number in 1..limits::PATIENTS as u128 {
        let identity =
            serde_json::from_value(json!({"family": format!("Patient {number}")})).unwrap();
        let patient = PatientId::new(Uuid::from_u128(1_000_000 + number));
        let (status, values, import) = (Default::default(), vec![], None);
        ward.apply(
            MAX,
            Event::PatientAdded(PatientAdded {
                patient,
                list,
                identity,
                status,
                values,
                import,
            }),
        );
    }
    assert_eq!(ward.team.patient_count(), limits::PATIENTS);
    let refusal = json!({"code": "too_many", "what": "patients", "limit": 5000});
    for command in [
        json!({"type": "add_patient", "list": list, "identity": {"family": "Smith"}}),
        json!({"type": "import_patients", "list": list, "rows": [{"identity": {"family": "Smith"}}]}),
        json!({"type": "unmerge_patients", "patient": kept, "duplicate": duplicate}),
    ] {
        assert_eq!(ward.refuse(MAX, command), refusal);
    }
}
