use crate::ward::*;
use domain::identity::Identity;
use serde_json::{Value, json};

fn add(list: domain::ListId, identity: &Value, distinct: bool) -> Value {
    json!({"type": "add_patient", "list": list, "identity": identity, "distinct": distinct})
}

#[test]
fn the_same_number_or_the_same_name_and_birth_date_asks_for_an_answer_and_never_blocks() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let smith = json!({"family": "Smith", "given": "Ben", "birth_date": "1945-07-14", "identifiers": [{"type": "MR", "value": "12-3"}]});
    ward.does(MAX, add(list, &smith, false));
    let patient = ward.newest_patient();
    for again in [
        json!({"family": "Other", "identifiers": [{"type": "MR", "value": "123"}]}),
        json!({"family": "Other", "identifiers": [{"type": "MR", "system": "urn:hospital", "value": "123"}]}),
        json!({"family": "SMITH", "given": "bén", "birth_date": "1945-07-14"}),
    ] {
        let warning = json!({"code": "possible_duplicate", "hidden": false, "patients": [{"id": patient, "identity": smith, "lists": [list]}]});
        assert_eq!(ward.refuse(MAX, add(list, &again, false)), warning);
        assert!(ward.judge(MAX, parse(add(list, &again, true))).is_ok());
    }
    for other in [
        json!({"family": "Smith", "given": "Ben"}),
        json!({"family": "Smith", "given": "Ben", "birth_date": "1945-07-15"}),
        json!({"family": "Smith", "birth_date": "1945-07-14"}),
        json!({"family": "Other", "identifiers": [{"type": "NH", "value": "123"}]}),
    ] {
        assert!(
            ward.judge(MAX, parse(add(list, &other, false))).is_ok(),
            "{other}"
        );
    }
}

#[test]
fn a_number_of_two_known_systems_is_two_numbers() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let number =
        |system: &str| json!({"identifiers": [{"type": "MR", "system": system, "value": "123"}]});
    ward.does(MAX, add(list, &number("urn:a"), false));
    ward.does(MAX, add(list, &number("urn:b"), false));
    assert_eq!(
        ward.refuse(MAX, add(list, &number("urn:b"), false))["patients"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn of_a_hidden_patient_the_warning_says_only_that_there_is_one() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[]);
    let smith = json!({"family": "Smith", "given": "Ben", "birth_date": "1945-07-14"});
    ward.does(MAX, add(hidden, &smith, false));
    let open = ward.default_list();
    for actor in [MINA, OLGA] {
        let warning = json!({"code": "possible_duplicate", "hidden": true, "patients": []});
        assert_eq!(ward.refuse(actor, add(open, &smith, false)), warning);
    }
    ward.does(MINA, add(open, &smith, true));
    let both = ward.refuse(MINA, add(open, &smith, false));
    assert_eq!(
        (both["patients"].as_array().unwrap().len(), &both["hidden"]),
        (1, &json!(true))
    );
    let (all, none_hidden) = (ward.refuse(MAX, add(open, &smith, false)), json!(false));
    assert_eq!(
        (all["patients"].as_array().unwrap().len(), &all["hidden"]),
        (2, &none_hidden)
    );
}

#[test]
fn a_hidden_list_of_a_patient_whom_one_sees_is_not_named() {
    let mut ward = Ward::new();
    let open = ward.default_list();
    let patient = ward.patient(MAX, open, "Smith");
    let hidden = ward.limited(MAX, "VIP", &[]);
    ward.does(MAX, json!({"type": "edit_patient", "patient": patient, "identity": {"identifiers": [{"type": "MR", "value": "1"}]}, "based_on": ward.team.sequence}));
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": patient, "list": hidden}),
    );
    let warning = ward.refuse(
        MINA,
        add(
            open,
            &json!({"identifiers": [{"type": "MR", "value": "1"}]}),
            false,
        ),
    );
    assert_eq!(warning["patients"][0]["lists"], json!([open]));
}

#[test]
fn the_number_of_a_merged_record_names_the_patient_who_is_kept() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let with =
        |value: &str| json!({"family": "Smith", "identifiers": [{"type": "MR", "value": value}]});
    ward.does(MAX, add(list, &with("1"), false));
    let kept = ward.newest_patient();
    ward.does(MAX, add(list, &with("2"), false));
    let duplicate = ward.newest_patient();
    ward.does(
        MAX,
        json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate}),
    );
    let warning = ward.refuse(MAX, add(list, &with("2"), false));
    assert_eq!(
        warning["patients"],
        json!([{"id": kept, "identity": with("1"), "lists": [list]}])
    );
    let import =
        json!({"type": "import_patients", "list": list, "rows": [{"identity": with("2")}]});
    assert_eq!(ward.refuse(MAX, import)["patients"][0]["id"], json!(kept));
}

#[test]
fn who_may_be_one_person_may_be_so_seen_from_both_sides() {
    let identity = |json: Value| serde_json::from_value::<Identity>(json).unwrap();
    let named = identity(json!({"family": "Lefèvre", "given": "Zoé", "birth_date": "1945"}));
    let numbered = identity(json!({"given": "Zoé", "identifiers": [{"type": "MR", "value": "1"}]}));
    let both = identity(
        json!({"family": "LEFEVRE", "given": "ZOE", "birth_date": "1945", "identifiers": [{"type": "MR", "system": "urn:a", "value": "1"}]}),
    );
    assert!(
        named.may_be(&both)
            && both.may_be(&named)
            && numbered.may_be(&both)
            && both.may_be(&numbered)
    );
    assert!(!named.may_be(&numbered) && !numbered.may_be(&named));
}
