//! A full disk: a small file system in memory, which only root can make. Without it these tests say so and do nothing.

use crate::made::*;
use journal::{
    Append, AppendError, Appended, Journal, RecordChange, Snapshot, StreamId, Table, WriteError,
};
use journal_sqlite::{OpenOptions, SqliteJournal, verify};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// A small file system with a file of 3 MB in it, whose removal makes room.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        Self::mount_of(8)
    }

    fn mount_of(megabytes: u32) -> Option<Self> {
        let dir = TempDir::new().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"])
            .arg(dir.path())
            .status();
        if !mounted.is_ok_and(|status| status.success()) {
            eprintln!(
                "SKIPPED: no small file system can be mounted here, so a full disk is NOT TESTED"
            );
            return None;
        }
        fs::write(dir.path().join("ballast"), vec![1; 3 << 20]).unwrap();
        Some(Self(dir))
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn make_room(&self) {
        fs::remove_file(self.0.path().join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let path: &Path = self.0.path();
        // Lazily: a reader's thread may be closing its file just now.
        let unmounted = Command::new("umount").arg("-l").arg(path).status();
        assert!(unmounted.is_ok_and(|status| status.success()));
    }
}

/// Appends until there is no room, and says how many were acknowledged.
async fn fill(journal: &SqliteJournal, kilobytes: usize) -> usize {
    let body = "x".repeat(kilobytes * 1024);
    for number in 0..100_000 {
        match change(journal, team(1), &[&body]).await {
            Ok(_) => {}
            Err(AppendError::NoSpace) => return number,
            Err(error) => panic!("{error}"),
        }
    }
    panic!("the disk never gets full");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_writing_and_nothing_else() {
    let Some(disk) = SmallDisk::mount() else {
        return;
    };
    let journal = open(&disk.data());
    // Large ones fill it roughly, small ones to the last page.
    let mut written = 0;
    for kilobytes in [300, 20, 1] {
        written += fill(&journal, kilobytes).await;
    }
    assert!(written > 10);
    let stream = StreamId::changes(team(1));
    assert_eq!(journal.head(stream).await.unwrap(), written as u64);
    assert_eq!(bodies(&journal, stream).await.len(), written);
    let snapshot = Snapshot {
        sequence: 1,
        format: 1,
        bytes: vec![7; 100_000],
    };
    let saved = journal.save_snapshot(team(1), snapshot.clone()).await;
    assert!(matches!(saved, Err(WriteError::NoSpace)), "{saved:?}");
    let record = RecordChange {
        table: Table::Session,
        key: "k".to_owned(),
        value: Some(vec![7; 100_000]),
    };
    let put = journal.put_records(vec![record.clone()]).await;
    assert!(matches!(put, Err(WriteError::NoSpace)), "{put:?}");

    disk.make_room();
    change(&journal, team(1), &["there is room again"])
        .await
        .unwrap();
    journal.save_snapshot(team(1), snapshot).await.unwrap();
    journal.put_records(vec![record]).await.unwrap();
    assert_eq!(bodies(&journal, stream).await.len(), written + 1);
    journal.close();
    let report = verify(&disk.data()).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(report.entries, written as u64 + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_append_that_is_too_large_for_the_disk_fails_no_other() {
    let Some(disk) = SmallDisk::mount() else {
        return;
    };
    let journal = open(&disk.data());
    change(&journal, team(1), &["a"]).await.unwrap();
    // Asked for at once, so that they come into one group.
    let huge = "x".repeat(10 << 20);
    let huge = [huge.as_str()];
    let (before, large, after) = tokio::join!(
        change(&journal, team(2), &["small"]),
        change(&journal, team(3), &huge),
        change(&journal, team(4), &["small"]),
    );
    before.unwrap();
    after.unwrap();
    assert!(matches!(large, Err(AppendError::NoSpace)), "{large:?}");
    for (number, entries) in [(1, 1), (2, 1), (3, 0), (4, 1)] {
        let read = bodies(&journal, StreamId::changes(team(number))).await;
        assert_eq!(read.len(), entries, "team {number}");
    }
}

fn open_with_reserve(disk: &SmallDisk) -> SqliteJournal {
    let options = OpenOptions {
        // Enough for the log, which has to be copied into the database before it can begin anew.
        reserve_bytes: 8 << 20,
        ..OpenOptions::default()
    };
    SqliteJournal::open(&disk.data(), options).unwrap()
}

async fn look(journal: &SqliteJournal) -> Result<Appended, AppendError> {
    let append = Append {
        owner: team(1),
        expected_sequence: 0,
        changes: Vec::new(),
        accesses: vec![entry("looked")],
    };
    journal.append(append).await
}

fn record(table: Table) -> Vec<RecordChange> {
    vec![RecordChange {
        table,
        key: "k".to_owned(),
        value: Some(vec![7; 100]),
    }]
}

#[tokio::test(flavor = "multi_thread")]
async fn room_that_is_kept_takes_accesses_on_a_full_disk_and_no_change() {
    let Some(disk) = SmallDisk::mount_of(24) else {
        return;
    };
    let journal = open_with_reserve(&disk);
    for kilobytes in [300, 20, 1] {
        fill(&journal, kilobytes).await;
    }
    for number in 0..3_000 {
        look(&journal).await.unwrap();
        if number % 500 == 0 {
            let refused = change(&journal, team(2), &["too much"]).await;
            assert!(matches!(refused, Err(AppendError::NoSpace)), "{refused:?}");
        }
    }
    for table in [Table::Session, Table::Throttle, Table::Seen] {
        journal.put_records(record(table)).await.unwrap();
    }
    let refused = journal.put_records(record(Table::ColumnWidth)).await;
    assert!(matches!(refused, Err(WriteError::NoSpace)), "{refused:?}");
    journal.close();

    // Closing has emptied the log, and left its room to changes.
    let journal = open_with_reserve(&disk);
    for kilobytes in [300, 20, 1] {
        fill(&journal, kilobytes).await;
    }
    look(&journal).await.unwrap();
    let refused = change(&journal, team(2), &["too much"]).await;
    assert!(matches!(refused, Err(AppendError::NoSpace)), "{refused:?}");
    disk.make_room();
    let begun = Instant::now();
    while let Err(error) = change(&journal, team(2), &["there is room again"]).await {
        assert!(matches!(error, AppendError::NoSpace), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(10), "it stays full");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let kept = disk.data().join("patients.reserve").metadata().unwrap();
    assert_eq!(kept.len(), 8 << 20);
    let looked = journal.head(StreamId::accesses(team(1))).await.unwrap();
    assert_eq!(looked, 3_001);
    journal.close();
    assert!(verify(&disk.data()).unwrap().is_sound());
}
