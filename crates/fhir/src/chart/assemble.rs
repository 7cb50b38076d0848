//! The end of reading: references to follow, and the chart.

use super::part::{self, Held, Outcome};
use super::{ChartReader, place};
use crate::bundle::Bundle;
use crate::issues::Issues;
use crate::json::{self, Object};
use crate::resource::encounter::Visit;
use crate::resource::medication;
use crate::{issues, limits};
use domain::chart::{
    Chart, ChartPatient, Concept, Encounter, IssueKind, Medication, Part, PartName, PartStatus,
};
use domain::identity::Identifier;
use jiff::Timestamp;
use std::cmp::Reverse;

impl ChartReader {
    /// Resources that have to be asked for their names, as `Location/ID` or `Medication/ID` on the same server, the place first; at most
    /// 20. Each goes to [`followed`](Self::followed) with its answer; one that is not only leaves its name out.
    pub fn to_follow(&self) -> Vec<String> {
        let place = self
            .current_visit()
            .and_then(|visit| visit.item.location.as_ref());
        let medications = self
            .medications
            .iter()
            .filter_map(|held| held.item.named_by.as_ref());
        let mut references: Vec<String> = Vec::new();
        for reference in place.into_iter().chain(medications) {
            if references.len() == limits::FOLLOWED {
                break;
            }
            if !references.contains(reference) {
                references.push(reference.clone());
            }
        }
        references
    }

    /// The resource behind a reference of [`to_follow`](Self::to_follow).
    pub fn followed(&mut self, reference: &str, body: &[u8]) {
        let Ok(node) = json::parse(body) else { return };
        let Some((kind, id)) = reference.split_once('/') else {
            return;
        };
        let is_place = kind == "Location";
        let issues = Issues::new(if is_place {
            PartName::Place
        } else {
            PartName::Medications
        });
        let wanted = if is_place { "Location" } else { "Medication" };
        let found = Bundle::of(&node, &[wanted], &issues).and_then(|bundle| {
            let mut matches = bundle.matches.into_iter().map(|entry| entry.resource);
            matches.find(|resource| resource.raw("id").is_none_or(|known| known == id))
        });
        if let Some(resource) = found {
            match is_place {
                true => self.name_place(reference, &resource),
                false => self.name_medications(reference, &resource),
            }
        }
        self.issues_of(issues);
    }

    fn name_place(&mut self, reference: &str, location: &Object<'_>) {
        let Some(name) = location.line("name") else {
            return;
        };
        let visits = self.visits.iter_mut().map(|held| &mut held.item);
        for visit in visits.filter(|visit| visit.location.as_deref() == Some(reference)) {
            visit.encounter.place = Some(name.clone());
            visit.location = None;
        }
    }

    fn name_medications(&mut self, reference: &str, medication: &Object<'_>) {
        let Some(what) = medication::named(medication) else {
            return;
        };
        let all = self.medications.iter_mut().map(|held| &mut held.item);
        for ordered in all.filter(|ordered| ordered.named_by.as_deref() == Some(reference)) {
            ordered.medication.what = Concept::clone(&what);
            ordered.named_by = None;
        }
    }

    fn current_visit(&self) -> Option<&Held<Visit>> {
        let mut visits: Vec<_> = self.visits.iter().collect();
        visits.sort_by_key(|visit| Reverse(visit.when));
        let took_place = visits.iter().find(|held| place::took_place(&held.item));
        took_place.or(visits.first()).copied()
    }

    /// The chart, as of the time when it was read.
    pub fn finish(mut self, as_of: Timestamp) -> Chart {
        self.note_silence();
        let patient = self.patient();
        let known = patient
            .items
            .first()
            .map(|patient| patient.identity.identifiers.clone());
        let known = known.unwrap_or_default();
        Chart {
            as_of,
            patient,
            place: self.place(&known),
            vital_signs: {
                let held = std::mem::take(&mut self.observations);
                self.settle(PartName::VitalSigns, held, &known)
            },
            conditions: {
                let held = std::mem::take(&mut self.conditions);
                self.settle(PartName::Conditions, held, &known)
            },
            allergies: {
                let held = std::mem::take(&mut self.allergies);
                self.settle(PartName::Allergies, held, &known)
            },
            medications: self.medications(&known),
            coverage: {
                let held = std::mem::take(&mut self.coverages);
                self.settle(PartName::Coverage, held, &known)
            },
            issues: {
                self.issues.sort_by_key(|issue| issue.part);
                self.issues
            },
        }
    }

    fn note_silence(&mut self) {
        let silent: Vec<_> = self
            .progress
            .iter()
            .filter(|(_, p)| p.outcome == Outcome::Waiting)
            .map(|(part, _)| *part)
            .collect();
        for part in silent {
            self.lost(part, "not asked");
        }
    }

    fn patient(&mut self) -> Part<ChartPatient> {
        let held = std::mem::take(&mut self.patients);
        let first = held.into_iter().next().map(|held| held.item);
        match (first, self.progress(PartName::Patient)) {
            (Some(patient), _) => Part::read(vec![patient]),
            // The record was asked for one patient: that there is none is no finding about the patient.
            (None, progress) => match part::shown::<ChartPatient>(Vec::new(), progress).status {
                PartStatus::None => Part::without(PartStatus::Failed),
                status => Part::without(status),
            },
        }
    }

    fn place(&mut self, known: &[Identifier]) -> Part<Encounter> {
        let held = std::mem::take(&mut self.visits);
        let visits = self.settled(PartName::Place, held, known);
        let Some(visit) = place::last_known(visits) else {
            return part::shown(Vec::new(), self.progress(PartName::Place));
        };
        if visit.location.is_some() {
            self.note(
                PartName::Place,
                IssueKind::UnreadableElement,
                "Encounter.location.location",
                1,
            );
        }
        Part::read(vec![visit.encounter])
    }

    fn medications(&mut self, known: &[Identifier]) -> Part<Medication> {
        let held = std::mem::take(&mut self.medications);
        let all = self.settled(PartName::Medications, held, known);
        let count = all.len();
        let named = all.into_iter().filter(|ordered| ordered.named_by.is_none());
        let named: Vec<_> = named.map(|ordered| ordered.medication).collect();
        let nameless = count - named.len();
        if nameless > 0 {
            self.progress(PartName::Medications).is_doubtful = true;
            let order = self.version.dialect().medication_order();
            self.note(
                PartName::Medications,
                IssueKind::UnreadableResource,
                order,
                nameless,
            );
        }
        part::shown(named, self.progress(PartName::Medications))
    }

    fn settle<T>(&mut self, name: PartName, held: Vec<Held<T>>, known: &[Identifier]) -> Part<T> {
        let items = self.settled(name, held, known);
        part::shown(items, self.progress(name))
    }

    fn settled<T>(&mut self, name: PartName, held: Vec<Held<T>>, known: &[Identifier]) -> Vec<T> {
        let (items, refused) = part::settled(held, known);
        for kind in refused {
            self.progress(name).is_doubtful |= kind == IssueKind::UnknownPatient;
            self.note(
                name,
                kind,
                super::wanted(name, self.version)
                    .first()
                    .copied()
                    .unwrap_or_default(),
                1,
            );
        }
        items
    }

    fn note(&mut self, part: PartName, kind: IssueKind, element: &str, count: usize) {
        issues::merge(
            &mut self.issues,
            domain::chart::Issue {
                part,
                kind,
                element: Some(element.to_owned()),
                count: u32::try_from(count).unwrap_or(u32::MAX),
                said: None,
            },
        );
    }
}
