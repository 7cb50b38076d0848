//! Reading is total: no bytes panic, and what is read of a damaged answer is still a chart of the asked patient within its bounds.
//! The run is the same each time; `crates/fhir/fuzz` looks further.

use crate::mutation::{damaged, damages};
use crate::{example, statement};
use domain::chart::{Chart, PartStatus};
use fhir::search::{Criteria, read_answer};
use fhir::{Version, batch, capability};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Runs a property on cases from a fixed seed.
fn always<S: Strategy>(strategy: S, cases: u32, property: impl Fn(S::Value)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let run = runner.run(&strategy, |value| {
        property(value);
        Ok(())
    });
    run.unwrap();
}

fn assert_bounded(chart: &Chart) {
    let json = serde_json::to_string(chart).unwrap();
    let again: Chart = serde_json::from_str(&json).unwrap();
    assert!(again == *chart, "a chart survives its journey");
    assert!(chart.place.items.len() <= 1 && chart.patient.items.len() <= 1);
    for patient in &chart.patient.items {
        assert_eq!(patient.id, example::PATIENT);
    }
    let is_full = [
        (chart.patient.status, chart.patient.items.len()),
        (chart.vital_signs.status, chart.vital_signs.items.len()),
        (chart.allergies.status, chart.allergies.items.len()),
    ];
    for (status, count) in is_full {
        assert_eq!(status == PartStatus::Ok, count > 0);
    }
}

fn read_everything(bytes: &[u8]) {
    for version in Version::ALL {
        let capability = statement::whole(version);
        let _ = read_answer(&capability, &Criteria::default(), bytes);
    }
    let _ = capability::read_capability(bytes);
    let _ = capability::read_smart_configuration(bytes);
    let _ = batch::read(bytes, 3);
    let _ = fhir::said(bytes);
}

#[test]
fn no_damage_to_an_example_panics() {
    let examples = example::all();
    let count = examples.len();
    always((0..count, damages()), 3_000, |(index, damages)| {
        let example = &examples[index];
        let bytes = damaged(&example.bytes, &damages);
        assert_bounded(&example.chart_of(&bytes));
        if index % 8 == 0 {
            read_everything(&bytes);
        }
    });
}

#[test]
fn no_damage_to_a_capability_statement_panics() {
    let statements: Vec<_> = Version::ALL
        .into_iter()
        .map(|version| {
            statement::of(
                version,
                &[
                    ("Patient", &["family"]),
                    ("Observation", &["patient", "category"]),
                ],
            )
            .to_string()
        })
        .collect();
    always(
        (0..statements.len(), damages()),
        1_000,
        |(index, damages)| {
            let bytes = damaged(statements[index].as_bytes(), &damages);
            if let Ok(read) = capability::read_capability(&bytes) {
                read.value.missing();
                fhir::query::queries(&read.value, "p1");
            }
            let _ = capability::read_smart_configuration(&bytes);
        },
    );
}

#[test]
fn no_bytes_panic() {
    let examples = example::all();
    always(prop::collection::vec(any::<u8>(), 0..300), 500, |bytes| {
        read_everything(&bytes);
        assert_bounded(&examples[0].chart_of(&bytes));
    });
}

/// Any JSON in the place of any element.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        "[a-z0-9:/ -]{0,12}".prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Into::into),
            prop::collection::hash_map(
                "coding|code|value|text|reference|start|display|resourceType|id",
                inner,
                0..3
            )
            .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Puts `value` in the place of the `at`-th element of a tree.
fn replace(tree: &mut serde_json::Value, at: &mut usize, value: &serde_json::Value) {
    if *at == 0 {
        *tree = value.clone();
    }
    *at = at.wrapping_sub(1);
    match tree {
        serde_json::Value::Array(items) => {
            items.iter_mut().for_each(|item| replace(item, at, value))
        }
        serde_json::Value::Object(members) => members
            .values_mut()
            .for_each(|member| replace(member, at, value)),
        _ => (),
    }
}

#[test]
fn anything_in_the_place_of_anything_is_read() {
    let examples = example::all();
    // One holds a number that only the reader under test reads.
    let trees = examples
        .iter()
        .filter_map(|example| Some((example, serde_json::from_slice(&example.bytes).ok()?)));
    let trees: Vec<(_, serde_json::Value)> = trees.collect();
    let strategy = (0..trees.len(), any::<prop::sample::Index>(), json());
    always(strategy, 2_000, |(index, at, value)| {
        let (example, mut tree) = trees[index].clone();
        let size = tree.to_string().matches([':', ',']).count().max(1);
        replace(&mut tree, &mut at.index(size), &value);
        assert_bounded(&example.chart_of(tree.to_string().as_bytes()));
    });
}
