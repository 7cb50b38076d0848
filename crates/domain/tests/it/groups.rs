use crate::organization::{ADMINISTRATOR, Hospital};
use crate::ward::{EVE, OLGA, not_found};
use domain::organization::decide::Actor;
use domain::team::state::Role;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_groups_members_come_and_go_and_are_users_of_the_organization() {
    let mut hospital = Hospital::new();
    let [max, mina] = ["max", "mina"].map(|name| hospital.user(name));
    let nurses = hospital.group("Nurses", &[max]);
    let change = json!({"type": "change_group_members", "group": nurses, "add": [mina], "remove": [max, OLGA]});
    hospital.does(ADMINISTRATOR, change.clone());
    hospital.does_nothing(ADMINISTRATOR, change);
    let members = |hospital: &Hospital| hospital.organization.groups[&nurses].members.clone();
    assert_eq!(members(&hospital), BTreeSet::from([mina]));
    let replace = json!({"type": "replace_group_members", "group": nurses, "members": [max, OLGA]});
    let events = hospital.ok(ADMINISTRATOR, replace.clone());
    assert_eq!(
        serde_json::to_value(&events[0]).unwrap()["removed"],
        json!([mina])
    );
    hospital.does_nothing(ADMINISTRATOR, replace);
    assert_eq!(
        hospital.refuse(json!({"type": "change_group_members", "group": nurses, "add": [EVE]})),
        not_found("user")
    );
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "delete_group", "group": nurses}),
    );
    assert_eq!(
        hospital.refuse(json!({"type": "delete_group", "group": nurses})),
        not_found("group")
    );
}

#[test]
fn group_names_and_ids_of_the_directory_are_unique() {
    let mut hospital = Hospital::new();
    hospital.does(
        Actor::System,
        json!({"type": "create_group", "name": "Nurses", "source": "scim", "external_id": "g-1"}),
    );
    assert_eq!(
        hospital.refuse(json!({"type": "create_group", "name": "NURSES"})),
        json!({"code": "name_taken", "what": "group"})
    );
    let night = hospital.group("Night", &[]);
    let update = |id: &str| json!({"type": "update_group", "group": night, "name": "Night", "external_id": id});
    assert_eq!(
        hospital.refuse(update("g-1")),
        json!({"code": "identity_taken", "what": "external_id"})
    );
    hospital.does(ADMINISTRATOR, update("g-2"));
    hospital.does_nothing(ADMINISTRATOR, update("g-2"));
}

#[test]
fn a_provider_and_the_directory_know_one_user_by_an_identity() {
    let mut hospital = Hospital::new();
    let [max, mina] = ["max", "mina"].map(|name| hospital.user(name));
    let link = |kind: &str, user| json!({"type": kind, "user": user, "issuer": "https://idp.example.org", "subject": "8f2c"});
    hospital.does(ADMINISTRATOR, link("link_identity", max));
    hospital.does_nothing(ADMINISTRATOR, link("link_identity", max));
    assert_eq!(
        hospital.refuse(link("link_identity", mina)),
        json!({"code": "identity_taken", "what": "subject"})
    );
    let found = hospital
        .organization
        .find_by_identity("https://idp.example.org", "8f2c");
    assert_eq!(found.map(|(id, _)| id), Some(max));
    let elsewhere = hospital
        .organization
        .find_by_identity("https://idp.example.org/", "8f2c");
    assert!(
        elsewhere.is_none(),
        "issuers are compared as they are written"
    );
    hospital.does(ADMINISTRATOR, link("unlink_identity", max));
    hospital.does_nothing(ADMINISTRATOR, link("unlink_identity", max));
    let known =
        |user, id: &str| json!({"type": "set_external_id", "user": user, "external_id": id});
    hospital.does(ADMINISTRATOR, known(max, "e-1"));
    assert_eq!(
        hospital.refuse(known(mina, "e-1")),
        json!({"code": "identity_taken", "what": "external_id"})
    );
    let rename = |name: &str| json!({"type": "set_sign_in_name", "user": mina, "name": name});
    assert_eq!(
        hospital.refuse(rename("MAX")),
        json!({"code": "name_taken", "what": "user"})
    );
    hospital.does(ADMINISTRATOR, rename("mina.m"));
    hospital.does_nothing(ADMINISTRATOR, rename("mina.m"));
}

#[test]
fn claims_put_somebody_into_the_groups_that_claims_feed_and_take_them_out_of_no_other() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    for (name, source, id) in [
        ("A", "claims", "c-a"),
        ("B", "claims", "c-b"),
        ("S", "scim", "c-s"),
    ] {
        hospital.does(
            Actor::System,
            json!({"type": "create_group", "name": name, "source": source, "external_id": id}),
        );
    }
    let sync =
        |ids: &[&str]| json!({"type": "sync_claimed_groups", "user": max, "external_ids": ids});
    hospital.does(Actor::System, sync(&["c-a", "c-s", "unknown"]));
    hospital.does_nothing(Actor::System, sync(&["c-a"]));
    let is_in = |hospital: &Hospital, name| {
        let (_, group) = hospital.organization.find_group_by_name(name).unwrap();
        group.members.contains(&max)
    };
    assert!(is_in(&hospital, "A") && !is_in(&hospital, "B") && !is_in(&hospital, "S"));
    hospital.does(Actor::System, sync(&["c-b"]));
    assert!(!is_in(&hospital, "A") && is_in(&hospital, "B"));
}

#[test]
fn a_teams_groups_make_their_open_accounts_members_with_the_highest_role() {
    let mut hospital = Hospital::new();
    let [max, mina] = ["max", "mina"].map(|name| hospital.user(name));
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "create_team", "name": "Ward 7", "owner": OLGA}),
    );
    let team = *hospital.organization.teams.keys().next().unwrap();
    let nurses = hospital.group("Nurses", &[max, mina]);
    let heads = hospital.group("Heads", &[mina]);
    let link = |group, role: &str| json!({"type": "link_group_to_team", "team": team, "group": group, "role": role});
    hospital.does(ADMINISTRATOR, link(nurses, "member"));
    hospital.does_nothing(ADMINISTRATOR, link(nurses, "member"));
    hospital.does(ADMINISTRATOR, link(heads, "owner"));
    let members = |hospital: &Hospital| hospital.organization.members_by_groups(team);
    assert_eq!(
        members(&hospital),
        BTreeMap::from([(max, Role::Member), (mina, Role::Owner)])
    );
    hospital.does(ADMINISTRATOR, json!({"type": "disable_user", "user": max}));
    assert_eq!(members(&hospital), BTreeMap::from([(mina, Role::Owner)]));
    let unlink = json!({"type": "unlink_group_from_team", "team": team, "group": heads});
    hospital.does(ADMINISTRATOR, unlink.clone());
    hospital.does_nothing(ADMINISTRATOR, unlink);
    assert_eq!(members(&hospital), BTreeMap::from([(mina, Role::Member)]));
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "delete_group", "group": nurses}),
    );
    assert!(members(&hospital).is_empty());
    let appoint = json!({"type": "appoint_owner", "team": team, "user": mina});
    hospital.does(ADMINISTRATOR, appoint.clone());
    hospital.does(ADMINISTRATOR, appoint);
}
