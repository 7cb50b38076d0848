//! Staging a command: judging it against the staged state, and writing down what follows.

use super::ask::{CommandAsk, refused};
use super::batch::Batch;
use super::recent::{self, CommandAnswer, Known};
use super::world::World;
use crate::entropy::{Salts, fresh_id};
use crate::error::{Refusal, Unavailable};
use crate::journalling::{self, Origin};
use crate::live::message::ListChange;
use bytes::Bytes;
use domain::chart::Chart;
use domain::ehr::RECORD;
use domain::rejection::Rejection;
use domain::team::access_event::{Access, DuplicatesShown};
use domain::team::chart_read::chart_read;
use domain::team::command::Command;
use domain::team::event::Event;
use domain::team::evolve::Stamp;
use domain::team::membership::ORGANIZATION;
use domain::team::{Context, decide};
use domain::{CommandId, ListId, PatientId, UserId};
use jiff::Timestamp;
use journal::CommandRef;

/// Judges a command and applies it to the staged state. The answer counts once the batch is durable.
pub(super) fn stage(
    world: &mut World,
    salts: &mut Salts,
    batch: &mut Batch,
    at: Timestamp,
    ask: &CommandAsk,
) -> Result<CommandAnswer, Refusal> {
    let user = ask.caller.user;
    recent::check_id(ask.id, at)?;
    match world.core.recent.look_up(user, ask.id, &ask.hash) {
        Known::Done(answer) => return Ok(answer),
        Known::Reused => return Err(Rejection::CommandIdReused.into()),
        Known::No => {}
    }
    let directory = world.directory.clone();
    let policy = directory.policy(user);
    let mut context = Context {
        actor: user,
        at,
        language: ask.caller.language,
        fresh_id: &mut fresh_id,
        policy: &policy,
        is_user: &|user| directory.is_open_account(user),
    };
    let events = match decide(world.team(), &mut context, ask.command.clone()) {
        Ok(events) => events,
        Err(rejection) => {
            let (list, patient) = named(&ask.command);
            if let Some(access) = refused(ask.command.type_name(), &rejection, list, patient) {
                batch.access(salts, at, &ask.caller, &access)?;
            }
            if let Rejection::PossibleDuplicate { patients, .. } = &rejection
                && !patients.is_empty()
            {
                let shown = Access::DuplicatesShown(DuplicatesShown {
                    list,
                    patients: patients.iter().map(|candidate| candidate.id).collect(),
                });
                batch.access(salts, at, &ask.caller, &shown)?;
            }
            return Err(rejection.into());
        }
    };
    if events.is_empty() {
        return Ok(CommandAnswer {
            sequence: world.team().sequence,
            ..CommandAnswer::default()
        });
    }
    let author = Author {
        user,
        origin: Origin::from(&ask.caller),
        command: Some(CommandRef {
            id: ask.id,
            hash: ask.hash,
        }),
    };
    record(world, salts, batch, at, &author, &events)?;
    match world.core.recent.look_up(user, ask.id, &ask.hash) {
        Known::Done(answer) => Ok(answer),
        Known::No | Known::Reused => Err(Unavailable::Busy {
            reason: "a command was not remembered".into(),
        }
        .into()),
    }
}

/// Stages what follows from a chart that was read: the record is its author.
pub(super) fn stage_chart(
    world: &mut World,
    salts: &mut Salts,
    batch: &mut Batch,
    at: Timestamp,
    patient: PatientId,
    ehr_id: &str,
    chart: &Chart,
) -> Result<(), Unavailable> {
    let events = chart_read(world.team(), patient, ehr_id, chart, at);
    let author = Author {
        user: RECORD,
        origin: Origin::SYSTEM,
        command: None,
    };
    record(world, salts, batch, at, &author, &events)
}

/// Stages what the organization decided about members: it is their author.
pub(super) fn stage_membership(
    world: &mut World,
    salts: &mut Salts,
    batch: &mut Batch,
    at: Timestamp,
    events: &[Event],
) -> Result<(), Unavailable> {
    let author = Author {
        user: ORGANIZATION,
        origin: Origin::SYSTEM,
        command: None,
    };
    record(world, salts, batch, at, &author, events)
}

/// Who makes events happen, for the state and for the journal.
struct Author {
    user: UserId,
    origin: Origin,
    command: Option<CommandRef>,
}

/// Applies events to the staged state and writes down their entries and what readers will hear.
fn record(
    world: &mut World,
    salts: &mut Salts,
    batch: &mut Batch,
    at: Timestamp,
    author: &Author,
    events: &[Event],
) -> Result<(), Unavailable> {
    let Author {
        user,
        origin,
        command,
    } = author;
    for event in events {
        let stamp = Stamp {
            sequence: world.team().sequence + 1,
            at,
            actor: *user,
        };
        let touched = world.core.apply(stamp, event);
        world.charts.hear(event);
        if let Some(command) = command {
            let recent = &mut world.core.recent;
            recent.learn(*user, command.id, command.hash, stamp.sequence, event);
        }
        batch
            .changes
            .push(journalling::change(salts, at, origin, *command, event)?);
        if let Event::MemberAdded(added) = event {
            batch.joined.push(added.user);
        }
        batch.is_audience_changed |= changes_audience(event);
        for list in touched {
            let command = command.map(|command| command.id);
            hear(world, batch, list, stamp, command, event)?;
        }
    }
    Ok(())
}

/// Keeps a list's bytes current, and serializes the change where somebody hears of the list.
fn hear(
    world: &mut World,
    batch: &mut Batch,
    id: ListId,
    stamp: Stamp,
    command: Option<CommandId>,
    event: &Event,
) -> Result<(), Unavailable> {
    let World {
        core,
        projections,
        subscriptions,
        ..
    } = world;
    let team = &core.team;
    let Some(list) = team.lists.get(&id) else {
        return Ok(());
    };
    let is_heard = subscriptions.hears(id);
    if !is_heard && !projections.contains_key(&id) {
        return Ok(());
    }
    let change = team.change(id, event);
    if projections
        .get_mut(&id)
        .is_some_and(|projection| !projection.apply(event, &change))
    {
        projections.remove(&id);
    }
    if is_heard {
        let change = ListChange {
            list: id,
            version: list.version,
            command,
            cause: stamp.into(),
            change,
        };
        let text = serde_json::to_vec(&change).map_err(|e| Unavailable::Busy {
            reason: e.to_string(),
        })?;
        batch.publish(id, list.version, Bytes::from(text));
    }
    Ok(())
}

/// Whether an event may take a list from somebody who has it open.
fn changes_audience(event: &Event) -> bool {
    matches!(
        event,
        Event::MemberRemoved(_) | Event::ListMembersSet(_) | Event::ListDeleted(_)
    )
}

/// The list and patient that a command names, for the entry of its refusal.
fn named(command: &Command) -> (Option<ListId>, Option<PatientId>) {
    match command {
        Command::RenameList(c) => (Some(c.list), None),
        Command::DeleteList(c) => (Some(c.list), None),
        Command::RestoreList(c) => (Some(c.list), None),
        Command::SetDefaultList(c) => (Some(c.list), None),
        Command::SetListMembers(c) => (Some(c.list), None),
        Command::JoinList(c) => (Some(c.list), None),
        Command::SetListColumns(c) => (Some(c.list), None),
        Command::SetListOrder(c) => (Some(c.list), None),
        Command::AddField(c) => (c.list, None),
        Command::AddPatient(c) => (Some(c.list), None),
        Command::EditPatient(c) => (None, Some(c.patient)),
        Command::AddPatientToList(c) => (Some(c.list), Some(c.patient)),
        Command::MovePatient(c) => (Some(c.to), Some(c.patient)),
        Command::RemovePatientFromList(c) => (Some(c.list), Some(c.patient)),
        Command::ReorderPatient(c) => (Some(c.list), Some(c.patient)),
        Command::SetPatientStatus(c) => (None, Some(c.patient)),
        Command::MergePatients(c) => (None, Some(c.patient)),
        Command::UnmergePatients(c) => (None, Some(c.patient)),
        Command::SetValue(c) => (None, Some(c.patient)),
        Command::UndoValue(c) => (None, Some(c.patient)),
        Command::Highlight(c) => (None, Some(c.patient)),
        Command::RemoveHighlight(c) => (None, Some(c.patient)),
        Command::AddNote(c) => (None, Some(c.patient)),
        Command::EditNote(c) => (None, Some(c.patient)),
        Command::DeleteNote(c) => (None, Some(c.patient)),
        Command::RestoreNote(c) => (None, Some(c.patient)),
        Command::ImportPatients(c) => (Some(c.list), None),
        Command::InstallApp(_)
        | Command::AddMember(_)
        | Command::RemoveMember(_)
        | Command::SetMemberRole(_)
        | Command::CreateList(_)
        | Command::RenameField(_)
        | Command::MoveField(_)
        | Command::ArchiveField(_)
        | Command::RestoreField(_)
        | Command::SetFieldOptions(_)
        | Command::LockField(_)
        | Command::UndoImport(_)
        | Command::SetEhrConnection(_)
        | Command::RemoveEhrConnection(_)
        | Command::SetNews2(_) => (None, None),
        Command::SetSpo2Scale(c) => (None, Some(c.patient)),
        Command::AddEhrPatient(c) => (Some(c.list), None),
        Command::LinkPatient(c) => (None, Some(c.patient)),
        Command::UnlinkPatient(c) => (None, Some(c.patient)),
        Command::AnswerEhrIdentity(c) => (None, Some(c.patient)),
    }
}

/// Users who became members in a batch, for the index of "my teams".
pub(super) type Joined = Vec<UserId>;
