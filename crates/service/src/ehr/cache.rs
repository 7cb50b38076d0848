//! The chart cache: the last chart that was read of a patient, sealed, for 24 hours. Never truth, and handed out only to those who see the
//! patient now.

use super::Ehr;
use crate::error::Refusal;
use domain::chart::Chart;
use domain::ehr::EhrLink;
use domain::{EhrConnectionId, PatientId, TeamId};
use jiff::{SignedDuration, Timestamp};
use journal::{Journal, RecordChange, Table};
use serde::{Deserialize, Serialize};

/// How long a chart is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A chart, and whose of which record it is.
#[derive(Serialize, Deserialize)]
struct Cached {
    connection: EhrConnectionId,
    ehr_id: String,
    chart: Chart,
}

impl Ehr {
    /// Keeps a chart. Where it cannot be kept, the next look costs a question to the record, nothing else.
    pub(crate) async fn keep_chart(
        &self,
        journal: &dyn Journal,
        team: TeamId,
        patient: PatientId,
        connection: EhrConnectionId,
        ehr_id: &str,
        chart: &Chart,
    ) {
        let key = cache_key(team, patient);
        let cached = Cached {
            connection,
            ehr_id: ehr_id.to_owned(),
            chart: chart.clone(),
        };
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(&cached).unwrap_or_default());
        let Ok(value) = self.sealer.seal(&key, &plain) else {
            return;
        };
        let change = RecordChange {
            table: Table::ChartCache,
            key,
            value: Some(value),
        };
        if let Err(error) = journal.put_records(vec![change]).await {
            tracing::warn!(%team, %error, "a chart could not be kept");
        }
    }

    /// The chart that was last read by this link, where it is not too old.
    pub(crate) async fn find_chart(
        &self,
        journal: &dyn Journal,
        team: TeamId,
        patient: PatientId,
        link: &EhrLink,
        now: Timestamp,
    ) -> Result<Option<Chart>, Refusal> {
        let key = cache_key(team, patient);
        let Some(sealed) = journal.get_record(Table::ChartCache, &key).await? else {
            return Ok(None);
        };
        // One that cannot be read is as good as none.
        let opened = self.sealer.open(&key, &sealed).ok();
        let cached: Option<Cached> = opened.and_then(|plain| serde_json::from_slice(&plain).ok());
        Ok(cached
            .filter(|cached| {
                cached.connection == link.connection
                    && cached.ehr_id == link.ehr_id
                    && now.duration_since(cached.chart.as_of) < KEPT
            })
            .map(|cached| cached.chart))
    }

    /// Forgets the charts of a team, or of one of its patients.
    pub(crate) async fn forget_charts(
        &self,
        journal: &dyn Journal,
        team: TeamId,
        patient: Option<PatientId>,
    ) -> Result<(), Refusal> {
        let keys: Vec<String> = match patient {
            Some(patient) => vec![cache_key(team, patient)],
            None => {
                let kept = journal.scan_records(Table::ChartCache, &format!("{team}/"));
                kept.await?.into_iter().map(|(key, _)| key).collect()
            }
        };
        let gone = keys.into_iter().map(|key| RecordChange {
            table: Table::ChartCache,
            key,
            value: None,
        });
        Ok(journal.put_records(gone.collect()).await?)
    }

    /// Forgets every chart that is older than a chart is kept.
    pub(crate) async fn sweep_charts(
        &self,
        journal: &dyn Journal,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let kept = journal.scan_records(Table::ChartCache, "").await?;
        let is_over = |key: &str, sealed: &[u8]| {
            let opened = self.sealer.open(key, sealed).ok();
            let cached: Option<Cached> =
                opened.and_then(|plain| serde_json::from_slice(&plain).ok());
            cached.is_none_or(|cached| now.duration_since(cached.chart.as_of) >= KEPT)
        };
        let gone = kept
            .into_iter()
            .filter(|(key, sealed)| is_over(key, sealed))
            .map(|(key, _)| RecordChange {
                table: Table::ChartCache,
                key,
                value: None,
            });
        let gone: Vec<RecordChange> = gone.collect();
        match gone.is_empty() {
            true => Ok(()),
            false => Ok(journal.put_records(gone).await?),
        }
    }
}

fn cache_key(team: TeamId, patient: PatientId) -> String {
    format!("{team}/{patient}")
}
