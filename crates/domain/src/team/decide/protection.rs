//! Protecting patients, saying who is responsible for them, opening one with a reason, and reviewing that.

use super::{Asker, Context};
use crate::rejection::{Need, Rejection, Thing};
use crate::team::command::{BreakGlass, ReviewBreakGlass, SetResponsible, SetSensitive};
use crate::team::event::{
    BreakGlassReviewed, Event, GlassBroken, PatientResponsibleSet, PatientSensitiveSet,
};
use crate::team::protection::ReviewOutcome;
use crate::team::state::{Role, Team};
use crate::{BreakGlassId, UserId, limits, text};
use std::collections::BTreeSet;

pub(super) fn set_sensitive(
    asker: &Asker<'_>,
    command: &SetSensitive,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    if asker.role != Role::Owner && !patient.responsible.contains_key(&asker.user) {
        return Err(Rejection::NotPermitted {
            needs: Need::Responsible,
        });
    }
    let reason = required("reason", &command.reason)?;
    if patient.sensitive.is_some() == command.sensitive {
        return Ok(vec![]);
    }
    Ok(vec![Event::PatientSensitiveSet(PatientSensitiveSet {
        patient: command.patient,
        sensitive: command.sensitive,
        reason,
    })])
}

pub(super) fn set_responsible(
    asker: &Asker<'_>,
    command: SetResponsible,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.kept_patient(command.patient)?;
    let now: BTreeSet<UserId> = patient.responsible.keys().copied().collect();
    let mut changed = now.symmetric_difference(&command.users);
    if asker.role != Role::Owner && changed.any(|user| *user != asker.user) {
        return Err(Rejection::NotPermitted { needs: Need::Owner });
    }
    if command.users.len() > limits::RESPONSIBLE {
        return Err(Rejection::TooMany {
            what: "users".into(),
            limit: limits::RESPONSIBLE,
        });
    }
    for user in command.users.difference(&now) {
        match asker.team.find_role(*user) {
            Some(Role::Owner | Role::Member) => {}
            Some(Role::Guest) | None => {
                return Err(Rejection::NotFound {
                    what: Thing::Member,
                });
            }
        }
    }
    if now == command.users {
        return Ok(vec![]);
    }
    Ok(vec![Event::PatientResponsibleSet(PatientResponsibleSet {
        patient: command.patient,
        users: command.users,
    })])
}

pub(super) fn break_glass(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: &BreakGlass,
) -> Result<Vec<Event>, Rejection> {
    let patient = match asker.record(command.patient) {
        // They see the patient whole already.
        Ok(_) => return Ok(vec![]),
        Err(Rejection::BreakGlassRequired { patient }) => patient,
        Err(refusal) => return Err(refusal),
    };
    let text = text::lines("text", &command.text, limits::REASON_CHARS)?;
    let length = text.chars().count();
    if length < limits::BREAK_GLASS_TEXT {
        return Err(Rejection::TextTooShort {
            what: "text".into(),
            limit: limits::BREAK_GLASS_TEXT,
            length,
        });
    }
    Ok(vec![Event::GlassBroken(GlassBroken {
        access: BreakGlassId::new((context.fresh_id)()),
        patient,
        code: command.code,
        text,
    })])
}

/// Judges a review of an opening of a protected patient: by an owner of the team, or by an auditor of the organization, which the
/// caller made sure of.
///
/// # Errors
/// There is no such opening, it is the reviewer's own, somebody reviewed it before, or a comment is missing.
pub fn review(
    team: &Team,
    reviewer: UserId,
    command: &ReviewBreakGlass,
) -> Result<Vec<Event>, Rejection> {
    let mut glasses = team.broken_glasses.iter();
    let glass = glasses.find(|glass| glass.id == command.access);
    let glass = glass.ok_or(Rejection::NotFound {
        what: Thing::BreakGlass,
    })?;
    if glass.broken.by == reviewer {
        return Err(Rejection::OwnAccess);
    }
    let comment = match command.outcome {
        ReviewOutcome::Appropriate => {
            text::lines("comment", &command.comment, limits::REASON_CHARS)?
        }
        ReviewOutcome::Inappropriate => required("comment", &command.comment)?,
    };
    match &glass.review {
        Some(review) if review.outcome == command.outcome && review.comment == comment => {
            Ok(vec![])
        }
        Some(_) => Err(Rejection::AlreadyReviewed),
        None => Ok(vec![Event::BreakGlassReviewed(BreakGlassReviewed {
            access: command.access,
            patient: glass.patient,
            outcome: command.outcome,
            comment,
        })]),
    }
}

fn required(what: &'static str, typed: &str) -> Result<String, Rejection> {
    let text = text::lines(what, typed, limits::REASON_CHARS)?;
    match text.is_empty() {
        true => Err(Rejection::Required { what: what.into() }),
        false => Ok(text),
    }
}
