//! A protected patient is masked to everybody who neither keeps her nor broke the glass within the hour: in what is read, in what is
//! refused, and for who writes.

use crate::ward::Ward;
use domain::rejection::Rejection;
use domain::team::Event;
use domain::team::unseen::MarkedThing;
use domain::{PatientId, UserId};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

fn id_of(value: &Value) -> PatientId {
    value.as_str().unwrap().parse().unwrap()
}

/// The rows of a snapshot.
pub fn check_rows(ward: &Ward, reader: UserId, snapshot: &Value) -> TestCaseResult {
    let fields = snapshot["fields"].as_array().unwrap();
    let place = json!(ward.team.place);
    let place = fields.iter().position(|field| field["id"] == place);
    for row in snapshot["rows"].as_array().unwrap() {
        check_row(ward, reader, row, place)?;
    }
    Ok(())
}

fn check_row(ward: &Ward, reader: UserId, row: &Value, place: Option<usize>) -> TestCaseResult {
    let patient = &row["patient"];
    let is_masked = ward.team.masks(reader, id_of(&patient["id"]), ward.now());
    prop_assert_eq!(
        patient.get("initials").is_some(),
        is_masked,
        "who is masked, and only who is, has initials"
    );
    if !is_masked {
        return Ok(());
    }
    let parts: Vec<&String> = patient.as_object().unwrap().keys().collect();
    prop_assert_eq!(
        parts,
        ["id", "identity", "initials", "notes", "sensitive", "status"],
        "a masked row says more"
    );
    let shows_nobody = patient["identity"] == json!({}) && patient["notes"] == 0;
    prop_assert!(shows_nobody, "a masked row shows an identity or notes");
    for (column, value) in row["values"].as_array().unwrap().iter().enumerate() {
        prop_assert!(
            value.is_null() || Some(column) == place,
            "a masked row shows a value"
        );
    }
    Ok(())
}

/// A change of an open list, as a reader hears it.
pub fn check_change(ward: &Ward, reader: UserId, change: &Value) -> TestCaseResult {
    let masks = |id: &Value| ward.team.masks(reader, id_of(id), ward.now());
    match change["type"].as_str().unwrap() {
        "value" => prop_assert!(
            !masks(&change["patient"]) || change["field"] == json!(ward.team.place),
            "a change tells a value of a protected patient"
        ),
        "note" => prop_assert!(
            !masks(&change["patient"]),
            "a change tells a note of a protected patient"
        ),
        "row" => check_row(ward, reader, &change["row"], Some(0))?,
        "hidden" => prop_assert_eq!(change, &json!({"type": "hidden"})),
        _ => {}
    }
    Ok(())
}

/// A mark of what is unseen names of a protected patient nothing but that she came or left.
pub fn check_mark(ward: &Ward, reader: UserId, thing: MarkedThing) -> TestCaseResult {
    let patient = match thing {
        MarkedThing::Value { patient, .. }
        | MarkedThing::Identity { patient }
        | MarkedThing::Status { patient }
        | MarkedThing::Note { patient, .. } => patient,
        MarkedThing::Added { .. } | MarkedThing::Removed { .. } => return Ok(()),
    };
    prop_assert!(!ward.team.masks(reader, patient, ward.now()));
    Ok(())
}

/// A refusal compares with nobody who is protected.
pub fn check_refusal(ward: &Ward, actor: UserId, refusal: &Rejection) -> TestCaseResult {
    let named: Vec<PatientId> = match refusal {
        Rejection::PossibleDuplicate { patients, .. } => patients.iter().map(|p| p.id).collect(),
        Rejection::Conflict(conflict) => vec![conflict.patient],
        _ => vec![],
    };
    for patient in named {
        prop_assert!(
            !ward.team.masks(actor, patient, ward.now()),
            "{} tells of a protected patient",
            refusal.code()
        );
    }
    Ok(())
}

/// Nobody writes on a patient whom they see masked.
pub fn check_writes(ward: &Ward, actor: UserId, events: &[Event]) -> TestCaseResult {
    for event in events {
        let is_about_the_glass =
            matches!(event, Event::GlassBroken(_) | Event::BreakGlassReviewed(_));
        let masked = event
            .subject()
            .patient
            .is_some_and(|id| ward.team.masks(actor, id, ward.now()));
        prop_assert!(
            !masked || is_about_the_glass,
            "{actor} writes {} on a protected patient",
            event.type_name()
        );
    }
    Ok(())
}

/// Patients whom somebody sees masked.
pub fn masked_from(ward: &Ward, reader: UserId) -> Vec<PatientId> {
    let patients = ward.team.patients.iter();
    let masked = patients.filter(|(id, patient)| {
        ward.team.sees(reader, patient) && ward.team.masks(reader, **id, ward.now())
    });
    masked.map(|(id, _)| *id).collect()
}

/// Nothing that somebody does opens them a patient who was masked, but breaking the glass.
pub fn check_no_way_around(
    ward: &Ward,
    actor: UserId,
    masked_before: &[PatientId],
    opens: bool,
) -> TestCaseResult {
    for id in masked_before {
        prop_assert!(
            opens || ward.team.open_patient(actor, *id, ward.now()).is_err(),
            "{actor} opened {id} without breaking the glass"
        );
    }
    Ok(())
}
