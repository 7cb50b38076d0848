//! Every example is read as its snapshot says. `UPDATE=1 cargo test -p fhir` writes the snapshots again.

use crate::example;
use domain::chart::{Chart, IssueKind, PartStatus};
use fhir::Version;

#[test]
fn every_example_is_read_as_its_snapshot_says() {
    for example in example::all() {
        let chart = serde_json::to_value(example.chart()).unwrap();
        let read = format!("{chart:#}\n");
        let snapshot = example.snapshot();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&snapshot, &read).unwrap();
        }
        let wanted = std::fs::read_to_string(&snapshot).unwrap_or_default();
        assert!(
            read == wanted,
            "{} is read otherwise: run `UPDATE=1 cargo test -p fhir` and look at the difference. It is read as:\n{read}",
            example.path.display(),
        );
        let again: Chart = serde_json::from_value(chart).unwrap();
        assert!(again == example.chart(), "{}", snapshot.display());
    }
}

#[test]
fn each_version_has_a_dozen_examples_of_every_part_and_snapshots_without_their_example_do_not_stay()
{
    let examples = example::all();
    for version in [Version::Dstu2, Version::Stu3, Version::R4] {
        let of_version: Vec<_> = examples.iter().filter(|e| e.version == version).collect();
        assert!(of_version.len() >= 12, "{}", version.name());
        for part in domain::chart::PartName::ALL {
            assert!(
                of_version.iter().any(|e| e.part == Some(part)),
                "{} {part:?}",
                version.name()
            );
        }
    }
    for example in &examples {
        let folder = example.path.parent().unwrap();
        let files = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path());
        let snapshots = files.filter(|path| path.to_str().unwrap().ends_with(".chart.json"));
        for snapshot in snapshots {
            assert!(
                examples.iter().any(|e| e.snapshot() == snapshot),
                "{}",
                snapshot.display()
            );
        }
    }
}

#[test]
fn an_issue_names_elements_and_never_what_the_record_says() {
    for example in example::all() {
        for issue in example.chart().issues {
            let element = issue.element.unwrap_or_default();
            let is_path = element
                .chars()
                .all(|c| c.is_ascii_alphabetic() || ".[]".contains(c));
            assert!(is_path, "{element} of {}", example.path.display());
            let may_say = matches!(issue.kind, IssueKind::ServerSaid | IssueKind::NoAnswer);
            assert!(
                issue.said.is_none() || may_say,
                "{}",
                example.path.display()
            );
            assert!(issue.count > 0);
        }
    }
}

#[test]
fn what_is_entered_in_error_is_in_no_chart() {
    let mut errors = 0;
    for example in example::all() {
        let text = String::from_utf8(example.bytes.clone()).unwrap();
        errors += text.matches("entered-in-error").count();
        let chart = serde_json::to_string(&example.chart()).unwrap();
        assert!(
            !chart.contains("entered-in-error"),
            "{}",
            example.path.display()
        );
    }
    assert!(errors > 10);
}

#[test]
fn no_narrative_and_no_control_character_is_in_any_chart() {
    for example in example::all() {
        let chart = serde_json::to_string(&example.chart()).unwrap();
        assert!(
            !chart.contains("script") && !chart.contains("Somebody"),
            "{}",
            example.path.display()
        );
        for c in ["\\u0007", "\u{202e}", "\\t", "\\r"] {
            assert!(!chart.contains(c), "{c:?} in {}", example.path.display());
        }
    }
}

#[test]
fn a_part_of_which_something_could_not_be_read_is_never_none() {
    for example in example::all() {
        let chart = example.chart();
        let hides = [
            IssueKind::UnreadableResource,
            IssueKind::UnknownPatient,
            IssueKind::Truncated,
            IssueKind::NoAnswer,
        ];
        let statuses = [
            chart.patient.status,
            chart.place.status,
            chart.vital_signs.status,
            chart.conditions.status,
            chart.allergies.status,
            chart.medications.status,
            chart.coverage.status,
        ];
        for (part, status) in domain::chart::PartName::ALL.into_iter().zip(statuses) {
            let has_hidden = chart
                .issues
                .iter()
                .any(|i| i.part == part && hides.contains(&i.kind));
            assert!(
                !(has_hidden && status == PartStatus::None),
                "{part:?} of {}",
                example.path.display()
            );
        }
    }
}
