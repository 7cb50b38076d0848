//! A running server: opened data, a listening socket, and a stop that loses nothing.

use crate::records::Records;
use anyhow::Context;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use axum::serve::ListenerExt;
use http_api::App;
use identity::Accounts;
use journal_sqlite::{Check, OpenOptions, SqliteJournal};
use service::Service;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{mpsc, watch};
use url::Url;

/// Entries that the background check reads a second: a million a quarter of an hour.
const CHECKED_PER_SECOND: u32 = 1_000;
/// Kept on the disk for accesses when it is full: some tens of thousands of looks, a day of a hospital.
const RESERVE_BYTES: u64 = 16 * 1024 * 1024;
/// How often charts are forgotten that are older than charts are kept.
const SWEEP: Duration = Duration::from_secs(3600);
/// How long open requests may take to end when the server stops. Live connections are ended at once.
const GRACE: Duration = Duration::from_secs(5);

/// Opened data, ready to serve.
pub(crate) struct Opened {
    pub(crate) journal: Arc<SqliteJournal>,
    pub(crate) service: Arc<Service>,
    pub(crate) accounts: Arc<Accounts>,
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
        let refusing = service.clone();
        tokio::spawn(async move {
            while let Some(damage) = damages.recv().await {
                refusing.refuse_damaged(&damage).await;
            }
        });
        tokio::spawn(sweep_charts(service.clone()));
        let resuming = service.clone();
        tokio::spawn(async move { resuming.resume_memberships().await });
        Ok(Self {
            journal,
            service,
            accounts,
        })
    }

    /// Serves until told to stop, or until the disk fails.
    pub(crate) async fn serve(self, listener: TcpListener) -> anyhow::Result<End> {
        let app = App::new(self.service.clone(), self.accounts.clone());
        let routes: IntoMakeServiceWithConnectInfo<_, SocketAddr> =
            http_api::router(app).into_make_service_with_connect_info();
        let (stop, stopped) = watch::channel(false);
        let mut told = stopped.clone();
        // Without this a small write waits up to 40 ms for the acknowledgement of the one before.
        let listener = listener.tap_io(|socket| {
            if let Err(error) = socket.set_nodelay(true) {
                tracing::warn!(%error, "a connection will be slow");
            }
        });
        let serving = axum::serve(listener, routes).with_graceful_shutdown(async move {
            // An error means that the sender is gone, which also ends the server.
            let _is_told = told.wait_for(|is_stopping| *is_stopping).await.is_ok();
        });
        let mut server = tokio::spawn(serving.into_future());
        let end = tokio::select! {
            asked = asked_to_stop() => asked.map(|()| End::Asked)?,
            () = self.journal.stopped() => End::DiskFailed,
            ended = &mut server => {
                ended??;
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

/// Forgets old charts, now and then.
async fn sweep_charts(service: Arc<Service>) {
    let mut tick = tokio::time::interval(SWEEP);
    loop {
        tick.tick().await;
        if let Err(error) = service.sweep_charts().await {
            tracing::warn!(%error, "old charts could not be forgotten");
        }
    }
}

/// Waits for a signal to stop.
pub(crate) async fn asked_to_stop() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}
