//! Writes a group of jobs in one transaction.

use crate::{
    fault::Fault,
    heads::{Ends, Head, Heads, TailEntry},
    job::Job,
    lookup,
};
use journal::{
    Append, Appended, Link, NewEntry, Owner, RecordChange, Snapshot, StreamId, StreamKind,
};
use rusqlite::{CachedStatement, Connection, Result};
use std::collections::HashMap;

/// What a group changes in memory, once it is durable.
pub(crate) struct Staged {
    pub(crate) heads: HashMap<Owner, Ends>,
    pub(crate) tail: Vec<TailEntry>,
    pub(crate) position: i64,
    /// One for each job, in their order.
    pub(crate) answers: Vec<Answer>,
}

/// The answer to a job after the commit.
pub(crate) enum Answer {
    Appended(Appended),
    /// The changes end elsewhere than expected.
    Elsewhere(u64),
    Written,
}

/// Writes all jobs, or nothing. What is refused for its expected sequence is no part of the transaction, so it fails no neighbour.
pub(crate) fn write(
    connection: &Connection,
    jobs: &[Job],
    heads: &Heads,
    position: i64,
) -> Result<Staged, Fault> {
    in_transaction(connection, || write_all(connection, jobs, heads, position))
}

/// Enters the tail into the lookup.
pub(crate) fn fill_lookup(
    connection: &Connection,
    tail: &mut [TailEntry],
    position: i64,
    heads: &Heads,
) -> Result<(), Fault> {
    in_transaction(connection, || {
        lookup::fill(connection, tail, position, &heads.all())
    })
}

fn in_transaction<T>(
    connection: &Connection,
    work: impl FnOnce() -> Result<T>,
) -> Result<T, Fault> {
    execute(connection, "BEGIN IMMEDIATE").map_err(Fault::of_statement)?;
    let done = work().map_err(Fault::of_statement).and_then(|value| {
        execute(connection, "COMMIT").map_err(Fault::of_commit)?;
        Ok(value)
    });
    if done.is_err() && !connection.is_autocommit() {
        execute(connection, "ROLLBACK").map_err(Fault::Fatal)?;
    }
    done
}

fn execute(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql)?.raw_execute().map(drop)
}

fn write_all(
    connection: &Connection,
    jobs: &[Job],
    heads: &Heads,
    position: i64,
) -> Result<Staged> {
    let known = heads.all();
    let mut group = Group {
        connection,
        insert: connection.prepare_cached(
            "INSERT INTO journal (position, stream, sequence, hash, record) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?,
        known: &known,
        staged: Staged {
            heads: HashMap::with_capacity(jobs.len()),
            tail: Vec::with_capacity(jobs.len()),
            position,
            answers: Vec::with_capacity(jobs.len()),
        },
    };
    for job in jobs {
        let answer = match job {
            Job::Append(append, _) => group.append(append)?,
            Job::Records(changes, _) => put_records(connection, changes)?,
            Job::Snapshot(owner, snapshot, _) => save_snapshot(connection, *owner, snapshot)?,
            Job::Close => Answer::Written,
        };
        group.staged.answers.push(answer);
    }
    Ok(group.staged)
}

struct Group<'a> {
    connection: &'a Connection,
    insert: CachedStatement<'a>,
    known: &'a HashMap<Owner, Ends>,
    staged: Staged,
}

impl Group<'_> {
    fn append(&mut self, append: &Append) -> Result<Answer> {
        let owner = append.owner;
        let staged = self.staged.heads.get(&owner);
        let mut ends = staged
            .or_else(|| self.known.get(&owner))
            .copied()
            .unwrap_or_default();
        let head = ends.sequence(StreamKind::Changes);
        if !append.changes.is_empty() && head != append.expected_sequence {
            return Ok(Answer::Elsewhere(head));
        }
        for (kind, entries) in [
            (StreamKind::Changes, &append.changes),
            (StreamKind::Accesses, &append.accesses),
        ] {
            if !entries.is_empty() {
                let end = ends.of_mut(kind);
                *end = Some(self.extend(StreamId { owner, kind }, *end, entries)?);
            }
        }
        if !(append.changes.is_empty() && append.accesses.is_empty()) {
            self.staged.heads.insert(owner, ends);
        }
        Ok(Answer::Appended(Appended {
            changes_head: ends.sequence(StreamKind::Changes),
            accesses_head: ends.sequence(StreamKind::Accesses),
        }))
    }

    fn extend(
        &mut self,
        stream: StreamId,
        end: Option<Head>,
        entries: &[NewEntry],
    ) -> Result<Head> {
        let mut head = match end {
            Some(head) => head,
            None => self.begin(stream)?,
        };
        for entry in entries {
            head.link = head.link.followed_by(entry);
            self.staged.position += 1;
            let (sequence, position) = (head.link.sequence, self.staged.position);
            self.insert.execute((
                position,
                head.id,
                sequence.cast_signed(),
                &head.link.hash[..],
                entry.record(),
            ))?;
            self.staged.tail.push(TailEntry {
                stream: head.id,
                sequence,
                position,
            });
        }
        Ok(head)
    }

    fn begin(&mut self, stream: StreamId) -> Result<Head> {
        let link = Link::genesis(stream);
        self.connection
            .prepare_cached("INSERT INTO stream (name, sequence, hash) VALUES (?1, 0, ?2)")?
            .execute((stream.to_string(), &link.hash[..]))?;
        let id = self.connection.last_insert_rowid();
        Ok(Head { id, link })
    }
}

fn put_records(connection: &Connection, changes: &[RecordChange]) -> Result<Answer> {
    for change in changes {
        let (kind, key) = (change.table.name(), &change.key);
        match &change.value {
            Some(value) => connection
                .prepare_cached(
                    "INSERT INTO record (kind, key, value) VALUES (?1, ?2, ?3)
                     ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                )?
                .execute((kind, key, value))?,
            None => connection
                .prepare_cached("DELETE FROM record WHERE kind = ?1 AND key = ?2")?
                .execute((kind, key))?,
        };
    }
    Ok(Answer::Written)
}

fn save_snapshot(connection: &Connection, owner: Owner, snapshot: &Snapshot) -> Result<Answer> {
    connection
        .prepare_cached(
            "INSERT INTO snapshot (owner, sequence, format, bytes) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (owner) DO UPDATE SET sequence = excluded.sequence, format = excluded.format, bytes = excluded.bytes",
        )?
        .execute((
            owner.to_string(),
            snapshot.sequence.cast_signed(),
            snapshot.format,
            &snapshot.bytes,
        ))?;
    Ok(Answer::Written)
}
