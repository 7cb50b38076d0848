//! The hospital's record of the demo: a sandbox in this process, and the ward that is connected to it.

use super::filling::{Fields, Team};
use super::people::PEOPLE;
use super::ward::FromRecord;
use crate::server::Opened;
use anyhow::Context;
use domain::ListId;
use domain::clinical::news2::News2Settings;
use domain::team::state::Role;
use ehr_sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, SocketAddr};

/// Starts the record at any free port.
pub(super) async fn start() -> anyhow::Result<Sandbox> {
    Sandbox::start(Options::default())
        .await
        .context("the sample record could not be started")
}

/// Starts the record where a ward is connected to it, so that its links go on working; where that port is taken, connects the ward anew.
pub(super) async fn start_again(opened: &Opened) -> anyhow::Result<Sandbox> {
    let Some(connected) = find_connected(opened).await? else {
        return start().await;
    };
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, connected.port));
    let options = Options {
        listen,
        ..Options::default()
    };
    match Sandbox::start(options).await {
        Ok(sandbox) => Ok(sandbox),
        Err(error) => {
            tracing::warn!(%listen, %error, "the sample record moves: patients who were linked to it are to be linked again");
            let sandbox = start().await?;
            connect(&connected.team, &connected.name, &sandbox.url()).await?;
            Ok(sandbox)
        }
    }
}

/// A ward that is connected to a record on this machine.
struct Connected<'a> {
    team: Team<'a>,
    name: String,
    port: u16,
}

async fn find_connected(opened: &Opened) -> anyhow::Result<Option<Connected<'_>>> {
    for person in PEOPLE {
        let owner = super::caller(opened, person)?;
        for mine in opened.service.my_teams(&owner).await? {
            if mine.role != Some(Role::Owner) {
                continue;
            }
            let team = Team {
                opened,
                id: mine.id,
                owner: owner.clone(),
            };
            let view = team.view().await?;
            if let Some(port) = port_of_sandbox(&view["ehr"]["url"]) {
                return Ok(Some(Connected {
                    team,
                    name: view["ehr"]["name"].as_str().unwrap_or_default().to_owned(),
                    port,
                }));
            }
        }
    }
    Ok(None)
}

fn port_of_sandbox(url: &Value) -> Option<u16> {
    let rest = url.as_str()?.strip_prefix("http://127.0.0.1:")?;
    rest.strip_suffix("/r4")?.parse().ok()
}

async fn connect(team: &Team<'_>, name: &str, url: &str) -> anyhow::Result<()> {
    let auth = json!({"type": "none"});
    team.command(json!({"type": "set_ehr_connection", "name": name, "url": url, "auth": auth}))
        .await?;
    Ok(())
}

/// Connects a ward, and adds a few of the record's patients to its first list and to one of their own.
pub(super) async fn fill(
    team: &Team<'_>,
    of_record: &FromRecord,
    url: &str,
    first_list: ListId,
    fields: &Fields,
) -> anyhow::Result<()> {
    connect(team, of_record.connection, url).await?;
    let settings = News2Settings::default();
    team.command(json!({"type": "set_news2", "settings": settings}))
        .await?;
    let mut columns = Vec::new();
    for (name, source) in [
        (of_record.news2, "news2"),
        (of_record.vital_signs, "vital_signs"),
        (of_record.allergies, "allergies"),
        (of_record.place, "place"),
    ] {
        let field = json!({"name": name, "type": "chart", "source": source});
        columns.push(team.add_field(field).await?);
    }
    columns.push(fields.matters);
    let list = team
        .command(json!({"type": "create_list", "name": of_record.list, "columns": columns}))
        .await?
        .list;
    for sample in of_record.patients {
        let added = team
            .command(json!({"type": "add_ehr_patient", "list": first_list, "ehr_id": sample.ehr_id, "distinct": true}))
            .await?;
        let patient = added.patient.context("a patient without an id")?;
        for (field, value) in [
            (fields.place, sample.place),
            (fields.matters, sample.matters),
        ] {
            if !value.is_empty() {
                team.command(json!({
                    "type": "set_value", "patient": patient, "field": field, "value": value, "based_on": added.sequence,
                }))
                .await?;
            }
        }
        team.command(json!({"type": "add_patient_to_list", "patient": patient, "list": list}))
            .await?;
    }
    Ok(())
}
