//! A team from its journal: snapshot and tail.

use super::actor::Actor;
use super::handle::Handle;
use super::world::{Core, World};
use crate::directory::Directory;
use crate::ehr::Ehr;
use crate::entropy::Salts;
use crate::error::Unavailable;
use crate::journalling::{self, Origin};
use crate::live::Views;
use domain::team::event::{Event, TeamFounded};
use domain::team::evolve::{Stamp, evolve_purged};
use domain::team::state::SNAPSHOT_FORMAT;
use domain::{TeamId, UserId};
use jiff::Timestamp;
use journal::{Append, Entry, Journal, Owner, Snapshot, StreamId, StreamKind};
use std::collections::HashMap;
use std::sync::Arc;

/// Entries that are read at once.
const PAGE: usize = 2_000;
const LEVEL: i32 = 3;

/// What loading needs.
#[derive(Clone)]
pub(crate) struct LoadContext {
    pub(crate) journal: Arc<dyn Journal>,
    pub(crate) directory: Directory,
    pub(crate) ehr: Arc<Ehr>,
}

/// Loads a team and starts its actor. A team that the organization knows and that has no journal yet is founded: what crosses from
/// the organization to a team is resumed after a crash.
pub(crate) async fn load(context: &LoadContext, id: TeamId) -> Result<Option<Handle>, Unavailable> {
    let Some(entry) = context.directory.now().teams.get(&id).cloned() else {
        return Ok(None);
    };
    let mut core = core(context, id).await?;
    let saved = core.team.sequence;
    if core.team.sequence == 0 {
        found(context, id, &mut core, entry.owner, entry.time_zone).await?;
    }
    let world = World {
        id,
        directory: context.directory.clone(),
        core,
        projections: HashMap::new(),
        subscriptions: super::subscriptions::Subscriptions::default(),
        views: Views::default(),
        watches: super::watching::Watches::default(),
        charts: super::record::ChartClock::new(context.ehr.pace()),
    };
    Ok(Some(Actor::spawn(context.clone(), world, saved)))
}

async fn found(
    context: &LoadContext,
    id: TeamId,
    core: &mut Core,
    owner: UserId,
    time_zone: String,
) -> Result<(), Unavailable> {
    let at = Timestamp::now();
    let event = Event::TeamFounded(TeamFounded { owner, time_zone });
    let entry = journalling::change(&mut Salts::new(), at, &Origin::SYSTEM, None, &event)?;
    let append = Append {
        owner: Owner::Team(id),
        expected_sequence: 0,
        changes: vec![entry],
        accesses: vec![],
    };
    context.journal.append(append).await?;
    core.apply(
        Stamp {
            sequence: 1,
            at,
            actor: owner,
        },
        &event,
    );
    Ok(())
}

/// The state that the journal says.
pub(crate) async fn core(context: &LoadContext, id: TeamId) -> Result<Core, Unavailable> {
    let mut core = match context.journal.load_snapshot(Owner::Team(id)).await? {
        Some(snapshot) if snapshot.format == SNAPSHOT_FORMAT => read_snapshot(&snapshot)
            .unwrap_or_else(|| {
                tracing::warn!(team = %id, "a snapshot cannot be read and is not used");
                Core::default()
            }),
        _ => Core::default(),
    };
    let stream = StreamId {
        owner: Owner::Team(id),
        kind: StreamKind::Changes,
    };
    loop {
        let page = context
            .journal
            .read(stream, core.team.sequence, PAGE)
            .await?;
        for entry in &page {
            replay(&mut core, entry)?;
        }
        if page.len() < PAGE {
            return Ok(core);
        }
    }
}

fn read_snapshot(snapshot: &Snapshot) -> Option<Core> {
    let json = zstd::stream::decode_all(&snapshot.bytes[..]).ok()?;
    let core: Core = serde_json::from_slice(&json).ok()?;
    (core.team.sequence == snapshot.sequence).then_some(core)
}

/// Saves the state, so that the next start reads less.
pub(crate) async fn save(
    context: &LoadContext,
    id: TeamId,
    core: &Core,
) -> Result<(), Unavailable> {
    let busy = |reason: String| Unavailable::Busy { reason };
    let json = serde_json::to_vec(core).map_err(|e| busy(e.to_string()))?;
    let sequence = core.team.sequence;
    let compressed = tokio::task::spawn_blocking(move || zstd::bulk::compress(&json, LEVEL));
    let bytes = compressed
        .await
        .map_err(|e| busy(e.to_string()))?
        .map_err(|e| busy(e.to_string()))?;
    let snapshot = Snapshot {
        sequence,
        format: SNAPSHOT_FORMAT,
        bytes,
    };
    context
        .journal
        .save_snapshot(Owner::Team(id), snapshot)
        .await
        .map_err(Unavailable::from)
}

/// Applies a stored change. A purged one changes nothing but the sequence.
fn replay(core: &mut Core, entry: &Entry) -> Result<(), Unavailable> {
    let damaged = |what: &str| Unavailable::Damaged {
        place: format!(
            "{} {} at position {}: {what}",
            entry.stream, entry.sequence, entry.position
        ),
    };
    let (Some(header), Some(body)) = (&entry.header, &entry.body) else {
        evolve_purged(&mut core.team, entry.sequence);
        return Ok(());
    };
    let event: Event =
        serde_json::from_slice(body).map_err(|error| damaged(&error_kind(&error)))?;
    let actor = journalling::author(header.actor, &event)
        .ok_or_else(|| damaged("a change without a user"))?;
    core.apply(
        Stamp {
            sequence: entry.sequence,
            at: header.at,
            actor,
        },
        &event,
    );
    if let Some(command) = header.command {
        core.recent
            .learn(actor, command.id, command.hash, entry.sequence, &event);
    }
    Ok(())
}

/// What kind of error it is and where, without the text that may hold a patient's data.
fn error_kind(error: &serde_json::Error) -> String {
    format!("{:?} error at column {}", error.classify(), error.column())
}
