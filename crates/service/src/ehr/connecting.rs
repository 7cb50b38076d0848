//! Connecting a team to a record: what it says of itself is read before the connection is set, and a secret is sealed and goes no further.

use super::clearing::Prepared;
use super::port::{Credential, Found, RecordAccess};
use crate::caller::Caller;
use crate::entropy::fresh_id;
use crate::error::Refusal;
use crate::registry::Service;
use crate::team::Asked;
use domain::ehr::{EhrAuth, EhrConnection};
use domain::rejection::Rejection;
use domain::team::access_event::{Access, EhrProbed};
use domain::team::command::{Command, FoundConnection, FoundPatient, SetEhrConnection};
use domain::team::decide::checked_ehr_url;
use domain::{EhrConnectionId, SecretId, TeamId};
use journal::RecordChange;
use serde::Deserialize;
use zeroize::Zeroizing;

/// A record to look at before connecting to it.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EhrProbe {
    /// The FHIR base.
    pub url: String,
    /// How we would say who we are. A secret that is left out is the one that the connection has.
    pub auth: EhrAuth,
}

impl Service {
    /// Has the record say what it is and offers, before a team is connected to it. Only an owner may: it makes the server ask elsewhere.
    ///
    /// # Errors
    /// The caller may not, or the record does not answer as one.
    pub async fn probe_ehr(
        &self,
        caller: &Caller,
        team: TeamId,
        probe: EhrProbe,
    ) -> Result<Found, Refusal> {
        let url = checked_ehr_url(&probe.url);
        let named = url.clone().unwrap_or_default();
        let current = self.connection_to_probe(caller, team, named).await?;
        let mut auth = probe.auth.checked()?;
        let given = auth.take_secret().map(Zeroizing::new);
        self.look_at_record(team, &url?, auth, given, current.as_ref())
            .await
    }

    /// Finds out what a command needs to know of a record before it can be judged.
    pub(crate) async fn prepare(
        &self,
        caller: &Caller,
        team: TeamId,
        command: Command,
    ) -> Result<(Command, Prepared), Refusal> {
        match command {
            Command::SetEhrConnection(command) => {
                self.prepare_connection(caller, team, command).await
            }
            Command::RemoveEhrConnection(_) => {
                let before = self.connection_to_set(caller, team).await?;
                let prepared = Prepared {
                    before,
                    ..Prepared::default()
                };
                Ok((command, prepared))
            }
            Command::AddEhrPatient(mut command) => {
                command.found = Some(self.find_patient(caller, team, &command.ehr_id).await?);
                Ok((Command::AddEhrPatient(command), Prepared::default()))
            }
            Command::LinkPatient(mut command) => {
                command.found = Some(self.find_patient(caller, team, &command.ehr_id).await?);
                let prepared = Prepared {
                    patient: Some(command.patient),
                    ..Prepared::default()
                };
                Ok((Command::LinkPatient(command), prepared))
            }
            Command::UnlinkPatient(ref unlink) => {
                let patient = Some(unlink.patient);
                let prepared = Prepared {
                    patient,
                    ..Prepared::default()
                };
                Ok((command, prepared))
            }
            command => Ok((command, Prepared::default())),
        }
    }

    async fn prepare_connection(
        &self,
        caller: &Caller,
        team: TeamId,
        mut command: SetEhrConnection,
    ) -> Result<(Command, Prepared), Refusal> {
        let url = checked_ehr_url(&command.url);
        let named = url.clone().unwrap_or_default();
        let current = self.connection_to_probe(caller, team, named).await?;
        let url = url?;
        command.auth = command.auth.checked()?;
        let given = command.auth.take_secret().map(Zeroizing::new);
        let found = self
            .look_at_record(
                team,
                &url,
                command.auth.clone(),
                given.clone(),
                current.as_ref(),
            )
            .await?;
        let sealed = match &given {
            Some(secret) => {
                let id = SecretId::new(fresh_id());
                self.put(vec![self.ehr().sealed_secret(team, id, secret)?])
                    .await?;
                Some(id)
            }
            None => None,
        };
        command.found = Some(FoundConnection {
            fhir_version: found.fhir_version,
            secret: sealed,
        });
        let prepared = Prepared {
            sealed,
            before: current,
            patient: None,
        };
        Ok((Command::SetEhrConnection(command), prepared))
    }

    /// Asks a record what it is, by a connection that is not set yet.
    async fn look_at_record(
        &self,
        team: TeamId,
        url: &str,
        auth: EhrAuth,
        given: Option<Zeroizing<String>>,
        current: Option<&EhrConnection>,
    ) -> Result<Found, Refusal> {
        // A secret goes only where it was given for.
        let kept = current
            .filter(|current| current.url == url && current.auth.client_id() == auth.client_id())
            .and_then(|current| current.secret);
        let credential = match given {
            Some(secret) => Credential::Secret(secret),
            None if auth.needs_secret() && kept.is_none() => {
                return Err(Rejection::Required {
                    what: "client_secret".into(),
                }
                .into());
            }
            None => {
                let journal = &**self.journal();
                self.ehr().credential(journal, team, &auth, kept).await?
            }
        };
        let access = RecordAccess {
            connection: EhrConnectionId::new(fresh_id()),
            revision: 0,
            url: url.to_owned(),
            auth,
            credential,
        };
        let found = self.ehr().record.probe(&access).await;
        self.ehr().record.forget(access.connection);
        Ok(found?)
    }

    async fn find_patient(
        &self,
        caller: &Caller,
        team: TeamId,
        ehr_id: &str,
    ) -> Result<FoundPatient, Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, _| world.look_at_record_to_search(&asker);
        let asked = Asked::of_team("ehr_patient");
        let connection = self.read(caller, team, asked, look).await?;
        let patient = self.look_up(caller, team, &connection, ehr_id).await?;
        Ok(FoundPatient {
            ehr_id: patient.id,
            identity: patient.identity,
        })
    }

    /// The connection as it stands, for somebody who is about to have a record asked: which is journalled, whatever comes of it.
    async fn connection_to_probe(
        &self,
        caller: &Caller,
        team: TeamId,
        url: String,
    ) -> Result<Option<EhrConnection>, Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, _| {
            let connection = world.look_at_record_to_set(&asker)?;
            let probed = Access::EhrProbed(EhrProbed { url: url.clone() });
            Ok((vec![probed], connection))
        };
        self.read(caller, team, Asked::of_team("ehr_probe"), look)
            .await
    }

    async fn connection_to_set(
        &self,
        caller: &Caller,
        team: TeamId,
    ) -> Result<Option<EhrConnection>, Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, _| {
            Ok((vec![], world.look_at_record_to_set(&asker)?))
        };
        self.read(caller, team, Asked::of_team("ehr_connection"), look)
            .await
    }

    async fn put(&self, changes: Vec<RecordChange>) -> Result<(), Refusal> {
        Ok(self.journal().put_records(changes).await?)
    }
}
