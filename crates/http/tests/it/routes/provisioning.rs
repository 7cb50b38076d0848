use crate::support::{Api, Ward};
use domain::audit::Operation;
use journal::{Actor, Journal, Outcome, Owner, StreamId};
use serde_json::{Value, json};

const TOKENS: &str = "/api/provisioning/tokens";

#[tokio::test]
async fn an_administrator_makes_a_token_that_is_shown_once_and_revokes_it() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let made = ada.post(TOKENS, &json!({"name": " Entra ID "})).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made = made.json();
    let token = made["token"].as_str().unwrap().to_owned();
    assert_eq!(made["name"], "Entra ID");
    let mut directory = Api::anonymous(ward.address());
    directory.token = Some(token.clone());
    assert_eq!(directory.get("/scim/v2/Users").await.status, 200);
    let list = ada.get(TOKENS).await;
    assert!(!list.text().contains(&token));
    let list = list.ok();
    assert_eq!(list["tokens"][0]["id"], made["id"]);
    assert_eq!(list["tokens"][0]["by"], ward.id("ada").to_string());
    assert!(list["tokens"][0]["seen"].is_string(), "{list}");
    // It is a token of the directory, and nobody's session.
    assert_eq!(directory.get("/api/me").await.status, 401);
    let one = format!("{TOKENS}/{}", made["id"].as_str().unwrap());
    assert_eq!(ada.delete(&one).await.status, 204);
    assert_eq!(directory.get("/scim/v2/Users").await.status, 401);
    assert_eq!(ada.delete(&one).await.status, 204);
    assert_eq!(ada.get(TOKENS).await.ok(), json!({"tokens": []}));
}

#[tokio::test]
async fn tokens_are_for_administrators_and_hashed_where_they_lie() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let made = ada.post(TOKENS, &json!({"name": "Entra ID"})).await.json();
    let one = format!("{TOKENS}/{}", made["id"].as_str().unwrap());
    for who in ["olga", "nina"] {
        let mut api = ward.sign_in(who).await;
        assert_eq!(api.get(TOKENS).await.status, 403);
        assert_eq!(api.post(TOKENS, &json!({"name": "x"})).await.status, 403);
        assert_eq!(api.delete(&one).await.status, 403);
    }
    let mut nobody = Api::anonymous(ward.address());
    assert_eq!(nobody.get(TOKENS).await.status, 401);
    assert_eq!(ada.post(TOKENS, &json!({"name": " "})).await.status, 422);
    // Neither a part of an id nor an id of none revokes one.
    for other in ["0", &one[TOKENS.len() + 1..TOKENS.len() + 9]] {
        assert_eq!(ada.delete(&format!("{TOKENS}/{other}")).await.status, 204);
    }
    assert_eq!(
        ada.get(TOKENS).await.ok()["tokens"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let table = journal::Table::ProvisioningToken;
    let kept = ward.server.journal.scan_records(table, "").await.unwrap();
    let token = made["token"].as_str().unwrap();
    for (key, value) in kept {
        assert!(!key.contains(token));
        assert!(!String::from_utf8(value).unwrap().contains(token));
    }
    for _ in 1..10 {
        let more = ada.post(TOKENS, &json!({"name": "more"})).await;
        assert_eq!(more.status, 201);
    }
    let more = ada.post(TOKENS, &json!({"name": "one too many"})).await;
    assert_eq!(more.refusal(), (422, "too_many".to_owned()));
}

#[tokio::test]
async fn making_using_and_revoking_a_token_is_journalled_and_the_token_is_not() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let made = ada.post(TOKENS, &json!({"name": "Entra ID"})).await.json();
    let mut directory = Api::anonymous(ward.address());
    directory.token = Some(made["token"].as_str().unwrap().to_owned());
    let user = json!({"userName": "new", "displayName": "New"}).to_string();
    let headers = [("content-type", "application/scim+json")];
    let answer = directory
        .raw("POST", "/scim/v2/Users", &headers, user.as_bytes())
        .await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    directory.token = Some("wrong".to_owned());
    assert_eq!(directory.get("/scim/v2/Users").await.status, 401);
    let id = made["id"].as_str().unwrap();
    ada.delete(&format!("{TOKENS}/{id}")).await;
    let read = async |stream| ward.server.journal.read(stream, 0, 10_000).await.unwrap();
    let changes = read(StreamId::changes(Owner::Organization)).await;
    let header = changes.last().unwrap().header.clone().unwrap();
    assert_eq!(header.operation, Operation::UserCreate);
    assert_eq!(header.actor, Actor::Directory);
    assert_eq!(header.session.as_deref(), Some(id));
    let accesses = read(StreamId::accesses(Owner::Organization)).await;
    let found: Vec<Operation> = accesses
        .iter()
        .rev()
        .take(3)
        .map(|entry| entry.header.as_ref().unwrap().operation)
        .collect();
    let revoke = Operation::ProvisioningTokenRevoke;
    assert_eq!(found[..2], [revoke, Operation::AccessRefuse]);
    let wrong = accesses[accesses.len() - 2].header.clone().unwrap();
    let code = "wrong_token".to_owned();
    assert_eq!(wrong.outcome, Outcome::Refused { code });
    assert_eq!(wrong.actor, Actor::Anonymous);
    let token: Value = made["token"].clone();
    for entry in accesses.iter().chain(&changes) {
        let body = String::from_utf8_lossy(entry.body.as_ref().unwrap()).into_owned();
        assert!(!body.contains(token.as_str().unwrap()));
    }
}

#[tokio::test]
async fn wrong_tokens_slow_their_address_down_and_keep_no_directory_out() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let made = ada.post(TOKENS, &json!({"name": "Entra ID"})).await.json();
    let mut guesser = Api::anonymous(ward.address());
    guesser.token = Some("guess".to_owned());
    let mut last = 0;
    for _ in 0..33 {
        let answer = guesser.get("/scim/v2/Users").await;
        last = answer.status;
        if last == 429 {
            assert!(answer.header("retry-after").is_some());
        }
    }
    assert_eq!(last, 429);
    guesser.token = Some(made["token"].as_str().unwrap().to_owned());
    assert_eq!(guesser.get("/scim/v2/Users").await.status, 200);
}
