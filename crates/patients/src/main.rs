//! The server of Patients, and what is done with its data from the command line.

mod demo;
mod openapi;
mod records;
mod sandbox;
mod serve;
mod server;
mod verify;

use clap::{Args, Parser, Subcommand};
use records::Records;
use sandbox::Sandboxing;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;
use url::Url;

/// Lists of patients that a care team keeps together, live.
#[derive(Parser)]
#[command(name = "patients", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the data in a folder; an empty one prints a one-time link for the first administrator.
    Serve(Serving),
    /// Serves a sample hospital: two wards, eight people, forty patients, and a record that one ward is connected to.
    Demo {
        #[command(flatten)]
        serving: Serving,
        /// Prints one line of JSON when ready, for scripts.
        #[arg(long)]
        json: bool,
    },
    /// Checks the journal in a folder: every entry, every page. A server may be using it.
    Verify {
        /// The data folder, or a copy of one.
        #[arg(long, env = "PATIENTS_DATA")]
        data: PathBuf,
    },
    /// Runs a FHIR server of made-up patients, to try EHR mode with; prints its base.
    EhrSandbox(Sandboxing),
    /// Prints the OpenAPI document.
    Openapi,
}

/// Where to serve from, and where to.
#[derive(Args)]
struct Serving {
    /// The data folder; made where it is missing.
    #[arg(long, env = "PATIENTS_DATA")]
    data: PathBuf,
    /// The address and port to listen on.
    #[arg(long, env = "PATIENTS_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address under which people reach this server, as in their browser: https://patients.example.org. Passkeys are made for it; without
    /// it there are none.
    #[arg(long, env = "PATIENTS_URL")]
    url: Option<Url>,
    #[command(flatten)]
    records: Records,
}

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("PATIENTS_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    let done = match Cli::parse().command {
        Command::Serve(serving) => serve::run(&serving),
        Command::Demo { serving, json } => demo::run(&serving, json),
        Command::Verify { data } => verify::run(&data),
        Command::EhrSandbox(sandboxing) => sandbox::run(sandboxing),
        Command::Openapi => openapi::run(),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
