use crate::support::{Api, PASSWORD, Ward, command_id};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn administrators_see_everybody_and_others_are_refused() {
    let mut ward = Ward::begin().await;
    let refused = ward.olga.get("/api/organization").await;
    assert_eq!(refused.refusal(), (403, "not_permitted".to_owned()));
    assert_eq!(refused.json()["needs"], "administrator");
    let refused = ward
        .olga
        .administer(json!({"type": "create_user", "user": "eve", "name": "Eve"}))
        .await;
    assert_eq!(refused.refusal(), (403, "not_permitted".to_owned()));

    let mut ada = ward.sign_in("ada").await;
    let organization = ada.get("/api/organization").await.ok();
    let names = |key: &str| -> Vec<Value> {
        let all = organization[key].as_array().unwrap().iter();
        all.map(|one| one["name"].clone()).collect()
    };
    assert_eq!(
        names("users"),
        ["Ada", "Gus", "Nina", "Olga", "Oscar", "Otto", "Paul"]
    );
    assert_eq!(names("teams"), ["Ward 7"]);
    assert_eq!(organization["teams"][0]["time_zone"], "Europe/Paris");
}

#[tokio::test]
async fn everybody_finds_colleagues_in_the_directory_but_no_closed_account() {
    let mut ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let disable = json!({"type": "disable_user", "user": ward.id("paul")});
    assert_eq!(ada.administer(disable).await.status, 200);
    let directory = ward.olga.get("/api/users").await.ok();
    let users: Vec<_> = directory["users"]
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["user"].clone())
        .collect();
    assert_eq!(users, ["ada", "gus", "nina", "olga", "oscar", "otto"]);
    let mut nobody = Api::anonymous(ward.address());
    assert_eq!(nobody.get("/api/users").await.status, 401);
}

#[tokio::test]
async fn an_administrator_makes_users_and_teams() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let create = json!({"type": "create_user", "user": "vera", "name": "Vera", "language": "fr", "password": PASSWORD});
    let made = ada.administer(create.clone()).await.ok();
    assert!(made["link"].is_null(), "{made}");
    let mut vera = Api::sign_in(ward.address(), "vera", PASSWORD).await;
    let taken = ada.administer(create).await;
    assert_eq!(taken.refusal(), (409, "name_taken".to_owned()));
    assert_eq!(taken.json()["what"], "user");

    let create = json!({"type": "create_team", "name": "Service 3", "owner": made["user"], "time_zone": "Europe/Paris"});
    let team = ada.administer(create).await.ok()["team"].clone();
    let teams = vera.get("/api/teams").await.ok();
    assert_eq!(
        teams["teams"],
        json!([{"id": team, "name": "Service 3", "role": "owner"}])
    );
    let rename = json!({"type": "rename_team", "team": team, "name": "Service 4"});
    assert_eq!(ada.administer(rename).await.status, 200);
    let teams = vera.get("/api/teams").await.ok();
    assert_eq!(teams["teams"][0]["name"], "Service 4");
    // The team is not the administrator's: what is in it is not theirs to see.
    let path = format!("/api/teams/{}", team.as_str().unwrap());
    assert_eq!(
        ada.get(&path).await.refusal(),
        (404, "not_found".to_owned())
    );
    for (command, refusal) in [
        (
            json!({"type": "create_team", "name": "X", "owner": made["user"], "time_zone": "Mars/Phobos"}),
            (422, "invalid", "time_zone"),
        ),
        (
            json!({"type": "create_team", "name": " ", "owner": made["user"]}),
            (422, "required", "name"),
        ),
        (
            json!({"type": "create_team", "name": "X", "owner": command_id()}),
            (404, "not_found", "user"),
        ),
        (
            json!({"type": "create_user", "user": "v".repeat(201), "name": "V"}),
            (422, "text_too_long", "user"),
        ),
        (
            json!({"type": "create_user", "user": "a\u{0}b", "name": "V"}),
            (422, "control_character", "user"),
        ),
    ] {
        let refused = ada.administer(command.clone()).await;
        let (status, code, what) = refusal;
        assert_eq!(refused.refusal(), (status, code.to_owned()), "{command}");
        assert_eq!(refused.json()["what"], what, "{command}");
    }
}

#[tokio::test]
async fn a_weak_first_password_makes_no_user() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let weak = json!({"type": "create_user", "user": "vera", "name": "Vera", "password": "short"});
    let refused = ada.administer(weak).await;
    assert_eq!(refused.refusal(), (422, "password_refused".to_owned()));
    let create =
        json!({"type": "create_user", "user": "vera", "name": "Vera", "password": PASSWORD});
    assert_eq!(ada.administer(create).await.status, 200);
}

#[tokio::test]
async fn a_disabled_user_is_out_at_once_with_all_screens_and_in_again_when_enabled() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let mut nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    let user = ward.id("nina");
    let disable = json!({"type": "disable_user", "user": user});
    assert_eq!(ada.administer(disable).await.status, 200);
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < Duration::from_secs(5), "{after:?}");
    assert_eq!(nina.get("/api/me").await.status, 401);
    let enable = json!({"type": "enable_user", "user": user});
    assert_eq!(ada.administer(enable).await.status, 200);
    // The earlier session is over for good.
    assert_eq!(nina.get("/api/me").await.status, 401);
    Api::sign_in(ward.address(), "nina", PASSWORD).await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let user = ward.id("ada");
    for command in [
        json!({"type": "disable_user", "user": user}),
        json!({"type": "update_user", "user": user, "name": "Ada", "language": "en", "administrator": false}),
    ] {
        let refused = ada.administer(command).await;
        assert_eq!(refused.refusal(), (409, "last_administrator".to_owned()));
    }
    let promote = json!({"type": "update_user", "user": ward.id("nina"), "name": "Nina", "language": "fr", "administrator": true});
    assert_eq!(ada.administer(promote).await.status, 200);
    let disable = json!({"type": "disable_user", "user": user});
    let mut nina = ward.sign_in("nina").await;
    assert_eq!(nina.get("/api/me").await.ok()["language"], "fr");
    assert_eq!(nina.administer(disable).await.status, 200);
    assert_eq!(ada.get("/api/organization").await.status, 401);
}

#[tokio::test]
async fn the_same_command_again_has_one_effect_and_one_answer() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let id = command_id();
    let path = "/api/organization/commands";
    let create = json!({"id": id, "command": {"type": "create_user", "user": "vera", "name": "Vera", "password": PASSWORD}});
    let first = ada.post(path, &create).await.ok();
    assert_eq!(ada.post(path, &create).await.ok(), first);
    let ward = ward.restart().await;
    let mut again = Api::anonymous(ward.address());
    again.token = ada.token.take();
    assert_eq!(again.post(path, &create).await.ok(), first);
    let other = json!({"id": id, "command": {"type": "create_user", "user": "eve", "name": "Eve"}});
    let reused = again.post(path, &other).await;
    assert_eq!(reused.refusal(), (422, "command_id_reused".to_owned()));
}

#[tokio::test]
async fn a_repeated_creation_does_not_bring_an_old_password_back() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let path = "/api/organization/commands";
    let create = json!({"id": command_id(), "command": {"type": "create_user", "user": "vera", "name": "Vera", "password": PASSWORD}});
    ada.post(path, &create).await.ok();
    let mut vera = Api::sign_in(ward.address(), "vera", PASSWORD).await;
    let change = json!({"current": PASSWORD, "new": "vera chose this herself"});
    assert_eq!(vera.put("/api/me/password", &change).await.status, 204);
    ada.post(path, &create).await.ok();
    let old = json!({"user": "vera", "password": PASSWORD});
    assert_eq!(ada.post("/api/session", &old).await.status, 401);
    Api::sign_in(ward.address(), "vera", "vera chose this herself").await;
}

#[tokio::test]
async fn a_command_id_is_a_recent_uuid_of_version_7() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let rename = json!({"type": "rename_team", "team": ward.team, "name": "Ward 8"});
    let path = "/api/organization/commands";
    // 2026-01-01, by an id of version 7.
    let old = "019b7600-0000-7000-8000-000000000000";
    let answer = ada.post(path, &json!({"id": old, "command": rename})).await;
    assert_eq!(answer.refusal(), (409, "command_too_old".to_owned()));
    assert_eq!(answer.json()["days"], 7);
    for id in [
        "9f8b1a1e-4b7e-4c5a-9d6e-0a1b2c3d4e5f",
        "ffffffff-ffff-7fff-bfff-ffffffffffff",
    ] {
        let answer = ada.post(path, &json!({"id": id, "command": rename})).await;
        assert_eq!(answer.refusal(), (422, "invalid".to_owned()));
        assert_eq!(answer.json()["what"], "id");
    }
    let organization = ada.get("/api/organization").await.ok();
    assert_eq!(organization["teams"][0]["name"], "Ward 7");
}
