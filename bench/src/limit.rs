//! What SQLite and the disk allow at best: bare rows, durable, many to a transaction, with nothing around them.

use crate::figures::Latencies;
use anyhow::{Context, Result, anyhow};
use rusqlite::{Connection, params};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// About as many bytes as a small change takes in a journal.
const ROW: [u8; 200] = [b'x'; 200];
/// As many streams as the journal's own bench writes.
const STREAMS: i64 = 97;
/// As many rows to one commit at most as a team's actor takes commands.
const GROUP: usize = 256;

/// `producers` tasks, each waiting until its row is on disk before it gives the next.
pub(crate) async fn measure(
    folder: &Path,
    producers: usize,
    duration: Duration,
) -> Result<Latencies> {
    let path = folder.join("limit.db");
    let database = Connection::open(&path)?;
    database.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE entry (sequence INTEGER PRIMARY KEY, stream INTEGER, body BLOB);",
    )?;
    let (sender, receiver) = mpsc::channel();
    let writer = std::thread::spawn(move || write_groups(&database, &receiver));
    let begun = Instant::now();
    let tasks: Vec<_> = (0..producers)
        .map(|_| tokio::spawn(produce(sender.clone(), begun + duration)))
        .collect();
    drop(sender);
    let mut latencies = Latencies::default();
    for task in tasks {
        latencies.join(task.await??);
    }
    latencies.took(begun.elapsed());
    writer
        .join()
        .map_err(|_| anyhow!("the writer of the raw limit panicked"))??;
    for file in ["limit.db", "limit.db-wal", "limit.db-shm"] {
        let _ = std::fs::remove_file(folder.join(file));
    }
    Ok(latencies)
}

async fn produce(sender: mpsc::Sender<oneshot::Sender<()>>, end: Instant) -> Result<Latencies> {
    let mut latencies = Latencies::default();
    while Instant::now() < end {
        let begun = Instant::now();
        let (durable, wait) = oneshot::channel();
        sender.send(durable).context("the writer has ended")?;
        wait.await?;
        latencies.add(begun.elapsed());
    }
    Ok(latencies)
}

fn write_groups(
    database: &Connection,
    receiver: &mpsc::Receiver<oneshot::Sender<()>>,
) -> Result<()> {
    let mut row = 0_i64;
    while let Ok(first) = receiver.recv() {
        let mut group = vec![first];
        group.extend(receiver.try_iter().take(GROUP - 1));
        database.execute_batch("BEGIN IMMEDIATE")?;
        {
            let mut insert =
                database.prepare_cached("INSERT INTO entry (stream, body) VALUES (?1, ?2)")?;
            for _ in &group {
                row += 1;
                insert.execute(params![row % STREAMS, &ROW[..]])?;
            }
        }
        database.execute_batch("COMMIT")?;
        for durable in group {
            // A producer that no longer waits has nothing to hear.
            let _ = durable.send(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    #[tokio::test]
    async fn every_row_that_was_waited_for_is_counted_and_the_file_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let latencies = measure(folder.path(), 4, Duration::from_millis(50))
            .await
            .unwrap();
        assert!(latencies.per_second() > 0.0);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
