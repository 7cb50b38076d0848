//! Openings of protected patients, as those see them who review them.

use super::protection::{BreakGlassCode, BrokenGlass, ReviewOutcome};
use super::state::Team;
use super::view::PersonView;
use crate::identity::Identity;
use crate::{BreakGlassId, PatientId, UserId};
use jiff::Timestamp;
use serde::Serialize;

/// Who reviews.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reviewer {
    /// An owner of the team. No exception is made for them: of a patient who is protected from them they see the initials.
    Owner(UserId),
    /// An auditor of the organization: they see who the patients are, and nothing else of them.
    Auditor(UserId),
}

/// A protected patient was opened.
#[derive(Serialize, utoipa::ToSchema)]
pub struct BrokenGlassView<'a> {
    /// Its id.
    pub id: BreakGlassId,
    /// The patient; null where the reader does not see her at all.
    pub patient: Option<OpenedPatient<'a>>,
    /// Who opened her.
    pub by: PersonView,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Until when they see her.
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
    /// The kind of reason.
    pub code: BreakGlassCode,
    /// The reason.
    pub text: &'a str,
    /// What a reviewer found; null where nobody reviewed it yet.
    pub review: Option<ReviewView<'a>>,
    /// It is the reader's own, which somebody else reviews.
    pub own: bool,
}

/// The patient who was opened.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OpenedPatient<'a> {
    /// Their id.
    pub id: PatientId,
    /// Who they are; null where they are protected from the reader, too.
    pub identity: Option<&'a Identity>,
    /// Their initials.
    pub initials: String,
}

/// What a reviewer found.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ReviewView<'a> {
    /// The finding.
    pub outcome: ReviewOutcome,
    /// What they say to it.
    pub comment: &'a str,
    /// Who.
    pub by: PersonView,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

impl Team {
    /// How many openings nobody reviewed yet, and the time of the oldest of them.
    pub fn unreviewed(&self) -> (usize, Option<Timestamp>) {
        let unreviewed = || self.broken_glasses.iter().filter(|g| g.review.is_none());
        let oldest = unreviewed().map(|glass| glass.broken.at).min();
        (unreviewed().count(), oldest)
    }

    /// Openings of protected patients, those that nobody reviewed first, each oldest first.
    pub fn broken_glass_views(
        &self,
        reviewer: Reviewer,
        name_of: &dyn Fn(UserId) -> String,
        at: Timestamp,
    ) -> Vec<BrokenGlassView<'_>> {
        let mut glasses: Vec<&BrokenGlass> = self.broken_glasses.iter().collect();
        glasses.sort_by_key(|glass| (glass.review.is_some(), glass.broken.at));
        let person = |user: UserId| PersonView {
            user,
            name: name_of(user),
        };
        let (Reviewer::Owner(user) | Reviewer::Auditor(user)) = reviewer;
        glasses
            .into_iter()
            .map(|glass| BrokenGlassView {
                id: glass.id,
                patient: self.opened_patient(reviewer, glass.patient, at),
                by: person(glass.broken.by),
                at: glass.broken.at,
                until: glass.until(),
                code: glass.code,
                text: &glass.text,
                review: glass.review.as_ref().map(|review| ReviewView {
                    outcome: review.outcome,
                    comment: &review.comment,
                    by: person(review.set.by),
                    at: review.set.at,
                }),
                own: glass.broken.by == user,
            })
            .collect()
    }

    fn opened_patient(
        &self,
        reviewer: Reviewer,
        id: PatientId,
        at: Timestamp,
    ) -> Option<OpenedPatient<'_>> {
        let id = self.standing(id);
        let patient = self.patients.get(&id)?;
        let is_shown = match reviewer {
            Reviewer::Auditor(_) => true,
            Reviewer::Owner(user) if !self.sees(user, patient) => return None,
            Reviewer::Owner(user) => !self.masks(user, id, at),
        };
        Some(OpenedPatient {
            id,
            identity: is_shown.then_some(&patient.identity),
            initials: patient.identity.initials(),
        })
    }
}
