//! Made-up entries.

use domain::{CommandId, ListId, PatientId, TeamId, UserId, audit::Operation};
use journal::{
    Actor, Client, ClientKind, CommandRef, Header, Link, NewEntry, Outcome, Owner, StoredEntry,
    StreamId,
};
use uuid::Uuid;

pub(crate) fn stream() -> StreamId {
    StreamId::changes(Owner::Team(TeamId::new(Uuid::from_u128(1))))
}

/// A header with everything that one can have.
pub(crate) fn full_header() -> Header {
    Header {
        at: "2026-11-24T20:14:01.123456789Z".parse().unwrap(),
        actor: Actor::User(UserId::new(Uuid::from_u128(2))),
        client: Client {
            address: Some("2001:db8::7".parse().unwrap()),
            kind: ClientKind::Browser,
        },
        session: Some("5e55".to_owned()),
        command: Some(CommandRef {
            id: CommandId::new(Uuid::from_u128(3)),
            hash: std::array::from_fn(|at| u8::try_from(at * 8).unwrap()),
        }),
        operation: Operation::PatientDetailsEdit,
        list: Some(ListId::new(Uuid::from_u128(4))),
        patient: Some(PatientId::new(Uuid::from_u128(5))),
        outcome: Outcome::Refused {
            code: "conflict".to_owned(),
        },
    }
}

/// A header with nothing that one need not have.
pub(crate) fn bare_header() -> Header {
    Header {
        at: "1970-01-01T00:00:00Z".parse().unwrap(),
        actor: Actor::System,
        client: Client {
            address: None,
            kind: ClientKind::System,
        },
        session: None,
        command: None,
        operation: Operation::PatientListViewEnd,
        list: None,
        patient: None,
        outcome: Outcome::Done,
    }
}

/// An entry as an engine holds it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Held {
    pub(crate) position: u64,
    pub(crate) sequence: u64,
    pub(crate) hash: Vec<u8>,
    pub(crate) record: Vec<u8>,
}

impl Held {
    pub(crate) fn as_stored(&self) -> StoredEntry<'_> {
        StoredEntry {
            position: self.position,
            sequence: self.sequence,
            hash: &self.hash,
            record: &self.record,
        }
    }
}

/// Appends as an engine does.
pub(crate) fn hold(link: &mut Link, entry: &NewEntry) -> Held {
    *link = link.followed_by(entry);
    Held {
        position: link.sequence * 3,
        sequence: link.sequence,
        hash: link.hash.to_vec(),
        record: entry.record().to_vec(),
    }
}
