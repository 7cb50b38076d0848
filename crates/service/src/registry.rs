//! The service: everything that can be asked of the product, whoever asks it.

use crate::caller::Caller;
use crate::directory::Directory;
use crate::ehr::{Ehr, Outcome};
use crate::error::{Refusal, Unavailable};
use crate::journalling::Origin;
use crate::live::Outbox;
use crate::live::message::EditedCell;
use crate::organization::{OrganizationAnswer, OrganizationStore};
use crate::personal;
use crate::sealing::Sealer;
use crate::team::{Asked, CommandAnswer, Connection, Handle, LoadContext, load};
use bytes::Bytes;
use domain::chart::Chart;
use domain::organization::access_event::{Access, ServerStarted};
use domain::organization::{self, Organization};
use domain::rejection::{Rejection, Thing};
use domain::team::command::Command;
use domain::team::state::Role;
use domain::{CommandId, ListId, PatientId, TeamId, UserId};
use hmac::{Hmac, KeyInit, Mac};
use journal::{Client, Damage, Journal, Owner, RecordChange, Table};
use sha2::Sha256;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc;

/// The use cases of the product.
pub struct Service {
    pub(crate) context: LoadContext,
    organization: OrganizationStore,
    teams: Mutex<HashMap<TeamId, Arc<Slot>>>,
    /// Teams whose changes are not as they were written, and where. Nobody is served by them until the server starts anew.
    damaged: Mutex<HashMap<TeamId, String>>,
    /// Serializes changes of personal records, which are read, changed and written.
    pub(crate) marks: tokio::sync::Mutex<()>,
    command_key: [u8; 32],
    connections: AtomicU64,
}

/// A team's place in memory, whether it is loaded or not.
type Slot = tokio::sync::Mutex<Option<Handle>>;

/// A team, as one of its members finds it among theirs.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct MyTeam {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// The reader's role; null where the team cannot be read now.
    pub role: Option<Role>,
}

/// How often a team is loaded again when its actor ends just then.
const ATTEMPTS: usize = 3;

impl Service {
    /// Opens the service on a journal; `ehr` is how records are asked.
    ///
    /// # Errors
    /// The organization's journal cannot be read.
    pub async fn open(journal: Arc<dyn Journal>, ehr: Ehr) -> Result<Self, Unavailable> {
        let directory = Directory::default();
        let command_key = store_key(&*journal, "command").await?;
        let organization = OrganizationStore::load(journal.clone(), directory.clone()).await?;
        let service = Self {
            context: LoadContext {
                journal,
                directory,
                ehr: Arc::new(ehr),
            },
            organization,
            teams: Mutex::default(),
            damaged: Mutex::default(),
            marks: tokio::sync::Mutex::default(),
            command_key,
            connections: AtomicU64::new(1),
        };
        let started = Access::ServerStarted(ServerStarted {
            version: env!("CARGO_PKG_VERSION").to_owned(),
        });
        match service.organization.access(&Origin::SYSTEM, &started).await {
            // A full disk must not keep the ward from reading.
            Ok(()) | Err(Unavailable::NoSpace) => Ok(service),
            Err(error) => Err(error),
        }
    }

    /// The organization's state now.
    pub fn organization(&self) -> Arc<Organization> {
        self.context.directory.now()
    }

    pub(crate) fn ehr(&self) -> &Arc<Ehr> {
        &self.context.ehr
    }

    /// Seals what must not lie readable in the store.
    pub fn sealer(&self) -> &Sealer {
        &self.context.ehr.sealer
    }

    /// The journal beneath, for what is kept beside the streams.
    pub fn journal(&self) -> &Arc<dyn Journal> {
        &self.context.journal
    }

    /// Does what an administrator commands. `text` is the command as it was sent.
    ///
    /// # Errors
    /// The rules or the storage refuse it; nothing was changed then.
    pub async fn command_organization(
        &self,
        caller: &Caller,
        id: CommandId,
        text: &[u8],
        command: organization::Command,
    ) -> Result<OrganizationAnswer, Refusal> {
        let before = self.organization();
        let appointed = match &command {
            organization::Command::AppointOwner(c) => Some((c.team, c.user)),
            _ => None,
        };
        let answer = self
            .organization
            .command(caller, id, self.command_hash(text), command)
            .await?;
        // Also where the command was done before: the server may have stopped in between.
        if let Some((team, user)) = appointed {
            self.appoint_owner(team, user).await?;
        }
        self.follow_organization(&before).await;
        Ok(answer)
    }

    /// Does what the server itself wants: the first administrator, the demo's hospital.
    ///
    /// # Errors
    /// As [`Service::command_organization`].
    pub async fn command_organization_as_system(
        &self,
        command: organization::Command,
    ) -> Result<OrganizationAnswer, Refusal> {
        let before = self.organization();
        let answer = self.organization.command_by_system(command).await?;
        self.follow_organization(&before).await;
        Ok(answer)
    }

    /// Journals that a signed-in person came in or was refused. Durable when it returns.
    ///
    /// # Errors
    /// The storage refuses it.
    pub async fn record_access(&self, caller: &Caller, access: &Access) -> Result<(), Unavailable> {
        self.organization
            .access(&Origin::from(caller), access)
            .await
    }

    /// Journals what somebody did who is not signed in. Durable when it returns.
    ///
    /// # Errors
    /// The storage refuses it.
    pub async fn record_anonymous_access(
        &self,
        client: Client,
        access: &Access,
    ) -> Result<(), Unavailable> {
        self.organization
            .access(&Origin::anonymous(client), access)
            .await
    }

    /// Does what a member commands. `text` is the command as it was sent.
    ///
    /// # Errors
    /// The rules or the storage refuse it; nothing was changed then.
    pub async fn command(
        &self,
        caller: &Caller,
        team: TeamId,
        id: CommandId,
        text: &[u8],
        command: Command,
    ) -> Result<CommandAnswer, Refusal> {
        let hash = self.command_hash(text);
        if !command.asks_record() {
            return self.tell(caller, team, id, hash, command).await;
        }
        let asker = caller.clone();
        let look =
            move |world: &mut crate::team::World, _| world.look_at_command(&asker, id, &hash);
        let known = self
            .read(caller, team, Asked::of_team("command"), look)
            .await?;
        if let Some(answer) = known {
            return Ok(answer);
        }
        let (command, prepared) = self.prepare(caller, team, command).await?;
        let answer = self.tell(caller, team, id, hash, command).await;
        self.finish(caller, team, prepared, Outcome::of(&answer))
            .await?;
        answer
    }

    /// Has a team's actor judge a command.
    async fn tell(
        &self,
        caller: &Caller,
        team: TeamId,
        id: CommandId,
        hash: [u8; 32],
        command: Command,
    ) -> Result<CommandAnswer, Refusal> {
        for _ in 1..ATTEMPTS {
            let handle = self.handle_for(caller, team).await?;
            if let Ok(answer) = handle
                .command(caller.clone(), id, hash, command.clone())
                .await
            {
                return answer;
            }
        }
        Err(gone().into())
    }

    /// Tells a team of a chart that was read, where it is in memory.
    pub(crate) async fn tell_team_of_chart(
        &self,
        team: TeamId,
        patient: PatientId,
        ehr_id: &str,
        chart: &Arc<Chart>,
    ) {
        if let Some(handle) = self.find_loaded(team).await {
            handle
                .chart_read(patient, ehr_id.to_owned(), chart.clone())
                .await;
        }
    }

    /// Forgets charts that are older than charts are kept.
    ///
    /// # Errors
    /// The storage refuses it.
    pub async fn sweep_charts(&self) -> Result<(), Refusal> {
        let now = jiff::Timestamp::now();
        self.ehr().sweep_charts(&**self.journal(), now).await
    }

    /// The caller's teams, by name.
    ///
    /// # Errors
    /// The index of teams cannot be read.
    pub async fn my_teams(&self, caller: &Caller) -> Result<Vec<MyTeam>, Refusal> {
        let mut teams = Vec::new();
        for id in personal::find_teams(&*self.context.journal, caller.user).await? {
            let Some(name) = self
                .organization()
                .teams
                .get(&id)
                .map(|team| team.name.clone())
            else {
                continue;
            };
            let asker = caller.clone();
            match self
                .read(caller, id, Asked::of_team("my_teams"), move |world, _| {
                    world.look_at_role(&asker)
                })
                .await
            {
                Ok(None) => {}
                Ok(role) => teams.push(MyTeam { id, name, role }),
                // One damaged team must not hide the others.
                Err(Refusal::Unavailable(Unavailable::Damaged { .. })) => teams.push(MyTeam {
                    id,
                    name,
                    role: None,
                }),
                Err(refusal) => return Err(refusal),
            }
        }
        teams.sort_by_key(|team| team.name.to_lowercase());
        Ok(teams)
    }

    /// Connects somebody to a team: what they will hear comes out of the returned queue.
    ///
    /// # Errors
    /// They are no member.
    pub async fn connect(
        &self,
        caller: &Caller,
        team: TeamId,
    ) -> Result<(Connection, mpsc::Receiver<Bytes>), Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, _| world.look_at_membership(&asker);
        self.read(caller, team, Asked::of_team("live"), look)
            .await?;
        let (outbox, queue) = Outbox::new();
        let id = self.connections.fetch_add(1, Ordering::Relaxed);
        let connection = Connection {
            id,
            caller: caller.clone(),
            outbox: Arc::new(outbox),
        };
        self.handle(team)
            .await?
            .connect(connection.clone())
            .await
            .map_err(|_| gone())?;
        Ok((connection, queue))
    }

    /// Opens a list for a connection.
    ///
    /// # Errors
    /// The team cannot be loaded.
    pub async fn open_list(
        &self,
        team: TeamId,
        connection: &Connection,
        list: ListId,
        version: Option<u64>,
    ) -> Result<(), Refusal> {
        Ok(self
            .handle(team)
            .await?
            .open(connection.clone(), list, version)
            .await
            .map_err(|_| gone())?)
    }

    /// Closes a list for a connection.
    ///
    /// # Errors
    /// The team cannot be loaded.
    pub async fn close_list(
        &self,
        team: TeamId,
        connection: &Connection,
        list: ListId,
    ) -> Result<(), Refusal> {
        Ok(self
            .handle(team)
            .await?
            .close(connection.id, list)
            .await
            .map_err(|_| gone())?)
    }

    /// Says what a connection's person edits.
    ///
    /// # Errors
    /// The team cannot be loaded.
    pub async fn set_editing(
        &self,
        team: TeamId,
        connection: &Connection,
        list: ListId,
        editing: Option<EditedCell>,
    ) -> Result<(), Refusal> {
        Ok(self
            .handle(team)
            .await?
            .editing(connection.id, list, editing)
            .await
            .map_err(|_| gone())?)
    }

    /// A connection is over.
    pub async fn disconnect(&self, team: TeamId, connection: &Connection) {
        // A team that is gone from memory has forgotten its connections already.
        if let Some(handle) = self.find_loaded(team).await {
            let _is_heard = handle.disconnect(connection.id).await.is_ok();
        }
    }

    /// Ends somebody's live connections: of one session, or all of them.
    pub async fn hang_up(&self, user: UserId, session: Option<Arc<str>>) {
        let teams: Vec<TeamId> = self.slots().keys().copied().collect();
        for team in teams {
            if let Some(handle) = self.find_loaded(team).await {
                let _is_heard = handle.hang_up(user, session.clone()).await.is_ok();
            }
        }
    }

    /// Ends all views, saves every loaded team and stops. Nothing may be asked after.
    pub async fn stop(&self) {
        let teams: Vec<TeamId> = self.slots().keys().copied().collect();
        for team in teams {
            if let Some(handle) = self.find_loaded(team).await {
                handle.stop().await;
            }
        }
    }

    /// Looks at something of a team; what `look` returns leaves only after its accesses are durable.
    pub(crate) async fn read<T, F>(
        &self,
        caller: &Caller,
        team: TeamId,
        asked: Asked,
        look: F,
    ) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: FnMut(&mut crate::team::World, jiff::Timestamp) -> crate::team::Looked<T>
            + Send
            + Clone
            + 'static,
    {
        for _ in 1..ATTEMPTS {
            let handle = self.handle_for(caller, team).await?;
            if let Ok(answer) = handle.read(caller.clone(), asked, look.clone()).await {
                return answer;
            }
        }
        Err(gone().into())
    }

    /// Refuses a team from now on of whose journal an entry was found damaged: what it holds in memory may rest on it, or who looked at it is
    /// no longer known for certain. Others are served.
    pub async fn refuse_damaged(&self, damage: &Damage) {
        let Owner::Team(team) = damage.stream.owner else {
            return;
        };
        self.damaged_teams().insert(team, damage.to_string());
        if let Some(handle) = self.find_loaded(team).await {
            handle.stop().await;
        }
    }

    /// The team's actor, for somebody. That a team is damaged is told to those alone whose team it may be.
    async fn handle_for(&self, caller: &Caller, team: TeamId) -> Result<Handle, Refusal> {
        let handle = self.handle(team).await;
        if let Err(Refusal::Unavailable(Unavailable::Damaged { .. })) = handle
            && !personal::find_teams(&*self.context.journal, caller.user)
                .await?
                .contains(&team)
        {
            return Err(Rejection::NotFound { what: Thing::Team }.into());
        }
        handle
    }

    /// The team's actor; loads the team where it is not in memory.
    pub(crate) async fn handle(&self, team: TeamId) -> Result<Handle, Refusal> {
        // Ids that were never given must not take memory.
        if !self.organization().teams.contains_key(&team) {
            return Err(Rejection::NotFound { what: Thing::Team }.into());
        }
        let slot = self.slots().entry(team).or_default().clone();
        let mut loaded = slot.lock().await;
        if let Some(handle) = loaded.as_ref().filter(|handle| !handle.is_gone()) {
            return Ok(handle.clone());
        }
        if let Some(place) = self.damaged_teams().get(&team).cloned() {
            return Err(Unavailable::Damaged { place }.into());
        }
        let handle = load(&self.context, team).await.inspect_err(|error| {
            tracing::error!(%team, %error, "a team cannot be loaded");
            if let Unavailable::Damaged { place } = error {
                self.damaged_teams().insert(team, place.clone());
            }
        })?;
        let handle = handle.ok_or(Rejection::NotFound { what: Thing::Team })?;
        *loaded = Some(handle.clone());
        Ok(handle)
    }

    pub(crate) async fn find_loaded(&self, team: TeamId) -> Option<Handle> {
        let slot = self.slots().get(&team).cloned()?;
        let loaded = slot.lock().await;
        loaded.clone().filter(|handle| !handle.is_gone())
    }

    fn damaged_teams(&self) -> std::sync::MutexGuard<'_, HashMap<TeamId, String>> {
        self.damaged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn slots(&self) -> std::sync::MutexGuard<'_, HashMap<TeamId, Arc<Slot>>> {
        self.teams.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A command's keyed hash: equal texts are the same command, and the text cannot be guessed from it.
    fn command_hash(&self, text: &[u8]) -> [u8; 32] {
        // HMAC takes keys of any length: the error cannot occur, and an all-zero hash would only make retries fail.
        Hmac::<Sha256>::new_from_slice(&self.command_key).map_or([0; 32], |mut mac| {
            mac.update(text);
            mac.finalize().into_bytes().into()
        })
    }
}

pub(crate) fn gone() -> Unavailable {
    Unavailable::Busy {
        reason: "the team is leaving memory".into(),
    }
}

/// A random key of this store; made at the first start.
async fn store_key(journal: &dyn Journal, purpose: &str) -> Result<[u8; 32], Unavailable> {
    if let Some(key) = journal.get_record(Table::StoreKey, purpose).await?
        && let Ok(key) = <[u8; 32]>::try_from(&key[..])
    {
        return Ok(key);
    }
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|e| Unavailable::Busy {
        reason: e.to_string(),
    })?;
    let change = RecordChange {
        table: Table::StoreKey,
        key: purpose.to_owned(),
        value: Some(key.to_vec()),
    };
    journal.put_records(vec![change]).await?;
    Ok(key)
}
