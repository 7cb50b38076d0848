//! What follows for a team from reading a patient's chart: what its bound columns show now, and another identity that the record says.

use super::event::{EhrIdentityProposed, Event, ValueSet};
use super::state::{Patient, Team};
use crate::chart::{Chart, Observation, Part, PartStatus};
use crate::ehr::{EhrLink, ProposedIdentity};
use crate::field::chart::{ChartSource, ChartValue};
use crate::field::{Field, FieldType, Value};
use crate::{FieldId, PatientId, limits};
use std::collections::BTreeSet;

/// The events that a chart leads to, which was read by the record's id `ehr_id`. None where the patient was linked otherwise meanwhile.
pub fn chart_read(team: &Team, id: PatientId, ehr_id: &str, chart: &Chart) -> Vec<Event> {
    let (Some(patient), Some(link)) = (team.patients.get(&id), team.ehr_link(id)) else {
        return vec![];
    };
    if link.ehr_id != ehr_id || patient.merged.is_some() {
        return vec![];
    }
    let bound = team.fields.iter().filter_map(bound_source);
    let shown = bound.filter_map(|(field, source)| {
        let now = value_of(source, chart);
        is_news(patient, field, &now).then(|| {
            Event::ValueSet(ValueSet {
                patient: id,
                field,
                value: Some(Value::Chart(Box::new(now))),
                merged: false,
                undo: false,
                from_record: true,
                import: None,
            })
        })
    });
    shown.chain(proposal(id, link, chart)).collect()
}

/// Whether a team shows anything of the chart in a list.
pub fn has_bound_columns(team: &Team) -> bool {
    team.fields
        .iter()
        .any(|field| bound_source(field).is_some())
}

fn bound_source(field: &Field) -> Option<(FieldId, ChartSource)> {
    match field.kind {
        FieldType::Chart { source } if !field.archived => Some((field.id, source)),
        _ => None,
    }
}

/// What could not be read does not take away what was known: that stays, with the times it was true.
fn is_news(patient: &Patient, field: FieldId, now: &ChartValue) -> bool {
    match patient.value(field) {
        Some(Value::Chart(before)) => now.status() != PartStatus::Failed && **before != *now,
        _ => true,
    }
}

fn value_of(source: ChartSource, chart: &Chart) -> ChartValue {
    match source {
        ChartSource::Place => ChartValue::Place(bounded(&chart.place, |_| true)),
        ChartSource::VitalSigns => ChartValue::VitalSigns(newest_of_each(&chart.vital_signs)),
        ChartSource::Allergies => ChartValue::Allergies(bounded(&chart.allergies, |allergy| {
            !is_one_of(&allergy.clinical_status, &["resolved", "inactive"])
                && !is_one_of(&allergy.verification_status, &["refuted"])
        })),
        ChartSource::Conditions => {
            ChartValue::Conditions(bounded(&chart.conditions, |condition| {
                !is_one_of(
                    &condition.clinical_status,
                    &["resolved", "inactive", "remission"],
                ) && !is_one_of(&condition.verification_status, &["refuted"])
            }))
        }
        ChartSource::Medications => {
            ChartValue::Medications(bounded(&chart.medications, |medication| {
                !is_one_of(
                    &medication.status,
                    &["completed", "stopped", "cancelled", "draft"],
                )
            }))
        }
    }
}

fn is_one_of(status: &Option<String>, these: &[&str]) -> bool {
    status
        .as_deref()
        .is_some_and(|status| these.contains(&status))
}

/// A column shows what is in force, as much as a cell can hold; the patient's page shows all.
fn bounded<T: Clone>(part: &Part<T>, is_in_force: impl Fn(&T) -> bool) -> Part<T> {
    let in_force = part.items.iter().filter(|item| is_in_force(item));
    let items: Vec<T> = in_force.take(limits::CHART_ITEMS).cloned().collect();
    match part.status {
        PartStatus::Ok => Part::read(items),
        status => Part::without(status),
    }
}

fn newest_of_each(part: &Part<Observation>) -> Part<Observation> {
    let mut seen = BTreeSet::new();
    let mut is_first = |observation: &Observation| {
        let coding = observation.what.codings.first();
        seen.insert(coding.map_or(observation.what.text.clone(), |coding| coding.code.clone()))
    };
    let newest = part
        .items
        .iter()
        .filter(|observation| is_first(observation));
    let items: Vec<Observation> = newest.take(limits::CHART_ITEMS).cloned().collect();
    match part.status {
        PartStatus::Ok => Part::read(items),
        status => Part::without(status),
    }
}

/// Another identity than when it was last compared is proposed; the same again takes a proposal back.
fn proposal(id: PatientId, link: &EhrLink, chart: &Chart) -> Option<Event> {
    let said = chart.patient.items.first()?;
    let identity = said.identity.clone().checked().ok()?;
    let ehr_id = said
        .replaced_by
        .first()
        .filter(|other| **other != link.ehr_id)
        .cloned();
    let is_other = identity != link.identity || ehr_id.is_some();
    let proposed = is_other.then_some(ProposedIdentity { identity, ehr_id });
    (proposed != link.proposed).then_some(Event::EhrIdentityProposed(EhrIdentityProposed {
        patient: id,
        proposed,
    }))
}
