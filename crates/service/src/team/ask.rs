//! What an actor is asked. Everything that has an effect or journals is an ask; they are served in order.

use super::recent::{CommandAnswer, CommandHash};
use super::world::World;
use crate::caller::Caller;
use crate::error::{Refusal, Unavailable};
use crate::live::Outbox;
use crate::live::message::EditedCell;
use domain::rejection::Rejection;
use domain::team::access_event::Access;
use domain::team::command::Command;
use domain::{CommandId, ListId, UserId};
use jiff::Timestamp;
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
    /// Write everything down and stop.
    Stop { done: oneshot::Sender<()> },
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
    /// The name that a refusal is journalled under.
    pub(crate) action: &'static str,
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
                    Refusal::Rejected(rejection) => refused(self.action, rejection, None, None)
                        .into_iter()
                        .collect(),
                    Refusal::Unavailable(_) => Vec::new(),
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
    patient: Option<domain::PatientId>,
) -> Option<Access> {
    let is_about_the_person = matches!(
        rejection,
        Rejection::NotFound { .. } | Rejection::NotPermitted { .. } | Rejection::FieldLocked { .. }
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
