//! Encounter: the stay that goes on, and an earlier one.

use super::{
    inpatient::Inpatient,
    location,
    shape::{Shape, add},
};
use crate::version::Version;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// Which of a patient's stays is the one that goes on: it alone says where.
pub(super) const CURRENT: usize = 1;

pub(super) struct Encounter {
    is_current: bool,
    pub(super) began: Timestamp,
    ended: Option<Timestamp>,
}

/// The earlier stay first.
pub(super) fn of(patient: &Inpatient, now: Timestamp) -> Vec<Encounter> {
    let admitted = patient.admitted(now);
    let before = |hours: i64| {
        admitted
            .saturating_sub(SignedDuration::from_hours(hours))
            .unwrap_or(admitted)
    };
    vec![
        Encounter {
            is_current: false,
            began: before(24 * 410),
            ended: Some(before(24 * 404)),
        },
        Encounter {
            is_current: true,
            began: admitted,
            ended: patient.deceased,
        },
    ]
}

/// The id of the stay that goes on.
pub(super) fn current_id(patient: &Inpatient) -> String {
    id(patient, CURRENT)
}

fn id(patient: &Inpatient, number: usize) -> String {
    format!("{}-encounter-{number}", patient.id)
}

pub(super) fn shape(
    patient: &Inpatient,
    number: usize,
    encounter: &Encounter,
    shape: &Shape<'_>,
) -> Value {
    let mut period = json!({"start": encounter.began.to_string()});
    if let Some(ended) = encounter.ended {
        add(&mut period, json!({"end": ended.to_string()}));
    }
    let kind = patient.say("Inpatient stay", "Hospitalisation complète");
    let mut resource = json!({
        "resourceType": "Encounter",
        "id": id(patient, number),
        "status": if encounter.ended.is_some() { "finished" } else { "in-progress" },
        "type": [{"coding": [{"system": "http://snomed.info/sct", "code": "394656005", "display": kind}], "text": kind}],
        "period": period,
    });
    if encounter.is_current {
        let status = if encounter.ended.is_some() {
            "completed"
        } else {
            "active"
        };
        add(
            &mut resource,
            json!({"location": [{"location": location::reference(patient), "status": status}]}),
        );
    }
    let subject = shape.patient(patient);
    add(
        &mut resource,
        match shape.version {
            Version::Dstu2 => json!({"class": "inpatient", "patient": subject}),
            Version::Stu3 => json!({
                "class": {"system": "http://hl7.org/fhir/v3/ActCode", "code": "IMP", "display": "inpatient encounter"},
                "subject": subject,
            }),
            Version::R4 => json!({
                "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP", "display": "inpatient encounter"},
                "subject": subject,
            }),
        },
    );
    resource
}
