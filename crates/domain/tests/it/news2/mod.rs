//! NEWS2 (ward-safety, "Scores and flow"): every boundary of the printed table, and every edge of the rules around it.

mod consciousness;
mod laws;
mod patient;
mod set;
mod table;
mod units;

use domain::chart::Observation;
use domain::clinical::news2::{News2Patient, News2Settings, Scale2Choice, score};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// Ten minutes before [`Bedside::now`].
pub const JUST_NOW: &str = "2026-11-24T11:50:00Z";

/// The codes of a set, in the order of the chart, each with a value that scores 0.
pub const WELL: [(&str, &str, &str); 6] = [
    ("9279-1", "16", "/min"),
    ("59408-5", "97", "%"),
    ("3151-8", "0", "L/min"),
    ("8480-6", "120", "mm[Hg]"),
    ("8867-4", "70", "/min"),
    ("8310-5", "37.0", "Cel"),
];

/// A measured observation of just now.
pub fn measured(code: &str, value: &str, unit: &str) -> Value {
    let mut observation = named(code);
    observation["value"] = json!({"type": "quantity", "value": value, "code": unit});
    observation
}

/// An observation of just now without a value.
pub fn named(code: &str) -> Value {
    json!({"what": {"text": code, "codings": [{"system": "http://loinc.org", "code": code}]}, "status": "final", "effective": JUST_NOW})
}

/// Whether somebody is alert, in words.
pub fn conscious(text: &str) -> Value {
    let mut observation = named("67775-7");
    observation["value"] = json!({"type": "text", "text": text});
    observation
}

/// The same at another time.
pub fn at(mut observation: Value, time: &str) -> Value {
    observation["effective"] = json!(time);
    observation
}

/// The same with another status.
pub fn with_status(mut observation: Value, status: &str) -> Value {
    observation["status"] = json!(status);
    observation
}

/// A patient with a chart.
pub struct Bedside {
    pub observations: Vec<Value>,
    pub patient: News2Patient,
    pub settings: News2Settings,
    pub now: Timestamp,
    pub zone: TimeZone,
}

impl Bedside {
    /// An adult without observations.
    pub fn empty() -> Self {
        Self {
            observations: Vec::new(),
            patient: News2Patient {
                birth_date: Some("1945-07-14".parse().unwrap()),
                is_pregnant: false,
                scale_2: None,
            },
            settings: News2Settings::default(),
            now: "2026-11-24T12:00:00Z".parse().unwrap(),
            zone: TimeZone::UTC,
        }
    }

    /// An adult whose every parameter was just seen and scores 0.
    pub fn well() -> Self {
        let mut bedside = Self::empty();
        bedside.observations = WELL
            .iter()
            .map(|(code, value, unit)| measured(code, value, unit))
            .collect();
        bedside.observations.push(conscious("Alert"));
        bedside
    }

    /// Without what was seen under a code.
    pub fn without(mut self, code: &str) -> Self {
        self.observations
            .retain(|observation| observation["what"]["text"] != code);
        self
    }

    /// With one more observation.
    pub fn and(mut self, observation: Value) -> Self {
        self.observations.push(observation);
        self
    }

    /// With this in place of what was seen under its code.
    pub fn but(self, observation: Value) -> Self {
        let code = observation["what"]["text"].as_str().unwrap().to_owned();
        self.without(&code).and(observation)
    }

    /// With scale 2, chosen by a clinician.
    pub fn on_scale_2(mut self) -> Self {
        self.patient.scale_2 = Some(Scale2Choice {
            by: crate::ward::MAX,
            at: "2026-11-20T08:00:00Z".parse().unwrap(),
        });
        self
    }

    /// The answer as it goes over the wire.
    pub fn news2(&self) -> Value {
        let observations: Vec<Observation> = self
            .observations
            .iter()
            .map(|observation| serde_json::from_value(observation.clone()).unwrap())
            .collect();
        let answer = score(
            &observations,
            &self.patient,
            self.now,
            &self.zone,
            &self.settings,
        );
        serde_json::to_value(answer).unwrap()
    }

    /// The outcome of a parameter.
    pub fn outcome(&self, parameter: &str) -> Value {
        let answer = self.news2();
        let components = answer["components"].as_array().unwrap();
        let found = components
            .iter()
            .find(|component| component["parameter"] == parameter);
        found.unwrap()["outcome"].clone()
    }

    /// The points of a parameter, where it has any.
    pub fn points(&self, parameter: &str) -> Option<u64> {
        self.outcome(parameter)["points"].as_u64()
    }

    /// Why a parameter has no points.
    pub fn why(&self, parameter: &str) -> Value {
        let outcome = self.outcome(parameter);
        assert_eq!(outcome["type"], "missing", "{parameter}: {outcome}");
        outcome["why"].clone()
    }

    pub fn total(&self) -> Value {
        self.news2()["total"].clone()
    }
}

pub fn complete(total: u8, risk: &str) -> Value {
    json!({"type": "complete", "total": total, "risk": risk})
}

pub fn incomplete(at_least: u8, present: u8, is_high: bool) -> Value {
    json!({"type": "incomplete", "at_least": at_least, "present": present, "of": 7, "is_high": is_high})
}
