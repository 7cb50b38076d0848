//! SCIM as directories speak it: bodies are those of the vendors' documentation, with our ids in place of theirs.

mod entra;
mod groups;
mod okta;
mod protocol;
mod together;

use crate::support::{Answer, Api, Ward};
use serde_json::{Value, json};

/// A directory with a token, and the ward that it provisions.
pub struct Directory {
    pub ward: Ward,
    pub api: Api,
}

impl Directory {
    pub async fn begin() -> Self {
        let ward = Ward::begin().await;
        let mut ada = ward.sign_in("ada").await;
        let made = ada
            .post("/api/provisioning/tokens", &json!({"name": "directory"}))
            .await;
        let mut api = Api::anonymous(ward.address());
        api.token = Some(made.json()["token"].as_str().unwrap().to_owned());
        Self { ward, api }
    }

    pub async fn send(&mut self, method: &str, path: &str, body: Value) -> Answer {
        send(&mut self.api, method, path, &body).await
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let path = path.replace(' ', "%20").replace('"', "%22");
        let answer = self.api.get(&format!("/scim/v2{path}")).await;
        assert_eq!(answer.header("content-type"), Some("application/scim+json"));
        assert!(!answer.text().contains("null"), "{}", answer.text());
        answer
    }

    /// A new user: their id.
    pub async fn user(&mut self, name: &str) -> String {
        let user = json!({"userName": name, "externalId": format!("of {name}"), "active": true});
        let made = self.send("POST", "/Users", user).await;
        assert_eq!(made.status, 201, "{}", made.text());
        made.json()["id"].as_str().unwrap().to_owned()
    }

    /// A new group: its id.
    pub async fn group(&mut self, name: &str) -> String {
        let made = self
            .send("POST", "/Groups", json!({"displayName": name}))
            .await;
        assert_eq!(made.status, 201, "{}", made.text());
        made.json()["id"].as_str().unwrap().to_owned()
    }

    pub async fn patch(&mut self, path: &str, operations: Value) -> Answer {
        let schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
        let body = json!({"schemas": schemas, "Operations": operations});
        self.send("PATCH", path, body).await
    }

    /// The members of a group, by id.
    pub async fn members(&mut self, group: &str) -> Vec<String> {
        let group = self.get(&format!("/Groups/{group}")).await.ok();
        let members = group["members"].as_array().unwrap().iter();
        members
            .map(|member| member["value"].as_str().unwrap().to_owned())
            .collect()
    }
}

pub async fn send(api: &mut Api, method: &str, path: &str, body: &Value) -> Answer {
    let headers = [("content-type", "application/scim+json; charset=utf-8")];
    let path = format!("/scim/v2{path}");
    api.raw(method, &path, &headers, body.to_string().as_bytes())
        .await
}

/// The `scimType` of a refusal, with its status.
#[track_caller]
pub fn refusal(answer: &Answer) -> (u16, String) {
    let body = answer.json();
    assert_eq!(
        body["schemas"],
        json!(["urn:ietf:params:scim:api:messages:2.0:Error"])
    );
    assert_eq!(body["status"], answer.status.to_string());
    (
        answer.status,
        body["scimType"].as_str().unwrap_or("").to_owned(),
    )
}
