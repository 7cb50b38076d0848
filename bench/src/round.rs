//! One round: every measurement under load, ours and the peer's in turn, so that ratios come from the same minutes.

use crate::figures::Latencies;
use crate::opening::{self, Opening};
use crate::table::{Table, Wanted};
use crate::target::{Target, Writer};
use crate::visible::{self, Audience};
use crate::{edits, limit};
use anyhow::{Context, Result};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// Clients that edit at once.
const CLIENTS: usize = 32;
/// A team at its round.
const ROUND: Audience = Audience {
    subscribers: 50,
    edits_per_second: 2,
};
/// A whole hospital's worth before one list.
const CROWD: Audience = Audience {
    subscribers: 200,
    edits_per_second: 100,
};
/// Markers that one measurement may use up.
const MARKERS: u32 = 10_000;

/// A server and its clients, which go on in each round where they stopped in the last.
pub(crate) struct Load {
    target: Arc<Target>,
    writers: Vec<Writer>,
    run: String,
    next_marker: u32,
}

impl Load {
    pub(crate) fn of(target: Target) -> Self {
        Self {
            writers: Writer::all(&target, CLIENTS),
            target: Arc::new(target),
            run: Uuid::now_v7().simple().to_string(),
            next_marker: 0,
        }
    }

    async fn edits(&mut self, duration: Duration) -> Result<Latencies> {
        edits::measure(&self.target, &mut self.writers, duration).await
    }

    async fn visible(&mut self, audience: Audience, duration: Duration) -> Result<Latencies> {
        let first = self.next_marker;
        self.next_marker += MARKERS;
        let writer = self.writers.first_mut().context("no writers")?;
        let (target, run) = (&self.target, &self.run);
        visible::measure(target, writer, audience, duration, run, first).await
    }

    async fn opening(&mut self, under_load: Duration) -> Result<Opening> {
        opening::measure(&self.target, &mut self.writers, under_load).await
    }
}

/// Adds one figure of every kind to the table.
pub(crate) async fn measure(
    folder: &Path,
    duration: Duration,
    ours: &mut Load,
    mut peer: Option<&mut Load>,
    table: &mut Table,
) -> Result<()> {
    let mut raw = limit::measure(folder, CLIENTS, duration).await?;
    let mut own = ours.edits(duration).await?;
    let rate = own.per_second();
    table.add(
        "raw SQLite rows, 32 producers",
        "1/s",
        Wanted::Nothing,
        raw.per_second(),
    );
    table.add(
        "raw SQLite row p50",
        "ms",
        Wanted::Nothing,
        raw.percentile_ms(0.5),
    );
    table.add("edits, 32 clients", "1/s", Wanted::Nothing, rate);
    table.add(
        "edits / raw SQLite",
        "×",
        Wanted::AtLeast(0.25),
        rate / raw.per_second(),
    );
    table.add(
        "edit acknowledged p50",
        "ms",
        Wanted::AtMost(3.0),
        own.percentile_ms(0.5),
    );
    table.add(
        "edit acknowledged p99",
        "ms",
        Wanted::AtMost(12.0),
        own.percentile_ms(0.99),
    );
    if let Some(peer) = peer.as_deref_mut() {
        let name = peer.target.name.clone();
        let theirs = peer.edits(duration).await?.per_second();
        table.add(&format!("edits of {name}"), "1/s", Wanted::Nothing, theirs);
        table.add(
            &format!("edits / {name}"),
            "×",
            Wanted::AtLeast(10.0),
            rate / theirs,
        );
    }

    let mut own = ours.visible(ROUND, duration).await?;
    let p50 = own.percentile_ms(0.5);
    table.add("seen by 50 at 2/s p50", "ms", Wanted::AtMost(4.0), p50);
    table.add(
        "seen by 50 at 2/s p99",
        "ms",
        Wanted::AtMost(8.0),
        own.percentile_ms(0.99),
    );
    if let Some(peer) = peer.as_deref_mut() {
        let name = peer.target.name.clone();
        let theirs = peer.visible(ROUND, duration).await?.percentile_ms(0.5);
        table.add(
            &format!("seen by 50 at 2/s p50, {name}"),
            "ms",
            Wanted::Nothing,
            theirs,
        );
        table.add(
            &format!("seen by 50 at 2/s p50 / {name}"),
            "×",
            Wanted::AtMost(0.7),
            p50 / theirs,
        );
    }

    let mut own = ours.visible(CROWD, duration).await?;
    table.add(
        "seen by 200 at 100/s p50",
        "ms",
        Wanted::Nothing,
        own.percentile_ms(0.5),
    );
    table.add(
        "seen by 200 at 100/s p99",
        "ms",
        Wanted::AtMost(12.0),
        own.percentile_ms(0.99),
    );

    let own = ours.opening(duration).await?;
    add_opening(table, "", own, [4.0, 5.0, 40.0, 110.0].map(Wanted::AtMost));
    if let Some(peer) = peer {
        let theirs = peer.opening(duration).await?;
        let name = format!(", {}", peer.target.name);
        add_opening(table, &name, theirs, [Wanted::Nothing; 4]);
    }
    Ok(())
}

fn add_opening(table: &mut Table, of: &str, mut opening: Opening, wanted: [Wanted; 4]) {
    let [warm, after_edit, under_load, bytes] = wanted;
    let list = format!("list of 1,000 × 30{of}");
    table.add(
        &format!("{list}, warm p50"),
        "ms",
        warm,
        opening.warm.percentile_ms(0.5),
    );
    table.add(
        &format!("{list}, right after an edit p50"),
        "ms",
        after_edit,
        opening.after_edit.percentile_ms(0.5),
    );
    table.add(
        &format!("{list}, under 32 writers p50"),
        "ms",
        under_load,
        opening.under_load.percentile_ms(0.5),
    );
    table.add(
        &format!("{list}, on the wire"),
        "kB",
        bytes,
        opening.bytes as f64 / 1000.0,
    );
}
