//! Observation: the vital signs, in LOINC as NEWS2 is computed from them.

use super::{
    inpatient::Inpatient,
    shape::{LOINC, SNOMED, Shape, UCUM, add},
    vital_signs::{self, Consciousness},
};
use crate::version::Version;
use serde_json::{Value, json};

/// What one Observation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    Respiration,
    Saturation,
    Oxygen,
    BloodPressure,
    Pulse,
    Temperature,
    Consciousness,
}

impl Sign {
    pub(crate) const ALL: [Self; 7] = [
        Self::Respiration,
        Self::Saturation,
        Self::Oxygen,
        Self::BloodPressure,
        Self::Pulse,
        Self::Temperature,
        Self::Consciousness,
    ];

    /// Its part of the Observation's id.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Respiration => "rr",
            Self::Saturation => "spo2",
            Self::Oxygen => "o2",
            Self::BloodPressure => "bp",
            Self::Pulse => "hr",
            Self::Temperature => "temp",
            Self::Consciousness => "acvpu",
        }
    }

    /// The codes it is found by. Half of the patients have a device that knows the older code of saturation only.
    pub(crate) fn codes(self, patient: &Inpatient) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Respiration => &[("9279-1", "Respiratory rate")],
            Self::Saturation if patient.index.is_multiple_of(2) => &[
                (
                    "59408-5",
                    "Oxygen saturation in Arterial blood by Pulse oximetry",
                ),
                ("2708-6", "Oxygen saturation in Arterial blood"),
            ],
            Self::Saturation => &[("2708-6", "Oxygen saturation in Arterial blood")],
            Self::Oxygen => &[("3151-8", "Inhaled oxygen flow rate")],
            Self::BloodPressure => {
                &[("85354-9", "Blood pressure panel with all children optional")]
            }
            Self::Pulse => &[("8867-4", "Heart rate")],
            Self::Temperature => &[("8310-5", "Body temperature")],
            Self::Consciousness => &[("80288-4", "Level of consciousness")],
        }
    }
}

/// Every fiftieth thermometer was read wrongly, and the reading marked as an error: nobody may take it for a fever.
fn is_mistaken(sign: Sign, slot: i64) -> bool {
    sign == Sign::Temperature && slot.rem_euclid(50) == 7
}

pub(super) fn id(patient: &Inpatient, sign: Sign, slot: i64) -> String {
    format!("{}-{}-{slot}", patient.id, sign.key())
}

pub(super) fn shape(
    patient: &Inpatient,
    sign: Sign,
    slot: i64,
    encounter: &str,
    shape: &Shape<'_>,
) -> Value {
    let time = vital_signs::time(patient, slot).to_string();
    let mut resource = json!({
        "resourceType": "Observation",
        "id": id(patient, sign, slot),
        "status": if is_mistaken(sign, slot) { "entered-in-error" } else { "final" },
        "effectiveDateTime": time,
        "issued": time,
    });
    // A chart asks for two hundred of these: what is put in beside the macro is not copied by it.
    let codings = sign
        .codes(patient)
        .iter()
        .map(|(code, display)| json!({"system": LOINC, "code": code, "display": display}));
    resource["code"]["coding"] = codings.collect();
    resource["category"] = category(shape.version);
    resource["subject"] = shape.patient(patient);
    let encounter = json!({"reference": format!("Encounter/{encounter}")});
    let element = match shape.version {
        Version::Dstu2 | Version::R4 => "encounter",
        Version::Stu3 => "context",
    };
    resource[element] = encounter;
    add(&mut resource, value(patient, sign, slot));
    resource
}

pub(crate) fn category_system(version: Version) -> &'static str {
    match version {
        Version::Dstu2 | Version::Stu3 => "http://hl7.org/fhir/observation-category",
        Version::R4 => "http://terminology.hl7.org/CodeSystem/observation-category",
    }
}

/// One CodeableConcept in DSTU2, a list of them since.
fn category(version: Version) -> Value {
    let system = category_system(version);
    let category =
        json!({"coding": [{"system": system, "code": "vital-signs", "display": "Vital Signs"}]});
    match version {
        Version::Dstu2 => category,
        Version::Stu3 | Version::R4 => json!([category]),
    }
}

fn value(patient: &Inpatient, sign: Sign, slot: i64) -> Value {
    let measured = vital_signs::measured(patient, slot);
    match sign {
        Sign::Respiration => json!({"valueQuantity": whole(measured.respiration, "/min", "/min")}),
        Sign::Saturation => json!({"valueQuantity": whole(measured.saturation, "%", "%")}),
        Sign::Oxygen => json!({"valueQuantity": whole(measured.oxygen, "L/min", "L/min")}),
        Sign::Pulse => json!({"valueQuantity": whole(measured.pulse, "beats/min", "/min")}),
        Sign::Temperature if is_mistaken(sign, slot) => {
            json!({"valueQuantity": quantity(json!(73.1), "°C", "Cel")})
        }
        Sign::Temperature => {
            json!({"valueQuantity": quantity(json!(measured.temperature), "°C", "Cel")})
        }
        Sign::BloodPressure => json!({"component": [
            component("8480-6", "Systolic blood pressure", measured.systolic),
            component("8462-4", "Diastolic blood pressure", measured.diastolic),
        ]}),
        Sign::Consciousness => {
            let (code, display) = match measured.consciousness {
                Consciousness::Alert => ("248234008", "Mentally alert"),
                Consciousness::Confused => ("130987000", "Acute confusion"),
                Consciousness::Voice => ("300202002", "Responds to voice"),
            };
            json!({"valueCodeableConcept": {"coding": [{"system": SNOMED, "code": code, "display": display}]}})
        }
    }
}

fn component(code: &str, display: &str, value: f64) -> Value {
    json!({
        "code": {"coding": [{"system": LOINC, "code": code, "display": display}]},
        "valueQuantity": whole(value, "mmHg", "mm[Hg]"),
    })
}

fn whole(value: f64, unit: &str, code: &str) -> Value {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a rounded vital sign is below a thousand"
    )]
    let value = value as i64;
    quantity(json!(value), unit, code)
}

fn quantity(value: Value, unit: &str, code: &str) -> Value {
    json!({"value": value, "unit": unit, "system": UCUM, "code": code})
}
