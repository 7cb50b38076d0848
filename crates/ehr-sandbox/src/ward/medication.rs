//! MedicationOrder in DSTU2, MedicationRequest since.

use super::{
    inpatient::Inpatient,
    picture::Medicine,
    shape::{ATC, Shape, add, concept},
};
use crate::version::Version;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

pub(super) struct Order {
    medicine: &'static Medicine,
    pub(super) written: Timestamp,
    /// The end that was ordered, if one was.
    until: Option<Timestamp>,
    is_stopped: bool,
}

pub(super) fn of(patient: &Inpatient, now: Timestamp) -> Vec<Order> {
    let admitted = patient.admitted(now);
    let after = |hours: i64| {
        admitted
            .saturating_add(SignedDuration::from_hours(hours))
            .unwrap_or(admitted)
    };
    patient
        .picture
        .medicines
        .iter()
        .zip(0_i64..)
        .map(|(medicine, place)| Order {
            medicine,
            written: after(0)
                .saturating_add(SignedDuration::from_mins(20 * place))
                .unwrap_or(admitted)
                .min(now),
            until: (place == 0).then(|| after(24 * 7)),
            is_stopped: place == 3,
        })
        .collect()
}

pub(super) fn shape(patient: &Inpatient, number: usize, order: &Order, shape: &Shape<'_>) -> Value {
    let version = shape.version;
    let name = patient.say(order.medicine.english, order.medicine.french);
    let code = concept(ATC, order.medicine.code, name);
    let dosage = patient.say(order.medicine.dosage_english, order.medicine.dosage_french);
    let written = order.written.to_string();
    let prescriber = json!({"display": patient.practitioner});
    let mut resource = json!({
        "resourceType": type_name(version),
        "id": format!("{}-medication-{number}", patient.id),
        "status": if order.is_stopped { "stopped" } else { "active" },
        "dosageInstruction": [{"text": dosage}],
    });
    add(
        &mut resource,
        if patient.index.is_multiple_of(2) {
            json!({"medicationCodeableConcept": code})
        } else {
            json!({
                "contained": [{"resourceType": "Medication", "id": "medication", "code": code}],
                "medicationReference": {"reference": "#medication", "display": name},
            })
        },
    );
    let subject = shape.patient(patient);
    add(
        &mut resource,
        match version {
            Version::Dstu2 => {
                json!({"patient": subject, "dateWritten": written, "prescriber": prescriber})
            }
            Version::Stu3 => {
                json!({"intent": "order", "subject": subject, "authoredOn": written, "requester": {"agent": prescriber}})
            }
            Version::R4 => {
                json!({"intent": "order", "subject": subject, "authoredOn": written, "requester": prescriber})
            }
        },
    );
    if order.is_stopped && version == Version::Dstu2 {
        add(&mut resource, json!({"dateEnded": written}));
    }
    if let Some(until) = order.until {
        add(
            &mut resource,
            json!({"dispenseRequest": {"validityPeriod": {"start": written, "end": until.to_string()}}}),
        );
    }
    resource
}

pub(super) fn type_name(version: Version) -> &'static str {
    match version {
        Version::Dstu2 => "MedicationOrder",
        Version::Stu3 | Version::R4 => "MedicationRequest",
    }
}
