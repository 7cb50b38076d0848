//! Whether a resource is what a search parameter asks for.

use super::parameters::Meaning;
use crate::{
    version::Version,
    ward::{INSURANCE_SYSTEM, Inpatient, Item, LOINC, MRN_SYSTEM, Part, Ward, category_system},
};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// A value or a modifier that cannot be read.
pub(super) struct BadValue;

/// One search parameter.
pub(super) struct Filter<'a> {
    meaning: Meaning,
    is_exact: bool,
    values: Vec<&'a str>,
}

impl<'a> Filter<'a> {
    /// Reads a parameter of a known meaning. FHIR wants a modifier that is not known to be refused.
    pub(super) fn read(
        meaning: Meaning,
        modifier: Option<&str>,
        values: &'a str,
    ) -> Result<Self, BadValue> {
        let is_exact = match (meaning.type_name(), modifier) {
            (_, None) | ("string", Some("contains")) => false,
            ("reference", Some("Patient")) if meaning == Meaning::Patient => false,
            ("reference", Some("Location")) if meaning == Meaning::Location => false,
            ("string", Some("exact")) => true,
            _ => return Err(BadValue),
        };
        Ok(Self {
            meaning,
            is_exact,
            values: values.split(',').collect(),
        })
    }

    /// Whether it asks for a patient's resources, whichever they are: it has one answer for all that a patient has.
    pub(super) fn is_of_patient(&self) -> bool {
        self.meaning == Meaning::Patient
    }

    /// Whether the item has one of the values.
    pub(super) fn accepts(
        &self,
        ward: &Ward,
        version: Version,
        item: &Item,
    ) -> Result<bool, BadValue> {
        for value in &self.values {
            if self.has(&ward.patients[item.patient], ward, version, item, value)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// As [`Filter::accepts`], for a filter that asks for a patient.
    pub(super) fn is_patient(&self, person: &Inpatient) -> bool {
        self.values
            .iter()
            .any(|value| value.rsplit('/').next() == Some(person.id.as_str()))
    }

    fn has(
        &self,
        person: &Inpatient,
        ward: &Ward,
        version: Version,
        item: &Item,
        value: &str,
    ) -> Result<bool, BadValue> {
        let has_text = |text: &str| has_text(text, self.is_exact, value);
        Ok(match self.meaning {
            Meaning::Id => ward.id(item) == value,
            Meaning::Patient => self.is_patient(person),
            Meaning::Location => ward.location_of(item).is_some_and(|location| {
                value.rsplit('/').next() == Some(ward.id(&location).as_str())
            }),
            Meaning::Date => is_within(item.date, value)?,
            Meaning::Category => has_code(value, category_system(version), "vital-signs"),
            Meaning::Code => match item.part {
                Part::Measured(sign, _) => sign
                    .codes(person)
                    .iter()
                    .any(|(code, _)| has_code(value, LOINC, code)),
                Part::Numbered(_) => false,
            },
            Meaning::Identifier => has_identifier(person, value),
            Meaning::Family => has_text(&person.family),
            Meaning::Given => person.given.iter().any(|given| has_text(given)),
            Meaning::Name => {
                has_text(&person.family) || person.given.iter().any(|given| has_text(given))
            }
            Meaning::BirthDate => is_within(midnight(person.birth_date).ok_or(BadValue)?, value)?,
            Meaning::Gender => value == if person.is_female { "female" } else { "male" },
        })
    }
}

/// A token `system|code` or `code`.
fn has_code(token: &str, system: &str, code: &str) -> bool {
    match token.split_once('|') {
        Some((its_system, its_code)) => its_system == system && its_code == code,
        None => token == code,
    }
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
fn has_text(text: &str, is_exact: bool, value: &str) -> bool {
    if is_exact {
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
