//! `cargo xtask bench`: the inner parts by criterion, the whole by the load driver of bench/.

use crate::{build, quiet, repository::Repository, shell};
use anyhow::Result;
use std::process::Command;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only the load driver, without the benches of domain and journal-sqlite.
    #[arg(long)]
    load_only: bool,
    /// What goes to the load driver, as `--rounds 1` or `--peer target.json`.
    #[arg(last = true, value_name = "DRIVER OPTIONS")]
    driver: Vec<String>,
}

pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    build::everything(repository)?;
    shell::run(
        repository
            .cargo()
            .args(["build", "--release", "--package", "bench"]),
    )?;
    if !options.load_only {
        shell::run(repository.cargo().args([
            "bench",
            "--package",
            "domain",
            "--package",
            "fhir",
            "--package",
            "journal-sqlite",
            "--no-run",
        ]))?;
        println!("{}", quiet::wait()?);
        let figures = shell::read(repository.cargo().args([
            "bench",
            "--package",
            "domain",
            "--package",
            "fhir",
            "--package",
            "journal-sqlite",
        ]))?;
        println!("{figures}");
    }
    println!("{}", quiet::wait()?);
    let table = shell::read(
        Command::new(repository.target().join("release/bench"))
            .args(&options.driver)
            .env("PATIENTS_BIN", repository.server())
            .current_dir(repository.root()),
    )?;
    println!("{table}");
    Ok(())
}
