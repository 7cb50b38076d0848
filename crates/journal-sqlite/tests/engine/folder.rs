//! Opening a data folder.

use crate::made::*;
use journal::StreamId;
use journal_sqlite::{OpenError, VerifyError, verify};
use std::fs;
use tempfile::TempDir;

#[tokio::test]
async fn a_folder_belongs_to_one_process() {
    let dir = TempDir::new().unwrap();
    let journal = open(dir.path());
    let error = try_open(dir.path()).err().unwrap();
    assert!(matches!(error, OpenError::InUse { .. }));
    let expected = format!(
        "{} is in use by another process: stop that one first",
        dir.path().display()
    );
    assert_eq!(error.to_string(), expected);
    drop(journal);
    open(dir.path());
}

#[tokio::test]
async fn a_folder_is_made_and_is_for_this_account_only() {
    use std::os::unix::fs::PermissionsExt;
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("new/data");
    let journal = open(&dir);
    change(&journal, team(1), &["a"]).await.unwrap();
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(dir.clone()), 0o700);
    for file in ["patients.db", "patients.db-wal", "patients.lock"] {
        assert_eq!(mode(dir.join(file)), 0o600, "{file}");
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let parent = TempDir::new().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "").unwrap();
    let error = try_open(&file.join("data")).err().unwrap();
    assert!(matches!(error, OpenError::Unavailable { .. }));
    assert!(error.to_string().contains(file.to_str().unwrap()));
}

#[tokio::test]
async fn a_closed_journal_leaves_one_database_file() {
    let dir = TempDir::new().unwrap();
    let journal = open(dir.path());
    change(&journal, team(1), &["a"]).await.unwrap();
    bodies(&journal, StreamId::changes(team(1))).await;
    journal.close();
    assert!(change(&journal, team(1), &["b"]).await.is_err());
    let mut files: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    files.sort();
    assert_eq!(files, ["patients.db", "patients.lock"]);
}

#[tokio::test]
async fn what_a_newer_version_has_written_is_left_alone() {
    let dir = TempDir::new().unwrap();
    open(dir.path()).close();
    let connection = rusqlite::Connection::open(dir.path().join("patients.db")).unwrap();
    connection
        .execute_batch(
            "INSERT INTO refinery_schema_history SELECT 9999, 'later', applied_on, checksum FROM refinery_schema_history",
        )
        .unwrap();
    drop(connection);
    let error = try_open(dir.path()).err().unwrap();
    assert!(matches!(error, OpenError::Newer { .. }), "{error}");
}

#[test]
fn verifying_nothing_says_so() {
    let dir = TempDir::new().unwrap();
    let error = verify(dir.path()).err().unwrap();
    assert!(matches!(error, VerifyError::Nothing { .. }));
}
