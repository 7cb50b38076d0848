//! Patients' API as a script uses it: JSON, a bearer token, and a fresh id for each command.

use crate::http::{Connection, Head};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Somebody who is signed in.
pub(crate) struct Api {
    connection: Connection,
    pub(crate) address: String,
    pub(crate) headers: BTreeMap<String, String>,
}

impl Api {
    /// Nobody yet.
    pub(crate) async fn connect(address: &str) -> Result<Self> {
        Ok(Self {
            connection: Connection::open(address).await?,
            address: address.to_owned(),
            headers: BTreeMap::new(),
        })
    }

    pub(crate) async fn sign_in(address: &str, user: &str, password: &str) -> Result<Self> {
        let mut api = Self::connect(address).await?;
        let answer = api
            .post("/api/session", &json!({"user": user, "password": password}))
            .await?;
        let token = text(&answer, "token")?;
        api.headers
            .insert("Authorization".to_owned(), format!("Bearer {token}"));
        Ok(api)
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Value> {
        let head = Head::new("GET", path, &self.address, &self.headers);
        let body = self.connection.succeed(&head, b"").await?;
        Ok(serde_json::from_slice(body)?)
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Result<Value> {
        let head = Head::new("POST", path, &self.address, &self.headers);
        let body = self
            .connection
            .succeed(&head, body.to_string().as_bytes())
            .await?;
        if body.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_slice(body)?)
    }

    /// A command to a team.
    pub(crate) async fn command(&mut self, team: &str, command: Value) -> Result<Value> {
        let path = format!("/api/teams/{team}/commands");
        self.post(&path, &json!({"id": Uuid::now_v7(), "command": command}))
            .await
    }

    /// A command to the organization.
    pub(crate) async fn administer(&mut self, command: Value) -> Result<Value> {
        self.post(
            "/api/organization/commands",
            &json!({"id": Uuid::now_v7(), "command": command}),
        )
        .await
    }
}

/// A text of an answer.
pub(crate) fn text(answer: &Value, key: &str) -> Result<String> {
    answer
        .get(key)
        .and_then(Value::as_str)
        .map(ToOwned::to_owned)
        .with_context(|| format!("no text {key} in an answer"))
}

/// An array of an answer.
pub(crate) fn items<'a>(answer: &'a Value, key: &str) -> Result<&'a Vec<Value>> {
    answer
        .get(key)
        .and_then(Value::as_array)
        .with_context(|| format!("no array {key} in an answer"))
}
