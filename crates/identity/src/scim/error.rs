//! Why a request of the directory is refused (RFC 7644, 3.12).

use domain::rejection::{Rejection, Thing};
use serde_json::{Value, json};
use service::Unavailable;

/// The schema of an error.
const SCHEMA: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub enum ScimError {
    /// The request is not as it should be.
    #[error("{kind:?}: {detail}")]
    Bad {
        /// The `scimType`.
        kind: ScimType,
        /// What is wrong and what would be right. It repeats nothing that was sent but names of attributes.
        detail: String,
    },
    /// There is no such user or group.
    #[error("not found")]
    NotFound,
    /// Somebody or something else has that name or id.
    #[error("`{attribute}` is taken")]
    Taken {
        /// The attribute.
        attribute: &'static str,
    },
    /// The rules of the organization do not allow it.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// What is wrong with a request, in the words of RFC 7644.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScimType {
    /// A filter that is not understood.
    InvalidFilter,
    /// A path that is not understood.
    InvalidPath,
    /// A body that is not understood.
    InvalidSyntax,
    /// A value that cannot be taken.
    InvalidValue,
    /// Something that cannot be removed.
    Mutability,
    /// An operation without a path that needs one.
    NoTarget,
}

impl ScimType {
    const fn name(self) -> &'static str {
        match self {
            ScimType::InvalidFilter => "invalidFilter",
            ScimType::InvalidPath => "invalidPath",
            ScimType::InvalidSyntax => "invalidSyntax",
            ScimType::InvalidValue => "invalidValue",
            ScimType::Mutability => "mutability",
            ScimType::NoTarget => "noTarget",
        }
    }

    /// An error of this type.
    pub(crate) fn because(self, detail: impl Into<String>) -> ScimError {
        ScimError::Bad {
            kind: self,
            detail: detail.into(),
        }
    }
}

impl From<Rejection> for ScimError {
    fn from(rejection: Rejection) -> Self {
        match &rejection {
            Rejection::NotFound { what: Thing::User } => {
                ScimType::InvalidValue.because("A member is no user here: make the user first.")
            }
            Rejection::NotFound { .. } => ScimError::NotFound,
            Rejection::NameTaken { what } if what == "user" => ScimError::Taken {
                attribute: "userName",
            },
            Rejection::NameTaken { .. } => ScimError::Taken {
                attribute: "displayName",
            },
            Rejection::IdentityTaken { .. } => ScimError::Taken {
                attribute: "externalId",
            },
            Rejection::TextTooLong { what, limit, .. } => ScimType::InvalidValue
                .because(format!("`{what}` has more than {limit} characters.")),
            Rejection::ControlCharacter { what, character } => ScimType::InvalidValue
                .because(format!("`{what}` has the control character {character}.")),
            Rejection::Required { what } => {
                ScimType::InvalidValue.because(format!("`{what}` is missing or empty."))
            }
            Rejection::TooMany { what, limit } => {
                ScimType::InvalidValue.because(format!("There may be at most {limit} {what}."))
            }
            other => ScimError::Refused(other.code()),
        }
    }
}

impl ScimError {
    /// The HTTP status.
    pub const fn status(&self) -> u16 {
        match self {
            ScimError::Bad { .. } => 400,
            ScimError::NotFound => 404,
            ScimError::Taken { .. } | ScimError::Refused(_) => 409,
            ScimError::Unavailable(Unavailable::NoSpace) => 507,
            ScimError::Unavailable(_) => 503,
        }
    }

    /// The body.
    pub fn body(&self) -> Value {
        let (kind, detail) = match self {
            ScimError::Bad { kind, detail } => (Some(kind.name()), detail.clone()),
            ScimError::NotFound => (None, "There is nothing under this id.".to_owned()),
            ScimError::Taken { attribute } => (
                Some("uniqueness"),
                format!(
                    "Another account or group here has this `{attribute}`, perhaps one that is closed."
                ),
            ),
            ScimError::Refused("last_administrator") => (
                None,
                "This is the last administrator who can sign in here: make another one first."
                    .to_owned(),
            ),
            ScimError::Refused(code) => (
                None,
                format!("The organization does not allow this: {code}."),
            ),
            ScimError::Unavailable(_) => (
                None,
                "The server cannot do this now. Try again later.".to_owned(),
            ),
        };
        error_body(self.status(), kind, &detail)
    }
}

/// The body of an error.
pub fn error_body(status: u16, kind: Option<&str>, detail: &str) -> Value {
    let mut body = json!({"schemas": [SCHEMA], "status": status.to_string(), "detail": detail});
    if let (Some(kind), Some(members)) = (kind, body.as_object_mut()) {
        members.insert("scimType".to_owned(), kind.into());
    }
    body
}
