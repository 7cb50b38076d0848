//! The journal against what the disk and SQLite allow, in one run, in one folder: `cargo bench -p journal-sqlite [-- --dir DIR] [--seconds N]`.
//!
//! Raw: one table, one row of 200 bytes an append, WAL, `synchronous=FULL`, group commit of up to 256. Ours: one change of 200 bytes with
//! a whole header an append, over 97 teams.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench"
)]

mod ours;
mod raw;

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

const TEAMS: u32 = 97;
const ROUNDS: usize = 3;

/// What one round has measured.
#[derive(Clone, Copy)]
struct Measured {
    /// Appends a second.
    rate: f64,
    p50: Duration,
    p99: Duration,
}

impl Measured {
    fn of(mut latencies: Vec<Duration>, time: Duration) -> Self {
        let rate = latencies.len() as f64 / time.as_secs_f64();
        latencies.sort_unstable();
        let at = |part: usize| latencies[latencies.len() * part / 100];
        Self {
            rate,
            p50: at(50),
            p99: at(99),
        }
    }
}

fn median(mut rounds: Vec<Measured>) -> Measured {
    rounds.sort_by(|one, other| one.rate.total_cmp(&other.rate));
    rounds[rounds.len() / 2]
}

/// Runs `producers` tasks, each of which appends again as soon as it was answered, for `time`.
async fn produce<F: Future<Output = ()> + Send + 'static>(
    producers: u32,
    time: Duration,
    append: impl Fn(u32) -> F + Clone + Send + Sync + 'static,
) -> Measured {
    let begun = Instant::now();
    let tasks: Vec<_> = (0..producers)
        .map(|producer| {
            let append = append.clone();
            tokio::spawn(async move {
                let mut latencies = Vec::new();
                while begun.elapsed() < time {
                    let asked = Instant::now();
                    append(producer).await;
                    latencies.push(asked.elapsed());
                }
                latencies
            })
        })
        .collect();
    let mut latencies = Vec::new();
    for task in tasks {
        latencies.extend(task.await.unwrap());
    }
    Measured::of(latencies, begun.elapsed())
}

fn option(name: &str) -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1)
}

#[tokio::main]
async fn main() {
    let parent =
        option("--dir").map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let seconds = option("--seconds").map_or(4.0, |text| text.parse().unwrap());
    let time = Duration::from_secs_f64(seconds);
    println!(
        "folder {}, {seconds} s a round, median of {ROUNDS}",
        parent.display()
    );
    for (producers, wanted) in [(32, 0.6), (256, 0.5)] {
        let (mut raw, mut ours) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let dir = tempfile::tempdir_in(&parent).unwrap();
            raw.push(raw::measure(dir.path(), producers, time).await);
            ours.push(ours::measure(dir.path(), producers, time).await);
        }
        let (raw, ours) = (median(raw), median(ours));
        for (name, measured) in [("raw", raw), ("journal", ours)] {
            let Measured { rate, p50, p99 } = measured;
            println!(
                "{producers:4} producers  {name:8} {rate:8.0}/s  p50 {p50:>9.2?}  p99 {p99:>9.2?}"
            );
        }
        let ratio = ours.rate / raw.rate;
        println!("{producers:4} producers  ratio    {ratio:8.2}  (wanted: {wanted} or more)");
    }
}
