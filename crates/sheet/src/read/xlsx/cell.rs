//! One cell's stored value to the text that a person sees, but with dates in ISO form, which no locale can misread.

use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

use super::styles::Format;

/// The text of a number in its format.
pub(super) fn number_text(stored: &str, format: &Format, epoch_1904: bool) -> String {
    let Ok(number) = stored.trim().parse::<f64>() else {
        return stored.to_owned();
    };
    let shown = match format {
        Format::Plain => None,
        Format::Date => date_time(number, epoch_1904).map(|at| at.date().to_string()),
        Format::DateTime => date_time(number, epoch_1904)
            .map(|at| format!("{} {}", at.date(), at.time().strftime("%H:%M"))),
        Format::Time => {
            date_time(number, epoch_1904).map(|at| at.time().strftime("%H:%M").to_string())
        }
        Format::Percent => Some(format!("{}%", plain(round(number * 100.0)))),
        Format::Digits(pattern) => in_pattern(number, pattern),
        Format::Decimals(least) => Some(with_decimals(plain(number), *least)),
    };
    shown.unwrap_or_else(|| plain(number))
}

/// The number without an exponent. Excel stores 15 digits, and writes 38.2 as 38.200000000000003.
fn plain(number: f64) -> String {
    if number == 0.0 || (1e-6..1e15).contains(&number.abs()) {
        format!("{}", round(number))
    } else {
        format!("{number:?}")
    }
}

/// The number with at least this many decimals. More than the format shows are kept: what is hidden is still what was entered.
fn with_decimals(mut plain: String, least: usize) -> String {
    if !plain
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'))
    {
        return plain;
    }
    let there = plain.split_once('.').map(|(_, decimals)| decimals.len());
    if there.is_none() && least > 0 {
        plain.push('.');
    }
    plain.extend(std::iter::repeat_n(
        '0',
        least.saturating_sub(there.unwrap_or(0)),
    ));
    plain
}

/// To the 15 significant digits that Excel shows.
fn round(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// The moment that a spreadsheet stores as this number of days; None where no calendar has it.
///
/// In the 1900 system the 29th of February 1900, which never was, is day 60: days before it count from one day later.
fn date_time(days: f64, epoch_1904: bool) -> Option<DateTime> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let epoch = match (epoch_1904, days < 60.0) {
        (true, _) => Date::new(1904, 1, 1),
        (false, true) => Date::new(1899, 12, 31),
        (false, false) => Date::new(1899, 12, 30),
    };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "bounded above to the last day of the year 9999"
    )]
    let seconds = (days * 86_400.0).round() as i64;
    let span: Span = seconds.seconds();
    epoch
        .ok()?
        .to_datetime(jiff::civil::Time::midnight())
        .checked_add(span)
        .ok()
}

/// A whole number with its digits at the zeros of the pattern; None where it is not whole or has more digits.
fn in_pattern(number: f64, pattern: &str) -> Option<String> {
    if number < 0.0 || number.fract() != 0.0 || number >= 1e15 {
        return None;
    }
    let places = pattern.matches('0').count();
    let digits = format!("{number:0places$.0}");
    let mut digits = if digits.len() == places {
        digits.chars()
    } else {
        return None;
    };
    Some(
        pattern
            .chars()
            .map(|c| {
                if c == '0' {
                    digits.next().unwrap_or('0')
                } else {
                    c
                }
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (stored, format, shown) in [
            ("38.200000000000003", Format::Plain, "38.2"),
            ("0", Format::Plain, "0"),
            ("0", Format::Decimals(1), "0.0"),
            ("8.0012345E7", Format::Plain, "80012345"),
            ("255081416802538", Format::Plain, "255081416802538"),
            ("16632", Format::Date, "1945-07-14"),
            ("16632", Format::Plain, "16632"),
            ("46350.354166666664", Format::DateTime, "2026-11-24 08:30"),
            ("0.35416666666666669", Format::Time, "08:30"),
            ("0.98", Format::Percent, "98%"),
            ("12345", Format::Digits("00000000".into()), "00012345"),
            (
                "9434765919",
                Format::Digits("000 000 0000".into()),
                "943 476 5919",
            ),
            ("123", Format::Digits("00".into()), "123"),
            ("7.4000000000000004", Format::Decimals(2), "7.40"),
            ("7", Format::Decimals(1), "7.0"),
            ("-0.125", Format::Decimals(2), "-0.125"),
            ("1e300", Format::Decimals(2), "1e300"),
            ("1", Format::Date, "1900-01-01"),
            ("-5", Format::Date, "-5"),
            ("1e300", Format::Date, "1e300"),
            ("text", Format::Date, "text"),
        ] {
            assert_eq!(number_text(stored, &format, false), shown, "{stored}");
        }
        assert_eq!(number_text("15170", &Format::Date, true), "1945-07-14");
    }
}
