//! Looking at a patient's chart: from the record, or the last one that was read with its age, and journalled before it leaves.

use super::port::{EhrProblem, Urgency};
use crate::caller::Caller;
use crate::error::Refusal;
use crate::registry::Service;
use crate::team::Asked;
use domain::chart::{Chart, PartStatus};
use domain::clinical::news2::News2;
use domain::ehr::{EhrConnection, EhrLink};
use domain::team::access_event::{Access, ChartViewed};
use domain::{PatientId, TeamId};
use jiff::Timestamp;
use serde::Serialize;
use std::sync::Arc;

/// A patient's chart, as the team sees it.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ChartView {
    /// What the record says.
    #[serde(flatten)]
    pub chart: Chart,
    /// Why the record could not be asked just now: this is what it said at `as_of`. Null where it was asked.
    pub problem: Option<EhrProblem>,
    /// The score, calculated here; null where the team does not use it.
    pub news2: Option<News2>,
}

/// A patient who is linked to the record that the team is connected to.
#[derive(Clone)]
pub(crate) struct Linked {
    pub(crate) link: EhrLink,
    pub(crate) connection: EhrConnection,
}

impl Service {
    /// A patient's chart. What is read of it is journalled before it leaves.
    ///
    /// # Errors
    /// The caller does not see the patient, the patient is not linked, or the record does not answer and no chart of the last 24 hours is kept.
    pub async fn chart(
        &self,
        caller: &Caller,
        team: TeamId,
        patient: PatientId,
    ) -> Result<ChartView, Refusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, at| {
            Ok((vec![], world.look_at_link(&asker, at, patient)?))
        };
        let asked = Asked::of_patient("chart", patient);
        let linked = self.read(caller, team, asked, look).await?;
        let (chart, problem) = self.freshest_chart(team, patient, &linked).await?;
        if problem.is_none() {
            self.tell_team_of_chart(team, patient, &linked.link.ehr_id, &chart)
                .await;
        }
        // The link may have changed while the record was asked, and access, too.
        let (asker, viewed) = (caller.clone(), chart.clone());
        let look = move |world: &mut crate::team::World, at| {
            let now = world.look_at_link(&asker, at, patient)?;
            if now.link.ehr_id != linked.link.ehr_id || now.connection.id != linked.connection.id {
                return Err(domain::rejection::Rejection::NotLinked.into());
            }
            let viewed_now = Access::ChartViewed(ChartViewed {
                patient,
                ehr_id: now.link.ehr_id,
                as_of: viewed.as_of,
                parts: parts_with_something(&viewed),
            });
            Ok((vec![viewed_now], world.news2(patient, &viewed, at)))
        };
        let news2 = self.read(caller, team, asked, look).await?;
        Ok(ChartView {
            chart: Arc::unwrap_or_clone(chart),
            problem,
            news2,
        })
    }

    /// The chart that was read a moment ago, or else the record's, or else the last one with why the record could not be asked.
    async fn freshest_chart(
        &self,
        team: TeamId,
        patient: PatientId,
        linked: &Linked,
    ) -> Result<(Arc<Chart>, Option<EhrProblem>), Refusal> {
        let Linked { link, connection } = linked;
        let (ehr, journal, now) = (self.ehr(), &**self.journal(), Timestamp::now());
        let kept = ehr.find_chart(journal, team, patient, link, now).await?;
        let kept = kept.map(Arc::new);
        if let Some(chart) = &kept
            && now.duration_since(chart.as_of) < ehr.pace().fresh
        {
            return Ok((chart.clone(), None));
        }
        let answer = match ehr.access_to(journal, team, connection).await {
            Ok(access) => {
                let record = &ehr.record;
                record
                    .chart(&access, &link.ehr_id, Urgency::Person, now)
                    .await
            }
            Err(Refusal::Ehr(problem)) => Err(problem),
            Err(refusal) => return Err(refusal),
        };
        match (answer, kept) {
            (Ok(chart), _) => {
                let chart = Arc::new(chart);
                let sealed = ehr
                    .sealed_chart(team, patient, connection.id, &link.ehr_id, &chart)
                    .await;
                ehr.keep_charts(journal, team, sealed.into_iter().collect())
                    .await;
                Ok((chart, None))
            }
            (Err(problem), Some(chart)) => Ok((chart, Some(problem))),
            (Err(problem), None) => Err(problem.into()),
        }
    }
}

fn parts_with_something(chart: &Chart) -> Vec<domain::chart::PartName> {
    use domain::chart::PartName as P;
    let statuses = [
        (P::Patient, chart.patient.status),
        (P::Place, chart.place.status),
        (P::VitalSigns, chart.vital_signs.status),
        (P::Conditions, chart.conditions.status),
        (P::Allergies, chart.allergies.status),
        (P::Medications, chart.medications.status),
        (P::Coverage, chart.coverage.status),
    ];
    let with_something = statuses
        .iter()
        .filter(|(_, status)| *status == PartStatus::Ok);
    with_something.map(|(part, _)| *part).collect()
}
