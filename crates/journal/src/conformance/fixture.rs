//! Made-up entries.

use crate::{
    Actor, Append, Appended, Client, ClientKind, CommandRef, Entry, Header, Journal, NewEntry,
    Outcome, Owner, StreamId,
};
use domain::{CommandId, ListId, PatientId, TeamId, UserId, audit::Operation};
use uuid::Uuid;

pub(super) fn team(number: u128) -> Owner {
    Owner::Team(TeamId::new(Uuid::from_u128(number)))
}

pub(super) fn header(number: u128) -> Header {
    Header {
        at: jiff::Timestamp::from_millisecond(1_795_000_000_000).unwrap(),
        actor: Actor::User(UserId::new(Uuid::from_u128(number))),
        client: Client {
            address: Some([192, 0, 2, 7].into()),
            kind: ClientKind::Browser,
        },
        session: Some("0f".repeat(16)),
        command: Some(CommandRef {
            id: CommandId::new(Uuid::from_u128(number)),
            hash: [7; 32],
        }),
        operation: Operation::PatientDetailsEdit,
        list: Some(ListId::new(Uuid::from_u128(1))),
        patient: Some(PatientId::new(Uuid::from_u128(number))),
        outcome: Outcome::Done,
    }
}

/// An entry whose body is a text.
pub(super) fn entry(body: &str) -> NewEntry {
    let salt = body.len().to_le_bytes().repeat(2).try_into().unwrap();
    NewEntry::seal(&header(1), body.as_bytes(), salt, salt).unwrap()
}

pub(super) fn entries(bodies: &[&str]) -> Vec<NewEntry> {
    bodies.iter().map(|body| entry(body)).collect()
}

pub(super) async fn change(
    journal: &dyn Journal,
    owner: Owner,
    expected_sequence: u64,
    bodies: &[&str],
) -> Appended {
    let append = changes(owner, expected_sequence, bodies);
    journal.append(append).await.unwrap()
}

pub(super) fn changes(owner: Owner, expected_sequence: u64, bodies: &[&str]) -> Append {
    Append {
        owner,
        expected_sequence,
        changes: entries(bodies),
        accesses: Vec::new(),
    }
}

pub(super) fn accesses(owner: Owner, bodies: &[&str]) -> Append {
    Append {
        owner,
        expected_sequence: 0,
        changes: Vec::new(),
        accesses: entries(bodies),
    }
}

pub(super) async fn bodies(journal: &dyn Journal, stream: StreamId) -> Vec<String> {
    texts(&journal.read(stream, 0, 1_000_000).await.unwrap())
}

pub(super) fn texts(entries: &[Entry]) -> Vec<String> {
    entries
        .iter()
        .map(|entry| String::from_utf8(entry.body.clone().unwrap()).unwrap())
        .collect()
}

/// Lets others go on.
pub(super) async fn give_way() {
    let mut given = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut given, true) {
            return std::task::Poll::Ready(());
        }
        context.waker().wake_by_ref();
        std::task::Poll::Pending
    })
    .await;
}
