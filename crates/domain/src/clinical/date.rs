//! Dates of which only a part is known, as FHIR's `date`: a year, a month, or a day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A birth date: `1945`, `1945-07` or `1945-07-14`. Kept as it was given; never completed by guessing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// The text is not a date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date is written YYYY-MM-DD, YYYY-MM or YYYY")]
pub struct NotADate;

impl PartialDate {
    /// The day, where it is known whole.
    pub fn whole(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The earliest day that it can mean.
    pub fn earliest(self) -> Option<Date> {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }
}

impl std::str::FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let is_written_well = match text.len() {
            4 => true,
            7 => text.as_bytes().get(4) == Some(&b'-'),
            10 => text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-'),
            _ => false,
        };
        if !is_written_well || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return Err(NotADate);
        }
        let mut parts = text.split('-');
        let year: i16 = parts.next().and_then(|p| p.parse().ok()).ok_or(NotADate)?;
        let month = parts
            .next()
            .map(str::parse::<i8>)
            .transpose()
            .map_err(|_| NotADate)?;
        let day = parts
            .next()
            .map(str::parse::<i8>)
            .transpose()
            .map_err(|_| NotADate)?;
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| NotADate)?;
        if year < 1800 {
            return Err(NotADate);
        }
        Ok(Self { year, month, day })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_partial_date_keeps_what_was_given() {
        for text in ["1945", "1945-07", "1945-07-14", "2000-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "45",
            "1945-7",
            "1945-13",
            "1945-02-30",
            "1945-07-14T00",
            "14/07/1945",
            "1700",
            "-945",
            "19450714",
            "1945-",
            "é945",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
