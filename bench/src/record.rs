//! A ward whose columns come from a hospital's record: what a chart costs, how fast a list is kept fresh, and what edits cost while the record
//! misbehaves.

use crate::api::{Api, items, text};
use crate::edits;
use crate::figures::Latencies;
use crate::http::{Connection, Head};
use crate::sandbox::Sandbox;
use crate::seed;
use crate::server::Server;
use crate::socket::Socket;
use crate::table::{Table, Wanted};
use crate::target::{Live, Request, Target, Writer};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::time::timeout;

/// How late each answer of the record is, as by a network.
const DELAY: Duration = Duration::from_millis(100);
const PATIENTS: usize = 200;
/// Charts that may be read at the same time.
const AT_ONCE: usize = 16;
/// Charts of one measurement.
const CHARTS: usize = 20;
/// Clients that edit while the record misbehaves: a busy ward.
const WRITERS: usize = 8;
/// After this every chart is due again: a minute, and what they are spread over.
const READ_AGAIN: Duration = Duration::from_secs(82);
const REFRESHED_WITHIN: Duration = Duration::from_secs(90);

/// The twelve ways in which a record misbehaves.
const FAULTS: [(&str, &str); 12] = [
    ("slow", r#"{"fault":"slow","ms":5000}"#),
    ("429", r#"{"fault":"too-many-requests","retry_after":1}"#),
    ("500", r#"{"fault":"status","status":500}"#),
    ("cut body", r#"{"fault":"cut-body"}"#),
    ("wrong content type", r#"{"fault":"wrong-content-type"}"#),
    ("endless next", r#"{"fault":"endless-next"}"#),
    ("100 MB", r#"{"fault":"huge-body","megabytes":100}"#),
    ("HTML page", r#"{"fault":"html-page"}"#),
    ("expired token", r#"{"fault":"expired-token"}"#),
    ("unknown version", r#"{"fault":"unknown-version"}"#),
    (
        "missing resource",
        r#"{"fault":"missing-resource","resources":["Observation"]}"#,
    ),
    ("ignored filter", r#"{"fault":"ignored-filter"}"#),
];

/// A ward of the record.
struct Ward {
    team: String,
    list: String,
    patients: Vec<String>,
    note: String,
}

/// Adds the figures of issue 3 to the table.
pub(crate) async fn measure(
    binary: &Path,
    folder: &Path,
    rounds: usize,
    duration: Duration,
    table: &mut Table,
) -> Result<()> {
    let sandbox = Sandbox::start(binary, PATIENTS)?;
    let log = folder.join("record.log");
    let data = folder.join("record");
    let server = Server::start_with(binary, &data, &log, &["--ehr-allow", "127.0.0.0/8"]).await?;
    let mut api =
        seed::first_administrator(&server.address, &std::fs::read_to_string(&log)?).await?;
    let ward = fill(&mut api, &sandbox).await?;

    sandbox
        .set_fault(&format!(r#"{{"fault":"slow","ms":{}}}"#, DELAY.as_millis()))
        .await?;
    for round in 0..rounds {
        if round > 0 {
            // A chart that was read within a minute is not read again.
            tokio::time::sleep(READ_AGAIN).await;
        }
        measure_charts(&mut api, &ward, round, table).await?;
        measure_refresh(&api, &ward, &sandbox, table).await?;
    }
    sandbox.clear_faults().await?;
    measure_faults(&api, &ward, &sandbox, duration, table).await?;
    server.stop().await?;
    Ok(())
}

async fn fill(api: &mut Api, sandbox: &Sandbox) -> Result<Ward> {
    let owner = text(&api.get("/api/me").await?, "id")?;
    api.administer(json!({"type": "create_team", "name": "Record", "owner": owner}))
        .await?;
    let team = text(&items(&api.get("/api/teams").await?, "teams")?[0], "id")?;
    api.command(&team, json!({"type": "install_app", "mode": "ehr"}))
        .await?;
    let connection = json!({"type": "set_ehr_connection", "name": "Record", "url": sandbox.url, "auth": {"type": "none"}});
    api.command(&team, connection).await?;
    let path = format!("/api/teams/{team}");
    let list = text(&items(&api.get(&path).await?, "lists")?[0], "id")?;
    for source in ["vital_signs", "allergies", "place"] {
        let field = json!({"name": source, "type": "chart", "source": source});
        api.command(
            &team,
            json!({"type": "add_field", "field": field, "list": list}),
        )
        .await?;
    }
    let field = json!({"name": "Note", "type": "short_text"});
    api.command(
        &team,
        json!({"type": "add_field", "field": field, "list": list}),
    )
    .await?;
    let schema = api.get(&path).await?["schema"].clone();
    let note = items(&schema, "fields")?
        .iter()
        .find(|field| field["name"] == "Note");
    let note = text(note.context("no field")?, "id")?;
    for ehr_id in sandbox.patients().await? {
        // More than thirty searches in ten minutes want a reason.
        let search = json!({"id": ehr_id, "reason": "The bench fills its ward"});
        api.post(&format!("{path}/ehr/search"), &search).await?;
        let add =
            json!({"type": "add_ehr_patient", "list": list, "ehr_id": ehr_id, "distinct": true});
        api.command(&team, add).await?;
    }
    let opened = api.get(&format!("{path}/lists/{list}")).await?;
    let patients: Vec<String> = items(&opened, "rows")?
        .iter()
        .map(|row| text(&row["patient"], "id"))
        .collect::<Result<_>>()?;
    ensure!(patients.len() == PATIENTS, "{} patients", patients.len());
    Ok(Ward {
        team,
        list,
        patients,
        note,
    })
}

/// Charts of patients whom nobody looked at within a minute, and the same again.
async fn measure_charts(api: &mut Api, ward: &Ward, round: usize, table: &mut Table) -> Result<()> {
    let (mut cold, mut kept) = (Latencies::default(), Latencies::default());
    let patients = ward.patients.iter().skip(round * CHARTS).take(CHARTS);
    for patient in patients {
        let path = format!("/api/teams/{}/patients/{patient}/chart", ward.team);
        for latencies in [&mut cold, &mut kept] {
            let begun = Instant::now();
            let chart = api.get(&path).await?;
            latencies.add(begun.elapsed());
            ensure!(chart["problem"].is_null(), "a chart was not read");
        }
    }
    let delays = cold.percentile_ms(0.5) / (DELAY.as_secs_f64() * 1000.0);
    table.add(
        "chart read / delay of the record",
        "×",
        Wanted::AtMost(1.2),
        delays,
    );
    table.add(
        "chart kept, p50",
        "ms",
        Wanted::AtMost(20.0),
        kept.percentile_ms(0.5),
    );
    Ok(())
}

/// A list of the record is opened: until the charts of all its patients were read.
async fn measure_refresh(
    api: &Api,
    ward: &Ward,
    sandbox: &Sandbox,
    table: &mut Table,
) -> Result<()> {
    // What was read just now is not due yet.
    tokio::time::sleep(READ_AGAIN).await;
    sandbox.reset_counts().await?;
    let path = format!("/api/teams/{}/live", ward.team);
    let mut socket = Socket::open(&api.address, &path, &api.headers).await?;
    let begun = Instant::now();
    socket
        .send(&json!({"open": {"list": ward.list}}).to_string())
        .await?;
    let took = timeout(REFRESHED_WITHIN, async {
        while let Some(message) = socket.next().await? {
            let Ok(message) = serde_json::from_slice::<Value>(message) else {
                continue;
            };
            let state = &message["record"];
            if state.is_object() && sandbox_is_done(state) && begun.elapsed() > DELAY {
                return Ok(begun.elapsed());
            }
        }
        anyhow::bail!("the connection ended")
    })
    .await
    .context("the list was not refreshed in time")??;
    let ideal = DELAY * u32::try_from(PATIENTS.div_ceil(AT_ONCE))?;
    let most = sandbox.most_at_once().await?;
    let ratio = took.as_secs_f64() / ideal.as_secs_f64();
    table.add(
        "200 patients refreshed / ideal",
        "×",
        Wanted::AtMost(1.3),
        ratio,
    );
    table.add("requests at the same time", "", Wanted::AtMost(16.0), most);
    Ok(())
}

fn sandbox_is_done(state: &Value) -> bool {
    state["reading"] == json!(false) && !state["as_of"].is_null()
}

/// Edits of a busy ward whose list is open, with and without each fault.
async fn measure_faults(
    api: &Api,
    ward: &Ward,
    sandbox: &Sandbox,
    duration: Duration,
    table: &mut Table,
) -> Result<()> {
    let path = format!("/api/teams/{}/live", ward.team);
    let mut socket = Socket::open(&api.address, &path, &api.headers).await?;
    socket
        .send(&json!({"open": {"list": ward.list}}).to_string())
        .await?;
    let heard = tokio::spawn(async move {
        while socket.next().await?.is_some() {}
        anyhow::Ok(())
    });
    let target = Arc::new(target(api, ward).await?);
    let mut writers = Writer::all(&target, WRITERS);
    edits::measure(&target, &mut writers, duration).await?;
    let mut usual = edits::measure(&target, &mut writers, duration).await?;
    let usual = usual.percentile_ms(0.99);
    table.add("edit p99, record well", "ms", Wanted::Nothing, usual);
    for (name, fault) in FAULTS {
        sandbox.clear_faults().await?;
        // Long enough for a round of reading charts to begin.
        sandbox.set_fault(fault).await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut edits = edits::measure(&target, &mut writers, duration).await?;
        let ratio = edits.percentile_ms(0.99) / usual;
        table.add(
            &format!("edit p99 with {name} / without"),
            "×",
            Wanted::AtMost(2.0),
            ratio,
        );
    }
    sandbox.clear_faults().await?;
    heard.abort();
    Ok(())
}

async fn target(api: &Api, ward: &Ward) -> Result<Target> {
    let team = format!("/api/teams/{}", ward.team);
    let head = Head::new("GET", &team, &api.address, &api.headers);
    let mut connection = Connection::open(&api.address).await?;
    let read: Value = serde_json::from_slice(connection.succeed(&head, b"").await?)?;
    let request = |method: &str, path: String, body: &str| Request {
        method: method.to_owned(),
        path,
        body: body.to_owned(),
    };
    Ok(Target {
        name: "patients".to_owned(),
        address: api.address.clone(),
        headers: api.headers.clone(),
        edit: request(
            "POST",
            format!("{team}/commands"),
            r#"{"id":"{uuid}","command":{"type":"set_value","patient":"{id}","field":"{col}","value":"{val}","based_on":{rev}}}"#,
        ),
        list: request("GET", format!("{team}/lists/{}", ward.list), ""),
        live: Live::Ws {
            path: format!("{team}/live"),
            send: vec![],
            ready: String::new(),
        },
        rows: ward.patients.clone(),
        columns: vec![ward.note.clone()],
        sequence_key: "sequence".to_owned(),
        first_sequence: read["sequence"].as_u64().context("no sequence")?,
    })
}
