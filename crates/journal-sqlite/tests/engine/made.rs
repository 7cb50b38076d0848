//! Made-up entries.

use domain::{TeamId, audit::Operation};
use journal::{
    Actor, Append, AppendError, Appended, Client, ClientKind, Header, Journal, NewEntry, Outcome,
    Owner, StreamId,
};
use journal_sqlite::{OpenError, OpenOptions, SqliteJournal};
use std::path::Path;
use uuid::Uuid;

pub(crate) fn team(number: u128) -> Owner {
    Owner::Team(TeamId::new(Uuid::from_u128(number)))
}

pub(crate) fn entry(body: &str) -> NewEntry {
    let header = Header {
        at: jiff::Timestamp::UNIX_EPOCH,
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
    NewEntry::seal(&header, body.as_bytes(), [1; 16], [2; 16]).unwrap()
}

pub(crate) fn open(dir: &Path) -> SqliteJournal {
    try_open(dir).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn try_open(dir: &Path) -> Result<SqliteJournal, OpenError> {
    SqliteJournal::open(dir, OpenOptions::default())
}

/// Appends changes to the end of what there is.
pub(crate) async fn change(
    journal: &SqliteJournal,
    owner: Owner,
    bodies: &[&str],
) -> Result<Appended, AppendError> {
    let expected_sequence = journal.head(StreamId::changes(owner)).await.unwrap();
    let append = Append {
        owner,
        expected_sequence,
        changes: bodies.iter().map(|body| entry(body)).collect(),
        accesses: Vec::new(),
    };
    journal.append(append).await
}

pub(crate) async fn bodies(journal: &SqliteJournal, stream: StreamId) -> Vec<String> {
    let read = Journal::read(journal, stream, 0, usize::MAX).await.unwrap();
    read.into_iter()
        .map(|entry| String::from_utf8(entry.body.unwrap()).unwrap())
        .collect()
}
