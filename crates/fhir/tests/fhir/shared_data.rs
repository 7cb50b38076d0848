//! Sample patients as their publishers ship them (`../shared/ehr-data/SOURCES.md` beside the repository, or `EHR_DATA`). The project keeps
//! none of them, so where they are absent the test says so.

use domain::chart::{Chart, ChartTime, IssueKind, PartName, PartStatus};
use fhir::Version;
use fhir::chart::ChartReader;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    match std::env::var_os("EHR_DATA") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ehr-data"),
    }
}

/// The files of a version, each as a bundle.
fn files(version: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths = Vec::new();
    for publisher in ["smart", "synthea"] {
        let Ok(files) = std::fs::read_dir(folder().join(version).join(publisher)) else {
            continue;
        };
        paths.extend(files.map(|file| file.unwrap().path()));
    }
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect()
}

const VERSIONS: [(&str, Version); 3] = [
    ("dstu2", Version::Dstu2),
    ("stu3", Version::Stu3),
    ("r4", Version::R4),
];

fn is_absent() -> bool {
    let is_absent = !folder().is_dir();
    if is_absent {
        println!("SKIPPED: no sample patients at {}", folder().display());
    }
    is_absent
}

/// A chart out of one bundle that answers every query alike: the server ignores every parameter.
fn chart(version: Version, patient: &str, bundle: &[u8]) -> Chart {
    let mut reader = ChartReader::new(version, "http://example.org/fhir", patient);
    for part in PartName::ALL {
        reader.page(part, bundle);
    }
    reader.finish("2026-11-24T12:00:00Z".parse().unwrap())
}

fn resources(bundle: &Value) -> Vec<Value> {
    let entries = bundle["entry"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| entry["resource"].clone())
        .collect()
}

/// How many items a patient's chart has to have, counted without the readers.
fn counts(version: Version, resources: &[Value], patient: &str) -> HashMap<PartName, usize> {
    let mut counts = HashMap::new();
    for resource in resources {
        let subjects = [&resource["subject"], &resource["patient"]];
        let is_theirs = subjects
            .iter()
            .any(|subject| subject["reference"] == format!("Patient/{patient}"));
        let is_vital = || {
            resource["category"].to_string().contains("\"vital-signs\"")
                || !resource["category"].to_string().contains("\"code\"")
        };
        let part = match resource["resourceType"].as_str().unwrap() {
            "Patient" if resource["id"] == patient => PartName::Patient,
            _ if !is_theirs => continue,
            "Observation" if is_vital() => PartName::VitalSigns,
            "Condition" => PartName::Conditions,
            "AllergyIntolerance" => PartName::Allergies,
            "MedicationOrder" if version == Version::Dstu2 => PartName::Medications,
            "MedicationRequest" if version != Version::Dstu2 => PartName::Medications,
            "Encounter" => PartName::Place,
            _ => continue,
        };
        *counts.entry(part).or_default() += 1;
    }
    counts
}

fn read_counts(chart: &Chart) -> HashMap<PartName, usize> {
    let counts = [
        (PartName::Patient, chart.patient.items.len()),
        (PartName::VitalSigns, chart.vital_signs.items.len()),
        (PartName::Conditions, chart.conditions.items.len()),
        (PartName::Allergies, chart.allergies.items.len()),
        (PartName::Medications, chart.medications.items.len()),
        (PartName::Place, chart.place.items.len()),
    ];
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn assert_newest_first(times: Vec<Option<ChartTime>>, what: &str) {
    let keys: Vec<_> = times
        .into_iter()
        .map(|time| time.map(ChartTime::sort_key))
        .collect();
    assert!(keys.is_sorted_by(|one, next| one >= next), "{what}");
}

fn check(version: Version, resources: &[Value], patient: &str, chart: &Chart, what: &str) {
    let mut expected = counts(version, resources, patient);
    if let Some(visits) = expected.get_mut(&PartName::Place) {
        *visits = 1;
    }
    assert_eq!(read_counts(chart), expected, "{what}");
    assert_newest_first(
        chart
            .vital_signs
            .items
            .iter()
            .map(|o| o.effective)
            .collect(),
        what,
    );
    assert_newest_first(
        chart
            .conditions
            .items
            .iter()
            .map(|c| c.recorded.or(c.onset))
            .collect(),
        what,
    );
    assert_newest_first(
        chart.allergies.items.iter().map(|a| a.recorded).collect(),
        what,
    );
    assert_newest_first(
        chart.medications.items.iter().map(|m| m.written).collect(),
        what,
    );
    let is_lost = |kind| {
        matches!(
            kind,
            IssueKind::UnreadableResource
                | IssueKind::UnknownPatient
                | IssueKind::NoAnswer
                | IssueKind::Truncated
        )
    };
    let lost = chart.issues.iter().find(|issue| is_lost(issue.kind));
    assert!(lost.is_none(), "{what}: {:?}", lost.map(|issue| issue.kind));
    for observation in &chart.vital_signs.items {
        assert!(
            observation.value.is_some() || !observation.components.is_empty(),
            "{what}"
        );
    }
    assert_eq!(chart.coverage.status, PartStatus::None, "{what}");
}

/// The newest start of the patient's visits, by their text: all of these are in one writing.
fn newest_visit(resources: &[Value], patient: &str) -> Option<ChartTime> {
    let visits = resources
        .iter()
        .filter(|r| r["resourceType"] == "Encounter");
    let reference = format!("Patient/{patient}");
    let theirs = visits.filter(|r| {
        r["subject"]["reference"] == reference || r["patient"]["reference"] == reference
    });
    let starts = theirs.filter_map(|r| r["period"]["start"].as_str()?.parse::<ChartTime>().ok());
    starts.max_by_key(|start| start.sort_key())
}

#[test]
fn every_sample_patient_is_read_whole_and_in_order() {
    if is_absent() {
        return;
    }
    let mut patients = 0;
    for (folder, version) in VERSIONS {
        for (path, bytes) in files(folder) {
            let bundle: Value = serde_json::from_slice(&bytes).unwrap();
            let resources = resources(&bundle);
            for resource in resources.iter().filter(|r| r["resourceType"] == "Patient") {
                let id = resource["id"].as_str().unwrap();
                let chart = chart(version, id, &bytes);
                let what = path.display().to_string();
                check(version, &resources, id, &chart, &what);
                let start = chart.place.items.first().and_then(|place| place.start);
                assert!(start == newest_visit(&resources, id), "{what}");
                let identity = &chart.patient.items[0].identity;
                assert!(
                    identity.family.is_some() && identity.given.is_some(),
                    "{what}"
                );
                assert_eq!(
                    identity.birth_date.unwrap().to_string(),
                    resource["birthDate"].as_str().unwrap(),
                    "{what}"
                );
                assert!(identity.clone().checked().is_ok(), "{what}");
                patients += 1;
            }
        }
    }
    assert_eq!(patients, 79, "patients read");
}

#[test]
fn only_the_asked_patients_resources_remain_where_a_server_answers_with_everybodys() {
    if is_absent() {
        return;
    }
    for (folder, version) in VERSIONS {
        let all: Vec<Value> = files(folder)
            .iter()
            .flat_map(|(_, bytes)| resources(&serde_json::from_slice(bytes).unwrap()))
            .collect();
        let entries: Vec<_> = all
            .iter()
            .map(|resource| serde_json::json!({"resource": resource}))
            .collect();
        let poured = serde_json::json!({"resourceType": "Bundle", "entry": entries}).to_string();
        let ids = all
            .iter()
            .filter(|r| r["resourceType"] == "Patient")
            .map(|r| r["id"].as_str().unwrap());
        let ids: Vec<_> = ids.collect();
        // A chart of everybody's resources takes its time in a test build; every tenth patient stands for the others.
        for id in ids.iter().step_by(10) {
            let chart = chart(version, id, poured.as_bytes());
            check(version, &all, id, &chart, id);
            let others = chart
                .issues
                .iter()
                .filter(|issue| issue.kind == IssueKind::OtherPatient);
            let of_conditions = others
                .filter(|issue| issue.part == PartName::Conditions)
                .map(|issue| issue.count as usize)
                .sum::<usize>();
            let conditions = all
                .iter()
                .filter(|r| r["resourceType"] == "Condition")
                .count();
            assert_eq!(
                of_conditions + chart.conditions.items.len(),
                conditions,
                "{id}"
            );
        }
    }
}
