//! R5 (5.0), at best effort: what it says otherwise than R4.

use crate::dialect::Dialect;
use crate::json::Object;
use crate::r4;
use crate::resource::concept;

pub(crate) struct R5;

impl Dialect for R5 {
    fn encounter_period(&self) -> &'static str {
        "actualPeriod"
    }

    fn manifestations(&self, reaction: &Object<'_>) -> Vec<String> {
        let all = reaction.few("manifestation");
        all.iter()
            .filter_map(|one| concept::name_of(one, "concept"))
            .collect()
    }

    fn payer(&self) -> &'static str {
        "insurer"
    }

    fn plans(&self, coverage: &Object<'_>) -> Vec<String> {
        r4::classes(coverage)
    }
}
