//! Waiting until nothing else uses the machine, since figures taken beside a build are no figures.

use anyhow::{Context, Result};
use std::time::{Duration, Instant};

/// How long one look at the processors takes.
const WINDOW: Duration = Duration::from_secs(5);
/// A window with at least this share idle is quiet.
const QUIET: f64 = 0.95;
/// After this we measure all the same, and say so.
const PATIENCE: Duration = Duration::from_secs(120);

/// Time of all processors since the machine started, in ticks.
#[derive(Clone, Copy)]
struct Ticks {
    idle: u64,
    total: u64,
}

/// Waits for a quiet window, two minutes at most, and gives a sentence on how quiet it was.
pub(crate) fn wait() -> Result<String> {
    let begun = Instant::now();
    loop {
        let before = ticks(&std::fs::read_to_string("/proc/stat")?)?;
        std::thread::sleep(WINDOW);
        let after = ticks(&std::fs::read_to_string("/proc/stat")?)?;
        let idle = idle_share(before, after);
        let load = std::fs::read_to_string("/proc/loadavg")?;
        let load = load.split(' ').next().unwrap_or_default();
        let waited = begun.elapsed().as_secs();
        let seen = format!(
            "processors {:.0} % idle over {} s, load average {load}, after {waited} s of waiting",
            idle * 100.0,
            WINDOW.as_secs()
        );
        if idle >= QUIET {
            return Ok(format!("quiet machine: {seen}"));
        }
        if begun.elapsed() >= PATIENCE {
            return Ok(format!(
                "THE MACHINE IS NOT QUIET, figures may be too bad: {seen}"
            ));
        }
        eprintln!("waiting for a quiet machine: {seen}");
    }
}

fn ticks(stat: &str) -> Result<Ticks> {
    let line = stat.lines().next().context("/proc/stat is empty")?;
    let numbers = line
        .split_whitespace()
        .skip(1)
        .map(str::parse)
        .collect::<Result<Vec<u64>, _>>()
        .context("/proc/stat has a first line that is not numbers")?;
    // user nice system idle iowait irq softirq steal; guest time, after them, is counted in user already (proc(5)).
    let idle = numbers
        .get(3..5)
        .context("/proc/stat has too few numbers")?;
    Ok(Ticks {
        idle: idle.iter().sum(),
        total: numbers.iter().take(8).sum(),
    })
}

fn idle_share(before: Ticks, after: Ticks) -> f64 {
    let total = after.total.saturating_sub(before.total).max(1);
    after.idle.saturating_sub(before.idle) as f64 / total as f64
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    #[test]
    fn idle_time_counts_waiting_for_the_disk_and_not_guests() {
        let before = ticks("cpu  100 0 50 800 50 0 0 0 40 0\ncpu0 1 2").unwrap();
        let after = ticks("cpu  120 0 60 950 70 0 0 0 50 0\n").unwrap();
        assert_eq!((before.idle, before.total), (850, 1000));
        let share = idle_share(before, after);
        assert!((share - 170.0 / 200.0).abs() < 1e-9, "{share}");
    }

    #[test]
    fn a_stat_that_is_no_stat_is_an_error() {
        assert!(ticks("").is_err());
        assert!(ticks("cpu a b c d e").is_err());
        assert!(ticks("cpu 1 2").is_err());
    }
}
