//! Where the patient is, and references that have to be followed for it and for names.

use crate::chart::{finished, kinds, reader};
use crate::example::base;
use domain::chart::{IssueKind, PartName};
use fhir::Version;
use serde_json::{Value, json};

fn visit(id: &str, start: &str, location: &str) -> Value {
    json!({"resource": {"resourceType": "Encounter", "id": id, "status": "in-progress", "subject": {"reference": "Patient/p1"},
        "period": {"start": start}, "location": [{"location": {"reference": location}}]}})
}

#[test]
fn the_place_is_followed_to_its_location() {
    let answer = json!({"resourceType": "Bundle", "entry": [visit("e1", "2026-11-02", "Location/new"), visit("e2", "2026-11-01", "Location/old")]});
    let place = |body: Option<&str>| {
        let mut reader = reader();
        reader.page(PartName::Place, answer.to_string().as_bytes());
        assert_eq!(reader.to_follow(), ["Location/new"]);
        if let Some(body) = body {
            reader.followed("Location/new", body.as_bytes());
        }
        let chart = finished(reader);
        (
            chart.place.items[0].place.clone(),
            kinds(&chart, PartName::Place),
        )
    };
    let named = r#"{"resourceType":"Location","id":"new","name":"Ward 7, bed 2"}"#;
    assert_eq!(place(Some(named)), (Some("Ward 7, bed 2".into()), vec![]));
    let unread = (None, vec![IssueKind::UnreadableElement]);
    assert_eq!(place(None), unread);
    assert_eq!(
        place(Some(
            r#"{"resourceType":"Location","id":"other","name":"Hall"}"#
        )),
        unread
    );
}

#[test]
fn a_location_that_came_along_names_the_place_and_nothing_of_other_patients_is_taken() {
    let along = |kind: &str, resource: Value, mode: Option<&str>| {
        let mut entry = json!({"fullUrl": format!("{}/{kind}/{}", base(Version::R4), resource["id"].as_str().unwrap()), "resource": resource});
        entry["resource"]["resourceType"] = json!(kind);
        if let Some(mode) = mode {
            entry["search"] = json!({"mode": mode});
        }
        entry
    };
    let bed = |id: &str, name: &str| json!({"id": id, "name": name});
    let of_another = |id: &str| {
        let mut visit = visit(id, "2026-11-03", "Location/other")["resource"].take();
        visit["subject"]["reference"] = json!("Patient/p2");
        visit
    };
    for location in [
        "Location/1".to_owned(),
        format!("{}/Location/1", base(Version::R4)),
    ] {
        // A server that says which entries it found, and one that does not.
        for mode in [Some("include"), None] {
            let answer = json!({"resourceType": "Bundle", "total": 2, "entry": [
                along("Location", bed("other", "Ward 9, bed 1"), mode),
                along("Encounter", of_another("e3"), None),
                along("Encounter", of_another("e4"), Some("include")),
                visit("e1", "2026-11-02", &location),
                along("Location", bed("1", "Ward 7, bed 2"), mode),
                along("Patient", json!({"id": "p2", "name": [{"family": "Other"}]}), Some("include")),
            ]});
            let mut reader = reader();
            reader.page(PartName::Place, answer.to_string().as_bytes());
            assert_eq!(reader.to_follow(), Vec::<String>::new(), "{location}");
            let chart = finished(reader);
            let places: Vec<_> = chart.place.items.iter().map(|visit| &visit.place).collect();
            assert_eq!(places, [&Some("Ward 7, bed 2".to_owned())], "{location}");
            assert_eq!(kinds(&chart, PartName::Place), [IssueKind::OtherPatient]);
            assert!(chart.patient.items.is_empty());
        }
    }
}

#[test]
fn a_reference_to_another_server_is_not_followed_on_this_one() {
    let follow = |location: &str| {
        let answer =
            json!({"resourceType": "Bundle", "entry": [visit("e1", "2026-11-02", location)]});
        let mut reader = reader();
        reader.page(PartName::Place, answer.to_string().as_bytes());
        (
            reader.to_follow(),
            kinds(&finished(reader), PartName::Place).len(),
        )
    };
    let here = format!("{}/Location/1", base(Version::R4));
    assert_eq!(follow(&here).0, ["Location/1"]);
    assert_eq!(
        follow("https://elsewhere.example/r4/Location/1"),
        (vec![], 1)
    );
    assert_eq!(follow("Patient/1"), (vec![], 1));
}

#[test]
fn what_stands_beside_another_servers_resource_is_not_taken_for_it() {
    let answer = json!({"resourceType": "Bundle", "entry": [
        visit("e1", "2026-11-02", "https://elsewhere.example/r4/Location/1"),
        {"fullUrl": format!("{}/Location/1", base(Version::R4)), "resource": {"resourceType": "Location", "id": "1", "name": "Ward 7"}},
    ]});
    let mut reader = reader();
    reader.page(PartName::Place, answer.to_string().as_bytes());
    assert_eq!(finished(reader).place.items[0].place, None);
}

#[test]
fn a_medication_is_followed_to_its_name_and_a_nameless_one_is_counted() {
    let order = |id: &str| {
        json!({"resource": {"resourceType": "MedicationRequest", "subject": {"reference": "Patient/p1"}, "authoredOn": "2026-11-01",
            "medicationReference": {"reference": format!("Medication/{id}")}}})
    };
    let answer = json!({"resourceType": "Bundle", "entry": [order("1"), order("2"), order("1")]});
    let mut reader = reader();
    reader.page(PartName::Medications, answer.to_string().as_bytes());
    assert_eq!(reader.to_follow(), ["Medication/1", "Medication/2"]);
    reader.followed(
        "Medication/1",
        br#"{"resourceType":"Medication","id":"1","code":{"text":"Heparin"}}"#,
    );
    let chart = finished(reader);
    let names: Vec<_> = chart
        .medications
        .items
        .iter()
        .map(|m| m.what.text.as_str())
        .collect();
    assert_eq!(names, ["Heparin", "Heparin"]);
    let issue = chart
        .issues
        .iter()
        .find(|issue| issue.part == PartName::Medications)
        .unwrap();
    assert_eq!(
        (issue.kind, issue.count),
        (IssueKind::UnreadableResource, 1)
    );
}

#[test]
fn where_the_order_was_kept_the_newest_visit_needs_no_second_page() {
    let next_of = |visits: &[Value]| {
        let mut answer = json!({"resourceType": "Bundle", "total": 500, "entry": visits});
        answer["link"] = json!([{"relation": "next", "url": "https://ehr.example/2"}]);
        let mut reader = reader();
        let next = reader.page(PartName::Place, answer.to_string().as_bytes());
        (next.is_some(), finished(reader))
    };
    let new = visit("e1", "2026-11-02", "Location/1");
    let old = visit("e2", "2026-11-01", "Location/2");
    let (has_next, chart) = next_of(&[new.clone(), old.clone()]);
    assert!(!has_next && !kinds(&chart, PartName::Place).contains(&IssueKind::Truncated));
    let (has_next, chart) = next_of(&[old.clone(), new.clone()]);
    assert!(has_next);
    let starts: Vec<_> = chart
        .place
        .items
        .iter()
        .filter_map(|place| place.start)
        .map(String::from)
        .collect();
    assert_eq!(starts, ["2026-11-02"]);
    let changed = |name: &str, to: Value| {
        let mut other = new.clone();
        other["resource"][name] = to;
        other
    };
    let of_another = changed("subject", json!({"reference": "Patient/p2"}));
    assert!(
        next_of(&[of_another, old.clone()]).0,
        "the filter was ignored"
    );
    let planned = changed("status", json!("planned"));
    assert!(next_of(std::slice::from_ref(&planned)).0, "nobody came yet");
    let undated = changed("period", json!({}));
    assert!(
        next_of(&[undated, old]).0,
        "without a date nothing is in order"
    );
}

#[test]
fn a_page_in_order_after_one_that_was_not_does_not_end_the_search_for_the_newest() {
    let page = |visits: &[Value]| {
        let mut answer = json!({"resourceType": "Bundle", "entry": visits});
        answer["link"] = json!([{"relation": "next", "url": "https://ehr.example/next"}]);
        answer.to_string().into_bytes()
    };
    let at = |day: u8| {
        visit(
            &format!("e{day}"),
            &format!("2026-11-{day:02}"),
            "Location/1",
        )
    };
    let mut reader = reader();
    assert!(
        reader
            .page(PartName::Place, &page(&[at(1), at(2)]))
            .is_some()
    );
    assert!(
        reader
            .page(PartName::Place, &page(&[at(9), at(8)]))
            .is_some()
    );
}
