//! Durable edits from many clients at once.

use crate::figures::Latencies;
use crate::http::Connection;
use crate::target::{Target, Writer};
use anyhow::{Context, Result};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Every writer sends one edit after the other for this long. An edit that is refused ends the measurement: a figure
/// over refused edits would be none.
pub(crate) async fn measure(
    target: &Arc<Target>,
    writers: &mut Vec<Writer>,
    duration: Duration,
) -> Result<Latencies> {
    let begun = Instant::now();
    let tasks: Vec<_> = std::mem::take(writers)
        .into_iter()
        .map(|writer| tokio::spawn(write_until(target.clone(), writer, begun + duration)))
        .collect();
    let mut latencies = Latencies::default();
    for task in tasks {
        let (writer, own) = task.await??;
        writers.push(writer);
        latencies.join(own);
    }
    latencies.took(begun.elapsed());
    Ok(latencies)
}

async fn write_until(
    target: Arc<Target>,
    mut writer: Writer,
    end: Instant,
) -> Result<(Writer, Latencies)> {
    let mut connection = Connection::open(&target.address).await?;
    let mut latencies = Latencies::default();
    while Instant::now() < end {
        latencies.add(one(&target, &mut writer, &mut connection, "seen at the bedside").await?);
    }
    Ok((writer, latencies))
}

/// One edit, and how long it took until the server acknowledged it.
pub(crate) async fn one(
    target: &Target,
    writer: &mut Writer,
    connection: &mut Connection,
    value: &str,
) -> Result<Duration> {
    let (head, body) = writer.next_edit(target, value);
    let begun = Instant::now();
    let answer = connection
        .succeed(&head, body.as_bytes())
        .await
        .with_context(|| format!("{}: an edit", target.name))?;
    let took = begun.elapsed();
    writer.learn(target, answer)?;
    Ok(took)
}
