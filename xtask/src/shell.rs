//! Running other programs.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// A test that could not run says so by printing a line that begins with this.
pub(crate) const SKIPPED: &str = "SKIPPED:";

/// Runs a program to its end. What it prints goes to our standard error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    eprintln!("  $ {}", line_of(command));
    let status = command
        .stdin(Stdio::null())
        .stdout(std::io::stderr())
        .status()
        .with_context(|| format!("cannot start {}", line_of(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line_of(command));
    }
    Ok(())
}

/// As `run`, and gives the reasons of all tests that say they were skipped.
pub(crate) fn run_tests(command: &mut Command, skipped: &mut Vec<String>) -> Result<()> {
    eprintln!("  $ {}", line_of(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", line_of(command)))?;
    if let Some(output) = child.stdout.take() {
        listen(BufReader::new(output), &mut std::io::stderr(), skipped)?;
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` ended with {status}", line_of(command));
    }
    Ok(())
}

/// Hands on what a program prints, and takes the reasons out of it.
fn listen(output: impl BufRead, heard: &mut impl Write, skipped: &mut Vec<String>) -> Result<()> {
    for line in output.split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        skipped.extend(reasons(&line));
        writeln!(heard, "{line}")?;
    }
    Ok(())
}

/// Runs a program to its end and gives its standard output, which must be UTF-8.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {}", line_of(command)))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line_of(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed something that is not UTF-8", line_of(command)))
}

/// The reasons after `SKIPPED:` in a text, one for each line that begins with it.
pub(crate) fn reasons(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| {
        line.trim_start()
            .strip_prefix(SKIPPED)
            .map(|reason| reason.trim().to_owned())
    })
}

fn line_of(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
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
    fn a_skipped_test_is_heard_among_other_output() {
        let output = "ok 1\n  SKIPPED: disk full needs root\nnot SKIPPED: in the middle\n";
        let (mut heard, mut skipped) = (Vec::new(), Vec::new());
        listen(output.as_bytes(), &mut heard, &mut skipped).unwrap();
        assert_eq!(heard, output.as_bytes());
        assert_eq!(skipped, ["disk full needs root"]);
    }

    #[test]
    fn a_program_that_fails_is_an_error_with_its_line() {
        let error = run(&mut Command::new("false")).unwrap_err().to_string();
        assert!(error.contains("`false` ended with"), "{error}");
        let error = read(&mut Command::new("no-such-program-here"))
            .unwrap_err()
            .to_string();
        assert_eq!(error, "cannot start no-such-program-here");
    }
}
