//! The server under test as a process of ours.

use crate::http::{Connection, Head};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const READY_WITHIN: Duration = Duration::from_secs(60);
const STOPPED_WITHIN: Duration = Duration::from_secs(30);

/// A running `patients serve`; killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// From starting the process to its first answer on `/readyz` that says yes.
    pub(crate) ready_after: Duration,
}

impl Server {
    /// What the server prints goes to `log`.
    pub(crate) async fn start(binary: &Path, data: &Path, log: &Path) -> Result<Self> {
        Self::start_with(binary, data, log, &[]).await
    }

    /// With more of its options.
    pub(crate) async fn start_with(
        binary: &Path,
        data: &Path,
        log: &Path,
        options: &[&str],
    ) -> Result<Self> {
        // Free a moment ago; nothing else on this machine starts servers while we measure.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let log = std::fs::File::create(log)?;
        let begun = Instant::now();
        let child = Command::new(binary)
            .args(["serve", "--listen", &address, "--data"])
            .arg(data)
            .args(options)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let mut server = Self {
            child,
            address,
            ready_after: Duration::ZERO,
        };
        while !server.is_ready().await {
            if let Some(status) = server.child.try_wait()? {
                bail!("the server ended with {status}");
            }
            if begun.elapsed() > READY_WITHIN {
                bail!("the server was not ready within {READY_WITHIN:?}");
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.ready_after = begun.elapsed();
        Ok(server)
    }

    async fn is_ready(&self) -> bool {
        let head = Head::new("GET", "/readyz", &self.address, &BTreeMap::new());
        match Connection::open(&self.address).await {
            Ok(mut connection) => connection.succeed(&head, b"").await.is_ok(),
            Err(_) => false,
        }
    }

    /// Resident memory in kilobytes.
    pub(crate) fn resident_kb(&self) -> Result<f64> {
        let path = format!("/proc/{}/status", self.child.id());
        std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {path}"))?
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
            .with_context(|| format!("{path} has no VmRSS"))
    }

    /// A graceful stop, as an operator does it.
    pub(crate) async fn stop(mut self) -> Result<()> {
        let status = Command::new("kill")
            .arg(self.child.id().to_string())
            .status()?;
        anyhow::ensure!(status.success(), "cannot signal the server");
        let begun = Instant::now();
        while self.child.try_wait()?.is_none() {
            if begun.elapsed() > STOPPED_WITHIN {
                bail!("the server did not stop within {STOPPED_WITHIN:?} of SIGTERM");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only where the process has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
