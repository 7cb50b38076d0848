//! What becomes of a chart whose answers differ in fate.

use crate::example::base;
use domain::chart::{Chart, IssueKind, Part, PartName, PartStatus};
use fhir::Version;
use fhir::chart::ChartReader;
use serde_json::{Value, json};

pub(crate) fn reader() -> ChartReader {
    ChartReader::new(Version::R4, &base(Version::R4), "p1")
}

pub(crate) fn finished(reader: ChartReader) -> Chart {
    reader.finish("2026-11-24T12:00:00Z".parse().unwrap())
}

/// A page of allergies: each an id, and whose.
fn allergies(of: &[(&str, &str)], more: Value) -> Vec<u8> {
    let entry = |(id, patient): &(&str, &str)| {
        json!({"resource": {"resourceType": "AllergyIntolerance", "id": id, "code": {"text": id},
            "patient": {"reference": format!("Patient/{patient}")}}})
    };
    let mut page =
        json!({"resourceType": "Bundle", "entry": of.iter().map(entry).collect::<Vec<_>>()});
    page.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    page.to_string().into_bytes()
}

fn next(url: &str) -> Value {
    json!({"link": [{"relation": "next", "url": url}]})
}

fn texts(chart: &Chart) -> Vec<&str> {
    chart
        .allergies
        .items
        .iter()
        .map(|allergy| allergy.what.text.as_str())
        .collect()
}

pub(crate) fn kinds(chart: &Chart, part: PartName) -> Vec<IssueKind> {
    let of_part = chart.issues.iter().filter(|issue| issue.part == part);
    of_part.map(|issue| issue.kind).collect()
}

fn status<T>(part: &Part<T>) -> PartStatus {
    part.status
}

#[test]
fn pages_are_joined_and_what_a_server_repeats_stands_once() {
    let mut reader = reader();
    let first = reader.page(
        PartName::Allergies,
        &allergies(&[("a", "p1"), ("b", "p1")], next("https://ehr.example/2")),
    );
    assert_eq!(first.as_deref(), Some("https://ehr.example/2"));
    assert_eq!(
        reader.page(
            PartName::Allergies,
            &allergies(&[("b", "p1"), ("c", "p1")], json!({}))
        ),
        None
    );
    let chart = finished(reader);
    assert_eq!(texts(&chart), ["a", "b", "c"]);
    assert!(kinds(&chart, PartName::Allergies).is_empty());
}

#[test]
fn pages_that_were_left_unread_are_said_and_never_look_like_none() {
    let mut reader = reader();
    reader.page(
        PartName::Allergies,
        &allergies(&[("a", "p2")], next("https://ehr.example/2")),
    );
    reader.stopped(PartName::Allergies);
    let chart = finished(reader);
    assert_eq!(status(&chart.allergies), PartStatus::Failed);
    assert_eq!(
        kinds(&chart, PartName::Allergies),
        [IssueKind::OtherPatient, IssueKind::Truncated]
    );
}

#[test]
fn a_total_above_what_came_is_said_where_there_is_no_next_page() {
    let mut reader = reader();
    reader.page(
        PartName::Allergies,
        &allergies(&[("a", "p1")], json!({"total": 3})),
    );
    let chart = finished(reader);
    assert_eq!(status(&chart.allergies), PartStatus::Ok);
    assert_eq!(kinds(&chart, PartName::Allergies), [IssueKind::Truncated]);
}

#[test]
fn a_page_that_fails_leaves_what_was_read_before() {
    let mut reader = reader();
    reader.page(
        PartName::Allergies,
        &allergies(&[("a", "p1")], next("https://ehr.example/2")),
    );
    assert_eq!(
        reader.page(PartName::Allergies, b"<html>Gateway Timeout</html>"),
        None
    );
    let chart = finished(reader);
    assert_eq!(texts(&chart), ["a"]);
    assert_eq!(kinds(&chart, PartName::Allergies), [IssueKind::NoAnswer]);
}

#[test]
fn nothing_recorded_is_none_even_where_others_were_left_out() {
    let mut reader = reader();
    reader.page(
        PartName::Allergies,
        &allergies(&[("a", "p2"), ("b", "p3")], json!({})),
    );
    let chart = finished(reader);
    assert_eq!(status(&chart.allergies), PartStatus::None);
    assert_eq!(
        chart
            .issues
            .iter()
            .find(|i| i.kind == IssueKind::OtherPatient)
            .unwrap()
            .count,
        2
    );
}

#[test]
fn a_refusal_is_told_by_its_status() {
    let outcome = |code: &str| {
        json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": code}]})
            .to_string()
    };
    let cases = [
        (401, String::new(), PartStatus::NotPermitted),
        (403, "Forbidden".into(), PartStatus::NotPermitted),
        (404, "<html>".into(), PartStatus::NotSupported),
        (501, outcome("not-supported"), PartStatus::NotSupported),
        (400, outcome("not-supported"), PartStatus::NotSupported),
        (400, outcome("invalid"), PartStatus::Failed),
        (400, outcome("forbidden"), PartStatus::NotPermitted),
        (429, String::new(), PartStatus::Failed),
        (500, "{".into(), PartStatus::Failed),
    ];
    for (http, body, expected) in cases {
        let mut reader = reader();
        reader.refused(PartName::Coverage, http, body.as_bytes());
        let chart = finished(reader);
        assert_eq!(status(&chart.coverage), expected, "{http} {body}");
        let said = chart
            .issues
            .iter()
            .filter(|i| i.part == PartName::Coverage && i.kind == IssueKind::NoAnswer);
        let said: Vec<_> = said
            .map(|issue| issue.said.clone().unwrap_or_default())
            .collect();
        assert_eq!(said, [format!("HTTP {http}")]);
    }
}

#[test]
fn a_patient_who_is_not_there_is_no_part_that_is_not_offered() {
    let mut reader = reader();
    reader.refused(PartName::Patient, 404, b"");
    assert_eq!(status(&finished(reader).patient), PartStatus::Failed);
}

#[test]
fn a_part_that_was_not_told_fails_and_one_that_is_not_offered_says_so() {
    let mut reader = reader();
    reader.not_offered(PartName::Coverage);
    reader.unanswered(PartName::Allergies, "timeout");
    let chart = finished(reader);
    assert_eq!(status(&chart.coverage), PartStatus::NotSupported);
    assert_eq!(status(&chart.allergies), PartStatus::Failed);
    assert_eq!(status(&chart.conditions), PartStatus::Failed);
    let said = |part| {
        chart
            .issues
            .iter()
            .find(|issue| issue.part == part)
            .and_then(|issue| issue.said.as_deref())
    };
    assert_eq!(said(PartName::Allergies), Some("timeout"));
    assert_eq!(said(PartName::Conditions), Some("not asked"));
    assert_eq!(said(PartName::Coverage), None);
}

#[test]
fn the_patient_comes_as_a_resource_or_as_a_bundle_and_in_any_order() {
    let patient = json!({"resourceType": "Patient", "id": "p1", "name": [{"family": "Smith"}],
        "identifier": [{"system": "urn:mrn", "value": "7"}]});
    let bundle = json!({"resourceType": "Bundle", "entry": [{"resource": patient}]});
    let allergy = |value: &str| {
        json!({"resource": {"resourceType": "AllergyIntolerance", "code": {"text": value},
            "patient": {"identifier": {"system": "urn:mrn", "value": value}}}})
    };
    let allergies = json!({"resourceType": "Bundle", "entry": [allergy("7"), allergy("8")]});
    for answer in [patient, bundle] {
        let mut reader = reader();
        // Whose these are is known only when the patient is.
        reader.page(PartName::Allergies, allergies.to_string().as_bytes());
        reader.page(PartName::Patient, answer.to_string().as_bytes());
        let chart = finished(reader);
        assert_eq!(
            chart.patient.items[0].identity.family.as_deref(),
            Some("Smith")
        );
        assert_eq!(texts(&chart), ["7"]);
        assert_eq!(
            kinds(&chart, PartName::Allergies),
            [IssueKind::OtherPatient]
        );
    }
}

#[test]
fn only_a_bundle_can_say_that_there_is_nothing() {
    let warning = json!({"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "diagnostics": "Busy"}]});
    let status_of = |answer: &Value| {
        let mut reader = reader();
        reader.page(PartName::Allergies, answer.to_string().as_bytes());
        status(&finished(reader).allergies)
    };
    assert_eq!(status_of(&warning), PartStatus::Failed);
    assert_eq!(
        status_of(&json!({"resourceType": "Binary"})),
        PartStatus::Failed
    );
    assert_eq!(
        status_of(&json!({"resourceType": "Bundle", "total": 0})),
        PartStatus::None
    );
    assert_eq!(
        status_of(&json!({"resourceType": "Bundle", "entry": [{"resource": warning}]})),
        PartStatus::None
    );
}

#[test]
fn an_entry_that_is_nothing_leaves_a_part_doubtful() {
    for entry in [
        json!("x"),
        json!({}),
        json!({"resource": 7}),
        json!({"resource": {"id": "1"}}),
    ] {
        let mut reader = reader();
        reader.page(
            PartName::Allergies,
            json!({"resourceType": "Bundle", "entry": [entry]})
                .to_string()
                .as_bytes(),
        );
        let chart = finished(reader);
        assert_eq!(status(&chart.allergies), PartStatus::Failed, "{entry}");
        assert_eq!(
            kinds(&chart, PartName::Allergies),
            [IssueKind::UnreadableResource]
        );
    }
}

#[test]
fn vital_signs_are_read_on_until_there_are_enough_of_the_newest() {
    let page = |from: u32, count: u32| {
        let vital = |n: u32| {
            json!({"resource": {"resourceType": "Observation", "id": n.to_string(), "subject": {"reference": "Patient/p1"},
                "code": {"text": "Pulse"}, "effectiveDateTime": format!("{}", 2999 - n), "valueInteger": 70}})
        };
        let entries: Vec<_> = (from..from + count).map(vital).collect();
        json!({"resourceType": "Bundle", "entry": entries, "link": [{"relation": "next", "url": "https://ehr.example/next"}]}).to_string()
    };
    let mut reader = reader();
    assert!(
        reader
            .page(PartName::VitalSigns, page(0, 20).as_bytes())
            .is_some(),
        "a server with small pages"
    );
    assert!(
        reader
            .page(PartName::VitalSigns, page(20, 180).as_bytes())
            .is_none()
    );
    let chart = finished(reader);
    assert_eq!(chart.vital_signs.items.len(), 200);
    assert_eq!(kinds(&chart, PartName::VitalSigns), [IssueKind::Truncated]);
}

#[test]
fn a_part_holds_no_more_than_its_limit_and_says_so() {
    let many: Vec<String> = (0..5_001).map(|n| format!("a{n}")).collect();
    let of: Vec<_> = many.iter().map(|id| (id.as_str(), "p1")).collect();
    let mut reader = reader();
    assert_eq!(
        reader.page(
            PartName::Allergies,
            &allergies(&of, next("https://ehr.example/2"))
        ),
        None
    );
    let chart = finished(reader);
    assert_eq!(chart.allergies.items.len(), 5_000);
    assert_eq!(
        kinds(&chart, PartName::Allergies),
        [IssueKind::Truncated, IssueKind::Truncated]
    );
}

#[test]
fn long_texts_are_cut_and_long_codes_are_left_out_and_both_are_said() {
    let long = "é".repeat(10_000);
    let resource = json!({"resourceType": "AllergyIntolerance", "code": {"text": long}, "patient": {"reference": "Patient/p1"},
        "criticality": long, "note": [{"text": long}]});
    let mut reader = reader();
    reader.page(PartName::Allergies, resource.to_string().as_bytes());
    let chart = finished(reader);
    let allergy = &chart.allergies.items[0];
    assert_eq!(allergy.what.text.chars().count(), 300);
    assert_eq!(allergy.notes[0].chars().count(), 4_000);
    assert_eq!(allergy.criticality, None);
    let elements: Vec<_> = chart
        .issues
        .iter()
        .filter_map(|issue| issue.element.as_deref())
        .collect();
    for element in [
        "AllergyIntolerance.code.text",
        "AllergyIntolerance.criticality",
        "AllergyIntolerance.note.text",
    ] {
        assert!(elements.contains(&element), "{element}");
    }
}

#[test]
fn a_server_that_says_much_is_quoted_within_bounds() {
    let outcomes: Vec<_> = (0..300)
        .map(|n| json!({"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "diagnostics": format!("{n} {}", "x".repeat(500))}]}}))
        .collect();
    let answer = json!({"resourceType": "Bundle", "entry": outcomes});
    let mut reader = reader();
    reader.page(PartName::Allergies, answer.to_string().as_bytes());
    let chart = finished(reader);
    let said: Vec<_> = chart
        .issues
        .iter()
        .filter(|issue| issue.part == PartName::Allergies)
        .collect();
    assert!(said.len() <= 41, "{}", said.len());
    assert_eq!(said.iter().map(|issue| issue.count).sum::<u32>(), 300);
    assert!(said.iter().all(|issue| {
        issue
            .said
            .as_ref()
            .is_none_or(|said| said.chars().count() <= 200)
    }));
}

#[test]
fn r5_is_read_as_far_as_its_own_shapes() {
    let mut reader = ChartReader::new(Version::R5, "https://ehr.example/r5", "p1");
    let order = json!({"resourceType": "MedicationRequest", "subject": {"reference": "Patient/p1"},
        "medication": {"concept": {"text": "Heparin"}}});
    let visit = json!({"resourceType": "Encounter", "subject": {"reference": "Patient/p1"}, "actualPeriod": {"start": "2026-11-01"},
        "class": [{"text": "inpatient"}], "location": [{"location": {"display": "Ward 7"}}]});
    let allergy = json!({"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/p1"}, "code": {"text": "Nuts"},
        "reaction": [{"manifestation": [{"concept": {"text": "Rash"}}]}]});
    let coverage = json!({"resourceType": "Coverage", "beneficiary": {"reference": "Patient/p1"}, "insurer": {"display": "Fund"},
        "subscriberId": [{"value": "9"}], "class": [{"value": {"value": "B"}}]});
    reader.page(PartName::Medications, order.to_string().as_bytes());
    reader.page(PartName::Place, visit.to_string().as_bytes());
    reader.page(PartName::Allergies, allergy.to_string().as_bytes());
    reader.page(PartName::Coverage, coverage.to_string().as_bytes());
    let chart = finished(reader);
    assert_eq!(chart.medications.items[0].what.text, "Heparin");
    assert_eq!(
        chart.place.items[0].start.map(String::from).as_deref(),
        Some("2026-11-01")
    );
    assert_eq!(
        chart.allergies.items[0].reactions[0].manifestations,
        ["Rash"]
    );
    let coverage = &chart.coverage.items[0];
    assert_eq!(
        (
            &coverage.payers[0][..],
            &coverage.plans[0][..],
            coverage.subscriber.as_deref()
        ),
        ("Fund", "B", Some("9"))
    );
}
