//! Bodies of Microsoft Entra ID: use-scim-to-provision-users-and-groups.md and application-provisioning-config-problem-scim-compatibility.md.

use super::{Directory, refusal};
use serde_json::{Value, json};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

fn new_user() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "externalId": "00aa00aa-bb11-cc22-dd33-44ee44ee44ee",
        "userName": "Test_User_00aa00aa-bb11-cc22-dd33-44ee44ee44ee",
        "active": true,
        "emails": [{"primary": true, "type": "work", "value": "Test_User@testuser.com"}],
        "meta": {"resourceType": "User"},
        "name": {"formatted": "givenName familyName", "familyName": "familyName", "givenName": "givenName"},
        "roles": [],
    })
}

#[tokio::test]
async fn entra_finds_nobody_makes_a_user_and_finds_them() {
    let mut entra = Directory::begin().await;
    let filter = "/Users?filter=userName eq \"Test_User_00aa00aa-bb11-cc22-dd33-44ee44ee44ee\"";
    let nobody = entra.get(filter).await.ok();
    assert_eq!(
        (&nobody["totalResults"], &nobody["Resources"]),
        (&json!(0), &json!([]))
    );
    let made = entra.send("POST", "/Users", new_user()).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let user = made.json();
    assert_eq!(made.header("location"), user["meta"]["location"].as_str());
    assert_eq!(
        user["userName"],
        "Test_User_00aa00aa-bb11-cc22-dd33-44ee44ee44ee"
    );
    assert_eq!(user["externalId"], "00aa00aa-bb11-cc22-dd33-44ee44ee44ee");
    assert_eq!(user["displayName"], "givenName familyName");
    assert_eq!(user["active"], true);
    // What is not kept is not answered.
    for left_out in ["emails", "name", "roles", ENTERPRISE] {
        assert!(user.get(left_out).is_none(), "{left_out}");
    }
    let id = user["id"].as_str().unwrap().to_owned();
    assert_eq!(entra.get(&format!("/Users/{id}")).await.ok(), user);
    for filter in [
        filter,
        "/Users?filter=externalId eq \"00aa00aa-bb11-cc22-dd33-44ee44ee44ee\"",
        "/Users?filter=userName Eq \"TEST_user_00aa00aa-bb11-cc22-dd33-44ee44ee44ee\"",
    ] {
        let found = entra.get(filter).await.ok();
        assert_eq!(found["totalResults"], 1, "{filter}");
        assert_eq!(found["Resources"], json!([user]));
    }
    let by_mail = "/Users?filter=emails[type eq \"work\"].value eq \"Test_User@testuser.com\"";
    assert_eq!(entra.get(by_mail).await.ok()["totalResults"], 0);
    let random = entra.get("/Users/5171a35d82074e068ce2").await;
    assert_eq!(refusal(&random), (404, String::new()));
    let unknown = entra
        .get("/Users/00000000-0000-7000-8000-000000000000")
        .await;
    assert_eq!(refusal(&unknown), (404, String::new()));
    // The same delivery again.
    let again = entra.send("POST", "/Users", new_user()).await;
    assert_eq!(refusal(&again), (409, "uniqueness".to_owned()));
}

#[tokio::test]
async fn entra_changes_a_user_with_and_without_its_flag() {
    let mut entra = Directory::begin().await;
    let made = entra.send("POST", "/Users", new_user()).await.json();
    let path = format!("/Users/{}", made["id"].as_str().unwrap());
    let without = json!([
        {"op": "Replace", "path": "displayName", "value": "Pvlo"},
        {"op": "Replace", "path": "emails[type eq \"work\"].value", "value": "TestBcwqnm@test.microsoft.com"},
        {"op": "Replace", "path": "name.givenName", "value": "Gtfd"},
        {"op": "Replace", "path": "name.familyName", "value": "Pkqf"},
        {"op": "Replace", "path": "externalId", "value": "Eqpj"},
        {"op": "Replace", "path": format!("{ENTERPRISE}:employeeNumber"), "value": "Eqpj"},
    ]);
    let changed = entra.patch(&path, without).await.ok();
    assert_eq!(
        (&changed["displayName"], &changed["externalId"]),
        (&json!("Pvlo"), &json!("Eqpj"))
    );
    let mut dotted =
        json!({"displayName": "Bjfe", "name.givenName": "Kkom", "name.familyName": "Unua"});
    dotted[format!("{ENTERPRISE}:employeeNumber")] = json!("Aklq");
    let with = json!([
        {"op": "replace", "path": "emails[type eq \"work\"].value", "value": "TestMhvaes@test.microsoft.com"},
        {"op": "replace", "value": dotted},
    ]);
    let changed = entra.patch(&path, with).await.ok();
    assert_eq!(
        (&changed["displayName"], &changed["externalId"]),
        (&json!("Bjfe"), &json!("Eqpj"))
    );
    let renamed =
        json!([{"op": "Replace", "path": "userName", "value": "5b50642d-79fc@testuser.com"}]);
    let changed = entra.patch(&path, renamed).await.ok();
    assert_eq!(changed["userName"], "5b50642d-79fc@testuser.com");
    let added = json!([{"op": "Add", "path": "nickName", "value": "Babs"}]);
    let same = entra.patch(&path, added).await.ok();
    assert_eq!(same, changed);
}

#[tokio::test]
async fn entra_closes_and_opens_an_account_however_it_writes_it() {
    let mut entra = Directory::begin().await;
    let id = entra.user("somebody").await;
    let path = format!("/Users/{id}");
    for (no, yes) in [
        (json!("False"), json!("True")),
        (json!("false"), json!("true")),
        (json!(false), json!(true)),
        (json!("0"), json!("1")),
    ] {
        for (written, active) in [(no, false), (yes, true)] {
            for _ in 0..2 {
                let set = json!([{"op": "Replace", "path": "active", "value": written}]);
                let user = entra.patch(&path, set).await.ok();
                assert_eq!(user["active"], active, "{written}");
            }
            // Also who is closed out is found.
            let found = entra
                .get("/Users?filter=userName eq \"somebody\"")
                .await
                .ok();
            assert_eq!(found["Resources"][0]["active"], active);
            assert_eq!(entra.get(&path).await.ok()["active"], active);
        }
    }
    for guess in [json!("no"), json!("closed"), json!(2), json!([])] {
        let set = json!([{"op": "Replace", "path": "active", "value": guess}]);
        let answer = entra.patch(&path, set).await;
        assert_eq!(refusal(&answer), (400, "invalidValue".to_owned()));
    }
}

#[tokio::test]
async fn entra_deletes_a_user_who_then_is_not_there_and_stays_closed_out() {
    let mut entra = Directory::begin().await;
    let id = entra.user("leaver").await;
    let path = format!("/Users/{id}");
    let close = json!([{"op": "Replace", "path": "active", "value": "False"}]);
    entra.patch(&path, close).await.ok();
    let deleted = entra.send("DELETE", &path, json!({})).await;
    assert_eq!((deleted.status, deleted.body.len()), (204, 0));
    for answer in [
        entra.get(&path).await,
        entra.send("DELETE", &path, json!({})).await,
        entra
            .patch(&path, json!([{"op": "replace", "value": {"active": true}}]))
            .await,
    ] {
        assert_eq!(refusal(&answer), (404, String::new()));
    }
    let found = entra.get("/Users?filter=userName eq \"leaver\"").await.ok();
    assert_eq!(found["totalResults"], 0);
    let organization = entra.ward.server.service.organization();
    assert!(organization.users[&id.parse().unwrap()].disabled);
}

#[tokio::test]
async fn entra_makes_a_group_fills_it_and_empties_it() {
    let mut entra = Directory::begin().await;
    let (one, two) = (entra.user("one").await, entra.user("two").await);
    let create = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group", "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
        "externalId": "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
        "displayName": "Ward 7",
        "meta": {"resourceType": "Group"},
    });
    let made = entra.send("POST", "/Groups", create.clone()).await;
    assert_eq!(made.status, 201);
    let group = made.json();
    assert_eq!(group["members"], json!([]));
    assert_eq!(group["externalId"], "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159");
    let again = entra.send("POST", "/Groups", create).await;
    assert_eq!(refusal(&again), (409, "uniqueness".to_owned()));
    let id = group["id"].as_str().unwrap().to_owned();
    let path = format!("/Groups/{id}");
    let filter = "/Groups?excludedAttributes=members&filter=displayName eq \"Ward 7\"";
    let found = entra.get(filter).await.ok();
    assert_eq!(found["totalResults"], 1);
    assert!(found["Resources"][0].get("members").is_none());
    let member = |op: &str, id: &str| json!([{"op": op, "path": "members", "value": [{"$ref": null, "value": id}]}]);
    for user in [&one, &two, &one] {
        let answer = entra.patch(&path, member("Add", user)).await;
        assert_eq!((answer.status, answer.body.len()), (204, 0));
    }
    assert_eq!(entra.members(&id).await, [one.clone(), two.clone()]);
    let asked = format!("/Groups?filter=id eq \"{id}\" and members eq \"{one}\"");
    assert_eq!(entra.get(&asked).await.ok()["totalResults"], 1);
    // By a list of values, as Entra does without its flag; and again.
    for _ in 0..2 {
        assert_eq!(entra.patch(&path, member("Remove", &one)).await.status, 204);
        assert_eq!(entra.members(&id).await, std::slice::from_ref(&two));
    }
    assert_eq!(entra.get(&asked).await.ok()["totalResults"], 0);
    // By a path, as it does with it.
    let remove = json!([{"op": "remove", "path": format!("members[value eq \"{two}\"]")}]);
    assert_eq!(entra.patch(&path, remove).await.status, 204);
    assert!(entra.members(&id).await.is_empty());
    let rename = json!([{"op": "Replace", "path": "displayName", "value": "Ward 8"}]);
    assert_eq!(entra.patch(&path, rename).await.status, 204);
    let short = entra
        .get(&format!("{path}?excludedAttributes=members"))
        .await
        .ok();
    assert_eq!(short["displayName"], "Ward 8");
    assert!(short.get("members").is_none());
    assert_eq!(entra.send("DELETE", &path, json!({})).await.status, 204);
    assert_eq!(refusal(&entra.get(&path).await), (404, String::new()));
}
