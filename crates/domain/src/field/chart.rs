//! A column that is bound to the chart: what the hospital's record says, read-only, each thing with the time it was true.

use crate::chart::{Allergy, Condition, Encounter, Medication, Observation, Part, PartStatus};
use crate::clinical::news2::News2;
use serde::{Deserialize, Serialize};

/// What of the chart a column shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartSource {
    /// Where the record says the patient is.
    Place,
    /// The newest of each vital sign.
    VitalSigns,
    /// The score, calculated here, where the team uses it.
    News2,
    /// Allergies and intolerances.
    Allergies,
    /// Problems that are not resolved.
    Conditions,
    /// Medications that are not ended.
    Medications,
}

/// What a column that is bound to the chart shows of a patient.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum ChartValue {
    /// Where the record says the patient is.
    Place(Part<Encounter>),
    /// The newest of each vital sign.
    VitalSigns(Part<Observation>),
    /// The score, calculated here.
    News2 {
        /// The score; absent where the team does not use it, or the vital signs could not be read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        score: Option<Box<News2>>,
    },
    /// Allergies and intolerances.
    Allergies(Part<Allergy>),
    /// Problems.
    Conditions(Part<Condition>),
    /// Medications.
    Medications(Part<Medication>),
}

impl ChartValue {
    /// What became of reading it.
    pub const fn status(&self) -> PartStatus {
        match self {
            ChartValue::Place(part) => part.status,
            ChartValue::VitalSigns(part) => part.status,
            ChartValue::News2 { score: Some(_) } => PartStatus::Ok,
            ChartValue::News2 { score: None } => PartStatus::None,
            ChartValue::Allergies(part) => part.status,
            ChartValue::Conditions(part) => part.status,
            ChartValue::Medications(part) => part.status,
        }
    }
}
