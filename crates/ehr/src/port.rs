//! The client behind the service's port: conversions, and nothing else.

use crate::client::{Client, Found, TokenCheck};
use crate::connection::Connection;
use crate::error::EhrError;
use crate::lanes;
use crate::secret::Secret;
use crate::token::Auth;
use crate::token::key::{Algorithm, KeyPair};
use domain::EhrConnectionId;
use domain::chart::{Chart, ChartPatient, PartName};
use domain::ehr::{EhrAuth, SearchCriteria, SigningAlgorithm};
use fhir::capability::Lack;
use fhir::search::Criteria;
use jiff::Timestamp;
use service::ehr::{
    Answer, Credential, EhrProblem, FoundPart, Record, RecordAccess, RecordAnswer, Urgency,
};
use std::sync::Arc;
use zeroize::Zeroizing;

impl Record for Client {
    fn probe<'a>(&'a self, at: &'a RecordAccess) -> Answer<'a, service::ehr::Found> {
        Box::pin(async move {
            let found = self.probe(&at.url, &auth(at)?).await?;
            match &found.token {
                TokenCheck::Refused(trouble) => Err(trouble.clone().into()),
                TokenCheck::NotTried | TokenCheck::Given => Ok(said(found)),
            }
        })
    }

    fn search<'a>(
        &'a self,
        at: &'a RecordAccess,
        criteria: &'a SearchCriteria,
        count: usize,
    ) -> Answer<'a, RecordAnswer> {
        Box::pin(async move {
            let criteria = Criteria {
                family: criteria.family.clone(),
                given: criteria.given.clone(),
                birth_date: criteria.birth_date,
                sex: criteria.sex,
                mrn: criteria.mrn.clone(),
                id: criteria.id.clone(),
            };
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let found = self.search(&connection(at)?, &criteria, count).await?;
            let shown = found.patients.len() as u64;
            Ok(RecordAnswer {
                // A record that does not count them still says that there are more.
                total: found.total.or((!found.has_more).then_some(shown)),
                has_more: found.has_more,
                patients: found.patients,
            })
        })
    }

    fn chart<'a>(
        &'a self,
        at: &'a RecordAccess,
        ehr_id: &'a str,
        urgency: Urgency,
        now: Timestamp,
    ) -> Answer<'a, Chart> {
        Box::pin(async move {
            let urgency = match urgency {
                Urgency::Person => lanes::Urgency::Person,
                Urgency::Refresh => lanes::Urgency::Refresh,
            };
            Ok(self.chart(&connection(at)?, ehr_id, urgency, now).await?)
        })
    }

    fn patient<'a>(&'a self, at: &'a RecordAccess, ehr_id: &'a str) -> Answer<'a, ChartPatient> {
        Box::pin(async move { Ok(self.patient(&connection(at)?, ehr_id).await?) })
    }

    fn forget(&self, connection: EhrConnectionId) {
        self.forget(&connection.to_string());
    }

    fn new_key(&self, algorithm: SigningAlgorithm) -> Result<Zeroizing<Vec<u8>>, EhrProblem> {
        let algorithm = match algorithm {
            SigningAlgorithm::ES384 => Algorithm::Es384,
            SigningAlgorithm::RS384 => Algorithm::Rs384,
        };
        let pair = KeyPair::generate(algorithm).map_err(|_| EhrProblem::Sealed)?;
        pair.to_bytes().map_err(|_| EhrProblem::Sealed)
    }

    fn public_key(&self, key: &[u8]) -> Result<serde_json::Value, EhrProblem> {
        let pair = KeyPair::from_bytes(key).map_err(|_| EhrProblem::Sealed)?;
        serde_json::to_value(pair.public_jwk()).map_err(|_| EhrProblem::Sealed)
    }
}

fn connection(at: &RecordAccess) -> Result<Connection, EhrProblem> {
    Ok(Connection {
        id: at.connection.to_string(),
        revision: at.revision,
        url: at.url.clone(),
        auth: auth(at)?,
    })
}

fn auth(at: &RecordAccess) -> Result<Auth, EhrProblem> {
    match (&at.auth, &at.credential) {
        (EhrAuth::None, _) => Ok(Auth::None),
        (
            EhrAuth::ClientCredentials {
                client_id, scope, ..
            },
            Credential::Secret(secret),
        ) => Ok(Auth::ClientCredentials {
            client_id: client_id.clone(),
            client_secret: Secret::new(secret.to_string()),
            scope: scope.clone(),
        }),
        (
            EhrAuth::PrivateKeyJwt {
                client_id, scope, ..
            },
            Credential::Key(key),
        ) => Ok(Auth::PrivateKeyJwt {
            client_id: client_id.clone(),
            scope: scope.clone(),
            key: Arc::new(KeyPair::from_bytes(key).map_err(|_| EhrProblem::Sealed)?),
        }),
        (EhrAuth::ClientCredentials { .. } | EhrAuth::PrivateKeyJwt { .. }, _) => {
            Err(EhrProblem::Sealed)
        }
    }
}

fn said(found: Found) -> service::ehr::Found {
    let capability = &found.capability;
    let missing = capability.missing();
    let part = |part: PartName| {
        let lacks = missing.iter().filter(|missing| missing.part == part);
        FoundPart {
            part,
            offered: capability.offers(part),
            missing: lacks
                .map(|missing| match missing.lack {
                    Lack::Resource => missing.resource.to_owned(),
                    Lack::Interaction(name) => format!("{} {name}", missing.resource),
                    Lack::Parameter(name) => format!("{}?{name}", missing.resource),
                })
                .collect(),
        }
    };
    let software = match (&capability.software, &capability.software_version) {
        (Some(name), Some(version)) => Some(format!("{name} {version}")),
        (name, _) => name.clone(),
    };
    service::ehr::Found {
        software,
        fhir_version: capability.fhir_version.clone(),
        resources: capability
            .resources
            .iter()
            .map(|resource| resource.kind.clone())
            .collect(),
        batch: capability.batch,
        security: capability.security_services.clone(),
        token_url: found.token_url,
        signed_in: match found.token {
            TokenCheck::NotTried => None,
            TokenCheck::Given => Some(true),
            TokenCheck::Refused(_) => Some(false),
        },
        parts: PartName::ALL.into_iter().map(part).collect(),
    }
}

impl From<EhrError> for EhrProblem {
    fn from(error: EhrError) -> Self {
        match error {
            EhrError::NotAUrl => EhrProblem::NotFhir,
            EhrError::NotAllowed { host } => EhrProblem::NotAllowed { host },
            EhrError::Unreachable { .. } => EhrProblem::Unreachable,
            EhrError::TooSlow => EhrProblem::TooSlow,
            EhrError::TooLarge => EhrProblem::TooLarge,
            EhrError::NotFhir => EhrProblem::NotFhir,
            EhrError::UnsupportedVersion { said } => EhrProblem::UnsupportedVersion { said },
            EhrError::NotPermitted => EhrProblem::NotPermitted,
            EhrError::AuthenticationFailed { said } => EhrProblem::AuthenticationFailed { said },
            EhrError::RateLimited { retry_after } => EhrProblem::RateLimited {
                seconds: retry_after.as_secs().max(1),
            },
            EhrError::Unavailable { retry_after } => EhrProblem::Away {
                seconds: retry_after.as_secs().max(1),
            },
            EhrError::ServerError { status } => EhrProblem::ServerError { status },
            EhrError::NotFound => EhrProblem::NotThere,
        }
    }
}
