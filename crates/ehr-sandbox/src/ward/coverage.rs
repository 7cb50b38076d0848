//! Coverage: who pays. One patient in ten has none.

use super::{
    inpatient::{Inpatient, Language},
    shape::{Shape, add},
};
use crate::version::Version;
use serde_json::{Value, json};

pub(super) fn exists(patient: &Inpatient) -> bool {
    patient.index % 10 != 9
}

pub(super) fn shape(patient: &Inpatient, shape: &Shape<'_>) -> Value {
    let (payor, group, plan) = match patient.language {
        Language::English => ("Northfield Mutual", "Northfield Employees", "Standard Plan"),
        Language::French => (
            "Mutuelle des Deux Rives",
            "Régime général",
            "Contrat responsable",
        ),
    };
    let subject = shape.patient(patient);
    let mut resource = json!({
        "resourceType": "Coverage",
        "id": format!("{}-coverage-0", patient.id),
        "period": {"start": "2024-01-01", "end": "2028-12-31"},
    });
    add(
        &mut resource,
        match shape.version {
            Version::Dstu2 => json!({
                "issuer": {"display": payor},
                "subscriberId": {"system": super::patient::INSURANCE_SYSTEM, "value": patient.insurance},
                "group": group,
                "plan": plan,
                "subscriber": subject,
            }),
            Version::Stu3 => json!({
                "status": "active",
                "subscriberId": patient.insurance,
                "beneficiary": subject,
                "payor": [{"display": payor}],
                "grouping": {"groupDisplay": group, "planDisplay": plan},
            }),
            Version::R4 => json!({
                "status": "active",
                "subscriberId": patient.insurance,
                "beneficiary": subject,
                "payor": [{"display": payor}],
                "class": [class("group", "G-1", group), class("plan", "P-1", plan)],
            }),
        },
    );
    resource
}

fn class(code: &str, value: &str, name: &str) -> Value {
    json!({
        "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/coverage-class", "code": code}]},
        "value": value,
        "name": name,
    })
}
