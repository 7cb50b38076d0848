//! After an fsync that failed nothing is acknowledged, and the process ends.

use crate::client::{Api, command_id};
use crate::hospital::Hospital;
use crate::process::{self, Process};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A library that fails one fsync when it is told to; None, said loudly, where there is no C compiler.
fn library(dir: &Path) -> Option<PathBuf> {
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../journal-sqlite/tests/failing_fsync.c");
    let library = dir.join("failing_fsync.so");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .status();
    match built {
        Ok(status) => {
            assert!(status.success());
            Some(library)
        }
        Err(error) => {
            println!("SKIPPED: a failing fsync: no C compiler ({error})");
            None
        }
    }
}

/// A note that was sent when, and what was answered.
struct Sent {
    at: Instant,
    id: String,
    text: String,
    status: Option<u16>,
}

async fn write(mut api: Api, path: String, patient: String, writer: usize) -> Vec<Sent> {
    let mut all = Vec::new();
    for number in 0.. {
        let text = format!("note {writer} {number}");
        let id = command_id();
        let command = json!({"type": "add_note", "patient": patient, "text": text});
        let body = json!({"id": id, "command": command}).to_string();
        let at = Instant::now();
        let headers = [("Content-Type", "application/json")];
        let answer = api.try_raw("POST", &path, &headers, body.as_bytes()).await;
        let status = answer.ok().map(|answer| answer.status);
        all.push(Sent {
            at,
            id,
            text,
            status,
        });
        if status.is_none() {
            break;
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_failed_fsync_nothing_is_acknowledged_and_the_process_ends() {
    let dir = tempfile::tempdir().unwrap();
    let Some(library) = library(dir.path()) else {
        return;
    };
    let data = dir.path().join("data");
    let word = dir.path().join("fail now");
    let mut process = Process::serve_with(
        &data,
        &[
            ("LD_PRELOAD", library.to_str().unwrap()),
            ("FAIL_FSYNC", word.to_str().unwrap()),
            ("FAIL_FSYNC_OF", "-wal"),
        ],
    );
    let hospital = Hospital::found(&process).await;
    let mut api = hospital.api(&process);
    let patient = hospital.patient(&mut api, "Martin").await;
    let writers: Vec<_> = (0..8)
        .map(|writer| {
            let path = hospital.path("/commands");
            tokio::spawn(write(api.again(), path, patient.clone(), writer))
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    std::fs::write(&word, "").unwrap();
    while word.exists() {
        tokio::time::sleep(std::time::Duration::from_micros(200)).await;
    }
    let failed = Instant::now();
    assert!(
        !process.end().success(),
        "it ended as if nothing were wrong"
    );
    let said = process.said();
    assert!(said.contains("the disk failed"), "{said}");

    let mut sent = Vec::new();
    for writer in writers {
        sent.extend(writer.await.unwrap());
    }
    let acknowledged: Vec<_> = sent.iter().filter(|one| one.status == Some(200)).collect();
    assert!(acknowledged.len() > 8, "there was no load");
    assert!(acknowledged.iter().all(|one| one.at < failed));
    for one in &sent {
        assert!(
            matches!(one.status, Some(200 | 503) | None),
            "{:?}",
            one.status
        );
    }

    let process = Process::serve(&data);
    let mut api = hospital.api(&process);
    let view = api
        .get(&hospital.path(&format!("/patients/{patient}")))
        .await
        .ok();
    let notes: Vec<_> = view["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| &note["text"])
        .collect();
    for one in acknowledged {
        let found = notes.iter().filter(|text| ***text == one.text).count();
        assert_eq!(found, 1, "{} of {}", one.text, one.id);
    }
    assert!(process.stop().success());
    let (status, said) = process::run(&["verify", "--data", data.to_str().unwrap()]);
    assert!(status.success(), "{said}");
}
