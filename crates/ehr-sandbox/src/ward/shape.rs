//! What resources are made of, in the version asked for.

use super::inpatient::Inpatient;
use crate::version::Version;
use serde_json::{Value, json};

pub(super) const SNOMED: &str = "http://snomed.info/sct";
pub(crate) const LOINC: &str = "http://loinc.org";
pub(super) const ATC: &str = "http://www.whocc.no/atc";
pub(super) const UCUM: &str = "http://unitsofmeasure.org";

/// The form of an answer.
#[derive(Clone, Copy)]
pub(crate) struct Shape<'a> {
    pub(crate) version: Version,
    /// The base, for those references that are absolute.
    pub(crate) base: &'a str,
}

impl Shape<'_> {
    /// The reference to a patient: absolute for every fifth patient, as some servers write it.
    pub(super) fn patient(&self, patient: &Inpatient) -> Value {
        let path = format!("Patient/{}", patient.id);
        let reference = if patient.index % 5 == 3 {
            format!("{}/{path}", self.base)
        } else {
            path
        };
        json!({"reference": reference, "display": patient.display()})
    }

    /// A state: a plain code before R4, a CodeableConcept since.
    pub(super) fn state(&self, system: &str, code: &str) -> Value {
        match self.version {
            Version::Dstu2 | Version::Stu3 => json!(code),
            Version::R4 => json!({"coding": [{"system": system, "code": code}]}),
        }
    }
}

/// A CodeableConcept of one coding, with its display as text.
pub(super) fn concept(system: &str, code: &str, display: &str) -> Value {
    json!({"coding": [{"system": system, "code": code, "display": display}], "text": display})
}

/// Adds the fields of one object to another.
pub(super) fn add(resource: &mut Value, more: Value) {
    if let (Some(fields), Value::Object(more)) = (resource.as_object_mut(), more) {
        fields.extend(more);
    }
}
