//! Who has a list open, and which value they edit. Nothing of it is kept: it is over when the connection is.

use super::message::{EditedCell, PersonPresence, PresenceView};
use domain::{ListId, UserId};
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

    /// What readers should hear, where it is another than they heard last.
    pub(crate) fn take_change(&mut self, list: ListId) -> Option<PresenceView> {
        std::mem::take(&mut self.is_changed).then(|| self.view(list))
    }

    /// Who is there now.
    pub(crate) fn view(&self, list: ListId) -> PresenceView {
        let mut people: BTreeMap<UserId, BTreeSet<EditedCell>> = BTreeMap::new();
        for (user, editing) in self.connections.values() {
            people.entry(*user).or_default().extend(editing);
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
