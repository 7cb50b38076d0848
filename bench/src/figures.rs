//! Latencies of one measurement, and medians over rounds.

use std::time::Duration;

/// What one measurement gave: every latency, sorted only when asked.
#[derive(Default)]
pub(crate) struct Latencies {
    micros: Vec<u64>,
    duration: Duration,
}

impl Latencies {
    pub(crate) fn add(&mut self, latency: Duration) {
        self.micros
            .push(u64::try_from(latency.as_micros()).unwrap_or(u64::MAX));
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.micros.extend(other.micros);
    }

    /// How long the measuring took as a whole.
    pub(crate) fn took(&mut self, duration: Duration) {
        self.duration = duration;
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.micros.len() as f64 / self.duration.as_secs_f64()
    }

    /// In milliseconds; the nearest measured latency at or above this share of all. Zero where nothing was measured.
    pub(crate) fn percentile_ms(&mut self, share: f64) -> f64 {
        self.micros.sort_unstable();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a rank among as many latencies as fit into memory"
        )]
        let rank = (self.micros.len() as f64 * share).ceil() as usize;
        self.micros
            .get(rank.saturating_sub(1))
            .map_or(0.0, |micros| *micros as f64 / 1000.0)
    }
}

/// The median of figures from several rounds; the mean of the two in the middle for an even number.
pub(crate) fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => sorted[count / 2],
        count => f64::midpoint(sorted[count / 2 - 1], sorted[count / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_measured_latencies() {
        let mut latencies = Latencies::default();
        assert!(latencies.percentile_ms(0.5).abs() < f64::EPSILON);
        for ms in (1..=100).rev() {
            latencies.add(Duration::from_millis(ms));
        }
        latencies.took(Duration::from_secs(2));
        assert!((latencies.percentile_ms(0.5) - 50.0).abs() < 1e-9);
        assert!((latencies.percentile_ms(0.99) - 99.0).abs() < 1e-9);
        assert!((latencies.percentile_ms(1.0) - 100.0).abs() < 1e-9);
        assert!((latencies.per_second() - 50.0).abs() < 1e-9);
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!((median(&[4.0, 1.0]) - 2.5).abs() < 1e-9);
        assert!(median(&[]).is_nan());
    }
}
