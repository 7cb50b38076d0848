//! The team's link to the hospital's record: the connection, whom of it a patient is, and what may be asked of it.

use crate::UserId;
use crate::clinical::date::PartialDate;
use crate::identity::{Identity, Sex};
use crate::rejection::Rejection;
use crate::team::state::Trace;
use crate::{EhrConnectionId, SecretId, limits, text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who is named as the author of what the record itself changed: a value of a column that is bound to the chart. No user has this id.
pub const RECORD: UserId = UserId::new(Uuid::nil());

/// How the product proves to the record who it is: between applications, never as a user.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum EhrAuth {
    /// Not at all, as open sandboxes want it.
    None,
    /// OAuth 2.0 client credentials (RFC 6749, section 4.4).
    ClientCredentials {
        /// The client that the organization registered.
        client_id: String,
        /// Its secret. Absent keeps the one that the connection has. It is sealed apart and never shown again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        client_secret: Option<String>,
        /// The scope, with the organization's tenant in it, by which an interop partner finds the provider.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<String>,
    },
    /// SMART Backend Services: an assertion signed with our key, whose public half is at `/api/ehr/jwks`.
    PrivateKeyJwt {
        /// The client that the organization registered.
        client_id: String,
        /// The scopes; absent asks for reading all that the chart shows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<String>,
        /// The signature's algorithm; absent is ES384.
        #[serde(default)]
        algorithm: SigningAlgorithm,
    },
}

/// How an assertion is signed (SMART Backend Services names these two).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub enum SigningAlgorithm {
    /// ECDSA with P-384.
    #[default]
    ES384,
    /// RSA with SHA-384.
    RS384,
}

impl EhrAuth {
    /// Takes the secret out, so that what goes on holds none.
    pub fn take_secret(&mut self) -> Option<String> {
        match self {
            EhrAuth::ClientCredentials { client_secret, .. } => client_secret.take(),
            EhrAuth::None | EhrAuth::PrivateKeyJwt { .. } => None,
        }
    }

    /// Whether it needs a secret of the organization's.
    pub const fn needs_secret(&self) -> bool {
        matches!(self, EhrAuth::ClientCredentials { .. })
    }

    /// The client that it speaks as, where it names one.
    pub fn client_id(&self) -> Option<&str> {
        match self {
            EhrAuth::None => None,
            EhrAuth::ClientCredentials { client_id, .. }
            | EhrAuth::PrivateKeyJwt { client_id, .. } => Some(client_id),
        }
    }

    /// Checks the texts against their limits and leaves out the empty ones.
    pub fn checked(self) -> Result<EhrAuth, Rejection> {
        let client = |client_id: String| {
            let client_id = text::line("client_id", &client_id, limits::IDENTITY_CHARS)?;
            match client_id.is_empty() {
                true => Err(Rejection::Required {
                    what: "client_id".into(),
                }),
                false => Ok(client_id),
            }
        };
        let scope = |scope: Option<String>| {
            let scope = scope
                .map(|scope| text::line("scope", &scope, limits::URL_CHARS))
                .transpose()?;
            Ok::<_, Rejection>(scope.filter(|scope| !scope.is_empty()))
        };
        Ok(match self {
            EhrAuth::None => EhrAuth::None,
            EhrAuth::ClientCredentials {
                client_id,
                client_secret,
                scope: wanted,
            } => EhrAuth::ClientCredentials {
                client_id: client(client_id)?,
                client_secret: client_secret.filter(|secret| !secret.is_empty()),
                scope: scope(wanted)?,
            },
            EhrAuth::PrivateKeyJwt {
                client_id,
                scope: wanted,
                algorithm,
            } => EhrAuth::PrivateKeyJwt {
                client_id: client(client_id)?,
                scope: scope(wanted)?,
                algorithm,
            },
        })
    }
}

/// A team's connection to the record, as it stands. It holds no secret, only where one is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EhrConnection {
    /// Its id: another one as soon as the record may be another, so that no patient of one is taken for a patient of the other.
    pub id: EhrConnectionId,
    /// What the team calls it.
    pub name: String,
    /// The FHIR base.
    pub url: String,
    /// How we say who we are.
    pub auth: EhrAuth,
    /// Where its secret is sealed.
    pub secret: Option<SecretId>,
    /// The FHIR version that it said.
    pub fhir_version: String,
    /// Who set it, and when.
    pub set: Trace,
}

/// Whom of the record a patient is.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct EhrLink {
    /// The connection: a link to an earlier record is not followed.
    pub connection: EhrConnectionId,
    /// The record's id of the patient (FHIR's logical id).
    pub ehr_id: String,
    /// What the record said of the identity when it was last compared.
    pub identity: Identity,
    /// Who linked them, and when.
    pub linked: Trace,
    /// What the record says since, until somebody decides.
    pub proposed: Option<ProposedIdentity>,
}

/// Another identity that the record says: proposed to the team, never taken over silently.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposedIdentity {
    /// The identity.
    pub identity: Identity,
    /// The record's id, where it was merged into another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ehr_id: Option<String>,
}

/// What a search of the record asks for: nobody browses the hospital.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchCriteria {
    /// A part of the family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// A part of the given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// The whole birth date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1945-07-14")]
    pub birth_date: Option<PartialDate>,
    /// Administrative sex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The medical record number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mrn: Option<String>,
    /// The record's id of the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl SearchCriteria {
    /// Checks the criteria: a medical record number, or an id, or at least three of family name, given name, birth date and sex, the birth
    /// date always among them and whole (product.md, fact 4).
    pub fn checked(self) -> Result<SearchCriteria, Rejection> {
        let part = |what, value: Option<String>| {
            let value = value
                .map(|value| text::line(what, &value, limits::IDENTITY_CHARS))
                .transpose()?;
            Ok::<_, Rejection>(value.filter(|value| !value.is_empty()))
        };
        let checked = SearchCriteria {
            family: part("family", self.family)?,
            given: part("given", self.given)?,
            birth_date: self.birth_date,
            sex: self.sex,
            mrn: part("mrn", self.mrn)?,
            id: part("id", self.id)?,
        };
        if checked
            .birth_date
            .is_some_and(|date| date.whole().is_none())
        {
            return Err(Rejection::Invalid {
                what: "birth_date".into(),
            });
        }
        let has_number = checked.mrn.is_some() || checked.id.is_some();
        let named = [
            checked.family.is_some(),
            checked.given.is_some(),
            checked.birth_date.is_some(),
            checked.sex.is_some(),
        ];
        let is_narrow = checked.birth_date.is_some() && named.iter().filter(|is| **is).count() >= 3;
        match has_number || is_narrow {
            true => Ok(checked),
            false => Err(Rejection::SearchTooWide),
        }
    }
}

/// The identity that a team keeps when it takes the record's: the record's, and those numbers of its own that the record does not have.
pub fn taken_identity(record: &Identity, ours: &Identity) -> Identity {
    let mut taken = record.clone();
    for own in &ours.identifiers {
        let is_of_a_kind = taken.identifiers.iter().any(|other| other.kind == own.kind);
        if !is_of_a_kind && taken.identifiers.len() < limits::IDENTIFIERS {
            taken.identifiers.push(own.clone());
        }
    }
    taken.prefix = taken.prefix.or_else(|| ours.prefix.clone());
    taken
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn criteria(parts: &[&str]) -> SearchCriteria {
        let has = |part: &str| parts.contains(&part);
        SearchCriteria {
            family: has("family").then(|| "Martin".into()),
            given: has("given").then(|| "Zoé".into()),
            birth_date: has("birth_date").then(|| "1945-07-14".parse().unwrap()),
            sex: has("sex").then_some(Sex::Female),
            mrn: has("mrn").then(|| "100200".into()),
            id: has("id").then(|| "abc".into()),
        }
    }

    #[test]
    fn a_search_needs_three_of_four_with_the_birth_date_or_a_number() {
        for enough in [
            &["family", "given", "birth_date"][..],
            &["family", "birth_date", "sex"],
            &["given", "birth_date", "sex"],
            &["family", "given", "birth_date", "sex"],
            &["mrn"],
            &["id"],
            &["mrn", "family"],
        ] {
            assert!(criteria(enough).checked().is_ok(), "{enough:?}");
        }
        for too_wide in [
            &[][..],
            &["family"],
            &["birth_date"],
            &["family", "birth_date"],
            &["family", "given", "sex"],
            &["birth_date", "sex"],
        ] {
            let refused = criteria(too_wide).checked();
            assert!(
                refused.is_err_and(|r| r == Rejection::SearchTooWide),
                "{too_wide:?}"
            );
        }
    }

    #[test]
    fn blanks_are_no_criteria_and_half_a_birth_date_is_none() {
        let blank = SearchCriteria {
            family: Some("  ".into()),
            given: Some("Zoé".into()),
            birth_date: "1945-07-14".parse().ok(),
            ..SearchCriteria::default()
        };
        assert!(
            blank
                .checked()
                .is_err_and(|r| r == Rejection::SearchTooWide)
        );
        let half = SearchCriteria {
            birth_date: "1945-07".parse().ok(),
            ..criteria(&["family", "given"])
        };
        assert!(half.checked().is_err());
    }
}
