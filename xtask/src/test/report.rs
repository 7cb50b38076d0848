//! What came of the steps.

use super::step::Step;
use anyhow::Result;
use std::fmt;
use std::time::Duration;

enum Outcome {
    Passed,
    Failed(String),
    /// Not run, since the step named did not pass.
    LeftOut(Step),
}

struct Line {
    step: Step,
    took: Duration,
    outcome: Outcome,
}

/// The outcomes of a run, in the order of the steps.
#[derive(Default)]
pub(crate) struct Report {
    lines: Vec<Line>,
    skipped: Vec<String>,
}

impl Report {
    pub(crate) fn add(
        &mut self,
        step: Step,
        took: Duration,
        result: Result<()>,
        skipped: Vec<String>,
    ) {
        let outcome = match result {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("{error:#}");
                Outcome::Failed(format!("{error:#}"))
            }
        };
        eprintln!("-- {} {}", step.name(), word(&outcome));
        self.skipped.extend(skipped);
        self.lines.push(Line {
            step,
            took,
            outcome,
        });
    }

    pub(crate) fn left_out(&mut self, step: Step, needed: Step) {
        self.lines.push(Line {
            step,
            took: Duration::ZERO,
            outcome: Outcome::LeftOut(needed),
        });
    }

    /// Whether this step ran and did not pass, or was left out.
    pub(crate) fn lacks(&self, step: Step) -> bool {
        self.lines
            .iter()
            .any(|line| line.step == step && !matches!(line.outcome, Outcome::Passed))
    }

    pub(crate) fn is_good(&self) -> bool {
        self.lines
            .iter()
            .all(|line| matches!(line.outcome, Outcome::Passed))
    }
}

fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed(_) => "FAILED",
        Outcome::LeftOut(_) => "left out",
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nsummary")?;
        for Line {
            step,
            took,
            outcome,
        } in &self.lines
        {
            write!(
                f,
                "  {:<9} {:>7.1} s  {}",
                word(outcome),
                took.as_secs_f64(),
                step.name()
            )?;
            match outcome {
                Outcome::Passed => writeln!(f)?,
                Outcome::Failed(reason) => {
                    writeln!(f, ": {}", reason.replace('\n', "\n      "))?;
                }
                Outcome::LeftOut(needed) => writeln!(f, ": needs {}", needed.name())?,
            }
        }
        for reason in &self.skipped {
            writeln!(f, "  SKIPPED: {reason}")?;
        }
        let total: Duration = self.lines.iter().map(|line| line.took).sum();
        write!(
            f,
            "  {} in {:.1} minutes",
            if self.is_good() { "passed" } else { "FAILED" },
            total.as_secs_f64() / 60.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_counts_and_what_needs_it_is_left_out() {
        let mut report = Report::default();
        let second = Duration::from_secs(1);
        report.add(Step::Format, second, Ok(()), vec!["no root".to_owned()]);
        assert!(report.is_good());
        report.add(
            Step::WebBuild,
            second,
            Err(anyhow::anyhow!("too\nlarge")),
            vec![],
        );
        assert!(report.lacks(Step::WebBuild) && !report.lacks(Step::Format));
        report.left_out(Step::Server, Step::WebBuild);
        assert!(report.lacks(Step::Server) && !report.is_good());
        assert_eq!(
            report.to_string(),
            "\nsummary\n  passed        1.0 s  format\n  FAILED        1.0 s  web-build: too\n      large\n  \
             left out      0.0 s  server: needs web-build\n  SKIPPED: no root\n  FAILED in 0.0 minutes"
        );
    }
}
