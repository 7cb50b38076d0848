//! What a column of the record says, in words: each thing with the time it was true, and nothing that was not read taken for "none".

use super::words;
use domain::chart::{ChartTime, Measured, Observation, Part, PartStatus};
use domain::clinical::news2::{News2, News2Total};
use domain::field::chart::ChartValue;
use domain::team::installation::Language;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// An item a line.
pub(super) fn text(shown: &ChartValue, zone: &TimeZone, language: Language) -> String {
    let dated = |what: &str, status: Option<&str>, at: Option<ChartTime>| {
        let notes = [status.map(str::to_owned), at.map(|at| time(at, zone))];
        with_notes(what, &notes)
    };
    match shown {
        ChartValue::Place(part) => lines(part, language, |encounter| {
            let place = encounter.place.as_deref();
            dated(
                place.unwrap_or_else(|| words::no_place(language)),
                None,
                None,
            )
        }),
        ChartValue::VitalSigns(part) => lines(part, language, |observation| {
            let usual = ["final", "amended", "corrected"];
            let status = observation.status.as_deref();
            let status = status.filter(|status| !usual.contains(status));
            dated(
                &observed(observation, language),
                status,
                observation.effective,
            )
        }),
        ChartValue::News2 { score: None } => words::not_scored(None, language),
        ChartValue::News2 { score: Some(score) } => news2(score, zone, language),
        ChartValue::Allergies(part) => lines(part, language, |allergy| {
            let status = allergy.verification_status.as_deref();
            let status = status.filter(|status| *status != "confirmed");
            dated(&allergy.what.text, status, allergy.recorded)
        }),
        ChartValue::Conditions(part) => lines(part, language, |condition| {
            let status = condition.verification_status.as_deref();
            let status = status.filter(|status| *status != "confirmed");
            let at = condition.recorded.or(condition.onset);
            dated(&condition.what.text, status, at)
        }),
        ChartValue::Medications(part) => lines(part, language, |medication| {
            let status = medication.status.as_deref();
            let status = status.filter(|status| *status != "active");
            dated(&medication.what.text, status, medication.written)
        }),
    }
}

fn lines<T>(part: &Part<T>, language: Language, line: impl Fn(&T) -> String) -> String {
    match part.status {
        PartStatus::Ok => part.items.iter().map(line).collect::<Vec<_>>().join("\n"),
        status => words::part_status(status, language).to_owned(),
    }
}

/// The score as it is written: never a plain total of an incomplete set, and with the time of the oldest observation used.
fn news2(score: &News2, zone: &TimeZone, language: Language) -> String {
    let score = match score {
        News2::NotScored { why } => return words::not_scored(Some(*why), language),
        News2::Scored(score) => score,
    };
    let total = match score.total {
        News2Total::Complete { total, .. } => format!("NEWS2 {total}"),
        News2Total::Incomplete {
            at_least,
            present,
            of,
            ..
        } => words::incomplete(at_least, present, of, language),
    };
    let stale = score.is_stale.then(|| words::stale(language).to_owned());
    with_notes(&total, &[stale, score.oldest.map(|at| moment(at, zone))])
}

fn with_notes(what: &str, notes: &[Option<String>]) -> String {
    let notes: Vec<&str> = notes.iter().flatten().map(String::as_str).collect();
    match notes.is_empty() {
        true => what.to_owned(),
        false => format!("{what} ({})", notes.join(", ")),
    }
}

/// A time as exactly as the record wrote it, in the team's zone where it has one.
fn time(at: ChartTime, zone: &TimeZone) -> String {
    match at {
        ChartTime::Date(date) => date.to_string(),
        ChartTime::Local(local) => local.strftime("%Y-%m-%d %H:%M").to_string(),
        ChartTime::Moment(at) => moment(at, zone),
    }
}

fn moment(at: Timestamp, zone: &TimeZone) -> String {
    let local = zone.to_datetime(at);
    local.strftime("%Y-%m-%d %H:%M").to_string()
}

fn observed(observation: &Observation, language: Language) -> String {
    let own = observation.value.iter().map(measured);
    let components = observation.components.iter();
    let theirs = components.filter_map(|component| component.value.as_ref().map(measured));
    let values: Vec<String> = own.chain(theirs).collect();
    let (what, values) = (&observation.what.text, values.join(" / "));
    match language {
        Language::En => format!("{what}: {values}"),
        Language::Fr => format!("{what} : {values}"),
    }
}

fn measured(value: &Measured) -> String {
    match value {
        Measured::Quantity(quantity) => {
            let comparator = quantity.comparator.as_deref().unwrap_or_default();
            let number = quantity.value.as_str();
            match &quantity.unit {
                Some(unit) => format!("{comparator}{number} {unit}"),
                None => format!("{comparator}{number}"),
            }
        }
        Measured::Concept(concept) => concept.text.clone(),
        Measured::Text { text } => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::{Value, json};

    fn said(shown: Value, language: Language) -> String {
        let shown: ChartValue = serde_json::from_value(shown).unwrap();
        text(&shown, &TimeZone::get("Europe/Paris").unwrap(), language)
    }

    #[test]
    fn each_thing_has_the_time_it_was_true_in_the_team_s_zone() {
        let pulse = json!({"source": "vital_signs", "status": "ok", "items": [
            {"what": {"text": "Pulse", "codings": []}, "status": "final", "effective": "2026-11-24T23:30:00Z",
                "value": {"type": "quantity", "value": "98.0", "unit": "/min"}},
            {"what": {"text": "Pulse", "codings": []}, "status": "preliminary", "effective": "2026-11-24",
                "value": {"type": "quantity", "value": "90", "comparator": "<"}},
        ]});
        assert_eq!(
            said(pulse, Language::En),
            "Pulse: 98.0 /min (2026-11-25 00:30)\nPulse: <90 (preliminary, 2026-11-24)"
        );
        let score = json!({"source": "news2", "score": {"type": "scored", "scale": {"type": "scale_1"}, "is_stale": true,
            "total": {"type": "incomplete", "at_least": 9, "present": 5, "of": 7, "is_high": true},
            "components": [], "oldest": "2026-11-24T07:00:00Z"}});
        assert_eq!(
            said(score.clone(), Language::En),
            "NEWS2 incomplete, at least 9 (5 of 7) (STALE, 2026-11-24 08:00)"
        );
        assert_eq!(
            said(score, Language::Fr),
            "NEWS2 incomplet, au moins 9 (5 sur 7) (PÉRIMÉ, 2026-11-24 08:00)"
        );
    }

    #[test]
    fn what_was_not_read_is_never_taken_for_none() {
        for (status, words) in [
            ("none", "None recorded"),
            ("not_supported", "Not offered by the record"),
            ("not_permitted", "Not permitted"),
            ("failed", "Could not be read"),
        ] {
            let allergies = json!({"source": "allergies", "status": status, "items": []});
            assert_eq!(said(allergies, Language::En), words);
        }
        let off = json!({"source": "news2"});
        assert_eq!(said(off, Language::Fr), "NEWS2 non calculé");
        let young = json!({"source": "news2", "score": {"type": "not_scored", "why": "under_16"}});
        assert_eq!(
            said(young, Language::En),
            "NEWS2 not scored: under 16 years"
        );
    }

    #[test]
    fn an_allergy_that_nobody_confirmed_says_so() {
        let allergies = json!({"source": "allergies", "status": "ok", "items": [
            {"what": {"text": "Latex", "codings": []}, "verification_status": "confirmed"},
            {"what": {"text": "Peanut", "codings": []}, "verification_status": "unconfirmed", "recorded": "2018-09"},
        ]});
        assert_eq!(
            said(allergies, Language::En),
            "Latex\nPeanut (unconfirmed, 2018-09)"
        );
    }
}
