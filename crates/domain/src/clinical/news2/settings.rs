//! What a team can set, and what a clinician chooses for one patient.

use super::reading::is_code;
use crate::UserId;
use crate::chart::Coding;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How a team has its scores made.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct News2Settings {
    /// How far apart observations of one set may be, in minutes.
    pub max_gap_minutes: u16,
    /// After how many hours the oldest observation used makes a score stale.
    pub stale_after_hours: u16,
    /// How the record's words for consciousness are read.
    pub consciousness: ConsciousnessMap,
}

impl Default for News2Settings {
    /// The figures of ward-safety, "Scores and flow".
    fn default() -> Self {
        Self {
            max_gap_minutes: 60,
            stale_after_hours: 12,
            consciousness: ConsciousnessMap::default(),
        }
    }
}

/// That SpO₂ of a patient is scored by scale 2, which only a clinician chooses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale2Choice {
    /// Who chose it.
    pub by: UserId,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// A level of consciousness.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Acvpu {
    /// A: alert.
    Alert,
    /// C: new confusion. Where it is not clear that it is old, it counts as new (RCP 2017).
    Confusion,
    /// V: responds to voice.
    Voice,
    /// P: responds to pain.
    Pain,
    /// U: unresponsive.
    Unresponsive,
}

/// Which observations say how conscious a patient is, and what their values mean. What it does not name is missing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsciousnessMap {
    /// The codes of the observations.
    pub observations: Vec<Coding>,
    /// What a coded value means. Codes are looked at before words.
    pub codes: Vec<CodeMeaning>,
    /// What words mean, whatever their case and spaces.
    pub texts: Vec<TextMeaning>,
}

/// What a code means.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeMeaning {
    /// The code; without a system it is that code of any system.
    pub coding: Coding,
    /// What it means.
    pub means: Acvpu,
}

/// What words mean.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TextMeaning {
    /// The words.
    pub text: String,
    /// What they mean.
    pub means: Acvpu,
}

/// LOINC, as FHIR names it.
pub(super) const LOINC: &str = "http://loinc.org";
/// SNOMED CT, as FHIR names it.
const SNOMED_CT: &str = "http://snomed.info/sct";

/// LOINC's level of responsiveness and level of consciousness (both AVPU), and SNOMED CT's (UK) ACVPU scale score.
const OBSERVATIONS: [(&str, &str); 3] = [
    (LOINC, "67775-7"),
    (LOINC, "80288-4"),
    (SNOMED_CT, "1104441000000107"),
];

/// The findings of the ACVPU value set of UK Core's predecessor (SNOMED CT), and LOINC's answers to 67775-7 with its "Confused".
const CODES: [(&str, &str, Acvpu); 10] = [
    (SNOMED_CT, "248234008", Acvpu::Alert),
    (SNOMED_CT, "130987000", Acvpu::Confusion),
    (SNOMED_CT, "300202002", Acvpu::Voice),
    (SNOMED_CT, "450847001", Acvpu::Pain),
    (SNOMED_CT, "422768004", Acvpu::Unresponsive),
    (LOINC, "LA9340-6", Acvpu::Alert),
    (LOINC, "LA6560-2", Acvpu::Confusion),
    (LOINC, "LA17108-4", Acvpu::Voice),
    (LOINC, "LA17107-6", Acvpu::Pain),
    (LOINC, "LA9343-0", Acvpu::Unresponsive),
];

/// The scale's letters, and its words in English and French.
const TEXTS: [(&str, Acvpu); 25] = [
    ("A", Acvpu::Alert),
    ("Alert", Acvpu::Alert),
    ("Mentally alert", Acvpu::Alert),
    ("Alerte", Acvpu::Alert),
    ("C", Acvpu::Confusion),
    ("Confusion", Acvpu::Confusion),
    ("New confusion", Acvpu::Confusion),
    ("Acute confusion", Acvpu::Confusion),
    ("Confused", Acvpu::Confusion),
    ("Confus", Acvpu::Confusion),
    ("Confuse", Acvpu::Confusion),
    ("Confusion nouvelle", Acvpu::Confusion),
    ("V", Acvpu::Voice),
    ("Voice", Acvpu::Voice),
    ("Verbal", Acvpu::Voice),
    ("Responds to voice", Acvpu::Voice),
    ("Réagit à la voix", Acvpu::Voice),
    ("P", Acvpu::Pain),
    ("Pain", Acvpu::Pain),
    ("Painful", Acvpu::Pain),
    ("Responds to pain", Acvpu::Pain),
    ("Réagit à la douleur", Acvpu::Pain),
    ("U", Acvpu::Unresponsive),
    ("Unresponsive", Acvpu::Unresponsive),
    ("Aréactif", Acvpu::Unresponsive),
];

impl Default for ConsciousnessMap {
    fn default() -> Self {
        let coding = |system: &str, code: &str| Coding {
            system: Some(system.to_owned()),
            code: code.to_owned(),
        };
        Self {
            observations: OBSERVATIONS
                .iter()
                .map(|(system, code)| coding(system, code))
                .collect(),
            codes: CODES
                .iter()
                .map(|&(system, code, means)| CodeMeaning {
                    coding: coding(system, code),
                    means,
                })
                .collect(),
            texts: TEXTS
                .iter()
                .map(|&(text, means)| TextMeaning {
                    text: text.to_owned(),
                    means,
                })
                .collect(),
        }
    }
}

impl ConsciousnessMap {
    /// What the codes mean together: nothing where none is named, or where two mean different things.
    pub(super) fn find_by_codes(&self, codings: &[Coding]) -> Meaning {
        Meaning::of(
            self.codes
                .iter()
                .filter(|known| {
                    codings.iter().any(|coding| {
                        is_code(coding, known.coding.system.as_deref(), &known.coding.code)
                    })
                })
                .map(|known| known.means),
        )
    }

    /// What the words mean.
    pub(super) fn find_by_text(&self, text: &str) -> Meaning {
        let words = normalize(text);
        Meaning::of(
            self.texts
                .iter()
                .filter(|known| normalize(&known.text) == words)
                .map(|known| known.means),
        )
    }
}

/// What a map says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing.
    Unknown,
    /// One thing.
    Clear(Acvpu),
    /// Two things that differ.
    Contradictory,
}

impl Meaning {
    fn of(meanings: impl Iterator<Item = Acvpu>) -> Self {
        meanings.fold(Meaning::Unknown, |before, means| match before {
            Meaning::Unknown => Meaning::Clear(means),
            Meaning::Clear(same) if same == means => before,
            Meaning::Clear(_) | Meaning::Contradictory => Meaning::Contradictory,
        })
    }
}

fn normalize(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
