//! Capability statements as servers send them.

use fhir::Version;
use fhir::capability::{Capability, read_capability};
use serde_json::{Value, json};

/// The `fhirVersion` of a version.
pub(crate) fn said(version: Version) -> &'static str {
    match version {
        Version::Dstu2 => "1.0.2",
        Version::Stu3 => "3.0.2",
        Version::R4 => "4.0.1",
        Version::R5 => "5.0.0",
    }
}

/// A statement of a server that offers these types of resources, each with these search parameters.
pub(crate) fn of(version: Version, resources: &[(&str, &[&str])]) -> Value {
    let resource_type = match version {
        Version::Dstu2 => "Conformance",
        _ => "CapabilityStatement",
    };
    let resources: Vec<Value> = resources
        .iter()
        .map(|(kind, parameters)| {
            let parameters: Vec<_> = parameters.iter().map(|name| json!({"name": name, "type": "token"})).collect();
            json!({"type": kind, "interaction": [{"code": "read"}, {"code": "search-type"}], "searchParam": parameters})
        })
        .collect();
    json!({
        "resourceType": resource_type,
        "fhirVersion": said(version),
        "software": {"name": "Example EHR", "version": "7.1"},
        "rest": [{"mode": "server", "interaction": [{"code": "batch"}], "resource": resources}],
    })
}

pub(crate) fn read(statement: &Value) -> Capability {
    match read_capability(statement.to_string().as_bytes()) {
        Ok(read) => read.value,
        Err(unreadable) => panic!("{unreadable}"),
    }
}

/// A server that offers every part.
pub(crate) fn whole(version: Version) -> Capability {
    let order = match version {
        Version::Dstu2 => "MedicationOrder",
        _ => "MedicationRequest",
    };
    let kinds = [
        "Patient",
        "Encounter",
        "Observation",
        "Condition",
        "AllergyIntolerance",
        order,
        "Coverage",
    ];
    let resources: Vec<(&str, &[&str])> = kinds.iter().map(|kind| (*kind, &[][..])).collect();
    read(&of(version, &resources))
}
