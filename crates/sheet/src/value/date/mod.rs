//! Dates as sheets write them, in French and English, with the doubts that a column as a whole can settle.

mod behind;
mod order;
mod parse;
mod rules;
mod tokens;

use std::fmt;

use jiff::civil::{Date, DateTime, Time};

pub use order::{DateOrder, OrderFinding, find_date_order};
pub use parse::{looks_like_date, parse_date};
pub use rules::{DatePurpose, DateRules};

/// A date of which the day, or the day and the month, may be missing, as FHIR's `date` has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// The date of these parts, if the calendar has it.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let exists = match (month, day) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(month), day) => Date::new(year, month, day.unwrap_or(1)).is_ok(),
        };
        (exists && rules::YEARS.contains(&year)).then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The date, where nothing of it is missing.
    pub fn whole(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The earliest day that it can mean.
    fn earliest(self) -> Option<Date> {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }
}

/// ISO 8601: `1945-07-14`, `1945-07` or `1945`.
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

/// What a cell with a date says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ParsedDate {
    /// The date.
    pub date: PartialDate,
    /// The time behind it, if any.
    pub time: Option<Time>,
    /// The age in years that stands behind it, as in "14/07/1945 (81 ans)".
    pub age_years: Option<i16>,
}

impl ParsedDate {
    /// Date and time, where both are whole.
    pub fn date_time(self) -> Option<DateTime> {
        Some(self.date.whole()?.to_datetime(self.time?))
    }
}

/// Why a cell gives no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not a date in any format that is known here.
    Unreadable,
    /// Written like a date, but no calendar has it (31/02/1950).
    Impossible,
    /// Day and month can be swapped, and the column holds proof of both orders.
    OrderUnclear,
    /// A year of two digits that fits a child and a centenarian.
    CenturyUnclear,
    /// A birth date after today.
    InFuture,
    /// A birth date more than 130 years ago.
    TooLongAgo,
}

#[cfg(test)]
mod tests;
