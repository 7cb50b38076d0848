//! What the service asks of a hospital's record: a port, which a client of FHIR servers stands behind.

use domain::EhrConnectionId;
use domain::chart::{Chart, ChartPatient, PartName};
use domain::ehr::{EhrAuth, SearchCriteria, SigningAlgorithm};
use jiff::Timestamp;
use serde::Serialize;
use std::future::Future;
use std::pin::Pin;
use zeroize::Zeroizing;

/// An answer that takes a while.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, EhrProblem>> + Send + 'a>>;

/// Where a record is, and how to be let in.
#[derive(Clone)]
pub struct RecordAccess {
    /// The connection. What is asked before one is set has an id of its own.
    pub connection: EhrConnectionId,
    /// Counts how often it was set: another one acts at once, with its own token.
    pub revision: u64,
    /// The FHIR base.
    pub url: String,
    /// How we say who we are.
    pub auth: EhrAuth,
    /// What proves it.
    pub credential: Credential,
}

/// What proves who we are. It is wiped from memory when dropped, and has no `Debug`.
#[derive(Clone)]
pub enum Credential {
    /// Nothing.
    None,
    /// The client's secret.
    Secret(Zeroizing<String>),
    /// Our key pair for assertions, as the client of records made it.
    Key(Zeroizing<Vec<u8>>),
}

/// For whom a chart is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// A person waits.
    Person,
    /// An open list is kept fresh.
    Refresh,
}

/// A client of hospitals' records.
pub trait Record: Send + Sync {
    /// Reads what a record says of itself, and tries to be let in.
    fn probe<'a>(&'a self, at: &'a RecordAccess) -> Answer<'a, Found>;
    /// Searches patients, at most `count` of whom are answered.
    fn search<'a>(
        &'a self,
        at: &'a RecordAccess,
        criteria: &'a SearchCriteria,
        count: usize,
    ) -> Answer<'a, RecordAnswer>;
    /// Reads a patient's chart; parts that cannot be read say so.
    fn chart<'a>(
        &'a self,
        at: &'a RecordAccess,
        ehr_id: &'a str,
        urgency: Urgency,
        now: Timestamp,
    ) -> Answer<'a, Chart>;
    /// Reads who a patient is.
    fn patient<'a>(&'a self, at: &'a RecordAccess, ehr_id: &'a str) -> Answer<'a, ChartPatient>;
    /// A connection is no longer used: its token goes.
    fn forget(&self, connection: EhrConnectionId);
    /// A fresh key pair for assertions, to be sealed.
    ///
    /// # Errors
    /// The operating system gives no randomness.
    fn new_key(&self, algorithm: SigningAlgorithm) -> Result<Zeroizing<Vec<u8>>, EhrProblem>;
    /// The public half of a key pair as a JSON Web Key (RFC 7517).
    ///
    /// # Errors
    /// The key pair cannot be read.
    fn public_key(&self, key: &[u8]) -> Result<serde_json::Value, EhrProblem>;
}

/// What a record says of itself.
#[derive(Clone, Serialize, utoipa::ToSchema)]
pub struct Found {
    /// The server's software, as it says.
    pub software: Option<String>,
    /// The FHIR version, as it says.
    pub fhir_version: String,
    /// The types of resources that it offers.
    pub resources: Vec<String>,
    /// Whether several questions go in one request.
    pub batch: bool,
    /// How it wants to be told who asks: the names of its security services, or none.
    pub security: Vec<String>,
    /// Where it hands out tokens.
    pub token_url: Option<String>,
    /// Whether we were let in with what was given: null where nothing was to be tried.
    pub signed_in: Option<bool>,
    /// Each part of the chart: whether the record offers it.
    pub parts: Vec<FoundPart>,
}

/// Whether a record offers a part of the chart.
#[derive(Clone, Serialize, utoipa::ToSchema)]
pub struct FoundPart {
    /// The part.
    pub part: PartName,
    /// Offered?
    pub offered: bool,
    /// Resource types or search parameters that are missing for it.
    pub missing: Vec<String>,
}

/// What a search found.
pub struct RecordAnswer {
    /// How many there are, where the record says.
    pub total: Option<u64>,
    /// There are more than these.
    pub has_more: bool,
    /// Some of them.
    pub patients: Vec<ChartPatient>,
}

/// Why a record could not be asked, or said nothing that can be read. It holds nothing of a patient and no secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error, utoipa::ToSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum EhrProblem {
    /// The operator does not allow requests to that host.
    #[error("requests to {host} are not allowed here")]
    NotAllowed {
        /// The host.
        host: String,
    },
    /// No connection comes about.
    #[error("the record cannot be reached")]
    Unreachable,
    /// No answer in time.
    #[error("the record answers too slowly")]
    TooSlow,
    /// More than is read.
    #[error("the record's answer is too large")]
    TooLarge,
    /// What answers is no FHIR server.
    #[error("what answers is no FHIR server")]
    NotFhir,
    /// A FHIR version that is not read.
    #[error("FHIR {said} is not supported")]
    UnsupportedVersion {
        /// The version, as the server says.
        said: String,
    },
    /// The record does not let us do this.
    #[error("the record does not permit this")]
    NotPermitted,
    /// The record does not take our credentials.
    #[error("the record does not accept our credentials")]
    AuthenticationFailed {
        /// What it said.
        said: Option<String>,
    },
    /// The record asks us to wait.
    #[error("the record asks to wait {seconds} s")]
    RateLimited {
        /// How long.
        seconds: u64,
    },
    /// The record failed several times: it is asked again later.
    #[error("the record is not available; it is asked again in {seconds} s")]
    Away {
        /// In how long.
        seconds: u64,
    },
    /// The record answered with an error of its own.
    #[error("the record answered with the error {status}")]
    ServerError {
        /// The HTTP status.
        status: u16,
    },
    /// The record does not know the patient.
    #[error("the record does not have this")]
    NotThere,
    /// A secret cannot be unsealed: the key is another than it was sealed with.
    #[error("a secret cannot be unsealed with this server's key")]
    Sealed,
}

impl EhrProblem {
    /// The stable code alone.
    pub const fn code(&self) -> &'static str {
        match self {
            EhrProblem::NotAllowed { .. } => "not_allowed",
            EhrProblem::Unreachable => "unreachable",
            EhrProblem::TooSlow => "too_slow",
            EhrProblem::TooLarge => "too_large",
            EhrProblem::NotFhir => "not_fhir",
            EhrProblem::UnsupportedVersion { .. } => "unsupported_version",
            EhrProblem::NotPermitted => "not_permitted",
            EhrProblem::AuthenticationFailed { .. } => "authentication_failed",
            EhrProblem::RateLimited { .. } => "rate_limited",
            EhrProblem::Away { .. } => "away",
            EhrProblem::ServerError { .. } => "server_error",
            EhrProblem::NotThere => "not_there",
            EhrProblem::Sealed => "sealed",
        }
    }
}

/// No record may be asked: what a service does that was given no client.
pub struct NoRecord;

fn refused<'a, T: Send + 'a>(at: &RecordAccess) -> Answer<'a, T> {
    let host = at.url.clone();
    Box::pin(async move { Err(EhrProblem::NotAllowed { host }) })
}

impl Record for NoRecord {
    fn probe<'a>(&'a self, at: &'a RecordAccess) -> Answer<'a, Found> {
        refused(at)
    }
    fn search<'a>(
        &'a self,
        at: &'a RecordAccess,
        _: &'a SearchCriteria,
        _: usize,
    ) -> Answer<'a, RecordAnswer> {
        refused(at)
    }
    fn chart<'a>(
        &'a self,
        at: &'a RecordAccess,
        _: &'a str,
        _: Urgency,
        _: Timestamp,
    ) -> Answer<'a, Chart> {
        refused(at)
    }
    fn patient<'a>(&'a self, at: &'a RecordAccess, _: &'a str) -> Answer<'a, ChartPatient> {
        refused(at)
    }
    fn forget(&self, _: EhrConnectionId) {}
    fn new_key(&self, _: SigningAlgorithm) -> Result<Zeroizing<Vec<u8>>, EhrProblem> {
        Err(EhrProblem::Sealed)
    }
    fn public_key(&self, _: &[u8]) -> Result<serde_json::Value, EhrProblem> {
        Err(EhrProblem::Sealed)
    }
}
