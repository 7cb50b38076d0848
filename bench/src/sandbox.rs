//! A FHIR server of made-up patients as a process of ours, and its controls.

use crate::http::{Connection, Head};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running `patients ehr-sandbox`; killed when dropped.
pub(crate) struct Sandbox {
    child: Child,
    /// Its FHIR base.
    pub(crate) url: String,
    address: String,
}

impl Sandbox {
    pub(crate) fn start(binary: &Path, patients: usize) -> Result<Self> {
        let mut child = Command::new(binary)
            .args(["ehr-sandbox", "--listen", "127.0.0.1:0", "--patients"])
            .arg(patients.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let output = child.stdout.take().context("no output")?;
        let mut url = String::new();
        BufReader::new(output).read_line(&mut url)?;
        let url = url.trim().to_owned();
        let address = url
            .strip_prefix("http://")
            .and_then(|rest| rest.split('/').next())
            .with_context(|| format!("`{url}` is no address of a sandbox"))?
            .to_owned();
        Ok(Self {
            child,
            url,
            address,
        })
    }

    /// The record's ids of its patients.
    pub(crate) async fn patients(&self) -> Result<Vec<String>> {
        let body = self.ask("GET", "/sandbox/patients", "").await?;
        let body: Value = serde_json::from_slice(&body)?;
        let patients = body.as_array().or_else(|| body["patients"].as_array());
        let ids = patients.context("no patients")?.iter();
        Ok(ids
            .filter_map(|patient| patient["id"].as_str().map(ToOwned::to_owned))
            .collect())
    }

    pub(crate) async fn set_fault(&self, fault: &str) -> Result<()> {
        self.ask("PUT", "/sandbox/fault", fault).await.map(|_| ())
    }

    pub(crate) async fn clear_faults(&self) -> Result<()> {
        self.ask("DELETE", "/sandbox/fault", "").await.map(|_| ())
    }

    pub(crate) async fn reset_counts(&self) -> Result<()> {
        self.ask("DELETE", "/sandbox/counts", "").await.map(|_| ())
    }

    /// The most requests that it served at the same time.
    pub(crate) async fn most_at_once(&self) -> Result<f64> {
        let body = self.ask("GET", "/sandbox/counts", "").await?;
        let body: Value = serde_json::from_slice(&body)?;
        body["most_at_once"].as_f64().context("no most_at_once")
    }

    async fn ask(&self, method: &str, path: &str, body: &str) -> Result<Vec<u8>> {
        let head = Head::new(method, path, &self.address, &BTreeMap::new());
        let mut connection = Connection::open(&self.address).await?;
        Ok(connection.succeed(&head, body.as_bytes()).await?.to_vec())
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // Both fail only where the process has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
