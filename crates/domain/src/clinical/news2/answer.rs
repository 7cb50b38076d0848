//! What the score says, with everything it was made from. Shapes of the wire (ADR 5). Nothing that holds what was observed has a `Debug`.

use super::{Acvpu, Scale2Choice};
use crate::chart::Measured;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// NEWS2 of a patient, calculated here and not by the record.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum News2 {
    /// The score is not made for such a patient.
    NotScored {
        /// Why not.
        why: NotScored,
    },
    /// The score, complete or not.
    Scored(News2Score),
}

/// Why a patient gets no score.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotScored {
    /// The birth date is not known, or too little of it to tell whether the patient is 16.
    AgeUnknown,
    /// The patient is under 16.
    #[serde(rename = "under_16")]
    Under16,
    /// The patient is pregnant.
    Pregnant,
}

/// A score with its components.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct News2Score {
    /// The total, or what it is at least.
    pub total: News2Total,
    /// The seven parameters, in the order of the printed chart.
    pub components: Vec<News2Component>,
    /// The scale by which SpO₂ was scored.
    pub scale: Spo2Scale,
    /// The time of the oldest observation used; absent where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub oldest: Option<Timestamp>,
    /// STALE: the oldest observation used is older than the settings allow.
    pub is_stale: bool,
    /// The parameters of which the record has an observation dated ahead of now. It was not used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ahead_of_now: Vec<News2Parameter>,
}

/// The total. An incomplete set has none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum News2Total {
    /// All seven parameters have points.
    Complete {
        /// 0 to 20.
        total: u8,
        /// What it means.
        risk: News2Risk,
    },
    /// Some parameter is missing: "incomplete, at least 9 (5 of 7)".
    Incomplete {
        /// The sum of the points that are known. Whatever is missing, the total is not less.
        at_least: u8,
        /// How many parameters have points.
        present: u8,
        /// How many there are.
        of: u8,
        /// To be shown in the high style: a single parameter has 3 points, or the total is high already.
        is_high: bool,
    },
}

/// The clinical risk of a complete total.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum News2Risk {
    /// 0 to 4, without a 3 in any parameter.
    Low,
    /// 0 to 4, with a 3 in one parameter.
    LowMedium,
    /// 5 or 6.
    Medium,
    /// 7 or more.
    High,
}

/// One of the seven parameters.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum News2Parameter {
    /// Breaths a minute.
    Respiration,
    /// Oxygen saturation, in percent.
    Spo2,
    /// Air or oxygen.
    Oxygen,
    /// Systolic blood pressure, in mmHg.
    Systolic,
    /// Beats a minute.
    Pulse,
    /// Alert, or not.
    Consciousness,
    /// Body temperature, in °C.
    Temperature,
}

impl News2Parameter {
    /// Every parameter, in the order of the printed chart.
    pub const ALL: [News2Parameter; 7] = [
        News2Parameter::Respiration,
        News2Parameter::Spo2,
        News2Parameter::Oxygen,
        News2Parameter::Systolic,
        News2Parameter::Pulse,
        News2Parameter::Consciousness,
        News2Parameter::Temperature,
    ];
}

/// A parameter with its points, or why it has none.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct News2Component {
    /// Which.
    pub parameter: News2Parameter,
    /// What became of it.
    pub outcome: News2Outcome,
}

impl News2Component {
    /// Its points, where it was scored.
    pub fn points(&self) -> Option<u8> {
        match self.outcome {
            News2Outcome::Points { points, .. } => Some(points),
            News2Outcome::Missing { .. } => None,
        }
    }

    /// When what it scores was true, where it has points.
    pub(super) fn scored_at(&self) -> Option<Timestamp> {
        match self.outcome {
            News2Outcome::Points { at, .. } => Some(at),
            News2Outcome::Missing { .. } => None,
        }
    }
}

/// What became of a parameter.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum News2Outcome {
    /// It has points.
    Points {
        /// 0 to 3.
        points: u8,
        /// What was looked up in the table.
        used: News2Used,
        /// The value as the record wrote it, with its unit.
        written: Measured,
        /// When it was true.
        #[schema(value_type = String, format = DateTime)]
        at: Timestamp,
    },
    /// It counts as not there.
    Missing {
        /// Why.
        why: News2Missing,
        /// What the record wrote, where that may be shown as a fact.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        written: Option<Measured>,
        /// When that was true.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = DateTime)]
        at: Option<Timestamp>,
    },
}

/// What was looked up in the table.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum News2Used {
    /// A number in the chart's own unit and step: °C with one decimal, anything else an integer.
    Number(String),
    /// Air or oxygen.
    Oxygen(AirOrOxygen),
    /// A level of consciousness.
    Consciousness(Acvpu),
}

/// What the patient breathes.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AirOrOxygen {
    /// Room air.
    Air,
    /// Any oxygen added.
    Oxygen,
}

/// The scale by which SpO₂ is scored.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Spo2Scale {
    /// For everybody.
    #[serde(rename = "scale_1")]
    Scale1,
    /// For the patient for whom a clinician chose it.
    #[serde(rename = "scale_2")]
    Scale2(Scale2Choice),
}

/// Why a parameter has no points.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum News2Missing {
    /// The record has no such observation.
    NoneRecorded,
    /// Its newest observation is too long before the newest of all to be of one set with it.
    Apart,
    /// The record's status of it is none of a fact, or it has none.
    StatusNotUsable {
        /// The status; absent where the record gave none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<String>,
    },
    /// Its time lies ahead of now.
    AheadOfNow,
    /// Its time of day is not known.
    NoTimeOfDay,
    /// It was recorded without a value.
    NoValue,
    /// The value is none that can be measured: words where a number is needed, or a number where words are.
    NotMeasured,
    /// The number is only a bound.
    Bound {
        /// `<`, `<=`, `>=` or `>`.
        comparator: String,
    },
    /// The unit is none in which this is scored.
    UnitNotUnderstood {
        /// The unit; absent where the record gave none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// No patient can have this value in this unit: below zero, above 100 %, or less oxygen than air has.
    Impossible,
    /// The map of consciousness does not say what it means, or says two things.
    Unmapped,
    /// Scale 2 gives points to this saturation only where it is known whether the patient breathes air or oxygen.
    NeedsOxygen,
}
