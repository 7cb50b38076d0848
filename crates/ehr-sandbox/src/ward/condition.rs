//! Condition: why the patient came, what they had before, and one that was entered in error.

use super::{
    chance::For,
    inpatient::Inpatient,
    picture::Problem,
    shape::{SNOMED, Shape, add, concept},
};
use crate::version::Version;
use jiff::Timestamp;
use serde_json::{Value, json};

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/condition-clinical";
const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

const MISTAKE: Problem = Problem {
    code: "363346000",
    english: "Malignant neoplastic disease",
    french: "Maladie néoplasique maligne",
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Current,
    Past,
    Mistaken,
}

pub(super) struct Condition {
    problem: &'static Problem,
    standing: Standing,
    pub(super) recorded: Timestamp,
    /// A date as it was known: often a year only.
    onset: String,
}

pub(super) fn of(patient: &Inpatient, now: Timestamp) -> Vec<Condition> {
    let admitted = patient.admitted(now);
    let mut conditions = vec![Condition {
        problem: &patient.picture.reason,
        standing: Standing::Current,
        recorded: admitted,
        onset: day(admitted),
    }];
    for (problem, key) in patient.picture.history.iter().zip(0..) {
        let number = patient.number(For::History, key);
        let year = 2008 + number % 16;
        let month = 1 + (number >> 8) % 12;
        conditions.push(Condition {
            problem,
            standing: Standing::Past,
            recorded: Timestamp::from_second(
                1_200_000_000 + i64::try_from(number % 480_000_000).unwrap_or(0),
            )
            .unwrap_or(admitted),
            onset: if key == 0 {
                year.to_string()
            } else {
                format!("{year}-{month:02}")
            },
        });
    }
    if patient.index % 7 == 6 {
        conditions.push(Condition {
            problem: &MISTAKE,
            standing: Standing::Mistaken,
            recorded: admitted,
            onset: day(admitted),
        });
    }
    conditions
}

pub(super) fn shape(
    patient: &Inpatient,
    number: usize,
    condition: &Condition,
    shape: &Shape<'_>,
) -> Value {
    let (clinical, verification) = match condition.standing {
        Standing::Current | Standing::Past => (Some("active"), "confirmed"),
        // R4 forbids a clinical status here (con-5); the earlier versions do without it as well.
        Standing::Mistaken => (None, "entered-in-error"),
    };
    let mut resource = json!({
        "resourceType": "Condition",
        "id": format!("{}-condition-{number}", patient.id),
        "verificationStatus": shape.state(VERIFICATION, verification),
        "code": concept(SNOMED, condition.problem.code, patient.say(condition.problem.english, condition.problem.french)),
        "onsetDateTime": condition.onset,
    });
    if let Some(clinical) = clinical {
        add(
            &mut resource,
            json!({"clinicalStatus": shape.state(CLINICAL, clinical)}),
        );
    }
    if condition.standing == Standing::Current {
        let (code, english, french) = if patient.index.is_multiple_of(3) {
            ("24484000", "Severe", "Sévère")
        } else {
            ("6736007", "Moderate", "Modéré")
        };
        add(
            &mut resource,
            json!({"severity": concept(SNOMED, code, patient.say(english, french))}),
        );
    }
    let category = match condition.standing {
        Standing::Current => "encounter-diagnosis",
        Standing::Past | Standing::Mistaken => "problem-list-item",
    };
    let subject = shape.patient(patient);
    add(
        &mut resource,
        match shape.version {
            Version::Dstu2 => json!({
                "patient": subject,
                "category": {"coding": [{"system": "http://hl7.org/fhir/condition-category", "code": "diagnosis"}]},
                "dateRecorded": day(condition.recorded),
            }),
            Version::Stu3 => json!({
                "subject": subject,
                "category": [{"coding": [{"system": "http://hl7.org/fhir/condition-category", "code": category}]}],
                "assertedDate": condition.recorded.to_string(),
            }),
            Version::R4 => json!({
                "subject": subject,
                "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-category", "code": category}]}],
                "recordedDate": condition.recorded.to_string(),
            }),
        },
    );
    resource
}

/// The date of a time: DSTU2's `dateRecorded` knows no time of day.
fn day(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d").to_string()
}
