//! The chores of this repository: `cargo xtask demo`, `build`, `test`, `openapi` and `bench`.
//!
//! Progress goes to standard error; standard output carries only what a chore is asked for (the demo's JSON line, the
//! summary of the tests, the table of the bench), so that scripts can read it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore talks to the person at the terminal"
)]

mod arrows;
mod bench;
mod build;
mod demo;
mod dependencies;
mod fingerprint;
mod licences;
mod openapi;
mod purity;
mod quiet;
mod ratchet;
mod repository;
mod rules;
mod setup;
mod shell;
mod test;

use clap::{Parser, Subcommand};
use repository::Repository;

/// Chores of the Patients repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build everything and start the product on a sample hospital.
    Demo(demo::Options),
    /// Build the web interface and the server: leaves target/release/patients.
    Build,
    /// Run every check and every test.
    Test(test::Options),
    /// Write web/openapi.json and the web's API types anew from the server.
    Openapi,
    /// Wait for a quiet machine, then measure speed.
    Bench(bench::Options),
}

fn main() -> std::process::ExitCode {
    match run(Arguments::parse().chore) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> anyhow::Result<()> {
    let repository = Repository::open()?;
    match chore {
        Chore::Demo(options) => demo::start(&repository, &options),
        Chore::Build => build::everything(&repository),
        Chore::Test(options) => test::run(&repository, &options),
        Chore::Openapi => openapi::write(&repository),
        Chore::Bench(options) => bench::run(&repository, &options),
    }
}
