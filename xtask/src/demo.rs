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
    /// Where to keep the sample hospital, instead of target/demo. What is changed there stays until the folder is deleted.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Print one line of JSON for scripts when ready.
    #[arg(long)]
    json: bool,
}

/// Builds, then becomes the demo: signals and the exit code are the server's own.
pub(crate) fn start(repository: &Repository, options: &Options) -> Result<()> {
    build::everything(repository)?;
    let data = match &options.data {
        Some(data) => data.clone(),
        None => repository.target().join("demo"),
    };
    eprintln!("the sample hospital is kept in {}", data.display());
    let mut command = Command::new(repository.server());
    command.arg("demo").arg("--data").arg(data);
    if let Some(listen) = &options.listen {
        command.args(["--listen", listen]);
    }
    if options.json {
        command.arg("--json");
    }
    become_program(&mut command)
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
