//! How the record's words for consciousness are read.

use super::*;
use domain::chart::Coding;
use domain::clinical::news2::{Acvpu, CodeMeaning, ConsciousnessMap, TextMeaning};

fn coded(codings: Value, text: &str) -> Value {
    let mut observation = named("67775-7");
    observation["value"] = json!({"type": "concept", "text": text, "codings": codings});
    observation
}

#[test]
fn the_answers_of_snomed_ct_and_loinc_are_known() {
    for (system, code, level) in [
        ("http://snomed.info/sct", "248234008", "alert"),
        ("http://snomed.info/sct", "130987000", "confusion"),
        ("http://snomed.info/sct", "300202002", "voice"),
        ("http://snomed.info/sct", "450847001", "pain"),
        ("http://snomed.info/sct", "422768004", "unresponsive"),
        (
            "urn:oid:2.16.840.1.113883.6.96",
            "422768004",
            "unresponsive",
        ),
        ("http://loinc.org", "LA9340-6", "alert"),
        ("http://loinc.org", "LA6560-2", "confusion"),
        ("http://loinc.org", "LA17108-4", "voice"),
        ("http://loinc.org", "LA17107-6", "pain"),
        ("http://loinc.org", "LA9343-0", "unresponsive"),
    ] {
        let answer = coded(
            json!([{"system": system, "code": code}]),
            "in a language that nobody mapped",
        );
        let outcome = Bedside::well().but(answer).outcome("consciousness");
        assert_eq!(outcome["used"]["value"], level, "{code}: {outcome}");
    }
}

#[test]
fn words_are_read_whatever_their_case_and_spaces() {
    for (text, level) in [
        ("ALERT", "alert"),
        ("  alert ", "alert"),
        ("mentally   alert", "alert"),
        ("RÉAGIT À LA VOIX", "voice"),
        ("c", "confusion"),
        ("p", "pain"),
    ] {
        let outcome = Bedside::well()
            .but(conscious(text))
            .outcome("consciousness");
        assert_eq!(outcome["used"]["value"], level, "{text}: {outcome}");
        let outcome = Bedside::well()
            .but(coded(json!([]), text))
            .outcome("consciousness");
        assert_eq!(outcome["used"]["value"], level, "{text}: {outcome}");
    }
}

#[test]
fn what_the_map_does_not_name_is_missing_and_never_alert() {
    for text in ["", "drowsy", "Not alert", "alert?", "Alert and orientated"] {
        let bedside = Bedside::well().but(conscious(text));
        assert_eq!(
            bedside.why("consciousness"),
            json!({"type": "unmapped"}),
            "{text}"
        );
        assert_eq!(bedside.total(), incomplete(0, 6, false));
    }
    let local = json!([{"system": "http://snomed.info/sct", "code": "LA9340-6"}]);
    assert_eq!(
        Bedside::well().but(coded(local, "?")).why("consciousness"),
        json!({"type": "unmapped"})
    );
    let coma_scale = Bedside::well().but(measured("67775-7", "15", "{score}"));
    assert_eq!(
        coma_scale.why("consciousness"),
        json!({"type": "not_measured"})
    );
}

#[test]
fn codes_that_contradict_each_other_are_missing() {
    let alert = json!({"system": "http://snomed.info/sct", "code": "248234008"});
    let voice = json!({"system": "http://loinc.org", "code": "LA17108-4"});
    let own = json!({"system": "http://hospital.example/codes", "code": "7"});
    let both = Bedside::well().but(coded(json!([alert, voice]), "Alert"));
    assert_eq!(both.why("consciousness"), json!({"type": "unmapped"}));
    let one = Bedside::well().but(coded(json!([own, voice]), "Alert"));
    assert_eq!(
        one.points("consciousness"),
        Some(3),
        "a code is believed before words"
    );
}

#[test]
fn the_map_can_be_edited() {
    let mut bedside = Bedside::well().without("67775-7");
    bedside.settings.consciousness = ConsciousnessMap {
        observations: vec![Coding {
            system: Some("http://hospital.example/flowsheet".into()),
            code: "LOC".into(),
        }],
        codes: vec![CodeMeaning {
            coding: Coding {
                system: None,
                code: "7".into(),
            },
            means: Acvpu::Pain,
        }],
        texts: vec![TextMeaning {
            text: "Wach".into(),
            means: Acvpu::Alert,
        }],
    };
    let observed = |system: &str, value: Value| json!({"what": {"text": "LOC", "codings": [{"system": system, "code": "LOC"}]}, "status": "final", "effective": JUST_NOW, "value": value});
    let awake = json!({"type": "text", "text": "wach"});
    let own = "http://hospital.example/flowsheet";
    assert_eq!(
        bedside.why("consciousness"),
        json!({"type": "none_recorded"})
    );
    let bedside = bedside.and(observed("http://elsewhere.example", awake.clone()));
    assert_eq!(
        bedside.why("consciousness"),
        json!({"type": "none_recorded"}),
        "another system's code is another code"
    );
    let bedside = bedside.and(observed(own, awake));
    assert_eq!(bedside.points("consciousness"), Some(0));
    let hurt = json!({"type": "concept", "text": "?", "codings": [{"system": "http://x.example", "code": "7"}]});
    assert_eq!(
        bedside
            .without("LOC")
            .and(observed(own, hurt))
            .points("consciousness"),
        Some(3)
    );
}

#[test]
fn an_unmapped_word_is_not_hidden_by_an_earlier_alert() {
    let drowsy = at(conscious("drowsy"), "2026-11-24T11:55:00Z");
    assert_eq!(
        Bedside::well().and(drowsy).why("consciousness"),
        json!({"type": "unmapped"})
    );
    let same_moment = Bedside::well().and(conscious("drowsy"));
    assert_eq!(
        same_moment.why("consciousness"),
        json!({"type": "unmapped"})
    );
}

#[test]
fn settings_are_kept_as_they_were() {
    let settings = News2Settings::default();
    let written = serde_json::to_value(&settings).unwrap();
    assert_eq!(
        (
            written["max_gap_minutes"].as_u64(),
            written["stale_after_hours"].as_u64()
        ),
        (Some(60), Some(12))
    );
    assert!(serde_json::from_value::<News2Settings>(written).unwrap() == settings);
}
