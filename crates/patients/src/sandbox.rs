//! `patients ehr-sandbox`: a FHIR server of made-up patients, to try the product's EHR mode or another client with.

use crate::server::Signals;
use anyhow::Context;
use clap::Args;
use ehr_sandbox::{Auth, Options, Sandbox, Version};
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

/// How the sandbox is set up.
#[derive(Args)]
pub(crate) struct Sandboxing {
    /// The version of FHIR that it speaks: r4, stu3 or dstu2.
    #[arg(long, default_value = "r4")]
    version: Version,
    /// The address and port to listen on. It speaks plain HTTP, and its controls ask for no password: keep it on this machine.
    #[arg(long, default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// The client that may ask, by OAuth 2.0 client credentials; without it everybody may.
    #[arg(long, requires = "client_secret")]
    client_id: Option<String>,
    /// The client's secret.
    #[arg(long, requires = "client_id")]
    client_secret: Option<String>,
    /// Words that the client's scope must have, the tenant for instance.
    #[arg(long, requires = "client_id", default_value = "")]
    scope: String,
    /// How many patients are in the ward; 36 where nothing is said.
    #[arg(long)]
    patients: Option<usize>,
    /// Answers no batch, as some servers.
    #[arg(long)]
    no_batch: bool,
    /// By how many milliseconds each answer is late, as by a network.
    #[arg(long, default_value_t = 0)]
    delay_ms: u64,
}

/// Runs it until told to stop.
pub(crate) fn run(sandboxing: Sandboxing) -> anyhow::Result<ExitCode> {
    tokio::runtime::Runtime::new()?.block_on(serve(sandboxing))
}

async fn serve(sandboxing: Sandboxing) -> anyhow::Result<ExitCode> {
    let listen = sandboxing.listen;
    let auth = match (sandboxing.client_id, sandboxing.client_secret) {
        (Some(client_id), Some(client_secret)) => Auth::ClientCredentials {
            client_id,
            client_secret,
            scope: sandboxing.scope,
        },
        _ => Auth::None,
    };
    let usual = Options::default();
    let options = Options {
        patients: sandboxing.patients.unwrap_or(usual.patients),
        version: sandboxing.version,
        listen,
        auth,
        batch: !sandboxing.no_batch,
        delay: Duration::from_millis(sandboxing.delay_ms),
        ..usual
    };
    let sandbox = Sandbox::start(options)
        .await
        .with_context(|| format!("cannot listen on {listen}"))?;
    let mut signals = Signals::listen()?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", sandbox.url())?;
    out.flush()?;
    drop(out);
    sandbox
        .serve_until(async move { signals.any().await })
        .await?;
    Ok(ExitCode::SUCCESS)
}
