//! What differs between the versions. What a method here does by itself is the way of R4; a version says where it goes another.

use crate::json::Object;
use crate::resource::Source;
use crate::resource::allergy::Statuses;
use crate::resource::{concept, medication};
use crate::version::Version;
use crate::{dstu2, r4, r5, stu3};
use domain::chart::ChartTime;

pub(crate) trait Dialect: Sync {
    /// The name and value of the search parameter that sorts by date, newest first.
    fn newest_first(&self) -> (&'static str, &'static str) {
        ("_sort", "-date")
    }

    /// The search parameter for a part of the family name.
    fn family_parameter(&self) -> &'static str {
        "family"
    }

    /// The resource of a medication that was ordered.
    fn medication_order(&self) -> &'static str {
        "MedicationRequest"
    }

    /// The elements that may say whose a resource is, the right one first.
    fn subject_elements(&self, kind: &str) -> &'static [&'static str] {
        match kind {
            "AllergyIntolerance" => &["patient", "subject"],
            "Coverage" => &["beneficiary", "patient"],
            _ => &["subject", "patient"],
        }
    }

    /// The element of a patient that names general practitioners.
    fn general_practitioner(&self) -> &'static str {
        "generalPractitioner"
    }

    /// When a condition was recorded.
    fn condition_recorded(&self) -> &'static str {
        "recordedDate"
    }

    /// The period of an encounter.
    fn encounter_period(&self) -> &'static str {
        "period"
    }

    /// What an allergy is to.
    fn allergy_substance(&self) -> &'static str {
        "code"
    }

    /// When an allergy was recorded.
    fn allergy_recorded(&self) -> &'static str {
        "recordedDate"
    }

    /// An allergy's statuses.
    fn allergy_statuses(&self, allergy: &Object<'_>) -> Statuses {
        Statuses::separate(allergy)
    }

    /// What was seen in a reaction.
    fn manifestations(&self, reaction: &Object<'_>) -> Vec<String> {
        concept::names(reaction, "manifestation")
    }

    /// When a medication was ordered.
    fn order_written(&self) -> &'static str {
        "authoredOn"
    }

    /// Who ordered a medication.
    fn prescriber(&self, order: &Source<'_, '_>) -> Option<String> {
        order.name_of(&order.resource, "requester")
    }

    /// Until when a medication is ordered.
    fn order_end(&self, order: &Object<'_>) -> Option<ChartTime> {
        medication::end_of_supply(order)
    }

    /// The element of an insurance that names who pays.
    fn payer(&self) -> &'static str {
        "payor"
    }

    /// Plan, group and classes of an insurance.
    fn plans(&self, coverage: &Object<'_>) -> Vec<String>;
}

impl Version {
    pub(crate) fn dialect(self) -> &'static dyn Dialect {
        match self {
            Version::Dstu2 => &dstu2::Dstu2,
            Version::Stu3 => &stu3::Stu3,
            Version::R4 => &r4::R4,
            Version::R5 => &r5::R5,
        }
    }
}
