use crate::ward::*;
use serde_json::json;

#[test]
fn an_owner_takes_a_user_of_the_organization_into_the_team() {
    let mut ward = Ward::new();
    ward.does(
        OLGA,
        json!({"type": "add_member", "user": EVE, "role": "guest"}),
    );
    assert_eq!(ward.team_view(EVE)["role"], "guest");
}

#[test]
fn nobody_is_taken_in_who_has_no_account() {
    let ward = Ward::new();
    let command = json!({"type": "add_member", "user": NOBODY, "role": "member"});
    assert_eq!(ward.refuse(OLGA, command), not_found("user"));
}

#[test]
fn adding_somebody_who_is_in_already_changes_their_role_or_nothing() {
    let mut ward = Ward::new();
    ward.does_nothing(
        OLGA,
        json!({"type": "add_member", "user": MAX, "role": "member"}),
    );
    let events = ward.does(
        OLGA,
        json!({"type": "add_member", "user": MAX, "role": "owner"}),
    );
    assert_eq!(names(&events), ["member_role_set"]);
}

#[test]
fn only_owners_decide_on_members() {
    let ward = Ward::new();
    for actor in [MAX, GUS] {
        for command in [
            json!({"type": "add_member", "user": EVE, "role": "member"}),
            json!({"type": "set_member_role", "user": MAX, "role": "owner"}),
            json!({"type": "remove_member", "user": MINA}),
        ] {
            assert_eq!(ward.refuse(actor, command), needs("owner"));
        }
    }
}

#[test]
fn anybody_may_leave_a_guest_too_and_then_knows_of_no_team() {
    let mut ward = Ward::new();
    for leaver in [MAX, GUS] {
        ward.does(leaver, json!({"type": "remove_member", "user": leaver}));
        let command = json!({"type": "create_list", "name": "Mine"});
        assert_eq!(ward.refuse(leaver, command), not_found("team"));
    }
}

#[test]
fn the_last_owner_neither_leaves_nor_steps_down() {
    let mut ward = Ward::new();
    let leave = json!({"type": "remove_member", "user": OLGA});
    let step_down = json!({"type": "set_member_role", "user": OLGA, "role": "member"});
    let demote = json!({"type": "add_member", "user": OLGA, "role": "guest"});
    for command in [&leave, &step_down, &demote] {
        assert_eq!(
            ward.refuse(OLGA, command.clone()),
            json!({"code": "last_owner"})
        );
    }
    ward.does(
        OLGA,
        json!({"type": "set_member_role", "user": MAX, "role": "owner"}),
    );
    ward.does(OLGA, step_down);
    assert_eq!(
        ward.refuse(
            OLGA,
            json!({"type": "lock_field", "field": ward.field_named("To do"), "locked": true})
        ),
        needs("owner")
    );
}

#[test]
fn a_role_is_set_for_members_only_and_once() {
    let mut ward = Ward::new();
    let command = |user, role| json!({"type": "set_member_role", "user": user, "role": role});
    assert_eq!(
        ward.refuse(OLGA, command(EVE, "member")),
        not_found("member")
    );
    ward.does_nothing(OLGA, command(MAX, "member"));
    ward.does(OLGA, command(MAX, "guest"));
    assert_eq!(
        ward.refuse(OLGA, json!({"type": "remove_member", "user": EVE})),
        not_found("member")
    );
}

#[test]
fn who_left_loses_the_limited_lists_and_does_not_get_them_back_by_returning() {
    let mut ward = Ward::new();
    let list = ward.limited(MINA, "Research", &[MAX]);
    assert!(ward.sees_list(MAX, list));
    ward.does(OLGA, json!({"type": "remove_member", "user": MAX}));
    ward.does(
        OLGA,
        json!({"type": "add_member", "user": MAX, "role": "member"}),
    );
    assert!(!ward.sees_list(MAX, list));
    assert!(ward.sees_list(MINA, list));
}

#[test]
fn who_left_is_named_beside_what_they_did_until_they_return() {
    let mut ward = Ward::new();
    ward.does(OLGA, json!({"type": "remove_member", "user": MAX}));
    let former = json!([{"user": MAX, "name": format!("name of {MAX}")}]);
    assert_eq!(ward.team_view(OLGA)["former_members"], former);
    ward.does(
        OLGA,
        json!({"type": "add_member", "user": MAX, "role": "member"}),
    );
    assert_eq!(ward.team_view(OLGA)["former_members"], json!([]));
}

#[test]
fn a_team_has_at_most_a_thousand_members() {
    let mut ward = Ward::new();
    let mut number = 10_000;
    while ward.team.members.len() < domain::limits::MEMBERS {
        number += 1;
        ward.does(
            OLGA,
            json!({"type": "add_member", "user": user(number), "role": "guest"}),
        );
    }
    let one_more = json!({"type": "add_member", "user": EVE, "role": "guest"});
    let refusal = json!({"code": "too_many", "what": "members", "limit": 1000});
    assert_eq!(ward.refuse(OLGA, one_more), refusal);
}

#[test]
fn before_the_app_is_installed_there_are_members_and_nothing_else() {
    let mut ward = Ward::founded();
    ward.does(
        OLGA,
        json!({"type": "add_member", "user": MAX, "role": "member"}),
    );
    let command = json!({"type": "create_list", "name": "Ward"});
    assert_eq!(ward.refuse(MAX, command), json!({"code": "not_installed"}));
    let install = json!({"type": "install_app", "mode": "manual"});
    let events = ward.does(MAX, install.clone());
    assert_eq!(
        names(&events),
        [
            "app_installed",
            "schema_created",
            "list_created",
            "default_list_set"
        ]
    );
    assert_eq!(
        ward.refuse(OLGA, install),
        json!({"code": "already_installed"})
    );
}

#[test]
fn a_guest_does_not_install() {
    let mut ward = Ward::founded();
    ward.does(
        OLGA,
        json!({"type": "add_member", "user": GUS, "role": "guest"}),
    );
    assert_eq!(
        ward.refuse(GUS, json!({"type": "install_app", "mode": "manual"})),
        needs("member")
    );
}

#[test]
fn owners_choose_the_time_zone_of_the_teams_days() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let set = |zone: &str| json!({"type": "set_time_zone", "time_zone": zone});
    for actor in [MAX, GUS] {
        assert_eq!(ward.refuse(actor, set("Europe/Paris")), needs("owner"));
    }
    for wrong in ["", "Paris", "Etc/Unknown", "UTC+2"] {
        assert_eq!(
            ward.refuse(OLGA, set(wrong)),
            invalid("time_zone"),
            "{wrong}"
        );
    }
    ward.does_nothing(OLGA, set("europe/zurich"));
    let before = ward.team.lists[&list].version;
    let events = ward.does(OLGA, set("europe/paris"));
    assert_eq!(names(&events), ["time_zone_set"]);
    assert_eq!(ward.team_view(GUS)["time_zone"], "Europe/Paris");
    // Whoever has a list open hears of it.
    assert_eq!(ward.team.lists[&list].version, before + 1);
}
