//! Who has a list open, and which value they edit. Nothing of it is kept: it is over when the connection is.

use super::message::{EditedCell, PersonPresence, PresenceView};
use domain::{ListId, PatientId, UserId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// People named in one message. Beyond it only their number is of use to anybody.
const PEOPLE: usize = 50;

/// The presence of one list.
#[derive(Default)]
pub(crate) struct Presence {
    connections: HashMap<u64, (UserId, Option<EditedCell>)>,
    is_changed: bool,
}

impl Presence {
    /// A connection opened the list, or edits something else, or nothing.
    pub(crate) fn set(&mut self, connection: u64, user: UserId, editing: Option<EditedCell>) {
        if self.connections.insert(connection, (user, editing)) != Some((user, editing)) {
            self.is_changed = true;
        }
    }

    /// A connection closed the list.
    pub(crate) fn remove(&mut self, connection: u64) {
        self.is_changed |= self.connections.remove(&connection).is_some();
    }

    /// Whether it is another than readers heard last.
    pub(crate) fn take_change(&mut self) -> bool {
        std::mem::take(&mut self.is_changed)
    }

    /// Has readers told again.
    pub(crate) fn retell(&mut self) {
        self.is_changed = true;
    }

    /// Patients of whom something is edited.
    pub(crate) fn edited(&self) -> impl Iterator<Item = PatientId> {
        let editing = self
            .connections
            .values()
            .filter_map(|(_, editing)| *editing);
        editing.map(|cell| cell.patient)
    }

    /// Who is there now, without what is edited of masked patients.
    pub(crate) fn view(&self, list: ListId, masked: &BTreeSet<PatientId>) -> PresenceView {
        let mut people: BTreeMap<UserId, BTreeSet<EditedCell>> = BTreeMap::new();
        for (user, editing) in self.connections.values() {
            let shown = editing.filter(|cell| !masked.contains(&cell.patient));
            people.entry(*user).or_default().extend(shown);
        }
        let more = people.len().saturating_sub(PEOPLE);
        let people = people
            .into_iter()
            .take(PEOPLE)
            .map(|(user, editing)| PersonPresence {
                user,
                editing: editing.into_iter().collect(),
            })
            .collect();
        PresenceView { list, people, more }
    }
}
