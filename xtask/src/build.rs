//! Building the product: the web first, since the server embeds it.

use crate::{fingerprint, repository::Repository, setup, shell};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Everything, from a fresh clone: leaves target/release/patients.
pub(crate) fn everything(repository: &Repository) -> Result<()> {
    setup::require_tools()?;
    setup::npm_packages(&repository.web())?;
    web(repository)?;
    server(repository)?;
    eprintln!("built {}", repository.server().display());
    Ok(())
}

/// `web/dist`, unless it was built from just these sources.
pub(crate) fn web(repository: &Repository) -> Result<()> {
    let sources: Vec<PathBuf> = repository
        .source_files()?
        .into_iter()
        .filter(|path| path.starts_with("web"))
        .collect();
    let now = fingerprint::of_files(repository.root(), &sources)?;
    let stamp = repository.target().join("web-built-from");
    let built = repository.web().join("dist/index.html").exists();
    if built && std::fs::read_to_string(&stamp).is_ok_and(|before| before == now) {
        eprintln!("  web/dist is current");
        return Ok(());
    }
    npm_script(repository.web(), "build").and_then(|mut command| shell::run(&mut command))?;
    std::fs::write(&stamp, now).with_context(|| format!("cannot write {}", stamp.display()))
}

/// `target/release/patients`; `web/dist` must be there.
pub(crate) fn server(repository: &Repository) -> Result<()> {
    shell::run(
        repository
            .cargo()
            .args(["build", "--release", "--package", "patients"]),
    )
}

/// `target/debug/patients`, which the tests start: it shares all that is compiled for the Rust tests, and checks itself on the way (overflows,
/// assertions). `web/dist` must be there.
pub(crate) fn test_server(repository: &Repository) -> Result<()> {
    shell::run(repository.cargo().args(["build", "--package", "patients"]))
}

/// An npm script of a folder, as in its package.json.
pub(crate) fn npm_script(folder: PathBuf, script: &str) -> Result<Command> {
    anyhow::ensure!(
        folder.join("package.json").exists(),
        "{} has no package.json",
        folder.display()
    );
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", script])
        .current_dir(folder);
    Ok(command)
}
