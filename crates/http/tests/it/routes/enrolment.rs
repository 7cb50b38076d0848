use crate::support::{Api, PASSWORD, Server, Ward};
use identity::EnrolmentKind;
use serde_json::{Value, json};

async fn first_link(server: &Server) -> String {
    let kind = EnrolmentKind::FirstAdministrator;
    let token = server.accounts.issue_enrolment(kind).await.unwrap();
    token.text().to_owned()
}

fn token_of(answer: &Value) -> String {
    let link = answer["link"].as_str().unwrap();
    link.strip_prefix("/welcome#").unwrap().to_owned()
}

#[tokio::test]
async fn the_first_administrator_comes_in_by_the_link_of_an_empty_server() {
    let server = Server::start().await;
    let token = first_link(&server).await;
    let mut api = Api::anonymous(&server.address);
    let inspect = json!({"token": token});
    let link = api.post("/api/enrolment/inspection", &inspect).await;
    assert_eq!(link.ok(), json!({"kind": "first_administrator"}));
    let enrol = json!({"token": token, "password": PASSWORD, "user": "ada", "name": "Ada", "language": "fr"});
    assert_eq!(api.post("/api/enrolment", &enrol).await.status, 204);
    let mut ada = Api::sign_in(&server.address, "ada", PASSWORD).await;
    let me = ada.get("/api/me").await.ok();
    assert_eq!(
        (&me["administrator"], &me["language"], &me["name"]),
        (&json!(true), &json!("fr"), &json!("Ada"))
    );
    // Once: and neither by a second link, now that somebody is there.
    let second = first_link(&server).await;
    for token in [&token, &second] {
        let again = json!({"token": token, "password": PASSWORD, "user": "eve", "name": "Eve"});
        let again = api.post("/api/enrolment", &again).await;
        assert_eq!(again.refusal(), (404, "link_not_good".to_owned()));
    }
}

#[tokio::test]
async fn a_refused_name_or_password_does_not_use_the_link_up() {
    let server = Server::start().await;
    let token = first_link(&server).await;
    let mut api = Api::anonymous(&server.address);
    let mut enrol = async |user: &str, password: &str| {
        let body = json!({"token": token, "password": password, "user": user, "name": "Ada"});
        api.post("/api/enrolment", &body).await
    };
    let refused = enrol("ada", "short").await;
    assert_eq!(refused.refusal(), (422, "password_refused".to_owned()));
    let refused = enrol(" ", PASSWORD).await;
    assert_eq!(refused.refusal(), (422, "required".to_owned()));
    assert_eq!(refused.json()["what"], "user");
    assert_eq!(enrol("ada", PASSWORD).await.status, 204);
}

#[tokio::test]
async fn a_new_user_sets_a_password_by_a_link_once() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let create = json!({"type": "create_user", "user": "vera", "name": "Vera", "language": "fr"});
    let token = token_of(&ada.administer(create).await.ok());
    let mut api = Api::anonymous(ward.address());
    let inspect = json!({"token": token});
    let link = api.post("/api/enrolment/inspection", &inspect).await.ok();
    assert_eq!(
        link,
        json!({"kind": "user", "user": "vera", "name": "Vera", "language": "fr"})
    );
    let enrol = json!({"token": token, "password": PASSWORD});
    assert_eq!(api.post("/api/enrolment", &enrol).await.status, 204);
    let used = api.post("/api/enrolment", &enrol).await;
    assert_eq!(used.refusal(), (404, "link_not_good".to_owned()));
    let used = api.post("/api/enrolment/inspection", &inspect).await;
    assert_eq!(used.refusal(), (404, "link_not_good".to_owned()));
    Api::sign_in(ward.address(), "vera", PASSWORD).await;
}

#[tokio::test]
async fn a_new_link_replaces_the_earlier_one_and_its_use_ends_the_sessions() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let mut nina = ward.sign_in("nina").await;
    let issue = json!({"type": "issue_enrolment", "user": ward.id("nina")});
    let earlier = token_of(&ada.administer(issue.clone()).await.ok());
    let newer = token_of(&ada.administer(issue).await.ok());
    let mut api = Api::anonymous(ward.address());
    let enrol = |token: &str| json!({"token": token, "password": "another long password"});
    let replaced = api.post("/api/enrolment", &enrol(&earlier)).await;
    assert_eq!(replaced.refusal(), (404, "link_not_good".to_owned()));
    // Until it is used, everything goes on.
    assert_eq!(nina.get("/api/me").await.status, 200);
    assert_eq!(api.post("/api/enrolment", &enrol(&newer)).await.status, 204);
    assert_eq!(nina.get("/api/me").await.status, 401);
    Api::sign_in(ward.address(), "nina", "another long password").await;
}

#[tokio::test]
async fn a_link_of_a_closed_account_is_not_good() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let issue = json!({"type": "issue_enrolment", "user": ward.id("nina")});
    let token = token_of(&ada.administer(issue).await.ok());
    let disable = json!({"type": "disable_user", "user": ward.id("nina")});
    assert_eq!(ada.administer(disable).await.status, 200);
    let mut api = Api::anonymous(ward.address());
    let enrol = json!({"token": token, "password": PASSWORD});
    assert_eq!(api.post("/api/enrolment", &enrol).await.status, 404);
    let invented = json!({"token": "x".repeat(43), "password": PASSWORD});
    assert_eq!(api.post("/api/enrolment", &invented).await.status, 404);
}
