//! Accounts, and whom providers and directories know their people as.

use super::{Context, find_open_user, find_user};
use crate::organization::command::{
    CreateUser, DisableUser, EnableUser, IssueEnrolment, LinkIdentity, SetExternalId,
    SetSignInName, UnlinkIdentity, UpdateUser,
};
use crate::organization::event::{
    EnrolmentIssued, Event, ExternalIdSet, IdentityLinked, IdentityUnlinked, SignInNameSet,
    UserCreated, UserDisabled, UserEnabled, UserUpdated,
};
use crate::organization::state::{ExternalIdentity, Organization};
use crate::rejection::Rejection;
use crate::{UserId, limits, text};

pub(super) fn create(
    organization: &Organization,
    context: &mut Context<'_>,
    command: CreateUser,
) -> Result<Vec<Event>, Rejection> {
    let user = text::label("user", &command.user)?;
    let name = text::label("name", &command.name)?;
    check_sign_in_name(organization, None, &user)?;
    let external_id = external_id(organization, None, command.external_id)?;
    let identities = command
        .identities
        .into_iter()
        .map(|identity| checked_identity(organization, identity))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(vec![Event::UserCreated(UserCreated {
        id: UserId::new((context.fresh_id)()),
        user,
        name,
        language: command.language,
        administrator: command.administrator,
        auditor: command.auditor,
        discovery: command.discovery,
        identities,
        external_id,
    })])
}

pub(super) fn update(
    organization: &Organization,
    command: &UpdateUser,
) -> Result<Vec<Event>, Rejection> {
    let user = find_user(organization, command.user)?;
    let name = text::label("name", &command.name)?;
    if user.administrator && !command.administrator {
        keep_an_administrator(organization, command.user)?;
    }
    let updated = UserUpdated {
        id: command.user,
        name,
        language: command.language,
        administrator: command.administrator,
        auditor: command.auditor,
        discovery: command.discovery,
    };
    let is_so_already = user.name == updated.name
        && user.language == updated.language
        && user.administrator == updated.administrator
        && user.auditor == updated.auditor
        && user.discovery == updated.discovery;
    Ok(match is_so_already {
        true => vec![],
        false => vec![Event::UserUpdated(updated)],
    })
}

pub(super) fn disable(
    organization: &Organization,
    command: &DisableUser,
) -> Result<Vec<Event>, Rejection> {
    if find_user(organization, command.user)?.disabled {
        return Ok(vec![]);
    }
    keep_an_administrator(organization, command.user)?;
    Ok(vec![Event::UserDisabled(UserDisabled { id: command.user })])
}

pub(super) fn enable(
    organization: &Organization,
    command: &EnableUser,
) -> Result<Vec<Event>, Rejection> {
    Ok(match find_user(organization, command.user)?.disabled {
        true => vec![Event::UserEnabled(UserEnabled { id: command.user })],
        false => vec![],
    })
}

pub(super) fn issue_enrolment(
    organization: &Organization,
    command: &IssueEnrolment,
) -> Result<Vec<Event>, Rejection> {
    find_open_user(organization, command.user)?;
    Ok(vec![Event::EnrolmentIssued(EnrolmentIssued {
        id: command.user,
    })])
}

pub(super) fn set_sign_in_name(
    organization: &Organization,
    command: &SetSignInName,
) -> Result<Vec<Event>, Rejection> {
    let user = find_user(organization, command.user)?;
    let name = text::label("name", &command.name)?;
    if user.user == name {
        return Ok(vec![]);
    }
    check_sign_in_name(organization, Some(command.user), &name)?;
    Ok(vec![Event::SignInNameSet(SignInNameSet {
        id: command.user,
        user: name,
    })])
}

pub(super) fn set_external_id(
    organization: &Organization,
    command: &SetExternalId,
) -> Result<Vec<Event>, Rejection> {
    let user = find_user(organization, command.user)?;
    let id = external_id(
        organization,
        Some(command.user),
        command.external_id.clone(),
    )?;
    if user.external_id == id {
        return Ok(vec![]);
    }
    Ok(vec![Event::ExternalIdSet(ExternalIdSet {
        id: command.user,
        external_id: id,
    })])
}

pub(super) fn link_identity(
    organization: &Organization,
    command: LinkIdentity,
) -> Result<Vec<Event>, Rejection> {
    let user = find_user(organization, command.user)?;
    let identity = ExternalIdentity {
        issuer: command.issuer,
        subject: command.subject,
    };
    if user.identities.contains(&identity) {
        return Ok(vec![]);
    }
    Ok(vec![Event::IdentityLinked(IdentityLinked {
        id: command.user,
        identity: checked_identity(organization, identity)?,
    })])
}

pub(super) fn unlink_identity(
    organization: &Organization,
    command: UnlinkIdentity,
) -> Result<Vec<Event>, Rejection> {
    let user = find_user(organization, command.user)?;
    let identity = ExternalIdentity {
        issuer: command.issuer,
        subject: command.subject,
    };
    if !user.identities.contains(&identity) {
        return Ok(vec![]);
    }
    Ok(vec![Event::IdentityUnlinked(IdentityUnlinked {
        id: command.user,
        identity,
    })])
}

fn check_sign_in_name(
    organization: &Organization,
    own: Option<UserId>,
    name: &str,
) -> Result<(), Rejection> {
    match organization.find_by_sign_in_name(name) {
        Some((id, _)) if Some(id) != own => Err(Rejection::NameTaken {
            what: "user".into(),
        }),
        _ => Ok(()),
    }
}

/// An identity that nobody has yet. Issuer and subject are compared as they are written (OpenID Connect Core, 2 and 5.7).
fn checked_identity(
    organization: &Organization,
    identity: ExternalIdentity,
) -> Result<ExternalIdentity, Rejection> {
    for (what, text) in [("issuer", &identity.issuer), ("subject", &identity.subject)] {
        if text::line(what, text, limits::URL_CHARS)?.is_empty() {
            return Err(Rejection::Required { what: what.into() });
        }
    }
    let found = organization.find_by_identity(&identity.issuer, &identity.subject);
    match found {
        Some(_) => Err(Rejection::IdentityTaken {
            what: "subject".into(),
        }),
        None => Ok(identity),
    }
}

fn external_id(
    organization: &Organization,
    own: Option<UserId>,
    id: Option<String>,
) -> Result<Option<String>, Rejection> {
    let Some(id) = id else { return Ok(None) };
    let id = text::label("external_id", &id)?;
    match organization.find_by_external_id(&id) {
        Some((other, _)) if Some(other) != own => Err(Rejection::IdentityTaken {
            what: "external_id".into(),
        }),
        _ => Ok(Some(id)),
    }
}

fn keep_an_administrator(organization: &Organization, leaving: UserId) -> Result<(), Rejection> {
    let others = organization
        .users
        .iter()
        .filter(|(id, user)| **id != leaving && user.administrator && !user.disabled);
    let is_one = organization
        .users
        .get(&leaving)
        .is_some_and(|user| user.administrator && !user.disabled);
    if is_one && others.count() == 0 {
        Err(Rejection::LastAdministrator)
    } else {
        Ok(())
    }
}
