//! A disk that fails an fsync: a library in front of the C library does it to a process of its own.

use crate::{child, made::*};
use journal::{AppendError, Journal, StreamId, WriteError};
use journal_sqlite::verify;
use std::{fs, path::Path, process::Command, time::Duration};
use tempfile::TempDir;

const COMMAND: &str = "FAIL_FSYNC";

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

#[tokio::test]
async fn after_a_failed_fsync_nothing_is_acknowledged() {
    let dir = TempDir::new().unwrap();
    let data = dir.path().join("data");
    let output = child::child("fsync::meets_a_failing_fsync", &data)
        .env("LD_PRELOAD", build_library(dir.path()))
        .env(COMMAND, dir.path().join("fail-now"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("stopped as it should"), "{said}");

    let journal = open(&data);
    let read = bodies(&journal, StreamId::changes(team(1))).await;
    assert_eq!(read[..2], ["acknowledged", "acknowledged too"]);
    // Of what failed it is unknown whether it is there; what was asked after it is not.
    assert!(
        matches!(&read[2..], [] | [_]) && !read.contains(&"later".to_owned()),
        "{read:?}"
    );
    journal.close();
    assert!(verify(&data).unwrap().is_sound());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a failing fsync: after_a_failed_fsync_nothing_is_acknowledged runs it"]
async fn meets_a_failing_fsync() {
    let journal = open(&child::dir());
    change(&journal, team(1), &["acknowledged"]).await.unwrap();
    change(&journal, team(1), &["acknowledged too"])
        .await
        .unwrap();
    fs::write(std::env::var(COMMAND).unwrap(), "").unwrap();
    let failed = change(&journal, team(1), &["fails"]).await;
    assert!(matches!(failed, Err(AppendError::Stopped)), "{failed:?}");
    assert!(
        !Path::new(&std::env::var(COMMAND).unwrap()).exists(),
        "the fsync did not fail"
    );
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
