//! DSTU2 (1.0): what it says otherwise than R4.

use crate::dialect::Dialect;
use crate::json::Object;
use crate::resource::allergy::Statuses;
use crate::resource::{Source, concept, medication};
use domain::chart::ChartTime;

pub(crate) struct Dstu2;

impl Dialect for Dstu2 {
    fn newest_first(&self) -> (&'static str, &'static str) {
        ("_sort:desc", "date")
    }

    fn family_parameter(&self) -> &'static str {
        "family:contains"
    }

    fn medication_order(&self) -> &'static str {
        "MedicationOrder"
    }

    fn subject_elements(&self, kind: &str) -> &'static [&'static str] {
        match kind {
            "Observation" => &["subject", "patient"],
            // It has no element for the insured; who holds the policy is all that it says.
            "Coverage" => &["patient", "beneficiary", "subscriber"],
            _ => &["patient", "subject"],
        }
    }

    fn general_practitioner(&self) -> &'static str {
        "careProvider"
    }

    fn condition_recorded(&self) -> &'static str {
        "dateRecorded"
    }

    fn allergy_substance(&self) -> &'static str {
        "substance"
    }

    fn allergy_statuses(&self, allergy: &Object<'_>) -> Statuses {
        let status = concept::status(allergy, "status");
        let is_about_truth = matches!(
            status.as_deref(),
            Some("unconfirmed" | "confirmed" | "refuted")
        );
        match is_about_truth {
            true => Statuses {
                clinical: None,
                verification: status,
            },
            false => Statuses {
                clinical: status,
                verification: None,
            },
        }
    }

    fn order_written(&self) -> &'static str {
        "dateWritten"
    }

    fn prescriber(&self, order: &Source<'_, '_>) -> Option<String> {
        order.name_of(&order.resource, "prescriber")
    }

    fn order_end(&self, order: &Object<'_>) -> Option<ChartTime> {
        order
            .time("dateEnded")
            .or_else(|| medication::end_of_supply(order))
    }

    fn payer(&self) -> &'static str {
        "issuer"
    }

    fn plans(&self, coverage: &Object<'_>) -> Vec<String> {
        let parts = ["plan", "subPlan", "group"];
        parts
            .into_iter()
            .filter_map(|part| coverage.line(part))
            .collect()
    }
}
