//! Reviewing openings of protected patients.

use crate::caller::Caller;
use crate::entropy::fresh_id;
use crate::error::{Refusal, Unavailable};
use crate::personal;
use crate::registry::Service;
use crate::team::{Asked, AuditedTeam, World};
use domain::access::Permission;
use domain::team::Command;
use domain::team::command::ReviewBreakGlass;
use domain::{CommandId, TeamId};
use jiff::Timestamp;

impl Service {
    /// Openings of a team's protected patients, for its owners, as JSON.
    ///
    /// # Errors
    /// The caller is no owner, or looking cannot be journalled.
    pub async fn break_glass_of_team(
        &self,
        caller: &Caller,
        team: TeamId,
    ) -> Result<serde_json::Value, Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut World, at| world.look_at_break_glass(&asker, at);
        self.read(caller, team, Asked::of_team("break_glass"), look)
            .await
    }

    /// Openings of all teams' protected patients, for an auditor, as JSON.
    ///
    /// # Errors
    /// The caller is no auditor, or looking cannot be journalled.
    pub async fn break_glass(&self, caller: &Caller) -> Result<serde_json::Value, Refusal> {
        Permission::Audit.permit_user(&self.organization(), caller.user)?;
        let mut teams: Vec<AuditedTeam> = Vec::new();
        for team in personal::find_break_glass(&**self.journal()).await? {
            let asker = caller.clone();
            let look =
                move |world: &mut World, at| world.look_at_break_glass_as_auditor(&asker, at);
            match self
                .read(caller, team, Asked::of_team("break_glass"), look)
                .await
            {
                Ok(audited) => teams.push(audited),
                // One damaged team must not hide the others: whoever runs the server is told of it.
                Err(Refusal::Unavailable(Unavailable::Damaged { .. })) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        let unreviewed: usize = teams.iter().map(|team| team.unreviewed).sum();
        let oldest: Option<Timestamp> = teams.iter().filter_map(|t| t.oldest_unreviewed).min();
        teams.sort_by_key(|team| (team.unreviewed == 0, team.oldest_unreviewed));
        Ok(
            serde_json::json!({ "teams": teams, "unreviewed": unreviewed, "oldest_unreviewed": oldest }),
        )
    }

    /// Reviews an opening of a protected patient, as an auditor. The same again has no further effect.
    ///
    /// # Errors
    /// The caller is no auditor, there is no such opening, it is their own, or somebody reviewed it before.
    pub async fn review_break_glass(
        &self,
        caller: &Caller,
        team: TeamId,
        review: ReviewBreakGlass,
    ) -> Result<(), Refusal> {
        Permission::Audit.permit_user(&self.organization(), caller.user)?;
        let id = CommandId::new(fresh_id());
        let text = id.to_string();
        self.command(
            caller,
            team,
            id,
            text.as_bytes(),
            Command::ReviewBreakGlass(review),
        )
        .await?;
        Ok(())
    }
}
