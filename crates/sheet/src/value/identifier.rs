//! Numbers that identify a patient or a stay.

use serde::{Deserialize, Serialize};

use crate::text::squeeze;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// The hospital's own number of the patient: MRN, *numéro de dossier (IPP)*.
    Mrn,
    /// The NHS number of England and Wales: ten digits, the last a check digit.
    Nhs,
    /// The French national health identity (INS), or the social security number that it is made of: 13 characters and a key of two digits.
    Ins,
    /// The number of the stay and not of the patient: visit number, *numéro de séjour (IEP)*.
    Visit,
    /// Another number.
    Other,
}

/// A number with what a check of it says.
#[derive(Clone, PartialEq, Eq)]
pub struct ParsedIdentifier {
    /// As it is to be kept: without the spaces in a national number, and without the ".0" or ".00" of a spreadsheet.
    pub value: String,
    /// Whether its check digits are right; true where the kind has none.
    pub check_holds: bool,
}

/// Why a number cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentifierError {
    /// A spreadsheet has turned it into "2.45E+14": digits are lost.
    Damaged,
}

/// Reads a number of this kind. Wrong check digits are reported and kept: the sheet may be right about a number that is wrong in the record.
pub fn parse_identifier(
    text: &str,
    kind: IdentifierKind,
) -> Result<ParsedIdentifier, IdentifierError> {
    let text = squeeze(text);
    if is_scientific(&text) {
        return Err(IdentifierError::Damaged);
    }
    let text = match text.split_once('.') {
        Some((whole, zeros))
            if is_digits(whole) && is_digits(zeros) && !zeros.contains(|c: char| c != '0') =>
        {
            whole.to_owned()
        }
        _ => text,
    };
    let compact: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
        .collect();
    Ok(match kind {
        IdentifierKind::Nhs => ParsedIdentifier {
            check_holds: nhs_check_holds(&compact),
            value: compact,
        },
        IdentifierKind::Ins => ParsedIdentifier {
            check_holds: ins_check_holds(&compact),
            value: compact,
        },
        IdentifierKind::Mrn | IdentifierKind::Visit | IdentifierKind::Other => ParsedIdentifier {
            value: text,
            check_holds: true,
        },
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the text is a number in scientific notation, as "2,45E+14".
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let exponent = exponent.strip_prefix('+').unwrap_or_default();
    !mantissa.is_empty()
        && mantissa
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
        && !exponent.is_empty()
        && exponent.bytes().all(|b| b.is_ascii_digit())
}

/// NHS Data Dictionary, "NHS number": weights 10 to 2, modulus 11.
pub(crate) fn nhs_check_holds(number: &str) -> bool {
    let digits: Option<Vec<u32>> = number.chars().map(|c| c.to_digit(10)).collect();
    let Some([first @ .., check]) = digits.as_deref() else {
        return false;
    };
    if first.len() != 9 {
        return false;
    }
    let sum: u32 = first
        .iter()
        .zip((2..=10).rev())
        .map(|(digit, weight)| digit * weight)
        .sum();
    match 11 - sum % 11 {
        11 => *check == 0,
        10 => false,
        expected => *check == expected,
    }
}

/// Référentiel INS: key = 97 − (13-digit number mod 97), with Corsica's 2A as 19 and 2B as 18. A number without its key is accepted.
pub(crate) fn ins_check_holds(number: &str) -> bool {
    let number = number.to_ascii_uppercase();
    if !number.is_ascii() || !matches!(number.len(), 13 | 15) {
        return false;
    }
    let (body, key) = number.split_at(13);
    let Ok(body) = body
        .replacen("2A", "19", 1)
        .replacen("2B", "18", 1)
        .parse::<u64>()
    else {
        return false;
    };
    key.is_empty() || key.parse::<u64>() == Ok(97 - body % 97)
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

    #[test]
    fn national_numbers_lose_their_spaces_and_are_checked() {
        let nhs = parse_identifier("943 476 5919", IdentifierKind::Nhs).unwrap();
        assert!(nhs.value == "9434765919" && nhs.check_holds);
        assert!(
            !parse_identifier("943 476 5918", IdentifierKind::Nhs)
                .unwrap()
                .check_holds
        );
        let ins = parse_identifier("2 55 08 14 168 025 38", IdentifierKind::Ins).unwrap();
        assert!(ins.value == "255081416802538" && ins.check_holds);
        assert!(
            !parse_identifier("2 55 08 14 168 025 39", IdentifierKind::Ins)
                .unwrap()
                .check_holds
        );
        assert!(
            !parse_identifier("é", IdentifierKind::Ins)
                .unwrap()
                .check_holds
        );
    }

    #[test]
    fn a_number_damaged_by_a_spreadsheet_is_refused() {
        assert!(
            parse_identifier("2,55081E+14", IdentifierKind::Mrn) == Err(IdentifierError::Damaged)
        );
        assert!(
            parse_identifier("12E45", IdentifierKind::Mrn)
                .unwrap()
                .value
                == "12E45"
        );
    }

    #[test]
    fn leading_zeros_stay_and_point_zero_goes() {
        assert!(
            parse_identifier("00123", IdentifierKind::Mrn)
                .unwrap()
                .value
                == "00123"
        );
        assert!(
            parse_identifier("80012345.0", IdentifierKind::Mrn)
                .unwrap()
                .value
                == "80012345"
        );
    }
}
