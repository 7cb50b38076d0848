//! The whole server in the test's process: router, accounts, service and a journal on disk, over a real socket.

use super::authenticator::ORIGIN;
use super::faulty::Faulty;
use ::journal::Journal;
use ehr::{Allow, Client, Settings};
use http_api::App;
use identity::Accounts;
use journal_sqlite::{OpenOptions, SqliteJournal};
use service::ehr::{Ehr, Pace};
use service::{SealKey, Sealer, Service};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A server. It ends when this is dropped.
pub struct Server {
    pub address: String,
    pub journal: Arc<SqliteJournal>,
    pub service: Arc<Service>,
    pub accounts: Arc<Accounts>,
    task: JoinHandle<()>,
    dir: Option<TempDir>,
    asking: Asking,
}

/// How records are asked.
#[derive(Clone, Default)]
pub struct Asking {
    pub pace: Pace,
    pub settings: Settings,
}

impl Server {
    /// A server with an empty store.
    pub async fn start() -> Self {
        Self::start_asking(Asking::default()).await
    }

    /// A server with an empty store that asks records in this way.
    pub async fn start_asking(asking: Asking) -> Self {
        Self::serve(TempDir::new().unwrap(), None, asking).await
    }

    /// A server with an empty store, and a journal before the real one that can be full.
    pub async fn start_with(faulty: Arc<Faulty>) -> Self {
        Self::serve(TempDir::new().unwrap(), Some(faulty), Asking::default()).await
    }

    /// The folder of its store.
    pub fn folder(&self) -> &Path {
        self.dir.as_ref().unwrap().path()
    }

    /// Stops as the product does, and serves the same store again.
    pub async fn restart(mut self) -> Self {
        self.service.stop().await;
        self.task.abort();
        self.journal.close();
        let dir = self.dir.take().unwrap();
        let asking = self.asking.clone();
        drop(self);
        Self::serve(dir, None, asking).await
    }

    async fn serve(dir: TempDir, faulty: Option<Arc<Faulty>>, asking: Asking) -> Self {
        let journal = SqliteJournal::open(dir.path(), OpenOptions::default()).unwrap();
        let journal = Arc::new(journal);
        let seen: Arc<dyn Journal> = match faulty {
            Some(faulty) => {
                faulty.stand_before(journal.clone());
                faulty
            }
            None => journal.clone(),
        };
        let service = Arc::new(
            Service::open(seen, records(dir.path(), &asking))
                .await
                .unwrap(),
        );
        let accounts = Accounts::new(service.clone()).unwrap();
        let accounts = Arc::new(accounts.with_passkeys_at(&ORIGIN.parse().unwrap()).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let router = http_api::router(App::new(service.clone(), accounts.clone()))
            .into_make_service_with_connect_info::<SocketAddr>();
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self {
            address,
            journal,
            service,
            accounts,
            task,
            dir: Some(dir),
            asking,
        }
    }
}

/// Asks records on this machine; the key is the folder's, as the product keeps it.
fn records(dir: &Path, asking: &Asking) -> Ehr {
    let file = dir.join("seal.key");
    if !file.exists() {
        let key = SealKey::generate().unwrap();
        std::fs::write(&file, key.to_text().as_bytes()).unwrap();
    }
    let key: SealKey = std::fs::read_to_string(&file).unwrap().parse().unwrap();
    let allow = Allow::read(["127.0.0.0/8"]).unwrap();
    let client = Client::new(allow, asking.settings.clone());
    Ehr::new(Arc::new(client), Sealer::new(&key).unwrap()).at_pace(asking.pace)
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        self.journal.close();
    }
}
