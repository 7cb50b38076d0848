//! What a route or a message asks of whoever uses it, and who has it.

use super::{Action, least_role};
use crate::UserId;
use crate::organization::Organization;
use crate::organization::decide::{require_administrator, require_auditor};
use crate::rejection::Rejection;
use crate::team::state::Role;

/// What something that can be asked takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Permission {
    /// Nothing: it is there before anybody signs in.
    Open,
    /// To be signed in: it concerns oneself alone.
    Oneself,
    /// To be a member of the team who may do this.
    Team(Action),
    /// To be a member of the team; each command that is sent has an action of its own ([`super::action`]).
    TeamCommand,
    /// To administer the organization.
    Administer,
    /// To be an auditor.
    Audit,
    /// To be the hospital's directory, with its provisioning token.
    Provision,
}

/// Who somebody is, for the matrix: one row of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Person {
    /// Not signed in.
    Anonymous,
    /// Signed in, and nothing more: to another team a stranger.
    Outsider,
    /// An administrator who is no member of the team.
    Administrator,
    /// An auditor who is no member of the team.
    Auditor,
    /// Belongs to the team.
    Member(Role),
    /// The hospital's directory.
    Directory,
}

impl Person {
    /// Everybody there is, in the order of the printed matrix.
    pub const ALL: [Person; 8] = [
        Person::Anonymous,
        Person::Outsider,
        Person::Member(Role::Guest),
        Person::Member(Role::Member),
        Person::Member(Role::Owner),
        Person::Administrator,
        Person::Auditor,
        Person::Directory,
    ];

    /// Whether somebody has a permission.
    pub fn has(self, permission: Permission) -> bool {
        match (permission, self) {
            (Permission::Open, _) => true,
            (Permission::Provision, person) => person == Person::Directory,
            (_, Person::Anonymous | Person::Directory) => false,
            (Permission::Oneself, _) => true,
            (Permission::Team(action), Person::Member(role)) => role >= least_role(action),
            (Permission::TeamCommand, Person::Member(_)) => true,
            (Permission::Administer, person) => person == Person::Administrator,
            (Permission::Audit, person) => person == Person::Auditor,
            (Permission::Team(_) | Permission::TeamCommand, _) => false,
        }
    }
}

impl Permission {
    /// Judges what the organization can: whether a user who is signed in administers or audits. A team judges its own.
    pub fn permit_user(self, organization: &Organization, user: UserId) -> Result<(), Rejection> {
        match self {
            Permission::Administer => require_administrator(organization, user),
            Permission::Audit => require_auditor(organization, user),
            Permission::Open
            | Permission::Oneself
            | Permission::Team(_)
            | Permission::TeamCommand
            | Permission::Provision => Ok(()),
        }
    }
}
