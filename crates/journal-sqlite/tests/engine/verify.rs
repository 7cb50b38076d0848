//! Checking a data folder from outside.

use crate::made::*;
use journal::{Flaw, Part, Record, StreamId};
use journal_sqlite::verify;
use rusqlite::Connection;
use std::fs;
use tempfile::TempDir;

async fn filled() -> TempDir {
    let dir = TempDir::new().unwrap();
    let journal = open(dir.path());
    for number in 1..=3 {
        change(&journal, team(number), &["a", "b", "c"])
            .await
            .unwrap();
    }
    journal.close();
    dir
}

fn sql(dir: &TempDir, sql: &str) {
    let connection = Connection::open(dir.path().join("patients.db")).unwrap();
    connection.execute_batch(sql).unwrap();
}

#[tokio::test]
async fn a_sound_folder_is_sound() {
    let dir = filled().await;
    let report = verify(dir.path()).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!((report.streams, report.entries), (3, 9));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_in_use_is_checked_with_what_was_just_written() {
    let dir = filled().await;
    let journal = open(dir.path());
    change(&journal, team(4), &["new"]).await.unwrap();
    let mut entries = 10;
    for _ in 0..20 {
        change(&journal, team(4), &["more"; 300]).await.unwrap();
        entries += 300;
        let report = verify(dir.path()).unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert_eq!((report.streams, report.entries), (4, entries));
    }
}

#[tokio::test]
async fn a_copy_taken_without_its_log_is_checked_too() {
    let dir = filled().await;
    let copy = TempDir::new().unwrap();
    fs::copy(
        dir.path().join("patients.db"),
        copy.path().join("patients.db"),
    )
    .unwrap();
    let report = verify(copy.path()).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(report.entries, 9);
}

#[tokio::test]
async fn each_tampering_is_found_with_its_place() {
    let cut = Flaw::Missing;
    let elsewhere = || Flaw::Storage("the lookup names another place".to_owned());
    for (change, sequence, what) in [
        (
            "DELETE FROM journal WHERE position = 5",
            2,
            Flaw::Sequence { found: 3 },
        ),
        ("DELETE FROM journal WHERE position = 6", 3, cut),
        (
            "UPDATE journal SET record = substr(record, 1, length(record) - 1) WHERE position = 5",
            2,
            Flaw::Hash,
        ),
        (
            "UPDATE journal SET hash = x'00' WHERE position = 5",
            2,
            Flaw::Hash,
        ),
        (
            "INSERT INTO journal SELECT 100, stream, sequence, hash, record FROM journal WHERE position = 6",
            4,
            Flaw::Sequence { found: 3 },
        ),
        (
            "UPDATE stream SET hash = zeroblob(32) WHERE id = 2",
            3,
            Flaw::Hash,
        ),
        (
            "UPDATE lookup SET positions = x'000000000000000400000000000000050000000000000007' WHERE stream = 2",
            1,
            elsewhere(),
        ),
        (
            "UPDATE lookup SET positions = x'' WHERE stream = 2",
            1,
            elsewhere(),
        ),
    ] {
        let dir = filled().await;
        sql(&dir, change);
        let report = verify(dir.path()).unwrap();
        assert_eq!(report.damages.len(), 1, "{change}: {report:?}");
        let damage = &report.damages[0];
        assert_eq!(damage.stream, StreamId::changes(team(2)), "{change}");
        assert_eq!(
            (damage.sequence, &damage.what),
            (sequence, &what),
            "{change}"
        );
    }
}

#[tokio::test]
async fn an_entry_of_no_stream_is_found() {
    let dir = filled().await;
    sql(
        &dir,
        "INSERT INTO journal SELECT 100, 77, 1, hash, record FROM journal WHERE position = 6",
    );
    let report = verify(dir.path()).unwrap();
    assert_eq!(
        report.storage,
        ["the entry at position 100 belongs to no stream"]
    );
}

#[tokio::test]
async fn an_erased_body_is_no_damage() {
    let dir = filled().await;
    let connection = Connection::open(dir.path().join("patients.db")).unwrap();
    let bytes: Vec<u8> = connection
        .query_row("SELECT record FROM journal WHERE position = 5", [], |row| {
            row.get(0)
        })
        .unwrap();
    let record = Record::read(&bytes).unwrap();
    let hash = record.body.hash();
    let body = Part::Erased { hash: &hash };
    let erased = Record { body, ..record }.write().unwrap();
    connection
        .execute(
            "UPDATE journal SET record = ?1 WHERE position = 5",
            [erased],
        )
        .unwrap();
    drop(connection);
    let report = verify(dir.path()).unwrap();
    assert!(report.is_sound(), "{report:?}");
    let journal = open(dir.path());
    let stream = StreamId::changes(team(2));
    let read = journal::Journal::read(&journal, stream, 0, 10)
        .await
        .unwrap();
    let left: Vec<_> = read.iter().map(|entry| entry.body.is_some()).collect();
    assert_eq!(left, [true, false, true]);
}
