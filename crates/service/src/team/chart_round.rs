//! One round of reading charts for open lists: beside the actor, which goes on serving the ward whatever the record does.

use super::handle::Handle;
use crate::ehr::{Ehr, EhrProblem, RecordAccess, Urgency};
use crate::error::Refusal;
use domain::chart::Chart;
use domain::ehr::EhrConnection;
use domain::{PatientId, TeamId};
use jiff::Timestamp;
use journal::{Journal, RecordChange};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::task::JoinSet;

/// What a round needs.
pub(super) struct Round {
    pub(super) ehr: Arc<Ehr>,
    pub(super) journal: Arc<dyn Journal>,
    pub(super) team: TeamId,
    pub(super) connection: EhrConnection,
    pub(super) due: BTreeMap<PatientId, String>,
    pub(super) actor: Handle,
}

/// A chart that was read.
struct Reading {
    patient: PatientId,
    ehr_id: String,
    chart: Arc<Chart>,
    /// As it is kept; none where it cannot be sealed.
    sealed: Option<RecordChange>,
}

impl Round {
    /// Reads the charts and tells the actor of each, then how it went.
    pub(super) async fn read(self) {
        let access = self
            .ehr
            .access_to(&*self.journal, self.team, &self.connection)
            .await;
        let access = match access {
            Ok(access) => Arc::new(access),
            Err(refusal) => {
                let problem = match refusal {
                    Refusal::Ehr(problem) => problem,
                    _ => EhrProblem::Unreachable,
                };
                let failed = self.due.keys().copied().collect();
                return self.actor.charts_read(failed, Some(problem)).await;
            }
        };
        // How many of them ask at once is for the client of records to say. Each goes on by itself while others are kept and told of.
        let mut readings = JoinSet::new();
        for (patient, ehr_id) in &self.due {
            readings.spawn(self.reading(access.clone(), *patient, ehr_id.clone()));
        }
        let mut failed: BTreeSet<PatientId> = self.due.keys().copied().collect();
        let mut problem = None;
        while let Some(first) = readings.join_next().await {
            let others = std::iter::from_fn(|| readings.try_join_next());
            let mut read = Vec::new();
            for one in std::iter::once(first).chain(others) {
                match one {
                    Ok(Ok(reading)) => read.push(reading),
                    Ok(Err(why)) => problem = Some(why),
                    // The server stops, or one reading broke: it counts as failed.
                    Err(_) => problem = Some(EhrProblem::Unreachable),
                }
            }
            for reading in &read {
                failed.remove(&reading.patient);
            }
            self.take(read).await;
        }
        self.actor
            .charts_read(failed.into_iter().collect(), problem)
            .await;
    }

    /// Reads one chart.
    fn reading(
        &self,
        access: Arc<RecordAccess>,
        patient: PatientId,
        ehr_id: String,
    ) -> impl Future<Output = Result<Reading, EhrProblem>> + Send + 'static {
        let (ehr, team, connection) = (self.ehr.clone(), self.team, self.connection.id);
        async move {
            let now = Timestamp::now();
            let read = ehr
                .record
                .chart(&access, &ehr_id, Urgency::Refresh, now)
                .await;
            let chart = Arc::new(read?);
            let sealed = ehr
                .sealed_chart(team, patient, connection, &ehr_id, &chart)
                .await;
            Ok(Reading {
                patient,
                ehr_id,
                chart,
                sealed,
            })
        }
    }

    /// Keeps charts, in one write, and tells of them.
    async fn take(&self, mut read: Vec<Reading>) {
        let sealed = read.iter_mut().filter_map(|reading| reading.sealed.take());
        let sealed: Vec<RecordChange> = sealed.collect();
        self.ehr
            .keep_charts(&*self.journal, self.team, sealed)
            .await;
        for Reading {
            patient,
            ehr_id,
            chart,
            ..
        } in read
        {
            self.actor.chart_read(patient, ehr_id, chart).await;
        }
    }
}
