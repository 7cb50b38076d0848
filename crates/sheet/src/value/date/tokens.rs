//! A date's text cut into numbers, month names and what stands between.

use crate::text::fold;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A run of digits, as written.
    Digits(String),
    /// A month by its name, 1 to 12.
    Month(i8),
    /// A word that is no month.
    Word(String),
    /// Any other visible character.
    Mark(char),
}

/// Longest text that can be a date with weekday, time and age behind it.
const MAX_CHARS: usize = 80;

/// The tokens of a text, or None where it is too long to be a date. Spaces, weekdays, ordinal endings and "né(e) le" are left out.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.chars().count() > MAX_CHARS {
        return None;
    }
    let folded = fold(text);
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = folded.trim();
    while let Some(first) = rest.chars().next() {
        let same_kind: fn(char) -> bool = if first.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if first.is_alphabetic() {
            |c| c.is_alphabetic()
        } else {
            |_| false
        };
        let run = rest
            .char_indices()
            .find(|(_, c)| !same_kind(*c))
            .map_or(rest.len(), |(at, _)| at);
        let end = run.max(first.len_utf8());
        let (part, behind) = rest.split_at(end);
        rest = behind;
        if first.is_ascii_digit() {
            tokens.push(Token::Digits(part.to_owned()));
        } else if first.is_alphabetic() {
            push_word(&mut tokens, part, behind);
        } else if first != ' ' {
            tokens.push(Token::Mark(first));
        }
    }
    drop_introduction(&mut tokens);
    Some(tokens)
}

fn push_word(tokens: &mut Vec<Token>, word: &str, behind: &str) {
    let after_digits = matches!(tokens.last(), Some(Token::Digits(_)));
    if after_digits && matches!(word, "er" | "st" | "nd" | "rd" | "th" | "de" | "of") {
        return;
    }
    // "mar" is March in English and Tuesday in French: a weekday when a day's number follows and nothing is before it.
    let is_first = tokens
        .iter()
        .all(|token| matches!(token, Token::Word(_) | Token::Mark(_)));
    if is_first && weekday(word) && (word != "mar" || starts_french_date(behind)) {
        return;
    }
    match month(word) {
        Some(month) => tokens.push(Token::Month(month)),
        None => tokens.push(Token::Word(word.to_owned())),
    }
}

/// Whether a day and a month's name follow, as in "mar. 3 mars 2026".
fn starts_french_date(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['.', ' ', ',']);
    let after_day = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let next_word = after_day
        .trim_start_matches("er")
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next();
    after_day.len() < behind.len() && next_word.is_some_and(|word| month(word).is_some())
}

fn weekday(word: &str) -> bool {
    matches!(
        word,
        "lun"
            | "lundi"
            | "mar"
            | "mardi"
            | "mer"
            | "mercredi"
            | "jeu"
            | "jeudi"
            | "ven"
            | "vendredi"
            | "sam"
            | "samedi"
            | "dim"
            | "dimanche"
            | "mon"
            | "monday"
            | "tue"
            | "tues"
            | "tuesday"
            | "wed"
            | "wednesday"
            | "thu"
            | "thur"
            | "thurs"
            | "thursday"
            | "fri"
            | "friday"
            | "sat"
            | "saturday"
            | "sun"
            | "sunday"
    )
}

/// The month of a folded name or abbreviation. "jui" can be June and July, so it is none.
fn month(word: &str) -> Option<i8> {
    Some(match word {
        "janv" | "jan" | "janvier" | "january" => 1,
        "fevr" | "fev" | "fevrier" | "feb" | "february" => 2,
        "mars" | "mar" | "march" => 3,
        "avr" | "avril" | "apr" | "april" => 4,
        "mai" | "may" => 5,
        "juin" | "jun" | "june" => 6,
        "juil" | "juill" | "jul" | "juillet" | "july" => 7,
        "aout" | "aou" | "aug" | "august" => 8,
        "sept" | "sep" | "septembre" | "september" => 9,
        "oct" | "octobre" | "october" => 10,
        "nov" | "novembre" | "november" => 11,
        "dec" | "decembre" | "december" => 12,
        _ => return None,
    })
}

/// Drops "né(e) le", "born on", "DDN :", "le" before the date itself, and commas and points that a dropped weekday left there.
fn drop_introduction(tokens: &mut Vec<Token>) {
    let said: usize = tokens
        .iter()
        .take_while(|token| match token {
            Token::Word(word) => {
                matches!(
                    word.as_str(),
                    "ne" | "nee"
                        | "e"
                        | "le"
                        | "the"
                        | "on"
                        | "born"
                        | "dob"
                        | "ddn"
                        | "d"
                        | "o"
                        | "b"
                        | "n"
                        | "du"
                )
            }
            Token::Mark(mark) => matches!(mark, '(' | ')' | ':' | '.' | ',' | '\'' | '*' | '°'),
            Token::Digits(_) | Token::Month(_) => false,
        })
        .count();
    tokens.drain(..said);
}
