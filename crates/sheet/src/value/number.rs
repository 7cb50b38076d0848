//! Numbers with a decimal comma or point, spaces between thousands, and a unit behind.

use serde::{Deserialize, Serialize};

/// What separates the decimals of a column's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// 37,5.
    Comma,
    /// 37.5, in which a comma stands between thousands.
    Point,
}

/// A number with what stood behind it.
#[derive(Clone, PartialEq)]
pub struct ParsedNumber {
    /// The number with a point before its decimals and nothing between thousands, to the precision that was written: "7.40".
    pub value: String,
    /// The unit as written ("kg", "%"), empty where there is none.
    pub unit: String,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Not a number, or more digits than a number holds exactly (15).
    Unreadable,
    /// "1,234" is 1234 in English and 1.234 in French, and nothing in the column says which.
    Ambiguous,
}

/// Significant digits that every 64-bit float keeps.
const EXACT_DIGITS: usize = 15;

/// Characters of a unit; a longer text behind a number is a sentence.
const MAX_UNIT_CHARS: usize = 12;

/// The decimal mark that a column's texts prove, if they agree.
pub fn find_decimal_mark<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<DecimalMark> {
    let (mut comma, mut point) = (false, false);
    for text in texts {
        let Some((digits, _)) = split_unit(text) else {
            continue;
        };
        match (digits.rfind(','), digits.rfind('.')) {
            (Some(at), None) => {
                comma |= digits.matches(',').count() == 1 && digits.len() - at - 1 != 3
            }
            (None, Some(_)) => point |= digits.matches('.').count() == 1,
            (Some(c), Some(p)) => {
                comma |= c > p;
                point |= p > c;
            }
            (None, None) => {}
        }
    }
    match (comma, point) {
        (true, false) => Some(DecimalMark::Comma),
        (false, true) => Some(DecimalMark::Point),
        _ => None,
    }
}

/// Reads "37,5", "37.5", "1 234,5", "1.234,5", "-3", "72 kg". `mark` decides what one comma before three digits is.
pub fn parse_number(text: &str, mark: Option<DecimalMark>) -> Result<ParsedNumber, NumberError> {
    let (digits, unit) = split_unit(text).ok_or(NumberError::Unreadable)?;
    let plain = plain_digits(&digits, mark)?;
    if plain
        .bytes()
        .filter(u8::is_ascii_digit)
        .skip_while(|b| *b == b'0')
        .count()
        > EXACT_DIGITS
    {
        return Err(NumberError::Unreadable);
    }
    Ok(ParsedNumber { value: plain, unit })
}

/// The number's own characters (sign, digits, marks) without the spaces between thousands, and the unit.
fn split_unit(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let mut digits = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '-' | '−' | '+' if digits.is_empty() => digits.push(if c == '−' { '-' } else { c }),
            '0'..='9' | ',' | '.' => digits.push(c),
            // A space counts as one between thousands only where three digits follow; else the unit begins.
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’'
                if three_digits_follow(&text[at + c.len_utf8()..]) => {}
            _ => break,
        }
        end = at + c.len_utf8();
    }
    let unit = text[end..].trim();
    let is_unit = unit.is_empty()
        || unit.chars().count() <= MAX_UNIT_CHARS
            && unit.starts_with(|c: char| c.is_alphabetic() || "%°".contains(c))
            && unit
                .chars()
                .all(|c| c.is_alphanumeric() || " /%°.²³µ".contains(c));
    (is_unit && digits.ends_with(|c: char| c.is_ascii_digit())).then(|| (digits, unit.to_owned()))
}

fn three_digits_follow(text: &str) -> bool {
    let run = text.bytes().take_while(u8::is_ascii_digit).count();
    run == 3
}

fn plain_digits(digits: &str, mark: Option<DecimalMark>) -> Result<String, NumberError> {
    let commas = digits.matches(',').count();
    let points = digits.matches('.').count();
    let decimal = match (commas, points) {
        (0, 0) => None,
        (0, 1) => Some('.'),
        (1, 0) => {
            let behind = digits.len() - digits.find(',').unwrap_or(0) - 1;
            match mark {
                _ if behind != 3 || digits.trim_start_matches(['-', '+']).starts_with("0,") => {
                    Some(',')
                }
                Some(DecimalMark::Comma) => Some(','),
                Some(DecimalMark::Point) => None,
                None => return Err(NumberError::Ambiguous),
            }
        }
        (0, _) | (_, 0) => None,
        (_, 1) if digits.rfind('.') > digits.rfind(',') => Some('.'),
        (1, _) if digits.rfind(',') > digits.rfind('.') => Some(','),
        _ => return Err(NumberError::Unreadable),
    };
    let (whole, fraction) = match decimal.and_then(|c| digits.rsplit_once(c)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if !thousands_fit(whole) {
        return Err(NumberError::Unreadable);
    }
    let mut plain: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    if !plain.ends_with(|c: char| c.is_ascii_digit()) {
        plain.push('0');
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    Ok(plain)
}

/// Whether the marks between thousands, if any, have three digits behind each. "1,2,3" is a list, not a number.
fn thousands_fit(whole: &str) -> bool {
    let mut groups = whole.trim_start_matches(['-', '+']).split([',', '.']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    fn value(text: &str) -> Result<String, NumberError> {
        parse_number(text, None).map(|number| number.value)
    }

    #[test]
    fn commas_points_and_spaces_are_read() {
        for (text, expected) in [
            ("37,5", "37.5"),
            ("37.5", "37.5"),
            ("7,40", "7.40"),
            ("7.00", "7.00"),
            ("1 234,5", "1234.5"),
            ("1\u{202f}234", "1234"),
            ("1.234,5", "1234.5"),
            ("1,234.50", "1234.50"),
            ("1,234,567", "1234567"),
            ("-3", "-3"),
            ("0,125", "0.125"),
            ("-,5", "-0.5"),
            ("1'234", "1234"),
        ] {
            assert_eq!(value(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_unit_behind_is_kept_apart() {
        let number = parse_number("72,5 kg", None).unwrap();
        assert!(number.value == "72.5" && number.unit == "kg");
        let number = parse_number("98%", None).unwrap();
        assert!(number.value == "98" && number.unit == "%");
    }

    #[test]
    fn a_comma_before_three_digits_needs_the_column_to_decide() {
        assert_eq!(value("1,234"), Err(NumberError::Ambiguous));
        assert_eq!(
            parse_number("1,234", Some(DecimalMark::Comma))
                .unwrap()
                .value,
            "1.234"
        );
        assert_eq!(
            parse_number("1,234", Some(DecimalMark::Point))
                .unwrap()
                .value,
            "1234"
        );
        assert_eq!(
            find_decimal_mark(["1,234", "12,5"]),
            Some(DecimalMark::Comma)
        );
        assert_eq!(
            find_decimal_mark(["1,234", "12.5"]),
            Some(DecimalMark::Point)
        );
        assert_eq!(find_decimal_mark(["1,5", "12.5"]), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "-",
            "kg",
            "12/80",
            "1,2,3",
            "1.2.3",
            "12 34 56",
            "12345678901234567",
            "5 mg twice a day, with food",
        ] {
            assert_eq!(value(text), Err(NumberError::Unreadable), "{text}");
        }
    }
}
