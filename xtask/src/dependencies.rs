//! What deny.toml says of dependencies, as far as it can be checked without cargo-deny and its database: which crates are banned, where they come from,
//! and whether what is ignored for a time is looked at again in time.

use crate::repository::Repository;
use anyhow::{Context, Result};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The one place that crates come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
/// What stands in the reason of an ignored advisory, before the day by which somebody looks at it again.
const REVIEW: &str = "review by ";

/// The part of deny.toml that is read here.
#[derive(Deserialize)]
struct Deny {
    advisories: Advisories,
    bans: Bans,
}

#[derive(Deserialize)]
struct Advisories {
    #[serde(default)]
    ignore: Vec<toml::Value>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    #[serde(default)]
    deny_multiple_versions: bool,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    source: Option<String>,
}

/// Everything that breaks the rules, one sentence each.
pub(crate) fn violations(repository: &Repository) -> Result<Vec<String>> {
    let read = |file: &str| {
        std::fs::read_to_string(repository.root().join(file))
            .with_context(|| format!("{file} cannot be read"))
    };
    let deny = toml::from_str(&read("deny.toml")?).context("deny.toml")?;
    let lock = toml::from_str(&read("Cargo.lock")?).context("Cargo.lock")?;
    let today = jiff::tz::TimeZone::UTC
        .to_datetime(jiff::Timestamp::now())
        .date();
    Ok([of_advisories(&deny, today), of_lock(&deny, &lock)].concat())
}

fn of_advisories(deny: &Deny, today: Date) -> Vec<String> {
    let of_one = |ignored: &toml::Value| {
        let text = |name| {
            ignored
                .get(name)
                .and_then(toml::Value::as_str)
                .unwrap_or_default()
        };
        let (id, reason) = (text("id"), text("reason"));
        let review = reason.split_once(REVIEW).and_then(|(why, day)| {
            let day: Date = day.trim().parse().ok()?;
            (why.trim().len() > 3).then_some(day)
        });
        match review {
            _ if id.is_empty() => Some(format!(
                "deny.toml: an advisory is ignored as {{ id = …, reason = \"why; {REVIEW}2027-01-31\" }}"
            )),
            None => Some(format!(
                "deny.toml: {id} is ignored without a reason and `{REVIEW}YYYY-MM-DD`"
            )),
            Some(day) if day < today => Some(format!(
                "deny.toml: {id} was to be looked at again by {day}: mend it, or say why it stays and until when"
            )),
            Some(_) => None,
        }
    };
    deny.advisories.ignore.iter().filter_map(of_one).collect()
}

fn of_lock(deny: &Deny, lock: &Lock) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for locked in &lock.package {
        versions
            .entry(&locked.name)
            .or_default()
            .push(&locked.version);
    }
    let mut found: Vec<String> = deny
        .bans
        .deny
        .iter()
        .filter_map(|ban| {
            let name = ban.name.as_str();
            let versions = versions.get(name)?;
            match ban.deny_multiple_versions {
                true if versions.len() > 1 => Some(format!(
                    "Cargo.lock has {name} in {} versions: {}",
                    versions.len(),
                    versions.join(", ")
                )),
                true => None,
                false => Some(format!("Cargo.lock has {name}, which deny.toml bans")),
            }
        })
        .collect();
    found.extend(lock.package.iter().filter_map(|locked| {
        let source = locked.source.as_deref()?;
        (source != REGISTRY).then(|| {
            format!(
                "Cargo.lock has {} from {source}, not from crates.io",
                locked.name
            )
        })
    }));
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn deny(ignore: &str) -> Deny {
        let text = format!(
            "[advisories]\nignore = [{ignore}]\n[bans]\nwildcards = \"deny\"\n\
             deny = [{{ crate = \"openssl-sys\" }}, {{ crate = \"libsqlite3-sys\", deny-multiple-versions = true }}]"
        );
        toml::from_str(&text).unwrap()
    }

    #[test]
    fn an_advisory_is_ignored_with_a_reason_until_a_day() {
        let today: Date = "2026-11-25".parse().unwrap();
        let found = |ignore: &str| of_advisories(&deny(ignore), today).len();
        assert_eq!(found(""), 0);
        let entry =
            |reason: &str| format!("{{ id = \"RUSTSEC-2026-0001\", reason = \"{reason}\" }}");
        assert_eq!(found(&entry("not reached; review by 2027-01-31")), 0);
        assert_eq!(found(&entry("not reached; review by 2026-11-25")), 0);
        for wrong in [
            "not reached; review by 2026-11-24",
            "not reached",
            "review by 2027-01-31",
            "not reached; review by soon",
        ] {
            assert_eq!(found(&entry(wrong)), 1, "{wrong}");
        }
        assert_eq!(found("\"RUSTSEC-2026-0001\""), 1);
        assert_eq!(found("{ id = \"RUSTSEC-2026-0001\" }"), 1);
    }

    #[test]
    fn banned_crates_second_versions_and_other_places_are_refused() {
        let package = |name: &str, version: &str, source: &str| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n{source}\n")
        };
        let registry = format!("source = \"{REGISTRY}\"");
        let found =
            |packages: &[String]| of_lock(&deny(""), &toml::from_str(&packages.concat()).unwrap());
        let sqlite = package("libsqlite3-sys", "0.39.1", &registry);
        assert_eq!(
            found(&[package("patients", "0.1.0", ""), sqlite.clone()]),
            Vec::<String>::new()
        );
        assert_eq!(
            found(&[sqlite, package("libsqlite3-sys", "0.30.1", &registry)]).len(),
            1
        );
        assert_eq!(
            found(&[package("openssl-sys", "0.9.0", &registry)]).len(),
            1
        );
        assert_eq!(
            found(&[package(
                "x",
                "0.1.0",
                "source = \"git+https://example.org/x\""
            )])
            .len(),
            1
        );
    }
}
