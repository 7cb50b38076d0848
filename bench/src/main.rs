#![doc = include_str!("../README.md")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a driver talks to the person at the terminal"
)]

mod api;
mod edits;
mod figures;
mod http;
mod limit;
mod memory;
mod opening;
mod record;
mod round;
mod sandbox;
mod seed;
mod server;
mod socket;
mod subscriber;
mod table;
mod target;
mod visible;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use round::Load;
use server::Server;
use std::path::{Path, PathBuf};
use std::time::Duration;
use table::{Table, Wanted};
use target::Target;

/// Measures a whole server over HTTP and WebSocket.
#[derive(Parser)]
struct Arguments {
    /// The server to measure.
    #[arg(
        long,
        env = "PATIENTS_BIN",
        value_name = "FILE",
        default_value = "target/release/patients"
    )]
    server: PathBuf,
    /// Where to keep the data while measuring: on the kind of disk that the figures are for.
    #[arg(long, value_name = "DIR", default_value = "target")]
    folder: PathBuf,
    /// Rounds, of which the medians count.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Only the ward of the record.
    #[arg(long)]
    record_only: bool,
    /// A running peer to measure in the same rounds: its target.json.
    #[arg(long, value_name = "FILE")]
    peer: Option<PathBuf>,
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    require_open_files()?;
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&arguments.folder)
        .with_context(|| format!("cannot write into {}", arguments.folder.display()))?;
    let mut table = Table::default();

    if !arguments.record_only {
        measure_ward(&arguments, folder.path(), &mut table).await?;
    }
    eprintln!("a ward of the record");
    record::measure(
        &arguments.server,
        folder.path(),
        arguments.rounds,
        Duration::from_secs(arguments.seconds),
        &mut table,
    )
    .await?;
    println!("{table}");
    Ok(())
}

/// Everything but the ward of the record.
async fn measure_ward(arguments: &Arguments, folder: &Path, table: &mut Table) -> Result<()> {
    eprintln!("filling the server");
    let ward = seed::fill(&arguments.server, folder).await?;
    for round in 1..=arguments.rounds {
        eprintln!("memory, round {round}");
        measure_memory(arguments, folder, &ward, table).await?;
    }

    let server = start(arguments, folder).await?;
    let mut ours = Load::of(ward.target(&server.address));
    let mut peer = match &arguments.peer {
        Some(path) => Some(Load::of(Target::read(path)?)),
        None => None,
    };
    let duration = Duration::from_secs(arguments.seconds);
    for number in 1..=arguments.rounds {
        eprintln!("load, round {number}");
        round::measure(folder, duration, &mut ours, peer.as_mut(), table).await?;
    }
    let after_load = server.resident_kb()? / 1024.0;
    table.add("memory after all rounds", "MB", Wanted::Nothing, after_load);
    server.stop().await?;
    Ok(())
}

async fn start(arguments: &Arguments, folder: &Path) -> Result<Server> {
    Server::start(
        &arguments.server,
        &seed::data(folder),
        &folder.join("server.log"),
    )
    .await
}

async fn measure_memory(
    arguments: &Arguments,
    folder: &Path,
    ward: &seed::Ward,
    table: &mut Table,
) -> Result<()> {
    let server = start(arguments, folder).await?;
    let ready = server.ready_after.as_secs_f64();
    let memory = memory::measure(&server, &ward.target_at_version(&server.address)).await?;
    server.stop().await?;
    let teams = seed::TEAMS;
    table.add(
        &format!("ready after start, {teams} teams on disk"),
        "s",
        Wanted::AtMost(0.3),
        ready,
    );
    table.add(
        "memory idle after start",
        "MB",
        Wanted::AtMost(25.0),
        memory.idle_mb,
    );
    table.add(
        "memory with the list of 1,000 × 30 loaded",
        "MB",
        Wanted::Nothing,
        memory.with_list_mb,
    );
    table.add(
        &format!("memory of a connected socket, {} of them", memory::SOCKETS),
        "kB",
        Wanted::AtMost(10.0),
        memory.per_socket_kb,
    );
    Ok(())
}

/// Each socket is an open file, here and in the server, which inherits our limit.
fn require_open_files() -> Result<()> {
    let wanted = 2 * memory::SOCKETS;
    let limits = std::fs::read_to_string("/proc/self/limits")?;
    let allowed = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"))
        .and_then(|rest| rest.split_whitespace().next())
        .context("/proc/self/limits does not say how many files may be open")?;
    ensure!(
        allowed
            .parse::<usize>()
            .map_or(allowed == "unlimited", |count| count >= wanted),
        "only {allowed} files may be open, and {wanted} are needed: run `ulimit -n {wanted}` first"
    );
    Ok(())
}
