use crate::ward::*;
use domain::limits;
use serde_json::json;

#[test]
fn a_field_is_added_and_shown_on_the_list_it_was_made_for() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let events = ward.does(MAX, json!({"type": "add_field", "field": {"name": "Weight", "type": "number", "unit": "kg"}, "list": list}));
    assert_eq!(names(&events), ["field_added", "list_columns_set"]);
    let shown = ward.snapshot(list)["fields"]
        .as_array()
        .unwrap()
        .last()
        .cloned()
        .unwrap();
    assert_eq!(
        shown,
        json!({"id": ward.field_named("Weight"), "name": "Weight", "type": "number", "unit": "kg", "locked": false, "archived": false})
    );
}

#[test]
fn each_type_has_its_own_settings_and_no_others() {
    let ward = Ward::new();
    let add = |field: serde_json::Value| json!({"type": "add_field", "field": field});
    assert_eq!(
        ward.refuse(MAX, add(json!({"name": "X", "type": "date", "unit": "kg"}))),
        invalid("unit")
    );
    let options = json!([{"label": "Yes"}]);
    assert_eq!(
        ward.refuse(
            MAX,
            add(json!({"name": "X", "type": "short_text", "options": options}))
        ),
        invalid("options")
    );
    let same_label = json!([{"label": "Yes"}, {"label": " Yes"}]);
    let taken = json!({"code": "name_taken", "what": "option.label"});
    assert_eq!(
        ward.refuse(
            MAX,
            add(json!({"name": "X", "type": "choice", "options": same_label}))
        ),
        taken
    );
    let same_id = json!([{"id": 1, "label": "Yes"}, {"id": 1, "label": "No"}]);
    let unknown = json!({"code": "unknown_option", "option": 1});
    assert_eq!(
        ward.refuse(
            MAX,
            add(json!({"name": "X", "type": "choices", "options": same_id}))
        ),
        unknown
    );
}

#[test]
fn no_two_options_get_one_number_whatever_numbers_were_given() {
    let ward = Ward::new();
    let options = json!([{"id": u32::MAX, "label": "Yes"}, {"label": "No"}]);
    let command =
        json!({"type": "add_field", "field": {"name": "X", "type": "choice", "options": options}});
    assert_eq!(
        ward.refuse(MAX, command),
        json!({"code": "unknown_option", "option": u32::MAX})
    );
}

#[test]
fn names_of_fields_in_use_differ() {
    let mut ward = Ward::new();
    let taken = json!({"code": "name_taken", "what": "name"});
    let add = json!({"type": "add_field", "field": {"name": "Diet", "type": "short_text"}});
    let diet = ward.field(MAX, "Diet", "short_text");
    assert_eq!(ward.refuse(MAX, add.clone()), taken);
    let todo = ward.field_named("To do");
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "rename_field", "field": todo, "name": "Diet"})
        ),
        taken
    );
    ward.does(MAX, json!({"type": "archive_field", "field": diet}));
    ward.does(MAX, add);
    assert_eq!(
        ward.refuse(MAX, json!({"type": "restore_field", "field": diet})),
        taken
    );
}

#[test]
fn a_field_is_renamed_moved_archived_and_restored_and_loses_no_value() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let diet = ward.field_named("Diagnosis");
    ward.set(MAX, patient, diet, json!("Pneumonia"));
    ward.does(
        MAX,
        json!({"type": "rename_field", "field": diet, "name": "Problem"}),
    );
    ward.does_nothing(
        MAX,
        json!({"type": "rename_field", "field": diet, "name": "Problem"}),
    );
    ward.does(
        MAX,
        json!({"type": "move_field", "field": diet, "after": null}),
    );
    assert_eq!(ward.team.fields[0].name, "Problem");
    let todo = ward.field_named("To do");
    ward.does(
        MAX,
        json!({"type": "move_field", "field": diet, "after": todo}),
    );
    let order: Vec<_> = ward.team.fields.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(order[5..], ["Problem", "What matters"]);
    ward.does(MAX, json!({"type": "archive_field", "field": diet}));
    ward.does_nothing(MAX, json!({"type": "archive_field", "field": diet}));
    assert!(!ward.snapshot(list).to_string().contains("Pneumonia"));
    ward.does(MAX, json!({"type": "restore_field", "field": diet}));
    ward.does_nothing(MAX, json!({"type": "restore_field", "field": diet}));
    assert!(ward.snapshot(list).to_string().contains("Pneumonia"));
}

#[test]
fn a_field_moves_after_another_one_that_exists() {
    let ward = Ward::new();
    let todo = ward.field_named("To do");
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "move_field", "field": todo, "after": todo})
        ),
        invalid("after")
    );
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "move_field", "field": todo, "after": user(1)})
        ),
        not_found("field")
    );
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "move_field", "field": user(1), "after": null})
        ),
        not_found("field")
    );
}

#[test]
fn the_place_stays_in_view() {
    let ward = Ward::new();
    let command = json!({"type": "archive_field", "field": ward.field_named("Place")});
    assert_eq!(ward.refuse(OLGA, command), json!({"code": "place_field"}));
}

#[test]
fn an_option_is_archived_never_dropped_and_its_number_not_given_again() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    let path = ward.field_named("Path to discharge");
    ward.set(MAX, patient, path, json!(3));
    let options = |options: serde_json::Value| json!({"type": "set_field_options", "field": path, "options": options});
    ward.does(
        MAX,
        options(json!([{"id": 1, "label": "On track", "color": "green"}, {"label": "Gone"}])),
    );
    let kept: Vec<_> = ward
        .team
        .find_field(path)
        .unwrap()
        .kind
        .options()
        .unwrap()
        .iter()
        .map(|o| (o.id.0, o.label.as_str(), o.archived))
        .collect();
    assert_eq!(
        kept,
        [
            (1, "On track", false),
            (4, "Gone", false),
            (2, "At risk", true),
            (3, "Blocked", true)
        ]
    );
    assert_eq!(ward.value(patient, path), json!(3));
    let other = ward.patient(MAX, ward.default_list(), "Jones");
    let unknown = json!({"code": "unknown_option", "option": 3});
    assert_eq!(
        ward.refuse(
            MAX,
            ward.set_value(other, path, json!(3), ward.team.sequence)
        ),
        unknown
    );
    ward.does_nothing(
        MAX,
        ward.set_value(patient, path, json!(3), ward.team.sequence),
    );
}

#[test]
fn only_choices_have_options_and_only_numbers_that_the_field_gave() {
    let mut ward = Ward::new();
    let path = ward.field_named("Path to discharge");
    let todo = ward.field_named("To do");
    let set = |field, options: serde_json::Value| json!({"type": "set_field_options", "field": field, "options": options});
    assert_eq!(ward.refuse(MAX, set(todo, json!([]))), invalid("field"));
    let unknown = json!({"code": "unknown_option", "option": 9});
    assert_eq!(
        ward.refuse(MAX, set(path, json!([{"id": 9, "label": "New"}]))),
        unknown
    );
    let now = serde_json::to_value(ward.team.find_field(path).unwrap().kind.options()).unwrap();
    ward.does_nothing(MAX, set(path, now));
    let many: Vec<_> = (0..limits::OPTIONS)
        .map(|n| json!({"label": format!("Option {n}")}))
        .collect();
    let refusal = json!({"code": "too_many", "what": "options", "limit": 200});
    assert_eq!(ward.refuse(MAX, set(path, json!(many))), refusal);
}

#[test]
fn a_locked_field_is_changed_by_owners_only_values_and_the_field_itself() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let path = ward.field_named("Path to discharge");
    let lock = |locked: bool| json!({"type": "lock_field", "field": path, "locked": locked});
    assert_eq!(ward.refuse(MAX, lock(true)), needs("owner"));
    ward.set(MAX, patient, path, json!(1));
    ward.does(
        OLGA,
        json!({"type": "highlight", "patient": patient, "field": path, "reason": "Look"}),
    );
    ward.does(OLGA, lock(true));
    ward.does_nothing(OLGA, lock(true));
    let locked = json!({"code": "field_locked", "field": path});
    for command in [
        ward.set_value(patient, path, json!(2), ward.team.sequence),
        json!({"type": "undo_value", "patient": patient, "field": path}),
        json!({"type": "highlight", "patient": patient, "field": path, "reason": "Look at this"}),
        json!({"type": "remove_highlight", "patient": patient, "field": path}),
        json!({"type": "rename_field", "field": path, "name": "Path"}),
        json!({"type": "move_field", "field": path, "after": null}),
        json!({"type": "archive_field", "field": path}),
        json!({"type": "restore_field", "field": path}),
        json!({"type": "set_field_options", "field": path, "options": []}),
        json!({"type": "add_patient", "list": list, "identity": {"family": "Jones"}, "values": [{"field": path, "value": 1}]}),
        json!({"type": "import_patients", "list": list, "rows": [{"identity": {"family": "Jones"}, "values": [{"field": path, "value": 1}]}]}),
    ] {
        assert_eq!(ward.refuse(MAX, command.clone()), locked, "{command}");
    }
    ward.set(OLGA, patient, path, json!(2));
    ward.does(OLGA, lock(false));
    ward.set(MAX, patient, path, json!(3));
}

#[test]
fn a_schema_has_at_most_two_hundred_fields_archived_ones_included() {
    let mut ward = Ward::new();
    let first = ward.field(MAX, "First", "checkbox");
    ward.does(MAX, json!({"type": "archive_field", "field": first}));
    while ward.team.fields.len() < limits::FIELDS {
        let name = format!("Field {}", ward.team.fields.len());
        ward.field(MAX, &name, "short_text");
    }
    let refusal = json!({"code": "too_many", "what": "fields", "limit": 200});
    let field = json!({"name": "One more", "type": "date"});
    assert_eq!(
        ward.refuse(MAX, json!({"type": "add_field", "field": field})),
        refusal
    );
    let list = ward.default_list();
    let rows = json!([{"identity": {"family": "Smith"}}]);
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "import_patients", "list": list, "fields": [field], "rows": rows})
        ),
        refusal
    );
}

#[test]
fn a_guest_changes_no_field() {
    let ward = Ward::new();
    let todo = ward.field_named("To do");
    for command in [
        json!({"type": "add_field", "field": {"name": "X", "type": "date"}}),
        json!({"type": "rename_field", "field": todo, "name": "X"}),
        json!({"type": "archive_field", "field": todo}),
    ] {
        assert_eq!(ward.refuse(GUS, command), needs("member"));
    }
}
