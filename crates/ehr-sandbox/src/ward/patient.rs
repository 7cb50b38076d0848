//! Patient.

use super::{
    inpatient::{Inpatient, Language},
    shape::{Shape, add},
};
use crate::version::Version;
use serde_json::{Value, json};

/// The system of the medical record numbers.
pub(crate) const MRN_SYSTEM: &str = "http://hospital.example/mrn";
/// The system of the insurance numbers.
pub(crate) const INSURANCE_SYSTEM: &str = "http://hospital.example/insurance";
/// One grey pixel.
const PHOTO: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

pub(super) fn shape(patient: &Inpatient, shape: &Shape<'_>) -> Value {
    let mut resource = json!({
        "resourceType": "Patient",
        "id": patient.id,
        "text": {
            "status": "generated",
            "div": format!("<div xmlns=\"http://www.w3.org/1999/xhtml\"><b>{}</b></div>", patient.display()),
        },
        "active": true,
        "identifier": identifiers(patient, shape.version),
        "name": names(patient, shape.version),
        "telecom": [{"system": "phone", "value": patient.phone, "use": "home"}],
        "gender": if patient.is_female { "female" } else { "male" },
        "birthDate": patient.birth_date.to_string(),
        "address": [address(patient)],
    });
    match patient.deceased {
        Some(time) => add(&mut resource, json!({"deceasedDateTime": time.to_string()})),
        None => add(&mut resource, json!({"deceasedBoolean": false})),
    }
    if patient.index.is_multiple_of(10) {
        add(
            &mut resource,
            json!({"photo": [{"contentType": "image/png", "data": PHOTO}]}),
        );
    }
    let practitioner = json!([{"display": patient.practitioner}]);
    add(
        &mut resource,
        match shape.version {
            Version::Dstu2 => json!({"careProvider": practitioner}),
            Version::Stu3 | Version::R4 => json!({"generalPractitioner": practitioner}),
        },
    );
    resource
}

/// The insurance number stands first, so that a reader that takes the first identifier is found out.
fn identifiers(patient: &Inpatient, version: Version) -> Value {
    let mut identifiers = vec![json!({
        "use": "official",
        "system": INSURANCE_SYSTEM,
        "value": patient.insurance,
    })];
    if let Some(mrn) = &patient.mrn {
        let system = match version {
            Version::Dstu2 | Version::Stu3 => "http://hl7.org/fhir/v2/0203",
            Version::R4 => "http://terminology.hl7.org/CodeSystem/v2-0203",
        };
        identifiers.push(json!({
            "use": "usual",
            "type": {
                "coding": [{"system": system, "code": "MR"}],
                "text": patient.say("Medical record number", "Numéro de dossier (IPP)"),
            },
            "system": MRN_SYSTEM,
            "value": mrn,
        }));
    }
    json!(identifiers)
}

fn names(patient: &Inpatient, version: Version) -> Value {
    let family = |name: &str| match version {
        Version::Dstu2 => json!([name]),
        Version::Stu3 | Version::R4 => json!(name),
    };
    let mut names = Vec::new();
    if let Some(maiden) = patient.maiden {
        names.push(json!({"use": "maiden", "family": family(maiden), "given": patient.given}));
    }
    names.push(json!({
        "use": "official",
        "family": family(&patient.family),
        "given": patient.given,
        "prefix": [patient.prefix],
    }));
    json!(names)
}

fn address(patient: &Inpatient) -> Value {
    let (city, postal_code, country) = match patient.language {
        Language::English => ("Millbrook", "ZZ99 3WZ", "GB"),
        Language::French => ("Valmont-sur-Lenne", "99999", "FR"),
    };
    json!({
        "use": "home",
        "line": [patient.street],
        "city": city,
        "postalCode": postal_code,
        "country": country,
    })
}
