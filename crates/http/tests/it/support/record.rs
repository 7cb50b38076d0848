//! The hospital's record: a sandbox, and a ward that is connected to it.

use super::client::{Api, Live};
use super::server::{Asking, Server};
use super::ward::Ward;
use domain::clinical::news2::News2Settings;
use ehr_sandbox::{Auth, Options, Sandbox};
use serde_json::{Value, json};

pub const CLIENT_ID: &str = "ward-client";
pub const CLIENT_SECRET: &str = "CANARYSECRET-of-the-client";
pub const TENANT: &str = "tenant-7";

/// A record that asks for client credentials.
pub async fn protected() -> Sandbox {
    let auth = Auth::ClientCredentials {
        client_id: CLIENT_ID.to_owned(),
        client_secret: CLIENT_SECRET.to_owned(),
        scope: TENANT.to_owned(),
    };
    let options = Options {
        auth,
        ..Options::default()
    };
    Sandbox::start(options).await.unwrap()
}

/// A ward that is connected to a record.
pub struct Recorded {
    pub ward: Ward,
    pub record: Sandbox,
}

impl Recorded {
    pub async fn begin() -> Self {
        Self::begin_asking(Asking::default()).await
    }

    /// The same, with a server that asks records in this way.
    pub async fn begin_asking(asking: Asking) -> Self {
        Self::begin_on(Server::start_asking(asking).await).await
    }

    /// The same, on a server of the test's own.
    pub async fn begin_on(server: Server) -> Self {
        let mut ward = Ward::begin_on(server).await;
        let record = protected().await;
        let connect = json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": {
            "type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "scope": TENANT,
        }});
        ward.olga.done(&ward.team, connect).await;
        Self { ward, record }
    }

    /// Adds a patient of the record to the default list.
    pub async fn add(&mut self, ehr_id: &str) -> String {
        let list = self.ward.list.clone();
        self.add_to(&list, ehr_id).await
    }

    pub async fn add_to(&mut self, list: &str, ehr_id: &str) -> String {
        let add = json!({"type": "add_ehr_patient", "list": list, "ehr_id": ehr_id});
        let ward = &mut self.ward;
        let answer = ward.olga.done(&ward.team, add).await;
        answer["patient"].as_str().unwrap().to_owned()
    }

    /// Columns of the default list that are bound to the chart.
    pub async fn bind(&mut self, sources: &[&str]) {
        let ward = &mut self.ward;
        for source in sources {
            let field = json!({"name": source, "type": "chart", "source": source});
            let add = json!({"type": "add_field", "list": ward.list, "field": field});
            ward.olga.done(&ward.team, add).await;
        }
    }

    pub async fn score(&mut self) {
        let set = json!({"type": "set_news2", "settings": News2Settings::default()});
        self.ward.olga.done(&self.ward.team, set).await;
    }

    pub fn chart_path(&self, patient: &str) -> String {
        self.ward.path(&format!("/patients/{patient}/chart"))
    }

    /// What a patient's row shows of one thing of the chart.
    pub async fn shown(&self, api: &mut Api, patient: &str, source: &str) -> Option<Value> {
        let list = api.list(&self.ward.team, &self.ward.list).await;
        let mut rows = list["rows"].as_array().unwrap().iter();
        let row = rows.find(|row| row["patient"]["id"] == *patient).unwrap();
        let mut values = row["values"].as_array().unwrap().iter();
        values.find(|value| value["source"] == *source).cloned()
    }

    /// Waits for the state of the record's columns that fits.
    pub async fn hear_state(&self, live: &mut Live, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = live.hear_of("record").await;
            if fits(&state) {
                return state;
            }
        }
    }
}
