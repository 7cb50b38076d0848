//! Ages, which sheets write with the sex behind: "81", "81 ans", "81y", "81M", "F/74".

use super::sex::{Sex, parse_sex};
use crate::text::words;

/// Older is no age.
const OLDEST_YEARS: i16 = 130;

/// Below this "18m" can be months and a man of 18 years: neither is taken.
const MONTHS_AT_MOST: i16 = 36;

/// What a cell with an age says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Age {
    /// Whole years, where it is given in years.
    pub(crate) years: Option<i16>,
    pub(crate) sex: Option<Sex>,
}

/// Reads an age with its unit, its sex, or nothing else; None for any other text.
pub(crate) fn parse_age(text: &str) -> Option<Age> {
    if text.len() > 40 {
        return None;
    }
    let mut number = None;
    let mut age = Age::default();
    let mut in_years = true;
    // A word such as "81ans" is a number and a unit.
    let spaced = spaced(&words(text));
    for word in spaced.split(' ').filter(|word| !word.is_empty()) {
        let letter_of_sex =
            || parse_sex(word).filter(|_| number.is_none_or(|years| years > MONTHS_AT_MOST));
        match word {
            _ if word.bytes().all(|b| b.is_ascii_digit()) => {
                if number.is_some() {
                    return None;
                }
                number = Some(word.parse().ok().filter(|years| *years <= OLDEST_YEARS)?);
            }
            "age" | "aged" | "old" | "o" => {}
            "ans" | "an" | "a" | "y" | "yr" | "yrs" | "yo" | "year" | "years" => {}
            "mois" | "month" | "months" | "mo" | "mths" | "j" | "jours" | "d" | "days" | "w"
            | "weeks" | "sem" => in_years = false,
            "m" if letter_of_sex().is_none() => in_years = false,
            _ => age.sex = Some(parse_sex(word)?),
        }
    }
    age.years = number.filter(|_| in_years);
    number.map(|_| age)
}

/// The words with a space between digits and letters.
fn spaced(words: &str) -> String {
    let mut spaced = String::new();
    let mut before: Option<char> = None;
    for c in words.chars() {
        if before.is_some_and(|before| before.is_ascii_digit() != c.is_ascii_digit()) {
            spaced.push(' ');
        }
        spaced.push(c);
        before = Some(c);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_with_unit_and_sex() {
        let age = |years, sex| Some(Age { years, sex });
        for (text, expected) in [
            ("81", age(Some(81), None)),
            ("81 ans", age(Some(81), None)),
            ("81y", age(Some(81), None)),
            ("(81 y.o.)", age(Some(81), None)),
            ("81M", age(Some(81), Some(Sex::Male))),
            ("81 y M", age(Some(81), Some(Sex::Male))),
            ("74/F", age(Some(74), Some(Sex::Female))),
            ("F 74", age(Some(74), Some(Sex::Female))),
            ("H81", age(Some(81), Some(Sex::Male))),
            ("18m", age(None, None)),
            ("18 mois", age(None, None)),
            ("6 F", age(Some(6), Some(Sex::Female))),
            ("81 82", None),
            ("Bed 4", None),
            ("300", None),
            ("", None),
            ("F", None),
        ] {
            assert_eq!(parse_age(text), expected, "{text}");
        }
    }
}
