//! `patients openapi`.

use anyhow::Context;
use std::io::Write;
use std::process::ExitCode;

/// Prints the OpenAPI document.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let document = http_api::document().context("the document cannot be written")?;
    std::io::stdout().write_all(document.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
