//! From what the record wrote to what is looked up in the table.

use super::answer::{AirOrOxygen, News2Missing, News2Parameter, News2Used};
use super::ratio::Ratio;
use super::settings::{Acvpu, ConsciousnessMap, LOINC, Meaning};
use super::unit::{Unit, unit_of};
use crate::chart::{Coding, Concept, Measured};

/// A value of a parameter, in the chart's own unit and step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// Breaths a minute.
    Respiration(i128),
    /// Percent.
    Spo2(i128),
    Oxygen(AirOrOxygen),
    /// mmHg.
    Systolic(i128),
    /// Beats a minute.
    Pulse(i128),
    Consciousness(Acvpu),
    /// Tenths of °C.
    Temperature(i128),
}

impl Reading {
    /// As it stands in an answer.
    pub(super) fn used(self) -> News2Used {
        match self {
            Reading::Respiration(number)
            | Reading::Spo2(number)
            | Reading::Systolic(number)
            | Reading::Pulse(number) => News2Used::Number(number.to_string()),
            // Never negative: `number_of` refuses it.
            Reading::Temperature(tenths) => {
                News2Used::Number(format!("{}.{}", tenths / 10, tenths % 10))
            }
            Reading::Oxygen(breathes) => News2Used::Oxygen(breathes),
            Reading::Consciousness(level) => News2Used::Consciousness(level),
        }
    }
}

/// A kind of observation that NEWS2 uses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Respiration,
    Spo2,
    OxygenFlow,
    OxygenConcentration,
    Systolic,
    Pulse,
    Consciousness,
    Temperature,
}

/// The LOINC codes of ward-safety, "Scores and flow".
const CODES: [(&str, Kind); 8] = [
    ("9279-1", Kind::Respiration),
    ("59408-5", Kind::Spo2),
    ("2708-6", Kind::Spo2),
    ("3151-8", Kind::OxygenFlow),
    ("3150-6", Kind::OxygenConcentration),
    ("8480-6", Kind::Systolic),
    ("8867-4", Kind::Pulse),
    ("8310-5", Kind::Temperature),
];

impl Kind {
    /// What an observation of this name is used as: nothing, mostly.
    pub(super) fn all_of<'a>(
        what: &'a Concept,
        map: &'a ConsciousnessMap,
    ) -> impl Iterator<Item = Kind> + 'a {
        let is_coded = |system: Option<&str>, code: &str| {
            what.codings
                .iter()
                .any(|coding| is_code(coding, system, code))
        };
        let by_loinc = CODES
            .iter()
            .filter(move |(code, _)| is_coded(Some(LOINC), code))
            .map(|&(_, kind)| kind);
        let says_consciousness = map
            .observations
            .iter()
            .any(|known| is_coded(known.system.as_deref(), &known.code));
        by_loinc.chain(says_consciousness.then_some(Kind::Consciousness))
    }

    /// The parameter it speaks for.
    pub(super) fn parameter(self) -> News2Parameter {
        match self {
            Kind::Respiration => News2Parameter::Respiration,
            Kind::Spo2 => News2Parameter::Spo2,
            Kind::OxygenFlow | Kind::OxygenConcentration => News2Parameter::Oxygen,
            Kind::Systolic => News2Parameter::Systolic,
            Kind::Pulse => News2Parameter::Pulse,
            Kind::Consciousness => News2Parameter::Consciousness,
            Kind::Temperature => News2Parameter::Temperature,
        }
    }

    /// What is looked up in the table, or why nothing can be.
    pub(super) fn read(
        self,
        value: Option<&Measured>,
        map: &ConsciousnessMap,
    ) -> Result<Reading, News2Missing> {
        let value = value.ok_or(News2Missing::NoValue)?;
        match self {
            Kind::Respiration => integer_of(value, Unit::PerMinute).map(Reading::Respiration),
            Kind::Pulse => integer_of(value, Unit::PerMinute).map(Reading::Pulse),
            Kind::Systolic => integer_of(value, Unit::Mmhg).map(Reading::Systolic),
            Kind::Spo2 => percent_of(value).map(Reading::Spo2),
            Kind::Temperature => tenths_of_celsius(value).map(Reading::Temperature),
            Kind::OxygenFlow => oxygen_by_flow(value).map(Reading::Oxygen),
            Kind::OxygenConcentration => oxygen_by_concentration(value).map(Reading::Oxygen),
            Kind::Consciousness => consciousness_of(value, map).map(Reading::Consciousness),
        }
    }
}

/// Whether a coding is this code. A system that either side leaves out is taken as the same.
pub(super) fn is_code(coding: &Coding, system: Option<&str>, code: &str) -> bool {
    let is_same_system = match (coding.system.as_deref(), system) {
        (Some(one), Some(other)) => uri_of(one) == uri_of(other),
        (None, _) | (_, None) => true,
    };
    coding.code == code && is_same_system
}

/// The URI of a terminology that is also known by its object identifier.
fn uri_of(system: &str) -> &str {
    match system {
        "urn:oid:2.16.840.1.113883.6.1" => LOINC,
        "urn:oid:2.16.840.1.113883.6.96" => "http://snomed.info/sct",
        _ => system,
    }
}

/// Percent of oxygen in room air, in whole numbers.
const AIR_PERCENT: i128 = 21;

fn integer_of(value: &Measured, unit: Unit) -> Result<i128, News2Missing> {
    number_of(value, &[unit]).map(Ratio::rounded)
}

fn percent_of(value: &Measured) -> Result<i128, News2Missing> {
    match integer_of(value, Unit::Percent)? {
        percent @ ..=100 => Ok(percent),
        _ => Err(News2Missing::Impossible),
    }
}

fn tenths_of_celsius(value: &Measured) -> Result<i128, News2Missing> {
    let degrees = number_of(value, &[Unit::Celsius, Unit::Fahrenheit])?;
    Ok(degrees.times(10).rounded())
}

/// Any flow is oxygen: what is below half a litre is not rounded to air.
fn oxygen_by_flow(value: &Measured) -> Result<AirOrOxygen, News2Missing> {
    match number_of(value, &[Unit::LitresPerMinute])?.is_zero() {
        true => Ok(AirOrOxygen::Air),
        false => Ok(AirOrOxygen::Oxygen),
    }
}

fn oxygen_by_concentration(value: &Measured) -> Result<AirOrOxygen, News2Missing> {
    match percent_of(value)? {
        // A fraction such as 0.28 that was called percent, which must not count as air.
        ..AIR_PERCENT => Err(News2Missing::Impossible),
        AIR_PERCENT => Ok(AirOrOxygen::Air),
        _ => Ok(AirOrOxygen::Oxygen),
    }
}

fn consciousness_of(value: &Measured, map: &ConsciousnessMap) -> Result<Acvpu, News2Missing> {
    let meaning = match value {
        Measured::Concept(concept) => match map.find_by_codes(&concept.codings) {
            Meaning::Unknown => map.find_by_text(&concept.text),
            known => known,
        },
        Measured::Text { text } => map.find_by_text(text),
        Measured::Quantity(_) => return Err(News2Missing::NotMeasured),
    };
    match meaning {
        Meaning::Clear(level) => Ok(level),
        Meaning::Unknown | Meaning::Contradictory => Err(News2Missing::Unmapped),
    }
}

/// The number in one of the units, °F already as °C.
fn number_of(value: &Measured, units: &[Unit]) -> Result<Ratio, News2Missing> {
    let Measured::Quantity(quantity) = value else {
        return Err(News2Missing::NotMeasured);
    };
    if let Some(comparator) = &quantity.comparator {
        return Err(News2Missing::Bound {
            comparator: comparator.clone(),
        });
    }
    let unit = unit_of(quantity, units)?;
    let written = Ratio::of(&quantity.value).ok_or(News2Missing::NotMeasured)?;
    let number = match unit {
        Unit::Fahrenheit => written.celsius_of_fahrenheit(),
        Unit::PerMinute | Unit::Percent | Unit::Mmhg | Unit::Celsius | Unit::LitresPerMinute => {
            written
        }
    };
    match number.is_negative() {
        true => Err(News2Missing::Impossible),
        false => Ok(number),
    }
}
