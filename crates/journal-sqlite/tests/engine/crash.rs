//! What was acknowledged survives the death of the process, and nothing is half there.

use crate::{child, made::*};
use journal::{Append, Journal, StreamId};
use journal_sqlite::verify;
use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    sync::Arc,
    thread,
    time::Duration,
};
use tempfile::TempDir;

const ROUNDS: u32 = 6;
const PRODUCERS: u64 = 32;

/// Each append has so many changes and one access.
const CHANGES: u64 = 3;

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_loses_nothing_that_it_acknowledged() {
    let dir = TempDir::new().unwrap();
    for round in 0..ROUNDS {
        let acknowledged = run_and_kill(&dir, Duration::from_millis(u64::from(20 + 65 * round)));
        assert!(!acknowledged.is_empty(), "killed before it did anything");
        let journal = open(dir.path());
        for number in 0..PRODUCERS {
            let owner = team(number.into());
            let changes = bodies(&journal, StreamId::changes(owner)).await;
            let accesses = bodies(&journal, StreamId::accesses(owner)).await;
            let acknowledged = acknowledged.get(&number).copied().unwrap_or_default();
            assert!(
                changes.len() as u64 >= acknowledged,
                "team {number}, round {round}"
            );
            assert_eq!(
                changes.len(),
                accesses.len() * 3,
                "team {number} is half there"
            );
            for (three, access) in changes.chunks(3).zip(&accesses) {
                assert!(three.iter().all(|change| change == access));
            }
        }
        journal.close();
        let report = verify(dir.path()).unwrap();
        assert!(report.is_sound(), "{report:?}");
    }
}

/// The last acknowledged sequence of each team.
fn run_and_kill(dir: &TempDir, after: Duration) -> HashMap<u64, u64> {
    let mut child = child::child("crash::appends_until_it_is_killed", dir.path())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // Libtest prints of itself first.
    let first = lines
        .by_ref()
        .map(|line| line.unwrap())
        .find(|line| line.starts_with("ack "));
    let killing = thread::spawn(move || {
        thread::sleep(after);
        child.kill().unwrap();
        child.wait().unwrap()
    });
    let mut acknowledged = HashMap::new();
    // A line that the kill has cut short acknowledges nothing: its number would be another one.
    let whole = lines
        .map_while(Result::ok)
        .filter(|line| line.ends_with('.'));
    for line in first.into_iter().chain(whole) {
        let numbers = line.trim_start_matches("ack ").trim_end_matches('.');
        let (team, head) = numbers.split_once(' ').unwrap();
        acknowledged.insert(team.parse().unwrap(), head.parse().unwrap());
    }
    killing.join().unwrap();
    acknowledged
}

#[tokio::test(flavor = "multi_thread")]
async fn appends_until_it_is_killed() {
    // runs until it is killed: a_killed_process_loses_nothing_that_it_acknowledged runs it.
    if !child::is_child() {
        return;
    }
    let journal = Arc::new(open(&child::dir()));
    let tasks: Vec<_> = (0..PRODUCERS)
        .map(|number| tokio::spawn(append_for_ever(Arc::clone(&journal), number)))
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

async fn append_for_ever(journal: Arc<impl Journal>, number: u64) {
    let owner = team(number.into());
    let mut head = journal.head(StreamId::changes(owner)).await.unwrap();
    loop {
        let body = format!("{number} {head}");
        let append = Append {
            owner,
            expected_sequence: head,
            changes: vec![entry(&body); usize::try_from(CHANGES).unwrap()],
            accesses: vec![entry(&body)],
        };
        head = journal.append(append).await.unwrap().changes_head;
        let line = format!("ack {number} {head}.\n");
        std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
    }
}
