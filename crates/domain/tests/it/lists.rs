use crate::ward::*;
use domain::limits;
use serde_json::json;

const DEFAULT_LIST: &str = "default_list";

#[test]
fn a_list_shows_what_the_default_list_shows_unless_told_otherwise() {
    let mut ward = Ward::new();
    let like_default = ward.list(MAX, "Night");
    assert_eq!(
        ward.team.lists[&like_default].columns,
        ward.team.lists[&ward.default_list()].columns
    );
    let todo = ward.field_named("To do");
    ward.does(
        MAX,
        json!({"type": "create_list", "name": "Round", "columns": [todo]}),
    );
    let header = ward.team_view(MAX)["lists"]
        .as_array()
        .unwrap()
        .iter()
        .find(|l| l["name"] == "Round")
        .cloned();
    assert_eq!(header.unwrap()["columns"], json!([todo]));
}

#[test]
fn two_lists_that_one_sees_have_different_names() {
    let mut ward = Ward::new();
    ward.list(MAX, "Night");
    let taken = json!({"code": "name_taken", "what": "name"});
    assert_eq!(
        ward.refuse(MINA, json!({"type": "create_list", "name": " Night "})),
        taken
    );
    let other = ward.list(MINA, "Day");
    assert_eq!(
        ward.refuse(
            MINA,
            json!({"type": "rename_list", "list": other, "name": "Night"})
        ),
        taken
    );
    ward.does(
        MINA,
        json!({"type": "rename_list", "list": other, "name": "Night 2"}),
    );
    ward.does_nothing(
        MINA,
        json!({"type": "rename_list", "list": other, "name": "Night 2"}),
    );
}

#[test]
fn a_hidden_lists_name_is_free_for_who_does_not_see_it() {
    let mut ward = Ward::new();
    ward.limited(MAX, "VIP", &[]);
    ward.list(MINA, "VIP");
}

#[test]
fn a_name_is_there_short_enough_and_can_be_seen() {
    let ward = Ward::new();
    let create = |name: &str| json!({"type": "create_list", "name": name});
    let required = json!({"code": "required", "what": "name"});
    for nothing in ["", "  ", "\u{200b}", "\u{feff} \u{2060}", "\u{3164}"] {
        assert_eq!(ward.refuse(MAX, create(nothing)), required, "{nothing:?}");
    }
    let too_long = json!({"code": "text_too_long", "what": "name", "limit": 200, "length": 201});
    assert_eq!(ward.refuse(MAX, create(&"x".repeat(201))), too_long);
    let control = json!({"code": "control_character", "what": "name", "character": "U+0000"});
    assert_eq!(ward.refuse(MAX, create("a\0b")), control);
    assert!(ward.judge(MAX, parse(create(&"é".repeat(200)))).is_ok());
}

#[test]
fn a_deleted_list_hides_and_comes_back_with_its_patients() {
    let mut ward = Ward::new();
    let list = ward.list(MAX, "Night");
    let patient = ward.patient(MAX, list, "Smith");
    ward.does(MAX, json!({"type": "delete_list", "list": list}));
    assert!(!ward.sees_list(MAX, list));
    assert_eq!(ward.team_view(MAX)["deleted_lists"][0]["name"], "Night");
    assert_eq!(
        ward.refuse(MAX, json!({"type": "delete_list", "list": list})),
        not_found("list")
    );
    ward.does(MINA, json!({"type": "restore_list", "list": list}));
    ward.does_nothing(MINA, json!({"type": "restore_list", "list": list}));
    assert_eq!(ward.rows(list), [patient]);
}

#[test]
fn a_list_does_not_come_back_beside_one_of_its_name() {
    let mut ward = Ward::new();
    let list = ward.list(MAX, "Night");
    ward.does(MAX, json!({"type": "delete_list", "list": list}));
    ward.list(MAX, "Night");
    let taken = json!({"code": "name_taken", "what": "name"});
    assert_eq!(
        ward.refuse(MAX, json!({"type": "restore_list", "list": list})),
        taken
    );
}

#[test]
fn only_an_owner_chooses_the_default_list() {
    let mut ward = Ward::new();
    let list = ward.list(MAX, "Night");
    let choose = json!({"type": "set_default_list", "list": list});
    assert_eq!(ward.refuse(MAX, choose.clone()), needs("owner"));
    ward.does(OLGA, choose.clone());
    ward.does_nothing(OLGA, choose);
    assert_eq!(ward.default_list(), list);
}

#[test]
fn the_default_list_is_neither_deleted_nor_limited_and_no_limited_list_is_default() {
    let mut ward = Ward::new();
    let default = ward.default_list();
    let limited = ward.limited(OLGA, "VIP", &[]);
    for command in [
        json!({"type": "delete_list", "list": default}),
        json!({"type": "set_list_members", "list": default, "members": [MAX]}),
        json!({"type": "set_default_list", "list": limited}),
    ] {
        assert_eq!(ward.refuse(OLGA, command), json!({"code": DEFAULT_LIST}));
    }
    ward.does_nothing(
        OLGA,
        json!({"type": "set_list_members", "list": default, "members": null}),
    );
}

#[test]
fn a_list_is_limited_to_members_the_one_who_limits_it_among_them() {
    let mut ward = Ward::new();
    let list = ward.list(MAX, "VIP");
    let limit = |members: serde_json::Value| json!({"type": "set_list_members", "list": list, "members": members});
    assert_eq!(ward.refuse(MAX, limit(json!([EVE]))), not_found("member"));
    ward.does(MAX, limit(json!([GUS])));
    ward.does_nothing(MAX, limit(json!([GUS, MAX])));
    assert!(ward.sees_list(MAX, list) && ward.sees_list(GUS, list));
    assert!(!ward.sees_list(MINA, list) && !ward.sees_list(OLGA, list));
    assert_eq!(ward.refuse(MINA, limit(json!(null))), not_found("list"));
    ward.does(MAX, limit(json!(null)));
    assert!(ward.sees_list(MINA, list));
}

#[test]
fn an_owner_sees_a_limited_list_only_by_joining_it_and_its_members_see_that() {
    let mut ward = Ward::new();
    let list = ward.limited(MAX, "VIP", &[]);
    assert_eq!(ward.team_view(OLGA)["hidden_lists"], json!([list]));
    assert_eq!(ward.team_view(MINA)["hidden_lists"], json!([]));
    let join = json!({"type": "join_list", "list": list});
    for actor in [MINA, GUS] {
        assert_eq!(ward.refuse(actor, join.clone()), needs("owner"));
    }
    let events = ward.does(OLGA, join.clone());
    assert_eq!(names(&events), ["list_members_set"]);
    assert_eq!(events[0].subject().list, Some(list));
    assert_eq!(
        ward.team_view(MAX)["lists"][1]["members"],
        json!([OLGA, MAX])
    );
    ward.does_nothing(OLGA, join);
    let open = ward.default_list();
    ward.does_nothing(OLGA, json!({"type": "join_list", "list": open}));
    assert_eq!(
        ward.refuse(OLGA, json!({"type": "join_list", "list": user(77)})),
        not_found("list")
    );
}

#[test]
fn columns_exist_and_stand_once_and_the_place_is_shown_anyway() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let (place, todo, diagnosis) = (
        ward.field_named("Place"),
        ward.field_named("To do"),
        ward.field_named("Diagnosis"),
    );
    let columns = |fields: serde_json::Value| json!({"type": "set_list_columns", "list": list, "columns": fields});
    assert_eq!(
        ward.refuse(MAX, columns(json!([todo, todo]))),
        invalid("columns")
    );
    assert_eq!(
        ward.refuse(MAX, columns(json!([user(5)]))),
        not_found("field")
    );
    ward.does(MAX, columns(json!([todo, place, diagnosis])));
    let shown: Vec<_> = ward
        .team
        .shown_fields(&ward.team.lists[&list])
        .map(|f| f.id)
        .collect();
    assert_eq!(shown, [place, todo, diagnosis]);
    ward.does_nothing(MAX, columns(json!([todo, diagnosis])));
}

#[test]
fn an_order_is_chosen_for_everybody() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    ward.does(
        MAX,
        json!({"type": "set_list_order", "list": list, "order": "manual"}),
    );
    ward.does_nothing(
        MAX,
        json!({"type": "set_list_order", "list": list, "order": "manual"}),
    );
    assert_eq!(ward.snapshot(list)["header"]["order"], "manual");
}

#[test]
fn a_guest_changes_no_list() {
    let ward = Ward::new();
    let list = ward.default_list();
    for command in [
        json!({"type": "create_list", "name": "Mine"}),
        json!({"type": "rename_list", "list": list, "name": "Mine"}),
        json!({"type": "set_list_columns", "list": list, "columns": []}),
        json!({"type": "set_list_order", "list": list, "order": "manual"}),
        json!({"type": "set_list_members", "list": list, "members": [GUS]}),
    ] {
        assert_eq!(ward.refuse(GUS, command), needs("member"));
    }
}

#[test]
fn a_team_has_at_most_two_hundred_lists_deleted_ones_included() {
    let mut ward = Ward::new();
    let deleted = ward.list(MAX, "Deleted");
    ward.does(MAX, json!({"type": "delete_list", "list": deleted}));
    while ward.team.lists.len() < limits::LISTS {
        let name = format!("List {}", ward.team.lists.len());
        ward.list(MAX, &name);
    }
    let refusal = json!({"code": "too_many", "what": "lists", "limit": 200});
    assert_eq!(
        ward.refuse(MAX, json!({"type": "create_list", "name": "One more"})),
        refusal
    );
}
