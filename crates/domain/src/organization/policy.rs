//! Policies: what a user may do with the app wherever they are a member, and which policy is theirs (product.md, "Access policies").

use super::state::Organization;
use crate::rejection::{Forbidden, Rejection};
use crate::team::state::{Mode, Role};
use crate::{GroupId, PolicyId, UserId, limits};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// What a policy says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyRules {
    /// The app may be used at all.
    pub may_use: bool,
    /// The modes in which a team may be installed.
    pub modes: BTreeSet<Mode>,
    /// Who may install the app in a team.
    pub installers: Installers,
    /// The app is pinned for the user: their Teams administrator reads it here, and the web offers it first.
    pub pinned: bool,
    /// Data may be taken out: export, print, copying more than one row.
    pub may_export: bool,
    /// Edits that were not sent yet may be kept on the device, encrypted.
    pub keep_on_device: bool,
    /// The screen is locked after so many minutes without a touch; never where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_lock_minutes: Option<u16>,
}

/// Who may install the app in a team of theirs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Installers {
    /// Any member who is no guest.
    Members,
    /// Only the team's owners.
    Owners,
}

/// What holds before anybody set a policy: everything that is safe on a device of the hospital.
impl Default for PolicyRules {
    fn default() -> Self {
        Self {
            may_use: true,
            modes: BTreeSet::from([Mode::Manual, Mode::Ehr]),
            installers: Installers::Members,
            pinned: false,
            may_export: true,
            keep_on_device: false,
            idle_lock_minutes: None,
        }
    }
}

impl PolicyRules {
    /// Refuses rules that nobody could live by.
    pub(super) fn check(&self) -> Result<(), Rejection> {
        if self.may_use && self.modes.is_empty() {
            return Err(Rejection::Required {
                what: "modes".into(),
            });
        }
        match self.idle_lock_minutes {
            Some(minutes) if minutes == 0 || minutes > limits::IDLE_LOCK_MINUTES => {
                Err(Rejection::Invalid {
                    what: "idle_lock_minutes".into(),
                })
            }
            _ => Ok(()),
        }
    }

    /// Whether a team may be installed in a mode by somebody of that role.
    pub fn permit_install(&self, mode: Mode, role: Role) -> Result<(), Rejection> {
        if !self.modes.contains(&mode) {
            return Err(Rejection::PolicyForbids {
                what: match mode {
                    Mode::Manual => Forbidden::ManualMode,
                    Mode::Ehr => Forbidden::EhrMode,
                },
            });
        }
        if self.installers == Installers::Owners && role < Role::Owner {
            return Err(Rejection::PolicyForbids {
                what: Forbidden::Install,
            });
        }
        Ok(())
    }
}

/// A policy beside the default.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// What it says.
    pub rules: PolicyRules,
}

/// The policy of a group's members.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupPolicy {
    /// Which.
    pub policy: PolicyId,
    /// Where somebody is in several groups, the smallest rank is theirs. No two groups have the same.
    pub rank: u16,
}

/// How a policy came to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Because {
    /// It is assigned to them.
    Direct {
        /// Which.
        policy: PolicyId,
    },
    /// It is assigned to a group they are in.
    Group {
        /// Which.
        policy: PolicyId,
        /// The group.
        group: GroupId,
        /// The group's rank.
        rank: u16,
    },
    /// Nothing is assigned to them or to a group of theirs.
    Default,
}

/// The one policy of a user, why it is theirs, and which others were passed over for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, utoipa::ToSchema)]
pub struct EffectivePolicy {
    /// Why.
    pub because: Because,
    /// What it says.
    pub rules: PolicyRules,
    /// The assignments that it beats, the next best first; the default is always the last.
    pub passed_over: Vec<Because>,
}

impl Organization {
    /// The policy of a user: a direct assignment beats a group's, a group's (by rank) beats the default.
    pub fn effective_policy(&self, user: UserId) -> EffectivePolicy {
        let direct = self
            .users
            .get(&user)
            .and_then(|account| account.policy)
            .map(|policy| Because::Direct { policy });
        let mut of_groups: Vec<(u16, Because)> = self
            .groups
            .iter()
            .filter(|(_, group)| group.members.contains(&user))
            .filter_map(|(id, group)| {
                let GroupPolicy { policy, rank } = group.policy?;
                let because = Because::Group {
                    policy,
                    group: *id,
                    rank,
                };
                Some((rank, because))
            })
            .collect();
        of_groups.sort_by_key(|(rank, _)| *rank);
        let mut candidates = direct
            .into_iter()
            .chain(of_groups.into_iter().map(|(_, because)| because))
            .chain([Because::Default]);
        let because = candidates.next().unwrap_or(Because::Default);
        EffectivePolicy {
            because,
            rules: self.rules_of(because).clone(),
            passed_over: candidates.collect(),
        }
    }

    /// The policy of everybody who has another than the default, for those who ask often.
    pub fn assigned_policies(&self) -> HashMap<UserId, PolicyId> {
        let mut ranked: Vec<_> = self
            .groups
            .values()
            .filter_map(|group| Some((group.policy?, group)))
            .collect();
        // What is written later wins: the smallest rank, then the direct assignment.
        ranked.sort_by_key(|(assigned, _)| std::cmp::Reverse(assigned.rank));
        let by_groups = ranked.iter().flat_map(|(assigned, group)| {
            group.members.iter().map(|user| (*user, assigned.policy))
        });
        let direct = self
            .users
            .iter()
            .filter_map(|(user, account)| Some((*user, account.policy?)));
        by_groups.chain(direct).collect()
    }

    fn rules_of(&self, because: Because) -> &PolicyRules {
        let id = match because {
            Because::Direct { policy } | Because::Group { policy, .. } => Some(policy),
            Because::Default => None,
        };
        id.and_then(|id| self.policies.get(&id))
            .map_or(&self.default_policy, |policy| &policy.rules)
    }
}
