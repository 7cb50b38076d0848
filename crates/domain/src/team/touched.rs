//! Which lists an event is seen on.

use super::event::Event;
use super::state::Team;
use crate::{ListId, PatientId};

/// The lists whose readers see an event, in the state before or after it; one may be named twice.
pub(super) fn touched_lists(team: &Team, event: &Event) -> Vec<ListId> {
    let subject = event.subject();
    match event {
        // Shown on every list: who may be named in a member field, and what the columns are.
        Event::MemberAdded(_)
        | Event::MemberRemoved(_)
        | Event::MemberRoleSet(_)
        | Event::DefaultListSet(_)
        | Event::EhrConnectionSet(_)
        | Event::EhrConnectionRemoved(_)
        | Event::News2Set(_)
        | Event::TimeZoneSet(_)
        | Event::FieldAdded(_)
        | Event::FieldRenamed(_)
        | Event::FieldMoved(_)
        | Event::FieldArchived(_)
        | Event::FieldRestored(_)
        | Event::FieldOptionsSet(_)
        | Event::FieldLocked(_) => team.lists.keys().copied().collect(),
        // Other lists of the patient do not see where else she is, unless that says who sees her whole.
        Event::PatientAddedToList(_) | Event::PatientRemovedFromList(_) => {
            let list = subject.list.into_iter();
            list.chain(lists_of_protected(team, subject.patient))
                .collect()
        }
        Event::PatientMoved(moved) => {
            let lists = [moved.from, moved.to].into_iter();
            lists
                .chain(lists_of_protected(team, subject.patient))
                .collect()
        }
        Event::PatientReordered(_) => subject.list.into_iter().collect(),
        // Who is named on a limited list sees its protected patients whole on every list.
        Event::ListMembersSet(set) => {
            let list = team.lists.get(&set.list);
            let rows = list.into_iter().flat_map(|list| team.sensitive_rows(list));
            let others = rows.flat_map(|patient| lists_of(team, Some(patient)));
            subject.list.into_iter().chain(others).collect()
        }
        // The notes of a merged record are shown with the one that is kept.
        Event::NoteAdded(_)
        | Event::NoteEdited(_)
        | Event::NoteDeleted(_)
        | Event::NoteRestored(_) => lists_of(team, subject.patient.map(|id| team.standing(id))),
        // It is for owners and auditors.
        Event::BreakGlassReviewed(_) => vec![],
        _ => match subject.patient {
            Some(patient) => lists_of(team, Some(patient)),
            None => subject.list.into_iter().collect(),
        },
    }
}

fn lists_of_protected(team: &Team, patient: Option<PatientId>) -> Vec<ListId> {
    let is_protected = |id: &PatientId| {
        let patient = team.patients.get(id);
        patient.is_some_and(|patient| patient.sensitive.is_some())
    };
    lists_of(team, patient.filter(is_protected))
}

fn lists_of(team: &Team, patient: Option<PatientId>) -> Vec<ListId> {
    let patient = patient.and_then(|id| team.patients.get(&id));
    patient
        .map(|p| p.lists.iter().copied().collect())
        .unwrap_or_default()
}
