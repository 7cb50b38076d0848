//! R4 (4.0) and R4B (4.3): the way that the other versions are told apart from.

use crate::dialect::Dialect;
use crate::json::{Node, Object};

pub(crate) struct R4;

impl Dialect for R4 {
    fn plans(&self, coverage: &Object<'_>) -> Vec<String> {
        classes(coverage)
    }
}

/// `class[]`: its name, else its value (a text; in R5 an Identifier).
pub(crate) fn classes(coverage: &Object<'_>) -> Vec<String> {
    let value = |class: &Object<'_>| match class.single("value")? {
        node @ Node::Object(_) => class.child(node, "value")?.line("value"),
        _ => class.line("value"),
    };
    let all = coverage.few("class");
    all.iter()
        .filter_map(|class| class.line("name").or_else(|| value(class)))
        .collect()
}
