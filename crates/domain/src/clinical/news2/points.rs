//! The printed table (ward-safety, "Scores and flow"; RCP 2017, chart 1).

use super::answer::{AirOrOxygen, Spo2Scale};
use super::reading::Reading;
use super::settings::Acvpu;

/// The points of a value; none only where scale 2 needs to know what the patient breathes and nobody says.
pub(super) fn points(
    reading: Reading,
    scale: &Spo2Scale,
    oxygen: Option<AirOrOxygen>,
) -> Option<u8> {
    Some(match reading {
        Reading::Respiration(per_minute) => match per_minute {
            ..=8 => 3,
            9..=11 => 1,
            12..=20 => 0,
            21..=24 => 2,
            25.. => 3,
        },
        Reading::Spo2(percent) => match scale {
            Spo2Scale::Scale1 => scale_1(percent),
            Spo2Scale::Scale2(_) => return scale_2(percent, oxygen),
        },
        Reading::Oxygen(AirOrOxygen::Air) => 0,
        Reading::Oxygen(AirOrOxygen::Oxygen) => 2,
        Reading::Systolic(mmhg) => match mmhg {
            ..=90 => 3,
            91..=100 => 2,
            101..=110 => 1,
            111..=219 => 0,
            220.. => 3,
        },
        Reading::Pulse(per_minute) => match per_minute {
            ..=40 => 3,
            41..=50 => 1,
            51..=90 => 0,
            91..=110 => 1,
            111..=130 => 2,
            131.. => 3,
        },
        Reading::Consciousness(Acvpu::Alert) => 0,
        Reading::Consciousness(
            Acvpu::Confusion | Acvpu::Voice | Acvpu::Pain | Acvpu::Unresponsive,
        ) => 3,
        Reading::Temperature(tenths) => match tenths {
            ..=350 => 3,
            351..=360 => 1,
            361..=380 => 0,
            381..=390 => 1,
            391.. => 2,
        },
    })
}

fn scale_1(percent: i128) -> u8 {
    match percent {
        ..=91 => 3,
        92..=93 => 2,
        94..=95 => 1,
        96.. => 0,
    }
}

fn scale_2(percent: i128, oxygen: Option<AirOrOxygen>) -> Option<u8> {
    Some(match (percent, oxygen) {
        (..=83, _) => 3,
        (84..=85, _) => 2,
        (86..=87, _) => 1,
        (88..=92, _) => 0,
        (93.., None) => return None,
        (93.., Some(AirOrOxygen::Air)) => 0,
        (93..=94, Some(AirOrOxygen::Oxygen)) => 1,
        (95..=96, Some(AirOrOxygen::Oxygen)) => 2,
        (97.., Some(AirOrOxygen::Oxygen)) => 3,
    })
}
