//! What the server says of itself: Conformance in DSTU2, CapabilityStatement since; and SMART's discovery document.

use super::{auth::Auth, parameters};
use crate::{version::Version, ward::Kind};
use serde_json::{Value, json};

/// What is to be told.
pub(super) struct Telling<'a> {
    pub(super) version: Version,
    /// The `fhirVersion`: the version's own, unless a fault tells another.
    pub(super) fhir_version: &'a str,
    pub(super) base: &'a str,
    pub(super) token_url: &'a str,
    pub(super) is_protected: bool,
    pub(super) has_oauth_extension: bool,
    pub(super) offers_batch: bool,
    pub(super) offers_includes: bool,
    pub(super) kinds: Vec<Kind>,
}

/// The capability statement.
pub(super) fn statement(telling: &Telling<'_>) -> Value {
    let version = telling.version;
    let mut rest = json!({
        "mode": "server",
        "resource": telling.kinds.iter().map(|kind| resource(*kind, telling)).collect::<Vec<_>>(),
    });
    if telling.offers_batch {
        // DSTU2 has one code for both, and says apart which of them is meant.
        match version {
            Version::Dstu2 => {
                rest["interaction"] = json!([{"code": "transaction"}]);
                rest["transactionMode"] = json!("batch");
            }
            Version::Stu3 | Version::R4 => rest["interaction"] = json!([{"code": "batch"}]),
        }
    }
    if telling.is_protected {
        rest["security"] = security(telling);
    }
    let mut statement = json!({
        "resourceType": match version {
            Version::Dstu2 => "Conformance",
            Version::Stu3 | Version::R4 => "CapabilityStatement",
        },
        "status": "active",
        "date": "2026-11-24",
        "publisher": "Patients",
        "kind": "instance",
        "software": {"name": "ehr-sandbox", "version": env!("CARGO_PKG_VERSION")},
        "implementation": {"description": "A ward of synthetic patients", "url": telling.base},
        "fhirVersion": telling.fhir_version,
        "format": ["json"],
        "rest": [rest],
    });
    if version != Version::R4 {
        statement["acceptUnknown"] = json!("both");
    }
    statement
}

fn resource(kind: Kind, telling: &Telling<'_>) -> Value {
    let version = telling.version;
    let parameters: Vec<Value> = parameters::of(kind, version)
        .into_iter()
        .map(|(name, meaning)| json!({"name": name, "type": meaning.type_name()}))
        .collect();
    let mut told = json!({
        "type": kind.name(version),
        "interaction": [{"code": "read"}, {"code": "search-type"}],
        "searchParam": parameters,
    });
    let includes = parameters::includes(kind);
    // FHIR knows no empty lists.
    if telling.offers_includes && !includes.is_empty() {
        told["searchInclude"] = json!(includes);
    }
    told
}

/// The OAuth-URIs extension, under SMART's address in DSTU2 and R4 and under HL7's in STU3: both are in use.
fn security(telling: &Telling<'_>) -> Value {
    let (address, system) = match telling.version {
        Version::Dstu2 => (
            "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
            "http://hl7.org/fhir/restful-security-service",
        ),
        Version::Stu3 => (
            "http://hl7.org/fhir/StructureDefinition/oauth-uris",
            "http://hl7.org/fhir/restful-security-service",
        ),
        Version::R4 => (
            "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
            "http://terminology.hl7.org/CodeSystem/restful-security-service",
        ),
    };
    let mut security = json!({
        "service": [{"coding": [{"system": system, "code": "SMART-on-FHIR"}], "text": "OAuth2 using SMART-on-FHIR profile"}],
    });
    if telling.has_oauth_extension {
        security["extension"] = json!([{
            "url": address,
            "extension": [{"url": "token", "valueUri": telling.token_url}],
        }]);
    }
    security
}

/// SMART's `.well-known/smart-configuration`; `None` without authentication.
pub(super) fn smart_configuration(auth: &Auth, token_url: &str) -> Option<Value> {
    let mut told = json!({
        "token_endpoint": token_url,
        "grant_types_supported": ["client_credentials"],
        "scopes_supported": ["system/*.read", "system/*.rs"],
    });
    match auth {
        Auth::None => return None,
        Auth::ClientCredentials { .. } => {
            told["token_endpoint_auth_methods_supported"] =
                json!(["client_secret_basic", "client_secret_post"]);
            told["capabilities"] = json!(["client-confidential-symmetric", "permission-v1"]);
        }
        Auth::PrivateKeyJwt { .. } => {
            told["token_endpoint_auth_methods_supported"] = json!(["private_key_jwt"]);
            told["token_endpoint_auth_signing_alg_values_supported"] = json!(["RS384", "ES384"]);
            told["capabilities"] = json!(["client-confidential-asymmetric", "permission-v1"]);
        }
    }
    Some(told)
}
