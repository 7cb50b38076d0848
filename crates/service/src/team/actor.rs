//! The actor: it takes what waits, stages it, appends once, waits, and only then lets anybody hear of it.

use super::ask::{Ask, Connection, refused, together};
use super::batch::{Batch, Mode, Staged, Texts};
use super::commands;
use super::handle::Handle;
use super::load::LoadContext;
use super::projection::Encoding;
use super::subscriptions::{Ended, message_of};
use super::watching;
use super::world::World;
use crate::caller::Caller;
use crate::entropy::{Salts, fresh_id};
use crate::error::Unavailable;
use crate::live::message::{Closed, Opened, Reopen, ServerMessage};
use crate::live::{Began, Ending};
use crate::personal;
use bytes::Bytes;
use domain::access::{self, Action};
use domain::rejection::{Rejection, Thing};
use domain::team::access_event::{Access, EndReason, ListViewed};
use domain::team::membership::appoint_owner;
use domain::{ListId, PatientId, ViewId};
use jiff::Timestamp;
use journal::{Append, AppendError, Owner};
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::mpsc;

/// Asks that are served by one append.
const DRAIN: usize = 256;
/// Asks that may wait before senders do.
const INBOX: usize = 1024;
/// How often views are ended, presence is told and unused memory given back.
const TICK: Duration = Duration::from_millis(250);
/// How often an append that lost against another writer is decided again.
const ATTEMPTS: u32 = 3;

/// A team's actor.
pub(crate) struct Actor {
    pub(super) context: LoadContext,
    pub(super) inbox: mpsc::Receiver<Ask>,
    pub(super) world: World,
    pub(super) salts: Salts,
    /// Accesses of what is being staged.
    pub(super) pending: Vec<(Caller, Access)>,
    /// Ends of views, until they are durable.
    pub(super) endings: Vec<(Caller, Access)>,
    pub(super) saved: u64,
    pub(super) ticks_since_saved: u32,
    pub(super) idle_ticks: u32,
    /// The way to itself, for what works beside it.
    pub(super) itself: mpsc::WeakSender<Ask>,
    pub(super) ticks_since_charts: u32,
    /// Up to when ends of accesses by a broken glass were told.
    pub(super) mended: Timestamp,
    /// The organization's groups may say something else of the members than the team's journal.
    pub(super) is_membership_due: bool,
}

/// The actor ends: its state is no longer the journal's, or nobody needs it.
pub(super) struct End;

impl Actor {
    /// Starts the actor of a loaded team whose snapshot holds the changes up to `saved`.
    pub(crate) fn spawn(context: LoadContext, world: World, saved: u64) -> Handle {
        let (sender, inbox) = mpsc::channel(INBOX);
        let actor = Actor {
            context,
            inbox,
            world,
            salts: Salts::new(),
            pending: Vec::new(),
            endings: Vec::new(),
            saved,
            ticks_since_saved: 0,
            idle_ticks: 0,
            itself: sender.downgrade(),
            ticks_since_charts: 0,
            mended: Timestamp::now(),
            // The server may have stopped between a change of the organization and what follows from it here.
            is_membership_due: true,
        };
        tokio::spawn(actor.run());
        Handle::new(sender)
    }

    async fn run(mut self) {
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut asks = Vec::with_capacity(DRAIN);
        loop {
            let served = tokio::select! {
                count = self.inbox.recv_many(&mut asks, DRAIN) => {
                    if count == 0 { Err(End) } else { self.serve(std::mem::take(&mut asks)).await }
                }
                _ = tick.tick() => self.tick().await,
            };
            if served.is_err() {
                break;
            }
        }
    }

    /// Serves what was drained.
    pub(super) async fn serve(&mut self, mut asks: Vec<Ask>) -> Result<(), End> {
        self.idle_ticks = 0;
        while !asks.is_empty() {
            let later = asks.split_off(together(&asks));
            self.serve_together(asks).await?;
            asks = later;
        }
        Ok(())
    }

    /// Serves what one append may hold.
    async fn serve_together(&mut self, mut asks: Vec<Ask>) -> Result<(), End> {
        let mut mode = Mode::All;
        for attempt in 1.. {
            let mut batch = Batch::default();
            self.pending.clear();
            for ask in &mut asks {
                let staged = self.stage(&mut batch, mode, ask);
                batch.staged.push(staged);
            }
            let appended = self.append(&mut batch).await;
            if appended.is_err() {
                self.world.views.take_back();
            }
            match appended {
                Ok(()) => return self.perform(batch, asks).await,
                Err(AppendError::Conflict { .. }) if attempt < ATTEMPTS => {}
                // Looking goes on without room for changes.
                Err(AppendError::NoSpace) if mode == Mode::All => mode = Mode::ReadsOnly,
                Err(error) => {
                    let unavailable = Unavailable::from(error);
                    asks.into_iter().for_each(|ask| fail(ask, &unavailable));
                    return self.reload().await;
                }
            }
            if self.reload().await.is_err() {
                let unavailable = Unavailable::Busy {
                    reason: "the team could not be loaded again".into(),
                };
                asks.into_iter().for_each(|ask| fail(ask, &unavailable));
                return Err(End);
            }
        }
        Ok(())
    }

    fn stage(&mut self, batch: &mut Batch, mode: Mode, ask: &mut Ask) -> Staged {
        let at = Timestamp::now();
        match ask {
            Ask::Command(_) if mode == Mode::ReadsOnly => {
                Staged::Answer(Err(Unavailable::NoSpace.into()))
            }
            Ask::Command(ask) => Staged::Answer(commands::stage(
                &mut self.world,
                &mut self.salts,
                batch,
                at,
                ask,
            )),
            Ask::Read(read) => {
                let accesses = read.stage(&mut self.world, at);
                self.pending.extend(
                    accesses
                        .into_iter()
                        .map(|access| (read.caller().clone(), access)),
                );
                Staged::Found
            }
            Ask::Connect { connection } => {
                // They may have been removed since they asked to be let in.
                if self
                    .world
                    .core
                    .team
                    .find_role(connection.caller.user)
                    .is_none()
                {
                    connection.outbox.hang_up(Ending::Unwelcome);
                }
                self.world.subscriptions.connect(connection.clone());
                Staged::Done
            }
            Ask::Open {
                connection,
                list,
                version,
            } => {
                let is_alike = !batch.hears_masked(*list);
                self.stage_open(at, connection, *list, version.filter(|_| is_alike))
            }
            Ask::Close { connection, list } => {
                let ended = self.world.subscriptions.end(*connection, Some(*list));
                self.end_views(ended, EndReason::Closed);
                Staged::Done
            }
            Ask::Watch {
                connection,
                patient,
            } => self.stage_watch(connection, *patient),
            Ask::Disconnect { connection } => {
                self.world.watches.end(*connection);
                let ended = self.world.subscriptions.end(*connection, None);
                self.end_views(ended, EndReason::Lost);
                Staged::Done
            }
            Ask::Editing {
                connection,
                list,
                editing,
            } => {
                let world = &mut self.world;
                if let Some(channel) = world.subscriptions.channel(*list)
                    && let Some(user) = channel.reader(*connection)
                    && world.core.team.find_role(user).is_some_and(|role| {
                        let policy = world.directory.policy(user);
                        access::permit(role, &policy, Action::EditPatients).is_ok()
                    })
                {
                    channel.presence.set(*connection, user, *editing);
                }
                Staged::Done
            }
            Ask::HangUp { user, session } => {
                let ended = self.world.subscriptions.hang_up(*user, session.as_deref());
                self.end_views(ended, EndReason::Revoked);
                Staged::Done
            }
            Ask::ChartRead {
                patient,
                ehr_id,
                chart,
            } => {
                let link = self.world.team().ehr_link(*patient);
                if link.is_some_and(|link| link.ehr_id == *ehr_id) {
                    self.world.charts.note(*patient, at, true);
                }
                let (world, salts) = (&mut self.world, &mut self.salts);
                if let Err(error) =
                    commands::stage_chart(world, salts, batch, at, *patient, ehr_id, chart)
                {
                    tracing::warn!(team = %self.world.id, %error, "a chart could not be staged");
                }
                Staged::Done
            }
            Ask::OrganizationChanged { users } => {
                let users = users.clone();
                self.stage_organization(batch, mode, at, &users)
            }
            Ask::AppointOwner { user, .. } => {
                let events = appoint_owner(self.world.team(), *user);
                self.stage_membership(batch, mode, at, &events)
            }
            Ask::ChartsRead { .. } | Ask::Stop { .. } => Staged::Done,
        }
    }

    /// A connection has a patient's page open, or none any more. What the page shows is looked at, and journalled, on its own.
    fn stage_watch(&mut self, connection: &Connection, patient: Option<PatientId>) -> Staged {
        let Some(patient) = patient else {
            self.world.watches.end(connection.id);
            return Staged::Done;
        };
        match self.world.watch(connection, patient, Timestamp::now()) {
            Some(newest) => Staged::Watched(newest),
            None => {
                let rejection = Rejection::NotFound {
                    what: Thing::Patient,
                };
                let refused = refused("watch", &rejection, None, Some(patient));
                let caller = &connection.caller;
                self.pending
                    .extend(refused.map(|access| (caller.clone(), access)));
                Staged::Done
            }
        }
    }

    /// Opens a list for a connection: the view is journalled first, unless it goes on.
    fn stage_open(
        &mut self,
        at: Timestamp,
        connection: &Connection,
        id: ListId,
        version: Option<u64>,
    ) -> Staged {
        let caller = &connection.caller;
        let Some(list) = self.world.core.team.find_visible_list(caller.user, id) else {
            let rejection = Rejection::NotFound { what: Thing::List };
            self.pending.extend(
                refused("open", &rejection, Some(id), None).map(|access| (caller.clone(), access)),
            );
            return Staged::NotForThem;
        };
        let (now, patients) = (list.version, list.rows.len());
        // What a reader holds of a protected patient may be more than they see now: time alone ends an access.
        let protects = || self.world.core.team.sensitive_rows(list).next().is_some();
        let version = version.filter(|_| !protects());
        let channel = self.world.subscriptions.begin(id, now, at);
        let is_open = channel.reader(connection.id).is_some();
        let is_resumed = version.is_some_and(|version| channel.can_resume(version, now));
        let snapshot = if is_resumed {
            None
        } else {
            match self.world.list_bytes(caller, at, id, Encoding::Identity) {
                Ok(bytes) => Some(bytes.parts.concat().into()),
                Err(refusal) => {
                    tracing::error!(team = %self.world.id, %refusal, "a list could not be opened");
                    return Staged::NotForThem;
                }
            }
        };
        let fresh = ViewId::new(fresh_id());
        let views = &mut self.world.views;
        if let Began::New(view) = views.open(caller, id, now, at, fresh, is_open) {
            let viewed = ListViewed {
                list: id,
                version: now,
                sequence: self.world.core.team.sequence,
                patients: u32::try_from(patients).unwrap_or(u32::MAX),
                view: Some(view),
            };
            self.pending
                .push((caller.clone(), Access::ListViewed(viewed)));
        }
        Staged::Opened {
            version: now,
            snapshot,
        }
    }

    /// Notes the ends of views that were open by subscriptions.
    pub(super) fn end_views(&mut self, ended: Vec<Ended>, reason: EndReason) {
        let at = Timestamp::now();
        for Ended {
            session,
            list,
            version,
        } in ended
        {
            if let Some(view) = self.world.views.close(&session, list, version, at, reason) {
                self.endings.push((view.caller, view.access));
            }
        }
    }

    /// Makes a batch durable. What it holds may be larger than what is appended at once: a command's entries stay together.
    pub(super) async fn append(&mut self, batch: &mut Batch) -> Result<(), AppendError> {
        let at = Timestamp::now();
        for (caller, access) in self.pending.iter().chain(&self.endings) {
            if batch.access(&mut self.salts, at, caller, access).is_err() {
                return Err(AppendError::Stopped);
            }
        }
        if batch.changes.is_empty() && batch.accesses.is_empty() {
            self.world.views.keep();
            return Ok(());
        }
        for user in &batch.joined {
            // The index of "my teams" may name a team too many, never one too few: it is written before.
            if let Err(error) =
                personal::remember_team(&*self.context.journal, *user, self.world.id).await
            {
                tracing::warn!(team = %self.world.id, %error, "the index of teams could not be written");
                return Err(AppendError::NoSpace);
            }
        }
        if batch.breaks_glass
            && let Err(error) =
                personal::remember_break_glass(&*self.context.journal, self.world.id).await
        {
            tracing::warn!(team = %self.world.id, %error, "the index of openings could not be written");
            return Err(AppendError::NoSpace);
        }
        let changes = std::mem::take(&mut batch.changes);
        let expected_sequence = self.world.core.team.sequence - changes.len() as u64;
        let append = Append {
            owner: Owner::Team(self.world.id),
            expected_sequence,
            changes,
            accesses: std::mem::take(&mut batch.accesses),
        };
        self.context.journal.append(append).await?;
        self.endings.clear();
        self.world.views.keep();
        Ok(())
    }

    /// Lets everybody hear of a durable batch, in the order in which it was staged.
    async fn perform(&mut self, batch: Batch, asks: Vec<Ask>) -> Result<(), End> {
        let mut heard = batch.heard.into_iter().peekable();
        let mut waiting: HashMap<ListId, (u64, Vec<Texts>)> = HashMap::new();
        let mut answers = Vec::new();
        let mut stopping = None;
        for (number, (ask, staged)) in asks.into_iter().zip(batch.staged).enumerate() {
            while let Some((_, heard)) = heard.next_if(|(cause, _)| *cause <= number) {
                let (version, texts) = waiting.entry(heard.list).or_default();
                *version = heard.version;
                texts.push(heard.texts);
            }
            match (ask, staged) {
                (Ask::Command(ask), Staged::Answer(answer)) => answers.push((ask.answer, answer)),
                (Ask::Read(read), _) => read.finish(Ok(())),
                (
                    Ask::Open {
                        connection,
                        list,
                        version: held,
                    },
                    Staged::Opened { version, snapshot },
                ) => {
                    if let Some((version, texts)) = waiting.remove(&list) {
                        self.publish(list, version, texts);
                    }
                    self.open(connection, list, held, version, snapshot);
                }
                (
                    Ask::Open {
                        connection, list, ..
                    },
                    _,
                ) => {
                    let closed = ServerMessage::Closed(Closed {
                        list,
                        code: "not_found",
                    });
                    let _is_queued = connection.tell_of(list, &closed);
                }
                (
                    Ask::Watch {
                        connection,
                        patient: Some(patient),
                    },
                    Staged::Watched(newest),
                ) => watching::tell(&connection, patient, newest),
                (Ask::OrganizationChanged { .. }, Staged::Done) => self.is_membership_due = false,
                (Ask::AppointOwner { answer, .. }, staged) => {
                    let is_done = matches!(staged, Staged::Done);
                    let result = is_done.then_some(()).ok_or(Unavailable::NoSpace);
                    // Who asked may have gone; the appointment stands.
                    let _is_heard = answer.send(result).is_ok();
                }
                (Ask::ChartsRead { failed, problem }, _) => self.end_round(&failed, problem),
                (Ask::Stop { done }, _) => stopping = Some(done),
                _ => {}
            }
        }
        for (list, (version, texts)) in waiting {
            self.publish(list, version, texts);
        }
        let is_audience_changed = batch.is_audience_changed || batch.is_protection_changed;
        self.world
            .tell_news(batch.news, is_audience_changed, Timestamp::now());
        if batch.is_record_changed {
            self.tell_record_state();
        }
        for (sender, answer) in answers {
            // Who asked may have gone; the change stands.
            let _is_heard = sender.send(answer).is_ok();
        }
        if batch.is_audience_changed {
            let ended = self.world.subscriptions.revoke(&self.world.core.team);
            self.end_views(ended, EndReason::Revoked);
        }
        if batch.is_protection_changed {
            self.world.subscriptions.retell_presence();
        }
        self.save_if_due().await;
        match stopping {
            None => Ok(()),
            Some(done) => {
                self.stop().await;
                let _is_heard = done.send(()).is_ok();
                Err(End)
            }
        }
    }

    fn publish(&mut self, list: ListId, version: u64, texts: Vec<Texts>) {
        if let Some(channel) = self.world.subscriptions.channel(list) {
            let ended = channel.publish(list, texts, version);
            self.end_views(ended, EndReason::Lost);
        }
    }

    fn open(
        &mut self,
        connection: Connection,
        list: ListId,
        held: Option<u64>,
        version: u64,
        snapshot: Option<Bytes>,
    ) {
        let Some(channel) = self.world.subscriptions.channel(list) else {
            return;
        };
        let text = snapshot.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
        let raw = text.and_then(|text| serde_json::value::RawValue::from_string(text).ok());
        let opened = ServerMessage::Opened(Opened {
            list,
            version,
            snapshot: raw.as_deref(),
        });
        let missed: Vec<Bytes> = match held.and_then(|held| channel.since(held)) {
            Some(missed) if raw.is_none() => missed,
            _ => Vec::new(),
        };
        let is_told = connection.tell_of(list, &opened)
            && (missed.is_empty() || connection.outbox.send(list, message_of(missed.iter())));
        if !is_told {
            // They lag so far behind that they are told to open it again later: until then nobody reads it.
            let ended = Ended {
                session: connection.caller.session.clone(),
                list,
                version,
            };
            channel.unsubscribe(connection.id);
            self.end_views(vec![ended], EndReason::Lost);
            return;
        }
        let user = connection.caller.user;
        let at = Timestamp::now();
        let presence = channel.presence_for(list, user, &self.world.core.team, at);
        let presence = ServerMessage::Presence(presence);
        if let Ok(text) = serde_json::to_vec(&presence) {
            connection.outbox.send_hint(text.into());
        }
        let outbox = connection.outbox.clone();
        channel.subscribe(connection);
        self.begin_round(Timestamp::now());
        if let Some(text) = self.world.record_state(list) {
            outbox.send_hint(text);
        }
    }
}

/// Says that an ask came to nothing.
fn fail(ask: Ask, unavailable: &Unavailable) {
    match ask {
        Ask::Command(ask) => {
            let _is_heard = ask.answer.send(Err(unavailable.clone().into())).is_ok();
        }
        Ask::Read(read) => read.finish(Err(unavailable.clone())),
        Ask::Open {
            connection, list, ..
        } => {
            let reopen = ServerMessage::Reopen(Reopen { list });
            let _is_queued = connection.tell_of(list, &reopen);
        }
        Ask::AppointOwner { answer, .. } => {
            let _is_heard = answer.send(Err(unavailable.clone())).is_ok();
        }
        Ask::Connect { .. }
        | Ask::Close { .. }
        | Ask::Editing { .. }
        | Ask::Watch { .. }
        | Ask::Disconnect { .. }
        | Ask::HangUp { .. }
        | Ask::ChartRead { .. }
        | Ask::ChartsRead { .. }
        | Ask::OrganizationChanged { .. }
        | Ask::Stop { .. } => {}
    }
}
