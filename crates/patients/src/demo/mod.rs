//! `patients demo`: a sample hospital, made up, with two wards.

mod english_ward;
mod filling;
mod french_ward;
mod people;
mod ward;

use crate::Serving;
use crate::serve::exit_code;
use crate::server::Opened;
use anyhow::Context;
use people::PEOPLE;
use serde::Serialize;
use service::Caller;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;

/// What scripts are told when the demo is ready.
#[derive(Serialize)]
struct Ready<'a> {
    url: String,
    users: Vec<DemoUser<'a>>,
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
    let opened = Opened::open(&serving.data, &serving.records).await?;
    if opened.service.organization().users.is_empty() {
        filling::fill(&opened)
            .await
            .context("the sample hospital could not be made")?;
    }
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen}"))?;
    let ready = ready(&opened, &format!("http://{}", listener.local_addr()?)).await?;
    announce(&ready, json)?;
    exit_code(opened.serve(listener).await?)
}

async fn ready(opened: &Opened, url: &str) -> anyhow::Result<Ready<'static>> {
    let organization = opened.service.organization();
    let mut users = Vec::with_capacity(PEOPLE.len());
    for person in PEOPLE {
        let (id, account) = organization
            .find_by_sign_in_name(person.user)
            .with_context(|| {
                format!(
                    "this folder holds another hospital than the demo's: there is no {}",
                    person.user
                )
            })?;
        let caller = Caller {
            user: id,
            session: Arc::from("demo"),
            client: filling::CLIENT,
            language: account.language,
        };
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
    writeln!(out)?;
    Ok(out.flush()?)
}
