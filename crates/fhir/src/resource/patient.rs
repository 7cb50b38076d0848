//! Patient: who the record says it is.

use super::{Source, name, photo};
use crate::json::Object;
use crate::reference::{self, Target};
use domain::chart::{ChartPatient, Deceased, IssueKind};
use domain::identity::{Identifier, Identity, MEDICAL_RECORD_NUMBER, Sex};
use domain::limits::{IDENTIFIERS, LABEL_CHARS};

/// The kind of a number of which nothing is said: "unspecified identifier" in HL7 v2 table 0203.
const UNSPECIFIED: &str = "U";
/// The systems of HL7 v2 table 0203: before R4, since R4, and by its OID.
const TABLE_0203: [&str; 3] = [
    "http://hl7.org/fhir/v2/0203",
    "http://terminology.hl7.org/CodeSystem/v2-0203",
    "urn:oid:2.16.840.1.113883.18.108",
];

/// None where it has no id: nothing could be asked about such a patient.
pub(crate) fn read(source: &Source<'_, '_>) -> Option<ChartPatient> {
    let patient = &source.resource;
    let id = patient.code("id")?;
    super::note_modifier(patient);
    let name = name::of_person(patient);
    Some(ChartPatient {
        id,
        identity: Identity {
            family: name.family,
            given: name.given,
            prefix: name.prefix,
            sex: sex(patient),
            birth_date: patient.date("birthDate"),
            identifiers: identifiers(patient),
        },
        general_practitioners: source.names_of(patient, source.dialect.general_practitioner()),
        phones: phones(patient),
        addresses: patient.few("address").iter().filter_map(address).collect(),
        deceased: deceased(patient),
        replaced_by: replaced_by(patient),
        photo: photo::read(patient),
    })
}

fn sex(patient: &Object<'_>) -> Option<Sex> {
    let code = patient.code("gender")?;
    let sex = match code.to_ascii_lowercase().as_str() {
        "female" => Sex::Female,
        "male" => Sex::Male,
        "other" => Sex::Other,
        "unknown" => Sex::Unknown,
        _ => {
            patient.note(IssueKind::UnreadableElement, "gender");
            return None;
        }
    };
    Some(sex)
}

/// The numbers, the medical record number first, those out of use last.
fn identifiers(patient: &Object<'_>) -> Vec<Identifier> {
    let mut found = Vec::new();
    for (is_old, identifier) in patient.few("identifier").iter().filter_map(identifier) {
        let is_other = identifier.kind != MEDICAL_RECORD_NUMBER;
        let is_known = found.iter().any(|(_, known)| *known == identifier);
        if !is_known {
            found.push(((is_old, is_other), identifier));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    if found.len() > IDENTIFIERS {
        patient.note(IssueKind::Truncated, "identifier");
        found.truncate(IDENTIFIERS);
    }
    found
        .into_iter()
        .map(|(_, identifier)| identifier)
        .collect()
}

fn identifier(identifier: &Object<'_>) -> Option<(bool, Identifier)> {
    let value = identifier.line("value")?;
    // Cut, it would be another's.
    if value.chars().count() > LABEL_CHARS {
        identifier.note(IssueKind::UnreadableElement, "value");
        return None;
    }
    let system = identifier.system();
    let is_old = identifier.raw("use") == Some("old");
    let kind = kind(identifier).unwrap_or_else(|| UNSPECIFIED.into());
    Some((
        is_old,
        Identifier {
            kind,
            system,
            value,
        },
    ))
}

fn kind(identifier: &Object<'_>) -> Option<String> {
    let codings = identifier.object("type")?.few("coding");
    let of_table = |coding: &&Object<'_>| {
        coding
            .raw("system")
            .is_none_or(|system| TABLE_0203.contains(&system))
    };
    let coding = codings.iter().find(of_table).or(codings.first())?;
    coding
        .code("code")
        .filter(|code| code.chars().count() <= 20)
}

fn phones(patient: &Object<'_>) -> Vec<String> {
    let all = patient.few("telecom");
    let is_phone = |telecom: &&Object<'_>| {
        matches!(telecom.raw("system"), Some("phone" | "sms")) && telecom.raw("use") != Some("old")
    };
    all.iter()
        .filter(is_phone)
        .filter_map(|telecom| telecom.line("value"))
        .collect()
}

fn address(address: &Object<'_>) -> Option<String> {
    if address.raw("use") == Some("old") {
        return None;
    }
    if let Some(text) = address.line("text") {
        return Some(text);
    }
    let mut parts = address.texts("line");
    for part in ["city", "state", "postalCode", "country"] {
        parts.extend(address.line(part));
    }
    Some(parts.join(", ")).filter(|line| !line.is_empty())
}

fn deceased(patient: &Object<'_>) -> Option<Deceased> {
    if patient.has("deceasedDateTime") {
        return Some(Deceased {
            is: true,
            at: patient.time("deceasedDateTime"),
        });
    }
    patient
        .flag("deceasedBoolean")
        .map(|is| Deceased { is, at: None })
}

/// The records that this one was merged into. DSTU2 calls the link `replace`.
fn replaced_by(patient: &Object<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for link in patient.few("link") {
        if !matches!(link.raw("type"), Some("replaced-by" | "replace")) {
            continue;
        }
        let target = reference::read(&link, "other").and_then(|other| other.target);
        match target {
            Some(Target::Relative { id, .. } | Target::Absolute { id, .. } | Target::Bare(id)) => {
                ids.push(crate::plain::line(id, crate::limits::CODE_CHARS).text);
            }
            _ => link.note(IssueKind::UnreadableElement, "other"),
        }
    }
    ids
}
