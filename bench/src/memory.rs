//! What the server costs while nobody edits: its start, its memory, and a connected socket.

use crate::http::Connection;
use crate::server::Server;
use crate::subscriber;
use crate::target::{Live, Target};
use anyhow::{Context, Result};
use std::time::Duration;

/// As many as one large hospital has screens.
pub(crate) const SOCKETS: usize = 2_000;
/// Until what a start or a joining leaves behind has settled.
const SETTLED: Duration = Duration::from_secs(2);
/// As many sockets join at once.
const AT_ONCE: usize = 50;

pub(crate) struct Memory {
    pub(crate) idle_mb: f64,
    pub(crate) with_list_mb: f64,
    pub(crate) per_socket_kb: f64,
}

/// For a server that was started just now and was asked nothing. `target` must be on that server.
pub(crate) async fn measure(server: &Server, target: &Target) -> Result<Memory> {
    tokio::time::sleep(SETTLED).await;
    let idle = server.resident_kb()?;

    // The first opening loads the team, which is no cost of a socket.
    let mut connection = Connection::open(&target.address).await?;
    let list = target.head(&target.list).with("Accept-Encoding", "zstd");
    connection.succeed(&list, b"").await?;
    let Live::Ws { path, send, ready } = &target.live else {
        anyhow::bail!("{} has no WebSocket", target.name);
    };
    let first = subscriber::join_socket(target, path, send, ready).await?;
    tokio::time::sleep(SETTLED).await;
    let with_list = server.resident_kb()?;

    let mut sockets = vec![first];
    while sockets.len() < SOCKETS {
        let count = AT_ONCE.min(SOCKETS - sockets.len());
        let joining = (0..count).map(|_| {
            let (target, path, send, ready) =
                (target.clone(), path.clone(), send.clone(), ready.clone());
            tokio::spawn(
                async move { subscriber::join_socket(&target, &path, &send, &ready).await },
            )
        });
        for socket in joining.collect::<Vec<_>>() {
            let socket = socket.await?;
            sockets.push(socket.with_context(|| format!("socket {}", sockets.len()))?);
        }
    }
    tokio::time::sleep(SETTLED).await;
    let connected = server.resident_kb()?;
    Ok(Memory {
        idle_mb: idle / 1024.0,
        with_list_mb: with_list / 1024.0,
        per_socket_kb: (connected - with_list) / (SOCKETS - 1) as f64,
    })
}
