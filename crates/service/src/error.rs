//! Why a use case had no effect.

use crate::ehr::EhrProblem;
use domain::rejection::Rejection;
use journal::{AppendError, ReadError, WriteError};

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The rules refuse it: the caller can change what they ask.
    #[error("refused: {0:?}")]
    Rejected(Rejection),
    /// The storage refuses it: the caller can try again later.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
    /// The hospital's record could not be asked, or said nothing that can be read.
    #[error(transparent)]
    Ehr(#[from] EhrProblem),
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        Refusal::Rejected(rejection)
    }
}

/// Why storage cannot serve. Clones are handed to everybody who waited for the same append.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unavailable {
    /// No room on the disk: nothing was written.
    #[error("no space is left on the disk")]
    NoSpace,
    /// The journal met an error after which nothing is acknowledged any more; the server must be restarted.
    #[error("the journal has stopped after an error of the disk")]
    Stopped,
    /// An entry of this team (or of the organization) is not as it was written; others are served.
    #[error("the journal is damaged: {place}")]
    Damaged {
        /// Stream, sequence and position, for the operator.
        place: String,
    },
    /// It could not be read or written just now.
    #[error("the journal is not available: {reason}")]
    Busy {
        /// For the operator.
        reason: String,
    },
}

impl From<ReadError> for Unavailable {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Damaged(damage) => Unavailable::Damaged {
                place: damage.to_string(),
            },
            ReadError::Unavailable { reason } => Unavailable::Busy { reason },
        }
    }
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        Refusal::Unavailable(error.into())
    }
}

impl From<WriteError> for Unavailable {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::NoSpace => Unavailable::NoSpace,
            WriteError::Stopped => Unavailable::Stopped,
            WriteError::TooLarge { .. } => Unavailable::Busy {
                reason: error.to_string(),
            },
        }
    }
}

impl From<WriteError> for Refusal {
    fn from(error: WriteError) -> Self {
        Refusal::Unavailable(error.into())
    }
}

impl From<AppendError> for Unavailable {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::NoSpace => Unavailable::NoSpace,
            AppendError::Stopped => Unavailable::Stopped,
            AppendError::Missed(read) => read.into(),
            AppendError::Conflict { .. } | AppendError::Ahead { .. } => Unavailable::Busy {
                reason: error.to_string(),
            },
        }
    }
}
