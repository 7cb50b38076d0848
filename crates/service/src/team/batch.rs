//! What one append will hold, and what each ask comes to after it.

use super::commands::Joined;
use super::recent::CommandAnswer;
use super::watching::News;
use crate::caller::Caller;
use crate::entropy::Salts;
use crate::error::{Refusal, Unavailable};
use crate::journalling::{self, Origin};
use bytes::Bytes;
use domain::ListId;
use domain::team::access_event::Access;
use jiff::Timestamp;
use journal::NewEntry;

/// What one append will hold.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) changes: Vec<NewEntry>,
    pub(super) accesses: Vec<NewEntry>,
    pub(super) joined: Joined,
    pub(super) is_audience_changed: bool,
    /// The team is connected to a record otherwise than before.
    pub(super) is_record_changed: bool,
    /// What readers will hear, by the number of the ask that it follows from.
    pub(super) heard: Vec<(usize, Heard)>,
    /// What those hear who have a patient's page open.
    pub(super) news: Vec<News>,
    pub(super) staged: Vec<Staged>,
}

/// A change that a list's readers will hear.
pub(super) struct Heard {
    pub(super) list: ListId,
    pub(super) version: u64,
    pub(super) text: Bytes,
}

/// What an ask comes to, once the batch is durable.
pub(super) enum Staged {
    Answer(Result<CommandAnswer, Refusal>),
    Found,
    Opened {
        version: u64,
        snapshot: Option<Bytes>,
    },
    NotForThem,
    /// A patient's page is open: the sequence of the newest change.
    Watched(u64),
    Done,
}

impl Batch {
    pub(super) fn access(
        &mut self,
        salts: &mut Salts,
        at: Timestamp,
        caller: &Caller,
        access: &Access,
    ) -> Result<(), Unavailable> {
        self.accesses.push(journalling::access(
            salts,
            at,
            &Origin::from(caller),
            access,
        )?);
        Ok(())
    }

    /// Queues a change for a list's readers, caused by the ask that is being staged.
    pub(super) fn publish(&mut self, list: ListId, version: u64, text: Bytes) {
        self.heard.push((
            self.staged.len(),
            Heard {
                list,
                version,
                text,
            },
        ));
    }
}

/// Whether commands are judged, or refused because there is no room for their changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    All,
    ReadsOnly,
}
