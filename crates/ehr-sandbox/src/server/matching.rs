//! Whether a resource is what a search parameter asks for.

use super::parameters::Meaning;
use crate::ward::{INSURANCE_SYSTEM, Inpatient, Item, MRN_SYSTEM, Part, Ward};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// A value that cannot be read.
pub(super) struct BadValue;

/// Whether the item has one of the values, which are separated by commas.
pub(super) fn matches(
    ward: &Ward,
    item: &Item,
    (meaning, modifier): (Meaning, Option<&str>),
    values: &str,
) -> Result<bool, BadValue> {
    for value in values.split(',') {
        if has(ward, item, meaning, modifier, value)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has(
    ward: &Ward,
    item: &Item,
    meaning: Meaning,
    modifier: Option<&str>,
    value: &str,
) -> Result<bool, BadValue> {
    let person = &ward.patients[item.patient];
    Ok(match meaning {
        Meaning::Id => ward.id(item) == value,
        Meaning::Patient => value.rsplit('/').next() == Some(person.id.as_str()),
        Meaning::Date => is_within(item.date, value)?,
        Meaning::Category => has_code(value, "vital-signs"),
        Meaning::Code => match item.part {
            Part::Measured(sign, _) => sign
                .codes(person)
                .iter()
                .any(|(code, _)| has_code(value, code)),
            Part::Numbered(_) => false,
        },
        Meaning::Identifier => has_identifier(person, value),
        Meaning::Family => has_text(&person.family, modifier, value),
        Meaning::Given => person
            .given
            .iter()
            .any(|given| has_text(given, modifier, value)),
        Meaning::Name => std::iter::once(&person.family)
            .chain(&person.given)
            .any(|part| has_text(part, modifier, value)),
        Meaning::BirthDate => is_within(midnight(person.birth_date).ok_or(BadValue)?, value)?,
        Meaning::Gender => value == if person.is_female { "female" } else { "male" },
    })
}

/// A token `system|code` or `code`; the system is not looked at, since every code here has one system.
fn has_code(token: &str, code: &str) -> bool {
    token.rsplit('|').next() == Some(code)
}

fn has_identifier(person: &Inpatient, token: &str) -> bool {
    let (system, value) = match token.split_once('|') {
        Some((system, value)) => (Some(system), value),
        None => (None, token),
    };
    let is = |its_system: &str, its_value: &str| {
        its_value == value && system.is_none_or(|system| system == its_system)
    };
    is(INSURANCE_SYSTEM, &person.insurance)
        || person.mrn.as_ref().is_some_and(|mrn| is(MRN_SYSTEM, mrn))
}

/// FHIR's string search, without regard to case and accents. A plain parameter finds parts as `:contains` does, which is more than
/// the beginnings that FHIR asks for.
fn has_text(text: &str, modifier: Option<&str>, value: &str) -> bool {
    if modifier == Some("exact") {
        return text == value;
    }
    fold(text).contains(&fold(value))
}

fn fold(text: &str) -> String {
    text.to_lowercase()
        .replace('œ', "oe")
        .chars()
        .map(|letter| match letter {
            'à' | 'â' | 'ä' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// A date search: a prefix (`eq`, `ge`, `gt`, `le`, `lt`), then a year, a month, a day or an instant.
fn is_within(time: Timestamp, value: &str) -> Result<bool, BadValue> {
    let (prefix, date) = match value.get(..2) {
        Some(prefix @ ("eq" | "ge" | "gt" | "le" | "lt")) => (prefix, &value[2..]),
        _ => ("eq", value),
    };
    let (start, end) = interval(date).ok_or(BadValue)?;
    Ok(match prefix {
        "ge" => time >= start,
        "gt" => time >= end,
        "le" => time < end,
        "lt" => time < start,
        _ => start <= time && time < end,
    })
}

/// The time that a written date spans; its end is outside. A date without a zone is taken as UTC.
fn interval(date: &str) -> Option<(Timestamp, Timestamp)> {
    let day = |text: &str| text.parse::<Date>().ok();
    let (start, end) = match date.len() {
        4 => {
            let start = day(&format!("{date}-01-01"))?;
            (start, start.checked_add(1.year()).ok()?)
        }
        7 => {
            let start = day(&format!("{date}-01"))?;
            (start, start.checked_add(1.month()).ok()?)
        }
        10 => {
            let start = day(date)?;
            (start, start.checked_add(1.day()).ok()?)
        }
        _ => {
            let start = date.parse::<Timestamp>().ok()?;
            return Some((start, start.checked_add(1.second()).ok()?));
        }
    };
    Some((midnight(start)?, midnight(end)?))
}

fn midnight(date: Date) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()
}
