//! How fast answers become charts: a bundle of 1 MB of vital signs (the target is 100 MB/s), and the tree under it alone.

#![allow(missing_docs, reason = "a bench")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use domain::chart::PartName;
use fhir::chart::ChartReader;
use fhir::{Version, json};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::hint::black_box;

/// An observation as servers send it: with its narrative, profile, encounter and performer, of which the chart shows nothing.
fn observation(n: usize) -> Value {
    let coding = |system: &str, code: &str, display: &str| json!({"coding": [{"system": system, "code": code, "display": display}], "text": display});
    let quantity = |value: usize, unit: &str| json!({"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit});
    let at = format!(
        "2026-11-{:02}T{:02}:{:02}:00+01:00",
        n % 28 + 1,
        n % 24,
        n % 60
    );
    let mut observation = json!({
        "resourceType": "Observation",
        "id": format!("observation-{n}"),
        "meta": {"versionId": "1", "lastUpdated": at, "profile": ["http://hl7.org/fhir/StructureDefinition/vitalsigns"]},
        "text": {"status": "generated", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Vital signs of the morning</p></div>"},
        "status": "final",
        "category": [coding("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs", "Vital Signs")],
        "subject": {"reference": "Patient/p1", "display": "SMITH, Ben"},
        "encounter": {"reference": "Encounter/e1"},
        "performer": [{"reference": "Practitioner/7"}],
        "effectiveDateTime": at,
        "issued": at,
    });
    if n.is_multiple_of(3) {
        observation["code"] = coding("http://loinc.org", "85354-9", "Blood pressure");
        observation["component"] = json!([
            {"code": coding("http://loinc.org", "8480-6", "Systolic blood pressure"), "valueQuantity": quantity(100 + n % 60, "mm[Hg]")},
            {"code": coding("http://loinc.org", "8462-4", "Diastolic blood pressure"), "valueQuantity": quantity(60 + n % 30, "mm[Hg]")},
        ]);
    } else {
        observation["code"] = coding("http://loinc.org", "8867-4", "Heart rate");
        observation["valueQuantity"] = quantity(50 + n % 70, "/min");
    }
    json!({"fullUrl": format!("https://ehr.example/r4/Observation/observation-{n}"), "resource": observation, "search": {"mode": "match"}})
}

fn bundle(bytes: usize) -> Vec<u8> {
    let one = observation(0).to_string().len();
    let entries: Vec<_> = (0..bytes / one).map(observation).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "total": entries.len(), "entry": entries})
        .to_string()
        .into_bytes()
}

fn read(c: &mut Criterion) {
    let bundle = bundle(1_000_000);
    let mut group = c.benchmark_group("bundle of 1 MB");
    group.throughput(Throughput::Bytes(bundle.len() as u64));
    group.bench_function("to a chart", |b| {
        b.iter(|| {
            let mut reader = ChartReader::new(Version::R4, "https://ehr.example/r4", "p1");
            reader.page(PartName::VitalSigns, black_box(&bundle));
            reader.finish(Timestamp::UNIX_EPOCH)
        });
    });
    group.bench_function("to a tree", |b| {
        b.iter(|| json::parse(black_box(&bundle)).is_ok())
    });
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
