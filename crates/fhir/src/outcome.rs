//! OperationOutcome: what a server says of its own work.

use crate::issues::Issues;
use crate::json::{self, Object};
use crate::{limits, plain};
use domain::chart::{IssueKind, PartName};

/// What a server said in the body of a refusal, in at most 200 characters of plain text; none where it is no OperationOutcome.
pub fn said(body: &[u8]) -> Option<String> {
    let node = json::parse(body).ok()?;
    let issues = Issues::new(PartName::Patient);
    let outcome = Object::of(&node, "OperationOutcome", &issues)?;
    if outcome.raw("resourceType")? != "OperationOutcome" {
        return None;
    }
    let mut all = outcome.objects("issue").into_iter();
    all.find_map(|issue| text_of(&issue))
}

/// Notes what an outcome says; information is no issue. True where it says that something failed.
pub(crate) fn note(outcome: &Object<'_>, issues: &Issues) -> bool {
    let mut is_error = false;
    for issue in outcome.few("issue") {
        match issue.raw("severity") {
            Some("information" | "success") => continue,
            Some("warning") => (),
            _ => is_error = true,
        }
        issues.note_said(IssueKind::ServerSaid, text_of(&issue));
    }
    is_error
}

/// Whether an outcome says that what was asked for is not offered, or not allowed.
pub(crate) fn has_code(outcome: &Object<'_>, codes: &[&str]) -> bool {
    let all = outcome.objects("issue");
    all.iter()
        .any(|issue| issue.raw("code").is_some_and(|code| codes.contains(&code)))
}

fn text_of(issue: &Object<'_>) -> Option<String> {
    let details = issue.object("details");
    let coded = || {
        let first = details?.objects("coding").into_iter().next()?;
        first.raw("display")
    };
    let texts = [
        details.and_then(|details| details.raw("text")),
        issue.raw("diagnostics"),
        coded(),
        issue.raw("code"),
    ];
    let text = texts.into_iter().flatten().next()?;
    Some(plain::line(text, limits::SAID_CHARS).text).filter(|said| !said.is_empty())
}
