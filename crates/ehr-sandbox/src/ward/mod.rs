//! The ward: who lies in it, and what its record says of them. Pure: the same seed and time give the same record.

mod allergy;
mod chance;
mod condition;
mod coverage;
mod encounter;
mod inpatient;
mod kind;
mod location;
mod medication;
mod names;
mod observation;
mod patient;
mod picture;
mod shape;
mod vital_signs;

pub(crate) use inpatient::Inpatient;
pub(crate) use kind::Kind;
pub(crate) use observation::{Sign, category_system};
pub(crate) use patient::{INSURANCE_SYSTEM, MRN_SYSTEM};
pub(crate) use shape::{LOINC, Shape};

use jiff::Timestamp;
use serde_json::Value;

/// The patients of the sandbox.
pub(crate) struct Ward {
    pub(crate) patients: Vec<Inpatient>,
}

/// One resource of the record, not yet written out.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    /// Whose it is: an index of [`Ward::patients`].
    pub(crate) patient: usize,
    pub(crate) part: Part,
    /// The time it is sorted by.
    pub(crate) date: Timestamp,
}

/// Which of a patient's resources of one kind it is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Numbered(usize),
    Measured(Sign, i64),
}

impl Ward {
    pub(crate) fn admit(seed: u64, patients: usize) -> Self {
        Self {
            patients: (0..patients)
                .map(|index| Inpatient::admit(seed, index))
                .collect(),
        }
    }

    /// The resources of one kind that the record of one patient has at a time, oldest first for vital signs.
    pub(crate) fn items(&self, kind: Kind, patient: usize, now: Timestamp) -> Vec<Item> {
        let Some(person) = self.patients.get(patient) else {
            return Vec::new();
        };
        let numbered = |dates: Vec<Timestamp>| {
            dates
                .into_iter()
                .enumerate()
                .map(|(number, date)| Item {
                    kind,
                    patient,
                    part: Part::Numbered(number),
                    date,
                })
                .collect()
        };
        match kind {
            Kind::Patient | Kind::Location => numbered(vec![now]),
            Kind::Observation => vital_signs::slots(person, now)
                .flat_map(|slot| {
                    let date = vital_signs::time(person, slot);
                    Sign::ALL.map(|sign| Item {
                        kind,
                        patient,
                        part: Part::Measured(sign, slot),
                        date,
                    })
                })
                .collect(),
            Kind::Condition => numbered(
                condition::of(person, now)
                    .iter()
                    .map(|condition| condition.recorded)
                    .collect(),
            ),
            Kind::Encounter => numbered(
                encounter::of(person, now)
                    .iter()
                    .map(|encounter| encounter.began)
                    .collect(),
            ),
            Kind::AllergyIntolerance => numbered(
                allergy::of(person, now)
                    .iter()
                    .map(|allergy| allergy.recorded)
                    .collect(),
            ),
            Kind::Medication => numbered(
                medication::of(person, now)
                    .iter()
                    .map(|order| order.written)
                    .collect(),
            ),
            Kind::Coverage if coverage::exists(person) => numbered(vec![now]),
            Kind::Coverage => Vec::new(),
        }
    }

    /// The resource of an id.
    pub(crate) fn find(&self, kind: Kind, id: &str, now: Timestamp) -> Option<Item> {
        let owner = match kind {
            Kind::Location => id.strip_prefix("bed-")?,
            _ => id.split('-').next()?.strip_prefix('p')?,
        };
        let patient = owner.parse::<usize>().ok()?.checked_sub(1)?;
        self.items(kind, patient, now)
            .into_iter()
            .find(|item| self.id(item) == id)
    }

    /// The place that an encounter says; no other resource says one.
    pub(crate) fn location_of(&self, item: &Item) -> Option<Item> {
        let is_current =
            item.kind == Kind::Encounter && item.part == Part::Numbered(encounter::CURRENT);
        is_current.then_some(Item {
            kind: Kind::Location,
            part: Part::Numbered(0),
            ..*item
        })
    }

    pub(crate) fn id(&self, item: &Item) -> String {
        let person = &self.patients[item.patient];
        match (item.kind, item.part) {
            (_, Part::Measured(sign, slot)) => observation::id(person, sign, slot),
            (Kind::Patient, _) => person.id.clone(),
            (Kind::Location, _) => location::id(person),
            (kind, Part::Numbered(number)) => format!("{}-{}-{number}", person.id, kind.key()),
        }
    }

    /// The resource, written out. `None`: it is no longer in the record at that time.
    pub(crate) fn write(&self, item: &Item, shape: &Shape<'_>, now: Timestamp) -> Option<Value> {
        let person = self.patients.get(item.patient)?;
        let number = match item.part {
            Part::Measured(sign, slot) => {
                let encounter = encounter::current_id(person);
                return Some(observation::shape(person, sign, slot, &encounter, shape));
            }
            Part::Numbered(number) => number,
        };
        match item.kind {
            Kind::Observation => None,
            Kind::Patient => Some(patient::shape(person, shape)),
            Kind::Location => Some(location::shape(person, shape)),
            Kind::Coverage => Some(coverage::shape(person, shape)),
            Kind::Condition => condition::of(person, now)
                .get(number)
                .map(|condition| condition::shape(person, number, condition, shape)),
            Kind::Encounter => encounter::of(person, now)
                .get(number)
                .map(|encounter| encounter::shape(person, number, encounter, shape)),
            Kind::AllergyIntolerance => allergy::of(person, now)
                .get(number)
                .map(|allergy| allergy::shape(person, number, allergy, shape)),
            Kind::Medication => medication::of(person, now)
                .get(number)
                .map(|order| medication::shape(person, number, order, shape)),
        }
    }
}
