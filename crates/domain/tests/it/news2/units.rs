//! Units and rounding.

use super::*;

fn used(bedside: &Bedside, parameter: &str) -> Value {
    let outcome = bedside.outcome(parameter);
    assert_eq!(outcome["type"], "points", "{parameter}: {outcome}");
    outcome["used"]["value"].clone()
}

#[test]
fn decimals_are_rounded_half_up_to_the_step_of_the_chart() {
    for (parameter, code, unit, written, rounded) in [
        ("respiration", "9279-1", "/min", "20.49", "20"),
        ("respiration", "9279-1", "/min", "20.5", "21"),
        (
            "respiration",
            "9279-1",
            "/min",
            "8.4999999999999999999999999999",
            "8",
        ),
        ("respiration", "9279-1", "/min", "8.5", "9"),
        ("spo2", "59408-5", "%", "95.5", "96"),
        ("spo2", "59408-5", "%", "95.49", "95"),
        ("spo2", "59408-5", "%", "100.4", "100"),
        ("systolic", "8480-6", "mm[Hg]", "110.5", "111"),
        ("systolic", "8480-6", "mm[Hg]", "219.5", "220"),
        ("systolic", "8480-6", "mm[Hg]", "219.49", "219"),
        ("pulse", "8867-4", "/min", "40.5", "41"),
        ("pulse", "8867-4", "/min", "0.5", "1"),
        ("pulse", "8867-4", "/min", "70.0", "70"),
        ("temperature", "8310-5", "Cel", "35.05", "35.1"),
        ("temperature", "8310-5", "Cel", "35.049", "35.0"),
        ("temperature", "8310-5", "Cel", "38.05", "38.1"),
        ("temperature", "8310-5", "Cel", "38.95", "39.0"),
        ("temperature", "8310-5", "Cel", "39.05", "39.1"),
        ("temperature", "8310-5", "Cel", "37", "37.0"),
    ] {
        let bedside = Bedside::well().but(measured(code, written, unit));
        assert_eq!(used(&bedside, parameter), rounded, "{parameter} {written}");
        let shown = json!({"type": "quantity", "value": written, "code": unit});
        assert_eq!(
            bedside.outcome(parameter)["written"],
            shown,
            "rounding is for scoring only"
        );
    }
}

#[test]
fn fahrenheit_is_converted_before_it_is_rounded() {
    for (fahrenheit, celsius, points) in [
        ("95.0", "35.0", 3),
        ("95.08", "35.0", 3),
        // 35.05 exactly, and the last thousandth below it
        ("95.09", "35.1", 1),
        ("95.089", "35.0", 3),
        ("96.8", "36.0", 1),
        ("96.9", "36.1", 0),
        ("98.6", "37.0", 0),
        ("100.4", "38.0", 0),
        ("100.5", "38.1", 1),
        ("101.1", "38.4", 1),
        ("102.2", "39.0", 1),
        ("102.3", "39.1", 2),
        ("102.29", "39.1", 2),
        ("102.289", "39.0", 1),
    ] {
        for unit in ["[degF]", "°F", "F", "degF"] {
            let bedside = Bedside::well().but(measured("8310-5", fahrenheit, unit));
            assert_eq!(
                used(&bedside, "temperature"),
                celsius,
                "{fahrenheit} {unit}"
            );
            assert_eq!(
                bedside.points("temperature"),
                Some(points),
                "{fahrenheit} {unit}"
            );
        }
    }
}

#[test]
fn units_are_understood_as_code_and_as_people_write_them() {
    for (parameter, code, value, units) in [
        (
            "respiration",
            "9279-1",
            "16",
            &[
                "/min",
                "{breaths}/min",
                "breaths/min",
                "Breaths / minute",
                "1/min",
            ][..],
        ),
        (
            "pulse",
            "8867-4",
            "70",
            &[
                "/min",
                "{beats}/min",
                "{Beats}/min",
                "beats/minute",
                "bpm",
                "min-1",
            ][..],
        ),
        ("spo2", "2708-6", "97", &["%", " % ", "%{oxygen}"][..]),
        (
            "systolic",
            "8480-6",
            "120",
            &["mm[Hg]", "mmHg", "mm Hg", "MM[HG]"][..],
        ),
        (
            "temperature",
            "8310-5",
            "37.0",
            &["Cel", "°C", "degC", "C"][..],
        ),
        ("oxygen", "3151-8", "2", &["L/min", "l/min", "LPM"][..]),
        ("oxygen", "3150-6", "28", &["%"][..]),
    ] {
        for unit in units {
            for place in ["code", "unit"] {
                let mut observation = measured(code, value, "");
                observation["value"] = json!({"type": "quantity", "value": value, place: unit});
                let bedside = Bedside::well()
                    .without("3151-8")
                    .without("59408-5")
                    .but(observation);
                assert!(
                    bedside.points(parameter).is_some(),
                    "{parameter} {unit} as {place}"
                );
            }
        }
    }
}

#[test]
fn another_unit_scores_nothing_and_says_which() {
    for (parameter, code, value, unit) in [
        ("systolic", "8480-6", "16", "kPa"),
        ("temperature", "8310-5", "310", "K"),
        ("temperature", "8310-5", "37", "%"),
        ("spo2", "59408-5", "0.97", "1"),
        ("spo2", "59408-5", "97", "mm[Hg]"),
        ("pulse", "8867-4", "1.2", "Hz"),
        ("pulse", "8867-4", "70", "/h"),
        ("pulse", "8867-4", "70", "{beats"),
        ("pulse", "8867-4", "70", "}{"),
        ("respiration", "9279-1", "16", "/s"),
        ("oxygen", "3151-8", "0", "mL/min"),
        ("oxygen", "3151-8", "0", "%"),
        ("oxygen", "3150-6", "21", "L/min"),
    ] {
        let bedside = Bedside::well()
            .without("3151-8")
            .but(measured(code, value, unit));
        let said = json!({"type": "unit_not_understood", "unit": unit});
        assert_eq!(bedside.why(parameter), said, "{parameter} {unit}");
        let written = json!({"type": "quantity", "value": value, "code": unit});
        assert_eq!(bedside.outcome(parameter)["written"], written);
        assert_eq!(bedside.total()["type"], "incomplete");
    }
}

#[test]
fn a_number_without_a_unit_scores_nothing() {
    for quantity in [
        json!({"type": "quantity", "value": "70"}),
        json!({"type": "quantity", "value": "70", "unit": " ", "code": ""}),
    ] {
        let mut observation = named("8867-4");
        observation["value"] = quantity;
        let bedside = Bedside::well().but(observation);
        assert_eq!(bedside.why("pulse"), json!({"type": "unit_not_understood"}));
    }
}

#[test]
fn a_unit_whose_code_and_text_contradict_each_other_is_not_believed() {
    let with = |code: &str, unit: &str| {
        let mut observation = named("8310-5");
        observation["value"] =
            json!({"type": "quantity", "value": "38.4", "unit": unit, "code": code});
        Bedside::well().but(observation)
    };
    assert_eq!(
        with("[degF]", "°C").why("temperature"),
        json!({"type": "unit_not_understood", "unit": "°C ([degF])"})
    );
    assert_eq!(
        with("K", "°C").why("temperature"),
        json!({"type": "unit_not_understood", "unit": "°C (K)"})
    );
    assert_eq!(with("Cel", "degrees C").points("temperature"), Some(1));
    assert_eq!(
        with("Cel", "gradi").points("temperature"),
        Some(1),
        "the code says it"
    );
    assert_eq!(with("", "°C").points("temperature"), Some(1));
}

#[test]
fn what_no_patient_can_have_scores_nothing() {
    for (parameter, code, value, unit) in [
        ("respiration", "9279-1", "-1", "/min"),
        ("respiration", "9279-1", "-0.1", "/min"),
        ("spo2", "59408-5", "100.5", "%"),
        ("spo2", "59408-5", "970", "%"),
        ("spo2", "59408-5", "-3", "%"),
        ("oxygen", "3151-8", "-2", "L/min"),
        ("oxygen", "3150-6", "0.21", "%"),
        ("oxygen", "3150-6", "0.28", "%"),
        ("oxygen", "3150-6", "20.49", "%"),
        ("oxygen", "3150-6", "101", "%"),
        ("systolic", "8480-6", "-120", "mm[Hg]"),
        ("temperature", "8310-5", "-37", "Cel"),
        ("temperature", "8310-5", "20", "[degF]"),
    ] {
        let bedside = Bedside::well()
            .without("3151-8")
            .but(measured(code, value, unit));
        assert_eq!(
            bedside.why(parameter),
            json!({"type": "impossible"}),
            "{parameter} {value}"
        );
    }
}

#[test]
fn a_bound_is_no_number() {
    let mut observation = measured("59408-5", "70", "%");
    observation["value"]["comparator"] = json!("<");
    let bedside = Bedside::well().but(observation);
    assert_eq!(
        bedside.why("spo2"),
        json!({"type": "bound", "comparator": "<"})
    );
}

#[test]
fn words_are_no_number_and_no_value_is_none() {
    let mut observation = named("8867-4");
    assert_eq!(
        Bedside::well().but(observation.clone()).why("pulse"),
        json!({"type": "no_value"})
    );
    observation["value"] = json!({"type": "text", "text": "70 /min"});
    assert_eq!(
        Bedside::well().but(observation.clone()).why("pulse"),
        json!({"type": "not_measured"})
    );
    observation["value"] = json!({"type": "concept", "text": "fast"});
    assert_eq!(
        Bedside::well().but(observation).why("pulse"),
        json!({"type": "not_measured"})
    );
}

#[test]
fn the_longest_numbers_are_read_exactly() {
    let nines = "9".repeat(30);
    let bedside = Bedside::well()
        .but(measured("8867-4", &nines, "/min"))
        .but(measured("8310-5", &nines, "[degF]"));
    assert_eq!(used(&bedside, "pulse"), nines);
    assert_eq!(bedside.points("temperature"), Some(2));
    let finest = format!("38.0{}", "4".repeat(27));
    assert_eq!(
        used(
            &Bedside::well().but(measured("8310-5", &finest, "Cel")),
            "temperature"
        ),
        "38.0"
    );
    let finest = format!("0.{}", "9".repeat(29));
    assert_eq!(
        used(
            &Bedside::well().but(measured("8867-4", &finest, "/min")),
            "pulse"
        ),
        "1"
    );
}
