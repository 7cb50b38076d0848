//! What RFC 7643 and RFC 7644 ask for besides.

use super::{Directory, refusal, send};
use crate::support::Api;
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn only_a_provisioning_token_opens_it_and_no_session_and_no_cookie() {
    let mut directory = Directory::begin().await;
    let nina = directory.ward.sign_in("ada").await;
    let session = nina.token().to_owned();
    let mut api = Api::anonymous(directory.ward.address());
    for path in [
        "/Users",
        "/Groups",
        "/ServiceProviderConfig",
        "/Schemas",
        "/ResourceTypes",
    ] {
        let path = format!("/scim/v2{path}");
        let answer = api.get(&path).await;
        assert_eq!(refusal(&answer), (401, String::new()));
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
        let bearer = format!("Bearer {session}");
        let answer = api
            .raw("GET", &path, &[("authorization", &bearer)], b"")
            .await;
        assert_eq!(answer.status, 401);
        let token = directory.api.token().to_owned();
        for cookie in [
            format!("__Host-session={session}"),
            format!("__Host-session={token}"),
        ] {
            let headers = [("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
            assert_eq!(api.raw("GET", &path, &headers, b"").await.status, 401);
        }
    }
    assert_eq!(directory.get("/ServiceProviderConfig").await.status, 200);
}

#[tokio::test]
async fn somebody_who_is_closed_out_is_out_of_every_session_and_live_connection_at_once() {
    let mut directory = Directory::begin().await;
    let id = directory.ward.id("nina").to_string();
    let mut first = directory.ward.sign_in("nina").await;
    let mut second = directory.ward.sign_in("nina").await;
    let mut live = directory.ward.connect(&first).await;
    live.open(&directory.ward.list.clone(), None).await;
    let close = json!([{"op": "Replace", "path": "active", "value": "False"}]);
    directory.patch(&format!("/Users/{id}"), close).await.ok();
    let (code, after) = live.end().await;
    assert_eq!(code, Some(1008));
    assert!(after < Duration::from_secs(5), "{after:?}");
    assert_eq!(first.get("/api/me").await.status, 401);
    assert_eq!(second.get("/api/me").await.status, 401);
}

#[tokio::test]
async fn the_last_administrator_cannot_be_closed_out_by_the_directory() {
    let mut directory = Directory::begin().await;
    let path = format!("/Users/{}", directory.ward.id("ada"));
    let close = json!([{"op": "replace", "value": {"active": false, "displayName": "Gone"}}]);
    let answer = directory.patch(&path, close).await;
    assert_eq!(refusal(&answer), (409, String::new()));
    let ada = directory.get(&path).await.ok();
    assert_eq!(
        (&ada["active"], &ada["displayName"]),
        (&json!(true), &json!("Ada"))
    );
}

#[tokio::test]
async fn the_directory_makes_no_administrators_and_takes_that_from_none() {
    let mut directory = Directory::begin().await;
    let user = json!({"userName": "eve", "administrator": true, "roles": [{"value": "administrator"}], "auditor": true});
    let eve = directory.send("POST", "/Users", user).await.json();
    let path = format!("/Users/{}", directory.ward.id("ada"));
    let rename = json!([{"op": "replace", "path": "displayName", "value": "Ada Adams"}, {"op": "remove", "path": "roles"}]);
    directory.patch(&path, rename).await.ok();
    let organization = directory.ward.server.service.organization();
    let eve = &organization.users[&eve["id"].as_str().unwrap().parse().unwrap()];
    assert!(!eve.administrator && !eve.auditor && !eve.discovery);
    let ada = &organization.users[&directory.ward.id("ada")];
    assert!(ada.administrator && ada.name == "Ada Adams");
}

#[tokio::test]
async fn pages_are_counted_from_one_and_keep_their_order() {
    let mut directory = Directory::begin().await;
    let all = directory.get("/Users").await.ok();
    let total = all["totalResults"].as_u64().unwrap();
    let ids = |list: &Value| -> Vec<String> {
        let users = list["Resources"].as_array().unwrap().iter();
        users
            .map(|user| user["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut paged = Vec::new();
    for start in (1..=total).step_by(2) {
        let page = directory
            .get(&format!("/Users?startIndex={start}&count=2"))
            .await
            .ok();
        assert_eq!(page["totalResults"], total);
        paged.extend(ids(&page));
    }
    assert_eq!(paged, ids(&all));
    for (query, count) in [
        ("startIndex=0&count=1", 1),
        ("startIndex=-3&count=1", 1),
        ("startIndex=99&count=5", 0),
        ("count=0", 0),
        ("count=-1", 0),
    ] {
        let page = directory.get(&format!("/Users?{query}")).await.ok();
        assert_eq!(page["itemsPerPage"], count, "{query}");
        assert_eq!(page["totalResults"], total);
    }
    let few = directory
        .get("/Users?attributes=userName,urn:ietf:params:scim:schemas:core:2.0:User:active")
        .await
        .ok();
    let mut names: Vec<_> = few["Resources"][0]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    names.sort();
    assert_eq!(names, ["active", "id", "schemas", "userName"]);
}

#[tokio::test]
async fn what_is_not_understood_is_refused_in_the_words_of_the_standard() {
    let mut directory = Directory::begin().await;
    for filter in ["userName co \"a\"", "userName eq a", "title eq \"x\"", "("] {
        let answer = directory.get(&format!("/Users?filter={filter}")).await;
        assert_eq!(
            refusal(&answer),
            (400, "invalidFilter".to_owned()),
            "{filter}"
        );
    }
    let path = format!("/Users/{}", directory.user("somebody").await);
    for (operations, kind) in [
        (json!({}), "invalidSyntax"),
        (json!([{"op": "explode"}]), "invalidSyntax"),
        (json!([{"op": "remove"}]), "noTarget"),
        (json!([{"op": "remove", "path": "userName"}]), "mutability"),
        (
            json!([{"op": "replace", "path": "userName", "value": 7}]),
            "invalidValue",
        ),
        (
            json!([{"op": "replace", "path": "userName", "value": "a\u{0}b"}]),
            "invalidValue",
        ),
        (
            json!([{"op": "replace", "path": "userName", "value": "x".repeat(300)}]),
            "invalidValue",
        ),
        (
            json!([{"op": "replace", "path": "user Name", "value": "x"}]),
            "invalidPath",
        ),
    ] {
        let answer = directory.patch(&path, operations.clone()).await;
        assert_eq!(refusal(&answer), (400, kind.to_owned()), "{operations}");
    }
    for body in [
        json!({}),
        json!({"userName": " "}),
        json!({"displayName": "Only a name"}),
    ] {
        let answer = directory.send("POST", "/Users", body).await;
        assert_eq!(refusal(&answer), (400, "invalidValue".to_owned()));
    }
    let headers = [("content-type", "application/scim+json")];
    let answer = directory
        .api
        .raw("POST", "/scim/v2/Users", &headers, b"[1]")
        .await;
    assert_eq!(refusal(&answer), (400, "invalidSyntax".to_owned()));
    let headers = [("content-type", "text/plain")];
    let answer = directory
        .api
        .raw("POST", "/scim/v2/Users", &headers, b"{}")
        .await;
    assert_eq!(answer.status, 415);
    assert_eq!(directory.get("/Nothing").await.status, 404);
    assert_eq!(
        directory
            .send("POST", "/ServiceProviderConfig", json!({}))
            .await
            .status,
        405
    );
}

#[tokio::test]
async fn values_are_kept_as_they_are_sent_and_taken_names_are_refused() {
    let mut directory = Directory::begin().await;
    for name in [
        "Zoé Ünïcode",
        "o'Neil; DROP TABLE",
        "𝔘𝔫𝔦",
        "<b>bold</b>",
        "a\\\"b",
    ] {
        let user = json!({"userName": name, "displayName": name, "externalId": name});
        let made = directory.send("POST", "/Users", user).await;
        assert_eq!(made.status, 201, "{name}: {}", made.text());
        let made = made.json();
        for attribute in ["userName", "displayName", "externalId"] {
            assert_eq!(made[attribute], name);
        }
    }
    let same = directory
        .send("POST", "/Users", json!({"userName": "OLGA"}))
        .await;
    assert_eq!(refusal(&same), (409, "uniqueness".to_owned()));
    let same = json!({"userName": "other", "externalId": "<b>bold</b>"});
    let same = directory.send("POST", "/Users", same).await;
    assert_eq!(refusal(&same), (409, "uniqueness".to_owned()));
    let closed = json!({"userName": "closed", "active": "False", "externalId": "c"});
    let closed = directory.send("POST", "/Users", closed).await;
    assert_eq!(
        (closed.status, &closed.json()["active"]),
        (201, &json!(false))
    );
}

#[tokio::test]
async fn it_says_what_it_can_and_which_attributes_it_keeps() {
    let mut directory = Directory::begin().await;
    let config = directory.get("/ServiceProviderConfig").await.ok();
    assert_eq!(config["patch"]["supported"], true);
    assert_eq!(config["bulk"]["supported"], false);
    assert_eq!(config["filter"]["supported"], true);
    let types = directory.get("/ResourceTypes").await.ok();
    assert_eq!(types["totalResults"], 2);
    let schemas = directory.get("/Schemas").await.ok();
    for (schema, of) in [("User", "/Users"), ("Group", "/Groups")] {
        let one = directory
            .get(&format!("/ResourceTypes/{schema}"))
            .await
            .ok();
        assert_eq!(one["endpoint"], of);
        let urn = one["schema"].as_str().unwrap();
        let schema = directory.get(&format!("/Schemas/{urn}")).await.ok();
        assert!(schemas["Resources"].as_array().unwrap().contains(&schema));
    }
    assert_eq!(directory.get("/Schemas/urn:none").await.status, 404);
}

#[tokio::test]
async fn nothing_of_a_patient_is_told_to_the_directory() {
    let mut directory = Directory::begin().await;
    directory.ward.patient("Sesamoid").await;
    let id = directory.group("Ward 7").await;
    for path in ["/Users", "/Groups", &format!("/Groups/{id}"), "/Schemas"] {
        assert!(!directory.get(path).await.text().contains("Sesamoid"));
    }
    let nothing = send(
        &mut directory.api,
        "GET",
        "/Users?filter=name eq \"Sesamoid\"",
        &json!({}),
    )
    .await;
    assert!(nothing.status >= 400 || nothing.json()["totalResults"] == 0);
}
