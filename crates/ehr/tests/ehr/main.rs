//! The client over real HTTP: against small servers of the tests' own, and against the sandbox.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod hosts;
mod limits;
mod server;
mod tokens;
mod troubles;
mod wards;

use domain::chart::Chart;
use ehr::{Allow, Auth, Client, Connection, EhrError, LookedUp, Lookup, Settings, Urgency};
use jiff::Timestamp;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

/// The limits of the product. Tests of what is slow set shorter ones.
fn settings() -> Settings {
    Settings::default()
}

fn client(allowed: &[&str], settings: Settings) -> Client {
    Client::new(Allow::read(allowed.iter().copied()).unwrap(), settings)
}

/// A client that may ask the tests' own servers.
fn local() -> Client {
    client(&["127.0.0.1"], settings())
}

fn connection(url: &str) -> Connection {
    Connection {
        id: "team".to_owned(),
        revision: 1,
        url: url.to_owned(),
        auth: Auth::None,
    }
}

/// The simplest thing to ask an EHR for.
async fn ask(client: &Client, connection: &Connection) -> Result<(), EhrError> {
    client.search(connection, &by_id("1"), 20).await.map(drop)
}

fn by_id(id: &str) -> fhir::search::Criteria {
    fhir::search::Criteria {
        id: Some(id.to_owned()),
        ..fhir::search::Criteria::default()
    }
}

async fn chart(client: &Client, connection: &Connection, patient: &str) -> Result<Chart, EhrError> {
    client
        .chart(connection, patient, Urgency::Person, Timestamp::now())
        .await
}

/// Resolves one name: to the next of its addresses each time, the last one for good.
#[derive(Clone)]
struct NamedLookup {
    name: &'static str,
    addresses: Vec<IpAddr>,
    asked: Arc<Mutex<usize>>,
}

impl NamedLookup {
    fn new(name: &'static str, addresses: &[&str]) -> Self {
        Self {
            name,
            addresses: addresses
                .iter()
                .map(|address| address.parse().unwrap())
                .collect(),
            asked: Arc::default(),
        }
    }

    fn lookups(&self) -> usize {
        *self.asked.lock().unwrap()
    }
}

impl Lookup for NamedLookup {
    fn lookup(&self, name: &str) -> LookedUp {
        assert_eq!(name, self.name);
        let mut asked = self.asked.lock().unwrap();
        let next = (*asked).min(self.addresses.len().saturating_sub(1));
        *asked += 1;
        let found = self.addresses.get(next).copied();
        Box::pin(async move {
            found
                .map(|address| vec![address])
                .ok_or_else(|| std::io::Error::other("no such name"))
        })
    }
}
