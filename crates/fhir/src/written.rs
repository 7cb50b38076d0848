//! Numbers and times as records write them.

use domain::chart::ChartTime;
use domain::clinical::date::PartialDate;
use domain::field::number::Decimal;
use domain::limits::NUMBER_DIGITS;
use jiff::civil;

/// A number with the precision that was written; an exponent is written out. Only JSON's own writing is taken: a comma may mean
/// thousands or a decimal point, and nobody can tell which.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
    if !text.chars().all(is_number) {
        return None;
    }
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return Decimal::try_from(text.to_owned()).ok();
    };
    let written_out = shifted(digits, exponent.parse().ok()?)?;
    Decimal::try_from(written_out).ok()
}

/// `digits` times ten to the `exponent`, without an exponent.
fn shifted(digits: &str, exponent: i32) -> Option<String> {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let limit = i32::try_from(NUMBER_DIGITS).ok()?;
    if all.is_empty() || all.len() > NUMBER_DIGITS || !(-limit..=limit).contains(&exponent) {
        return None;
    }
    // The place of the point, counted from the start of all digits.
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let Ok(point) = usize::try_from(point) else {
        let zeros = "0".repeat(usize::try_from(-point).ok()?);
        return Some(format!("{sign}0.{zeros}{all}"));
    };
    Some(match all.split_at_checked(point) {
        Some((whole, "")) => format!("{sign}{whole}"),
        Some(("", fraction)) => format!("{sign}0.{fraction}"),
        Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{all}{}", "0".repeat(point - all.len())),
    })
}

/// A date, a date-time, or a moment: FHIR's writing, with a space for the `T`, or American (`09/17/2018 1:00:00 PM`).
pub(crate) fn time(text: &str) -> Option<ChartTime> {
    let text = text.trim();
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    if let Some((day, of_day)) = text.split_once(' ')
        && let Ok(time) = format!("{day}T{of_day}").parse()
    {
        return Some(time);
    }
    american(text)
}

/// A date. Where a time of day follows, the day that was written counts, whatever its zone.
pub(crate) fn date(text: &str) -> Option<PartialDate> {
    match time(text)? {
        ChartTime::Date(date) => Some(date),
        ChartTime::Local(local) => local.date().to_string().parse().ok(),
        ChartTime::Moment(_) => text.trim().get(..10)?.parse().ok(),
    }
}

/// `9/17/2018`, alone or with a time. Which number is the month is certain only beside a clock of twelve hours, which only Americans
/// write in numbers, or where the other is above twelve; else it is nobody's guess.
fn american(text: &str) -> Option<ChartTime> {
    let mut words = text.split_ascii_whitespace();
    let date = words.next()?;
    let (clock, half, rest) = (words.next(), words.next(), words.next());
    if rest.is_some() {
        return None;
    }
    let mut numbers = date.split('/').map(str::parse::<i16>);
    let (Some(Ok(month)), Some(Ok(day)), Some(Ok(year)), None) = (
        numbers.next(),
        numbers.next(),
        numbers.next(),
        numbers.next(),
    ) else {
        return None;
    };
    let is_certain = half.is_some() || (month <= 12 && day > 12);
    if !is_certain || year < 1000 {
        return None;
    }
    let day = civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    match clock {
        None => day.to_string().parse().ok().map(ChartTime::Date),
        Some(clock) => {
            let time = clock_time(clock, half)?;
            // By its text, so that a year which no record is about is refused like everywhere else.
            let day: PartialDate = day.to_string().parse().ok()?;
            Some(ChartTime::Local(day.whole()?.to_datetime(time)))
        }
    }
}

/// `1:00`, `1:00:00`, with `AM` or `PM`.
fn clock_time(clock: &str, half: Option<&str>) -> Option<civil::Time> {
    let mut numbers = clock.split(':').map(str::parse::<i8>);
    let hour = numbers.next()?.ok()?;
    let minute = numbers.next()?.ok()?;
    let second = numbers.next().transpose().ok()?.unwrap_or(0);
    if numbers.next().is_some() {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(half) if !(1..=12).contains(&hour) || half.len() != 2 => return None,
        Some(half) if half.eq_ignore_ascii_case("AM") => hour % 12,
        Some(half) if half.eq_ignore_ascii_case("PM") => hour % 12 + 12,
        Some(_) => return None,
    };
    civil::Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn exponents_are_written_out_with_their_precision() {
        for (written, kept) in [
            ("7.40", "7.40"),
            ("-0.5", "-0.5"),
            ("1.20e2", "120"),
            ("1.234E1", "12.34"),
            ("1.20e1", "12.0"),
            ("-1.5e-3", "-0.0015"),
            ("12e-2", "0.12"),
            ("5e0", "5"),
            ("3E+2", "300"),
            ("0e5", "0"),
        ] {
            assert_eq!(decimal(written).unwrap().as_str(), kept, "{written}");
        }
        for written in [
            "",
            "1,5",
            "120 mmHg",
            "e",
            "1e",
            "e1",
            "1e400",
            "1e99999999999",
            "--1",
            "1e-30",
            "NaN",
            "1.2.3e1",
        ] {
            assert_eq!(decimal(written), None, "{written}");
        }
    }

    #[test]
    fn times_are_read_in_every_writing_that_is_certain() {
        for (text, kept) in [
            ("2018", "2018"),
            ("2018-09", "2018-09"),
            (" 2018-09-17 ", "2018-09-17"),
            ("2018-09-17T13:00:00-05:00", "2018-09-17T18:00:00Z"),
            ("2018-09-17 13:00:00", "2018-09-17T13:00:00"),
            ("2018-09-17 13:00:00Z", "2018-09-17T13:00:00Z"),
            ("09/17/2018 1:00:00 PM", "2018-09-17T13:00:00"),
            ("9/7/2018 12:05 am", "2018-09-07T00:05:00"),
            ("09/17/2018 13:00", "2018-09-17T13:00:00"),
            ("09/17/2018", "2018-09-17"),
        ] {
            assert_eq!(String::from(time(text).unwrap()), kept, "{text}");
        }
        for text in [
            "",
            "17/09/2018",
            "05/06/2018",
            "05/06/2018 13:00",
            "09/17/18",
            "09/17/2018 13:00:00 PM",
            "09/17/2018 1:00:00 XM",
            "09/17/2018 1:61 PM",
            "09/17/2018 1 PM",
            "02/30/2018 1:00 PM",
            "09/17/1018 1:00 PM",
            "yesterday",
            "20180917",
        ] {
            assert!(time(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_birth_date_is_the_day_that_was_written() {
        for (text, kept) in [
            ("1945-07", "1945-07"),
            ("1945-07-14T00:30:00+02:00", "1945-07-14"),
            ("1945-07-14T00:00:00", "1945-07-14"),
            ("07/14/1945 12:00:00 AM", "1945-07-14"),
        ] {
            assert_eq!(date(text).unwrap().to_string(), kept, "{text}");
        }
    }
}
