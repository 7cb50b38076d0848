//! NEWS2, the National Early Warning Score of the Royal College of Physicians (2017), from a chart's observations. Every rule is one of
//! ward-safety's "Scores and flow"; what it leaves open is decided here so that nobody looks better than they are:
//!
//! - An observation whose status is other than `final`, `amended`, `corrected` or `appended`, whose time of day is not known, or whose time
//!   lies ahead of now is set aside, and an earlier one may speak.
//! - The newest observation that is left speaks for its parameter, also where it cannot be scored: an earlier reassuring value never stands
//!   in for a newer one that could not be understood.
//! - Of several at one moment the one that scores most is used.

mod answer;
mod evidence;
mod points;
mod ratio;
mod reading;
mod settings;
mod unit;

pub use answer::*;
pub use settings::*;

use crate::chart::Observation;
use crate::clinical::date::PartialDate;
use evidence::{Evidence, Sighting};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use points::points;
use reading::Reading;

/// The age from which NEWS2 is made for a patient, in years.
const ADULT_FROM_YEARS: i32 = 16;

/// What must be known of a patient beside the observations.
#[derive(Clone, PartialEq)]
pub struct News2Patient {
    /// The birth date, as exact as it is known.
    pub birth_date: Option<PartialDate>,
    /// The record says that the patient is pregnant. Where it says nothing, this is false.
    pub is_pregnant: bool,
    /// Scale 2 for SpO₂, where a clinician chose it for this patient.
    pub scale_2: Option<Scale2Choice>,
}

/// The score of a patient now, or why there is none. `zone` is that of the ward: for times of the record without one, and for the day on
/// which a patient comes of age. The order of the observations does not matter.
pub fn score(
    observations: &[Observation],
    patient: &News2Patient,
    now: Timestamp,
    zone: &TimeZone,
    settings: &News2Settings,
) -> News2 {
    if let Some(why) = reason_for_no_score(patient, zone.to_datetime(now).date()) {
        return News2::NotScored { why };
    }
    let sightings = Sighting::all(observations, now, zone, settings);
    let evidence =
        News2Parameter::ALL.map(|parameter| (parameter, Evidence::of(parameter, &sightings)));
    let newest = evidence
        .iter()
        .filter_map(|(_, found)| found.scorable_at())
        .max();
    let gap = SignedDuration::from_mins(settings.max_gap_minutes.into());
    let is_in_set = |at: Timestamp| newest.is_some_and(|newest| newest.duration_since(at) <= gap);

    let oxygen = evidence
        .iter()
        .find_map(|(_, found)| found.oxygen(is_in_set));
    let scale = match &patient.scale_2 {
        Some(choice) => Spo2Scale::Scale2(choice.clone()),
        None => Spo2Scale::Scale1,
    };
    let points_of = |reading: Reading| points(reading, &scale, oxygen);
    let components = evidence.map(|(parameter, found)| News2Component {
        parameter,
        outcome: found.outcome(is_in_set, points_of),
    });
    let oldest = components
        .iter()
        .filter_map(|component| component.scored_at())
        .min();
    let stale_after = SignedDuration::from_hours(settings.stale_after_hours.into());
    News2::Scored(News2Score {
        total: total_of(&components),
        components: components.into(),
        scale,
        oldest,
        is_stale: oldest.is_some_and(|oldest| now.duration_since(oldest) > stale_after),
        ahead_of_now: evidence::ahead_of_now(&sightings),
    })
}

/// Why the patient gets no score today.
fn reason_for_no_score(patient: &News2Patient, today: Date) -> Option<NotScored> {
    let age = patient
        .birth_date
        .and_then(|birth_date| is_adult(birth_date, today));
    match age {
        Some(false) => Some(NotScored::Under16),
        None => Some(NotScored::AgeUnknown),
        Some(true) if patient.is_pregnant => Some(NotScored::Pregnant),
        Some(true) => None,
    }
}

/// Whether somebody born then is 16 or over, where what is known of the birth date tells.
fn is_adult(birth_date: PartialDate, today: Date) -> Option<bool> {
    let earliest = birth_date.earliest()?;
    let latest = match birth_date.to_string().len() {
        4 => earliest.last_of_year(),
        7 => earliest.last_of_month(),
        _ => earliest,
    };
    let had_birthday = |born: Date| {
        let years = i32::from(today.year()) - i32::from(born.year());
        let is_before_birthday = (today.month(), today.day()) < (born.month(), born.day());
        years - i32::from(is_before_birthday) >= ADULT_FROM_YEARS
    };
    match (had_birthday(latest), had_birthday(earliest)) {
        (true, _) => Some(true),
        (false, false) => Some(false),
        (false, true) => None,
    }
}

/// The total of a whole set; of any other only what it is at least.
fn total_of(components: &[News2Component]) -> News2Total {
    let points: Vec<u8> = components
        .iter()
        .filter_map(News2Component::points)
        .collect();
    let sum = points.iter().sum();
    let has_a_three = points.contains(&3);
    match points.len() == components.len() {
        true => News2Total::Complete {
            total: sum,
            risk: risk_of(sum, has_a_three),
        },
        false => News2Total::Incomplete {
            at_least: sum,
            present: u8::try_from(points.len()).unwrap_or(u8::MAX),
            of: u8::try_from(components.len()).unwrap_or(u8::MAX),
            is_high: has_a_three || sum >= HIGH_FROM,
        },
    }
}

/// The total from which the risk is high.
const HIGH_FROM: u8 = 7;
/// The total from which the risk is medium.
const MEDIUM_FROM: u8 = 5;

fn risk_of(total: u8, has_a_three: bool) -> News2Risk {
    match (total, has_a_three) {
        (HIGH_FROM.., _) => News2Risk::High,
        (MEDIUM_FROM.., _) => News2Risk::Medium,
        (_, true) => News2Risk::LowMedium,
        (_, false) => News2Risk::Low,
    }
}
