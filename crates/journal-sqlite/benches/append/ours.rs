//! The journal, as the service uses it.

use crate::{Measured, TEAMS, produce};
use domain::{CommandId, ListId, PatientId, TeamId, UserId, audit::Operation};
use journal::{
    Actor, Append, Client, ClientKind, CommandRef, Header, Journal, NewEntry, Outcome, Owner,
};
use journal_sqlite::{OpenOptions, SqliteJournal};
use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use uuid::Uuid;

const BODY: [u8; 200] = [b'x'; 200];

/// A team, as whoever decides for it holds it: the owner and the sequence of the last change that was asked for.
struct Team(Owner, Mutex<u64>);

pub(crate) async fn measure(dir: &Path, producers: u32, time: Duration) -> Measured {
    let journal = Arc::new(SqliteJournal::open(dir, OpenOptions::default()).unwrap());
    let teams: Arc<[Team]> = (0..TEAMS).map(|team| team_of(team.into())).collect();
    let turn = Arc::new(AtomicU32::new(0));
    let appending = Arc::clone(&journal);
    let mut salts = Salts(Vec::new());
    let measured = produce(producers, time, move || {
        let [header_salt, body_salt] = [salts.fresh(), salts.fresh()];
        let (journal, teams) = (Arc::clone(&appending), Arc::clone(&teams));
        let team = turn.fetch_add(1, Ordering::Relaxed) % TEAMS;
        async move {
            let entry = change(header_salt, body_salt);
            let Team(owner, sequence) = &teams[team as usize];
            let answer = {
                let mut sequence = sequence.lock().unwrap();
                *sequence += 1;
                journal.append(Append {
                    owner: *owner,
                    expected_sequence: *sequence - 1,
                    changes: vec![entry],
                    accesses: Vec::new(),
                })
            };
            answer.await.unwrap();
        }
    })
    .await;
    journal.close();
    measured
}

fn team_of(number: u128) -> Team {
    Team(
        Owner::Team(TeamId::new(Uuid::from_u128(number))),
        Mutex::new(0),
    )
}

/// Randomness is fetched in bulk, as the service does.
#[derive(Clone)]
struct Salts(Vec<[u8; 16]>);

impl Salts {
    fn fresh(&mut self) -> [u8; 16] {
        if self.0.is_empty() {
            self.0.resize(256, [0; 16]);
            getrandom::fill(self.0.as_flattened_mut()).unwrap();
        }
        self.0.pop().unwrap()
    }
}

fn change(header_salt: [u8; 16], body_salt: [u8; 16]) -> NewEntry {
    let id = Uuid::from_bytes(header_salt);
    let header = Header {
        at: jiff::Timestamp::now(),
        actor: Actor::User(UserId::new(id)),
        client: Client {
            address: Some([192, 0, 2, 7].into()),
            kind: ClientKind::Browser,
        },
        session: Some("0123456789abcdef0123456789abcdef".to_owned()),
        command: Some(CommandRef {
            id: CommandId::new(id),
            hash: [7; 32],
        }),
        operation: Operation::PatientDetailsEdit,
        list: Some(ListId::new(id)),
        patient: Some(PatientId::new(id)),
        outcome: Outcome::Done,
    };
    NewEntry::seal(&header, &BODY, header_salt, body_salt).unwrap()
}
