//! Location: the beds.

use super::{inpatient::Inpatient, shape::Shape};
use crate::version::Version;
use serde_json::{Value, json};

pub(super) fn id(patient: &Inpatient) -> String {
    format!("bed-{:03}", patient.index + 1)
}

/// The reference from an encounter. Every third has no display: a client must read the Location to know the place.
pub(super) fn reference(patient: &Inpatient) -> Value {
    let reference = format!("Location/{}", id(patient));
    if patient.index % 3 == 1 {
        json!({"reference": reference})
    } else {
        json!({"reference": reference, "display": patient.place.display()})
    }
}

pub(super) fn shape(patient: &Inpatient, shape: &Shape<'_>) -> Value {
    let system = match shape.version {
        Version::Dstu2 | Version::Stu3 => "http://hl7.org/fhir/location-physical-type",
        Version::R4 => "http://terminology.hl7.org/CodeSystem/location-physical-type",
    };
    json!({
        "resourceType": "Location",
        "id": id(patient),
        "status": "active",
        "name": patient.place.display(),
        "mode": "instance",
        "physicalType": {"coding": [{"system": system, "code": "bd", "display": "Bed"}]},
        "partOf": {"display": patient.place.ward},
    })
}
