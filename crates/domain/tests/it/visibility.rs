use crate::ward::*;
use serde_json::json;

#[test]
fn who_sees_one_list_a_patient_is_on_sees_the_patient_whole_but_not_the_other_lists() {
    let mut ward = Ward::new();
    let (open, hidden) = (ward.default_list(), ward.limited(MAX, "VIP", &[]));
    let patient = ward.patient(MAX, open, "Smith");
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": patient, "list": hidden}),
    );
    let view = ward.patient_view(MINA, patient);
    assert_eq!(view["lists"], json!([open]));
    for reader in [MINA, GUS, OLGA] {
        assert!(!ward.sees_list(reader, hidden));
        assert!(!ward.team_view(reader)["lists"].to_string().contains("VIP"));
    }
    assert_eq!(
        ward.refuse(
            MINA,
            json!({"type": "rename_list", "list": hidden, "name": "X"})
        ),
        not_found("list")
    );
    assert_eq!(
        ward.refuse(
            MINA,
            json!({"type": "add_patient_to_list", "patient": patient, "list": hidden})
        ),
        not_found("list")
    );
    assert_eq!(
        ward.refuse(
            MINA,
            json!({"type": "move_patient", "patient": patient, "from": hidden, "to": open})
        ),
        not_found("list")
    );
    assert_eq!(
        ward.refuse(MINA, json!({"type": "restore_list", "list": hidden})),
        not_found("list")
    );
}

#[test]
fn a_patient_of_limited_lists_only_is_not_there_for_others_owners_included() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[]);
    let patient = ward.patient(MAX, hidden, "Smith");
    for reader in [OLGA, MINA] {
        assert!(!ward.sees_patient(reader, patient));
        assert_eq!(
            ward.refuse(
                reader,
                json!({"type": "add_note", "patient": patient, "text": "X"})
            ),
            not_found("patient")
        );
        assert_eq!(ward.refuse(reader, json!({"type": "add_patient_to_list", "patient": patient, "list": ward.default_list()})), not_found("patient"));
    }
    ward.does(OLGA, json!({"type": "join_list", "list": hidden}));
    assert!(ward.sees_patient(OLGA, patient));
}

#[test]
fn putting_a_patient_of_a_limited_list_where_more_see_them_asks_and_names_who() {
    let mut ward = Ward::new();
    let (open, hidden) = (ward.default_list(), ward.limited(MAX, "VIP", &[MINA]));
    let patient = ward.patient(MAX, hidden, "Smith");
    let asks = json!({"code": "wider_audience", "users": [OLGA, GUS]});
    let mut add = json!({"type": "add_patient_to_list", "patient": patient, "list": open});
    let mut move_there =
        json!({"type": "move_patient", "patient": patient, "from": hidden, "to": open});
    assert_eq!(ward.refuse(MAX, add.clone()), asks);
    assert_eq!(ward.refuse(MAX, move_there.clone()), asks);
    move_there["confirm_audience"] = json!(true);
    assert!(ward.judge(MAX, parse(move_there)).is_ok());
    add["confirm_audience"] = json!(true);
    ward.does(MAX, add);
    assert!(ward.sees_patient(GUS, patient));
}

#[test]
fn nothing_is_asked_where_nobody_sees_more() {
    let mut ward = Ward::new();
    let (open, hidden) = (ward.default_list(), ward.limited(MAX, "VIP", &[]));
    let narrower = ward.limited(MAX, "Mine", &[]);
    let patient = ward.patient(MAX, open, "Smith");
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": patient, "list": hidden}),
    );
    let second = ward.patient(MAX, hidden, "Jones");
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": second, "list": narrower}),
    );
}

#[test]
fn a_patient_on_no_list_is_seen_by_owners_and_by_who_took_them_off() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let patient = ward.patient(MAX, list, "Smith");
    ward.does(
        MAX,
        json!({"type": "remove_patient_from_list", "patient": patient, "list": list}),
    );
    let sees =
        |ward: &Ward| [OLGA, MAX, MINA, GUS].map(|reader| ward.sees_patient(reader, patient));
    assert_eq!(sees(&ward), [true, true, false, false]);
    ward.does(
        OLGA,
        json!({"type": "set_member_role", "user": MINA, "role": "owner"}),
    );
    assert_eq!(sees(&ward), [true, true, true, false]);
}

#[test]
fn deleting_a_limited_list_does_not_show_its_patients_to_others() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[MINA]);
    let patient = ward.patient(MAX, hidden, "Smith");
    ward.does(MAX, json!({"type": "delete_list", "list": hidden}));
    assert!(!ward.sees_patient(OLGA, patient));
    assert!(!ward.team_view(OLGA).to_string().contains("VIP"));
    ward.does(MINA, json!({"type": "restore_list", "list": hidden}));
    assert!(ward.sees_patient(MINA, patient));
}

#[test]
fn who_took_a_patient_off_an_open_list_does_not_see_them_on_a_limited_one() {
    let mut ward = Ward::new();
    let (open, hidden) = (ward.default_list(), ward.limited(MAX, "VIP", &[]));
    let patient = ward.patient(MAX, open, "Smith");
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": patient, "list": hidden}),
    );
    ward.does(
        MINA,
        json!({"type": "remove_patient_from_list", "patient": patient, "list": open}),
    );
    assert!(!ward.sees_patient(MINA, patient) && !ward.sees_patient(OLGA, patient));
    assert_eq!(
        ward.refuse(
            MINA,
            json!({"type": "reorder_patient", "list": open, "patient": patient, "after": null})
        ),
        not_found("patient")
    );
}

#[test]
fn a_patient_of_a_deleted_open_list_is_not_lost() {
    let mut ward = Ward::new();
    let list = ward.list(MAX, "Night");
    let patient = ward.patient(MAX, list, "Smith");
    ward.does(MAX, json!({"type": "delete_list", "list": list}));
    assert!(ward.sees_patient(OLGA, patient) && !ward.sees_patient(MINA, patient));
    ward.does(
        OLGA,
        json!({"type": "add_patient_to_list", "patient": patient, "list": ward.default_list()}),
    );
    assert!(ward.sees_patient(GUS, patient));
}

#[test]
fn who_is_taken_off_a_limited_list_sees_its_patients_no_more() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[MINA]);
    let patient = ward.patient(MINA, hidden, "Smith");
    ward.does(
        MAX,
        json!({"type": "set_list_members", "list": hidden, "members": [MAX]}),
    );
    assert!(!ward.sees_patient(MINA, patient));
    assert_eq!(ward.refuse(MINA, json!({"type": "undo_value", "patient": patient, "field": ward.field_named("Diagnosis")})), not_found("patient"));
}

#[test]
fn a_list_whose_members_all_left_is_found_again_by_an_owner() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[]);
    ward.does(OLGA, json!({"type": "remove_member", "user": MAX}));
    assert_eq!(ward.team_view(OLGA)["hidden_lists"], json!([hidden]));
    ward.does(OLGA, json!({"type": "join_list", "list": hidden}));
    assert!(ward.sees_list(OLGA, hidden));
}

#[test]
fn a_deleted_list_whose_members_all_left_is_found_and_restored_by_an_owner_who_adds_themselves() {
    let mut ward = Ward::new();
    let hidden = ward.limited(MAX, "VIP", &[GUS]);
    let patient = ward.patient(MAX, hidden, "Smith");
    ward.does(MAX, json!({"type": "delete_list", "list": hidden}));
    ward.does(OLGA, json!({"type": "remove_member", "user": MAX}));
    // A guest, who could not restore it, may be left.
    let found = ward.team_view(OLGA);
    assert_eq!(found["hidden_deleted_lists"], json!([hidden]));
    assert_eq!(found["hidden_lists"], json!([]));
    assert!(!found.to_string().contains("VIP"));
    assert_eq!(ward.team_view(MINA)["hidden_deleted_lists"], json!([]));
    let restore = json!({"type": "restore_list", "list": hidden});
    assert_eq!(ward.refuse(OLGA, restore.clone()), not_found("list"));
    assert!(!ward.sees_patient(OLGA, patient));

    let events = ward.does(OLGA, json!({"type": "join_list", "list": hidden}));
    assert_eq!(names(&events), ["list_members_set"]);
    let joined = ward.team_view(OLGA);
    assert_eq!(joined["hidden_deleted_lists"], json!([]));
    assert_eq!(joined["deleted_lists"][0]["name"], "VIP");
    ward.does(OLGA, restore);
    assert!(ward.sees_list(OLGA, hidden) && ward.sees_patient(OLGA, patient));
    assert!(!ward.sees_list(MINA, hidden));
    assert_eq!(
        ward.team_view(GUS)["lists"][1]["members"],
        json!([OLGA, GUS])
    );
}

#[test]
fn somebody_outside_the_team_finds_no_team() {
    let ward = Ward::new();
    for command in [
        json!({"type": "create_list", "name": "X"}),
        json!({"type": "install_app", "mode": "manual"}),
        json!({"type": "remove_member", "user": EVE}),
    ] {
        assert_eq!(ward.refuse(EVE, command), not_found("team"));
    }
    assert!(!ward.sees_list(EVE, ward.default_list()));
}
