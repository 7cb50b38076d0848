//! Encounter: where the patient is, or was last.

use super::Source;
use super::concept;
use crate::json::Object;
use crate::reference;
use domain::chart::{Encounter, IssueKind};

/// An encounter, and the Location that has to be asked for its name.
pub(crate) struct Visit {
    pub(crate) encounter: Encounter,
    /// `Location/ID`, where nothing in the answer names the place.
    pub(crate) location: Option<String>,
}

pub(crate) fn read(source: &Source<'_, '_>) -> Visit {
    let encounter = &source.resource;
    super::note_modifier(encounter);
    let period = encounter.object(source.dialect.encounter_period());
    let (place, location) = place(source);
    Visit {
        encounter: Encounter {
            place,
            status: concept::status(encounter, "status"),
            kind: kind(encounter),
            start: period.and_then(|period| period.time("start")),
        },
        location,
    }
}

fn kind(encounter: &Object<'_>) -> Option<String> {
    let first = encounter.few("type").into_iter().next()?;
    let mut displays = first
        .few("coding")
        .into_iter()
        .filter_map(|coding| coding.line("display"));
    let codes = || {
        first
            .few("coding")
            .into_iter()
            .find_map(|coding| coding.code("code"))
    };
    displays
        .next()
        .or_else(|| first.line("text"))
        .or_else(codes)
}

/// The name of the place, or what to ask for it.
fn place(source: &Source<'_, '_>) -> (Option<String>, Option<String>) {
    let mut stays = source.resource.few("location");
    stays.sort_by_key(rank);
    let Some(stay) = stays.first() else {
        return (None, None);
    };
    let Some(location) = stay.object("location") else {
        return (None, None);
    };
    if let Some(display) = location.line("display") {
        return (Some(display), None);
    }
    let Some(target) = reference::of(&location).target else {
        stay.note(IssueKind::UnreadableElement, "location");
        return (None, None);
    };
    if let Some((_, found)) = source.find(&target) {
        let name = found.line("name");
        if name.is_none() {
            stay.note(IssueKind::UnreadableElement, "location");
        }
        return (name, None);
    }
    let location = source.to_follow(&target, "Location");
    if location.is_none() {
        stay.note(IssueKind::UnreadableElement, "location");
    }
    (None, location)
}

/// Where the patient is now comes before where they were and will be.
fn rank(stay: &Object<'_>) -> u8 {
    match stay.raw("status") {
        Some("active") => 0,
        Some("completed") => 2,
        Some("planned" | "reserved") => 3,
        _ => 1,
    }
}
