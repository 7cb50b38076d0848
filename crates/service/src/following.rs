//! What follows from a change of the organization: in its teams, and for those who are signed in.

use crate::error::Refusal;
use crate::registry::{Service, gone};
use domain::organization::Organization;
use domain::{TeamId, UserId};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Service {
    /// Brings every team's members in line with the organization's groups: the server may have stopped before it was done.
    pub async fn resume_memberships(&self) {
        let organization = self.organization();
        let by_group = organization
            .teams
            .iter()
            .filter(|(_, t)| !t.groups.is_empty());
        for team in by_group.map(|(id, _)| *id) {
            self.tell_of_organization(team, &Arc::default()).await;
        }
    }

    /// Tells teams and those who are connected what is other than before. What could not be told is found when a team is loaded.
    pub(crate) async fn follow_organization(&self, before: &Organization) {
        let after = self.organization();
        if after.sequence == before.sequence {
            return;
        }
        let users = Arc::new(changed_users(before, &after));
        let regrouped = regrouped_teams(before, &after);
        for team in &regrouped {
            self.tell_of_organization(*team, &users).await;
        }
        if users.is_empty() {
            return;
        }
        let loaded: Vec<TeamId> = self.slots().keys().copied().collect();
        for team in loaded.iter().filter(|team| !regrouped.contains(team)) {
            if let Some(handle) = self.find_loaded(*team).await {
                handle.organization_changed(users.clone()).await;
            }
        }
    }

    /// Makes somebody an owner of a team, in the team itself.
    pub(crate) async fn appoint_owner(&self, team: TeamId, user: UserId) -> Result<(), Refusal> {
        let answer = self.handle(team).await?.appoint_owner(user).await;
        Ok(answer.map_err(|_| gone())??)
    }

    async fn tell_of_organization(&self, team: TeamId, users: &Arc<BTreeSet<UserId>>) {
        match self.handle(team).await {
            Ok(handle) => handle.organization_changed(users.clone()).await,
            Err(error) => tracing::warn!(%team, %error, "a team does not follow its groups yet"),
        }
    }
}

/// Users for whom an answer of `GET /api/me` is another: their account, or their policy.
fn changed_users(before: &Organization, after: &Organization) -> BTreeSet<UserId> {
    let policies = (before.assigned_policies(), after.assigned_policies());
    let rules = |organization: &Organization, policy: Option<&domain::PolicyId>| {
        policy
            .and_then(|policy| organization.policies.get(policy))
            .map_or_else(
                || organization.default_policy.clone(),
                |policy| policy.rules.clone(),
            )
    };
    let is_other = |id: &UserId| {
        before.users.get(id) != after.users.get(id)
            || rules(before, policies.0.get(id)) != rules(after, policies.1.get(id))
    };
    let known = before.users.keys();
    known.filter(|id| is_other(id)).copied().collect()
}

/// Teams whose groups make other people members than before.
fn regrouped_teams(before: &Organization, after: &Organization) -> BTreeSet<TeamId> {
    let has_groups = |organization: &Organization, team: &TeamId| {
        organization
            .teams
            .get(team)
            .is_some_and(|team| !team.groups.is_empty())
    };
    after
        .teams
        .keys()
        .filter(|team| has_groups(before, team) || has_groups(after, team))
        .filter(|team| before.members_by_groups(**team) != after.members_by_groups(**team))
        .copied()
        .collect()
}
