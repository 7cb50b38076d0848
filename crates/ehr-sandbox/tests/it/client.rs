//! A sandbox with who asks it.

use ehr_sandbox::{Clock, Options, Sandbox, Version};
use reqwest::{Response, StatusCode};
use serde_json::Value;

/// A time in the middle of nothing particular.
pub(crate) const NOON: &str = "2026-11-24T12:00:00Z";

pub(crate) struct Client {
    pub(crate) sandbox: Sandbox,
    pub(crate) base: String,
    pub(crate) http: reqwest::Client,
}

/// A sandbox of a version at noon.
pub(crate) async fn at_noon(version: Version) -> Client {
    start(Options {
        version,
        clock: Clock::Fixed(NOON.parse().unwrap()),
        ..Options::default()
    })
    .await
}

pub(crate) async fn start(options: Options) -> Client {
    let sandbox = Sandbox::start(options).await.unwrap();
    Client {
        base: sandbox.url(),
        sandbox,
        http: reqwest::Client::builder().no_proxy().build().unwrap(),
    }
}

impl Client {
    pub(crate) async fn send(&self, path: &str) -> Response {
        let url = format!("{}/{path}", self.base);
        self.http.get(url).send().await.unwrap()
    }

    pub(crate) async fn status(&self, path: &str) -> (StatusCode, Value) {
        let response = self.send(path).await;
        (response.status(), response.json().await.unwrap())
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let (status, body) = self.status(path).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub(crate) async fn resources(&self, path: &str) -> Vec<Value> {
        resources(&self.get(path).await)
    }

    pub(crate) async fn post_batch(&self, urls: &[&str]) -> Response {
        let entries: Vec<Value> = urls
            .iter()
            .map(|url| serde_json::json!({"request": {"method": "GET", "url": url}}))
            .collect();
        self.http
            .post(&self.base)
            .json(&serde_json::json!({"resourceType": "Bundle", "type": "batch", "entry": entries}))
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn batch(&self, urls: &[&str]) -> Vec<Value> {
        let body: Value = self.post_batch(urls).await.json().await.unwrap();
        assert_eq!(body["type"], "batch-response", "{body}");
        body["entry"].as_array().unwrap().clone()
    }
}

pub(crate) fn resources(bundle: &Value) -> Vec<Value> {
    assert_eq!(bundle["type"], "searchset", "{bundle}");
    bundle["entry"]
        .as_array()
        .map(|entries| {
            entries
                .iter()
                .map(|entry| entry["resource"].clone())
                .collect()
        })
        .unwrap_or_default()
}

pub(crate) fn link(bundle: &Value, relation: &str) -> Option<String> {
    bundle["link"]
        .as_array()?
        .iter()
        .find(|link| link["relation"] == relation)
        .map(|link| link["url"].as_str().unwrap().to_owned())
}

pub(crate) fn is_outcome(body: &Value) -> bool {
    body["resourceType"] == "OperationOutcome" && body["issue"][0]["severity"] == "error"
}
