//! A decimal number, kept as it was written: 7.40 stays 7.40.

use super::{Value, wrong_type};
use crate::limits;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// A decimal number in canonical writing: an optional minus, digits, and optionally a point with digits.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal(String);

impl Decimal {
    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> String {
        decimal.0
    }
}

/// The text is not a decimal number.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a number is written with digits and at most one point or comma")]
pub struct NotANumber;

impl TryFrom<String> for Decimal {
    type Error = NotANumber;

    fn try_from(text: String) -> Result<Self, NotANumber> {
        // A French keyboard's number pad types a comma, and people a real minus sign.
        let text = text.trim().replace(',', ".").replace('\u{2212}', "-");
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(whole) || !fraction.is_none_or(is_digits) {
            return Err(NotANumber);
        }
        if whole.len() + fraction.map_or(0, str::len) > limits::NUMBER_DIGITS {
            return Err(NotANumber);
        }
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            significant => significant,
        };
        Ok(Self(match fraction {
            Some(fraction) => format!("{sign}{whole}.{fraction}"),
            None => format!("{sign}{whole}"),
        }))
    }
}

/// Reads a JSON string or number.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    let written = match json {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        _ => return Err(wrong_type("number")),
    };
    if written.trim().is_empty() {
        return Ok(None);
    }
    Decimal::try_from(written)
        .map(|d| Some(Value::Number(d)))
        .map_err(|NotANumber| wrong_type("number"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_number_keeps_its_written_precision() {
        for (typed, kept) in [
            ("7.40", "7.40"),
            ("37,5", "37.5"),
            ("007", "7"),
            ("-0.5", "-0.5"),
            ("+2", "2"),
            ("\u{2212}1", "-1"),
        ] {
            assert_eq!(Decimal::try_from(typed.to_owned()).unwrap().as_str(), kept);
        }
        for typed in [
            "", ".", "1.", ".5", "1e5", "1.2.3", "1 2", "NaN", "0x1F", "--1", "١",
        ] {
            assert_eq!(
                Decimal::try_from(typed.to_owned()),
                Err(NotANumber),
                "{typed}"
            );
        }
    }
}
