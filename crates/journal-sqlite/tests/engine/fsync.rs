//! A disk that fails an fsync: a library in front of the C library does it to a process of its own.

use crate::{child, made::*};
use journal::{AppendError, Journal, StreamId, WriteError};
use journal_sqlite::{SqliteJournal, verify};
use std::{fs, path::Path, process::Command, time::Duration};
use tempfile::TempDir;

const COMMAND: &str = "FAIL_FSYNC";
const FILE: &str = "FAIL_FSYNC_OF";

fn build_library(dir: &Path) -> std::path::PathBuf {
    let library = dir.join("failing_fsync.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/failing_fsync.c");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", source, "-o"])
        .arg(&library)
        .status()
        .expect("a C compiler, which SQLite needs too");
    assert!(built.success());
    library
}

/// Runs the ignored test `name` with a disk that fails an fsync of a file.
fn run(name: &str, dir: &Path, file: &str) -> std::path::PathBuf {
    let data = dir.join("data");
    let output = child::child(name, &data)
        .env("LD_PRELOAD", build_library(dir))
        .env(COMMAND, dir.join("fail-now"))
        .env(FILE, file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("stopped as it should"), "{said}");
    data
}

fn fail_next_fsync() {
    fs::write(std::env::var(COMMAND).unwrap(), "").unwrap();
}

async fn assert_stopped(journal: SqliteJournal) {
    let command = std::env::var(COMMAND).unwrap();
    assert!(!Path::new(&command).exists(), "the fsync did not fail");
    // The next fsync would succeed.
    let later = change(&journal, team(2), &["later"]).await;
    assert!(matches!(later, Err(AppendError::Stopped)), "{later:?}");
    let put = journal.put_records(Vec::new()).await;
    assert!(matches!(put, Err(WriteError::Stopped)), "{put:?}");
    tokio::time::timeout(Duration::from_secs(5), journal.stopped())
        .await
        .expect("the process is told to end");
    drop(journal);
    println!("stopped as it should");
}

#[tokio::test]
async fn after_a_failed_fsync_nothing_is_acknowledged() {
    let dir = TempDir::new().unwrap();
    let data = run("fsync::meets_a_failing_fsync", dir.path(), "-wal");
    let journal = open(&data);
    let read = bodies(&journal, StreamId::changes(team(1))).await;
    assert_eq!(read[..2], ["acknowledged", "acknowledged too"]);
    // Of what failed it is unknown whether it is there; what was asked after it is not.
    assert!(matches!(&read[2..], [] | [_]), "{read:?}");
    assert_eq!(journal.head(StreamId::changes(team(2))).await.unwrap(), 0);
    journal.close();
    assert!(verify(&data).unwrap().is_sound());
}

#[tokio::test(flavor = "multi_thread")]
async fn meets_a_failing_fsync() {
    // needs a failing fsync: after_a_failed_fsync_nothing_is_acknowledged runs it.
    if !child::is_child() {
        return;
    }
    let journal = open(&child::dir());
    for body in ["acknowledged", "acknowledged too"] {
        change(&journal, team(1), &[body]).await.unwrap();
    }
    fail_next_fsync();
    let failed = change(&journal, team(1), &["fails"]).await;
    assert!(matches!(failed, Err(AppendError::Stopped)), "{failed:?}");
    assert_stopped(journal).await;
}

#[tokio::test]
async fn a_failed_fsync_while_the_log_is_copied_stops_it_too() {
    let dir = TempDir::new().unwrap();
    let data = run("fsync::copies_to_a_failing_disk", dir.path(), "patients.db");
    let journal = open(&data);
    let acknowledged = fs::read_to_string(data.join("acknowledged")).unwrap();
    let head = journal.head(StreamId::changes(team(1))).await.unwrap();
    assert!(
        head >= acknowledged.parse().unwrap(),
        "{head} of {acknowledged}"
    );
    journal.close();
    assert!(verify(&data).unwrap().is_sound());
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_to_a_failing_disk() {
    // needs a failing fsync: a_failed_fsync_while_the_log_is_copied_stops_it_too runs it.
    if !child::is_child() {
        return;
    }
    let journal = open(&child::dir());
    let body = "x".repeat(100_000);
    fail_next_fsync();
    let mut acknowledged = 0;
    // Enough for the log to be copied several times.
    while acknowledged < 1000 {
        match change(&journal, team(1), &[&body]).await {
            Ok(appended) => acknowledged = appended.changes_head,
            Err(AppendError::Stopped) => break,
            Err(error) => panic!("{error}"),
        }
    }
    assert!(acknowledged > 10, "it stopped before the log was copied");
    fs::write(child::dir().join("acknowledged"), acknowledged.to_string()).unwrap();
    assert_stopped(journal).await;
}
