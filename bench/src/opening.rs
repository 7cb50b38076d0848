//! Opening the whole list.

use crate::edits;
use crate::figures::Latencies;
use crate::http::{Connection, Head};
use crate::target::{Target, Writer};
use anyhow::{Context, Result};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Openings of one measurement where nobody else works.
const TIMES: usize = 40;

pub(crate) struct Opening {
    pub(crate) warm: Latencies,
    pub(crate) after_edit: Latencies,
    pub(crate) under_load: Latencies,
    /// Bytes of the body as they came over the wire.
    pub(crate) bytes: usize,
}

/// Opens the list warm, right after an edit, and while all writers edit it.
pub(crate) async fn measure(
    target: &Arc<Target>,
    writers: &mut Vec<Writer>,
    under_load: Duration,
) -> Result<Opening> {
    let head = target
        .head(&target.list)
        .with("Accept-Encoding", "zstd, br, gzip");
    let mut connection = Connection::open(&target.address).await?;
    open(target, &mut connection, &head).await?;
    let bytes = connection.body().len();

    let mut warm = Latencies::default();
    for _ in 0..TIMES {
        warm.add(open(target, &mut connection, &head).await?);
    }

    let mut after_edit = Latencies::default();
    let first = writers.first_mut().context("no writers")?;
    for _ in 0..TIMES {
        edits::one(target, first, &mut connection, "changed just now").await?;
        after_edit.add(open(target, &mut connection, &head).await?);
    }

    let openings = {
        let (target, end) = (target.clone(), Instant::now() + under_load);
        tokio::spawn(async move {
            let mut latencies = Latencies::default();
            while Instant::now() < end {
                latencies.add(open(&target, &mut connection, &head).await?);
            }
            anyhow::Ok(latencies)
        })
    };
    edits::measure(target, writers, under_load).await?;
    Ok(Opening {
        warm,
        after_edit,
        under_load: openings.await??,
        bytes,
    })
}

async fn open(target: &Target, connection: &mut Connection, head: &Head) -> Result<Duration> {
    let begun = Instant::now();
    connection
        .succeed(head, b"")
        .await
        .with_context(|| format!("{}: opening the list", target.name))?;
    Ok(begun.elapsed())
}
