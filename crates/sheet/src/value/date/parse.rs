//! One cell's text to a date.

use jiff::civil::{Date, Time};
use jiff::{Span, ToSpan};

use super::behind::behind;
use super::rules::YEARS;
use super::tokens::{Token, tokens};
use super::{DateError, DateOrder, DateRules, OrderFinding, ParsedDate, PartialDate};

/// Days that spreadsheets call 10,000 to 99,999: the years 1927 to 2173. Four digits are a year.
const SERIAL_DIGITS: usize = 5;

/// Reads 14/07/1945, 14-07-1945, 14.7.45, 1945-07-14, 14 juil. 1945, 14-Jul-1945, July 14, 1945, 14071945, 19450714, the day
/// numbers of Excel, years and months alone; with a weekday or "né(e) le" before, a time or an age behind.
pub fn parse_date(text: &str, rules: &DateRules) -> Result<ParsedDate, DateError> {
    let tokens = tokens(text).ok_or(DateError::Unreadable)?;
    let (written, rest) = written_date(&tokens).ok_or(DateError::Unreadable)?;
    let (time_behind, age_years) = behind(rest).ok_or(DateError::Unreadable)?;
    let (date, time) = match written {
        Written::Serial { days, fraction } => (
            serial(days, rules.epoch_1904)?,
            fraction.and_then(time_of_day),
        ),
        Written::Numbers {
            first,
            second,
            year,
        } => (
            ordered(first, second, year.expand(rules, age_years)?, rules)?,
            None,
        ),
        Written::Named { day, month, year } => (
            parts(year.expand(rules, age_years)?, Some(month), day)?,
            None,
        ),
        Written::Year(year) => (parts(year, None, None)?, None),
    };
    Ok(ParsedDate {
        date: rules.check(date)?,
        time: time.or(time_behind),
        age_years,
    })
}

/// Whether a text is written like a date with day, month and year, whatever the order.
pub fn looks_like_date(text: &str) -> bool {
    let Some(tokens) = tokens(text) else {
        return false;
    };
    let Some((written, rest)) = written_date(&tokens) else {
        return false;
    };
    let shaped = match written {
        Written::Numbers { first, second, .. } => {
            let (low, high) = (first.min(second), first.max(second));
            low <= 12 && (1..=31).contains(&high)
        }
        Written::Named {
            day: Some(day),
            month,
            ..
        } => (1..=12).contains(&month) && (1..=31).contains(&day),
        Written::Named { day: None, .. } | Written::Year(_) | Written::Serial { .. } => false,
    };
    shaped && behind(rest).is_some()
}

enum Year {
    Four(i16),
    Two(i16),
}

impl Year {
    fn read(digits: &str) -> Option<Self> {
        let number = digits.parse().ok()?;
        match digits.len() {
            4 if YEARS.contains(&number) => Some(Self::Four(number)),
            2 => Some(Self::Two(number)),
            _ => None,
        }
    }

    fn expand(&self, rules: &DateRules, age_years: Option<i16>) -> Result<i16, DateError> {
        match self {
            Self::Four(year) => Ok(*year),
            Self::Two(digits) => rules.century(*digits, age_years),
        }
    }
}

enum Written {
    /// Two numbers whose order is to be decided.
    Numbers {
        first: i8,
        second: i8,
        year: Year,
    },
    /// Day, month and year, each known for what it is. A day of zero is "not known".
    Named {
        day: Option<i8>,
        month: i8,
        year: Year,
    },
    Year(i16),
    Serial {
        days: i32,
        fraction: Option<f64>,
    },
}

/// The date at the start of the tokens, and what stands behind it.
fn written_date(tokens: &[Token]) -> Option<(Written, &[Token])> {
    use Token::{Digits, Mark, Month};
    match tokens {
        [
            Digits(year),
            Mark('-' | '/' | '.'),
            Digits(month),
            Mark('-' | '/' | '.'),
            Digits(day),
            rest @ ..,
        ] if year.len() == 4 => Some((
            Written::Named {
                day: short(day),
                month: short(month)?,
                year: Year::read(year)?,
            },
            rest,
        )),
        [
            Digits(first),
            Mark(a),
            Digits(second),
            Mark(b),
            Digits(year),
            rest @ ..,
        ] if a == b && matches!(a, '-' | '/' | '.') => Some((
            Written::Numbers {
                first: short(first)?,
                second: short(second)?,
                year: Year::read(year)?,
            },
            rest,
        )),
        // 14 07 1945: spaces alone, so the year must have four digits.
        [Digits(first), Digits(second), Digits(year), rest @ ..] if year.len() == 4 => Some((
            Written::Numbers {
                first: short(first)?,
                second: short(second)?,
                year: Year::read(year)?,
            },
            rest,
        )),
        [Digits(year), Mark('-' | '/'), Digits(month), rest @ ..]
            if year.len() == 4 && month.len() <= 2 =>
        {
            Some((
                Written::Named {
                    day: None,
                    month: short(month)?,
                    year: Year::read(year)?,
                },
                rest,
            ))
        }
        [
            Digits(month),
            Mark('-' | '/' | '.'),
            Digits(year),
            rest @ ..,
        ] if year.len() == 4 && month.len() <= 2 => Some((
            Written::Named {
                day: None,
                month: short(month)?,
                year: Year::read(year)?,
            },
            rest,
        )),
        [Digits(days), Mark('.' | ','), Digits(fraction), rest @ ..]
            if days.len() == SERIAL_DIGITS =>
        {
            let fraction = format!("0.{fraction}").parse().ok()?;
            Some((
                Written::Serial {
                    days: days.parse().ok()?,
                    fraction: Some(fraction),
                },
                rest,
            ))
        }
        _ => with_month_name(tokens).or_else(|| match tokens {
            [Digits(digits), rest @ ..] => Some((one_number(digits)?, rest)),
            [Month(month), marks @ ..] => {
                let marks = skip_marks(marks);
                let [Digits(year), rest @ ..] = marks else {
                    return None;
                };
                (year.len() == 4).then_some(())?;
                Some((
                    Written::Named {
                        day: None,
                        month: *month,
                        year: Year::read(year)?,
                    },
                    rest,
                ))
            }
            _ => None,
        }),
    }
}

fn with_month_name(tokens: &[Token]) -> Option<(Written, &[Token])> {
    use Token::{Digits, Month};
    match tokens {
        [Digits(first), rest @ ..] => {
            let [Month(month), rest @ ..] = skip_marks(rest) else {
                return None;
            };
            let [Digits(last), rest @ ..] = skip_marks(rest) else {
                return None;
            };
            if first.len() == 4 {
                return Some((
                    Written::Named {
                        day: Some(short(last)?),
                        month: *month,
                        year: Year::read(first)?,
                    },
                    rest,
                ));
            }
            Some((
                Written::Named {
                    day: Some(short(first)?),
                    month: *month,
                    year: Year::read(last)?,
                },
                rest,
            ))
        }
        [Month(month), rest @ ..] => {
            let [Digits(day), rest @ ..] = skip_marks(rest) else {
                return None;
            };
            let [Digits(year), rest @ ..] = skip_marks(rest) else {
                return None;
            };
            Some((
                Written::Named {
                    day: Some(short(day)?),
                    month: *month,
                    year: Year::read(year)?,
                },
                rest,
            ))
        }
        _ => None,
    }
}

fn skip_marks(tokens: &[Token]) -> &[Token] {
    let marks = tokens
        .iter()
        .take_while(|token| matches!(token, Token::Mark('-' | '/' | '.' | ',' | '\'')))
        .count();
    &tokens[marks..]
}

fn one_number(digits: &str) -> Option<Written> {
    match digits.len() {
        4 => digits
            .parse()
            .ok()
            .filter(|year| YEARS.contains(year))
            .map(Written::Year),
        SERIAL_DIGITS if !digits.starts_with('0') => Some(Written::Serial {
            days: digits.parse().ok()?,
            fraction: None,
        }),
        // 19450714 or 14071945. No eight digits are a date both ways: what starts like a year ends like no year.
        8 => {
            let year_first = Year::read(&digits[..4])
                .zip(short(&digits[4..6]).filter(|month| (1..=12).contains(month)))
                .map(|(year, month)| Written::Named {
                    day: short(&digits[6..]),
                    month,
                    year,
                });
            year_first.or_else(|| {
                let year = Year::read(&digits[4..])?;
                Some(Written::Numbers {
                    first: short(&digits[..2])?,
                    second: short(&digits[2..4])?,
                    year,
                })
            })
        }
        _ => None,
    }
}

fn short(digits: &str) -> Option<i8> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn ordered(first: i8, second: i8, year: i16, rules: &DateRules) -> Result<PartialDate, DateError> {
    let day_first = parts(year, Some(second), Some(first));
    let month_first = parts(year, Some(first), Some(second));
    match (day_first, month_first, rules.order) {
        (Ok(date), Err(_), _) | (Err(_), Ok(date), _) => Ok(date),
        (Ok(one), Ok(other), _) if one == other => Ok(one),
        (
            Ok(date),
            Ok(_),
            OrderFinding::Proved(DateOrder::DayFirst) | OrderFinding::Assumed(DateOrder::DayFirst),
        )
        | (
            Ok(_),
            Ok(date),
            OrderFinding::Proved(DateOrder::MonthFirst)
            | OrderFinding::Assumed(DateOrder::MonthFirst),
        ) => Ok(date),
        (Ok(_), Ok(_), OrderFinding::Contradictory) => Err(DateError::OrderUnclear),
        (Err(error), Err(_), _) => Err(error),
    }
}

/// A day or month written as zero is not known (French administrations write 00/00/1945).
fn parts(year: i16, month: Option<i8>, day: Option<i8>) -> Result<PartialDate, DateError> {
    let month = month.filter(|month| *month != 0);
    let day = day.filter(|day| *day != 0);
    if month.is_none() && day.is_some() {
        return Err(DateError::Impossible);
    }
    PartialDate::new(year, month, day).ok_or(DateError::Impossible)
}

/// The day that a spreadsheet stores as this number. In the 1900 system day 60 does not exist; no date here reaches so low.
fn serial(days: i32, epoch_1904: bool) -> Result<PartialDate, DateError> {
    let epoch = if epoch_1904 {
        Date::new(1904, 1, 1)
    } else {
        Date::new(1899, 12, 30)
    };
    let span: Span = days.days();
    let date = epoch
        .and_then(|epoch| epoch.checked_add(span))
        .map_err(|_| DateError::Impossible)?;
    PartialDate::new(date.year(), Some(date.month()), Some(date.day())).ok_or(DateError::Impossible)
}

fn time_of_day(fraction: f64) -> Option<Time> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a fraction of a day has at most 1440 minutes"
    )]
    let minutes = (fraction * 1440.0).round() as i32;
    Time::new(
        i8::try_from(minutes / 60).ok()?,
        i8::try_from(minutes % 60).ok()?,
        0,
        0,
    )
    .ok()
}
