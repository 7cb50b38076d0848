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
    /// The time of a core that an append takes, producers and writer together: a busy machine changes it little.
    core: Duration,
}

impl Measured {
    fn of(mut latencies: Vec<Duration>, time: Duration, core: Duration) -> Self {
        let rate = latencies.len() as f64 / time.as_secs_f64();
        let core = core.div_f64(latencies.len() as f64);
        latencies.sort_unstable();
        let at = |part: usize| latencies[latencies.len() * part / 100];
        Self {
            rate,
            p50: at(50),
            p99: at(99),
            core,
        }
    }
}

fn median(mut rounds: Vec<Measured>) -> Measured {
    rounds.sort_by(|one, other| one.rate.total_cmp(&other.rate));
    rounds[rounds.len() / 2]
}

/// Runs `producers` tasks, each of which appends again as soon as it was answered, for `time`.
async fn produce<F: Future<Output = ()> + Send>(
    producers: u32,
    time: Duration,
    append: impl FnMut() -> F + Clone + Send + 'static,
) -> Measured {
    let (begun, core) = (Instant::now(), core_time());
    let tasks: Vec<_> = (0..producers)
        .map(|_| {
            let mut append = append.clone();
            tokio::spawn(async move {
                let mut latencies = Vec::new();
                while begun.elapsed() < time {
                    let asked = Instant::now();
                    append().await;
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
    Measured::of(latencies, begun.elapsed(), core_time() - core)
}

/// The time that this process has computed, from the scheduler's figures of its threads (of Linux; elsewhere nothing is shown).
fn core_time() -> Duration {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else {
        return Duration::ZERO;
    };
    threads
        .filter_map(|thread| std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok())
        .filter_map(|figures| figures.split(' ').next()?.parse().ok())
        .map(Duration::from_nanos)
        .sum()
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
            let Measured {
                rate,
                p50,
                p99,
                core,
            } = measured;
            println!(
                "{producers:4} producers  {name:8} {rate:8.0}/s  p50 {p50:>9.2?}  p99 {p99:>9.2?}  core {core:>9.2?}"
            );
        }
        let ratio = ours.rate / raw.rate;
        println!("{producers:4} producers  ratio    {ratio:8.2}  (wanted: {wanted} or more)");
    }
}
