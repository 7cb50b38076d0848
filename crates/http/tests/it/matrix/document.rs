//! docs/access.md: the matrix, for a person to read.

use domain::access::{Permission, Person, action};
use domain::team::Command;
use domain::team::state::Role;
use http_api::endpoints;
use serde_json::Value;
use std::path::Path;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access.md");

fn name(person: Person) -> &'static str {
    match person {
        Person::Anonymous => "not signed in",
        Person::Outsider => "signed in",
        Person::Member(Role::Guest) => "guest",
        Person::Member(Role::Member) => "member",
        Person::Member(Role::Owner) => "owner",
        Person::Administrator => "administrator",
        Person::Auditor => "auditor",
        Person::Directory => "directory",
    }
}

fn row(what: &str, permission: Permission) -> String {
    let marks = Person::ALL.map(|person| match person.has(permission) {
        true => "yes",
        false => "-",
    });
    format!("| {what} | {} |\n", marks.join(" | "))
}

fn table(what: &str, rows: impl Iterator<Item = (String, Permission)>) -> String {
    let names = Person::ALL.map(name).join(" | ");
    let mut text = format!(
        "| {what} | {names} |\n|---{}|\n",
        "|---".repeat(Person::ALL.len())
    );
    for (name, permission) in rows {
        text += &row(&name, permission);
    }
    text
}

fn commands() -> impl Iterator<Item = (String, Permission)> {
    let file = include_str!("../../../../domain/tests/golden/commands-v1.json");
    let file: Value = serde_json::from_str(file).unwrap();
    let samples = file["team_commands"].as_array().unwrap().clone();
    Command::TYPE_NAMES.iter().map(move |name| {
        let sample = samples
            .iter()
            .find(|sample| sample["type"] == *name)
            .unwrap();
        let command: Command = serde_json::from_value(sample.clone()).unwrap();
        ((*name).to_owned(), Permission::Team(action(&command)))
    })
}

#[test]
fn the_printed_matrix_is_the_table_that_decides() {
    let routes = endpoints()
        .into_iter()
        .map(|e| (format!("{} {}", e.method, e.path), e.permission));
    let text = format!(
        "# Who may do what\n\n\
         Made by `crates/http/tests/it/matrix` from `crates/domain/src/access` and the server's own routes (`UPDATE=1 cargo test -p http-api --test it matrix`); tests \
         try each of these with everybody. A right is the right to ask at all: what of a team somebody sees (limited lists, protected patients), locked fields, the \
         last owner, and what the organization's policy allows a user are judged on top. Administrators and auditors see no patient by it; they may be members of a team besides.\n\n\
         ## Routes\n\n{}\n## Commands of a team\n\n{}\n\
         Commands of the organization take an administrator, every one.\n",
        table("route", routes),
        table("command", commands()),
    );
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &text).unwrap();
    }
    let written = std::fs::read_to_string(Path::new(PATH)).unwrap_or_default();
    assert!(
        written == text,
        "docs/access.md is not what the table says: UPDATE=1 cargo test -p http-api --test it matrix"
    );
}
