//! What a server says that it can do: its capability statement (in DSTU2 a Conformance), and its SMART configuration.

mod offers;
mod security;
mod smart;

pub use offers::{Lack, Missing};
pub use smart::{SmartConfiguration, read_smart_configuration};

use crate::issues::Issues;
use crate::json::{self, Object};
use crate::read::{Read, Unreadable};
use crate::version::{UnknownVersion, Version};
use domain::chart::{IssueKind, PartName};

/// What a server says that it can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capability {
    /// The version that it is read as.
    pub version: Version,
    /// The version as it says it, as `4.0.1`.
    pub fhir_version: String,
    /// The name of its software, else of the installation.
    pub software: Option<String>,
    /// The version of its software.
    pub software_version: Option<String>,
    /// The resources that it offers; empty where it says nothing about them.
    pub resources: Vec<Resource>,
    /// It answers several queries in one `batch`.
    pub batch: bool,
    /// Where tokens come from, by the OAuth-URIs extension.
    pub token_url: Option<String>,
    /// How it says it is secured: codes as `OAuth`, `SMART-on-FHIR`, `Basic`.
    pub security_services: Vec<String>,
}

/// A resource that a server offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    /// Its type.
    pub kind: String,
    /// What can be done with it: `read`, `search-type`, …; empty where the server does not say.
    pub interactions: Vec<String>,
    /// The names of its search parameters; empty where the server does not say.
    pub parameters: Vec<String>,
    /// What an answer can bring along by `_include`, as `Encounter:location`.
    pub includes: Vec<String>,
}

impl Resource {
    /// Whether it has a search parameter, as far as the server says.
    pub fn has_parameter(&self, parameter: &str) -> bool {
        self.parameters.iter().any(|known| known == parameter)
    }

    /// Whether an answer can bring along what it refers to by `path`, as `Encounter:location`: only where the server says so.
    pub fn includes(&self, path: &str) -> bool {
        self.includes.iter().any(|known| known == path)
    }

    /// Whether it allows an interaction. A server that names none is taken to allow all.
    pub fn allows(&self, interaction: &str) -> bool {
        self.interactions.is_empty() || self.interactions.iter().any(|known| known == interaction)
    }
}

/// Reads `GET {base}/metadata`.
pub fn read_capability(body: &[u8]) -> Result<Read<Capability>, Unreadable> {
    let unexpected = || Unreadable::Unexpected {
        wanted: "CapabilityStatement",
        said: crate::said(body),
    };
    let node = json::parse(body)?;
    let issues = Issues::new(PartName::Patient);
    let statement = Object::of(&node, "CapabilityStatement", &issues).ok_or_else(unexpected)?;
    if !matches!(
        statement.raw("resourceType"),
        Some("CapabilityStatement" | "Conformance")
    ) {
        return Err(unexpected());
    }
    let value = read(&statement)?;
    Ok(Read {
        value,
        issues: issues.into_vec(),
    })
}

fn read(statement: &Object<'_>) -> Result<Capability, UnknownVersion> {
    let fhir_version = statement.code("fhirVersion").unwrap_or_default();
    let version = Version::from_fhir_version(&fhir_version)?;
    let software = statement.object("software");
    let rest = rest(statement);
    let security = rest.and_then(|rest| rest.object("security"));
    Ok(Capability {
        version,
        fhir_version,
        software: software
            .and_then(|software| software.line("name"))
            .or_else(|| statement.line("name")),
        software_version: software.and_then(|software| software.line("version")),
        resources: rest.map(|rest| resources(&rest)).unwrap_or_default(),
        batch: rest.is_some_and(|rest| does_batch(&rest)),
        token_url: security.and_then(|security| security::token_url(&security)),
        security_services: security
            .map(|security| security::services(&security))
            .unwrap_or_default(),
    })
}

/// What it does as a server; a single entry counts whatever its mode.
fn rest<'n>(statement: &Object<'n>) -> Option<Object<'n>> {
    let all = statement.objects("rest");
    let server = all.iter().find(|rest| rest.raw("mode") == Some("server"));
    server.or(all.first()).copied()
}

/// By an interaction, or as DSTU2 says it (Conformance.rest.transactionMode).
fn does_batch(rest: &Object<'_>) -> bool {
    let interactions = codes(rest, "interaction");
    interactions.iter().any(|code| code == "batch")
        || matches!(rest.raw("transactionMode"), Some("batch" | "both"))
}

fn resources(rest: &Object<'_>) -> Vec<Resource> {
    let mut found = Vec::new();
    for resource in rest.objects("resource") {
        let Some(kind) = resource.code("type") else {
            resource.note(IssueKind::UnreadableElement, "type");
            continue;
        };
        found.push(Resource {
            kind,
            interactions: codes(&resource, "interaction"),
            parameters: names(&resource, "searchParam"),
            includes: texts(&resource, "searchInclude"),
        });
    }
    found
}

fn codes(object: &Object<'_>, name: &'static str) -> Vec<String> {
    let all = object.objects(name);
    all.iter().filter_map(|one| one.code("code")).collect()
}

fn names(object: &Object<'_>, name: &'static str) -> Vec<String> {
    let all = object.objects(name);
    all.iter().filter_map(|one| one.code("name")).collect()
}

/// All of them, however many: a large server lists dozens.
fn texts(object: &Object<'_>, name: &'static str) -> Vec<String> {
    let all = object.nodes(name);
    all.filter_map(|node| object.plain_line(node, name))
        .collect()
}
