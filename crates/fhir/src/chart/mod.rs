//! A chart out of a server's answers.

mod assemble;
mod owner;
mod part;
mod place;

use crate::batch::Answer;
use crate::bundle::{Bundle, Entry};
use crate::issues::{self, Issues};
use crate::json::{self, Node, Object};
use crate::read::Unreadable;
use crate::resource::encounter::Visit;
use crate::resource::medication::Ordered;
use crate::resource::{self, Source};
use crate::version::Version;
use crate::{limits, outcome, plain};
use domain::chart::{
    Allergy, ChartPatient, Condition, Coverage, Issue, IssueKind, Observation, PartName,
};
use owner::{Asked, Owner};
use part::{Held, Outcome, Progress};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Collects a patient's chart from the answers to [`crate::query::queries`], in any order, and says in the end what it came to.
///
/// Each part is told what came of it: pages ([`page`](Self::page) or [`answer`](Self::answer)), or that there is none
/// ([`not_offered`](Self::not_offered), [`refused`](Self::refused), [`unanswered`](Self::unanswered)). A part that was told nothing
/// fails.
pub struct ChartReader {
    version: Version,
    asked: Arc<Asked>,
    progress: BTreeMap<PartName, Progress>,
    issues: Vec<Issue>,
    patients: Vec<Held<ChartPatient>>,
    visits: Vec<Held<Visit>>,
    observations: Vec<Held<Observation>>,
    conditions: Vec<Held<Condition>>,
    allergies: Vec<Held<Allergy>>,
    medications: Vec<Held<Ordered>>,
    coverages: Vec<Held<Coverage>>,
}

impl ChartReader {
    /// A chart of the patient with this id on the server with this base URL.
    pub fn new(version: Version, base: &str, patient_id: &str) -> Self {
        Self {
            version,
            asked: Arc::new(Asked {
                base: base.to_owned(),
                id: patient_id.to_owned(),
            }),
            progress: PartName::ALL
                .into_iter()
                .map(|part| (part, Progress::new()))
                .collect(),
            issues: Vec::new(),
            patients: Vec::new(),
            visits: Vec::new(),
            observations: Vec::new(),
            conditions: Vec::new(),
            allergies: Vec::new(),
            medications: Vec::new(),
            coverages: Vec::new(),
        }
    }

    /// The server does not offer a part, by its capability statement.
    pub fn not_offered(&mut self, part: PartName) {
        self.progress(part).outcome = Outcome::NotOffered;
    }

    /// A page of a part, or the patient. Gives the address of the next page, where there is one that is worth asking for.
    pub fn page(&mut self, part: PartName, body: &[u8]) -> Option<String> {
        match json::parse(body) {
            Ok(node) => self.resource(part, &node),
            Err(Unreadable::TooLarge) => self.lost(part, "the answer is too large"),
            Err(_) => self.lost(part, "the answer is not FHIR"),
        }
    }

    /// The answer to a query of a batch. Gives the address of the next page, where there is one that is worth asking for.
    pub fn answer(&mut self, part: PartName, answer: &Answer<'_>) -> Option<String> {
        match (answer.status, &answer.resource) {
            (200..=299, Some(resource)) => self.resource(part, resource),
            (200..=299, None) => self.lost(part, "the answer is empty"),
            (status, resource) => {
                self.refused_with(part, status, resource.as_ref());
                None
            }
        }
    }

    /// The server refused a part, with an HTTP status and a body that may say why.
    pub fn refused(&mut self, part: PartName, status: u16, body: &[u8]) {
        let node = json::parse(body).ok();
        self.refused_with(part, status, node.as_ref());
    }

    /// No answer came. `why` is our own word for it, as "timeout"; it stands in the chart.
    pub fn unanswered(&mut self, part: PartName, why: &str) {
        self.lost(part, why);
    }

    /// More pages were left unread.
    pub fn stopped(&mut self, part: PartName) {
        self.truncated(part);
    }

    fn resource(&mut self, part: PartName, node: &Node<'_>) -> Option<String> {
        let issues = Issues::new(part);
        let wanted = wanted(part, self.version);
        let Some(bundle) = Bundle::of(node, &wanted, &issues) else {
            return self.lost(part, "the answer is not FHIR");
        };
        for entry in &bundle.matches {
            self.take(part, entry, &bundle, &issues);
        }
        let progress = self.progress(part);
        progress.is_doubtful |= bundle.has_error || bundle.has_unreadable;
        progress.seen += bundle.seen;
        match bundle.has_error && bundle.seen == 0 {
            true => fail(progress, Outcome::Failed),
            false => progress.outcome = Outcome::Read,
        }
        let is_short = bundle.total.is_some_and(|total| total > progress.seen);
        let next = bundle.next;
        self.issues_of(issues);
        let is_full = self.held(part) >= limits::ITEMS;
        // One visit is shown. Where the server kept to what was asked, no later page has a newer one.
        let has_others = self.progress(part).has_others;
        if part == PartName::Place && !has_others && place::are_in_order(&self.visits) {
            return None;
        }
        // Older vital signs than a whole page of them are not worth another round trip, for as long as these are the newest. A server
        // whose own pages are smaller than what was asked for is read on.
        // Counted with what was left out: a page with one observation marked in error is a whole page.
        let seen = usize::try_from(self.progress(part).seen).unwrap_or(usize::MAX);
        let has_enough = seen >= limits::RECENT;
        let is_newest = has_enough && !has_others && part::is_newest_first(&self.observations);
        if part == PartName::VitalSigns && is_newest && next.is_some() {
            self.truncated(part);
            return None;
        }
        match next {
            Some(_) if is_full => self.truncated(part),
            None if is_short => self.truncated(part),
            _ => (),
        }
        next.filter(|_| !is_full)
    }

    fn take<'n>(
        &mut self,
        part: PartName,
        entry: &Entry<'n>,
        bundle: &Bundle<'n>,
        issues: &Issues,
    ) {
        let resource = entry.resource;
        let asked = Arc::clone(&self.asked);
        let source = Source {
            resource,
            base: entry.base,
            server: &asked.base,
            bundle,
            dialect: self.version.dialect(),
        };
        let owner = match part {
            PartName::Patient if resource.raw("id") == Some(&self.asked.id) => Owner::Asked,
            PartName::Patient => Owner::Other,
            _ => asked.owner(&source, entry.kind),
        };
        let numbers = match owner {
            Owner::Asked => Vec::new(),
            Owner::Numbered(numbers) => numbers,
            Owner::Other => {
                self.progress(part).has_others = true;
                return issues.note_resource(IssueKind::OtherPatient, entry.kind);
            }
            Owner::Unknown => {
                self.progress(part).has_others = true;
                self.progress(part).is_doubtful = true;
                return issues.note_resource(IssueKind::UnknownPatient, entry.kind);
            }
        };
        if resource::is_entered_in_error(&resource) {
            return issues.note_resource(IssueKind::EnteredInError, entry.kind);
        }
        if part == PartName::VitalSigns && !resource::observation::is_vital_sign(&resource) {
            return issues.note_resource(IssueKind::UnexpectedResource, entry.kind);
        }
        if self
            .progress(part)
            .is_repeated(entry.kind, resource.raw("id"))
        {
            return;
        }
        if self.held(part) >= limits::ITEMS {
            self.progress(part).is_doubtful = true;
            return issues.note_resource(IssueKind::Truncated, entry.kind);
        }
        if self.hold(part, &source, entry.kind, numbers).is_none() {
            self.progress(part).is_doubtful = true;
            issues.note_resource(IssueKind::UnreadableResource, entry.kind);
        }
    }

    fn hold(
        &mut self,
        part: PartName,
        source: &Source<'_, '_>,
        kind: &str,
        numbers: Vec<(String, String)>,
    ) -> Option<()> {
        match part {
            PartName::Patient => {
                let patient = resource::patient::read(source)?;
                self.patients.push(Held::new(patient, None, numbers));
            }
            PartName::Place => {
                let visit = resource::encounter::read(source);
                let start = visit.encounter.start;
                self.visits.push(Held::new(visit, start, numbers));
            }
            PartName::VitalSigns => {
                let observation = resource::observation::read(source)?;
                let effective = observation.effective;
                self.observations
                    .push(Held::new(observation, effective, numbers));
            }
            PartName::Conditions => {
                let condition = resource::condition::read(source)?;
                let when = condition.recorded.or(condition.onset);
                self.conditions.push(Held::new(condition, when, numbers));
            }
            PartName::Allergies => {
                let allergy = resource::allergy::read(source)?;
                let recorded = allergy.recorded;
                self.allergies.push(Held::new(allergy, recorded, numbers));
            }
            PartName::Medications => {
                let ordered = resource::medication::read(source, kind)?;
                let written = ordered.medication.written;
                self.medications.push(Held::new(ordered, written, numbers));
            }
            PartName::Coverage => {
                let coverage = resource::coverage::read(source)?;
                let start = coverage.start;
                self.coverages.push(Held::new(coverage, start, numbers));
            }
        }
        Some(())
    }

    fn held(&self, part: PartName) -> usize {
        match part {
            PartName::Patient => self.patients.len(),
            PartName::Place => self.visits.len(),
            PartName::VitalSigns => self.observations.len(),
            PartName::Conditions => self.conditions.len(),
            PartName::Allergies => self.allergies.len(),
            PartName::Medications => self.medications.len(),
            PartName::Coverage => self.coverages.len(),
        }
    }

    fn refused_with(&mut self, part: PartName, status: u16, body: Option<&Node<'_>>) {
        let issues = Issues::new(part);
        let outcome = body.and_then(|body| Object::of(body, "OperationOutcome", &issues));
        let outcome =
            outcome.filter(|outcome| outcome.raw("resourceType") == Some("OperationOutcome"));
        let says =
            |codes: &[&str]| outcome.is_some_and(|outcome| outcome::has_code(&outcome, codes));
        let became = match status {
            401 | 403 => Outcome::NotPermitted,
            _ if says(&["forbidden", "security", "login"]) => Outcome::NotPermitted,
            // A patient who is not there is no part that the record does not offer.
            404 | 405 | 501 if part != PartName::Patient => Outcome::NotOffered,
            _ if says(&["not-supported"]) => Outcome::NotOffered,
            _ => Outcome::Failed,
        };
        if let Some(outcome) = outcome {
            outcome::note(&outcome, &issues);
        }
        issues.note_said(IssueKind::NoAnswer, Some(format!("HTTP {status}")));
        fail(self.progress(part), became);
        self.issues_of(issues);
    }

    /// Nothing could be read of a part; what was read of it before stays.
    fn lost(&mut self, part: PartName, why: &str) -> Option<String> {
        let issues = Issues::new(part);
        issues.note_said(
            IssueKind::NoAnswer,
            Some(plain::line(why, limits::SAID_CHARS).text),
        );
        fail(self.progress(part), Outcome::Failed);
        self.issues_of(issues);
        None
    }

    fn truncated(&mut self, part: PartName) {
        self.progress(part).is_doubtful = true;
        let issues = Issues::new(part);
        issues.note_said(IssueKind::Truncated, None);
        self.issues_of(issues);
    }

    fn issues_of(&mut self, found: Issues) {
        for issue in found.into_vec() {
            issues::merge(&mut self.issues, issue);
        }
    }

    fn progress(&mut self, part: PartName) -> &mut Progress {
        self.progress.entry(part).or_insert_with(Progress::new)
    }
}

/// A page that fails after others were read leaves the part doubtful.
fn fail(progress: &mut Progress, outcome: Outcome) {
    progress.is_doubtful = true;
    if progress.outcome != Outcome::Read {
        progress.outcome = outcome;
    }
}

/// The types of resources that a part is read from.
fn wanted(part: PartName, version: Version) -> Vec<&'static str> {
    match part {
        PartName::Patient => vec!["Patient"],
        PartName::Place => vec!["Encounter"],
        PartName::VitalSigns => vec!["Observation"],
        PartName::Conditions => vec!["Condition"],
        PartName::Allergies => vec!["AllergyIntolerance"],
        PartName::Medications => vec![version.dialect().medication_order(), "MedicationStatement"],
        PartName::Coverage => vec!["Coverage"],
    }
}
