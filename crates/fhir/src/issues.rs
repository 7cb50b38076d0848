//! Collecting what is left out while something is read.

use crate::json::Path;
use crate::limits;
use domain::chart::{Issue, IssueKind, PartName};
use std::cell::RefCell;

/// What was left out of one part so far. Readers share it while they walk a tree that they only look at.
pub(crate) struct Issues {
    part: PartName,
    found: RefCell<Vec<Issue>>,
}

impl Issues {
    pub(crate) fn new(part: PartName) -> Self {
        Self {
            part,
            found: RefCell::new(Vec::new()),
        }
    }

    pub(crate) fn note(&self, kind: IssueKind, at: &Path) {
        self.add(kind, Some(at.to_string()), None);
    }

    pub(crate) fn note_resource(&self, kind: IssueKind, resource_type: &str) {
        self.add(kind, Some(resource_type.to_owned()), None);
    }

    pub(crate) fn note_said(&self, kind: IssueKind, said: Option<String>) {
        self.add(kind, None, said);
    }

    fn add(&self, kind: IssueKind, element: Option<String>, said: Option<String>) {
        let issue = Issue {
            part: self.part,
            kind,
            element,
            count: 1,
            said,
        };
        merge(&mut self.found.borrow_mut(), issue);
    }

    pub(crate) fn into_vec(self) -> Vec<Issue> {
        self.found.into_inner()
    }
}

/// Counts an issue with its like. Where a part has too many different ones, only their kind is kept.
pub(crate) fn merge(all: &mut Vec<Issue>, issue: Issue) {
    let is_like = |one: &Issue, other: &Issue| {
        one.part == other.part
            && one.kind == other.kind
            && one.element == other.element
            && one.said == other.said
    };
    if let Some(known) = all.iter_mut().find(|known| is_like(known, &issue)) {
        known.count = known.count.saturating_add(issue.count);
        return;
    }
    let of_this_part = all.iter().filter(|known| known.part == issue.part);
    if of_this_part.count() < limits::ISSUES || (issue.element.is_none() && issue.said.is_none()) {
        all.push(issue);
        return;
    }
    merge(
        all,
        Issue {
            element: None,
            said: None,
            ..issue
        },
    );
}
