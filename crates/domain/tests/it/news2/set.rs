//! Which observations are of one set.

use super::*;

const HALF_PAST: &str = "2026-11-24T11:30:00Z";

#[test]
fn nothing_recorded_is_incomplete_and_has_no_total() {
    let bedside = Bedside::empty();
    assert_eq!(bedside.total(), incomplete(0, 0, false));
    assert_eq!(bedside.news2().get("oldest"), None);
    assert_eq!(bedside.news2()["is_stale"], false);
    for parameter in [
        "respiration",
        "spo2",
        "oxygen",
        "systolic",
        "pulse",
        "consciousness",
        "temperature",
    ] {
        assert_eq!(
            bedside.outcome(parameter),
            json!({"type": "missing", "why": {"type": "none_recorded"}})
        );
    }
}

#[test]
fn an_incomplete_set_says_what_it_is_at_least() {
    let two_missing = [
        ("9279-1", "22", "/min"),
        ("59408-5", "91", "%"),
        ("8867-4", "131", "/min"),
        ("8480-6", "110", "mm[Hg]"),
    ]
    .iter()
    .fold(Bedside::well(), |bedside, (code, value, unit)| {
        bedside.but(measured(code, value, unit))
    })
    .without("3151-8")
    .without("67775-7");
    assert_eq!(two_missing.total(), incomplete(9, 5, true));
}

#[test]
fn a_single_three_in_an_incomplete_set_is_high() {
    let bedside = Bedside::empty().and(measured("8867-4", "131", "/min"));
    assert_eq!(bedside.total(), incomplete(3, 1, true));
    let bedside = Bedside::empty().and(measured("8867-4", "130", "/min"));
    assert_eq!(bedside.total(), incomplete(2, 1, false));
}

#[test]
fn an_incomplete_set_that_is_high_already_looks_high_without_a_three() {
    let six = Bedside::empty()
        .and(measured("8867-4", "130", "/min"))
        .and(measured("9279-1", "24", "/min"))
        .and(measured("59408-5", "93", "%"));
    assert_eq!(six.total(), incomplete(6, 3, false));
    assert_eq!(
        six.and(measured("8310-5", "38.1", "Cel")).total(),
        incomplete(7, 4, true)
    );
}

#[test]
fn missing_oxygen_never_counts_as_air() {
    let bedside = Bedside::well().without("3151-8");
    assert_eq!(bedside.why("oxygen"), json!({"type": "none_recorded"}));
    assert_eq!(bedside.total(), incomplete(0, 6, false));
}

#[test]
fn on_scale_2_a_saturation_above_92_needs_oxygen_to_be_known() {
    let with = |percent: &str| {
        Bedside::well()
            .on_scale_2()
            .without("3151-8")
            .but(measured("59408-5", percent, "%"))
    };
    assert_eq!(with("92").points("spo2"), Some(0));
    assert_eq!(with("93").why("spo2"), json!({"type": "needs_oxygen"}));
    assert_eq!(with("93").total(), incomplete(0, 5, false));
    assert_eq!(with("93").outcome("spo2")["at"], JUST_NOW);
    let too_old = measured("3151-8", "0", "L/min");
    let apart = with("93").and(at(too_old, "2026-11-24T10:49:00Z"));
    assert_eq!(apart.why("spo2"), json!({"type": "needs_oxygen"}));
}

#[test]
fn observations_of_exactly_60_minutes_are_one_set_and_of_more_are_not() {
    let pulse = || measured("8867-4", "131", "/min");
    let within = Bedside::well().but(at(pulse(), "2026-11-24T10:50:00Z"));
    assert_eq!(within.total(), complete(3, "low_medium"));
    assert_eq!(within.news2()["oldest"], "2026-11-24T10:50:00Z");
    let apart = Bedside::well().but(at(pulse(), "2026-11-24T10:49:59Z"));
    assert_eq!(apart.why("pulse"), json!({"type": "apart"}));
    assert_eq!(apart.outcome("pulse")["at"], "2026-11-24T10:49:59Z");
    assert_eq!(apart.total(), incomplete(0, 6, false));
    assert_eq!(apart.news2()["oldest"], JUST_NOW);
}

#[test]
fn the_gap_can_be_set() {
    let mut bedside = Bedside::well().but(at(measured("8867-4", "70", "/min"), HALF_PAST));
    bedside.settings.max_gap_minutes = 20;
    assert_eq!(bedside.total()["type"], "complete");
    bedside.settings.max_gap_minutes = 19;
    assert_eq!(bedside.why("pulse"), json!({"type": "apart"}));
}

#[test]
fn one_new_observation_does_not_make_an_old_set_new() {
    let old = Bedside::well();
    let mut observations = old.observations.clone();
    for observation in &mut observations {
        *observation = at(observation.clone(), "2026-11-24T06:00:00Z");
    }
    let mut bedside = Bedside::empty().and(measured("8867-4", "70", "/min"));
    bedside.observations.extend(observations);
    assert_eq!(bedside.total(), incomplete(0, 1, false));
}

#[test]
fn the_newest_of_each_parameter_is_used() {
    let earlier = at(measured("8867-4", "140", "/min"), HALF_PAST);
    let bedside = Bedside::well().and(earlier);
    assert_eq!(bedside.points("pulse"), Some(0));
    let later = at(measured("2708-6", "91", "%"), "2026-11-24T11:55:00Z");
    assert_eq!(
        Bedside::well().and(later).points("spo2"),
        Some(3),
        "whichever of its codes it has"
    );
}

#[test]
fn of_several_at_one_moment_the_worst_is_used() {
    let bedside = Bedside::well().and(measured("8867-4", "131", "/min"));
    assert_eq!(bedside.points("pulse"), Some(3));
    let bedside = Bedside::well().and(measured("3150-6", "28", "%"));
    assert_eq!(
        bedside.points("oxygen"),
        Some(2),
        "no flow, but more oxygen than air"
    );
    let without_value = Bedside::well().and(named("3150-6"));
    assert_eq!(without_value.points("oxygen"), Some(0));
    let other_unit = Bedside::well().and(measured("8310-5", "310", "K"));
    assert_eq!(other_unit.points("temperature"), Some(0));
}

#[test]
fn a_newer_value_that_cannot_be_scored_is_not_hidden_by_an_older_one() {
    let later = "2026-11-24T11:55:00Z";
    let mut bound = at(measured("59408-5", "70", "%"), later);
    bound["value"]["comparator"] = json!("<");
    assert_eq!(
        Bedside::well().and(bound).why("spo2"),
        json!({"type": "bound", "comparator": "<"})
    );
    let kilopascal = at(measured("8480-6", "9", "kPa"), later);
    assert_eq!(
        Bedside::well().and(kilopascal).why("systolic"),
        json!({"type": "unit_not_understood", "unit": "kPa"})
    );
}

#[test]
fn what_cannot_be_scored_does_not_date_the_set() {
    let mut bedside = Bedside::well();
    bedside.now = "2026-11-24T15:00:00Z".parse().unwrap();
    let bedside = bedside.and(at(conscious("drowsy"), "2026-11-24T14:50:00Z"));
    assert_eq!(bedside.total(), incomplete(0, 6, false));
}

#[test]
fn only_facts_are_used() {
    for status in ["final", "amended", "corrected", "appended"] {
        let bedside = Bedside::well().but(with_status(measured("8867-4", "70", "/min"), status));
        assert_eq!(bedside.points("pulse"), Some(0), "{status}");
    }
    for status in [
        "entered-in-error",
        "cancelled",
        "preliminary",
        "registered",
        "unknown",
        "Final",
        "",
    ] {
        let observation = with_status(measured("8867-4", "140", "/min"), status);
        let alone = Bedside::well().but(observation.clone());
        let outcome =
            json!({"type": "missing", "why": {"type": "status_not_usable", "status": status}});
        assert_eq!(alone.outcome("pulse"), outcome, "its value is not shown");
        let mut bedside = Bedside::well();
        bedside
            .observations
            .insert(0, at(observation, "2026-11-24T11:55:00Z"));
        assert_eq!(
            bedside.points("pulse"),
            Some(0),
            "{status}: the earlier fact is used"
        );
        assert_eq!(bedside.total(), complete(0, "low"));
    }
    let mut without = measured("8867-4", "70", "/min");
    without.as_object_mut().unwrap().remove("status");
    assert_eq!(
        Bedside::well().but(without).why("pulse"),
        json!({"type": "status_not_usable"})
    );
}

#[test]
fn what_is_dated_ahead_of_now_is_not_used_and_is_said() {
    let ahead = |time: &str| at(measured("8867-4", "140", "/min"), time);
    let beside = Bedside::well().and(ahead("2026-11-24T12:05:01Z"));
    assert_eq!(beside.total(), complete(0, "low"));
    assert_eq!(beside.news2()["ahead_of_now"], json!(["pulse"]));
    let alone = Bedside::well().but(ahead("2027-11-24T12:00:00Z"));
    assert_eq!(alone.why("pulse"), json!({"type": "ahead_of_now"}));
    assert_eq!(alone.news2()["ahead_of_now"], json!(["pulse"]));
    let clocks_differ = Bedside::well().but(ahead("2026-11-24T12:05:00Z"));
    assert_eq!(clocks_differ.points("pulse"), Some(3));
    assert_eq!(clocks_differ.news2().get("ahead_of_now"), None);
}

#[test]
fn a_time_without_time_of_day_makes_no_set() {
    for time in ["2026-11-24", "2026-11", "2026"] {
        let bedside = Bedside::well().but(at(measured("8867-4", "70", "/min"), time));
        assert_eq!(
            bedside.why("pulse"),
            json!({"type": "no_time_of_day"}),
            "{time}"
        );
    }
    let mut undated = measured("8867-4", "70", "/min");
    undated.as_object_mut().unwrap().remove("effective");
    assert_eq!(
        Bedside::well().but(undated).why("pulse"),
        json!({"type": "no_time_of_day"})
    );
}

#[test]
fn a_time_without_zone_is_that_of_the_ward() {
    let local = || Bedside::well().but(at(measured("8867-4", "70", "/min"), "2026-11-24T12:30:00"));
    assert_eq!(local().why("pulse"), json!({"type": "ahead_of_now"}));
    let mut in_paris = local();
    in_paris.zone = TimeZone::get("Europe/Paris").unwrap();
    assert_eq!(in_paris.outcome("pulse")["at"], HALF_PAST);
    assert_eq!(in_paris.total(), complete(0, "low"));
}

#[test]
fn in_the_hour_that_comes_twice_the_earlier_is_meant() {
    let mut bedside =
        Bedside::empty().and(at(measured("8867-4", "70", "/min"), "2026-10-25T02:30:00"));
    bedside.zone = TimeZone::get("Europe/Paris").unwrap();
    assert_eq!(bedside.outcome("pulse")["at"], "2026-10-25T00:30:00Z");
}

#[test]
fn a_score_is_stale_when_its_oldest_observation_is_older_than_12_hours() {
    let mut bedside = Bedside::well().but(at(measured("8867-4", "70", "/min"), HALF_PAST));
    bedside.now = "2026-11-24T23:30:00Z".parse().unwrap();
    assert_eq!(bedside.news2()["is_stale"], false);
    bedside.now = "2026-11-24T23:30:01Z".parse().unwrap();
    assert_eq!(bedside.news2()["is_stale"], true);
    assert_eq!(bedside.news2()["oldest"], HALF_PAST);
    assert_eq!(
        bedside.total(),
        complete(0, "low"),
        "it is shown with its age"
    );
    bedside.settings.stale_after_hours = 13;
    assert_eq!(bedside.news2()["is_stale"], false);
}

#[test]
fn a_missing_parameter_does_not_make_a_score_old() {
    let mut bedside =
        Bedside::well().but(at(measured("8867-4", "70", "/min"), "2026-11-20T11:30:00Z"));
    assert_eq!(bedside.news2()["is_stale"], false);
    bedside.settings.max_gap_minutes = u16::MAX;
    assert_eq!(bedside.news2()["is_stale"], true);
}

#[test]
fn components_count_as_observations_do() {
    let pressure = json!({
        "what": {"text": "Blood pressure", "codings": [{"system": "http://loinc.org", "code": "85354-9"}]},
        "status": "final",
        "effective": JUST_NOW,
        "components": [
            {"what": {"text": "Diastolic", "codings": [{"system": "http://loinc.org", "code": "8462-4"}]},
             "value": {"type": "quantity", "value": "60", "code": "mm[Hg]"}},
            {"what": {"text": "Systolic", "codings": [{"system": "http://loinc.org", "code": "8480-6"}]},
             "value": {"type": "quantity", "value": "100", "code": "mm[Hg]"}},
        ],
    });
    let oximetry = json!({
        "what": {"text": "SpO2", "codings": [{"system": "http://loinc.org", "code": "2708-6"}, {"system": "http://loinc.org", "code": "59408-5"}]},
        "status": "final",
        "effective": JUST_NOW,
        "value": {"type": "quantity", "value": "95", "unit": "%"},
        "components": [
            {"what": {"text": "Flow", "codings": [{"system": "http://loinc.org", "code": "3151-8"}]},
             "value": {"type": "quantity", "value": "6", "code": "L/min"}},
            {"what": {"text": "Concentration", "codings": [{"system": "http://loinc.org", "code": "3150-6"}]}},
        ],
    });
    let well = || {
        Bedside::well()
            .without("8480-6")
            .without("59408-5")
            .without("3151-8")
    };
    let bedside = well().and(pressure.clone()).and(oximetry);
    assert_eq!(bedside.points("systolic"), Some(2));
    assert_eq!(bedside.points("spo2"), Some(1));
    assert_eq!(bedside.points("oxygen"), Some(2));
    assert_eq!(bedside.total(), complete(5, "medium"));
    let in_error = well().and(with_status(pressure, "entered-in-error"));
    assert_eq!(in_error.why("systolic")["type"], "status_not_usable");
}

#[test]
fn a_code_is_one_of_loinc() {
    let pulse_of = |system: Value| {
        let mut observation = measured("8867-4", "70", "/min");
        observation["what"]["codings"][0]["system"] = system;
        Bedside::well().but(observation).outcome("pulse")
    };
    assert_eq!(pulse_of(json!(null))["points"], 0);
    assert_eq!(
        pulse_of(json!("urn:oid:2.16.840.1.113883.6.1"))["points"],
        0
    );
    assert_eq!(
        pulse_of(json!("http://hospital.example"))["why"]["type"],
        "none_recorded"
    );
    let mut by_name = measured("8867-4", "70", "/min");
    by_name["what"]["codings"] = json!([]);
    assert_eq!(
        Bedside::well().but(by_name).why("pulse")["type"],
        "none_recorded"
    );
}
