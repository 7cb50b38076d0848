//! Which parts of a chart a server offers, and what is missing for which.

use super::{Capability, Resource};
use domain::chart::PartName;

/// Something that a part of the chart needs, or would be better with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// The part.
    pub part: PartName,
    /// The type of resource that it is read from.
    pub resource: &'static str,
    /// What is missing of it.
    pub lack: Lack,
}

/// What a server lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lack {
    /// The resource: the part is not shown.
    Resource,
    /// An interaction, as `search-type`: the part may not be readable.
    Interaction(&'static str),
    /// A search parameter, by what the server says: its answers are filtered here.
    Parameter(&'static str),
}

impl Capability {
    /// What it says of a type of resource.
    pub fn resource(&self, kind: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.kind == kind)
    }

    /// Whether it offers a part of the chart. One that says nothing about its resources is asked for all.
    pub fn offers(&self, part: PartName) -> bool {
        self.resources.is_empty() || self.resource(self.resource_of(part)).is_some()
    }

    /// The type of resource that a part is read from. Medications are read from orders, and from statements where the server has only those.
    pub fn resource_of(&self, part: PartName) -> &'static str {
        match part {
            PartName::Patient => "Patient",
            PartName::Place => "Encounter",
            PartName::VitalSigns => "Observation",
            PartName::Conditions => "Condition",
            PartName::Allergies => "AllergyIntolerance",
            PartName::Medications => {
                let order = self.version.dialect().medication_order();
                let has_statements_only = self.resource(order).is_none()
                    && self.resource("MedicationStatement").is_some();
                if has_statements_only {
                    "MedicationStatement"
                } else {
                    order
                }
            }
            PartName::Coverage => "Coverage",
        }
    }

    /// What is missing for which part, by what the server says.
    pub fn missing(&self) -> Vec<Missing> {
        PartName::ALL
            .into_iter()
            .flat_map(|part| self.missing_of(part))
            .collect()
    }

    fn missing_of(&self, part: PartName) -> Vec<Missing> {
        let resource = self.resource_of(part);
        let missing = |lack| Missing {
            part,
            resource,
            lack,
        };
        if !self.offers(part) {
            return vec![missing(Lack::Resource)];
        }
        let Some(known) = self.resource(resource) else {
            return Vec::new();
        };
        let interactions: &[&'static str] = match part {
            PartName::Patient => &["read", "search-type"],
            _ => &["search-type"],
        };
        let interactions = interactions
            .iter()
            .filter(|one| !known.allows(one))
            .map(|one| missing(Lack::Interaction(one)));
        // A server that names no parameter at all has only not said which it has.
        let parameters = parameters(part)
            .iter()
            .filter(|_| !known.parameters.is_empty());
        let lacking =
            parameters.filter(|names| !names.iter().any(|name| known.has_parameter(name)));
        let lacking = lacking
            .filter_map(|names| names.first())
            .map(|name| missing(Lack::Parameter(name)));
        interactions.chain(lacking).collect()
    }
}

/// The search parameters that a part is asked by; each by any of its names.
fn parameters(part: PartName) -> &'static [&'static [&'static str]] {
    const OF_PATIENT: &[&str] = &["patient", "subject", "beneficiary"];
    match part {
        PartName::Patient => &[
            &["family", "name"],
            &["given", "name"],
            &["birthdate"],
            &["gender"],
            &["identifier"],
        ],
        PartName::VitalSigns => &[OF_PATIENT, &["category"], &["date"]],
        PartName::Place => &[OF_PATIENT, &["date"]],
        PartName::Conditions | PartName::Allergies | PartName::Medications | PartName::Coverage => {
            &[OF_PATIENT]
        }
    }
}
