//! A running server: opened data, a listening socket, and a stop that loses nothing.

use crate::provider::Provider;
use crate::records::Records;
use anyhow::Context;
use http_api::{App, Door};
use identity::{Accounts, Oidc};
use journal_sqlite::{Check, OpenOptions, SqliteJournal};
use service::Service;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{mpsc, watch};
use url::Url;

/// Entries that the background check reads a second: a million a quarter of an hour.
const CHECKED_PER_SECOND: u32 = 1_000;
/// Kept on the disk for accesses when it is full: some tens of thousands of looks, a day of a hospital.
const RESERVE_BYTES: u64 = 16 * 1024 * 1024;
/// How often charts are forgotten that are older than charts are kept, and what commands left over is cleared away.
const SWEEP: Duration = Duration::from_secs(3600);
/// How long open requests may take to end when the server stops. Live connections are ended at once.
const GRACE: Duration = Duration::from_secs(5);

/// Opened data, ready to serve.
pub(crate) struct Opened {
    pub(crate) journal: Arc<SqliteJournal>,
    pub(crate) service: Arc<Service>,
    pub(crate) accounts: Arc<Accounts>,
    oidc: Option<Arc<Oidc>>,
}

/// How a server came to its end.
pub(crate) enum End {
    /// It was told to stop.
    Asked,
    /// The disk failed: what is durable is not known, and nothing is acknowledged any more.
    DiskFailed,
}

impl Opened {
    /// Opens a data folder.
    pub(crate) async fn open(
        data: &Path,
        records: &Records,
        url: Option<&Url>,
        provider: &Provider,
    ) -> anyhow::Result<Self> {
        let (found, mut damages) = mpsc::unbounded_channel();
        let report = Box::new(move |damage: journal::Damage| {
            tracing::error!(%damage, "the background check found damage; run `patients verify`");
            // Nobody listens any more when the server stops.
            let _is_heard = found.send(damage).is_ok();
        });
        let options = OpenOptions {
            reserve_bytes: RESERVE_BYTES,
            check: Some(Check {
                entries_per_second: CHECKED_PER_SECOND,
                report,
            }),
        };
        let folder = data;
        let data = data.to_owned();
        let opened =
            tokio::task::spawn_blocking(move || SqliteJournal::open(&data, options)).await?;
        let journal = Arc::new(opened?);
        let ehr = records.open(folder)?;
        let service = Arc::new(
            Service::open(journal.clone(), ehr)
                .await
                .context("the organization cannot be read")?,
        );
        let accounts = Accounts::new(service.clone())?;
        let accounts = Arc::new(match url {
            Some(url) => accounts.with_passkeys_at(url)?,
            None => accounts,
        });
        let oidc = provider.open(url, &service, &accounts)?;
        let refusing = service.clone();
        tokio::spawn(async move {
            while let Some(damage) = damages.recv().await {
                refusing.refuse_damaged(&damage).await;
            }
        });
        tokio::spawn(sweep(service.clone()));
        let resuming = service.clone();
        tokio::spawn(async move { resuming.resume_memberships().await });
        Ok(Self {
            journal,
            service,
            accounts,
            oidc,
        })
    }

    /// Serves until told to stop, or until the disk fails.
    pub(crate) async fn serve(
        self,
        listener: TcpListener,
        door: Door,
        mut signals: Signals,
    ) -> anyhow::Result<End> {
        let app =
            App::new(self.service.clone(), self.accounts.clone()).with_oidc(self.oidc.clone());
        let routes = http_api::router(app);
        let (stop, mut stopped) = watch::channel(false);
        let mut server = tokio::spawn(http_api::serve(listener, routes, door, async move {
            // An error means that the sender is gone, which also ends the server.
            let _is_told = stopped.wait_for(|is_stopping| *is_stopping).await.is_ok();
        }));
        let end = tokio::select! {
            () = signals.any() => End::Asked,
            () = self.journal.stopped() => End::DiskFailed,
            ended = &mut server => {
                ended?;
                End::Asked
            }
        };
        self.service.stop().await;
        stop.send_replace(true);
        if tokio::time::timeout(GRACE, &mut server).await.is_err() {
            server.abort();
        }
        let journal = self.journal.clone();
        tokio::task::spawn_blocking(move || journal.close()).await?;
        Ok(end)
    }
}

/// Forgets old charts and clears away what was left over, now and then.
async fn sweep(service: Arc<Service>) {
    let mut tick = tokio::time::interval(SWEEP);
    loop {
        tick.tick().await;
        if let Err(error) = service.sweep(jiff::Timestamp::now()).await {
            tracing::warn!(%error, "old charts could not be forgotten");
        }
    }
}

/// Signals to stop. They are listened to from the moment that others are told the server is there: who stops it right then stops it well.
pub(crate) struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Listens from now on.
    pub(crate) fn listen() -> anyhow::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Waits for one of them.
    pub(crate) async fn any(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
