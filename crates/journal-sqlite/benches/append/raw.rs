//! The limit: nothing but SQLite and a channel.

use crate::{Measured, TEAMS, produce};
use rusqlite::Connection;
use std::{path::Path, sync::mpsc, thread, time::Duration};
use tokio::sync::oneshot;

const GROUP: usize = 256;
const BODY: [u8; 200] = [b'x'; 200];

pub(crate) async fn measure(dir: &Path, producers: u32, time: Duration) -> Measured {
    let connection = Connection::open(dir.join("raw.db")).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
             CREATE TABLE ev (seq INTEGER PRIMARY KEY, team INTEGER, at INTEGER, body BLOB)",
        )
        .unwrap();
    let (ask, asked) = mpsc::channel();
    let writer = thread::spawn(move || write(&connection, &asked));
    let measured = produce(producers, time, move || {
        let ask = ask.clone();
        async move {
            let (reply, answer) = oneshot::channel();
            ask.send(reply).unwrap();
            answer.await.unwrap();
        }
    })
    .await;
    writer.join().unwrap();
    measured
}

fn write(connection: &Connection, asked: &mpsc::Receiver<oneshot::Sender<()>>) {
    let mut number = 0_i64;
    while let Ok(first) = asked.recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = asked.try_recv()
        {
            group.push(next);
        }
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut insert = connection
            .prepare_cached("INSERT INTO ev (team, at, body) VALUES (?1, ?2, ?3)")
            .unwrap();
        for _ in &group {
            number += 1;
            insert
                .execute((number % i64::from(TEAMS), number, &BODY[..]))
                .unwrap();
        }
        drop(insert);
        connection.execute_batch("COMMIT").unwrap();
        for reply in group {
            reply.send(()).unwrap();
        }
    }
}
