//! The client: everything that the product asks of EHRs.

use crate::allow::Allow;
use crate::chart::Reading;
use crate::connection::{Connection, State, States};
use crate::discovery::{discover, discovered};
use crate::error::EhrError;
use crate::lanes::Urgency;
use crate::search::{self, Patients};
use crate::session::{Session, base_of};
use crate::settings::Settings;
use crate::token::Auth;
use crate::transport::{Lookup, SystemLookup, Transport};
use domain::chart::{Chart, ChartPatient};
use fhir::capability::{Capability, SmartConfiguration};
use fhir::search::Criteria;
use jiff::Timestamp;
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Asks EHRs, and remembers of each connection its token, what its server can do, and how it fares.
pub struct Client {
    transport: Transport,
    settings: Settings,
    states: States,
}

/// What a server says of itself, for its owner to see before a connection is saved.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its capability statement: name, version, resources, batch, and by [`Capability::missing`] what is missing for which part of a chart.
    pub capability: Capability,
    /// Its SMART configuration; empty where it has none.
    pub smart: SmartConfiguration,
    /// Where it gives tokens, by either.
    pub token_url: Option<String>,
    /// Whether it gave us one.
    pub token: TokenCheck,
}

/// Whether a token was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenCheck {
    /// None is needed.
    NotTried,
    /// It was.
    Given,
    /// It was not.
    Refused(EhrError),
}

impl Client {
    /// A client that asks only what the operator allows.
    pub fn new(allow: Allow, settings: Settings) -> Self {
        Self::with_lookup(allow, settings, Arc::new(SystemLookup))
    }

    /// A client with a resolver of one's own.
    pub fn with_lookup(allow: Allow, settings: Settings, lookup: Arc<dyn Lookup>) -> Self {
        Self {
            transport: Transport::new(allow, settings.clone(), lookup),
            settings,
            states: States::default(),
        }
    }

    /// Asks a server what it is, and tries to get a token where it needs one. Nothing of it is remembered.
    pub async fn probe(&self, url: &str, auth: &Auth) -> Result<Found, EhrError> {
        let state = State::new(auth.clone());
        let session = self.session(&state, url)?;
        let found = discover(&session).await?;
        let token = state
            .tokens
            .bearer(
                found.endpoint.as_ref(),
                None,
                &self.transport,
                session.deadline,
            )
            .await;
        Ok(Found {
            capability: found.capability,
            smart: found.smart,
            token_url: found.endpoint.map(|endpoint| endpoint.url.into()),
            token: match token {
                Ok(None) => TokenCheck::NotTried,
                Ok(Some(_)) => TokenCheck::Given,
                Err(trouble) => TokenCheck::Refused(trouble),
            },
        })
    }

    /// Searches patients: the first `count` of those that match, and how many there are where the EHR says. Which criteria are enough is the caller's rule.
    pub async fn search(
        &self,
        connection: &Connection,
        criteria: &Criteria,
        count: u32,
    ) -> Result<Patients, EhrError> {
        let state = self.states.of(connection);
        let session = self.session(&state, &connection.url)?;
        let discovered = discovered(&session, &state, &self.settings).await?;
        search::search(&session, &discovered, criteria, count, self.settings.pages).await
    }

    /// Reads the chart of the patient with this logical id. A part that could not be read says so in its status; it is an error where nothing could, or where
    /// the EHR does not know the patient ([`EhrError::NotFound`]). `now` is what the chart is of.
    pub async fn chart(
        &self,
        connection: &Connection,
        patient_id: &str,
        urgency: Urgency,
        now: Timestamp,
    ) -> Result<Chart, EhrError> {
        let state = self.states.of(connection);
        let mut session = self.session(&state, &connection.url)?;
        let discovered = discovered(&session, &state, &self.settings).await?;
        session.urgency = urgency;
        let mut turn = state.lanes.chart(urgency, !discovered.does_batch()).await;
        session.place = Mutex::new(turn.first.take());
        if urgency == Urgency::Refresh {
            session.deadline = self.deadline();
        }
        Reading::chart(&session, &discovered, patient_id, self.settings.pages, now).await
    }

    /// Reads who the patient with this logical id is.
    pub async fn patient(
        &self,
        connection: &Connection,
        patient_id: &str,
    ) -> Result<ChartPatient, EhrError> {
        let state = self.states.of(connection);
        let session = self.session(&state, &connection.url)?;
        let discovered = discovered(&session, &state, &self.settings).await?;
        search::patient(&session, &discovered, patient_id).await
    }

    /// Forgets a connection that was removed, its token included.
    pub fn forget(&self, connection_id: &str) {
        self.states.forget(connection_id);
    }

    fn session<'a>(&'a self, state: &'a State, url: &str) -> Result<Session<'a>, EhrError> {
        let base = base_of(url)?;
        self.transport.check(&base)?;
        Ok(Session {
            transport: &self.transport,
            state,
            base,
            urgency: Urgency::Person,
            place: Mutex::default(),
            deadline: self.deadline(),
        })
    }

    fn deadline(&self) -> Instant {
        Instant::now() + self.settings.time
    }
}
