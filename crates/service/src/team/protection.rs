//! Openings of protected patients, for those who review them.

use super::reads::Looked;
use super::world::World;
use crate::caller::Caller;
use domain::TeamId;
use domain::access::Action;
use domain::organization::decide::require_auditor;
use domain::team::access_event::{Access, BreakGlassViewed};
use domain::team::protection_view::{BrokenGlassView, Reviewer};
use jiff::Timestamp;
use serde::Serialize;

/// Openings of one team's protected patients, for an auditor.
#[derive(Serialize)]
pub(crate) struct AuditedTeam {
    id: TeamId,
    name: String,
    #[serde(flatten)]
    openings: serde_json::Value,
    #[serde(skip)]
    pub(crate) unreviewed: usize,
    #[serde(skip)]
    pub(crate) oldest_unreviewed: Option<Timestamp>,
}

impl World {
    /// Openings of the team's protected patients, for an owner.
    pub(crate) fn look_at_break_glass(
        &self,
        caller: &Caller,
        at: Timestamp,
    ) -> Looked<serde_json::Value> {
        self.permit(caller, Action::Govern)?;
        Ok(self.openings(Reviewer::Owner(caller.user), at))
    }

    /// The same, for an auditor, who is no member.
    pub(crate) fn look_at_break_glass_as_auditor(
        &self,
        caller: &Caller,
        at: Timestamp,
    ) -> Looked<AuditedTeam> {
        let organization = self.directory.now();
        require_auditor(&organization, caller.user)?;
        let (accesses, openings) = self.openings(Reviewer::Auditor(caller.user), at);
        let (unreviewed, oldest_unreviewed) = self.team().unreviewed();
        let name = organization.teams.get(&self.id).map(|team| &team.name);
        let team = AuditedTeam {
            id: self.id,
            name: name.cloned().unwrap_or_default(),
            openings,
            unreviewed,
            oldest_unreviewed,
        };
        Ok((accesses, team))
    }

    fn openings(&self, reviewer: Reviewer, at: Timestamp) -> (Vec<Access>, serde_json::Value) {
        let directory = self.directory.now();
        let name_of = |user| directory.name_of(user);
        let views = self.team().broken_glass_views(reviewer, &name_of, at);
        let (unreviewed, oldest) = self.team().unreviewed();
        let json = serde_json::json!({ "items": views, "unreviewed": unreviewed, "oldest_unreviewed": oldest });
        (viewed(&views), json)
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
