use crate::ward::*;
use domain::limits;
use serde_json::{Value, json};

#[test]
fn each_type_takes_its_form_and_says_which_one_where_it_is_another() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let options = json!([{"label": "A"}, {"label": "B"}]);
    let fields = [
        (
            "short_text",
            json!({}),
            json!(" Walks "),
            json!("Walks"),
            json!("two\nlines"),
        ),
        (
            "long_text",
            json!({}),
            json!("two\r\nlines"),
            json!("two\nlines"),
            json!(1),
        ),
        (
            "number",
            json!({"unit": "kg"}),
            json!("37,50"),
            json!("37.50"),
            json!("many"),
        ),
        ("number", json!({}), json!(7), json!("7"), json!("1e3")),
        (
            "choice",
            json!({"options": options}),
            json!(2),
            json!(2),
            json!(3),
        ),
        (
            "choices",
            json!({"options": options}),
            json!([2, 1, 2]),
            json!([1, 2]),
            json!(1),
        ),
        (
            "checkbox",
            json!({}),
            json!(false),
            json!(false),
            json!("no"),
        ),
        (
            "date",
            json!({}),
            json!("2026-11-24"),
            json!("2026-11-24"),
            json!("24.11.2026"),
        ),
        (
            "date",
            json!({}),
            json!("2028-02-29"),
            json!("2028-02-29"),
            json!("2026-W48-2"),
        ),
        (
            "date_time",
            json!({}),
            json!("2026-11-24T14:30"),
            json!("2026-11-24T14:30"),
            json!("2026-11-24T 4:30"),
        ),
        ("member", json!({}), json!(MINA), json!(MINA), json!(EVE)),
        (
            "place",
            json!({}),
            json!("Bay 3, bed 12"),
            json!("Bay 3, bed 12"),
            json!(12),
        ),
        (
            "checklist",
            json!({}),
            json!([{"id": user(8), "text": " Physio ", "done": true}, {"text": ""}]),
            json!([{"id": user(8), "text": "Physio", "done": true}]),
            json!(["Physio"]),
        ),
    ];
    for (index, (kind, settings, typed, kept, wrong)) in fields.into_iter().enumerate() {
        let mut new = json!({"name": format!("Field {index}"), "type": kind});
        new.as_object_mut()
            .unwrap()
            .extend(settings.as_object().unwrap().clone());
        let field = ward.field_with(MAX, new);
        ward.set(MAX, patient, field, typed.clone());
        assert_eq!(ward.value(patient, field), kept, "{kind}");
        ward.does_nothing(
            MAX,
            ward.set_value(patient, field, typed, ward.team.sequence),
        );
        let refusal = ward.refuse(
            MAX,
            ward.set_value(patient, field, wrong, ward.team.sequence),
        );
        let code = refusal["code"].as_str().unwrap().to_owned();
        assert!(
            [
                "wrong_value_type",
                "control_character",
                "unknown_option",
                "not_found"
            ]
            .contains(&code.as_str()),
            "{kind}: {code}"
        );
        ward.set(MAX, patient, field, Value::Null);
        assert_eq!(ward.value(patient, field), Value::Null);
    }
}

#[test]
fn what_is_empty_is_no_value_but_no_is_one() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let empty = [
        ("short_text", json!(" ")),
        ("long_text", json!("\n")),
        ("number", json!("")),
        ("date", json!("")),
        ("date_time", json!("")),
        ("member", json!("")),
        ("place", json!("\u{200b}")),
        ("checklist", json!([])),
        ("choices", json!([])),
    ];
    for (kind, nothing) in empty {
        let field = ward.field(MAX, kind, kind);
        ward.does_nothing(
            MAX,
            ward.set_value(patient, field, nothing, ward.team.sequence),
        );
    }
    let tick = ward.field(MAX, "Seen", "checkbox");
    ward.set(MAX, patient, tick, json!(false));
}

#[test]
fn no_value_is_longer_than_ten_thousand_characters() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let too_long = |what: &str, limit: usize, length: usize| json!({"code": "text_too_long", "what": what, "limit": limit, "length": length});
    for kind in ["short_text", "long_text"] {
        let field = ward.field(MAX, kind, kind);
        ward.set(MAX, patient, field, json!("é".repeat(10_000)));
        let refusal = ward.refuse(
            MAX,
            ward.set_value(
                patient,
                field,
                json!("é".repeat(10_001)),
                ward.team.sequence,
            ),
        );
        assert_eq!(refusal, too_long("value", 10_000, 10_001));
    }
    let place = ward.field_named("Place");
    let refusal = ward.refuse(
        MAX,
        ward.set_value(patient, place, json!("x".repeat(101)), ward.team.sequence),
    );
    assert_eq!(refusal, too_long("value", 100, 101));
    let todo = ward.field_named("To do");
    let items =
        |count: usize, length: usize| json!(vec![json!({"text": "x".repeat(length)}); count]);
    ward.set(MAX, patient, todo, items(10, 1000));
    let set = |items: Value| ward.set_value(patient, todo, items, ward.team.sequence);
    assert_eq!(
        ward.refuse(MAX, set(items(11, 1000))),
        too_long("items", 10_000, 11_000)
    );
    assert_eq!(
        ward.refuse(MAX, set(items(1, 1001))),
        too_long("item.text", 1000, 1001)
    );
    let too_many = json!({"code": "too_many", "what": "items", "limit": limits::CHECKLIST_ITEMS});
    assert_eq!(ward.refuse(MAX, set(items(101, 1))), too_many);
    let number = ward.field(MAX, "Number", "number");
    assert_eq!(
        ward.refuse(
            MAX,
            ward.set_value(patient, number, json!("1".repeat(31)), ward.team.sequence)
        )["code"],
        "wrong_value_type"
    );
}

#[test]
fn two_items_of_a_checklist_are_two_items() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let todo = ward.field_named("To do");
    ward.set(
        MAX,
        patient,
        todo,
        json!([{"text": "Physio"}, {"text": "Physio", "done": true}]),
    );
    let kept = ward.value(patient, todo);
    assert_ne!(kept[0]["id"], kept[1]["id"]);
    let same_id = json!([{"id": user(1), "text": "A"}, {"id": user(1), "text": "B"}]);
    assert_eq!(
        ward.refuse(
            MAX,
            ward.set_value(patient, todo, same_id, ward.team.sequence)
        )["code"],
        "wrong_value_type"
    );
}

#[test]
fn everybody_can_undo_their_own_last_change_and_take_that_back_again() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("Diagnosis");
    let undo = json!({"type": "undo_value", "patient": patient, "field": field});
    let nothing = json!({"code": "nothing_to_undo"});
    assert_eq!(ward.refuse(MAX, undo.clone()), nothing);
    ward.set(MAX, patient, field, json!("Pneumonia"));
    assert_eq!(ward.refuse(MINA, undo.clone()), nothing);
    assert_eq!(
        ward.patient_view(MAX, patient)["values"][1]["undoable"],
        true
    );
    assert_eq!(
        ward.patient_view(MINA, patient)["values"][1]["undoable"],
        false
    );
    ward.does(MAX, undo.clone());
    assert_eq!(ward.value(patient, field), Value::Null);
    assert_eq!(ward.history(MAX, patient).last().unwrap()["undo"], true);
    ward.does(MAX, undo.clone());
    assert_eq!(ward.value(patient, field), "Pneumonia");
    ward.set(MINA, patient, field, json!("Sepsis"));
    assert_eq!(ward.refuse(MAX, undo), nothing);
}

#[test]
fn a_value_that_came_with_the_patient_is_undone_to_none() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let field = ward.field_named("Diagnosis");
    ward.does(MAX, json!({"type": "add_patient", "list": list, "identity": {"family": "Smith"}, "values": [{"field": field, "value": "Pneumonia"}]}));
    let patient = ward.newest_patient();
    ward.does(
        MAX,
        json!({"type": "undo_value", "patient": patient, "field": field}),
    );
    assert_eq!(ward.value(patient, field), Value::Null);
}

#[test]
fn undoing_does_not_name_somebody_who_left() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("Responsible");
    ward.set(MAX, patient, field, json!(MINA));
    ward.set(MAX, patient, field, json!(GUS));
    ward.does(OLGA, json!({"type": "remove_member", "user": MINA}));
    let undo = json!({"type": "undo_value", "patient": patient, "field": field});
    assert_eq!(ward.refuse(MAX, undo), not_found("member"));
    assert_eq!(
        ward.refuse(
            MAX,
            ward.set_value(patient, field, json!(MINA), ward.team.sequence)
        ),
        not_found("member")
    );
    ward.does(OLGA, json!({"type": "remove_member", "user": GUS}));
    ward.does_nothing(
        MAX,
        ward.set_value(patient, field, json!(GUS), ward.team.sequence),
    );
}

#[test]
fn an_archived_field_takes_no_value() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let field = ward.field_named("Diagnosis");
    ward.does(MAX, json!({"type": "archive_field", "field": field}));
    assert_eq!(
        ward.refuse(
            MAX,
            ward.set_value(patient, field, json!("X"), ward.team.sequence)
        ),
        not_found("field")
    );
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "highlight", "patient": patient, "field": field, "reason": "X"})
        ),
        not_found("field")
    );
}

#[test]
fn a_patient_or_a_value_is_highlighted_with_a_reason_who_and_since_when() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let field = ward.field_named("Diagnosis");
    let highlight = |field: Option<domain::FieldId>, reason: &str| json!({"type": "highlight", "patient": patient, "field": field, "reason": reason});
    assert_eq!(
        ward.refuse(MAX, highlight(None, " ")),
        json!({"code": "required", "what": "reason"})
    );
    assert_eq!(
        ward.refuse(MAX, highlight(None, &"x".repeat(1001)))["code"],
        "text_too_long"
    );
    ward.does(MAX, highlight(None, "DNR to be discussed"));
    ward.does_nothing(MAX, highlight(None, "DNR to be discussed"));
    ward.does(MINA, highlight(Some(field), "Potassium 6.8"));
    let marks = &ward.snapshot(list)["rows"][0]["patient"]["highlights"];
    assert_eq!(marks[0]["reason"], "DNR to be discussed");
    assert_eq!(
        (&marks[1]["field"], &marks[1]["by"], &marks[1]["at"]),
        (&json!(field), &json!(MINA), &json!("2026-11-24T07:00:00Z"))
    );
    let remove = |field: Option<domain::FieldId>| json!({"type": "remove_highlight", "patient": patient, "field": field});
    ward.does(MINA, remove(None));
    ward.does_nothing(MINA, remove(None));
    ward.does(MINA, remove(Some(field)));
    assert_eq!(
        ward.snapshot(list)["rows"][0]["patient"].get("highlights"),
        None
    );
}
