//! A server under load, whichever it is: how an edit, the list and the live channel are asked of it.

use crate::http::Head;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

/// One request; `{id}`, `{col}`, `{val}`, `{uuid}` and `{rev}` are replaced in its body, `{id}` in its path too.
#[derive(Clone, Deserialize)]
pub(crate) struct Request {
    #[serde(default = "get")]
    pub(crate) method: String,
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) body: String,
}

fn get() -> String {
    "GET".to_owned()
}

/// The channel on which the server tells what changed.
#[derive(Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Live {
    /// WebSocket: the messages are sent, then one containing `ready` is awaited.
    Ws {
        path: String,
        #[serde(default)]
        send: Vec<String>,
        #[serde(default)]
        ready: String,
    },
    /// Server-sent events as PocketBase has them: the first event gives a `clientId`, which `then` puts to use.
    Sse { path: String, then: Request },
}

/// What the driver must know of a server, as the peers' target.json says it.
#[derive(Clone, Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
    #[serde(rename = "addr")]
    pub(crate) address: String,
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) edit: Request,
    pub(crate) list: Request,
    pub(crate) live: Live,
    #[serde(rename = "ids")]
    pub(crate) rows: Vec<String>,
    #[serde(rename = "cols")]
    pub(crate) columns: Vec<String>,
    /// Where an edit's answer has the sequence to base the next one on; empty where the server does not ask.
    #[serde(default, rename = "rev_key")]
    pub(crate) sequence_key: String,
    /// The sequence to base the first edits on.
    #[serde(default, rename = "rev0")]
    pub(crate) first_sequence: u64,
}

impl Target {
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} is no target", path.display()))
    }

    /// The head of a request that is the same every time.
    pub(crate) fn head(&self, request: &Request) -> Head {
        Head::new(&request.method, &request.path, &self.address, &self.headers)
    }
}

/// One client that edits, with cells of its own, so that no two edits conflict.
pub(crate) struct Writer {
    number: usize,
    of: usize,
    edits: usize,
    based_on: u64,
}

impl Writer {
    /// All clients for a server.
    pub(crate) fn all(target: &Target, count: usize) -> Vec<Self> {
        (0..count)
            .map(|number| Self {
                number,
                of: count,
                edits: 0,
                based_on: target.first_sequence,
            })
            .collect()
    }

    /// The next edit: its head and body.
    pub(crate) fn next_edit(&mut self, target: &Target, value: &str) -> (Head, String) {
        self.edits += 1;
        let share = target.rows.len() * target.columns.len() / self.of;
        // Knuth's multiplicative hash spreads a client's edits over its cells.
        let cell = self.edits.wrapping_mul(2_654_435_761) % share * self.of + self.number;
        let row = &target.rows[cell % target.rows.len()];
        let column = &target.columns[cell / target.rows.len() % target.columns.len()];
        let path = target.edit.path.replace("{id}", row);
        let body = target
            .edit
            .body
            .replace("{uuid}", &Uuid::now_v7().to_string())
            .replace("{rev}", &self.based_on.to_string())
            .replace("{id}", row)
            .replace("{col}", column)
            .replace("{val}", value);
        let head = Head::new(&target.edit.method, &path, &target.address, &target.headers);
        (head, body)
    }

    /// Reads from an edit's answer what the next one is based on.
    pub(crate) fn learn(&mut self, target: &Target, answer: &[u8]) -> Result<()> {
        if target.sequence_key.is_empty() {
            return Ok(());
        }
        let answer: serde_json::Value = serde_json::from_slice(answer)?;
        self.based_on = answer
            .get(&target.sequence_key)
            .and_then(serde_json::Value::as_u64)
            .with_context(|| format!("an edit's answer has no {}", target.sequence_key))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;
    use std::collections::BTreeSet;

    fn target() -> Target {
        serde_json::from_value(serde_json::json!({
            "name": "t", "addr": "127.0.0.1:1", "pids": [1], "rev_key": "sequence", "rev0": 7,
            "ids": ["r0", "r1", "r2", "r3"], "cols": ["c0", "c1"],
            "edit": {"method": "POST", "path": "/e", "body": "{id} {col} {rev} {val}"},
            "list": {"path": "/l"},
            "live": {"kind": "ws", "path": "/live", "send": ["hi"], "ready": "ok"}
        }))
        .unwrap()
    }

    #[test]
    fn no_two_writers_share_a_cell_and_all_cells_are_used() {
        let target = target();
        let mut seen = BTreeSet::new();
        for mut writer in Writer::all(&target, 2) {
            let own: BTreeSet<String> = (0..50).map(|_| writer.next_edit(&target, "v").1).collect();
            assert_eq!(own.len(), 4);
            seen.extend(own);
        }
        assert_eq!(seen.len(), 8);
    }

    #[test]
    fn an_edit_is_based_on_what_the_last_answer_said() {
        let target = target();
        let mut writer = Writer::all(&target, 1).remove(0);
        assert!(writer.next_edit(&target, "a").1.ends_with(" 7 a"));
        writer.learn(&target, br#"{"sequence": 12}"#).unwrap();
        assert!(writer.next_edit(&target, "b").1.ends_with(" 12 b"));
        assert!(writer.learn(&target, b"{}").is_err());
    }
}
