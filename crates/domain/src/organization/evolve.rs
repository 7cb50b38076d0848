//! What a fact changes in the organization.

use super::event::Event;
use super::state::{Organization, TeamEntry, User};
use jiff::Timestamp;

/// Applies an event. It never refuses.
pub fn evolve(organization: &mut Organization, sequence: u64, at: Timestamp, event: &Event) {
    organization.sequence = sequence;
    match event {
        Event::UserCreated(e) => {
            organization.users.insert(
                e.id,
                User {
                    user: e.user.clone(),
                    name: e.name.clone(),
                    language: e.language,
                    administrator: e.administrator,
                    disabled: false,
                    since: at,
                },
            );
        }
        Event::UserUpdated(e) => {
            if let Some(user) = organization.users.get_mut(&e.id) {
                user.name.clone_from(&e.name);
                user.language = e.language;
                user.administrator = e.administrator;
            }
        }
        Event::UserDisabled(e) => set_disabled(organization, e.id, true),
        Event::UserEnabled(e) => set_disabled(organization, e.id, false),
        Event::EnrolmentIssued(_) => {}
        Event::TeamCreated(e) => {
            let entry = TeamEntry {
                name: e.name.clone(),
                owner: e.owner,
                time_zone: e.time_zone.clone(),
                since: at,
            };
            organization.teams.insert(e.team, entry);
        }
        Event::TeamRenamed(e) => {
            if let Some(team) = organization.teams.get_mut(&e.team) {
                team.name.clone_from(&e.name);
            }
        }
    }
}

fn set_disabled(organization: &mut Organization, id: crate::UserId, disabled: bool) {
    if let Some(user) = organization.users.get_mut(&id) {
        user.disabled = disabled;
    }
}
