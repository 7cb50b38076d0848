use crate::ward::*;
use domain::limits;
use serde_json::{Value, json};

fn import(list: domain::ListId, rows: Value) -> Value {
    json!({"type": "import_patients", "list": list, "rows": rows})
}

#[test]
fn a_sheet_comes_in_as_one_step_with_new_fields_and_values() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let diagnosis = ward.field_named("Diagnosis");
    let events = ward.does(MAX, json!({
        "type": "import_patients", "list": list,
        "fields": [{"name": "Diet", "type": "choice", "options": [{"id": 1, "label": "None"}, {"id": 2, "label": "Light"}]}],
        "rows": [
            {"identity": {"family": "Smith"}, "values": [{"field": diagnosis, "value": "Pneumonia"}], "new_values": [{"index": 0, "value": 2}]},
            {"identity": {"family": "Jones"}, "new_values": [{"index": 0, "value": null}]},
        ],
    }));
    assert_eq!(
        names(&events),
        [
            "patients_imported",
            "field_added",
            "list_columns_set",
            "patient_added",
            "patient_added"
        ]
    );
    let rows = ward.snapshot(list)["rows"].clone();
    let diet = ward.field_named("Diet");
    assert_eq!(ward.snapshot(list)["fields"][7]["id"], json!(diet));
    assert_eq!(
        (
            &rows[0]["values"][1],
            &rows[0]["values"][7],
            &rows[1]["values"][7]
        ),
        (&json!("Pneumonia"), &json!(2), &Value::Null)
    );
    let shown = &ward.team_view(MINA)["imports"][0];
    assert_eq!(
        (&shown["list"], &shown["patients"], &shown["done"]["by"]),
        (&json!(list), &json!(2), &json!(MAX))
    );
}

#[test]
fn a_patient_of_a_sheet_stands_where_it_says_and_one_of_the_team_stays_where_they_are() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let rows = json!([{"identity": {"family": "Smith"}, "status": "discharged"}, {"identity": {"family": "Jones"}}]);
    ward.does(MAX, import(list, rows));
    let shown = |ward: &Ward| {
        let rows = ward.snapshot(list)["rows"].clone();
        [0, 1].map(|row: usize| rows[row]["patient"]["status"].clone())
    };
    assert_eq!(shown(&ward), [json!("discharged"), json!("present")]);
    let known = ward.snapshot(list)["rows"][1]["patient"]["id"].clone();
    let again = json!([{
        "identity": {"family": "Jones"}, "status": "deceased", "duplicate": {"answer": "same", "patient": known},
    }]);
    ward.does(MAX, import(list, again));
    assert_eq!(shown(&ward), [json!("discharged"), json!("present")]);
}

#[test]
fn a_sheet_has_rows_and_not_more_than_a_team_may_have_patients() {
    let ward = Ward::new();
    let list = ward.default_list();
    assert_eq!(
        ward.refuse(MAX, import(list, json!([]))),
        json!({"code": "required", "what": "rows"})
    );
    let rows: Vec<_> = (0..=limits::PATIENTS)
        .map(|n| json!({"identity": {"family": format!("Patient {n}")}}))
        .collect();
    assert_eq!(
        ward.refuse(MAX, import(list, json!(rows))),
        json!({"code": "too_many", "what": "rows", "limit": 5000})
    );
}

#[test]
fn new_fields_have_names_of_their_own_and_values_name_them_by_place() {
    let ward = Ward::new();
    let list = ward.default_list();
    let with = |fields: Value, new_values: Value| json!({"type": "import_patients", "list": list, "fields": fields, "rows": [{"identity": {"family": "Smith"}, "new_values": new_values}]});
    let diet = json!({"name": "Diet", "type": "short_text"});
    assert_eq!(
        ward.refuse(MAX, with(json!([diet, diet]), json!([]))),
        json!({"code": "name_taken", "what": "fields.name"})
    );
    assert_eq!(
        ward.refuse(
            MAX,
            with(json!([{"name": "Place", "type": "place"}]), json!([]))
        ),
        json!({"code": "name_taken", "what": "name"})
    );
    assert_eq!(
        ward.refuse(
            MAX,
            with(json!([diet]), json!([{"index": 1, "value": "x"}]))
        ),
        invalid("rows.new_values.index")
    );
    let twice = json!([{"index": 0, "value": "x"}, {"index": 0, "value": "y"}]);
    assert_eq!(
        ward.refuse(MAX, with(json!([diet]), twice)),
        invalid("rows.new_values")
    );
    assert_eq!(
        ward.refuse(MAX, with(json!([diet]), json!([{"index": 0, "value": 1}])))["code"],
        "wrong_value_type"
    );
}

#[test]
fn a_row_that_may_be_a_patient_of_the_team_asks_and_takes_either_answer() {
    let mut ward = Ward::new();
    let (day, night) = (ward.default_list(), ward.list(MAX, "Night"));
    let smith = json!({"family": "Smith", "birth_date": "1945-07-14"});
    let (diagnosis, matters) = (
        ward.field_named("Diagnosis"),
        ward.field_named("What matters"),
    );
    ward.does(MAX, json!({"type": "add_patient", "list": day, "identity": smith, "values": [{"field": diagnosis, "value": "Pneumonia"}]}));
    let patient = ward.newest_patient();
    let row = |answer: Value| json!([{"identity": smith, "duplicate": answer, "values": [{"field": diagnosis, "value": "Sepsis"}, {"field": matters, "value": "Son calls"}]}]);
    assert_eq!(
        ward.refuse(MAX, import(night, row(Value::Null)))["patients"][0]["id"],
        json!(patient)
    );
    let events = ward.does(
        MAX,
        import(night, row(json!({"answer": "same", "patient": patient}))),
    );
    assert_eq!(
        names(&events),
        ["patients_imported", "patient_added_to_list", "value_set"]
    );
    assert_eq!(ward.rows(night), [patient]);
    let kept = (ward.value(patient, diagnosis), ward.value(patient, matters));
    assert_eq!(
        kept,
        (json!("Pneumonia"), json!("Son calls")),
        "what the team wrote is not overwritten"
    );
    ward.does(MAX, import(night, row(json!({"answer": "distinct"}))));
    assert_eq!(ward.rows(night).len(), 2);
}

#[test]
fn a_person_who_stands_twice_in_a_sheet_is_asked_about() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let smith = json!({"identifiers": [{"type": "MR", "value": "1"}]});
    let asks = json!({"code": "possible_duplicate", "patients": [], "hidden": false});
    assert_eq!(
        ward.refuse(
            MAX,
            import(list, json!([{"identity": smith}, {"identity": smith}]))
        ),
        asks
    );
    let first_answered =
        json!([{"identity": smith, "duplicate": {"answer": "distinct"}}, {"identity": smith}]);
    assert_eq!(ward.refuse(MAX, import(list, first_answered)), asks);
    let second_answered =
        json!([{"identity": smith}, {"identity": smith, "duplicate": {"answer": "distinct"}}]);
    ward.does(MAX, import(list, second_answered));
}

#[test]
fn one_patient_is_not_two_rows() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    let row = json!({"identity": {"family": "Smith"}, "duplicate": {"answer": "same", "patient": patient}});
    assert_eq!(
        ward.refuse(MAX, import(list, json!([row, row]))),
        invalid("rows.duplicate")
    );
}

#[test]
fn a_hidden_patient_is_neither_named_nor_taken_in_by_a_sheet() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[]);
    let smith = json!({"family": "Smith", "birth_date": "1945-07-14"});
    ward.does(
        MAX,
        json!({"type": "add_patient", "list": hidden, "identity": smith}),
    );
    let patient = ward.newest_patient();
    let list = ward.default_list();
    let asks = json!({"code": "possible_duplicate", "patients": [], "hidden": true});
    assert_eq!(
        ward.refuse(MINA, import(list, json!([{"identity": smith}]))),
        asks
    );
    let same = json!([{"identity": smith, "duplicate": {"answer": "same", "patient": patient}}]);
    assert_eq!(ward.refuse(MINA, import(list, same)), not_found("patient"));
}

#[test]
fn a_sheet_that_shows_patients_to_more_people_asks_once_for_all() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[MINA]);
    let (one, other) = (
        ward.patient(MAX, hidden, "Smith"),
        ward.patient(MAX, hidden, "Jones"),
    );
    let list = ward.default_list();
    let row = |patient| json!({"identity": {"family": "X"}, "duplicate": {"answer": "same", "patient": patient}});
    let mut command = import(list, json!([row(one), row(other)]));
    assert_eq!(
        ward.refuse(MAX, command.clone()),
        json!({"code": "wider_audience", "users": [OLGA, GUS]})
    );
    command["confirm_audience"] = json!(true);
    ward.does(MAX, command);
    assert!(ward.sees_patient(OLGA, one) && ward.sees_patient(GUS, other));
}

#[test]
fn one_bad_row_stops_the_whole_sheet() {
    let ward = Ward::new();
    let list = ward.default_list();
    let place = ward.field_named("Place");
    let rows = json!([{"identity": {"family": "Smith"}}, {"identity": {"family": "Jones"}, "values": [{"field": place, "value": "x".repeat(101)}]}]);
    assert_eq!(
        ward.refuse(MAX, import(list, rows))["code"],
        "text_too_long"
    );
    assert_eq!(
        ward.refuse(
            MAX,
            import(
                list,
                json!([{"identity": {"family": "Smith"}}, {"identity": {}}])
            )
        ),
        json!({"code": "required", "what": "family"})
    );
    assert_eq!(
        ward.refuse(
            GUS,
            import(list, json!([{"identity": {"family": "Smith"}}]))
        ),
        needs("member")
    );
}
