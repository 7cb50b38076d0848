//! STU3 (3.0): what it says otherwise than R4.

use crate::dialect::Dialect;
use crate::json::Object;
use crate::resource::Source;

pub(crate) struct Stu3;

impl Dialect for Stu3 {
    fn condition_recorded(&self) -> &'static str {
        "assertedDate"
    }

    fn allergy_recorded(&self) -> &'static str {
        "assertedDate"
    }

    fn prescriber(&self, order: &Source<'_, '_>) -> Option<String> {
        let requester = order.resource.object("requester")?;
        // Some servers already write the reference itself, as R4 does.
        match requester.has("agent") {
            true => order.name_of(&requester, "agent"),
            false => order.name_of(&order.resource, "requester"),
        }
    }

    fn plans(&self, coverage: &Object<'_>) -> Vec<String> {
        let Some(grouping) = coverage.object("grouping") else {
            return Vec::new();
        };
        let parts = [
            ("group", "groupDisplay"),
            ("plan", "planDisplay"),
            ("class", "classDisplay"),
        ];
        parts
            .into_iter()
            .filter_map(|(code, display)| grouping.line(display).or_else(|| grouping.line(code)))
            .collect()
    }
}
