//! The chart cache: the last chart that was read of a patient, sealed, for 24 hours. Never truth, and handed out only to those who see the
//! patient now.

use super::Ehr;
use crate::error::{Refusal, Unavailable};
use domain::chart::Chart;
use domain::ehr::EhrLink;
use domain::{EhrConnectionId, PatientId, TeamId};
use jiff::{SignedDuration, Timestamp};
use journal::{Journal, RecordChange, Table};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use zeroize::Zeroizing;

/// How long a chart is kept.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);
/// Of zstd: a chart becomes a tenth of itself at any level.
const LEVEL: i32 = 1;

/// A chart, and whose of which record it is.
#[derive(Deserialize)]
struct Cached {
    connection: EhrConnectionId,
    ehr_id: String,
    chart: Chart,
}

/// The same, to be written down.
#[derive(Serialize)]
struct Kept<'a> {
    connection: EhrConnectionId,
    ehr_id: &'a str,
    chart: &'a Chart,
}

impl Ehr {
    /// A chart as it is kept, sealed beside the threads that serve people; none where it cannot be.
    pub(crate) async fn sealed_chart(
        self: &Arc<Self>,
        team: TeamId,
        patient: PatientId,
        connection: EhrConnectionId,
        ehr_id: &str,
        chart: &Arc<Chart>,
    ) -> Option<RecordChange> {
        let (ehr, ehr_id, chart) = (self.clone(), ehr_id.to_owned(), chart.clone());
        let seal = move || {
            let key = cache_key(team, patient);
            let value = ehr.sealed(
                &key,
                &Kept {
                    connection,
                    ehr_id: &ehr_id,
                    chart: &chart,
                },
            )?;
            Some(RecordChange {
                table: Table::ChartCache,
                key,
                value: Some(value),
            })
        };
        tokio::task::spawn_blocking(seal).await.ok().flatten()
    }

    /// Keeps charts. Where they cannot be kept, the next look costs a question to the record, nothing else.
    pub(crate) async fn keep_charts(
        &self,
        journal: &dyn Journal,
        team: TeamId,
        sealed: Vec<RecordChange>,
    ) {
        if sealed.is_empty() {
            return;
        }
        if let Err(error) = journal.put_records(sealed).await {
            tracing::warn!(%team, %error, "charts could not be kept");
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
                    && now.duration_since(cached.chart.as_of) < KEPT_FOR
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
        self: &Arc<Self>,
        journal: &dyn Journal,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let kept = journal.scan_records(Table::ChartCache, "").await?;
        let ehr = self.clone();
        let is_over = move |(key, sealed): &(String, Vec<u8>)| {
            let cached = ehr.opened(key, sealed);
            cached.is_none_or(|cached| now.duration_since(cached.chart.as_of) >= KEPT_FOR)
        };
        // Each is opened: beside the threads that serve people.
        let find = move || kept.into_iter().filter(is_over).collect::<Vec<_>>();
        let over = tokio::task::spawn_blocking(find).await;
        let over = over.map_err(|error| Unavailable::Busy {
            reason: error.to_string(),
        })?;
        let gone = over.into_iter().map(|(key, _)| RecordChange {
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
    fn sealed(&self, key: &str, kept: &Kept<'_>) -> Option<Vec<u8>> {
        let plain = Zeroizing::new(serde_json::to_vec(kept).ok()?);
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
