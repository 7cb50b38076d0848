//! Searching patients: what is asked, and what of the answer is really what was asked for.

use crate::bundle::Bundle;
use crate::capability::Capability;
use crate::issues::Issues;
use crate::json::{self, Object};
use crate::limits;
use crate::query::percent_encoded;
use crate::read::{Read, Unreadable};
use crate::resource::{self, Source};
use domain::chart::{ChartPatient, IssueKind, PartName};
use domain::clinical::date::PartialDate;
use domain::identity::Sex;
use domain::text;

/// What somebody searches a patient by. It has no `Debug`: it is about a person.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Criteria {
    /// A part of the family name.
    pub family: Option<String>,
    /// A part of a given name.
    pub given: Option<String>,
    /// The birth date, exactly.
    pub birth_date: Option<PartialDate>,
    /// The administrative sex.
    pub sex: Option<Sex>,
    /// The medical record number.
    pub mrn: Option<String>,
    /// The record's own id.
    pub id: Option<String>,
}

/// Patients that were found.
pub struct Found {
    /// How many there are, where the server says and its answer was what was asked for.
    pub total: Option<u64>,
    /// Those of this page.
    pub patients: Vec<ChartPatient>,
    /// The next page.
    pub next: Option<String>,
}

/// The form of `Patient/_search`, of at most `count` patients a page: encoded for the body of a POST, or the query of a GET.
pub fn form(capability: &Capability, criteria: &Criteria, count: u32) -> String {
    let pairs = pairs(capability, criteria);
    let mut form = String::new();
    for (name, value) in pairs {
        form.push_str(&format!(
            "{}={}&",
            percent_encoded(name),
            percent_encoded(&value)
        ));
    }
    form + &format!("_count={count}")
}

fn pairs(capability: &Capability, criteria: &Criteria) -> Vec<(&'static str, String)> {
    let family = capability.version.dialect().family_parameter();
    let names = [
        (
            name_parameter(capability, "family", family),
            &criteria.family,
        ),
        (
            name_parameter(capability, "given", "given"),
            &criteria.given,
        ),
        ("identifier", &criteria.mrn),
        ("_id", &criteria.id),
    ];
    let mut pairs = Vec::new();
    for (name, value) in names {
        if let Some(value) = value {
            pairs.push((name, escaped(value)));
        }
    }
    if let Some(birth_date) = criteria.birth_date {
        pairs.push(("birthdate", birth_date.to_string()));
    }
    if let Some(sex) = criteria.sex {
        pairs.push(("gender", code(sex).to_owned()));
    }
    pairs
}

/// The parameter for a part of the name; `name` where the server says that it has only that.
fn name_parameter(capability: &Capability, part: &str, parameter: &'static str) -> &'static str {
    let has = |name| {
        capability
            .resource("Patient")
            .is_some_and(|patient| patient.has_parameter(name))
    };
    if !has(part) && has("name") {
        "name"
    } else {
        parameter
    }
}

fn code(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Other => "other",
        Sex::Unknown => "unknown",
    }
}

/// FHIR separates values by signs that a name or number may hold (Search, "Escaping Search Parameters").
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.trim().chars() {
        if matches!(c, '\\' | '$' | ',' | '|') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Reads the answer to a search. Patients whom the criteria do not describe are left out: a server that ignores a parameter must not
/// show somebody the hospital.
pub fn read_answer(
    capability: &Capability,
    criteria: &Criteria,
    body: &[u8],
) -> Result<Read<Found>, Unreadable> {
    let unexpected = || Unreadable::Unexpected {
        wanted: "Bundle",
        said: crate::said(body),
    };
    let node = json::parse(body)?;
    let issues = Issues::new(PartName::Patient);
    let found = {
        let bundle = Bundle::of(&node, &["Patient"], &issues).ok_or_else(unexpected)?;
        if bundle.has_error && bundle.seen == 0 {
            return Err(unexpected());
        }
        found(capability, criteria, bundle, &issues)
    };
    Ok(Read {
        value: found,
        issues: issues.into_vec(),
    })
}

fn found(
    capability: &Capability,
    criteria: &Criteria,
    bundle: Bundle<'_>,
    issues: &Issues,
) -> Found {
    let mut patients: Vec<ChartPatient> = Vec::new();
    let mut has_others = false;
    for entry in &bundle.matches {
        let source = Source {
            resource: entry.resource,
            base: entry.base,
            server: "",
            bundle: &bundle,
            dialect: capability.version.dialect(),
        };
        let Some(patient) = resource::patient::read(&source) else {
            issues.note_resource(IssueKind::UnreadableResource, "Patient");
            continue;
        };
        if !is_described(&entry.resource, &patient, criteria) {
            has_others = true;
            issues.note_resource(IssueKind::OtherPatient, "Patient");
            continue;
        }
        if patients.iter().any(|known| known.id == patient.id) {
            continue;
        }
        if patients.len() == limits::FOUND {
            issues.note_resource(IssueKind::Truncated, "Patient");
            continue;
        }
        patients.push(patient);
    }
    Found {
        // The total of something else says nothing.
        total: bundle.total.filter(|_| !has_others),
        patients,
        next: bundle.next,
    }
}

fn is_described(resource: &Object<'_>, patient: &ChartPatient, criteria: &Criteria) -> bool {
    let identity = &patient.identity;
    let has_number = |mrn: &String| {
        let numbers = resource.objects("identifier");
        numbers.iter().any(|number| {
            number
                .raw("value")
                .is_some_and(|value| text::is_same_folded(value, mrn))
        })
    };
    criteria.id.as_ref().is_none_or(|id| *id == patient.id)
        && criteria.mrn.as_ref().is_none_or(has_number)
        && criteria
            .birth_date
            .is_none_or(|date| identity.birth_date == Some(date))
        && criteria.sex.is_none_or(|sex| identity.sex == Some(sex))
        && criteria
            .family
            .as_ref()
            .is_none_or(|family| has_name(resource, family))
        && criteria
            .given
            .as_ref()
            .is_none_or(|given| has_name(resource, given))
}

/// Whether any of a patient's names has a part, whatever its accents and hyphens.
fn has_name(resource: &Object<'_>, part: &str) -> bool {
    let part = text::folded(part);
    let names = resource.objects("name");
    names.iter().any(|name| {
        let parts = ["family", "given", "text"]
            .into_iter()
            .flat_map(|one| name.texts(one));
        let whole: Vec<_> = parts.collect();
        text::folded(&whole.join(" ")).contains(&part)
    })
}
