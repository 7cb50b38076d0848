//! The types of resources that the record has.

use super::medication;
use crate::version::Version;

/// A type of resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Patient,
    Observation,
    Condition,
    Encounter,
    Location,
    AllergyIntolerance,
    Medication,
    Coverage,
}

impl Kind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Patient,
        Self::Observation,
        Self::Condition,
        Self::Encounter,
        Self::Location,
        Self::AllergyIntolerance,
        Self::Medication,
        Self::Coverage,
    ];

    /// The type's name in a version.
    pub(crate) fn name(self, version: Version) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::Observation => "Observation",
            Self::Condition => "Condition",
            Self::Encounter => "Encounter",
            Self::Location => "Location",
            Self::AllergyIntolerance => "AllergyIntolerance",
            Self::Medication => medication::type_name(version),
            Self::Coverage => "Coverage",
        }
    }

    pub(crate) fn of_name(name: &str, version: Version) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name(version) == name)
    }

    /// Its part of an id.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Observation => "observation",
            Self::Condition => "condition",
            Self::Encounter => "encounter",
            Self::Location => "location",
            Self::AllergyIntolerance => "allergy",
            Self::Medication => "medication",
            Self::Coverage => "coverage",
        }
    }
}
