//! What follows for a team from reading a patient's chart: what its bound columns show now, and another identity that the record says.

use super::event::{EhrIdentityProposed, Event, ValueSet};
use super::state::{Patient, Team};
use crate::chart::{Chart, Condition, Observation, Part, PartStatus};
use crate::clinical::news2::{self, News2, News2Patient, Scale2Choice};
use crate::ehr::{EhrLink, ProposedIdentity};
use crate::field::chart::{ChartSource, ChartValue};
use crate::field::{Field, FieldType, Value};
use crate::{FieldId, PatientId, limits};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// The events that a chart leads to, which was read by the record's id `ehr_id`. None where the patient was linked otherwise meanwhile.
pub fn chart_read(
    team: &Team,
    id: PatientId,
    ehr_id: &str,
    chart: &Chart,
    now: Timestamp,
) -> Vec<Event> {
    let (Some(patient), Some(link)) = (team.patients.get(&id), team.ehr_link(id)) else {
        return vec![];
    };
    if link.ehr_id != ehr_id || patient.merged.is_some() {
        return vec![];
    }
    let bound = team.fields.iter().filter_map(bound_source);
    let shown = bound.filter_map(|(field, source)| {
        let shown = value_of(source, chart, || team.news2(id, chart, now));
        is_news(patient, field, &shown).then(|| {
            Event::ValueSet(ValueSet {
                patient: id,
                field,
                value: Some(Value::Chart(Box::new(shown))),
                merged: false,
                undo: false,
                from_record: true,
                import: None,
            })
        })
    });
    shown.chain(proposal(id, link, chart)).collect()
}

/// Codes by which a record says that a patient is pregnant: SNOMED CT's finding, and the categories of ICD-10 (Z33 to Z36) and ICD-9-CM (V22,
/// V23) that are about a pregnancy.
const PREGNANT: [&str; 7] = ["77386006", "Z33", "Z34", "Z35", "Z36", "V22", "V23"];

impl Team {
    /// A patient's NEWS2 by what a chart says, where the team uses it and the vital signs could be read.
    pub fn news2(&self, id: PatientId, chart: &Chart, now: Timestamp) -> Option<News2> {
        let settings = self.news2.as_ref()?;
        let patient = self.patients.get(&id)?;
        if !matches!(chart.vital_signs.status, PartStatus::Ok | PartStatus::None) {
            return None;
        }
        let in_force = chart.conditions.items.iter().filter(|c| is_in_force(c));
        let mut codes = in_force.flat_map(|condition| &condition.what.codings);
        let is_pregnant = codes.any(|coding| {
            let category = coding.code.split('.').next().unwrap_or_default();
            PREGNANT.contains(&category)
        });
        let about = News2Patient {
            birth_date: patient.identity.birth_date,
            is_pregnant,
            scale_2: patient.scale_2.map(|choice| Scale2Choice {
                by: choice.by,
                at: choice.at,
            }),
        };
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let observations = &chart.vital_signs.items;
        Some(news2::score(observations, &about, now, &zone, settings))
    }
}

fn is_in_force(condition: &Condition) -> bool {
    !is_one_of(
        &condition.clinical_status,
        &["resolved", "inactive", "remission"],
    ) && !is_one_of(&condition.verification_status, &["refuted"])
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

fn value_of(
    source: ChartSource,
    chart: &Chart,
    score: impl FnOnce() -> Option<News2>,
) -> ChartValue {
    match source {
        ChartSource::News2 => ChartValue::News2 {
            score: score().map(Box::new),
        },
        ChartSource::Place => ChartValue::Place(bounded(&chart.place, |_| true)),
        ChartSource::VitalSigns => ChartValue::VitalSigns(newest_of_each(&chart.vital_signs)),
        ChartSource::Allergies => ChartValue::Allergies(bounded(&chart.allergies, |allergy| {
            !is_one_of(&allergy.clinical_status, &["resolved", "inactive"])
                && !is_one_of(&allergy.verification_status, &["refuted"])
        })),
        ChartSource::Conditions => ChartValue::Conditions(bounded(&chart.conditions, is_in_force)),
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
