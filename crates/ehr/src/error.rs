//! What can go wrong between us and an EHR, by what a person can be told.

use std::time::Duration;

/// Why an EHR could not be asked, or gave nothing that can be read. Says nothing of a patient and holds no secret, so that it may be logged and
/// shown to a team's owner.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EhrError {
    /// The text is no URL of a FHIR server.
    #[error("this is no https URL of a FHIR server")]
    NotAUrl,
    /// The operator does not allow requests to that host.
    #[error("the operator does not allow requests to {host}")]
    NotAllowed {
        /// The host as the URL names it.
        host: String,
    },
    /// No connection, or one that broke.
    #[error("the EHR cannot be reached: {why}")]
    Unreachable {
        /// What failed.
        why: Unreachable,
    },
    /// No whole answer in the time that is given.
    #[error("the EHR did not answer in time")]
    TooSlow,
    /// More bytes than are read.
    #[error("the EHR's answer is too large")]
    TooLarge,
    /// An answer that is not FHIR in JSON.
    #[error("what answers there is no FHIR server")]
    NotFhir,
    /// A FHIR version that is not read.
    #[error("the EHR speaks FHIR {said}, which is not supported")]
    UnsupportedVersion {
        /// The version as the server says it, at most 40 characters.
        said: String,
    },
    /// The EHR does not let us do this.
    #[error("the EHR does not permit this")]
    NotPermitted,
    /// No token, or one that the EHR does not take.
    #[error("the EHR does not accept our credentials{}", said.as_deref().map(|said| format!(": {said}")).unwrap_or_default())]
    AuthenticationFailed {
        /// What the token endpoint said, at most 200 characters.
        said: Option<String>,
    },
    /// The EHR asks us to wait.
    #[error("the EHR asks us to wait {} seconds", retry_after.as_secs().max(1))]
    RateLimited {
        /// How long.
        retry_after: Duration,
    },
    /// The EHR failed several times, or says that it is down: it is not asked before this has passed.
    #[error("the EHR is not available; it is asked again in {} seconds", retry_after.as_secs().max(1))]
    Unavailable {
        /// How long.
        retry_after: Duration,
    },
    /// The EHR answered with an error of its own.
    #[error("the EHR answered with the error {status}")]
    ServerError {
        /// The HTTP status.
        status: u16,
    },
    /// The EHR does not know the patient.
    #[error("the EHR does not have this")]
    NotFound,
}

/// Why there is no connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreachable {
    /// The host's name is not known.
    #[error("its name cannot be resolved")]
    Name,
    /// Its certificate is not trusted, or it does not speak TLS.
    #[error("its certificate is not trusted")]
    Certificate,
    /// Nobody answers there, or the connection broke.
    #[error("there is no connection")]
    Connection,
}

impl EhrError {
    /// Whether it tells that the EHR itself is in trouble, rather than that it refused one request.
    pub(crate) fn is_outage(&self) -> bool {
        match self {
            // One that sends more than can be read costs every patient as much, until it is asked less often.
            EhrError::Unreachable { .. }
            | EhrError::TooSlow
            | EhrError::TooLarge
            | EhrError::NotFhir => true,
            EhrError::ServerError { status } => *status >= 500,
            EhrError::NotAUrl
            | EhrError::NotAllowed { .. }
            | EhrError::UnsupportedVersion { .. }
            | EhrError::NotPermitted
            | EhrError::AuthenticationFailed { .. }
            | EhrError::RateLimited { .. }
            | EhrError::Unavailable { .. }
            | EhrError::NotFound => false,
        }
    }
}

/// At most `limit` characters of what a server said, on one line and without control characters.
pub(crate) fn excerpt(said: &str, limit: usize) -> String {
    let line: String = said
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(limit)
        .collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
