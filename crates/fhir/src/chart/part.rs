//! A part of the chart while it is read.

use domain::chart::{ChartTime, IssueKind, Part, PartStatus};
use domain::identity::Identifier;
use jiff::civil;
use std::cmp::Reverse;
use std::collections::HashSet;

/// What became of asking for a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing was heard yet.
    Waiting,
    /// The record does not offer it.
    NotOffered,
    /// The record refuses it.
    NotPermitted,
    /// It could not be read.
    Failed,
    /// An answer was read.
    Read,
}

/// How far the reading of a part is.
pub(super) struct Progress {
    pub(super) outcome: Outcome,
    /// Entries met on all pages, to compare with the server's total.
    pub(super) seen: u64,
    /// Something may be missing that would have been shown: without any item this is not "none".
    pub(super) is_doubtful: bool,
    /// The server answered with resources that were not asked for: it keeps to no filter.
    pub(super) has_others: bool,
    known: HashSet<String>,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self {
            outcome: Outcome::Waiting,
            seen: 0,
            is_doubtful: false,
            has_others: false,
            known: HashSet::new(),
        }
    }

    /// Whether a resource was met before: servers repeat some from page to page.
    pub(super) fn is_repeated(&mut self, kind: &str, id: Option<&str>) -> bool {
        id.is_some_and(|id| !self.known.insert(format!("{kind}/{id}")))
    }
}

/// An item, until it is certain whose it is.
pub(super) struct Held<T> {
    pub(super) item: T,
    pub(super) when: Option<civil::DateTime>,
    /// Numbers of the patient whose it is, where only these say so.
    pub(super) numbers: Vec<(String, String)>,
}

impl<T> Held<T> {
    pub(super) fn new(item: T, when: Option<ChartTime>, numbers: Vec<(String, String)>) -> Self {
        let when = when.map(ChartTime::sort_key);
        Self {
            item,
            when,
            numbers,
        }
    }
}

/// Whether items of one page come newest first. A page that has one date only does not tell.
pub(super) fn is_newest_first<T>(held: &[Held<T>]) -> bool {
    let (Some(first), Some(last)) = (held.first(), held.last()) else {
        return false;
    };
    let is_dated = held.iter().all(|one| one.when.is_some());
    is_dated && first.when > last.when && held.is_sorted_by(|one, next| one.when >= next.when)
}

/// The items that are the patient's, newest first, those without a date last; each of the others as the reason why it is none.
pub(super) fn settled<T>(held: Vec<Held<T>>, patient: &[Identifier]) -> (Vec<T>, Vec<IssueKind>) {
    let mut refused = Vec::new();
    let mut kept: Vec<Held<T>> = Vec::new();
    for one in held {
        match doubt(&one.numbers, patient) {
            None => kept.push(one),
            Some(kind) => refused.push(kind),
        }
    }
    kept.sort_by_key(|one| Reverse(one.when));
    (kept.into_iter().map(|one| one.item).collect(), refused)
}

fn doubt(numbers: &[(String, String)], patient: &[Identifier]) -> Option<IssueKind> {
    let is_of_system = |system: &str, known: &Identifier| known.system.as_deref() == Some(system);
    let is_theirs = |(system, value): &(String, String)| {
        patient
            .iter()
            .any(|known| is_of_system(system, known) && known.value == *value)
    };
    let is_others =
        |(system, _): &(String, String)| patient.iter().any(|known| is_of_system(system, known));
    if numbers.is_empty() || numbers.iter().any(is_theirs) {
        return None;
    }
    Some(match numbers.iter().any(is_others) {
        true => IssueKind::OtherPatient,
        false => IssueKind::UnknownPatient,
    })
}

/// The part as the chart shows it. Nothing found is "none" only where nothing can have been missed.
pub(super) fn shown<T>(items: Vec<T>, progress: &Progress) -> Part<T> {
    if !items.is_empty() {
        return Part::read(items);
    }
    Part::without(match progress.outcome {
        Outcome::NotOffered => PartStatus::NotSupported,
        Outcome::NotPermitted => PartStatus::NotPermitted,
        Outcome::Read if !progress.is_doubtful => PartStatus::None,
        Outcome::Read | Outcome::Failed | Outcome::Waiting => PartStatus::Failed,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_page_is_newest_first_where_its_dates_tell_so() {
        let page = |times: &[Option<&str>]| {
            let times = times.iter();
            let held =
                times.map(|time| Held::new((), time.map(|time| time.parse().unwrap()), Vec::new()));
            is_newest_first(&held.collect::<Vec<_>>())
        };
        let (old, new) = (Some("2026-11-23T10:00:00Z"), Some("2026-11-24T10:00:00Z"));
        assert!(page(&[new, new, old, old]));
        for other in [
            &[][..],
            &[new],
            &[new, new],
            &[old, new],
            &[new, old, new],
            &[new, None, old],
        ] {
            assert!(!page(other));
        }
    }
}
