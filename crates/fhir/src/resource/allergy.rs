//! AllergyIntolerance: an allergy, or the statement that there is none.

use super::Source;
use super::concept::{self, Prefer};
use crate::json::Object;
use domain::chart::{Allergy, Coding, Concept, Reaction};

/// SNOMED CT's statements that nothing of a kind is known: 716186003 "No known allergy" and its kind.
const NONE_KNOWN: [&str; 9] = [
    "716186003",  // No known allergy
    "160244002",  // No known allergies (the older code)
    "409137002",  // No known drug allergy
    "429625007",  // No known food allergy
    "428607008",  // No known environmental allergy
    "428197003",  // No known insect allergy
    "716220001",  // No known animal allergy
    "716184000",  // No known latex allergy
    "1003774007", // No known Hevea brasiliensis latex allergy
];
/// The same in the International Patient Summary. Its `no-allergy-info` is the opposite: nothing is known at all.
const NONE_KNOWN_IPS: [&str; 4] = [
    "no-known-allergies",
    "no-known-medication-allergies",
    "no-known-food-allergies",
    "no-known-environmental-allergies",
];
const SNOMED: &str = "http://snomed.info/sct";

/// An allergy's clinical and verification status.
pub(crate) struct Statuses {
    pub(crate) clinical: Option<String>,
    pub(crate) verification: Option<String>,
}

impl Statuses {
    /// The two as elements of their own, since STU3.
    pub(crate) fn separate(allergy: &Object<'_>) -> Self {
        Self {
            clinical: concept::status(allergy, "clinicalStatus"),
            verification: concept::status(allergy, "verificationStatus"),
        }
    }

    fn still_hold(&self) -> bool {
        let has_ended = matches!(self.clinical.as_deref(), Some("inactive" | "resolved"));
        self.verification.as_deref() != Some("refuted") && !has_ended
    }
}

/// None where it does not say what the allergy is to.
pub(crate) fn read(source: &Source<'_, '_>) -> Option<Allergy> {
    let allergy = &source.resource;
    let reactions = allergy.few("reaction");
    // The substance may stand only in a reaction.
    let what = concept::concept(allergy, source.dialect.allergy_substance(), Prefer::Text)
        .or_else(|| {
            reactions
                .iter()
                .find_map(|r| concept::concept(r, "substance", Prefer::Text))
        })?;
    super::note_modifier(allergy);
    let statuses = source.dialect.allergy_statuses(allergy);
    Some(Allergy {
        none_known: says_none_known(&what) && statuses.still_hold(),
        what,
        clinical_status: statuses.clinical,
        verification_status: statuses.verification,
        recorded: allergy.time(source.dialect.allergy_recorded()),
        criticality: allergy.code("criticality").map(criticality),
        notes: super::annotations(allergy, "note"),
        reactions: reactions.iter().map(|one| reaction(source, one)).collect(),
    })
}

fn says_none_known(what: &Concept) -> bool {
    what.codings
        .iter()
        .any(|Coding { system, code }| match system.as_deref() {
            Some(SNOMED) | None => NONE_KNOWN.contains(&code.as_str()),
            Some(system) => {
                system.ends_with("/absent-unknown-uv-ips")
                    && NONE_KNOWN_IPS.contains(&code.as_str())
            }
        })
}

/// DSTU2 has codes of its own.
fn criticality(code: String) -> String {
    match code.as_str() {
        "CRITL" => "low".into(),
        "CRITH" => "high".into(),
        "CRITU" => "unable-to-assess".into(),
        _ => code,
    }
}

fn reaction(source: &Source<'_, '_>, reaction: &Object<'_>) -> Reaction {
    Reaction {
        substance: concept::name_of(reaction, "substance"),
        manifestations: source.dialect.manifestations(reaction),
        severity: reaction.code("severity"),
    }
}
