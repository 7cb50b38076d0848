//! How long a start takes with 1,000 teams and a million entries: `cargo bench -p journal-sqlite --bench open [-- --dir DIR]`.
//!
//! Once as it was closed, and once as a kill leaves it, with a long log and a tail that the lookup has not reached.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench"
)]

use domain::{TeamId, audit::Operation};
use journal::{
    Actor, Append, Client, ClientKind, Header, Journal, NewEntry, Outcome, Owner, StreamId,
};
use journal_sqlite::{OpenOptions, SqliteJournal, verify};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use uuid::Uuid;

const TEAMS: u32 = 1000;
const ROUNDS: u64 = 10;

/// Entries of each of the two streams a round.
const ENTRIES: usize = 50;

const STARTS: usize = 5;

#[tokio::main]
async fn main() {
    let option = std::env::args()
        .skip_while(|argument| argument != "--dir")
        .nth(1);
    let parent = option.map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let dir = tempfile::tempdir_in(parent).unwrap();
    let (closed, killed) = (dir.path().join("closed"), dir.path().join("killed"));

    let begun = Instant::now();
    let journal = SqliteJournal::open(&closed, OpenOptions::default()).unwrap();
    fill(&journal).await;
    println!("filled in {:.1?}", begun.elapsed());
    copy(&closed, &killed);
    journal.close();

    println!("start, closed: {:.1?}", median(|| start(&closed)));
    let again = dir.path().join("again");
    let after_a_kill = median(|| {
        copy(&killed, &again);
        start(&again)
    });
    println!("start, killed: {after_a_kill:.1?}");

    let journal = SqliteJournal::open(&closed, OpenOptions::default()).unwrap();
    let begun = Instant::now();
    let stream = StreamId::changes(team(TEAMS / 2));
    let read = journal.read(stream, 0, usize::MAX).await.unwrap().len();
    println!("reading a team's {read} changes: {:.1?}", begun.elapsed());
    drop(journal);
    let begun = Instant::now();
    let report = verify(&closed).unwrap();
    assert!(report.is_sound());
    println!(
        "verifying {} entries: {:.1?}",
        report.entries,
        begun.elapsed()
    );
}

fn team(number: u32) -> Owner {
    Owner::Team(TeamId::new(Uuid::from_u128(number.into())))
}

async fn fill(journal: &SqliteJournal) {
    let header = Header {
        at: jiff::Timestamp::now(),
        actor: Actor::System,
        client: Client {
            address: None,
            kind: ClientKind::System,
        },
        session: None,
        command: None,
        operation: Operation::PatientDetailsEdit,
        list: None,
        patient: None,
        outcome: Outcome::Done,
    };
    let entry = NewEntry::seal(&header, &[b'x'; 300], [1; 16], [2; 16]).unwrap();
    for round in 0..ROUNDS {
        let asked: Vec<_> = (0..TEAMS)
            .map(|number| {
                journal.append(Append {
                    owner: team(number),
                    expected_sequence: round * ENTRIES as u64,
                    changes: vec![entry.clone(); ENTRIES],
                    accesses: vec![entry.clone(); ENTRIES],
                })
            })
            .collect();
        for answer in asked {
            answer.await.unwrap();
        }
    }
}

/// Copies a folder that is in use: what a kill would leave, while nothing is being written.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in ["patients.db", "patients.db-wal"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
}

fn start(dir: &Path) -> Duration {
    let begun = Instant::now();
    let journal = SqliteJournal::open(dir, OpenOptions::default()).unwrap();
    let time = begun.elapsed();
    journal.close();
    time
}

fn median(mut start: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..STARTS).map(|_| start()).collect();
    times.sort_unstable();
    times[STARTS / 2]
}
