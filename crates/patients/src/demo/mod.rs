//! `patients demo`: a sample hospital, made up, with two wards and a record.

mod english_ward;
mod filling;
mod french_ward;
mod people;
mod record;
mod ward;

use crate::Serving;
use crate::serve::exit_code;
use crate::server::Opened;
use anyhow::Context;
use people::{PEOPLE, Person};
use serde::Serialize;
use service::Caller;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use url::Url;

/// What scripts are told when the demo is ready.
#[derive(Serialize)]
struct Ready<'a> {
    url: String,
    users: Vec<DemoUser<'a>>,
    /// The base of the hospital's record.
    ehr: String,
}

#[derive(Serialize)]
struct DemoUser<'a> {
    user: &'a str,
    password: &'a str,
    name: &'a str,
    language: domain::team::installation::Language,
    teams: Vec<DemoTeam>,
}

#[derive(Serialize)]
struct DemoTeam {
    id: domain::TeamId,
    name: String,
    role: Option<domain::team::state::Role>,
}

/// Serves a data folder, filled with the sample hospital where it is empty.
pub(crate) fn run(serving: &Serving, json: bool) -> anyhow::Result<ExitCode> {
    tokio::runtime::Runtime::new()?.block_on(demo(serving, json))
}

async fn demo(serving: &Serving, json: bool) -> anyhow::Result<ExitCode> {
    let listen = serving.listen;
    let records = serving.records.with_loopback()?;
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen}"))?;
    let address = listener.local_addr()?;
    // Browsers make passkeys for a name, and not for a number.
    let named = Url::parse(&format!("http://localhost:{}", address.port()))?;
    let url = serving.url.as_ref().unwrap_or(&named);
    let opened = Opened::open(&serving.data, &records, Some(url)).await?;
    let sandbox = if opened.service.organization().users.is_empty() {
        let sandbox = record::start().await?;
        filling::fill(&opened, &sandbox.url())
            .await
            .context("the sample hospital could not be made")?;
        sandbox
    } else {
        record::start_again(&opened).await?
    };
    let url = format!("http://{address}");
    let ready = ready(&opened, &url, sandbox.url()).await?;
    announce(&ready, json)?;
    let end = opened.serve(listener).await;
    sandbox.stop().await;
    exit_code(end?)
}

async fn ready(opened: &Opened, url: &str, ehr: String) -> anyhow::Result<Ready<'static>> {
    let mut users = Vec::with_capacity(PEOPLE.len());
    for person in PEOPLE {
        let caller = caller(opened, person)?;
        let teams = opened.service.my_teams(&caller).await?;
        let teams = teams
            .into_iter()
            .map(|team| DemoTeam {
                id: team.id,
                name: team.name,
                role: team.role,
            })
            .collect();
        users.push(DemoUser {
            user: person.user,
            password: person.password,
            name: person.name,
            language: person.language,
            teams,
        });
    }
    Ok(Ready {
        url: url.to_owned(),
        users,
        ehr,
    })
}

/// A person of the demo, as its own commands name them.
fn caller(opened: &Opened, person: &Person) -> anyhow::Result<Caller> {
    let organization = opened.service.organization();
    let (user, account) = organization
        .find_by_sign_in_name(person.user)
        .with_context(|| {
            format!(
                "this folder holds another hospital than the demo's: there is no {}",
                person.user
            )
        })?;
    Ok(Caller {
        user,
        session: Arc::from("demo"),
        client: filling::CLIENT,
        language: account.language,
    })
}

fn announce(ready: &Ready<'_>, json: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string(ready)?)?;
        return Ok(out.flush()?);
    }
    writeln!(
        out,
        "\nThe sample hospital is open: {}\n\nWho can sign in:",
        ready.url
    )?;
    for user in &ready.users {
        let teams: Vec<String> = user
            .teams
            .iter()
            .map(|team| {
                format!("{:?} of {}", team.role, team.name)
                    .replace("Some(", "")
                    .replace(')', "")
                    .to_lowercase()
            })
            .collect();
        let teams = if teams.is_empty() {
            "administrator: makes users and teams".to_owned()
        } else {
            teams.join(", ")
        };
        writeln!(
            out,
            "  {:<10} {:<22} {:<22} {teams}",
            user.user, user.password, user.name
        )?;
    }
    writeln!(
        out,
        "\nPasskeys work where the server is reached by a name: http://localhost instead of 127.0.0.1."
    )?;
    writeln!(
        out,
        "\nThe hospital's record is at {} (FHIR R4, made-up patients).\n",
        ready.ehr
    )?;
    Ok(out.flush()?)
}
