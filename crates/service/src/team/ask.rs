//! What an actor is asked. Everything that has an effect or journals is an ask; they are served in order.

use super::recent::{CommandAnswer, CommandHash};
use super::world::World;
use crate::caller::Caller;
use crate::ehr::EhrProblem;
use crate::error::{Refusal, Unavailable};
use crate::live::Outbox;
use crate::live::message::{EditedCell, ServerMessage};
use domain::chart::Chart;
use domain::rejection::Rejection;
use domain::team::access_event::Access;
use domain::team::command::Command;
use domain::{CommandId, ListId, PatientId, UserId};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::oneshot;

/// A live connection of somebody to a team.
#[derive(Clone)]
pub struct Connection {
    /// Unique in the process.
    pub(crate) id: u64,
    /// Who is connected.
    pub(crate) caller: Caller,
    /// What waits for the socket.
    pub(crate) outbox: Arc<Outbox>,
}

impl Connection {
    /// What waits for the socket.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// Tells what a reader of a list must not miss. One who lags is told later, instead of it, to open the list again.
    ///
    /// Returns whether it is queued.
    pub(super) fn tell_of(&self, list: ListId, message: &ServerMessage<'_>) -> bool {
        match serde_json::to_vec(message) {
            Ok(text) => self.outbox.send(list, text.into()),
            Err(error) => {
                tracing::error!(%error, "a live message could not be written");
                false
            }
        }
    }

    /// From where the connection came.
    pub fn client(&self) -> journal::Client {
        self.caller.client
    }
}

/// A message to the actor.
pub(crate) enum Ask {
    /// Do something.
    Command(CommandAsk),
    /// Look at something.
    Read(Box<dyn Read>),
    /// A connection begins.
    Connect { connection: Connection },
    /// Hear of a list's changes.
    Open {
        connection: Connection,
        list: ListId,
        version: Option<u64>,
    },
    /// Hear no more of a list.
    Close { connection: u64, list: ListId },
    /// Say what one edits.
    Editing {
        connection: u64,
        list: ListId,
        editing: Option<EditedCell>,
    },
    /// The connection is gone.
    Disconnect { connection: u64 },
    /// Somebody's connections are to end: they may no longer sign in, or signed out.
    HangUp {
        user: UserId,
        session: Option<Arc<str>>,
    },
    /// A chart was read from the hospital's record.
    ChartRead {
        patient: PatientId,
        ehr_id: String,
        chart: Arc<Chart>,
    },
    /// A round of reading charts is over: whose could not be read, and why.
    ChartsRead {
        failed: Vec<PatientId>,
        problem: Option<EhrProblem>,
    },
    /// The organization changed: its groups may have other members, and what these users may do is another.
    OrganizationChanged { users: Arc<BTreeSet<UserId>> },
    /// An administrator makes somebody an owner.
    AppointOwner {
        user: UserId,
        answer: oneshot::Sender<Result<(), Unavailable>>,
    },
    /// Write everything down and stop.
    Stop { done: oneshot::Sender<()> },
}

/// How many of these asks one append may serve: an open takes effect after it, and whoever asks about what was opened has to
/// find it.
pub(super) fn together(asks: &[Ask]) -> usize {
    let mut opened: Vec<(u64, ListId)> = Vec::new();
    let is_after = |ask: &Ask| {
        let found = match ask {
            Ask::Open {
                connection, list, ..
            } => opened.contains(&(connection.id, *list)),
            Ask::Close { connection, list }
            | Ask::Editing {
                connection, list, ..
            } => opened.contains(&(*connection, *list)),
            Ask::Disconnect { connection } => opened.iter().any(|(open, _)| open == connection),
            Ask::HangUp { .. } | Ask::OrganizationChanged { .. } => !opened.is_empty(),
            Ask::Command(_)
            | Ask::Read(_)
            | Ask::Connect { .. }
            | Ask::ChartRead { .. }
            | Ask::ChartsRead { .. }
            | Ask::AppointOwner { .. }
            | Ask::Stop { .. } => false,
        };
        if let (
            false,
            Ask::Open {
                connection, list, ..
            },
        ) = (found, ask)
        {
            opened.push((connection.id, *list));
        }
        found
    };
    asks.iter().position(is_after).unwrap_or(asks.len())
}

/// What somebody asks to look at, as the entry of a refusal has it.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    action: &'static str,
    list: Option<ListId>,
    patient: Option<PatientId>,
}

impl Asked {
    /// A team, or something that is neither a list nor a patient.
    pub(crate) const fn of_team(action: &'static str) -> Self {
        Self {
            action,
            list: None,
            patient: None,
        }
    }

    /// A list.
    pub(crate) const fn of_list(action: &'static str, list: ListId) -> Self {
        Self {
            action,
            list: Some(list),
            patient: None,
        }
    }

    /// A patient.
    pub(crate) const fn of_patient(action: &'static str, patient: PatientId) -> Self {
        Self {
            action,
            list: None,
            patient: Some(patient),
        }
    }
}

/// A command, and where its answer goes.
pub(crate) struct CommandAsk {
    pub(crate) caller: Caller,
    pub(crate) id: CommandId,
    pub(crate) hash: CommandHash,
    pub(crate) command: Command,
    pub(crate) answer: oneshot::Sender<Result<CommandAnswer, Refusal>>,
}

/// Something to look at. It is staged against the state that the next append makes durable, and handed out after.
pub(crate) trait Read: Send {
    /// Who looks.
    fn caller(&self) -> &Caller;
    /// Looks, keeps the answer, and says what is to be journalled. It may be called again when an append was in vain.
    fn stage(&mut self, world: &mut World, at: Timestamp) -> Vec<Access>;
    /// Hands the answer out, or says why not.
    fn finish(self: Box<Self>, outcome: Result<(), Unavailable>);
}

/// A read made of a closure.
pub(crate) struct Reading<T, F> {
    pub(crate) caller: Caller,
    /// What a refusal is journalled with.
    pub(crate) asked: Asked,
    pub(crate) look: F,
    pub(crate) found: Option<Result<T, Refusal>>,
    pub(crate) answer: oneshot::Sender<Result<T, Refusal>>,
}

impl<T, F> Read for Reading<T, F>
where
    T: Send,
    F: FnMut(&mut World, Timestamp) -> Result<(Vec<Access>, T), Refusal> + Send,
{
    fn caller(&self) -> &Caller {
        &self.caller
    }

    fn stage(&mut self, world: &mut World, at: Timestamp) -> Vec<Access> {
        match (self.look)(world, at) {
            Ok((accesses, found)) => {
                self.found = Some(Ok(found));
                accesses
            }
            Err(refusal) => {
                let accesses = match &refusal {
                    Refusal::Rejected(rejection) => {
                        let Asked {
                            action,
                            list,
                            patient,
                        } = self.asked;
                        refused(action, rejection, list, patient)
                            .into_iter()
                            .collect()
                    }
                    Refusal::Unavailable(_) | Refusal::Ehr(_) => Vec::new(),
                };
                self.found = Some(Err(refusal));
                accesses
            }
        }
    }

    fn finish(self: Box<Self>, outcome: Result<(), Unavailable>) {
        let answer = match outcome {
            Ok(()) => self
                .found
                .unwrap_or(Err(Refusal::Unavailable(Unavailable::Stopped))),
            Err(unavailable) => Err(unavailable.into()),
        };
        // Who asked may have gone: what they saw is journalled all the same.
        let _is_heard = self.answer.send(answer).is_ok();
    }
}

/// The access that a refusal is, where it is one for who somebody is and not for what they wrote.
pub(crate) fn refused(
    action: &str,
    rejection: &Rejection,
    list: Option<ListId>,
    patient: Option<PatientId>,
) -> Option<Access> {
    let is_about_the_person = matches!(
        rejection,
        Rejection::NotFound { .. }
            | Rejection::NotPermitted { .. }
            | Rejection::PolicyForbids { .. }
            | Rejection::FieldLocked { .. }
    );
    is_about_the_person.then(|| {
        Access::Refused(domain::team::access_event::Refused {
            action: action.to_owned(),
            code: rejection.code().to_owned(),
            list,
            patient,
        })
    })
}
