//! How others reach a team's actor.

use super::ask::{Ask, Asked, CommandAsk, Connection, Reading};
use super::recent::{CommandAnswer, CommandHash};
use super::world::World;
use crate::caller::Caller;
use crate::ehr::EhrProblem;
use crate::error::{Refusal, Unavailable};
use crate::live::message::EditedCell;
use domain::chart::Chart;
use domain::team::access_event::Access;
use domain::team::command::Command;
use domain::{CommandId, ListId, PatientId, UserId};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

/// How others reach a team's actor.
#[derive(Clone)]
pub(crate) struct Handle {
    inbox: mpsc::Sender<Ask>,
}

/// The actor is gone: the team must be loaded again.
pub(crate) struct Gone;

impl Handle {
    pub(super) fn new(inbox: mpsc::Sender<Ask>) -> Self {
        Self { inbox }
    }

    pub(crate) fn is_gone(&self) -> bool {
        self.inbox.is_closed()
    }

    async fn ask(&self, ask: Ask) -> Result<(), Gone> {
        self.inbox.send(ask).await.map_err(|_| Gone)
    }

    /// Does something.
    pub(crate) async fn command(
        &self,
        caller: Caller,
        id: CommandId,
        hash: CommandHash,
        command: Command,
    ) -> Result<Result<CommandAnswer, Refusal>, Gone> {
        let (answer, heard) = oneshot::channel();
        self.ask(Ask::Command(CommandAsk {
            caller,
            id,
            hash,
            command,
            answer,
        }))
        .await?;
        heard.await.map_err(|_| Gone)
    }

    /// Looks at something; what `look` returns leaves only after its accesses are durable.
    pub(crate) async fn read<T, F>(
        &self,
        caller: Caller,
        asked: Asked,
        look: F,
    ) -> Result<Result<T, Refusal>, Gone>
    where
        T: Send + 'static,
        F: FnMut(&mut World, Timestamp) -> Result<(Vec<Access>, T), Refusal> + Send + 'static,
    {
        let (answer, heard) = oneshot::channel();
        self.ask(Ask::Read(Box::new(Reading {
            caller,
            asked,
            look,
            found: None,
            answer,
        })))
        .await?;
        heard.await.map_err(|_| Gone)
    }

    /// Tells of a chart that was read. A team that is gone from memory shows it when it is read again.
    pub(crate) async fn chart_read(&self, patient: PatientId, ehr_id: String, chart: Arc<Chart>) {
        let told = Ask::ChartRead {
            patient,
            ehr_id,
            chart,
        };
        let _is_heard = self.ask(told).await.is_ok();
    }

    /// Tells that a round of reading charts is over.
    pub(crate) async fn charts_read(&self, failed: Vec<PatientId>, problem: Option<EhrProblem>) {
        let _is_heard = self.ask(Ask::ChartsRead { failed, problem }).await.is_ok();
    }

    pub(crate) async fn open(
        &self,
        connection: Connection,
        list: ListId,
        version: Option<u64>,
    ) -> Result<(), Gone> {
        self.ask(Ask::Open {
            connection,
            list,
            version,
        })
        .await
    }

    pub(crate) async fn close(&self, connection: u64, list: ListId) -> Result<(), Gone> {
        self.ask(Ask::Close { connection, list }).await
    }

    pub(crate) async fn editing(
        &self,
        connection: u64,
        list: ListId,
        editing: Option<EditedCell>,
    ) -> Result<(), Gone> {
        self.ask(Ask::Editing {
            connection,
            list,
            editing,
        })
        .await
    }

    pub(crate) async fn connect(&self, connection: Connection) -> Result<(), Gone> {
        self.ask(Ask::Connect { connection }).await
    }

    pub(crate) async fn hang_up(
        &self,
        user: UserId,
        session: Option<Arc<str>>,
    ) -> Result<(), Gone> {
        self.ask(Ask::HangUp { user, session }).await
    }

    /// Tells that the organization changed, and for whom.
    pub(crate) async fn organization_changed(&self, users: Arc<BTreeSet<UserId>>) {
        let told = Ask::OrganizationChanged { users };
        let _is_heard = self.ask(told).await.is_ok();
    }

    /// Makes somebody an owner.
    pub(crate) async fn appoint_owner(
        &self,
        user: UserId,
    ) -> Result<Result<(), Unavailable>, Gone> {
        let (answer, heard) = oneshot::channel();
        self.ask(Ask::AppointOwner { user, answer }).await?;
        heard.await.map_err(|_| Gone)
    }

    /// Ends all views, saves the state and ends the actor.
    pub(crate) async fn stop(&self) {
        let (done, heard) = oneshot::channel();
        if self.ask(Ask::Stop { done }).await.is_ok() {
            let _is_stopped = heard.await.is_ok();
        }
    }

    pub(crate) async fn disconnect(&self, connection: u64) -> Result<(), Gone> {
        self.ask(Ask::Disconnect { connection }).await
    }
}
