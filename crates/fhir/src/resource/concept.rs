//! CodeableConcept: what a thing is called and coded as.

use crate::json::{Node, Object};
use crate::limits;
use domain::chart::{Coding, Concept, IssueKind};

/// Which name of a concept is shown where it has several (ehr-interface, The chart).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prefer {
    /// What was written about this one.
    Text,
    /// What its first code is called.
    Display,
}

/// The concept in the member `name`; a bare text counts as one.
pub(crate) fn concept(object: &Object<'_>, name: &'static str, prefer: Prefer) -> Option<Concept> {
    let node = object.single(name)?;
    let Some(concept) = object.child(node, name) else {
        let text = object.plain_line(node, name)?;
        return Some(Concept {
            text,
            codings: Vec::new(),
        });
    };
    let read = of(&concept, prefer);
    if read.is_none() {
        object.note(IssueKind::UnreadableElement, name);
    }
    read
}

/// The concept that an object is.
fn of(concept: &Object<'_>, prefer: Prefer) -> Option<Concept> {
    let all = concept.few("coding");
    let display = || all.iter().find_map(|coding| coding.line("display"));
    let text = match prefer {
        Prefer::Text => concept.line("text").or_else(display),
        Prefer::Display => display().or_else(|| concept.line("text")),
    };
    let mut codings = Vec::with_capacity(all.len());
    for coding in &all {
        if let Some(code) = coding.code("code") {
            let system = coding.system();
            codings.push(Coding { system, code });
        }
    }
    let text = text.or_else(|| codings.first().map(|coding| coding.code.clone()))?;
    Some(Concept { text, codings })
}

/// The name of the concept in the member `name`.
pub(crate) fn name_of(object: &Object<'_>, name: &'static str) -> Option<String> {
    concept(object, name, Prefer::Text).map(|concept| concept.text)
}

/// The names of the concepts in the member `name`.
pub(crate) fn names(object: &Object<'_>, name: &'static str) -> Vec<String> {
    let mut found = Vec::new();
    for node in object.nodes(name) {
        if found.len() == limits::FEW {
            object.note(IssueKind::Truncated, name);
            break;
        }
        let text = match object.child(node, name) {
            Some(concept) => of(&concept, Prefer::Text).map(|concept| concept.text),
            None => object.plain_line(node, name),
        };
        match text {
            Some(text) => found.push(text),
            None => object.note(IssueKind::UnreadableElement, name),
        }
    }
    found
}

/// A status: a plain code, or the code of a concept.
pub(crate) fn status(object: &Object<'_>, name: &'static str) -> Option<String> {
    match object.single(name)? {
        node @ Node::Object(_) => {
            let concept = object.child(node, name)?;
            let codings = concept.few("coding");
            let mut codes = codings.iter().filter_map(|coding| coding.code("code"));
            let code = codes.next().or_else(|| concept.line("text"));
            if code.is_none() {
                object.note(IssueKind::UnreadableElement, name);
            }
            code
        }
        _ => object.code(name),
    }
}
