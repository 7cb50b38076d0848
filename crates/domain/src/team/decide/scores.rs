//! How scores are made.

use super::Asker;
use crate::rejection::Rejection;
use crate::team::command::{SetNews2, SetSpo2Scale};
use crate::team::event::{Event, News2Set, Spo2ScaleSet};
use crate::{limits, text};

pub(super) fn set(asker: &Asker<'_>, command: SetNews2) -> Result<Vec<Event>, Rejection> {
    if let Some(settings) = &command.settings {
        let map = &settings.consciousness;
        let count = map.observations.len() + map.codes.len() + map.texts.len();
        if count > limits::OPTIONS {
            return Err(Rejection::TooMany {
                what: "consciousness".into(),
                limit: limits::OPTIONS,
            });
        }
        let codes = map.codes.iter().map(|meaning| &meaning.coding);
        for coding in map.observations.iter().chain(codes) {
            text::label("coding.code", &coding.code)?;
            if let Some(system) = &coding.system {
                text::line("coding.system", system, limits::URL_CHARS)?;
            }
        }
        for meaning in &map.texts {
            text::label("consciousness.text", &meaning.text)?;
        }
        if settings.max_gap_minutes == 0 || settings.stale_after_hours == 0 {
            return Err(Rejection::Invalid {
                what: "settings".into(),
            });
        }
    }
    if asker.team.news2 == command.settings {
        return Ok(vec![]);
    }
    Ok(vec![Event::News2Set(News2Set {
        settings: command.settings,
    })])
}

pub(super) fn set_spo2_scale(
    asker: &Asker<'_>,
    command: &SetSpo2Scale,
) -> Result<Vec<Event>, Rejection> {
    let patient = asker.patient(command.patient)?;
    if patient.scale_2.is_some() == command.scale_2 {
        return Ok(vec![]);
    }
    Ok(vec![Event::Spo2ScaleSet(Spo2ScaleSet {
        patient: command.patient,
        scale_2: command.scale_2,
    })])
}
