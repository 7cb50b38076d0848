//! Reading does not depend on how far the lookup has come.

use crate::made::*;
use journal::{Journal, StreamId};
use journal_sqlite::SqliteJournal;
use rusqlite::{Connection, OpenFlags};
use std::{path::Path, time::Duration};
use tempfile::TempDir;

fn reach(dir: &Path) -> u64 {
    let file = dir.join("patients.db");
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let reach: i64 = connection
        .query_row("SELECT position FROM reach", [], |row| row.get(0))
        .unwrap();
    reach.cast_unsigned()
}

/// Appends `count` changes each to teams 1 and 2, mixed, with their sequence as the body.
async fn append(journal: &SqliteJournal, from: u64, count: u64) {
    for group in (from..from + count).collect::<Vec<_>>().chunks(100) {
        let texts: Vec<String> = group.iter().map(|n| (n + 1).to_string()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for number in [1, 2] {
            change(journal, team(number), &texts).await.unwrap();
        }
    }
}

async fn assert_read(journal: &SqliteJournal, head: u64) {
    let stream = StreamId::changes(team(2));
    for after in (0..=head).step_by(97).chain([head - 1]) {
        for limit in [1, 100, 700, usize::MAX] {
            let read = journal.read(stream, after, limit).await.unwrap();
            let last = head.min(after.saturating_add(limit as u64));
            let sequences: Vec<u64> = read.iter().map(|entry| entry.sequence).collect();
            assert_eq!(sequences, (after + 1..=last).collect::<Vec<_>>());
            for entry in read {
                assert_eq!(entry.body.unwrap(), entry.sequence.to_string().into_bytes());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_pass_from_the_lookup_into_the_tail() {
    let dir = TempDir::new().unwrap();
    let journal = open(dir.path());
    append(&journal, 0, 1_000).await;
    assert_eq!(reach(dir.path()), 0, "everything is tail");
    assert_read(&journal, 1_000).await;
    append(&journal, 1_000, 2_000).await;
    let reached = reach(dir.path());
    assert!(
        (4_096..6_000).contains(&reached),
        "both are there: {reached}"
    );
    assert_read(&journal, 3_000).await;
    journal.close();
    assert_eq!(reach(dir.path()), 6_000, "nothing is tail");
    let journal = open(dir.path());
    append(&journal, 3_000, 300).await;
    assert_read(&journal, 3_300).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tail_is_entered_when_nobody_writes() {
    let dir = TempDir::new().unwrap();
    let journal = open(dir.path());
    append(&journal, 0, 200).await;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if reach(dir.path()) == 400 {
            return;
        }
    }
    panic!("the lookup stays at {}", reach(dir.path()));
}
