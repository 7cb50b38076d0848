//! What an administrator changes acts on those who are signed in, within five seconds.

use crate::support::{Api, Ward};
use serde_json::{Value, json};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(5);

async fn group(ward: &Ward, ada: &mut Api, members: &[&str]) -> Value {
    let members: Vec<_> = members.iter().map(|who| ward.id(who)).collect();
    let create = json!({"type": "create_group", "name": "Nurses", "members": members});
    let group = ada.administer(create).await.ok()["group"].clone();
    let link =
        json!({"type": "link_group_to_team", "team": ward.team, "group": group, "role": "member"});
    ada.administer(link).await.ok();
    group
}

fn rules(part: &str, value: Value) -> Value {
    let mut rules = json!({"may_use": true, "modes": ["manual", "ehr"], "installers": "members", "pinned": false, "may_export": true, "keep_on_device": false});
    rules[part] = value;
    rules
}

#[tokio::test]
async fn who_comes_into_a_group_is_in_its_teams_and_who_leaves_it_is_out_with_all_screens() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let group = group(&ward, &mut ada, &["otto"]).await;
    let mut otto = ward.sign_in("otto").await;
    let mine = otto.get("/api/teams").await.ok();
    assert_eq!(mine["teams"][0]["role"], "member");
    let mut live = ward.connect(&otto).await;
    live.open(&ward.list, None).await;
    let mut olga = ward.olga.again();
    let remove = json!({"type": "remove_member", "user": ward.id("otto")});
    let refused = olga.command(&ward.team, remove).await;
    assert_eq!(refused.refusal(), (409, "member_by_group".to_owned()));
    let leave =
        json!({"type": "change_group_members", "group": group, "remove": [ward.id("otto")]});
    ada.administer(leave).await.ok();
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < SOON, "{after:?}");
    assert_eq!(otto.get(&ward.path("")).await.status, 404);
    assert!(
        otto.get("/api/teams").await.ok()["teams"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn members_by_group_are_the_same_after_a_restart() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    group(&ward, &mut ada, &["otto", "gus"]).await;
    let ward = ward.restart().await;
    let view = ward.olga.again().get(&ward.path("")).await.ok();
    let members = view["members"].as_array().unwrap();
    let role = |who: &str| {
        let id = json!(ward.id(who));
        let member = members.iter().find(|member| member["user"] == id).unwrap();
        (member["role"].clone(), member["by_group"].clone())
    };
    assert_eq!(role("otto"), (json!("member"), json!(true)));
    assert_eq!(role("gus"), (json!("guest"), json!(false)));
}

#[tokio::test]
async fn a_policy_acts_on_open_screens_and_on_the_next_request() {
    let mut ward = Ward::begin().await;
    ward.patient("Martin").await;
    let mut ada = ward.sign_in("ada").await;
    let mut nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    let export = ward.list_path("/export?format=csv");
    assert_eq!(nina.get(&export).await.status, 200);
    let strict = json!({"type": "set_default_policy", "rules": rules("may_export", json!(false))});
    ada.administer(strict).await.ok();
    live.hear_of("me").await;
    assert_eq!(
        nina.get("/api/me").await.ok()["policy"]["may_export"],
        false
    );
    let refused = nina.get(&export).await;
    assert_eq!(refused.refusal(), (403, "policy_forbids".to_owned()));
    let closed = json!({"type": "set_default_policy", "rules": rules("may_use", json!(false))});
    ada.administer(closed).await.ok();
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < SOON, "{after:?}");
    let refused = nina.get(&ward.path("")).await;
    assert_eq!(refused.refusal(), (403, "policy_forbids".to_owned()));
}

#[tokio::test]
async fn an_administrator_appoints_an_owner_and_again_after_the_answer_was_lost() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let appoint = json!({"type": "appoint_owner", "team": ward.team, "user": ward.id("otto")});
    let body = json!({"id": crate::support::command_id(), "command": appoint});
    for _ in 0..2 {
        let answer = ada.post("/api/organization/commands", &body).await;
        assert_eq!(answer.status, 200);
    }
    let mut otto = ward.sign_in("otto").await;
    assert_eq!(otto.get(&ward.path("")).await.ok()["role"], "owner");
}
