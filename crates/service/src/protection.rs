//! Reviewing openings of protected patients.

use crate::caller::Caller;
use crate::error::Refusal;
use crate::registry::Service;
use crate::team::Asked;
use domain::TeamId;

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
        let look = move |world: &mut crate::team::World, at| world.look_at_break_glass(&asker, at);
        self.read(caller, team, Asked::of_team("break_glass"), look)
            .await
    }
}
