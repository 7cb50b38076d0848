//! A column that is bound to the chart: what the hospital's record says, read-only, each thing with the time it was true.

use crate::chart::{
    Allergy, Condition, Encounter, Measured, Medication, Observation, Part, PartStatus,
};
use crate::clinical::news2::{News2, News2Total};
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

    /// It in words, as an export has it: an item a line.
    pub fn text(&self) -> String {
        let lines: Vec<String> = match self {
            ChartValue::Place(part) => part
                .items
                .iter()
                .filter_map(|encounter| encounter.place.clone())
                .collect(),
            ChartValue::VitalSigns(part) => part.items.iter().map(observation).collect(),
            ChartValue::News2 { score } => score.iter().map(|score| news2(score)).collect(),
            ChartValue::Allergies(part) => part
                .items
                .iter()
                .map(|item| item.what.text.clone())
                .collect(),
            ChartValue::Conditions(part) => part
                .items
                .iter()
                .map(|item| item.what.text.clone())
                .collect(),
            ChartValue::Medications(part) => part
                .items
                .iter()
                .map(|item| item.what.text.clone())
                .collect(),
        };
        lines.join("\n")
    }
}

/// The score as it is written: never a plain total of an incomplete set.
fn news2(score: &News2) -> String {
    match score {
        News2::NotScored { .. } => "NEWS2 –".to_owned(),
        News2::Scored(score) => match &score.total {
            News2Total::Complete { total, .. } => format!("NEWS2 {total}"),
            News2Total::Incomplete {
                at_least,
                present,
                of,
                ..
            } => format!("NEWS2 ≥ {at_least} ({present}/{of})"),
        },
    }
}

fn observation(observation: &Observation) -> String {
    let own = observation.value.iter().map(measured);
    let components = observation.components.iter();
    let theirs = components.filter_map(|component| component.value.as_ref().map(measured));
    let values: Vec<String> = own.chain(theirs).collect();
    format!("{}: {}", observation.what.text, values.join(" / "))
}

fn measured(value: &Measured) -> String {
    match value {
        Measured::Quantity(quantity) => {
            let comparator = quantity.comparator.as_deref().unwrap_or_default();
            let number = quantity.value.as_str();
            match &quantity.unit {
                Some(unit) => format!("{comparator}{number} {unit}"),
                None => format!("{comparator}{number}"),
            }
        }
        Measured::Concept(concept) => concept.text.clone(),
        Measured::Text { text } => text.clone(),
    }
}
