//! The organization: one state, changed under a lock, published to everybody.

use crate::caller::Caller;
use crate::directory::Directory;
use crate::entropy::{Salts, fresh_id};
use crate::error::{Refusal, Unavailable};
use crate::journalling::{self, Origin};
use crate::personal;
use crate::team::{check_id, is_too_old};
use domain::organization::access_event::{Access, Refused};
use domain::organization::decide::Actor;
use domain::organization::{Command, Context, Event, Organization, decide, evolve};
use domain::rejection::Rejection;
use domain::{CommandId, GroupId, PolicyId, TeamId, UserId};
use jiff::Timestamp;
use journal::{
    Actor as Who, Append, CommandRef, Entry, Journal, NewEntry, Owner, StreamId, StreamKind,
};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Entries that are read at once.
const PAGE: usize = 2_000;

/// What a command did, as its sender is told.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, utoipa::ToSchema)]
pub struct OrganizationAnswer {
    /// The sequence of the last change that it made; where it changed nothing, the organization's.
    pub sequence: u64,
    /// The user that it made or was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<UserId>,
    /// The team that it made or was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// The group that it made or was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// The policy that it made or was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyId>,
}

/// The organization's state and its journal.
pub(crate) struct OrganizationStore {
    journal: Arc<dyn Journal>,
    directory: Directory,
    state: Mutex<State>,
}

struct State {
    organization: Arc<Organization>,
    recent: HashMap<(UserId, CommandId), ([u8; 32], OrganizationAnswer)>,
    salts: Salts,
}

impl OrganizationStore {
    /// Reads the organization from its journal.
    pub(crate) async fn load(
        journal: Arc<dyn Journal>,
        directory: Directory,
    ) -> Result<Self, Unavailable> {
        let mut organization = Organization::default();
        let mut recent = HashMap::new();
        let stream = StreamId {
            owner: Owner::Organization,
            kind: StreamKind::Changes,
        };
        loop {
            let page = journal.read(stream, organization.sequence, PAGE).await?;
            for entry in &page {
                replay(&mut organization, &mut recent, entry)?;
            }
            if page.len() < PAGE {
                break;
            }
        }
        let organization = Arc::new(organization);
        directory.replace(organization.clone());
        Ok(Self {
            journal,
            directory,
            state: Mutex::new(State {
                organization,
                recent,
                salts: Salts::new(),
            }),
        })
    }

    /// Does what an administrator commands.
    pub(crate) async fn command(
        &self,
        caller: &Caller,
        id: CommandId,
        hash: [u8; 32],
        command: Command,
    ) -> Result<OrganizationAnswer, Refusal> {
        let now = Timestamp::now();
        check_id(id, now)?;
        let mut state = self.state.lock().await;
        match state.recent.get(&(caller.user, id)) {
            Some((known, answer)) if *known == hash => return Ok(answer.clone()),
            Some(_) => return Err(Rejection::CommandIdReused.into()),
            None => {}
        }
        let action = command.type_name();
        let events = match judge(&state.organization, Actor::User(caller.user), command) {
            Ok(events) => events,
            Err(rejection) => {
                if matches!(
                    rejection,
                    Rejection::NotPermitted { .. } | Rejection::PolicyForbids { .. }
                ) {
                    let refused = Refused {
                        action: action.to_owned(),
                        code: rejection.code().to_owned(),
                    };
                    drop(state);
                    self.access(&Origin::from(caller), &Access::Refused(refused))
                        .await?;
                }
                return Err(rejection.into());
            }
        };
        let answer = self
            .record(
                &mut state,
                &Origin::from(caller),
                Some(CommandRef { id, hash }),
                &events,
            )
            .await?;
        state.recent.retain(|(_, id), _| !is_too_old(*id, now));
        state
            .recent
            .insert((caller.user, id), (hash, answer.clone()));
        Ok(answer)
    }

    /// Does what the server itself wants: the first administrator, the demo's hospital.
    pub(crate) async fn command_by_system(
        &self,
        command: Command,
    ) -> Result<OrganizationAnswer, Refusal> {
        let mut state = self.state.lock().await;
        let events = judge(&state.organization, Actor::System, command)?;
        Ok(self
            .record(&mut state, &Origin::SYSTEM, None, &events)
            .await?)
    }

    /// Does what the directory wants, all of it or nothing: commands that `next` gives one after another, each with the state that the former ones
    /// leave.
    pub(crate) async fn provision<E: From<Rejection> + From<Unavailable>>(
        &self,
        origin: &Origin,
        mut next: impl FnMut(&Organization, &OrganizationAnswer) -> Result<Option<Command>, E>,
    ) -> Result<(Arc<Organization>, OrganizationAnswer), E> {
        let mut state = self.state.lock().await;
        let mut staged = Organization::clone(&state.organization);
        let (mut made, mut events) = (OrganizationAnswer::default(), Vec::new());
        while let Some(command) = next(&staged, &made)? {
            for event in judge(&staged, Actor::System, command)? {
                let sequence = staged.sequence + 1;
                evolve(&mut staged, sequence, Timestamp::now(), &event);
                learn(&mut made, sequence, &event);
                events.push(event);
            }
        }
        let answer = self.record(&mut state, origin, None, &events).await?;
        Ok((state.organization.clone(), answer))
    }

    /// Journals that somebody came in, tried to, or was refused. Durable when it returns.
    pub(crate) async fn access(&self, origin: &Origin, access: &Access) -> Result<(), Unavailable> {
        let entry =
            journalling::organization_access(&mut Salts::new(), Timestamp::now(), origin, access)?;
        self.append(0, vec![], vec![entry]).await
    }

    async fn record(
        &self,
        state: &mut State,
        origin: &Origin,
        command: Option<CommandRef>,
        events: &[Event],
    ) -> Result<OrganizationAnswer, Unavailable> {
        let at = Timestamp::now();
        let mut organization = Organization::clone(&state.organization);
        let expected_sequence = organization.sequence;
        let mut answer = OrganizationAnswer {
            sequence: expected_sequence,
            ..OrganizationAnswer::default()
        };
        let mut entries = Vec::with_capacity(events.len());
        for event in events {
            entries.push(journalling::organization_change(
                &mut state.salts,
                at,
                origin,
                command,
                event,
            )?);
            let sequence = organization.sequence + 1;
            evolve(&mut organization, sequence, at, event);
            learn(&mut answer, organization.sequence, event);
            if let Event::TeamCreated(created) = event {
                // Before the team is: the index of "my teams" may name a team too many, never one too few.
                personal::remember_team(&*self.journal, created.owner, created.team).await?;
            }
        }
        if !entries.is_empty() {
            self.append(expected_sequence, entries, vec![]).await?;
        }
        state.organization = Arc::new(organization);
        self.directory.replace(state.organization.clone());
        Ok(answer)
    }

    async fn append(
        &self,
        expected: u64,
        changes: Vec<NewEntry>,
        accesses: Vec<NewEntry>,
    ) -> Result<(), Unavailable> {
        let append = Append {
            owner: Owner::Organization,
            expected_sequence: expected,
            changes,
            accesses,
        };
        self.journal.append(append).await?;
        Ok(())
    }
}

fn judge(
    organization: &Organization,
    actor: Actor,
    command: Command,
) -> Result<Vec<Event>, Rejection> {
    let is_time_zone = |name: &str| jiff::tz::TimeZone::get(name).is_ok();
    let mut context = Context {
        actor,
        fresh_id: &mut fresh_id,
        is_time_zone: &is_time_zone,
    };
    decide(organization, &mut context, command)
}

fn learn(answer: &mut OrganizationAnswer, sequence: u64, event: &Event) {
    answer.sequence = sequence;
    match event {
        Event::UserCreated(e) => answer.user = Some(e.id),
        Event::UserUpdated(e) => answer.user = Some(e.id),
        Event::UserDisabled(e) => answer.user = Some(e.id),
        Event::UserEnabled(e) => answer.user = Some(e.id),
        Event::EnrolmentIssued(e) => answer.user = Some(e.id),
        Event::SignInNameSet(e) => answer.user = Some(e.id),
        Event::ExternalIdSet(e) => answer.user = Some(e.id),
        Event::IdentityLinked(e) => answer.user = Some(e.id),
        Event::IdentityUnlinked(e) => answer.user = Some(e.id),
        Event::GroupCreated(e) => answer.group = Some(e.group),
        Event::GroupUpdated(e) => answer.group = Some(e.group),
        Event::GroupDeleted(e) => answer.group = Some(e.group),
        Event::GroupMembersChanged(e) => answer.group = Some(e.group),
        Event::PolicyCreated(e) => answer.policy = Some(e.policy),
        Event::PolicyUpdated(e) => answer.policy = Some(e.policy),
        Event::PolicyDeleted(e) => answer.policy = Some(e.policy),
        Event::DefaultPolicySet(_) => {}
        Event::UserPolicyAssigned(e) => {
            answer.user = Some(e.user);
            answer.policy = e.policy;
        }
        Event::GroupPolicyAssigned(e) => {
            answer.group = Some(e.group);
            answer.policy = e.policy.map(|assigned| assigned.policy);
        }
        Event::OwnerAppointed(e) => {
            answer.team = Some(e.team);
            answer.user = Some(e.user);
        }
        Event::GroupLinkedToTeam(e) => answer.team = Some(e.team),
        Event::GroupUnlinkedFromTeam(e) => answer.team = Some(e.team),
        Event::TeamCreated(e) => answer.team = Some(e.team),
        Event::TeamRenamed(e) => answer.team = Some(e.team),
    }
}

fn replay(
    organization: &mut Organization,
    recent: &mut HashMap<(UserId, CommandId), ([u8; 32], OrganizationAnswer)>,
    entry: &Entry,
) -> Result<(), Unavailable> {
    let (Some(header), Some(body)) = (&entry.header, &entry.body) else {
        organization.sequence = entry.sequence;
        return Ok(());
    };
    let event: Event = serde_json::from_slice(body).map_err(|error| Unavailable::Damaged {
        place: format!(
            "{} {} at position {}: {:?} error",
            entry.stream,
            entry.sequence,
            entry.position,
            error.classify()
        ),
    })?;
    evolve(organization, entry.sequence, header.at, &event);
    if let (Who::User(user), Some(command)) = (header.actor, header.command) {
        let (_, answer) = recent
            .entry((user, command.id))
            .or_insert((command.hash, OrganizationAnswer::default()));
        learn(answer, entry.sequence, &event);
    }
    Ok(())
}
