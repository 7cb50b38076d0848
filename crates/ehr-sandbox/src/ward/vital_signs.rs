//! The vital signs: a pure function of the seed, the patient and the time.

use super::{
    chance::{For, swing},
    inpatient::{DETERIORATING, Inpatient},
};
use jiff::Timestamp;

/// Seconds between two sets.
const INTERVAL: i64 = 300;
/// How far back the sets go, in seconds.
const REACH: i64 = 48 * 3600;
/// How long a deterioration takes, until treatment helps and it begins anew, in seconds.
const DETERIORATION: i64 = 24 * 3600;

/// How awake a patient is: ACVPU of NEWS2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consciousness {
    Alert,
    Confused,
    Voice,
}

/// What a nurse measures on one visit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct VitalSigns {
    /// Breaths a minute.
    pub(super) respiration: f64,
    /// Per cent.
    pub(super) saturation: f64,
    /// Litres a minute; 0 is air.
    pub(super) oxygen: f64,
    /// mmHg.
    pub(super) systolic: f64,
    /// mmHg.
    pub(super) diastolic: f64,
    /// Beats a minute.
    pub(super) pulse: f64,
    /// Degrees Celsius, to the tenth.
    pub(super) temperature: f64,
    pub(super) consciousness: Consciousness,
}

/// The slots whose sets are in the record at a time, oldest first.
pub(super) fn slots(patient: &Inpatient, now: Timestamp) -> std::ops::RangeInclusive<i64> {
    if patient.deceased.is_some_and(|death| death < now) {
        #[expect(clippy::reversed_empty_ranges, reason = "nothing is measured any more")]
        return 1..=0;
    }
    let newest = (now.as_second() - minute(patient)).div_euclid(INTERVAL);
    newest - REACH / INTERVAL + 1..=newest
}

/// When the set of a slot was measured.
pub(super) fn time(patient: &Inpatient, slot: i64) -> Timestamp {
    Timestamp::from_second(
        slot.saturating_mul(INTERVAL)
            .saturating_add(minute(patient)),
    )
    .unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The set of a slot.
pub(super) fn measured(patient: &Inpatient, slot: i64) -> VitalSigns {
    let baseline = &patient.picture.baseline;
    let severity = severity(patient, slot);
    let around = |sign: u64, middle: f64, drift: f64, jitter: f64| {
        middle
            + drift * drifting(patient, sign, slot)
            + jitter * swing(patient.number(For::Jitter, sign << 48 | slot.unsigned_abs()))
    };
    let systolic = around(1, baseline.systolic, 7.0, 4.0) - 34.0 * severity;
    VitalSigns {
        respiration: (around(2, baseline.respiration, 1.0, 0.9) + 9.0 * severity).round(),
        saturation: (around(3, baseline.saturation, 0.7, 0.6) - 5.0 * severity)
            .round()
            .min(100.0),
        oxygen: (baseline.oxygen + 6.0 * severity).round(),
        systolic: systolic.round(),
        diastolic: (systolic * 0.55 + around(4, 8.0, 2.0, 2.0)).round(),
        pulse: (around(5, baseline.pulse, 4.0, 3.0) + 40.0 * severity).round(),
        temperature: ((around(6, baseline.temperature, 0.2, 0.1) + 1.8 * severity) * 10.0).round()
            / 10.0,
        consciousness: match severity {
            s if s > 0.9 => Consciousness::Voice,
            s if s > 0.7 => Consciousness::Confused,
            _ => Consciousness::Alert,
        },
    }
}

/// From 0 (as ever) to 1 (as bad as it gets). The two who deteriorate do so half a period apart: at any time one of them is ill.
fn severity(patient: &Inpatient, slot: i64) -> f64 {
    let Some(turn) = DETERIORATING
        .iter()
        .position(|index| *index == patient.index)
    else {
        return 0.0;
    };
    let shift = if turn == 0 { 0 } else { DETERIORATION / 2 };
    let into = (slot.saturating_mul(INTERVAL) + shift).rem_euclid(DETERIORATION);
    let done = f64::from(u32::try_from(into).unwrap_or(0)) / 86_400.0;
    0.25 + 0.75 * done
}

/// A slow wave of some hours, from -1 to 1.
fn drifting(patient: &Inpatient, sign: u64, slot: i64) -> f64 {
    let number = patient.number(For::Baseline, sign);
    let period = 40 + i64::try_from(number % 60).unwrap_or(0);
    let phase = i64::try_from((number >> 32) % 100).unwrap_or(0);
    let step = u32::try_from((slot + phase).rem_euclid(period)).unwrap_or(0);
    let turn = f64::from(step) / f64::from(u32::try_from(period).unwrap_or(1));
    (turn * std::f64::consts::TAU).sin()
}

/// Patients are not all measured at the same second.
fn minute(patient: &Inpatient) -> i64 {
    i64::try_from(patient.number(For::Minute, 0) % 300).unwrap_or(0)
}
