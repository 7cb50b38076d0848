//! Command ids: the same again has one effect and the same answer; kept for seven days.

use domain::rejection::Rejection;
use domain::team::event::Event;
use domain::{CommandId, FieldId, ImportId, ListId, NoteId, PatientId, UserId, limits};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What a command did, as its sender is told.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CommandAnswer {
    /// The sequence of the last change that it made; where it changed nothing, the team's.
    pub sequence: u64,
    /// The list that it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListId>,
    /// The patient that it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient: Option<PatientId>,
    /// The field that it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldId>,
    /// The note that it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// The import that it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// The text became of two edits.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub merged: bool,
}

impl CommandAnswer {
    /// Learns from an event of the command, in their order.
    pub(crate) fn learn(&mut self, sequence: u64, event: &Event) {
        self.sequence = sequence;
        match event {
            Event::ListCreated(e) => self.list = Some(e.list),
            Event::PatientsImported(e) => self.import = Some(e.import),
            // Of an import's many fields and patients none is the answer.
            Event::FieldAdded(e) if e.import.is_none() => self.field = Some(e.field.id),
            Event::PatientAdded(e) if e.import.is_none() => self.patient = Some(e.patient),
            Event::NoteAdded(e) => self.note = Some(e.note),
            Event::ValueSet(e) => self.merged = e.merged,
            Event::NoteEdited(e) => self.merged = e.merged,
            _ => {}
        }
    }
}

/// A keyed hash of a command's text.
pub(crate) type CommandHash = [u8; 32];

/// What recent commands did.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct RecentCommands(#[serde(with = "pairs")] HashMap<(UserId, CommandId), Done>);

#[derive(Serialize, Deserialize)]
struct Done {
    hash: CommandHash,
    sequence: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    more: Option<Box<CommandAnswer>>,
}

/// What is known of a command id.
pub(crate) enum Known {
    /// It is new.
    No,
    /// The same command was done: its answer.
    Done(CommandAnswer),
    /// Another command was done under it.
    Reused,
}

impl RecentCommands {
    pub(crate) fn look_up(&self, user: UserId, id: CommandId, hash: &CommandHash) -> Known {
        match self.0.get(&(user, id)) {
            None => Known::No,
            Some(done) if done.hash != *hash => Known::Reused,
            Some(done) => Known::Done(match &done.more {
                Some(answer) => (**answer).clone(),
                None => CommandAnswer {
                    sequence: done.sequence,
                    ..CommandAnswer::default()
                },
            }),
        }
    }

    /// Remembers an event that a command caused. Of an answer that is only a sequence, nothing more is kept.
    pub(crate) fn learn(
        &mut self,
        user: UserId,
        id: CommandId,
        hash: CommandHash,
        sequence: u64,
        event: &Event,
    ) {
        let done = self.0.entry((user, id)).or_insert(Done {
            hash,
            sequence,
            more: None,
        });
        let mut answer = match done.more.take() {
            Some(answer) => *answer,
            None => CommandAnswer::default(),
        };
        answer.learn(sequence, event);
        done.sequence = sequence;
        let is_plain = answer
            == CommandAnswer {
                sequence,
                ..CommandAnswer::default()
            };
        done.more = (!is_plain).then(|| Box::new(answer));
    }

    /// Forgets ids that would be refused as too old anyway.
    pub(crate) fn forget_old(&mut self, now: Timestamp) {
        self.0.retain(|(_, id), _| !is_too_old(*id, now));
    }
}

/// When a command id was made: it is a UUID version 7.
pub(crate) fn made_at(id: CommandId) -> Option<Timestamp> {
    let uuid = id.uuid();
    if uuid.get_version_num() != 7 {
        return None;
    }
    let (seconds, nanos) = uuid.get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanos).ok()?).ok()
}

/// Whether an id is older than ids are kept.
pub(crate) fn is_too_old(id: CommandId, now: Timestamp) -> bool {
    let kept = SignedDuration::from_hours(24 * limits::COMMAND_ID_DAYS);
    made_at(id).is_none_or(|made| now.duration_since(made) > kept)
}

/// Refuses ids that were not made as they must be, and those that are no longer remembered.
pub(crate) fn check_id(id: CommandId, now: Timestamp) -> Result<(), Rejection> {
    let Some(made) = made_at(id) else {
        return Err(Rejection::Invalid { what: "id".into() });
    };
    // A clock a day ahead would make an id that outlives its remembering.
    if made.duration_since(now).as_hours() >= 24 {
        return Err(Rejection::Invalid { what: "id".into() });
    }
    if is_too_old(id, now) {
        return Err(Rejection::CommandTooOld {
            days: limits::COMMAND_ID_DAYS,
        });
    }
    Ok(())
}

/// A map with keys that JSON has no text for, as a list of pairs.
mod pairs {
    use super::{CommandId, Done, HashMap, UserId};
    use serde::{Deserialize, Deserializer, Serializer};

    type Map = HashMap<(UserId, CommandId), Done>;

    pub(super) fn serialize<S: Serializer>(map: &Map, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map.iter())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Map, D::Error> {
        Ok(
            Vec::<((UserId, CommandId), Done)>::deserialize(deserializer)?
                .into_iter()
                .collect(),
        )
    }
}
