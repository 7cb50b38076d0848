//! The hospital's record: connecting, searching, linking, charts, columns that show it, and a record that misbehaves.

mod charts;
mod columns;
mod connecting;
mod identities;
mod keeping;
mod linking;
mod misbehaving;
mod searching;

use crate::support::Ward;
use domain::audit::Operation;
use journal::{Header, Journal, Owner, StreamId};
use serde_json::Value;

/// Everything of an operation that the team's journal holds: header and body.
async fn journalled(ward: &Ward, operation: Operation) -> Vec<(Header, Value)> {
    let owner = Owner::Team(ward.team.parse().unwrap());
    let mut found = Vec::new();
    for stream in [StreamId::changes(owner), StreamId::accesses(owner)] {
        for entry in ward.server.journal.read(stream, 0, 100_000).await.unwrap() {
            let header = entry.header.unwrap();
            if header.operation == operation {
                let body = serde_json::from_slice(entry.body.as_ref().unwrap()).unwrap();
                found.push((header, body));
            }
        }
    }
    found
}

/// Whether a text stands in a file of the server's folder, as anybody finds it who copies the disk.
fn is_on_disk(ward: &Ward, text: &str) -> bool {
    let mut folders = vec![ward.server.folder().to_owned()];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            read += bytes.len();
            if bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
            {
                return true;
            }
        }
    }
    assert!(read > 10_000, "the store was not looked at");
    false
}
