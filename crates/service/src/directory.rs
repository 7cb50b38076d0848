//! The organization as everybody in the process reads it: a pointer to the newest state, and whose policy is which.

use domain::UserId;
use domain::organization::Organization;
use domain::organization::policy::PolicyRules;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Shared read access to the organization's state.
#[derive(Clone, Default)]
pub(crate) struct Directory(Arc<RwLock<Published>>);

#[derive(Clone, Default)]
struct Published {
    organization: Arc<Organization>,
    policies: Arc<Policies>,
}

/// Whose policy is which: it is asked for with every command, and changes seldom.
#[derive(Default)]
struct Policies {
    default: Arc<PolicyRules>,
    others: HashMap<UserId, Arc<PolicyRules>>,
}

impl Policies {
    fn of(organization: &Organization) -> Self {
        let rules: HashMap<_, _> = organization
            .policies
            .iter()
            .map(|(id, policy)| (*id, Arc::new(policy.rules.clone())))
            .collect();
        let others = organization
            .assigned_policies()
            .into_iter()
            .filter_map(|(user, policy)| Some((user, rules.get(&policy)?.clone())));
        Self {
            default: Arc::new(organization.default_policy.clone()),
            others: others.collect(),
        }
    }
}

impl Directory {
    fn published(&self) -> Published {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The state now. It does not change under the reader.
    pub(crate) fn now(&self) -> Arc<Organization> {
        self.published().organization
    }

    /// Publishes a newer state.
    pub(crate) fn replace(&self, organization: Arc<Organization>) {
        let policies = Arc::new(Policies::of(&organization));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Published {
            organization,
            policies,
        };
    }

    /// What the policy of a user allows.
    pub(crate) fn policy(&self, user: UserId) -> Arc<PolicyRules> {
        let policies = self.published().policies;
        policies
            .others
            .get(&user)
            .unwrap_or(&policies.default)
            .clone()
    }

    /// Whether somebody may be taken into a team.
    pub(crate) fn is_open_account(&self, user: UserId) -> bool {
        self.now()
            .users
            .get(&user)
            .is_some_and(|user| !user.disabled)
    }
}
