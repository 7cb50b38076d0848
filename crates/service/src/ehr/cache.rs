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
use zeroize::Zeroizing;

/// How long a chart is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// Of zstd: a chart becomes a tenth of itself at any level.
const LEVEL: i32 = 1;

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
        let Some(value) = self.sealed(&key, &cached) else {
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
        Ok(self
            .opened(&key, &sealed)
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
            let cached = self.opened(key, sealed);
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

impl Ehr {
    /// Compressed before it is sealed: while lists are open, each of their charts is kept anew every minute.
    fn sealed(&self, key: &str, cached: &Cached) -> Option<Vec<u8>> {
        let plain = Zeroizing::new(serde_json::to_vec(cached).ok()?);
        let small = Zeroizing::new(zstd::bulk::compress(&plain, LEVEL).ok()?);
        self.sealer.seal(key, &small).ok()
    }

    /// One that cannot be read is as good as none.
    fn opened(&self, key: &str, sealed: &[u8]) -> Option<Cached> {
        let small = self.sealer.open(key, sealed).ok()?;
        let plain = Zeroizing::new(zstd::stream::decode_all(&small[..]).ok()?);
        serde_json::from_slice(&plain).ok()
    }
}

fn cache_key(team: TeamId, patient: PatientId) -> String {
    format!("{team}/{patient}")
}
