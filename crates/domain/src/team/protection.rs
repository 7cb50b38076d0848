//! Patients who are protected from their own team: who is marked sensitive, who is responsible for whom, and who opened a protected
//! patient all the same, with a reason (breaking the glass).

use super::state::{List, Patient, Team, Trace};
use crate::rejection::{Rejection, Thing};
use crate::{BreakGlassId, PatientId, UserId, limits};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How long a reviewed opening stays in the state, to be looked at; the journal keeps it.
const REVIEWED_DAYS: i64 = 30;

/// Why a patient is protected.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SensitiveMark {
    /// Why.
    pub reason: String,
    /// Who marked the patient, and when.
    #[serde(flatten)]
    pub set: Trace,
}

/// Why somebody opens a protected patient: the kinds that compliance officers count by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BreakGlassCode {
    /// The patient is in danger.
    Emergency,
    /// Standing in for somebody who is responsible.
    CoveringColleague,
    /// Caring for the patient without being named as responsible.
    DirectCare,
    /// The patient asked for it.
    PatientRequest,
    /// Something else, which the text says.
    Other,
}

/// What a reviewer finds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// There was a good reason.
    Appropriate,
    /// There was none.
    Inappropriate,
}

/// A protected patient was opened.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct BrokenGlass {
    /// Its id.
    pub id: BreakGlassId,
    /// Which patient.
    pub patient: PatientId,
    /// The kind of reason.
    pub code: BreakGlassCode,
    /// The reason.
    pub text: String,
    /// Who, and since when.
    pub broken: Trace,
    /// What a reviewer found.
    pub review: Option<Review>,
}

/// What a reviewer found.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Review {
    /// The finding.
    pub outcome: ReviewOutcome,
    /// What they say to it; it may be empty.
    pub comment: String,
    /// Who, and when.
    #[serde(flatten)]
    pub set: Trace,
}

impl BrokenGlass {
    /// When the access that it gave ends.
    pub fn until(&self) -> Timestamp {
        let length = SignedDuration::from_mins(limits::BREAK_GLASS_MINUTES);
        self.broken.at.checked_add(length).unwrap_or(Timestamp::MAX)
    }
}

impl List {
    /// Members whom others named: who joined a limited list by themselves (or through somebody who did) sees it, and its protected
    /// patients only as everybody else does. Otherwise joining would be a way around the glass.
    pub fn named(&self) -> impl Iterator<Item = UserId> {
        let members = self.members.iter().flatten().copied();
        members.filter(|user| !self.joined.contains(user))
    }

    /// Whether it is limited, and this user among those named.
    fn names(&self, user: UserId) -> bool {
        let is_member = |members: &BTreeSet<UserId>| members.contains(&user);
        self.members.as_ref().is_some_and(is_member) && !self.joined.contains(&user)
    }

    /// Limits it otherwise. Who is new is named by somebody who is named, or by somebody who opens a list to fewer than before.
    pub(super) fn set_members(&mut self, members: Option<BTreeSet<UserId>>, by: UserId) {
        if let (Some(before), Some(after)) = (&self.members, &members) {
            let is_named = self.names(by);
            let newcomers = after.difference(before).copied();
            let unnamed: Vec<UserId> = newcomers.filter(|_| !is_named).collect();
            self.joined.extend(unnamed);
            self.joined.retain(|user| after.contains(user));
        } else {
            self.joined.clear();
        }
        self.members = members;
    }
}

impl Team {
    /// A patient whom the user may read and write on.
    ///
    /// # Errors
    /// There is none, or the user does not see her, or she is protected from them.
    pub fn open_patient(
        &self,
        user: UserId,
        id: PatientId,
        at: Timestamp,
    ) -> Result<&Patient, Rejection> {
        let patient = self.patients.get(&id).filter(|p| self.sees(user, p));
        let patient = patient.ok_or(Rejection::NotFound {
            what: Thing::Patient,
        })?;
        match self.masks(user, id, at) {
            true => Err(Rejection::BreakGlassRequired {
                patient: self.standing(id),
            }),
            false => Ok(patient),
        }
    }

    /// Whether a patient is shown masked to a user who sees her: she is sensitive, and the user neither keeps her nor broke the
    /// glass within the hour. A merged record is as the one that is kept.
    pub fn masks(&self, user: UserId, id: PatientId, at: Timestamp) -> bool {
        let id = self.standing(id);
        let Some(patient) = self.patients.get(&id) else {
            return false;
        };
        patient.sensitive.is_some()
            && !self.keeps(user, patient)
            && self.broken_until(user, id, at).is_none()
    }

    /// Whether a user sees a patient whole also when she is sensitive: responsible for her, or named on a limited list that she is on.
    pub fn keeps(&self, user: UserId, patient: &Patient) -> bool {
        let mut lists = patient.lists.iter().filter_map(|id| self.lists.get(id));
        patient.responsible.contains_key(&user) || lists.any(|list| list.names(user))
    }

    /// Until when a user sees a patient for having broken the glass.
    pub fn broken_until(&self, user: UserId, id: PatientId, at: Timestamp) -> Option<Timestamp> {
        let mut newest_first = self.broken_glasses.iter().rev();
        newest_first
            .find(|glass| glass.patient == id && glass.broken.by == user && at < glass.until())
            .map(BrokenGlass::until)
    }

    /// Everybody who sees a sensitive patient whole, as far as they see her at all.
    pub fn insiders(&self, id: PatientId, patient: &Patient, at: Timestamp) -> BTreeSet<UserId> {
        let lists = patient.lists.iter().filter_map(|id| self.lists.get(id));
        let named = lists.flat_map(List::named);
        let broken = self.broken_glasses.iter();
        let broken = broken.filter(|glass| glass.patient == id && at < glass.until());
        let responsible = patient.responsible.keys().copied();
        responsible
            .chain(named)
            .chain(broken.map(|glass| glass.broken.by))
            .collect()
    }

    /// Whose access by a broken glass ended after one moment and until another: what they have open of the patient is to be masked.
    pub fn glass_mended(
        &self,
        after: Timestamp,
        until: Timestamp,
    ) -> impl Iterator<Item = (UserId, PatientId)> {
        let ended = self.broken_glasses.iter();
        ended
            .filter(move |glass| glass.until() > after && glass.until() <= until)
            .map(|glass| (glass.broken.by, glass.patient))
    }

    /// Sensitive patients of a list.
    pub fn sensitive_rows<'a>(&'a self, list: &'a List) -> impl Iterator<Item = PatientId> + 'a {
        let rows = list.rows.iter().map(|row| row.patient);
        rows.filter(|id| {
            let patient = self.patients.get(id);
            patient.is_some_and(|patient| patient.sensitive.is_some())
        })
    }

    pub(super) fn forget_reviewed(&mut self, at: Timestamp) {
        let oldest = at.checked_sub(SignedDuration::from_hours(24 * REVIEWED_DAYS));
        let oldest = oldest.unwrap_or(Timestamp::MIN);
        self.broken_glasses.retain(|glass| {
            let review = glass.review.as_ref();
            review.is_none_or(|review| review.set.at >= oldest)
        });
    }
}
