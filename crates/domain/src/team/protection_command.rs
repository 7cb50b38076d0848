//! What people want about protected patients.

use super::protection::{BreakGlassCode, ReviewOutcome};
use crate::{BreakGlassId, PatientId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An owner, or somebody who is responsible for a patient, protects her from the rest of the team, or no longer.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSensitive {
    /// Who.
    pub patient: PatientId,
    /// Protected from now on?
    pub sensitive: bool,
    /// Why.
    pub reason: String,
}

/// Says who is responsible for a patient. An owner names anybody; a member, themselves.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetResponsible {
    /// For whom.
    pub patient: PatientId,
    /// Everybody who is responsible from now on: members of the team, not guests.
    pub users: BTreeSet<UserId>,
}

/// Opens a protected patient for 60 minutes. Owners and auditors review it.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakGlass {
    /// Which.
    pub patient: PatientId,
    /// The kind of reason.
    pub code: BreakGlassCode,
    /// The reason, in at least ten characters.
    pub text: String,
}

/// An owner says whether there was a good reason to open a protected patient.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewBreakGlass {
    /// Which opening.
    pub access: BreakGlassId,
    /// Whether there was.
    pub outcome: ReviewOutcome,
    /// What there is to say to it; needed where there was none.
    #[serde(default)]
    pub comment: String,
}
