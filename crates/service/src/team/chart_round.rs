//! One round of reading charts for open lists: beside the actor, which goes on serving the ward whatever the record does.

use super::handle::Handle;
use crate::ehr::{Ehr, EhrProblem, Urgency};
use crate::error::Refusal;
use domain::ehr::EhrConnection;
use domain::{PatientId, TeamId};
use futures_util::StreamExt;
use jiff::Timestamp;
use journal::Journal;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Charts that are read at the same time.
const AT_ONCE: usize = 16;

/// What a round needs.
pub(super) struct Round {
    pub(super) ehr: Arc<Ehr>,
    pub(super) journal: Arc<dyn Journal>,
    pub(super) team: TeamId,
    pub(super) connection: EhrConnection,
    pub(super) due: BTreeMap<PatientId, String>,
    pub(super) actor: Handle,
}

impl Round {
    /// Reads the charts and tells the actor of each, then how it went.
    pub(super) async fn read(self) {
        let access = self
            .ehr
            .access_to(&*self.journal, self.team, &self.connection)
            .await;
        let access = match access {
            Ok(access) => access,
            Err(refusal) => {
                let problem = match refusal {
                    Refusal::Ehr(problem) => problem,
                    _ => EhrProblem::Unreachable,
                };
                let failed = self.due.keys().copied().collect();
                return self.actor.charts_read(failed, Some(problem)).await;
            }
        };
        let trouble: Mutex<(Vec<PatientId>, Option<EhrProblem>)> = Mutex::default();
        futures_util::stream::iter(&self.due)
            .for_each_concurrent(AT_ONCE, |(patient, ehr_id)| async {
                let now = Timestamp::now();
                match self
                    .ehr
                    .record
                    .chart(&access, ehr_id, Urgency::Refresh, now)
                    .await
                {
                    Ok(chart) => {
                        let connection = self.connection.id;
                        let (journal, team) = (&*self.journal, self.team);
                        self.ehr
                            .keep_chart(journal, team, *patient, connection, ehr_id, &chart)
                            .await;
                        self.actor
                            .chart_read(*patient, ehr_id.clone(), Arc::new(chart))
                            .await;
                    }
                    Err(problem) => {
                        let mut trouble = trouble.lock().unwrap_or_else(PoisonError::into_inner);
                        trouble.0.push(*patient);
                        trouble.1 = Some(problem);
                    }
                }
            })
            .await;
        let (failed, problem) = trouble.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.actor.charts_read(failed, problem).await;
    }
}
