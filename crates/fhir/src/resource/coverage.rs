//! Coverage: insurance.

use super::{Source, concept};
use crate::json::{Node, Object};
use domain::chart::Coverage;

/// None where it says neither who pays, nor a plan, nor a number.
pub(crate) fn read(source: &Source<'_, '_>) -> Option<Coverage> {
    let coverage = &source.resource;
    super::note_modifier(coverage);
    let period = coverage.object("period");
    let read = Coverage {
        status: concept::status(coverage, "status"),
        payers: source.names_of(coverage, source.dialect.payer()),
        plans: source.dialect.plans(coverage),
        subscriber: subscriber(coverage),
        start: period.and_then(|period| period.time("start")),
        end: period.and_then(|period| period.time("end")),
    };
    let says_something =
        !read.payers.is_empty() || !read.plans.is_empty() || read.subscriber.is_some();
    says_something.then_some(read)
}

/// The number of the insured: a text, or an Identifier (DSTU2, R5).
fn subscriber(coverage: &Object<'_>) -> Option<String> {
    match coverage.single("subscriberId")? {
        node @ Node::Object(_) => coverage.child(node, "subscriberId")?.line("value"),
        _ => coverage.line("subscriberId"),
    }
}
