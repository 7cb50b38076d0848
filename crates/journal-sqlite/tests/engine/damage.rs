//! What happens when the file is not what was written.

use crate::made::*;
use journal::{Flaw, Journal, ReadError, StreamId};
use journal_sqlite::{Check, OpenError, OpenOptions, SqliteJournal, verify};
use rusqlite::Connection;
use std::{fs, sync::mpsc, time::Duration};
use tempfile::TempDir;

/// Two teams with a few entries, closed. Team 2 has an entry "Mme Martin" at sequence 3.
async fn two_teams() -> TempDir {
    let dir = TempDir::new().unwrap();
    let journal = open(dir.path());
    change(&journal, team(1), &["one", "two"]).await.unwrap();
    change(&journal, team(2), &["a", "b", "Mme Martin", "c"])
        .await
        .unwrap();
    change(&journal, team(1), &["three"]).await.unwrap();
    journal.close();
    dir
}

fn flip(dir: &TempDir, text: &str) {
    let file = dir.path().join("patients.db");
    let mut bytes = fs::read(&file).unwrap();
    let found: Vec<_> = bytes
        .windows(text.len())
        .enumerate()
        .filter(|(_, bytes)| *bytes == text.as_bytes())
        .map(|(at, _)| at)
        .collect();
    assert_eq!(found.len(), 1, "{text} is there {} times", found.len());
    bytes[found[0]] ^= 4;
    fs::write(file, bytes).unwrap();
}

fn sql(dir: &TempDir, sql: &str) {
    let connection = Connection::open(dir.path().join("patients.db")).unwrap();
    connection.execute_batch(sql).unwrap();
}

#[tokio::test]
async fn a_flipped_byte_refuses_its_team_and_no_other() {
    let dir = two_teams().await;
    flip(&dir, "Mme Martin");
    let journal = open(dir.path());
    let stream = StreamId::changes(team(2));
    let read = journal.read(stream, 0, 100).await;
    let Err(ReadError::Damaged(damage)) = read else {
        panic!("{read:?}");
    };
    assert_eq!((damage.stream, damage.sequence), (stream, 3));
    assert_eq!((damage.position, &damage.what), (Some(5), &Flaw::Hash));
    assert_eq!(journal.read(stream, 0, 2).await.unwrap().len(), 2);
    let one = StreamId::changes(team(1));
    assert_eq!(bodies(&journal, one).await, ["one", "two", "three"]);
    change(&journal, team(1), &["four"]).await.unwrap();
}

#[tokio::test]
async fn every_page_that_is_read_is_checked_also_from_the_middle() {
    let dir = two_teams().await;
    sql(
        &dir,
        "UPDATE journal SET hash = zeroblob(32) WHERE stream = 2 AND sequence = 2",
    );
    let journal = open(dir.path());
    let stream = StreamId::changes(team(2));
    for (after, sequence) in [(0, 2), (1, 2), (2, 3)] {
        let Err(ReadError::Damaged(damage)) = journal.read(stream, after, 10).await else {
            panic!("damage was not found after {after}");
        };
        assert_eq!((damage.sequence, damage.what), (sequence, Flaw::Hash));
    }
    assert_eq!(journal.read(stream, 3, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_was_done_with_sql_is_found() {
    for (change, sequence, what) in [
        ("DELETE FROM journal WHERE position = 5", 3, Flaw::Missing),
        ("DELETE FROM journal WHERE position = 6", 4, Flaw::Missing),
        (
            "UPDATE journal SET stream = 1 WHERE position = 5",
            3,
            Flaw::Missing,
        ),
        (
            "UPDATE journal SET sequence = 7 WHERE position = 5",
            3,
            Flaw::Sequence { found: 7 },
        ),
        (
            "UPDATE journal SET record = (SELECT record FROM journal WHERE position = 1) WHERE position = 5",
            3,
            Flaw::Hash,
        ),
        (
            "UPDATE journal SET record = x'' WHERE position = 5",
            3,
            Flaw::Record(journal::RecordFlaw::Malformed),
        ),
        (
            "UPDATE lookup SET positions = x'00000000000000030000000000000004000000000000000600000000000000050000' WHERE stream = 2",
            3,
            Flaw::Sequence { found: 4 },
        ),
    ] {
        let dir = two_teams().await;
        sql(&dir, change);
        let journal = open(dir.path());
        let read = journal.read(StreamId::changes(team(2)), 0, 10).await;
        let Err(ReadError::Damaged(damage)) = read else {
            panic!("{change}: {read:?}");
        };
        assert_eq!((damage.sequence, damage.what), (sequence, what), "{change}");
    }
}

#[tokio::test]
async fn the_background_check_finds_damage_once() {
    let dir = two_teams().await;
    flip(&dir, "Mme Martin");
    let (send, damages) = mpsc::channel();
    let check = Check {
        entries_per_second: 1_000_000,
        report: Box::new(move |damage| drop(send.send(damage))),
    };
    let options = OpenOptions {
        check: Some(check),
        ..OpenOptions::default()
    };
    let journal = SqliteJournal::open(dir.path(), options).unwrap();
    let damage = damages.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(
        (damage.stream, damage.sequence),
        (StreamId::changes(team(2)), 3)
    );
    journal.close();
    assert!(
        damages.recv().is_err(),
        "one damage is reported once, and closing ends the check"
    );
}

#[tokio::test]
async fn a_damaged_page_stops_the_start_and_names_the_command() {
    let dir = two_teams().await;
    let file = dir.path().join("patients.db");
    let sound = fs::read(&file).unwrap();
    let pages = sound.len() / 8192;
    assert!(pages > 5);
    for page in 0..pages {
        let mut bytes = sound.clone();
        bytes[page * 8192..][..100].fill(0xa5);
        fs::write(&file, &bytes).unwrap();
        let error = try_open(dir.path())
            .err()
            .unwrap_or_else(|| panic!("page {page} of {pages}"));
        assert!(
            matches!(error, OpenError::Damaged { .. }),
            "page {page}: {error}"
        );
        let command = format!("patients verify --data {}", dir.path().display());
        assert!(error.to_string().ends_with(&command), "{error}");
        assert!(!verify(dir.path()).unwrap().is_sound(), "page {page}");
    }
    fs::write(&file, &sound).unwrap();
    open(dir.path());
}

#[tokio::test]
async fn a_hole_in_the_tail_stops_the_start() {
    let dir = two_teams().await;
    // As if the lookup had not come so far.
    sql(
        &dir,
        "UPDATE reach SET position = 0; DELETE FROM lookup; UPDATE stream SET sequence = 0",
    );
    sql(&dir, "UPDATE journal SET stream = 1 WHERE position = 6");
    let error = try_open(dir.path()).err().unwrap();
    assert!(matches!(error, OpenError::Damaged { .. }), "{error}");
}

#[tokio::test]
async fn a_malformed_history_of_the_schema_stops_the_start() {
    for change in ["checksum = 'x'", "applied_on = 'x'"] {
        let dir = two_teams().await;
        sql(
            &dir,
            &format!("UPDATE refinery_schema_history SET {change}"),
        );
        let error = try_open(dir.path()).err().unwrap();
        assert!(matches!(error, OpenError::Damaged { .. }), "{error}");
    }
}
