//! `cargo xtask demo`: the product on a sample hospital, from a fresh clone.

use crate::{build, repository::Repository};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Where to listen, instead of the demo's own choice.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Where to keep the sample hospital, instead of the demo's own choice.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Print one line of JSON for scripts when ready.
    #[arg(long)]
    json: bool,
}

/// Builds, then becomes the demo: signals and the exit code are the server's own.
pub(crate) fn start(repository: &Repository, options: &Options) -> Result<()> {
    build::everything(repository)?;
    become_program(Command::new(repository.server()).args(arguments(options)))
}

fn arguments(options: &Options) -> Vec<std::ffi::OsString> {
    let mut arguments = vec!["demo".into()];
    if let Some(listen) = &options.listen {
        arguments.extend(["--listen".into(), listen.into()]);
    }
    if let Some(data) = &options.data {
        arguments.extend(["--data".into(), data.into()]);
    }
    if options.json {
        arguments.push("--json".into());
    }
    arguments
}

#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    // `exec` comes back only when it fails.
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    anyhow::ensure!(status.success(), "the demo ended with {status}");
    Ok(())
}
