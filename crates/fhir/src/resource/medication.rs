//! A medication that was ordered, or (where a record has only that) is stated to be taken.

use super::Source;
use super::concept::{self, Prefer};
use crate::json::Object;
use crate::reference;
use domain::chart::{ChartTime, Concept, IssueKind, Medication};

/// A medication, and the resource that has to be asked for its name.
pub(crate) struct Ordered {
    /// Its `what` is blank where it is not known yet.
    pub(crate) medication: Medication,
    /// `Medication/ID`, where nothing in the answer names it.
    pub(crate) named_by: Option<String>,
}

enum What {
    Named(Concept),
    Follow(String),
}

/// None where nothing says which medication it is, or where it says that it must not be given.
pub(crate) fn read(source: &Source<'_, '_>, kind: &str) -> Option<Ordered> {
    let resource = &source.resource;
    // An order not to give something is no medication of the patient's; the chart has no way to show one rightly.
    if resource.flag("doNotPerform") == Some(true) {
        return None;
    }
    let what = what(source)?;
    super::note_modifier(resource);
    let (what, named_by) = match what {
        What::Named(concept) => (concept, None),
        What::Follow(reference) => (blank(), Some(reference)),
    };
    let medication = match kind {
        "MedicationStatement" => stated(resource, what),
        _ => ordered(source, what),
    };
    Some(Ordered {
        medication,
        named_by,
    })
}

fn blank() -> Concept {
    Concept {
        text: String::new(),
        codings: Vec::new(),
    }
}

fn ordered(source: &Source<'_, '_>, what: Concept) -> Medication {
    let order = &source.resource;
    // What is ordered by an intent that is no order is a proposal or a plan.
    let intent = order
        .code("intent")
        .filter(|intent| !intent.ends_with("order"));
    Medication {
        what,
        status: concept::status(order, "status"),
        intent,
        written: order.time(source.dialect.order_written()),
        end: source.dialect.order_end(order),
        prescriber: source.dialect.prescriber(source),
        dosage: dosage(order, "dosageInstruction"),
    }
}

fn stated(statement: &Object<'_>, what: Concept) -> Medication {
    let period = statement.object("effectivePeriod");
    let start = || period.and_then(|period| period.time("start"));
    let is_not_taken =
        statement.raw("taken") == Some("n") || statement.flag("wasNotTaken") == Some(true);
    Medication {
        what,
        status: match is_not_taken {
            true => Some("not-taken".into()),
            false => concept::status(statement, "status"),
        },
        intent: None,
        written: statement.time("dateAsserted").or_else(start),
        end: period.and_then(|period| period.time("end")),
        prescriber: None,
        dosage: dosage(statement, "dosage"),
    }
}

/// What it is: named here, beside it, or by a resource to ask for.
fn what(source: &Source<'_, '_>) -> Option<What> {
    let resource = &source.resource;
    // R5 joined the two in one element.
    let joined = resource.object("medication");
    let reference = match joined {
        Some(joined) => joined.object("reference"),
        None => resource.object("medicationReference"),
    };
    if let Some(display) = reference.and_then(|reference| reference.line("display")) {
        return Some(What::Named(Concept {
            text: display,
            codings: Vec::new(),
        }));
    }
    let concept = match joined {
        Some(joined) => concept::concept(&joined, "concept", Prefer::Text),
        None => concept::concept(resource, "medicationCodeableConcept", Prefer::Text),
    };
    if let Some(concept) = concept {
        return Some(What::Named(concept));
    }
    let target = reference::of(&reference?).target?;
    if let Some((_, found)) = source.find(&target) {
        return named(&found).map(What::Named);
    }
    source.to_follow(&target, "Medication").map(What::Follow)
}

/// What a Medication resource says that it is.
pub(crate) fn named(medication: &Object<'_>) -> Option<Concept> {
    concept::concept(medication, "code", Prefer::Text)
}

/// How it is taken. An instruction without words is taken apart into structure that the chart does not show, and is noted.
fn dosage(resource: &Object<'_>, name: &'static str) -> Vec<String> {
    let mut texts = Vec::new();
    for instruction in resource.few(name) {
        match instruction.note_text("text") {
            Some(text) => texts.push(text),
            None => resource.note(IssueKind::UnreadableElement, name),
        }
    }
    texts
}

/// The end of the supply, else of the last instruction.
pub(crate) fn end_of_supply(order: &Object<'_>) -> Option<ChartTime> {
    let supply = order
        .object("dispenseRequest")
        .and_then(|request| request.object("validityPeriod"));
    if let Some(end) = supply.and_then(|period| period.time("end")) {
        return Some(end);
    }
    let instructions = order.few("dosageInstruction");
    let ends = instructions.iter().filter_map(|instruction| {
        let repeat = instruction.object("timing")?.object("repeat")?;
        repeat.object("boundsPeriod")?.time("end")
    });
    ends.max_by_key(|end| end.sort_key())
}
