//! How long it takes from sending an edit until everybody who watches has it.

use crate::edits;
use crate::figures::Latencies;
use crate::http::Connection;
use crate::subscriber::{self, Seen};
use crate::target::{Target, Writer};
use anyhow::{Context, Result, bail};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// An edit that was not seen by all after this was lost.
const PATIENCE: Duration = Duration::from_secs(3);

/// How many watch, and how many edits a second they see.
#[derive(Clone, Copy)]
pub(crate) struct Audience {
    pub(crate) subscribers: usize,
    pub(crate) edits_per_second: u32,
}

/// Edits of one writer at a fixed rate. No earlier edit carried a marker of this `run` from `first_marker` on.
pub(crate) async fn measure(
    target: &Arc<Target>,
    writer: &mut Writer,
    audience: Audience,
    duration: Duration,
    run: &str,
    first_marker: u32,
) -> Result<Latencies> {
    let (sender, mut seen) = mpsc::unbounded_channel();
    let mut subscribers = tokio::task::JoinSet::new();
    for _ in 0..audience.subscribers {
        let (target, sender) = (target.clone(), sender.clone());
        subscriber::start(&mut subscribers, target, run, first_marker, sender).await?;
    }
    drop(sender);
    // What a joining subscriber causes (presence, a snapshot) is no part of the figure.
    tokio::time::sleep(Duration::from_millis(500)).await;

    let mut connection = Connection::open(&target.address).await?;
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / audience.edits_per_second);
    let count = usize::try_from(duration.as_secs())? * usize::try_from(audience.edits_per_second)?;
    let mut sent: Vec<Instant> = Vec::with_capacity(count);
    let begun = Instant::now();
    for marker in (first_marker..).take(count) {
        ticks.tick().await;
        sent.push(Instant::now());
        edits::one(
            target,
            writer,
            &mut connection,
            &subscriber::value_of(run, marker),
        )
        .await?;
    }
    let mut latencies = Latencies::default();
    let wanted = count * audience.subscribers;
    for received in 0..wanted {
        match tokio::time::timeout(PATIENCE, seen.recv()).await {
            Ok(Some(Seen { marker, at })) => {
                let edit = usize::try_from(marker - first_marker)?;
                let sent = sent.get(edit).context("a marker that was not sent")?;
                latencies.add(at.duration_since(*sent));
            }
            _ => {
                let fault = subscribers.try_join_next();
                bail!(
                    "{}: {received} of {wanted} arrivals seen, then none for {PATIENCE:?}; first subscriber that ended: {fault:?}",
                    target.name
                )
            }
        }
    }
    latencies.took(begun.elapsed());
    Ok(latencies)
}
