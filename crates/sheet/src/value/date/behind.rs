//! What may stand behind a date: a time, or an age.

use jiff::civil::Time;

use super::tokens::Token;

/// The time or the age that may stand behind a date; None where something else does.
pub(super) fn behind(tokens: &[Token]) -> Option<(Option<Time>, Option<i16>)> {
    use Token::{Digits, Mark, Word};
    let start = tokens
        .iter()
        .take_while(|token| match token {
            Mark(mark) => matches!(mark, ',' | '(' | '-' | '.' | '['),
            Word(word) => matches!(word.as_str(), "a" | "at" | "t" | "soit" | "age" | "aged"),
            Digits(_) | Token::Month(_) => false,
        })
        .count();
    match &tokens[start..] {
        [] | [Mark(')' | ']')] => Some((None, None)),
        [Digits(hour), Mark(':'), Digits(minute), seconds @ ..] if seconds_only(seconds) => {
            Some((Some(clock(hour, minute)?), None))
        }
        [Digits(hour), Word(h), Digits(minute)] if h == "h" => {
            Some((Some(clock(hour, minute)?), None))
        }
        [Digits(hour), Word(h)] if h == "h" => Some((Some(clock(hour, "0")?), None)),
        [Digits(age), unit @ ..] if age.len() <= 3 && is_age_unit(unit) => {
            let in_years = matches!(unit, [Word(word), ..] if word.starts_with(['a', 'y']));
            let age: i16 = age.parse().ok()?;
            Some((None, Some(if in_years { age } else { age / 12 })))
        }
        _ => None,
    }
}

fn seconds_only(tokens: &[Token]) -> bool {
    use Token::{Digits, Mark, Word};
    match tokens {
        [] => true,
        [Mark(':'), Digits(_), rest @ ..] => match rest {
            [] | [Mark('.' | ','), Digits(_)] => true,
            [Word(zone)] => zone == "z",
            _ => false,
        },
        _ => false,
    }
}

fn is_age_unit(tokens: &[Token]) -> bool {
    use Token::{Mark, Word};
    let words: Vec<&str> = tokens
        .iter()
        .filter_map(|token| match token {
            Word(word) => Some(word.as_str()),
            Mark(')' | ']' | '.') => None,
            Mark(_) | Token::Digits(_) | Token::Month(_) => Some("?"),
        })
        .collect();
    matches!(
        words.as_slice(),
        ["ans"
            | "an"
            | "a"
            | "y"
            | "yr"
            | "yrs"
            | "yo"
            | "years"
            | "year"
            | "mois"
            | "m"
            | "months"
            | "month"]
            | ["years" | "year", "old"]
            | ["y", "o"]
    )
}

fn clock(hour: &str, minute: &str) -> Option<Time> {
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}
