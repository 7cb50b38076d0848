//! What happened about protected patients. A persisted format like [`super::event`].

use super::protection::{BreakGlassCode, ReviewOutcome};
use crate::{BreakGlassId, PatientId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A patient is protected from those who are not responsible for her, or no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PatientSensitiveSet {
    /// Who.
    pub patient: PatientId,
    /// Protected?
    pub sensitive: bool,
    /// Why.
    pub reason: String,
}

/// Others are responsible for a patient.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PatientResponsibleSet {
    /// For whom.
    pub patient: PatientId,
    /// Everybody who is.
    pub users: BTreeSet<UserId>,
}

/// Somebody opened a protected patient with a reason: they see her for 60 minutes. Its purpose of use is HL7's ETREAT (emergency
/// treatment), as IHE's profile of break-glass events (BALP) has it.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GlassBroken {
    /// Its id.
    pub access: BreakGlassId,
    /// Whom.
    pub patient: PatientId,
    /// The kind of reason.
    pub code: BreakGlassCode,
    /// The reason.
    pub text: String,
}

/// An opening of a protected patient was reviewed.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakGlassReviewed {
    /// Which.
    pub access: BreakGlassId,
    /// Of whom.
    pub patient: PatientId,
    /// Whether there was a good reason.
    pub outcome: ReviewOutcome,
    /// What the reviewer says to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}
