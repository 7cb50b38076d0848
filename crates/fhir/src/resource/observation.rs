//! Observation: vital signs, components too.

use super::Source;
use super::concept::{self, Prefer};
use crate::json::{Node, Object};
use domain::chart::{ChartTime, Component, IssueKind, Measured, Observation, Quantity};

/// None where it does not say what was observed.
pub(crate) fn read(source: &Source<'_, '_>) -> Option<Observation> {
    let observation = &source.resource;
    let what = concept::concept(observation, "code", Prefer::Display)?;
    super::note_modifier(observation);
    Some(Observation {
        id: observation.code("id"),
        what,
        status: concept::status(observation, "status"),
        effective: effective(observation),
        value: value(observation),
        components: observation
            .few("component")
            .iter()
            .filter_map(component)
            .collect(),
    })
}

/// Whether it is a vital sign, by its category. Without any category the server's word stands, which was asked for vital signs only.
pub(crate) fn is_vital_sign(observation: &Object<'_>) -> bool {
    let mut has_category = false;
    for node in observation.nodes("category") {
        let Some(category) = observation.child(node, "category") else {
            let Node::Text(text) = node else { continue };
            has_category = true;
            if is_vital_signs(text) {
                return true;
            }
            continue;
        };
        let codings = category.objects("coding");
        let codes = codings.iter().filter_map(|coding| coding.raw("code"));
        for said in codes.chain(category.raw("text")) {
            has_category = true;
            if is_vital_signs(said) {
                return true;
            }
        }
    }
    !has_category
}

fn is_vital_signs(text: &str) -> bool {
    let letters = text
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|b| b.to_ascii_lowercase());
    letters.eq(*b"vitalsigns")
}

fn effective(observation: &Object<'_>) -> Option<ChartTime> {
    for name in ["effectiveDateTime", "effectiveInstant"] {
        if observation.has(name) {
            return observation.time(name);
        }
    }
    if let Some(period) = observation.object("effectivePeriod") {
        return period.time("start");
    }
    if observation.has("effectiveTiming") {
        observation.note(IssueKind::UnreadableElement, "effectiveTiming");
    }
    None
}

fn component(component: &Object<'_>) -> Option<Component> {
    let Some(what) = concept::concept(component, "code", Prefer::Display) else {
        component.note(IssueKind::UnreadableElement, "code");
        return None;
    };
    let value = value(component);
    Some(Component { what, value })
}

fn value(object: &Object<'_>) -> Option<Measured> {
    let name = object.names().find(|name| is_value(name))?;
    match name {
        "valueQuantity" => quantity(&object.object("valueQuantity")?).map(Measured::Quantity),
        "valueInteger" => object.decimal("valueInteger").map(|value| {
            Measured::Quantity(Quantity {
                value,
                comparator: None,
                unit: None,
                code: None,
            })
        }),
        "valueCodeableConcept" => {
            concept::concept(object, "valueCodeableConcept", Prefer::Text).map(Measured::Concept)
        }
        "valueString" => words(object.note_text("valueString")),
        "valueBoolean" => words(object.line("valueBoolean")),
        "valueDateTime" => words(object.line("valueDateTime")),
        "valueTime" => words(object.line("valueTime")),
        _ => {
            object.note(IssueKind::UnreadableElement, "value[x]");
            None
        }
    }
}

fn words(text: Option<String>) -> Option<Measured> {
    text.map(|text| Measured::Text { text })
}

fn is_value(name: &str) -> bool {
    let kind = name.strip_prefix("value");
    kind.is_some_and(|kind| kind.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn quantity(quantity: &Object<'_>) -> Option<Quantity> {
    if !quantity.has("value") {
        quantity.note(IssueKind::UnreadableElement, "value");
        return None;
    }
    let value = quantity.decimal("value")?;
    let comparator = quantity.code("comparator");
    let is_blank = matches!(quantity.node("comparator"), None | Some(Node::Text(_)))
        && quantity.raw("comparator").is_none();
    // "below 5" without its "below" would be another finding.
    if comparator.is_none() && !is_blank {
        return None;
    }
    Some(Quantity {
        value,
        comparator,
        unit: quantity.line("unit"),
        code: quantity.code("code"),
    })
}
