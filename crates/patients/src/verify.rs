//! `patients verify`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Checks a data folder and says what is wrong, and where.
pub(crate) fn run(data: &Path) -> anyhow::Result<ExitCode> {
    let report = journal_sqlite::verify(data)?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{} entries in {} streams",
        report.entries, report.streams
    )?;
    for damage in &report.damages {
        writeln!(out, "damaged: {damage}")?;
    }
    for storage in &report.storage {
        writeln!(out, "damaged file: {storage}")?;
    }
    if report.is_sound() {
        writeln!(out, "everything is as it was written")?;
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::FAILURE)
    }
}
