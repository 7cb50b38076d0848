//! The queries of a chart.

use crate::capability::Capability;
use crate::limits::RECENT;
use domain::chart::PartName;

/// A query for a part of a chart.
#[derive(Clone, PartialEq, Eq)]
pub struct Query {
    /// The part that its answer belongs to.
    pub part: PartName,
    /// What to GET, relative to the base URL: it holds the patient's id.
    pub url: String,
}

/// Other resources a page.
const RESOURCES: u32 = 100;
/// Encounters a page. More than the newest one, since a server that ignores the order would give any one.
const ENCOUNTERS: u32 = 20;

/// The queries for the chart of a patient: one for each part that the server offers, the patient first.
pub fn queries(capability: &Capability, patient_id: &str) -> Vec<Query> {
    let offered = PartName::ALL
        .into_iter()
        .filter(|part| capability.offers(*part));
    let query = |part| Query {
        part,
        url: url(capability, part, patient_id),
    };
    offered.map(query).collect()
}

/// The query for one part, whether or not the server says that it offers it.
pub fn url(capability: &Capability, part: PartName, patient_id: &str) -> String {
    let id = percent_encoded(patient_id);
    let kind = capability.resource_of(part);
    if part == PartName::Patient {
        return format!("{kind}/{id}");
    }
    let of_patient = patient_parameter(capability, kind, &id);
    let (sort, newest_first) = capability.version.dialect().newest_first();
    let include = include(capability, part, kind);
    match part {
        PartName::VitalSigns => {
            format!(
                "{kind}?{of_patient}&category=vital-signs&{sort}={newest_first}&_count={RECENT}"
            )
        }
        PartName::Place => {
            format!("{kind}?{of_patient}&{sort}={newest_first}&_count={ENCOUNTERS}{include}")
        }
        _ => format!("{kind}?{of_patient}&_count={RESOURCES}{include}"),
    }
}

/// Asks for the resources that a part may name by reference only, where the server says that it brings them along: each would be a second round trip.
fn include(capability: &Capability, part: PartName, kind: &str) -> String {
    let named = match part {
        PartName::Place => "location",
        PartName::Medications => "medication",
        _ => return String::new(),
    };
    let path = format!("{kind}:{named}");
    match capability.resource(kind) {
        Some(resource) if resource.includes(&path) => format!("&_include={path}"),
        Some(_) | None => String::new(),
    }
}

/// The URL of a reference that [`crate::chart::ChartReader::to_follow`] gave, relative to the base.
pub fn followed_url(reference: &str) -> String {
    let parts: Vec<_> = reference.split('/').map(percent_encoded).collect();
    parts.join("/")
}

/// `patient=ID`, or by the parameter that the server has for it.
fn patient_parameter(capability: &Capability, kind: &str, id: &str) -> String {
    let has = |parameter| {
        capability
            .resource(kind)
            .is_some_and(|resource| resource.has_parameter(parameter))
    };
    let other = ["subject", "beneficiary"]
        .into_iter()
        .find(|other| has(other));
    match other {
        Some(other) if !has("patient") => format!("{other}=Patient/{id}"),
        _ => format!("patient={id}"),
    }
}

/// A text as part of a URL or of a form: everything but unreserved characters is escaped.
pub fn percent_encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => {
                encoded.push('%');
                for half in [byte >> 4, byte & 15] {
                    let digit = HEX.get(usize::from(half)).copied().unwrap_or(b'0');
                    encoded.push(char::from(digit));
                }
            }
        }
    }
    encoded
}
