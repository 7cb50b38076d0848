//! Somebody who uses the API: JSON, a bearer token, and a fresh id for each command.

use super::http::{Answer, Connection};
use serde_json::{Value, json};
use std::io;
use uuid::Uuid;

/// Somebody, signed in or not.
pub struct Api {
    pub connection: Connection,
    pub token: Option<String>,
}

/// An id that no command had yet.
pub fn command_id() -> String {
    Uuid::now_v7().to_string()
}

impl Api {
    /// Somebody who is not signed in.
    pub fn anonymous(address: &str) -> Self {
        Self {
            connection: Connection::new(address),
            token: None,
        }
    }

    pub async fn sign_in(address: &str, user: &str, password: &str) -> Self {
        let mut api = Self::anonymous(address);
        let answer = api
            .post("/api/session", &json!({"user": user, "password": password}))
            .await;
        api.token = Some(answer.ok()["token"].as_str().unwrap().to_owned());
        api
    }

    /// The same session over a connection of its own.
    pub fn again(&self) -> Self {
        Self {
            connection: Connection::new(self.connection.address()),
            token: self.token.clone(),
        }
    }

    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap()
    }

    pub async fn try_raw(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<Answer> {
        let bearer = self.token.as_ref().map(|token| format!("Bearer {token}"));
        let mut all = headers.to_vec();
        if let Some(bearer) = &bearer {
            all.push(("Authorization", bearer));
        }
        self.connection.send(method, path, &all, body).await
    }

    pub async fn raw(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        self.try_raw(method, path, headers, body)
            .await
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    pub async fn json(&mut self, method: &str, path: &str, body: &[u8]) -> Answer {
        let headers = [("Content-Type", "application/json")];
        self.raw(method, path, &headers, body).await
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.raw("GET", path, &[], b"").await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.raw("DELETE", path, &[], b"").await
    }

    pub async fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.json("POST", path, body.to_string().as_bytes()).await
    }

    pub async fn put(&mut self, path: &str, body: &Value) -> Answer {
        self.json("PUT", path, body.to_string().as_bytes()).await
    }

    /// A command to a team under a fresh id.
    pub async fn command(&mut self, team: &str, command: Value) -> Answer {
        self.command_as(team, &command_id(), command).await
    }

    pub async fn command_as(&mut self, team: &str, id: &str, command: Value) -> Answer {
        let path = format!("/api/teams/{team}/commands");
        self.post(&path, &json!({"id": id, "command": command}))
            .await
    }

    /// A command that must succeed: its answer.
    pub async fn done(&mut self, team: &str, command: Value) -> Value {
        let answer = self.command(team, command.clone()).await;
        assert_eq!(answer.status, 200, "{command}\n{}", answer.text());
        answer.json()
    }

    /// A command to the organization under a fresh id.
    pub async fn administer(&mut self, command: Value) -> Answer {
        let body = json!({"id": command_id(), "command": command});
        self.post("/api/organization/commands", &body).await
    }

    /// A list, whole.
    pub async fn list(&mut self, team: &str, list: &str) -> Value {
        self.get(&format!("/api/teams/{team}/lists/{list}"))
            .await
            .ok()
    }
}
