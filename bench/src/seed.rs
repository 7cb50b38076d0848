//! What the server is filled with, through the public API: one large list, and many teams beside it.

use crate::api::{Api, items, text};
use crate::server::Server;
use crate::target::{Live, Request, Target};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) const TEAMS: usize = 1_000;
const PATIENTS: usize = 1_000;
const FIELDS: usize = 30;

/// What stands in the cells of a ward, about two words in each.
const WORDS: &[&str] = &[
    "stable",
    "review",
    "bloods",
    "CT chest",
    "NBM",
    "home",
    "physio",
    "IV abx",
    "ward round",
    "consult",
    "sepsis",
    "fall risk",
    "warfarin",
    "fluids",
    "pending",
    "cultures",
    "MRI",
    "discharge",
    "diet",
    "O2 2 l",
    "telemetry",
    "family told",
    "wound",
    "drain",
    "K+ 3.4",
];

/// The large list, as the driver must know it.
pub(crate) struct Ward {
    team: String,
    list: String,
    version: u64,
    sequence: u64,
    patients: Vec<String>,
    fields: Vec<String>,
    headers: BTreeMap<String, String>,
}

/// Where the server keeps its data.
pub(crate) fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

/// Starts the server on an empty store, fills it and stops it.
pub(crate) async fn fill(binary: &Path, folder: &Path) -> Result<Ward> {
    let log = folder.join("server.log");
    let server = Server::start(binary, &data(folder), &log).await?;
    let mut api = first_administrator(&server.address, &std::fs::read_to_string(&log)?).await?;
    let owner = text(&api.get("/api/me").await?, "id")?;
    for number in 1..=TEAMS {
        let name = name_of_team(number);
        api.administer(json!({"type": "create_team", "name": name, "owner": owner}))
            .await?;
    }
    let teams = ids_by_name(items(&api.get("/api/teams").await?, "teams")?)?;
    ensure!(teams.len() == TEAMS, "{} teams", teams.len());
    for team in teams.values() {
        api.command(team, json!({"type": "install_app", "mode": "manual"}))
            .await?;
    }
    let large = teams.get(&name_of_team(TEAMS)).context("no last team")?;
    let ward = fill_list(&mut api, large.clone()).await?;
    server.stop().await?;
    Ok(ward)
}

fn name_of_team(number: usize) -> String {
    format!("Ward {number}")
}

/// Takes up the one-time link that an empty server prints.
pub(crate) async fn first_administrator(address: &str, log: &str) -> Result<Api> {
    let token = log
        .split_once("/welcome#")
        .map(|(_, rest)| rest.split_whitespace().next().unwrap_or_default())
        .context("the server printed no one-time link")?;
    let (user, password) = ("bench", "a long password for the bench");
    Api::connect(address)
        .await?
        .post(
            "/api/enrolment",
            &json!({"token": token, "user": user, "name": "Bench", "password": password}),
        )
        .await?;
    Api::sign_in(address, user, password).await
}

async fn fill_list(api: &mut Api, team: String) -> Result<Ward> {
    let name_of = |number| format!("Field {number}");
    for number in 1..=FIELDS {
        let field = json!({"name": name_of(number), "type": "short_text"});
        api.command(&team, json!({"type": "add_field", "field": field}))
            .await?;
    }
    let path = format!("/api/teams/{team}");
    let fields = ids_by_name(items(&api.get(&path).await?["schema"], "fields")?)?;
    let fields: Vec<String> = (1..=FIELDS)
        .map(|number| fields.get(&name_of(number)).cloned())
        .collect::<Option<_>>()
        .context("a field is missing")?;
    let list = "Large list";
    api.command(
        &team,
        json!({"type": "create_list", "name": list, "columns": fields}),
    )
    .await?;
    let list = ids_by_name(items(&api.get(&path).await?, "lists")?)?
        .remove(list)
        .context("the list is missing")?;
    for number in 0..PATIENTS {
        let values: Vec<Value> = fields
            .iter()
            .enumerate()
            .map(|(column, field)| json!({"field": field, "value": words(number, column)}))
            .collect();
        api.command(
            &team,
            json!({
                "type": "add_patient",
                "list": list,
                "identity": identity(number),
                "values": values,
            }),
        )
        .await?;
    }
    let opened = api.get(&format!("{path}/lists/{list}")).await?;
    let patients: Vec<String> = items(&opened, "rows")?
        .iter()
        .map(|row| text(&row["patient"], "id"))
        .collect::<Result<_>>()?;
    ensure!(patients.len() == PATIENTS, "{} patients", patients.len());
    let number = |key| opened[key].as_u64().with_context(|| format!("no {key}"));
    Ok(Ward {
        version: number("version")?,
        sequence: number("sequence")?,
        headers: api.headers.clone(),
        team,
        list,
        patients,
        fields,
    })
}

fn ids_by_name(items: &[Value]) -> Result<BTreeMap<String, String>> {
    items
        .iter()
        .map(|item| Ok((text(item, "name")?, text(item, "id")?)))
        .collect()
}

/// Somebody whom nobody takes for another: names and numbers all differ.
fn identity(number: usize) -> Value {
    json!({
        "family": format!("Bench-{number:04}"),
        "given": "Robin",
        "birth_date": format!("{}-{:02}-{:02}", 1930 + number % 80, 1 + number % 12, 1 + number % 28),
        "identifiers": [{"type": "MR", "value": format!("{:07}", 1_000_000 + number)}],
    })
}

/// One to three words; the same ones in every run.
fn words(row: usize, column: usize) -> String {
    let start = row * 7 + column * 13;
    (0..=(row + column) % 3)
        .map(|place| WORDS[(start + place * 11 + row % 5) % WORDS.len()])
        .collect::<Vec<_>>()
        .join(" ")
}

impl Ward {
    /// As a browser opens it: without knowing anything yet.
    pub(crate) fn target(&self, address: &str) -> Target {
        self.with_opening(address, json!({"open": {"list": self.list}}))
    }

    /// As a browser comes back to it: knowing the version that the server still has.
    pub(crate) fn target_at_version(&self, address: &str) -> Target {
        let open = json!({"open": {"list": self.list, "version": self.version}});
        self.with_opening(address, open)
    }

    fn with_opening(&self, address: &str, open: Value) -> Target {
        let team = format!("/api/teams/{}", self.team);
        let request = |method: &str, path: String, body: &str| Request {
            method: method.to_owned(),
            path,
            body: body.to_owned(),
        };
        Target {
            name: "patients".to_owned(),
            address: address.to_owned(),
            headers: self.headers.clone(),
            edit: request(
                "POST",
                format!("{team}/commands"),
                r#"{"id":"{uuid}","command":{"type":"set_value","patient":"{id}","field":"{col}","value":"{val}","based_on":{rev}}}"#,
            ),
            list: request("GET", format!("{team}/lists/{}", self.list), ""),
            live: Live::Ws {
                path: format!("{team}/live"),
                send: vec![open.to_string()],
                ready: "\"opened\"".to_owned(),
            },
            rows: self.patients.clone(),
            columns: self.fields.clone(),
            sequence_key: "sequence".to_owned(),
            first_sequence: self.sequence,
        }
    }
}
