//! Groups: what of them the directory sees and changes.

use super::{Directory, refusal};
use serde_json::json;

#[tokio::test]
async fn the_operations_of_one_request_follow_each_other_and_are_done_together_or_not_at_all() {
    let mut directory = Directory::begin().await;
    let (one, two) = (directory.user("one").await, directory.user("two").await);
    let id = directory.group("Ward 7").await;
    let path = format!("/Groups/{id}");
    let follow = json!([
        {"op": "add", "path": "members", "value": [{"value": one}]},
        {"op": "remove", "path": "members"},
        {"op": "add", "value": {"members": [{"value": two}], "externalId": "seven"}},
        {"op": "replace", "path": "displayName", "value": "Ward 8"},
    ]);
    assert_eq!(directory.patch(&path, follow).await.status, 204);
    assert_eq!(directory.members(&id).await, std::slice::from_ref(&two));
    let before = directory.get(&path).await.ok();
    let other = directory.group("Ward 9").await;
    for (broken, expected) in [
        (
            json!([
                {"op": "add", "path": "members", "value": [{"value": one}]},
                {"op": "add", "path": "members", "value": [{"value": "00000000-0000-7000-8000-000000000000"}]},
            ]),
            (400, "invalidValue"),
        ),
        (
            json!([
                {"op": "add", "path": "members", "value": [{"value": one}]},
                {"op": "add", "path": "members", "value": [{"value": "u1091"}]},
            ]),
            (400, "invalidValue"),
        ),
        (
            json!([
                {"op": "add", "path": "members", "value": [{"value": one}]},
                {"op": "replace", "path": "displayName", "value": "ward 9"},
            ]),
            (409, "uniqueness"),
        ),
        (
            json!([
                {"op": "add", "path": "members", "value": [{"value": one}]},
                {"op": "remove", "path": "displayName"},
            ]),
            (400, "mutability"),
        ),
        (
            json!([
                {"op": "add", "path": "members", "value": [{"value": one}]},
                {"op": "add", "path": "members", "value": [{"value": other, "type": "Group"}]},
            ]),
            (400, "invalidValue"),
        ),
        (
            json!([
                {"op": "add", "path": "members", "value": [{"value": one}]},
                {"op": "remove", "path": "members[display eq \"one\"]"},
            ]),
            (400, "invalidPath"),
        ),
    ] {
        let answer = directory.patch(&path, broken.clone()).await;
        let (status, kind) = expected;
        assert_eq!(refusal(&answer), (status, kind.to_owned()), "{broken}");
        assert_eq!(directory.get(&path).await.ok(), before, "{broken}");
    }
}

#[tokio::test]
async fn groups_that_were_made_by_hand_are_none_of_the_directorys() {
    let mut directory = Directory::begin().await;
    let mut ada = directory.ward.sign_in("ada").await;
    let made = ada
        .administer(json!({"type": "create_group", "name": "By hand"}))
        .await
        .ok();
    let path = format!("/Groups/{}", made["group"].as_str().unwrap());
    assert_eq!(refusal(&directory.get(&path).await), (404, String::new()));
    let empty = json!([{"op": "remove", "path": "members"}]);
    assert_eq!(directory.patch(&path, empty).await.status, 404);
    assert_eq!(directory.send("DELETE", &path, json!({})).await.status, 404);
    assert_eq!(directory.get("/Groups").await.ok()["totalResults"], 0);
    let same = directory
        .send("POST", "/Groups", json!({"displayName": "BY HAND"}))
        .await;
    assert_eq!(refusal(&same), (409, "uniqueness".to_owned()));
}

#[tokio::test]
async fn who_comes_into_a_group_of_the_directory_comes_into_its_team_and_leaves_it_with_it() {
    let mut directory = Directory::begin().await;
    let team = directory.ward.team.clone();
    let id = directory.group("Ward 7").await;
    let mut ada = directory.ward.sign_in("ada").await;
    let link = json!({"type": "link_group_to_team", "team": team, "group": id, "role": "member"});
    ada.administer(link).await.ok();
    let otto = directory.ward.id("otto").to_string();
    let path = format!("/Groups/{id}");
    let add = json!([{"op": "Add", "path": "members", "value": [{"value": otto}]}]);
    assert_eq!(directory.patch(&path, add).await.status, 204);
    let mut api = directory.ward.sign_in("otto").await;
    let list = directory.ward.list_path("");
    api.get(&list).await.ok();
    let mut live = directory.ward.connect(&api).await;
    live.open(&directory.ward.list.clone(), None).await;
    let remove = json!([{"op": "Remove", "path": "members", "value": [{"value": otto}]}]);
    assert_eq!(directory.patch(&path, remove).await.status, 204);
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after.as_secs() < 5, "{after:?}");
    assert_eq!(api.get(&list).await.status, 404);
}
