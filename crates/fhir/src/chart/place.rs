//! Which of the visits says where the patient is.

use super::part::Held;
use crate::resource::encounter::Visit;

/// Whether visits come newest first, as was asked, and one of them took place.
pub(super) fn are_in_order(visits: &[Held<Visit>]) -> bool {
    let are_dated = visits.iter().all(|visit| visit.when.is_some());
    let has_come = visits.iter().any(|visit| took_place(&visit.item));
    are_dated && has_come && visits.is_sorted_by(|one, next| one.when >= next.when)
}

/// Whether the patient really came, as far as is known.
pub(super) fn took_place(visit: &Visit) -> bool {
    !matches!(
        visit.encounter.status.as_deref(),
        Some("planned" | "cancelled" | "discontinued")
    )
}

/// The newest visit that took place; else the newest of all. Visits come newest first.
pub(super) fn last_known(visits: Vec<Visit>) -> Option<Visit> {
    let at = visits.iter().position(took_place).unwrap_or(0);
    visits.into_iter().nth(at)
}
