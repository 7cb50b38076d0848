//! Where the entries of a stream are: filled in bulk behind the append, and read before the tail is scanned.

use crate::heads::{Ends, TailEntry};
use journal::{Owner, StreamKind};
use rusqlite::{Connection, Result};
use std::collections::HashMap;

/// The most entries of one row: its positions then fill about a page.
const RUN: usize = 500;

/// How far the lookup has come.
pub(crate) fn reach(connection: &Connection) -> Result<i64> {
    connection
        .prepare_cached("SELECT position FROM reach WHERE one = 1")?
        .query_row([], |row| row.get(0))
}

/// Enters the tail, inside of the caller's transaction: the runs of each stream, and where the streams end now.
pub(crate) fn fill(
    connection: &Connection,
    tail: &mut [TailEntry],
    position: i64,
    heads: &HashMap<Owner, Ends>,
) -> Result<()> {
    tail.sort_by_key(|entry| (entry.stream, entry.sequence));
    let links: HashMap<i64, _> = heads
        .values()
        .flat_map(|ends| [ends.of(StreamKind::Changes), ends.of(StreamKind::Accesses)])
        .flatten()
        .map(|head| (head.id, head.link))
        .collect();
    let mut insert = connection
        .prepare_cached("INSERT INTO lookup (stream, first, positions) VALUES (?1, ?2, ?3)")?;
    let mut update =
        connection.prepare_cached("UPDATE stream SET sequence = ?2, hash = ?3 WHERE id = ?1")?;
    for of_stream in tail.chunk_by(|one, next| one.stream == next.stream) {
        for run in of_stream.chunks(RUN) {
            let positions: Vec<u8> = run
                .iter()
                .flat_map(|entry| entry.position.to_be_bytes())
                .collect();
            insert.execute((run[0].stream, run[0].sequence.cast_signed(), positions))?;
        }
        let stream = of_stream[0].stream;
        if let Some(link) = links.get(&stream) {
            update.execute((stream, link.sequence.cast_signed(), &link.hash[..]))?;
        }
    }
    connection
        .prepare_cached("UPDATE reach SET position = ?1 WHERE one = 1")?
        .execute([position])?;
    Ok(())
}

/// The positions of the entries `from..=to` of a stream, as far as the lookup has come.
pub(crate) fn find(connection: &Connection, stream: i64, from: u64, to: u64) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT first, positions FROM lookup WHERE stream = ?1 AND first <= ?3
         AND first >= (SELECT max(first) FROM lookup WHERE stream = ?1 AND first <= ?2) ORDER BY first",
    )?;
    let mut rows = statement.query((stream, from.cast_signed(), to.cast_signed()))?;
    while let Some(row) = rows.next()? {
        let first = row.get::<_, i64>(0)?.cast_unsigned();
        let (positions, _) = row.get_ref(1)?.as_blob()?.as_chunks();
        for (sequence, position) in (first..).zip(positions) {
            if (from..=to).contains(&sequence) {
                found.push(i64::from_be_bytes(*position));
            }
        }
    }
    Ok(found)
}
