//! The units in which a parameter is scored. Any other scores nothing and is said (ward-safety, "Scores and flow").

use super::answer::News2Missing;
use crate::chart::Quantity;

/// A unit that can be scored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    PerMinute,
    Percent,
    Mmhg,
    Celsius,
    Fahrenheit,
    LitresPerMinute,
}

/// Units as written, without case and spaces: UCUM's code first, then what people write.
const WRITTEN: [(Unit, &[&str]); 6] = [
    (
        Unit::PerMinute,
        &[
            "/min",
            "1/min",
            "min-1",
            "bpm",
            "beats/min",
            "beats/minute",
            "breaths/min",
            "breaths/minute",
            "beatsperminute",
            "breathsperminute",
            "/minute",
            "perminute",
        ],
    ),
    (Unit::Percent, &["%", "percent"]),
    (Unit::Mmhg, &["mm[hg]", "mmhg"]),
    (
        Unit::Celsius,
        &[
            "cel",
            "°c",
            "ºc",
            "℃",
            "degc",
            "c",
            "celsius",
            "degreescelsius",
        ],
    ),
    (
        Unit::Fahrenheit,
        &[
            "[degf]",
            "degf",
            "°f",
            "ºf",
            "℉",
            "f",
            "fahrenheit",
            "degreesfahrenheit",
        ],
    ),
    (
        Unit::LitresPerMinute,
        &[
            "l/min",
            "lpm",
            "l/minute",
            "liters/min",
            "litres/min",
            "liters/minute",
            "litres/minute",
        ],
    ),
];

/// The quantity's unit where it is one of `scored`: by its UCUM code where it has one, else by the unit's text. Where the two say
/// different units, neither is believed.
pub(super) fn unit_of(quantity: &Quantity, scored: &[Unit]) -> Result<Unit, News2Missing> {
    let code = written_in(&quantity.code);
    let text = written_in(&quantity.unit);
    let not_understood = |unit: Option<String>| Err(News2Missing::UnitNotUnderstood { unit });
    let Some(decisive) = code.or(text) else {
        return not_understood(None);
    };
    let unit = find_unit(decisive);
    if let (Some(code), Some(text)) = (code, text)
        && find_unit(text).is_some_and(|said| unit != Some(said))
    {
        return not_understood(Some(format!("{text} ({code})")));
    }
    match unit {
        Some(unit) if scored.contains(&unit) => Ok(unit),
        Some(_) | None => not_understood(Some(decisive.to_owned())),
    }
}

fn written_in(part: &Option<String>) -> Option<&str> {
    part.as_deref()
        .map(str::trim)
        .filter(|written| !written.is_empty())
}

fn find_unit(written: &str) -> Option<Unit> {
    let plain: String = without_annotations(written)
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    WRITTEN
        .iter()
        .find(|(_, names)| names.contains(&plain.as_str()))
        .map(|&(unit, _)| unit)
}

/// Without UCUM's annotations, which have no meaning: `{beats}/min` is `/min` (UCUM, section 6).
fn without_annotations(written: &str) -> String {
    let mut plain = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, behind)) = after.split_once('}') else {
            break;
        };
        plain.push_str(before);
        rest = behind;
    }
    plain.push_str(rest);
    plain
}
