use crate::ward::*;
use domain::team::membership::{ORGANIZATION, appoint_owner, follow_groups};
use domain::team::state::Role;
use domain::{UserId, team::Event};
use serde_json::json;
use std::collections::BTreeMap;

fn follow(ward: &mut Ward, wanted: &[(UserId, Role)]) -> Vec<&'static str> {
    let events = follow_groups(&ward.team, &wanted.iter().copied().collect());
    for event in &events {
        ward.apply(ORGANIZATION, event.clone());
    }
    events.iter().map(Event::type_name).collect()
}

#[test]
fn who_comes_into_a_group_is_a_member_until_they_leave_it() {
    let mut ward = Ward::new();
    assert_eq!(follow(&mut ward, &[(EVE, Role::Member)]), ["member_added"]);
    assert!(follow(&mut ward, &[(EVE, Role::Member)]).is_empty());
    assert_eq!(
        follow(&mut ward, &[(EVE, Role::Owner)]),
        ["member_role_set"]
    );
    assert_eq!(follow(&mut ward, &[]), ["member_removed"]);
    assert_eq!(ward.team.find_role(EVE), None);
}

#[test]
fn who_was_taken_in_by_hand_stays_as_they_are() {
    let mut ward = Ward::new();
    assert!(follow(&mut ward, &[(MAX, Role::Owner)]).is_empty());
    assert!(follow(&mut ward, &[]).is_empty());
    assert_eq!(ward.team.find_role(MAX), Some(Role::Member));
}

#[test]
fn an_owner_changes_the_role_of_a_member_by_group_and_does_not_take_them_out() {
    let mut ward = Ward::new();
    follow(&mut ward, &[(EVE, Role::Member)]);
    assert_eq!(
        ward.refuse(OLGA, json!({"type": "remove_member", "user": EVE})),
        json!({"code": "member_by_group"})
    );
    ward.does(
        OLGA,
        json!({"type": "set_member_role", "user": EVE, "role": "owner"}),
    );
    assert!(follow(&mut ward, &[(EVE, Role::Member)]).is_empty());
    assert_eq!(ward.team.find_role(EVE), Some(Role::Owner));
    assert_eq!(
        follow(&mut ward, &[(EVE, Role::Guest)]),
        ["member_role_set"]
    );
}

#[test]
fn the_last_owner_may_leave_by_group_and_an_administrator_appoints_another() {
    let mut ward = Ward::new();
    follow(&mut ward, &[(EVE, Role::Owner)]);
    ward.does(OLGA, json!({"type": "remove_member", "user": OLGA}));
    follow(&mut ward, &[]);
    let owners = |ward: &Ward| -> BTreeMap<UserId, Role> {
        let members = ward.team.members.iter();
        let owners = members.filter(|(_, member)| member.role == Role::Owner);
        owners.map(|(user, member)| (*user, member.role)).collect()
    };
    assert!(owners(&ward).is_empty());
    for (user, event) in [(MAX, "member_role_set"), (EVE, "member_added")] {
        let events = appoint_owner(&ward.team, user);
        assert_eq!(names(&events), [event]);
        ward.apply(ORGANIZATION, events[0].clone());
        assert!(appoint_owner(&ward.team, user).is_empty());
    }
    assert_eq!(owners(&ward).len(), 2);
}
