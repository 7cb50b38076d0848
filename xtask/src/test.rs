//! `cargo xtask test`: every check and every test, in an order that finds the cheap faults first.

mod report;
mod step;

use crate::repository::Repository;
use anyhow::Result;
use report::Report;
use std::time::Instant;
use step::Step;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only this step and what it needs; may be given several times.
    #[arg(long, value_name = "STEP", value_enum)]
    only: Vec<Step>,
}

/// Runs all steps, also after one failed, so that one run tells everything. Fails if any step did.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let mut report = Report::default();
    for step in chosen(&options.only) {
        if let Some(needed) = step.needs().iter().find(|needed| report.lacks(**needed)) {
            report.left_out(step, *needed);
            continue;
        }
        eprintln!("\n== {} ({})", step.name(), step.about());
        let begun = Instant::now();
        let mut skipped = Vec::new();
        let result = step.run(repository, &mut skipped);
        report.add(step, begun.elapsed(), result, skipped);
    }
    println!("{report}");
    anyhow::ensure!(report.is_good(), "not everything passed");
    Ok(())
}

/// The steps to run, in order: all, or those named and what they need.
fn chosen(only: &[Step]) -> Vec<Step> {
    let mut wanted: Vec<Step> = only.to_vec();
    let mut next = 0;
    while let Some(step) = wanted.get(next) {
        wanted.extend(step.needs());
        next += 1;
    }
    Step::ALL
        .iter()
        .copied()
        .filter(|step| only.is_empty() || wanted.contains(step))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_choice_every_step_runs_after_what_it_needs() {
        let all = chosen(&[]);
        assert_eq!(all, Step::ALL);
        for (place, step) in all.iter().enumerate() {
            for needed in step.needs() {
                assert!(
                    all[..place].contains(needed),
                    "{} stands before {}",
                    step.name(),
                    needed.name()
                );
            }
        }
    }

    #[test]
    fn a_chosen_step_brings_what_it_needs() {
        assert_eq!(chosen(&[Step::Arrows]), [Step::Arrows]);
        assert_eq!(
            chosen(&[Step::Openapi]),
            [
                Step::Tools,
                Step::Npm,
                Step::WebBuild,
                Step::Server,
                Step::Openapi
            ]
        );
    }
}
