//! Openings of protected patients, for those who review them.

use super::reads::Looked;
use super::world::World;
use crate::caller::Caller;
use domain::access::Action;
use domain::team::access_event::{Access, BreakGlassViewed};
use domain::team::protection_view::{BrokenGlassView, Reviewer};
use jiff::Timestamp;

impl World {
    /// Openings of the team's protected patients, for an owner.
    pub(crate) fn look_at_break_glass(
        &self,
        caller: &Caller,
        at: Timestamp,
    ) -> Looked<serde_json::Value> {
        self.permit(caller, Action::Govern)?;
        let directory = self.directory.now();
        let name_of = |user| directory.name_of(user);
        let views = self
            .team()
            .broken_glass_views(Reviewer::Owner(caller.user), &name_of, at);
        let (unreviewed, oldest) = self.team().unreviewed();
        let json = serde_json::json!({ "items": views, "unreviewed": unreviewed, "oldest_unreviewed": oldest });
        Ok((viewed(&views), json))
    }
}

/// The entry of looking; nothing where there was nothing to see.
fn viewed(views: &[BrokenGlassView<'_>]) -> Vec<Access> {
    let mut patients: Vec<_> = views
        .iter()
        .filter_map(|view| view.patient.as_ref().map(|patient| patient.id))
        .collect();
    patients.sort();
    patients.dedup();
    match patients.is_empty() {
        true => vec![],
        false => vec![Access::BreakGlassViewed(BreakGlassViewed { patients })],
    }
}
