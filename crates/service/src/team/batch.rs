//! What one append will hold, and what each ask comes to after it.

use super::commands::Joined;
use super::recent::CommandAnswer;
use super::watching::News;
use crate::caller::Caller;
use crate::entropy::Salts;
use crate::error::{Refusal, Unavailable};
use crate::journalling::{self, Origin};
use bytes::Bytes;
use domain::team::access_event::Access;
use domain::{ListId, UserId};
use jiff::Timestamp;
use journal::NewEntry;
use std::collections::BTreeSet;

/// What one append will hold.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) changes: Vec<NewEntry>,
    pub(super) accesses: Vec<NewEntry>,
    pub(super) joined: Joined,
    pub(super) is_audience_changed: bool,
    pub(super) is_protection_changed: bool,
    pub(super) breaks_glass: bool,
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
    pub(super) texts: Texts,
}

/// A change, serialized once for each way in which it is heard.
pub(super) struct Texts {
    pub(super) whole: Bytes,
    pub(super) masked: Option<MaskedText>,
}

/// What readers hear instead from whom the patient is protected.
pub(super) struct MaskedText {
    pub(super) text: Bytes,
    /// Who hears the whole.
    pub(super) insiders: BTreeSet<UserId>,
}

impl Texts {
    /// What a reader hears, and whether it is the whole.
    pub(super) fn for_reader(&self, user: UserId) -> (&Bytes, bool) {
        match &self.masked {
            Some(masked) if !masked.insiders.contains(&user) => (&masked.text, false),
            _ => (&self.whole, true),
        }
    }
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
    pub(super) fn publish(&mut self, list: ListId, version: u64, texts: Texts) {
        self.heard.push((
            self.staged.len(),
            Heard {
                list,
                version,
                texts,
            },
        ));
    }

    /// Whether readers of a list will hear different things of what is staged.
    pub(super) fn hears_masked(&self, list: ListId) -> bool {
        let mut heard = self.heard.iter().map(|(_, heard)| heard);
        heard.any(|heard| heard.list == list && heard.texts.masked.is_some())
    }
}

/// Whether commands are judged, or refused because there is no room for their changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    All,
    ReadsOnly,
}
