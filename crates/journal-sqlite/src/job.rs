//! What the writer is asked.

use journal::{Append, Appended, Owner, RecordChange, Snapshot, Table};
use tokio::sync::oneshot;

/// How the writer answers.
pub(crate) type Reply<T, E> = oneshot::Sender<Result<T, E>>;

/// Something to write, and who waits for it.
pub(crate) enum Job {
    Append(Append, Reply<Appended, Refusal>),
    Records(Vec<RecordChange>, Reply<(), NotWritten>),
    Snapshot(Owner, Snapshot, Reply<(), NotWritten>),
    /// Finish what came before, and end.
    Close,
}

/// Why nothing was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NotWritten {
    NoSpace,
    Stopped,
}

/// Why an append was not written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    /// The changes end elsewhere.
    Elsewhere {
        head: u64,
    },
    NotWritten(NotWritten),
}

impl Job {
    /// How much of a group it takes up. A snapshot is large, and fills one alone.
    pub(crate) fn weight(&self) -> usize {
        match self {
            Job::Append(append, _) => append.changes.len() + append.accesses.len(),
            Job::Records(changes, _) => changes.len(),
            Job::Snapshot(..) => crate::writer::GROUP,
            Job::Close => 0,
        }
    }

    /// Whether it may be written in the room that is kept for it on a full disk: that somebody looked, came in or was refused.
    pub(crate) fn is_access(&self) -> bool {
        match self {
            Job::Append(append, _) => append.changes.is_empty(),
            Job::Records(changes, _) => changes.iter().all(|change| {
                matches!(change.table, Table::Session | Table::Throttle | Table::Seen)
            }),
            _ => false,
        }
    }

    /// Answers that nothing was written.
    pub(crate) fn refuse(self, why: NotWritten) {
        // Sending fails when nobody waits any more, and then nobody needs the answer.
        let _ = match self {
            Job::Append(_, reply) => reply.send(Err(Refusal::NotWritten(why))).is_ok(),
            Job::Records(_, reply) | Job::Snapshot(_, _, reply) => reply.send(Err(why)).is_ok(),
            Job::Close => false,
        };
    }
}
