//! How many requests a connection has at once.

use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout_at;

/// Requests of one connection at once.
const ALL: usize = 16;
/// Of these, queries of single resources, where an EHR does no batch.
const SINGLES: usize = 6;
/// Of these, requests for lists that are kept fresh: one is always left to people who wait.
const REFRESHES: usize = 15;
/// Charts that are refreshed at once: more than their requests, so that no turn stands idle while answers are read.
const CHARTS: u32 = 20;
/// What the refresh of one chart counts for where it takes a request for each resource: two charts keep [`SINGLES`] busy.
const CHART_OF_SINGLES: u32 = 10;

/// For whom a chart is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// A person waits.
    Person,
    /// A list is kept fresh: it waits for its turn, and that waiting does not count as the EHR's time.
    Refresh,
}

/// The kinds of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Whatever is asked once an operation: a batch, a search, the capability statement.
    Whole,
    /// One of the queries into which a chart falls apart where there is no batch.
    Single,
}

/// The turns of one connection.
pub(crate) struct Lanes {
    all: Arc<Semaphore>,
    singles: Arc<Semaphore>,
    refreshes: Arc<Semaphore>,
    charts: Arc<Semaphore>,
}

/// The turn of a request: over when dropped.
pub(crate) struct Turn {
    _permits: [Option<OwnedSemaphorePermit>; 3],
}

/// The turn of a chart: over when dropped.
pub(crate) struct ChartTurn {
    _permit: Option<OwnedSemaphorePermit>,
    /// The place of its first request, which is there before the EHR's time begins to count.
    pub(crate) first: Option<OwnedSemaphorePermit>,
}

impl Lanes {
    pub(crate) fn new() -> Self {
        let of = |turns: usize| Arc::new(Semaphore::new(turns));
        Self {
            all: of(ALL),
            singles: of(SINGLES),
            refreshes: of(REFRESHES),
            charts: of(CHARTS as usize),
        }
    }

    /// Waits for the turn of a chart.
    pub(crate) async fn chart(&self, urgency: Urgency, in_singles: bool) -> ChartTurn {
        if urgency == Urgency::Person {
            return ChartTurn {
                _permit: None,
                first: None,
            };
        }
        let weight = if in_singles { CHART_OF_SINGLES } else { 1 };
        // Both fail only for a semaphore that is closed, which none of ours ever is.
        let charts = Arc::clone(&self.charts);
        let permit = charts.acquire_many_owned(weight).await.ok();
        let first = Arc::clone(&self.refreshes).acquire_owned().await.ok();
        ChartTurn {
            _permit: permit,
            first,
        }
    }

    /// Waits for the turn of a request until the deadline; none where it has passed. A refresh may have its place already.
    pub(crate) async fn request(
        &self,
        lane: Lane,
        urgency: Urgency,
        place: Option<OwnedSemaphorePermit>,
        deadline: Instant,
    ) -> Option<Turn> {
        let turn = async {
            let single = match lane {
                Lane::Whole => None,
                Lane::Single => Arc::clone(&self.singles).acquire_owned().await.ok(),
            };
            let refresh = match (urgency, place) {
                (Urgency::Person, _) => None,
                (Urgency::Refresh, Some(place)) => Some(place),
                (Urgency::Refresh, None) => Arc::clone(&self.refreshes).acquire_owned().await.ok(),
            };
            let all = Arc::clone(&self.all).acquire_owned().await.ok();
            Turn {
                _permits: [single, refresh, all],
            }
        };
        timeout_at(deadline.into(), turn).await.ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::time::Duration;

    /// Waits a moment for a turn.
    async fn turn(lanes: &Lanes, lane: Lane, urgency: Urgency) -> Option<Turn> {
        let soon = Instant::now() + Duration::from_millis(20);
        lanes.request(lane, urgency, None, soon).await
    }

    #[tokio::test]
    async fn refreshes_leave_one_turn_of_sixteen_to_people_who_wait() {
        let lanes = Lanes::new();
        let refresh = || turn(&lanes, Lane::Whole, Urgency::Refresh);
        let person = || turn(&lanes, Lane::Whole, Urgency::Person);
        let mut refreshes = Vec::new();
        while let Some(one) = refresh().await {
            refreshes.push(one);
        }
        assert_eq!(refreshes.len(), 15);
        let somebody = person().await;
        assert!(somebody.is_some());
        assert!(person().await.is_none());
        // A turn that is over goes to the next one who waits, whoever they are.
        refreshes.pop();
        let other = person().await;
        assert!(other.is_some());
        assert!(refresh().await.is_none());
        drop(somebody);
        assert!(refresh().await.is_some());
    }

    #[tokio::test]
    async fn charts_are_begun_while_others_are_read_and_their_first_requests_have_a_place() {
        let lanes = Lanes::new();
        let soon = || {
            timeout_at(
                (Instant::now() + Duration::from_millis(20)).into(),
                lanes.chart(Urgency::Refresh, false),
            )
        };
        let mut charts = Vec::new();
        while let Ok(chart) = soon().await {
            charts.push(chart);
        }
        assert_eq!(charts.len(), 15);
        assert!(charts.iter().all(|chart| chart.first.is_some()));
        // Five have their answers and are being read: as many others ask meanwhile, and no more.
        charts
            .iter_mut()
            .take(6)
            .for_each(|chart| chart.first = None);
        for _ in 0..5 {
            charts.push(soon().await.unwrap());
        }
        assert!(soon().await.is_err());
        assert!(lanes.chart(Urgency::Person, false).await.first.is_none());
    }

    #[tokio::test]
    async fn no_more_than_six_queries_of_single_resources_are_asked_at_once() {
        let lanes = Lanes::new();
        let mut singles = Vec::new();
        while let Some(one) = turn(&lanes, Lane::Single, Urgency::Person).await {
            singles.push(one);
        }
        assert_eq!(singles.len(), 6);
        let whole = turn(&lanes, Lane::Whole, Urgency::Person).await;
        assert!(whole.is_some());
    }
}
