//! The inward-arrow check: which crate may depend on which.
//!
//! `domain ← {journal, sheet, fhir} ← service ← {journal-sqlite, journal-postgres, ehr, identity, http-api} ← patients`
//! is an invariant of the design, and so is that the inner rings know no runtime, no network and no database.

use crate::repository::{DependencyKind, Metadata, Package};
use std::collections::BTreeMap;

/// The rings from the inside out: a crate depends on crates of earlier rings only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ring {
    Domain,
    Ports,
    Service,
    Adapters,
    Binary,
    /// Crates that stand in for the outside world: only tests reach them, and the binary, whose demo runs them.
    TestTools,
    /// Programs that work on the repository; nothing depends on them, and they on no room.
    Chores,
}

/// Which crates of others a room may use outside its tests.
enum External {
    Only(&'static [&'static str]),
    AllBut(&'static [&'static [&'static str]]),
}

struct Room {
    name: &'static str,
    ring: Ring,
    external: External,
}

const RUNTIMES: &[&str] = &["tokio", "tokio-util", "async-std", "smol"];
const LOGGING: &[&str] = &["tracing", "tracing-subscriber", "log"];
const SERVERS: &[&str] = &[
    "axum",
    "hyper",
    "hyper-util",
    "tower",
    "tower-http",
    "tokio-tungstenite",
];
const CLIENTS: &[&str] = &["reqwest", "ureq"];
const DATABASES: &[&str] = &["rusqlite", "tokio-postgres", "refinery", "sqlx"];

const ROOMS: &[Room] = &[
    Room {
        name: "domain",
        ring: Ring::Domain,
        external: External::Only(&[
            "diffy",
            "indexmap",
            "jiff",
            "serde",
            "serde_json",
            "thiserror",
            "unicode-normalization",
            "utoipa",
            "uuid",
        ]),
    },
    port("journal"),
    port("sheet"),
    port("fhir"),
    Room {
        name: "service",
        ring: Ring::Service,
        external: External::AllBut(&[SERVERS, CLIENTS, DATABASES]),
    },
    adapter("journal-sqlite", &[SERVERS, CLIENTS]),
    adapter("journal-postgres", &[SERVERS, CLIENTS]),
    adapter("ehr", &[SERVERS, DATABASES]),
    adapter("identity", &[SERVERS, DATABASES]),
    adapter("http-api", &[CLIENTS, DATABASES]),
    Room {
        name: "patients",
        ring: Ring::Binary,
        external: External::AllBut(&[]),
    },
    free("ehr-sandbox", Ring::TestTools),
    free("xtask", Ring::Chores),
    free("bench", Ring::Chores),
];

/// Arrows inside one ring, each a decision: HTTP asks identity who calls.
const SIDEWAYS: &[(&str, &str)] = &[("http-api", "identity")];

const fn port(name: &'static str) -> Room {
    Room {
        name,
        ring: Ring::Ports,
        external: External::AllBut(&[RUNTIMES, LOGGING, SERVERS, CLIENTS, DATABASES]),
    }
}

const fn adapter(name: &'static str, refused: &'static [&'static [&'static str]]) -> Room {
    Room {
        name,
        ring: Ring::Adapters,
        external: External::AllBut(refused),
    }
}

const fn free(name: &'static str, ring: Ring) -> Room {
    Room {
        name,
        ring,
        external: External::AllBut(&[]),
    }
}

/// Everything that breaks the rule, one sentence each; empty when all arrows point inward.
pub(crate) fn violations(metadata: &Metadata) -> Vec<String> {
    let rooms: BTreeMap<&str, &Room> = ROOMS.iter().map(|room| (room.name, room)).collect();
    let mut found = Vec::new();
    for package in &metadata.packages {
        match rooms.get(package.name.as_str()) {
            Some(room) => found.extend(of_room(room, package, &rooms)),
            None => found.push(format!(
                "crate `{}` has no room: give it one in ROOMS of xtask/src/arrows.rs, and in ARCHITECTURE.md",
                package.name
            )),
        }
    }
    found
}

fn of_room(room: &Room, package: &Package, rooms: &BTreeMap<&str, &Room>) -> Vec<String> {
    package
        .dependencies
        .iter()
        .filter_map(|dependency| {
            let name = dependency.name.as_str();
            let in_tests = dependency.kind == Some(DependencyKind::Dev);
            match rooms.get(name) {
                Some(other) if may_reach(room, other, in_tests) => None,
                Some(_) => Some(format!(
                    "`{}` depends on `{name}`{}: arrows point inward only (design.md, Rooms)",
                    room.name,
                    if in_tests { " in its tests" } else { "" },
                )),
                None if in_tests || may_use(&room.external, name) => None,
                None => Some(format!(
                    "`{}` uses `{name}`, which its ring may not: move that part outward, or change ROOMS of xtask/src/arrows.rs with a reason",
                    room.name,
                )),
            }
        })
        .collect()
}

fn may_reach(from: &Room, to: &Room, in_tests: bool) -> bool {
    match to.ring {
        Ring::Chores => false,
        Ring::TestTools => in_tests || from.ring == Ring::Binary,
        // A chore knows the product from outside: its files and its network interface.
        _ if from.ring == Ring::Chores => false,
        inner if inner < from.ring => true,
        same if same == from.ring => in_tests || SIDEWAYS.contains(&(from.name, to.name)),
        _ => false,
    }
}

fn may_use(external: &External, name: &str) -> bool {
    match external {
        External::Only(allowed) => allowed.contains(&name),
        External::AllBut(refused) => !refused.iter().any(|group| group.contains(&name)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    /// Metadata in cargo's form with one package and its dependencies, each `name` or `kind name`.
    fn check(package: &str, dependencies: &[&str]) -> Vec<String> {
        let dependencies: Vec<_> = dependencies
            .iter()
            .map(|line| match line.split_once(' ') {
                Some((kind, name)) => serde_json::json!({"name": name, "kind": kind, "req": "*"}),
                None => serde_json::json!({"name": line, "kind": null, "req": "*"}),
            })
            .collect();
        let metadata = serde_json::json!({"packages": [{"name": package, "dependencies": dependencies}], "version": 1});
        violations(&serde_json::from_value(metadata).unwrap())
    }

    #[test]
    fn inward_arrows_pass() {
        assert!(check("journal", &["domain", "serde", "sha2"]).is_empty());
        assert!(
            check(
                "service",
                &["domain", "journal", "sheet", "tokio", "tracing"]
            )
            .is_empty()
        );
        assert!(check("http-api", &["identity", "service", "axum", "tokio"]).is_empty());
        assert!(check("patients", &["http-api", "journal-sqlite", "rusqlite"]).is_empty());
    }

    #[test]
    fn an_outward_arrow_is_refused() {
        assert_eq!(
            check("domain", &["serde", "journal"]),
            ["`domain` depends on `journal`: arrows point inward only (design.md, Rooms)"]
        );
        assert_eq!(check("service", &["journal-sqlite"]).len(), 1);
        assert_eq!(check("service", &["build http-api"]).len(), 1);
    }

    #[test]
    fn rooms_of_one_ring_do_not_know_each_other() {
        assert_eq!(check("sheet", &["journal"]).len(), 1);
        assert_eq!(check("journal-sqlite", &["identity"]).len(), 1);
        assert_eq!(check("identity", &["http-api"]).len(), 1);
    }

    #[test]
    fn tests_reach_sideways_and_test_tools_but_not_outward() {
        assert!(check("identity", &["dev journal-sqlite", "dev proptest"]).is_empty());
        assert!(check("ehr", &["dev ehr-sandbox"]).is_empty());
        assert_eq!(check("ehr", &["ehr-sandbox"]).len(), 1);
        assert!(check("patients", &["ehr-sandbox"]).is_empty());
        assert_eq!(check("domain", &["dev service"]).len(), 1);
    }

    #[test]
    fn the_domain_uses_only_what_is_listed() {
        assert!(check("domain", &["jiff", "uuid", "dev proptest", "dev tokio"]).is_empty());
        assert_eq!(check("domain", &["rand"]).len(), 1);
        assert_eq!(check("domain", &["build cc"]).len(), 1);
    }

    #[test]
    fn inner_rings_know_no_runtime_server_or_database() {
        for refused in ["tokio", "axum", "rusqlite", "reqwest", "tracing"] {
            assert_eq!(check("journal", &[refused]).len(), 1, "{refused}");
            assert_eq!(check("sheet", &[refused]).len(), 1, "{refused}");
        }
        for refused in ["axum", "hyper", "rusqlite"] {
            assert_eq!(check("service", &[refused]).len(), 1, "{refused}");
        }
    }

    #[test]
    fn chores_stand_outside() {
        assert_eq!(check("bench", &["domain"]).len(), 1);
        assert_eq!(check("service", &["dev xtask"]).len(), 1);
        assert!(check("bench", &["tokio", "rusqlite"]).is_empty());
    }

    #[test]
    fn a_new_crate_must_be_given_a_room() {
        let found = check("stowaway", &[]);
        assert!(found[0].contains("`stowaway` has no room"), "{found:?}");
    }
}
