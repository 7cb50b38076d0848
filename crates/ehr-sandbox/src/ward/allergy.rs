//! AllergyIntolerance. A quarter of the patients have nothing recorded, a quarter "no known allergies".

use super::{
    chance::{For, pick},
    inpatient::Inpatient,
    shape::{SNOMED, Shape, add, concept},
};
use crate::version::Version;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

struct Substance {
    code: &'static str,
    english: &'static str,
    french: &'static str,
    category: &'static str,
    reaction: (&'static str, &'static str, &'static str),
}

const fn substance(
    code: &'static str,
    english: &'static str,
    french: &'static str,
    category: &'static str,
    reaction: (&'static str, &'static str, &'static str),
) -> Substance {
    Substance {
        code,
        english,
        french,
        category,
        reaction,
    }
}

const RASH: (&str, &str, &str) = ("271807003", "Eruption of skin", "Éruption cutanée");
const ANAPHYLAXIS: (&str, &str, &str) = ("39579001", "Anaphylaxis", "Anaphylaxie");
const VOMITING: (&str, &str, &str) = ("422400008", "Vomiting", "Vomissements");
const WHEEZING: (&str, &str, &str) = ("56018004", "Wheezing", "Respiration sifflante");

static SUBSTANCES: &[Substance] = &[
    substance("764146007", "Penicillin", "Pénicilline", "medication", RASH),
    substance("387494007", "Codeine", "Codéine", "medication", VOMITING),
    substance(
        "387458008",
        "Aspirin",
        "Acide acétylsalicylique",
        "medication",
        WHEEZING,
    ),
    substance("762952008", "Peanut", "Arachide", "food", ANAPHYLAXIS),
    substance("111088007", "Latex", "Latex", "environment", RASH),
];

static NONE_KNOWN: Substance = substance(
    "716186003",
    "No known allergy",
    "Aucune allergie connue",
    "",
    ("", "", ""),
);

pub(super) struct Allergy {
    substance: &'static Substance,
    is_mistaken: bool,
    pub(super) recorded: Timestamp,
}

pub(super) fn of(patient: &Inpatient, now: Timestamp) -> Vec<Allergy> {
    let admitted = patient.admitted(now);
    let number = patient.number(For::Allergy, 0);
    let first = pick(SUBSTANCES, number);
    let second = pick(SUBSTANCES, number + 1);
    let recorded = |substance, is_mistaken, days: i64| Allergy {
        substance,
        is_mistaken,
        recorded: admitted
            .saturating_sub(SignedDuration::from_hours(24 * days))
            .unwrap_or(admitted),
    };
    match patient.index % 4 {
        0 => Vec::new(),
        1 => vec![recorded(&NONE_KNOWN, false, 0)],
        2 => vec![recorded(first, false, 900), recorded(second, true, 10)],
        _ => vec![recorded(first, false, 2200), recorded(second, false, 300)],
    }
}

pub(super) fn shape(
    patient: &Inpatient,
    number: usize,
    allergy: &Allergy,
    shape: &Shape<'_>,
) -> Value {
    let what = allergy.substance;
    let code = concept(SNOMED, what.code, patient.say(what.english, what.french));
    let recorded = allergy.recorded.to_string();
    let note = json!({"text": patient.say("Told by the patient.", "Dit par le patient.")});
    let mut resource = json!({
        "resourceType": "AllergyIntolerance",
        "id": format!("{}-allergy-{number}", patient.id),
        "patient": shape.patient(patient),
    });
    let (is_known, is_severe) = (!what.category.is_empty(), what.reaction == ANAPHYLAXIS);
    if is_known {
        add(
            &mut resource,
            json!({"type": "allergy", "reaction": [reaction(patient, what, &code, is_severe)]}),
        );
    }
    add(
        &mut resource,
        match shape.version {
            Version::Dstu2 => json!({
                "substance": code,
                "status": if allergy.is_mistaken { "entered-in-error" } else { "confirmed" },
                "recordedDate": recorded,
                "criticality": if is_severe { "CRITH" } else { "CRITL" },
                "note": note,
            }),
            Version::Stu3 => json!({"code": code, "assertedDate": recorded, "note": [note]}),
            Version::R4 => json!({"code": code, "recordedDate": recorded, "note": [note]}),
        },
    );
    if shape.version == Version::Dstu2 {
        if is_known {
            add(&mut resource, json!({"category": what.category}));
        }
        return resource;
    }
    if is_known {
        let criticality = if is_severe { "high" } else { "low" };
        add(
            &mut resource,
            json!({"category": [what.category], "criticality": criticality}),
        );
    }
    let verification = if allergy.is_mistaken {
        "entered-in-error"
    } else {
        // ait-2: there is no clinical status beside entered-in-error.
        add(
            &mut resource,
            json!({"clinicalStatus": shape.state(CLINICAL, "active")}),
        );
        "confirmed"
    };
    add(
        &mut resource,
        json!({"verificationStatus": shape.state(VERIFICATION, verification)}),
    );
    resource
}

fn reaction(patient: &Inpatient, what: &Substance, code: &Value, is_severe: bool) -> Value {
    let (symptom, english, french) = what.reaction;
    json!({
        "substance": code,
        "manifestation": [concept(SNOMED, symptom, patient.say(english, french))],
        "severity": if is_severe { "severe" } else { "mild" },
    })
}
