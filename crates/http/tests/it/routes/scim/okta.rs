//! Bodies of Okta: its SCIM 2.0 protocol reference.

use super::{Directory, refusal};
use serde_json::json;

#[tokio::test]
async fn okta_tests_the_connection_looks_somebody_up_and_makes_them() {
    let mut okta = Directory::begin().await;
    let test = okta.get("/Users?startIndex=1&count=2").await.ok();
    assert_eq!(test["itemsPerPage"], 2);
    assert_eq!(test["startIndex"], 1);
    assert!(test["totalResults"].as_u64().unwrap() > 2);
    let filter = "/Users?filter=userName eq \"test.user@okta.local\"&startIndex=1&count=100";
    assert_eq!(okta.get(filter).await.ok()["totalResults"], 0);
    let create = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "test.user@okta.local",
        "name": {"givenName": "Test", "familyName": "User"},
        "emails": [{"primary": true, "value": "test.user@okta.local", "type": "work"}],
        "displayName": "Test User",
        "locale": "fr-FR",
        "externalId": "00ujl29u0le5T6Aj10h7",
        "groups": [],
        "password": "1mz050nq",
        "active": true,
    });
    let made = okta.send("POST", "/Users", create).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let user = made.json();
    assert!(!made.text().contains("1mz050nq"));
    assert_eq!(user["preferredLanguage"], "fr");
    assert_eq!(okta.get(filter).await.ok()["Resources"], json!([user]));
    // A password that a directory sends lets nobody in.
    let credentials = json!({"user": "test.user@okta.local", "password": "1mz050nq"});
    let mut api = crate::support::Api::anonymous(okta.ward.address());
    assert_eq!(api.post("/api/session", &credentials).await.status, 401);
}

#[tokio::test]
async fn okta_puts_a_whole_user_and_what_it_does_not_say_stays() {
    let mut okta = Directory::begin().await;
    let id = okta.user("test.user@okta.local").await;
    let path = format!("/Users/{id}");
    let put = |family: &str, active: bool| {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "id": id,
            "userName": "test.user@okta.local",
            "name": {"givenName": "Another", "middleName": "Excited", "familyName": family},
            "emails": [{"primary": true, "value": "test.user@okta.local", "type": "work", "display": "test.user@okta.local"}],
            "active": active,
            "groups": [],
            "meta": {"resourceType": "User"},
        })
    };
    for _ in 0..2 {
        let user = okta.send("PUT", &path, put("User", true)).await.ok();
        assert_eq!(user["displayName"], "Another User");
        assert_eq!(user["externalId"], "of test.user@okta.local");
    }
    let user = okta.send("PUT", &path, put("Married", false)).await.ok();
    assert_eq!(
        (&user["displayName"], &user["active"]),
        (&json!("Another Married"), &json!(false))
    );
    // A PUT that says nothing of it opens no account.
    let silent = json!({"userName": "test.user@okta.local"});
    assert_eq!(okta.send("PUT", &path, silent).await.ok()["active"], false);
}

#[tokio::test]
async fn okta_closes_and_opens_an_account_without_a_path() {
    let mut okta = Directory::begin().await;
    let path = format!("/Users/{}", okta.user("test.user@okta.local").await);
    for active in [false, false, true] {
        let operations = json!([{"op": "replace", "value": {"active": active}}]);
        let user = okta.patch(&path, operations).await.ok();
        assert_eq!(user["active"], active);
    }
}

#[tokio::test]
async fn okta_pushes_a_group_and_its_members() {
    let mut okta = Directory::begin().await;
    let (one, two) = (okta.user("one").await, okta.user("two").await);
    let create = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "displayName": "Test SCIMv2",
        "members": [],
    });
    let group = okta.send("POST", "/Groups", create).await;
    assert_eq!(group.status, 201);
    let id = group.json()["id"].as_str().unwrap().to_owned();
    let path = format!("/Groups/{id}");
    let list = okta.get("/Groups?startIndex=1&count=100").await.ok();
    assert_eq!(
        (&list["totalResults"], &list["itemsPerPage"]),
        (&json!(1), &json!(1))
    );
    // Its name is sent with each change of members, the id beside it.
    let name = json!([{"op": "replace", "value": {"id": id, "displayName": "Test SCIMv2"}}]);
    assert_eq!(okta.patch(&path, name).await.status, 204);
    let full = json!([{"op": "replace", "path": "members", "value": [
        {"value": one, "display": "one"},
        {"value": two, "display": "two"},
    ]}]);
    assert_eq!(okta.patch(&path, full).await.status, 204);
    assert_eq!(okta.members(&id).await, [one.clone(), two.clone()]);
    let change = json!([
        {"op": "remove", "path": format!("members[value eq \"{two}\"]")},
        {"op": "add", "path": "members", "value": [{"value": one, "display": "one"}]},
    ]);
    for _ in 0..2 {
        assert_eq!(okta.patch(&path, change.clone()).await.status, 204);
        assert_eq!(okta.members(&id).await, std::slice::from_ref(&one));
    }
    // App Integration Wizard apps put whole groups.
    let put = json!({"displayName": "Renamed", "members": [{"value": two, "display": "two"}]});
    let group = okta.send("PUT", &path, put).await.ok();
    assert_eq!(group["displayName"], "Renamed");
    assert_eq!(okta.members(&id).await, std::slice::from_ref(&two));
    assert_eq!(okta.send("DELETE", &path, json!({})).await.status, 204);
    assert_eq!(refusal(&okta.get(&path).await), (404, String::new()));
}
