//! Which observation speaks for a parameter.

use super::answer::{AirOrOxygen, News2Missing, News2Outcome, News2Parameter};
use super::reading::{Kind, Reading};
use super::settings::News2Settings;
use crate::chart::{ChartTime, Concept, Measured, Observation};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::iter::once;

/// How far a clock of the record may be ahead of ours. What is dated later than that is a mistake.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(5);

/// An observation, or a component of one, that NEWS2 is about.
pub(super) struct Sighting<'a> {
    parameter: News2Parameter,
    /// When it was true, or why it is set aside.
    at: Result<Timestamp, News2Missing>,
    reading: Result<Reading, News2Missing>,
    written: Option<&'a Measured>,
}

impl<'a> Sighting<'a> {
    /// All that the observations say about the seven parameters.
    pub(super) fn all(
        observations: &'a [Observation],
        now: Timestamp,
        zone: &TimeZone,
        settings: &News2Settings,
    ) -> Vec<Self> {
        let map = &settings.consciousness;
        let mut sightings = Vec::new();
        for observation in observations {
            let at = time_of(observation, now, zone);
            for (what, written) in values_of(observation) {
                sightings.extend(Kind::all_of(what, map).map(|kind| Sighting {
                    parameter: kind.parameter(),
                    at: at.clone(),
                    reading: kind.read(written, map),
                    written,
                }));
            }
        }
        sightings
    }
}

/// The observation's own value and those of its components, each with its name.
fn values_of(observation: &Observation) -> impl Iterator<Item = (&Concept, Option<&Measured>)> {
    let components = observation
        .components
        .iter()
        .map(|component| (&component.what, component.value.as_ref()));
    once((&observation.what, observation.value.as_ref())).chain(components)
}

/// When an observation was true, where it is a fact of the past with a time of day.
fn time_of(
    observation: &Observation,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Timestamp, News2Missing> {
    let Some("final" | "amended" | "corrected" | "appended") = observation.status.as_deref() else {
        return Err(News2Missing::StatusNotUsable {
            status: observation.status.clone(),
        });
    };
    let at = match observation.effective {
        Some(ChartTime::Moment(moment)) => moment,
        // In the hour that an autumn night has twice the earlier is meant: the older of two ages.
        Some(ChartTime::Local(local)) => zone
            .to_ambiguous_timestamp(local)
            .earlier()
            .map_err(|_| News2Missing::NoTimeOfDay)?,
        Some(ChartTime::Date(_)) | None => return Err(News2Missing::NoTimeOfDay),
    };
    match at.duration_since(now) > CLOCKS_DIFFER {
        true => Err(News2Missing::AheadOfNow),
        false => Ok(at),
    }
}

/// The parameters of which something is dated ahead of now.
pub(super) fn ahead_of_now(sightings: &[Sighting]) -> Vec<News2Parameter> {
    let is_ahead = |parameter: &News2Parameter| {
        sightings.iter().any(|sighting| {
            sighting.parameter == *parameter && sighting.at == Err(News2Missing::AheadOfNow)
        })
    };
    News2Parameter::ALL.into_iter().filter(is_ahead).collect()
}

/// What speaks for a parameter.
pub(super) enum Evidence<'a> {
    /// Its newest observation; several where the record has several of that moment.
    Scorable {
        at: Timestamp,
        candidates: Vec<(Reading, &'a Measured)>,
    },
    /// None, or a newest one that cannot be scored.
    NotScorable {
        why: News2Missing,
        written: Option<&'a Measured>,
        at: Option<Timestamp>,
    },
}

impl<'a> Evidence<'a> {
    /// What the sightings say of this parameter.
    pub(super) fn of(parameter: News2Parameter, sightings: &[Sighting<'a>]) -> Self {
        let mine = || {
            sightings
                .iter()
                .filter(|sighting| sighting.parameter == parameter)
        };
        let Some(&at) = mine()
            .filter_map(|sighting| sighting.at.as_ref().ok())
            .max()
        else {
            let set_aside = mine()
                .filter_map(|sighting| sighting.at.as_ref().err())
                .max();
            return Evidence::NotScorable {
                why: set_aside.cloned().unwrap_or(News2Missing::NoneRecorded),
                written: None,
                at: None,
            };
        };
        let newest = || mine().filter(|sighting| sighting.at == Ok(at));
        let candidates: Vec<(Reading, &Measured)> = newest()
            .filter_map(|sighting| Some((*sighting.reading.as_ref().ok()?, sighting.written?)))
            .collect();
        let unscorable = newest()
            .filter_map(|sighting| Some((sighting.reading.as_ref().err()?, sighting.written)))
            .max_by_key(|&(why, written)| (casts_doubt(why), why, written.map(text_of)));
        match unscorable {
            Some((why, written)) if casts_doubt(why) || candidates.is_empty() => {
                Evidence::NotScorable {
                    why: why.clone(),
                    written,
                    at: Some(at),
                }
            }
            Some(_) | None => Evidence::Scorable { at, candidates },
        }
    }

    /// When it was true, where it can be scored.
    pub(super) fn scorable_at(&self) -> Option<Timestamp> {
        match self {
            Evidence::Scorable { at, .. } => Some(*at),
            Evidence::NotScorable { .. } => None,
        }
    }

    /// What the patient breathes, where this is about it and of the set. Of air and oxygen at one moment, oxygen.
    pub(super) fn oxygen(&self, is_in_set: impl Fn(Timestamp) -> bool) -> Option<AirOrOxygen> {
        let Evidence::Scorable { at, candidates } = self else {
            return None;
        };
        let breathed = candidates.iter().filter_map(|&(reading, _)| match reading {
            Reading::Oxygen(breathed) => Some(breathed),
            Reading::Respiration(_)
            | Reading::Spo2(_)
            | Reading::Systolic(_)
            | Reading::Pulse(_)
            | Reading::Consciousness(_)
            | Reading::Temperature(_) => None,
        });
        breathed.max().filter(|_| is_in_set(*at))
    }

    /// Its points, or why it has none.
    pub(super) fn outcome(
        self,
        is_in_set: impl Fn(Timestamp) -> bool,
        points_of: impl Fn(Reading) -> Option<u8>,
    ) -> News2Outcome {
        let (at, candidates) = match self {
            Evidence::Scorable { at, candidates } => (at, candidates),
            Evidence::NotScorable { why, written, at } => {
                let written = written.cloned();
                return News2Outcome::Missing { why, written, at };
            }
        };
        let weight = |reading: Reading| points_of(reading).unwrap_or(u8::MAX);
        let worst = candidates
            .into_iter()
            .max_by_key(|&(reading, written)| (weight(reading), reading, text_of(written)));
        let missing = |why: News2Missing| News2Outcome::Missing {
            why,
            written: worst.map(|(_, written)| written.clone()),
            at: Some(at),
        };
        match worst {
            Some((reading, written)) if is_in_set(at) => match points_of(reading) {
                Some(points) => News2Outcome::Points {
                    points,
                    used: reading.used(),
                    written: written.clone(),
                    at,
                },
                None => missing(News2Missing::NeedsOxygen),
            },
            Some(_) | None => missing(News2Missing::Apart),
        }
    }
}

/// Whether something of the same moment that can be scored is put in doubt: not by a missing value, nor by the same in another unit.
fn casts_doubt(why: &News2Missing) -> bool {
    !matches!(
        why,
        News2Missing::NoValue | News2Missing::UnitNotUnderstood { .. }
    )
}

/// A text by which two values are ordered, so that the record's order has no say.
fn text_of(written: &Measured) -> String {
    serde_json::to_string(written).unwrap_or_default()
}
