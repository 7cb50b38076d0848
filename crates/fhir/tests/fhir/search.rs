//! Searching patients.

use crate::statement;
use domain::chart::IssueKind;
use domain::identity::Sex;
use fhir::search::{Criteria, form, read_answer};
use fhir::{Unreadable, Version};
use serde_json::{Value, json};

fn named() -> Criteria {
    Criteria {
        family: Some("Lefèvre".into()),
        given: Some("Zoé".into()),
        birth_date: "1945-07-14".parse().ok(),
        ..Criteria::default()
    }
}

fn zoe(version: Version, id: &str) -> Value {
    let family = match version {
        Version::Dstu2 => json!(["Lefevre", "Durand"]),
        _ => json!("Lefevre-Durand"),
    };
    json!({"resourceType": "Patient", "id": id, "gender": "female", "birthDate": "1945-07-14",
        "identifier": [{"type": {"coding": [{"code": "MR"}]}, "system": "urn:mrn", "value": "IPP-1"}],
        "name": [{"use": "official", "family": family, "given": ["Zoe"]}]})
}

fn bundle(total: Option<u32>, resources: &[Value]) -> Value {
    let entries: Vec<_> = resources
        .iter()
        .map(|resource| json!({"resource": resource}))
        .collect();
    json!({"resourceType": "Bundle", "type": "searchset", "total": total, "entry": entries,
        "link": [{"relation": "next", "url": "https://ehr.example/next"}]})
}

#[test]
fn the_form_is_of_the_version() {
    let asked = |version| form(&statement::whole(version), &named(), 20);
    let dstu2 = "family%3Acontains=Lef%C3%A8vre&given=Zo%C3%A9&birthdate=1945-07-14&_count=20";
    assert_eq!(asked(Version::Dstu2), dstu2);
    for version in [Version::Stu3, Version::R4, Version::R5] {
        assert_eq!(
            asked(version),
            "family=Lef%C3%A8vre&given=Zo%C3%A9&birthdate=1945-07-14&_count=20"
        );
    }
}

#[test]
fn numbers_sex_and_signs_with_a_meaning_are_escaped() {
    let criteria = Criteria {
        mrn: Some("12,3|4$\\ &".into()),
        id: Some("a/b".into()),
        sex: Some(Sex::Other),
        ..Criteria::default()
    };
    let form = form(&statement::whole(Version::R4), &criteria, 5);
    assert_eq!(
        form,
        "identifier=12%5C%2C3%5C%7C4%5C%24%5C%5C%20%26&_id=a%2Fb&gender=other&_count=5"
    );
}

#[test]
fn a_server_that_has_only_name_is_asked_by_name() {
    let capability = statement::read(&statement::of(
        Version::Dstu2,
        &[("Patient", &["name", "birthdate"])],
    ));
    assert_eq!(
        form(&capability, &named(), 9),
        "name=Lef%C3%A8vre&name=Zo%C3%A9&birthdate=1945-07-14&_count=9"
    );
}

#[test]
fn the_answer_has_total_patients_and_next_without_outcomes_and_includes() {
    for version in Version::ALL {
        let mut answer = bundle(
            Some(42),
            &[zoe(version, "p1"), zoe(version, "p2"), zoe(version, "p1")],
        );
        let entries = answer["entry"].as_array_mut().unwrap();
        entries.push(json!({"search": {"mode": "include"}, "resource": {"resourceType": "Patient", "id": "p3"}}));
        entries.push(
            json!({"search": {"mode": "outcome"}, "resource": {"resourceType": "OperationOutcome",
            "issue": [{"severity": "warning", "diagnostics": "Slow today"}]}}),
        );
        let read = read_answer(
            &statement::whole(version),
            &named(),
            answer.to_string().as_bytes(),
        );
        let read = read.unwrap_or_else(|e| panic!("{e}"));
        let ids: Vec<_> = read
            .value
            .patients
            .iter()
            .map(|patient| patient.id.as_str())
            .collect();
        assert_eq!(ids, ["p1", "p2"]);
        assert_eq!(read.value.total, Some(42));
        assert_eq!(read.value.next.as_deref(), Some("https://ehr.example/next"));
        let [issue] = &read.issues[..] else {
            panic!("{} issues", read.issues.len())
        };
        assert_eq!(
            (issue.kind, issue.said.as_deref()),
            (IssueKind::ServerSaid, Some("Slow today"))
        );
    }
}

#[test]
fn a_server_that_ignores_a_parameter_shows_nobody_else() {
    let others = [
        json!({"resourceType": "Patient", "id": "x1", "birthDate": "1945-07-15", "name": [{"family": "Lefevre", "given": ["Zoe"]}]}),
        json!({"resourceType": "Patient", "id": "x2", "birthDate": "1945-07-14", "name": [{"family": "Martin", "given": ["Zoe"]}]}),
        json!({"resourceType": "Patient", "id": "x3", "birthDate": "1945-07-14", "name": [{"family": "Lefevre", "given": ["Paul"]}]}),
        json!({"resourceType": "Patient", "id": "x4", "birthDate": "1945", "name": [{"family": "Lefevre", "given": ["Zoe"]}]}),
        json!({"resourceType": "Patient", "id": "x5"}),
        json!({"resourceType": "Patient", "name": [{"family": "Lefevre"}]}),
        zoe(Version::R4, "p1"),
    ];
    let capability = statement::whole(Version::R4);
    let answer = bundle(Some(100_000), &others).to_string();
    let read =
        read_answer(&capability, &named(), answer.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    let ids: Vec<_> = read
        .value
        .patients
        .iter()
        .map(|patient| patient.id.as_str())
        .collect();
    assert_eq!(ids, ["p1"]);
    assert_eq!(
        read.value.total, None,
        "the total of all patients is no total of this search"
    );
    let counts: Vec<_> = read
        .issues
        .iter()
        .map(|issue| (issue.kind, issue.count))
        .collect();
    assert_eq!(
        counts,
        [
            (IssueKind::OtherPatient, 5),
            (IssueKind::UnreadableResource, 1)
        ]
    );
}

#[test]
fn by_number_id_and_sex_only_those_who_have_them_are_shown() {
    let capability = statement::whole(Version::R4);
    let answer = bundle(Some(1), &[zoe(Version::R4, "p1")]).to_string();
    let count = |criteria: &Criteria| {
        let read =
            read_answer(&capability, criteria, answer.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        read.value.patients.len()
    };
    let by = Criteria::default;
    assert_eq!(
        count(&Criteria {
            mrn: Some("ipp 1".into()),
            ..by()
        }),
        1
    );
    assert_eq!(
        count(&Criteria {
            mrn: Some("IPP-2".into()),
            ..by()
        }),
        0
    );
    assert_eq!(
        count(&Criteria {
            id: Some("p1".into()),
            ..by()
        }),
        1
    );
    assert_eq!(
        count(&Criteria {
            id: Some("P1".into()),
            ..by()
        }),
        0
    );
    assert_eq!(
        count(&Criteria {
            sex: Some(Sex::Female),
            ..by()
        }),
        1
    );
    assert_eq!(
        count(&Criteria {
            sex: Some(Sex::Male),
            ..by()
        }),
        0
    );
}

#[test]
fn an_answer_that_is_only_an_error_is_refused_with_what_was_said() {
    let outcome = json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "diagnostics": "Too many results"}]});
    let only_error = json!({"resourceType": "Bundle", "entry": [{"resource": outcome}]});
    for answer in [outcome, only_error.clone()] {
        let refused = read_answer(
            &statement::whole(Version::R4),
            &named(),
            answer.to_string().as_bytes(),
        );
        let is_error = matches!(
            refused,
            Err(Unreadable::Unexpected {
                wanted: "Bundle",
                ..
            })
        );
        assert!(is_error, "{answer}");
    }
}

#[test]
fn a_page_of_hundreds_is_cut_and_says_so() {
    let many: Vec<_> = (0..250)
        .map(|n| zoe(Version::R4, &format!("p{n}")))
        .collect();
    let answer = bundle(Some(250), &many).to_string();
    let read = read_answer(&statement::whole(Version::R4), &named(), answer.as_bytes())
        .unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(
        (read.value.patients.len(), read.value.total),
        (200, Some(250))
    );
    let counts: Vec<_> = read
        .issues
        .iter()
        .map(|issue| (issue.kind, issue.count))
        .collect();
    assert_eq!(counts, [(IssueKind::Truncated, 50)]);
}
