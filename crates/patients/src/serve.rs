//! `patients serve`.

use crate::Serving;
use crate::server::{End, Opened};
use anyhow::Context;
use identity::EnrolmentKind;
use std::io::Write;
use std::process::ExitCode;
use tokio::net::TcpListener;

/// Serves a data folder.
pub(crate) fn run(serving: &Serving) -> anyhow::Result<ExitCode> {
    tokio::runtime::Runtime::new()?.block_on(serve(serving))
}

async fn serve(serving: &Serving) -> anyhow::Result<ExitCode> {
    let listen = serving.listen;
    let opened = Opened::open(&serving.data, &serving.records, serving.url.as_ref()).await?;
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen}"))?;
    let address = listener.local_addr()?;
    if opened.service.organization().users.is_empty() {
        let token = opened
            .accounts
            .issue_enrolment(EnrolmentKind::FirstAdministrator)
            .await?;
        let mut out = std::io::stdout().lock();
        writeln!(
            out,
            "This server is empty. With this one-time link the first administrator sets a name and password:"
        )?;
        writeln!(out, "http://{address}/welcome#{}", token.text())?;
        out.flush()?;
    }
    tracing::info!("serving http://{address}");
    exit_code(opened.serve(listener).await?)
}

/// What the process says at its end: a supervisor restarts it after a failed disk.
pub(crate) fn exit_code(end: End) -> anyhow::Result<ExitCode> {
    match end {
        End::Asked => Ok(ExitCode::SUCCESS),
        End::DiskFailed => anyhow::bail!(
            "the disk failed: start again when it is well; nothing was acknowledged after the failure"
        ),
    }
}
