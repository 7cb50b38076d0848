//! What a column as a whole says about its dates.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{DateError, DateOrder, OrderFinding, PartialDate};

/// Years that a hospital can write. The oldest human lived 122 years; plans do not reach 2200.
pub(super) const YEARS: RangeInclusive<i16> = 1850..=2200;

/// A two-digit year is not read as an age above this: 1 in 50,000 patients, of whom a sheet gives four digits.
const OLDEST_BY_TWO_DIGITS: i16 = 110;

/// Nobody is older.
const OLDEST: i16 = 130;

/// What a date is for, which decides how two-digit years and the future are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePurpose {
    /// A birth date: never after today.
    Birth,
    /// Anything else on a handover sheet: of this century.
    Other,
}

/// How to read the dates of one column.
#[derive(Clone, Copy, Debug)]
pub struct DateRules {
    /// Today, in the team's time zone.
    pub today: Date,
    /// What the dates are for.
    pub purpose: DatePurpose,
    /// What the column says about day and month.
    pub order: OrderFinding,
    /// Whether all whole birth dates of the column are of children, so that a doubtful "18" is 2018.
    pub children_only: bool,
    /// The age in years that another column of the row gives.
    pub age_years: Option<i16>,
    /// Whether the workbook counts days from 1904 (old Excel for Mac) and not from 1900.
    pub epoch_1904: bool,
}

impl DateRules {
    /// Rules for a column of which nothing else is known.
    pub fn new(today: Date, purpose: DatePurpose) -> Self {
        Self {
            today,
            purpose,
            order: OrderFinding::Assumed(DateOrder::DayFirst),
            children_only: false,
            age_years: None,
            epoch_1904: false,
        }
    }

    /// The year of two digits, with the age that stands beside it if any.
    pub(super) fn century(
        &self,
        two_digits: i16,
        age_years: Option<i16>,
    ) -> Result<i16, DateError> {
        let (young, old) = (2000 + two_digits, 1900 + two_digits);
        match self.purpose {
            DatePurpose::Other => Ok(young),
            DatePurpose::Birth => {
                let this_year = self.today.year();
                let fits = |year: i16, age: i16| (this_year - year - age).abs() <= 1;
                if young > this_year {
                    return Ok(old);
                }
                if let Some(age) = age_years.or(self.age_years) {
                    if fits(young, age) {
                        return Ok(young);
                    }
                    if fits(old, age) {
                        return Ok(old);
                    }
                }
                if this_year - old > OLDEST_BY_TWO_DIGITS || self.children_only {
                    return Ok(young);
                }
                Err(DateError::CenturyUnclear)
            }
        }
    }

    /// Refuses birth dates that nobody can have.
    pub(super) fn check(&self, date: PartialDate) -> Result<PartialDate, DateError> {
        if self.purpose == DatePurpose::Birth {
            if date
                .earliest()
                .is_some_and(|earliest| earliest > self.today)
            {
                return Err(DateError::InFuture);
            }
            if self.today.year() - date.year() > OLDEST {
                return Err(DateError::TooLongAgo);
            }
        }
        Ok(date)
    }
}
