//! From what happened to sealed entries of the journal.

use crate::caller::Caller;
use crate::entropy::Salts;
use crate::error::Unavailable;
use domain::UserId;
use domain::ehr::RECORD;
use domain::organization;
use domain::team::access_event::Access;
use domain::team::event::{Event, Subject};
use domain::team::membership::ORGANIZATION;
use jiff::Timestamp;
use journal::{Actor, Client, ClientKind, CommandRef, Header, NewEntry, Outcome};
use serde::Serialize;

/// Who did something, for an entry's header.
pub(crate) struct Origin {
    pub(crate) actor: Actor,
    pub(crate) client: Client,
    pub(crate) session: Option<String>,
}

impl Origin {
    /// The server itself.
    pub(crate) const SYSTEM: Origin = Origin {
        actor: Actor::System,
        client: Client {
            address: None,
            kind: ClientKind::System,
        },
        session: None,
    };

    /// Somebody who is not signed in.
    pub(crate) const fn anonymous(client: Client) -> Origin {
        Origin {
            actor: Actor::Anonymous,
            client,
            session: None,
        }
    }
}

impl From<&Caller> for Origin {
    fn from(caller: &Caller) -> Self {
        Origin {
            actor: Actor::User(caller.user),
            client: caller.client,
            session: Some(caller.session.to_string()),
        }
    }
}

/// Who is named as the author of a stored change; none where no such change is made without a user.
pub(crate) fn author(actor: Actor, event: &Event) -> Option<UserId> {
    match (actor, event) {
        (Actor::User(user), _) => Some(user),
        (_, Event::TeamFounded(founded)) => Some(founded.owner),
        (Actor::System, Event::ValueSet(_) | Event::EhrIdentityProposed(_)) => Some(RECORD),
        (
            Actor::System,
            Event::MemberAdded(_) | Event::MemberRemoved(_) | Event::MemberRoleSet(_),
        ) => Some(ORGANIZATION),
        (Actor::System | Actor::Anonymous, _) => None,
    }
}

/// Seals a change of a team.
pub(crate) fn change(
    salts: &mut Salts,
    at: Timestamp,
    origin: &Origin,
    command: Option<CommandRef>,
    event: &Event,
) -> Result<NewEntry, Unavailable> {
    seal(
        salts,
        at,
        origin,
        command,
        event.subject(),
        Outcome::Done,
        event,
    )
}

/// Seals an access to a team.
pub(crate) fn access(
    salts: &mut Salts,
    at: Timestamp,
    origin: &Origin,
    access: &Access,
) -> Result<NewEntry, Unavailable> {
    let outcome = match access {
        Access::Refused(refused) => Outcome::Refused {
            code: refused.code.clone(),
        },
        _ => Outcome::Done,
    };
    seal(salts, at, origin, None, access.subject(), outcome, access)
}

/// Seals a change of the organization.
pub(crate) fn organization_change(
    salts: &mut Salts,
    at: Timestamp,
    origin: &Origin,
    command: Option<CommandRef>,
    event: &organization::Event,
) -> Result<NewEntry, Unavailable> {
    let subject = Subject {
        operation: event.operation(),
        list: None,
        patient: None,
    };
    seal(salts, at, origin, command, subject, Outcome::Done, event)
}

/// Seals an access to the organization.
pub(crate) fn organization_access(
    salts: &mut Salts,
    at: Timestamp,
    origin: &Origin,
    access: &organization::access_event::Access,
) -> Result<NewEntry, Unavailable> {
    use organization::access_event::Access as A;
    let outcome = match access {
        A::Refused(refused) => Outcome::Refused {
            code: refused.code.clone(),
        },
        A::SignInFailed(failed) => Outcome::Refused {
            code: failed.reason.clone(),
        },
        A::SessionUnlockFailed(_) => Outcome::Refused {
            code: "not_unlocked".to_owned(),
        },
        _ => Outcome::Done,
    };
    let subject = Subject {
        operation: access.operation(),
        list: None,
        patient: None,
    };
    seal(salts, at, origin, None, subject, outcome, access)
}

fn seal(
    salts: &mut Salts,
    at: Timestamp,
    origin: &Origin,
    command: Option<CommandRef>,
    subject: Subject,
    outcome: Outcome,
    body: &impl Serialize,
) -> Result<NewEntry, Unavailable> {
    let busy = |reason: String| Unavailable::Busy { reason };
    let header = Header {
        at,
        actor: origin.actor,
        client: origin.client,
        session: origin.session.clone(),
        command,
        operation: subject.operation,
        list: subject.list,
        patient: subject.patient,
        outcome,
    };
    let body = serde_json::to_vec(body).map_err(|error| busy(error.to_string()))?;
    let header_salt = salts.fresh().map_err(|error| busy(error.to_string()))?;
    let body_salt = salts.fresh().map_err(|error| busy(error.to_string()))?;
    NewEntry::seal(&header, &body, header_salt, body_salt).map_err(|error| busy(error.to_string()))
}
