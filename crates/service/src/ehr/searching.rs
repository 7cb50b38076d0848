//! Searching the record: by product.md's rule, journalled before a hit leaves, and with a reason where somebody searches often.

use super::port::{EhrProblem, RecordAnswer};
use crate::caller::Caller;
use crate::error::Refusal;
use crate::registry::Service;
use crate::team::Asked;
use domain::chart::ChartPatient;
use domain::clinical::date::PartialDate;
use domain::ehr::{EhrConnection, SearchCriteria};
use domain::identity::{Identity, Sex};
use domain::rejection::Rejection;
use domain::team::access_event::{Access, EhrSearched};
use domain::team::visibility::SeenPatient;
use domain::{EhrConnectionId, TeamId, UserId, limits, text};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Patients that a search answers at most: who does not find theirs among them asks more narrowly.
const HITS: usize = 20;
/// Hits of one user that are remembered, so that adding one is no search of its own.
const REMEMBERED: usize = 1_000;

/// A search of the record: a medical record number, or an id, or at least three of the names, the birth date and the sex, with the birth date.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EhrSearch {
    /// A part of the family name.
    #[serde(default)]
    family: Option<String>,
    /// A part of the given name.
    #[serde(default)]
    given: Option<String>,
    /// The whole birth date.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "1945-07-14")]
    birth_date: Option<PartialDate>,
    /// Administrative sex.
    #[serde(default)]
    sex: Option<Sex>,
    /// The medical record number.
    #[serde(default)]
    mrn: Option<String>,
    /// The record's id of the patient.
    #[serde(default)]
    id: Option<String>,
    /// Why, where somebody searches often.
    #[serde(default)]
    reason: Option<String>,
}

/// What a search found.
#[derive(Serialize, utoipa::ToSchema)]
pub struct EhrSearchAnswer {
    /// How many there are, where the record says.
    pub total: Option<u64>,
    /// There are more than are shown: narrow the search.
    pub has_more: bool,
    /// Those that are shown.
    pub patients: Vec<EhrHit>,
}

/// A patient of the record.
#[derive(Serialize, utoipa::ToSchema)]
pub struct EhrHit {
    /// The record's id of the patient.
    pub id: String,
    /// Who they are.
    pub identity: Identity,
    /// The patient of the team who is linked to them, where the reader sees that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<SeenPatient>,
}

/// Who searched how often lately, and what they found. In memory: a restart forgives.
#[derive(Default)]
pub(super) struct Counts(Mutex<HashMap<UserId, Recent>>);

#[derive(Default)]
struct Recent {
    searches: VecDeque<Timestamp>,
    found: HashSet<(EhrConnectionId, String)>,
}

impl Counts {
    /// Counts a search; where there were too many lately, it takes a reason.
    fn count(&self, user: UserId, now: Timestamp, has_reason: bool) -> Result<(), Rejection> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = all.entry(user).or_default();
        let since = now
            .checked_sub(SignedDuration::from_mins(limits::SEARCH_MINUTES))
            .unwrap_or(Timestamp::MIN);
        recent.searches.retain(|at| *at > since);
        if recent.searches.len() >= limits::SEARCHES && !has_reason {
            return Err(Rejection::ReasonRequired {
                searches: limits::SEARCHES,
                minutes: limits::SEARCH_MINUTES,
            });
        }
        recent.searches.push_back(now);
        Ok(())
    }

    fn remember(&self, user: UserId, connection: EhrConnectionId, hits: &[String]) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = all.entry(user).or_default();
        if recent.found.len() + hits.len() > REMEMBERED {
            recent.found.clear();
        }
        let hits = hits.iter().map(|hit| (connection, hit.clone()));
        recent.found.extend(hits);
    }

    fn has_found(&self, user: UserId, connection: EhrConnectionId, ehr_id: &str) -> bool {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (connection, ehr_id.to_owned());
        all.get(&user)
            .is_some_and(|recent| recent.found.contains(&key))
    }
}

impl Service {
    /// Searches the hospital's record. Criteria and hits are journalled before they leave.
    ///
    /// # Errors
    /// The caller may not, the criteria are too wide, a reason is wanted, or the record does not answer.
    pub async fn search_ehr(
        &self,
        caller: &Caller,
        team: TeamId,
        search: EhrSearch,
    ) -> Result<EhrSearchAnswer, Refusal> {
        let connection = self.connection_to_search(caller, team).await?;
        let criteria = SearchCriteria {
            family: search.family,
            given: search.given,
            birth_date: search.birth_date,
            sex: search.sex,
            mrn: search.mrn,
            id: search.id,
        }
        .checked()?;
        let reason = match search.reason {
            Some(reason) => Some(text::line("reason", &reason, limits::TEXT_CHARS)?)
                .filter(|reason| !reason.is_empty()),
            None => None,
        };
        let counts = &self.ehr().searches;
        counts.count(caller.user, Timestamp::now(), reason.is_some())?;
        let answer = self.ask_record(team, &connection, &criteria).await;
        let (total, hits, problem) = match &answer {
            Ok(found) => (found.total, ids(&found.patients), None),
            Err(Refusal::Ehr(problem)) => (None, vec![], Some(problem.code().to_owned())),
            Err(_) => (None, vec![], None),
        };
        let searched = EhrSearched {
            connection: connection.id,
            criteria,
            hits: hits.clone(),
            total,
            reason,
            problem,
        };
        let mut known = self.journal_search(caller, team, searched).await?;
        let found = answer?;
        self.ehr()
            .searches
            .remember(caller.user, connection.id, &hits);
        let hit = |patient: ChartPatient| EhrHit {
            known: known.remove(&patient.id),
            id: patient.id,
            identity: patient.identity,
        };
        Ok(EhrSearchAnswer {
            total: found.total,
            has_more: found.has_more,
            patients: found.patients.into_iter().map(hit).collect(),
        })
    }

    /// Reads who one patient of the record is, for adding or linking them: that is a search by id, unless a search found them.
    pub(super) async fn look_up(
        &self,
        caller: &Caller,
        team: TeamId,
        connection: &EhrConnection,
        ehr_id: &str,
    ) -> Result<ChartPatient, Refusal> {
        let criteria = SearchCriteria {
            id: Some(ehr_id.to_owned()),
            ..SearchCriteria::default()
        }
        .checked()?;
        let counts = &self.ehr().searches;
        if !counts.has_found(caller.user, connection.id, ehr_id) {
            counts.count(caller.user, Timestamp::now(), false)?;
        }
        let answer = self.ask_patient(team, connection, ehr_id).await;
        let searched = EhrSearched {
            connection: connection.id,
            criteria,
            hits: answer.iter().map(|patient| patient.id.clone()).collect(),
            total: answer.as_ref().ok().map(|_| 1),
            reason: None,
            problem: match &answer {
                Err(Refusal::Ehr(problem)) => Some(problem.code().to_owned()),
                _ => None,
            },
        };
        self.journal_search(caller, team, searched).await?;
        answer
    }

    async fn connection_to_search(
        &self,
        caller: &Caller,
        team: TeamId,
    ) -> Result<EhrConnection, Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, _| world.look_at_record_to_search(&asker);
        self.read(caller, team, Asked::of_team("ehr_search"), look)
            .await
    }

    async fn ask_record(
        &self,
        team: TeamId,
        connection: &EhrConnection,
        criteria: &SearchCriteria,
    ) -> Result<RecordAnswer, Refusal> {
        let access = self
            .ehr()
            .access_to(&**self.journal(), team, connection)
            .await?;
        match self.ehr().record.search(&access, criteria, HITS).await {
            Ok(mut found) => {
                found.has_more |= found.patients.len() > HITS;
                found.patients.truncate(HITS);
                Ok(found)
            }
            Err(EhrProblem::NotThere) => Ok(RecordAnswer {
                total: Some(0),
                has_more: false,
                patients: vec![],
            }),
            Err(problem) => Err(problem.into()),
        }
    }

    async fn ask_patient(
        &self,
        team: TeamId,
        connection: &EhrConnection,
        ehr_id: &str,
    ) -> Result<ChartPatient, Refusal> {
        let access = self
            .ehr()
            .access_to(&**self.journal(), team, connection)
            .await?;
        Ok(self.ehr().record.patient(&access, ehr_id).await?)
    }

    /// Makes a search durable, and answers whom of its hits the team has already, as far as the caller sees; refused where they may not
    /// search any more.
    async fn journal_search(
        &self,
        caller: &Caller,
        team: TeamId,
        searched: EhrSearched,
    ) -> Result<HashMap<String, SeenPatient>, Refusal> {
        let (asker, searched) = (caller.clone(), Arc::new(searched));
        let look = move |world: &mut crate::team::World, _| {
            let (_, _) = world.look_at_record_to_search(&asker)?;
            let known = |hit: &String| {
                let team = world.team();
                let seen = team.find_seen_link(asker.user, searched.connection, hit)?;
                Some((hit.clone(), seen))
            };
            let known = searched.hits.iter().filter_map(known).collect();
            Ok((vec![Access::EhrSearched((*searched).clone())], known))
        };
        self.read(caller, team, Asked::of_team("ehr_search"), look)
            .await
    }
}

fn ids(patients: &[ChartPatient]) -> Vec<String> {
    patients.iter().map(|patient| patient.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use uuid::Uuid;

    #[test]
    fn more_than_thirty_searches_in_ten_minutes_take_a_reason() {
        let counts = Counts::default();
        let user = UserId::new(Uuid::from_u128(1));
        let start: Timestamp = "2026-11-24T07:00:00Z".parse().unwrap();
        for _ in 0..limits::SEARCHES {
            counts.count(user, start, false).unwrap();
        }
        let refused = counts.count(user, start, false).unwrap_err();
        assert_eq!(refused.code(), "reason_required");
        counts.count(user, start, true).unwrap();
        let other = UserId::new(Uuid::from_u128(2));
        counts.count(other, start, false).unwrap();
        let later = start + SignedDuration::from_mins(limits::SEARCH_MINUTES);
        counts.count(user, later, false).unwrap();
    }
}
