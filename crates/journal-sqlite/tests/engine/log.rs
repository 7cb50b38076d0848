//! The write-ahead log stays short, whoever reads meanwhile.

use crate::made::*;
use journal::{Journal, StreamId};
use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tempfile::TempDir;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_log_stays_short_under_load_and_reading() {
    let dir = TempDir::new().unwrap();
    let journal = Arc::new(open(dir.path()));
    let done = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..3)
        .map(|number| {
            let (journal, done) = (Arc::clone(&journal), Arc::clone(&done));
            tokio::spawn(async move {
                while !done.load(Ordering::Relaxed) {
                    let stream = StreamId::changes(team(number));
                    Journal::read(&*journal, stream, 0, 20).await.unwrap();
                }
            })
        })
        .collect();
    let log = dir.path().join("patients.db-wal");
    let body = "x".repeat(8000);
    let mut longest = 0;
    for turn in 0..600 {
        change(&journal, team(turn % 5), &[body.as_str(); 10])
            .await
            .unwrap();
        longest = longest.max(fs::metadata(&log).unwrap().len());
    }
    done.store(true, Ordering::Relaxed);
    for reader in readers {
        reader.await.unwrap();
    }
    // 50 MB were written, and the log is copied from 4 MB on.
    assert!(longest < 15_000_000, "the log had {longest} bytes");
    journal.close();
    assert!(!log.exists());
}
