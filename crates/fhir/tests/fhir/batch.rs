//! The queries of a chart, and several of them in one request.

use crate::statement;
use domain::chart::PartName;
use fhir::json::Node;
use fhir::{Unreadable, Version, batch, query};
use serde_json::{Value, json};

fn urls(version: Version) -> Vec<String> {
    let queries = query::queries(&statement::whole(version), "p 1/ü");
    queries.into_iter().map(|query| query.url).collect()
}

#[test]
fn each_part_has_a_query_in_the_words_of_its_version() {
    let id = "p%201%2F%C3%BC";
    let expected = |order: &str, sort: &str| {
        [
            format!("Patient/{id}"),
            format!("Encounter?patient={id}&{sort}&_count=20"),
            format!("Observation?patient={id}&category=vital-signs&{sort}&_count=200"),
            format!("Condition?patient={id}&_count=100"),
            format!("AllergyIntolerance?patient={id}&_count=100"),
            format!("{order}?patient={id}&_count=100"),
            format!("Coverage?patient={id}&_count=100"),
        ]
    };
    assert_eq!(
        urls(Version::Dstu2),
        expected("MedicationOrder", "_sort:desc=date")
    );
    for version in [Version::Stu3, Version::R4, Version::R5] {
        assert_eq!(urls(version), expected("MedicationRequest", "_sort=-date"));
    }
}

#[test]
fn what_is_not_offered_is_not_asked_and_a_parameter_by_another_name_is_used() {
    let offered: [(&str, &[&str]); 4] = [
        ("Patient", &[]),
        ("Observation", &["subject", "category"]),
        ("Coverage", &["beneficiary"]),
        ("MedicationStatement", &["patient", "subject"]),
    ];
    let capability = statement::read(&statement::of(Version::Stu3, &offered));
    let urls: Vec<_> = query::queries(&capability, "p1")
        .into_iter()
        .map(|query| query.url)
        .collect();
    let expected = [
        "Patient/p1",
        "Observation?subject=Patient/p1&category=vital-signs&_sort=-date&_count=200",
        "MedicationStatement?patient=p1&_count=100",
        "Coverage?beneficiary=Patient/p1&_count=100",
    ];
    assert_eq!(urls, expected);
}

#[test]
fn what_a_part_refers_to_is_asked_along_where_the_server_says_that_it_brings_it() {
    for (version, order) in [
        (Version::Dstu2, "MedicationOrder"),
        (Version::Stu3, "MedicationRequest"),
        (Version::R4, "MedicationRequest"),
    ] {
        let mut written = statement::of(
            version,
            &[("Patient", &[]), ("Encounter", &[]), (order, &[])],
        );
        let offer = |written: &mut Value, at: usize, includes: Value| {
            written["rest"][0]["resource"][at]["searchInclude"] = includes;
        };
        let included = |written: &Value| -> Vec<String> {
            let queries = query::queries(&statement::read(written), "p1");
            let urls = queries.into_iter().map(|query| query.url);
            urls.filter_map(|url| Some(url.split_once("&_include=")?.1.to_owned()))
                .collect()
        };
        // A star, or another path, is no promise of this one.
        for other in [json!(null), json!(["*", "Encounter:service-provider"])] {
            offer(&mut written, 1, other);
            assert_eq!(included(&written), Vec::<String>::new(), "{version:?}");
        }
        offer(&mut written, 1, json!(["*", "Encounter:location"]));
        assert_eq!(included(&written), ["Encounter:location"], "{version:?}");
        let path = format!("{order}:medication");
        // Written as one text and not as a list, as some servers do.
        offer(&mut written, 2, json!(path));
        assert_eq!(
            included(&written),
            ["Encounter:location", path.as_str()],
            "{version:?}"
        );
    }
}

#[test]
fn a_batch_is_a_bundle_of_gets() {
    let queries = query::queries(&statement::whole(Version::R4), "p1");
    let bundle: Value = serde_json::from_slice(&batch::request(&queries)).unwrap();
    assert_eq!(bundle["resourceType"], "Bundle");
    assert_eq!(bundle["type"], "batch");
    let entries = bundle["entry"].as_array().unwrap();
    assert_eq!(entries.len(), PartName::ALL.len());
    assert_eq!(
        entries[0],
        json!({"request": {"method": "GET", "url": "Patient/p1"}})
    );
}

#[test]
fn a_batch_response_is_one_answer_a_query_in_order() {
    let response = json!({"resourceType": "Bundle", "type": "batch-response", "entry": [
        {"resource": {"resourceType": "Patient"}, "response": {"status": "200 OK"}},
        {"response": {"status": "404", "outcome": {"resourceType": "OperationOutcome"}}},
        {"response": {"status": 403}},
        {"resource": {"resourceType": "Bundle"}},
        {"response": {"status": "ok"}},
        {},
        null,
    ]})
    .to_string();
    let answers = batch::read(response.as_bytes(), 7).unwrap_or_else(|e| panic!("{e}"));
    let read: Vec<_> = answers
        .iter()
        .map(|a| (a.status, matches!(a.resource, Some(Node::Object(_)))))
        .collect();
    assert_eq!(
        read,
        [
            (200, true),
            (404, true),
            (403, false),
            (200, true),
            (0, false),
            (0, false),
            (0, false)
        ]
    );
}

#[test]
fn answers_that_cannot_be_told_apart_are_refused() {
    let refused = |text: &str, count| batch::read(text.as_bytes(), count).err();
    let unexpected = |said: Option<&str>| {
        Some(Unreadable::Unexpected {
            wanted: "batch-response",
            said: said.map(str::to_owned),
        })
    };
    assert_eq!(
        refused(r#"{"resourceType":"Bundle","entry":[{}]}"#, 2),
        unexpected(None)
    );
    assert_eq!(refused(r#"{"resourceType":"Bundle"}"#, 1), unexpected(None));
    assert_eq!(refused("[]", 0), unexpected(None));
    let outcome = r#"{"resourceType":"OperationOutcome","issue":{"severity":"error","code":"not-supported"}}"#;
    assert_eq!(refused(outcome, 1), unexpected(Some("not-supported")));
    assert!(matches!(
        refused("Not Found", 1),
        Some(Unreadable::NotJson { .. })
    ));
}

#[test]
fn a_reference_to_follow_cannot_leave_its_place_in_the_url() {
    assert_eq!(query::followed_url("Location/w7"), "Location/w7");
    assert_eq!(
        query::followed_url("Location/..?x=1#y"),
        "Location/..%3Fx%3D1%23y"
    );
}
