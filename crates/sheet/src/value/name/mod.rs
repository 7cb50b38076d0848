//! A patient's name in one cell: `SMITH, Ben (Mr)`, `DUPONT Jean`, `Mme MARTIN née DURAND Claire`, `Ben Smith`.

mod birth_name;
mod cell;
mod parts;

use serde::{Deserialize, Serialize};

use crate::text::{fold, is_longer_than, squeeze};

pub(crate) use cell::{NameCell, is_detail_of_name, is_whole_name, name_part, read_name_cell};

/// Which part of a name comes first where neither capitals nor a comma tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NameOrder {
    /// Dupont Jean.
    FamilyFirst,
    /// Jean Dupont.
    GivenFirst,
}

/// A name in its parts. Empty where the cell does not say.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ParsedName {
    /// Family name, as written.
    pub family: String,
    /// Given names, as written.
    pub given: String,
    /// Title, as written: Mr, Mme, Dr.
    pub prefix: String,
    /// Family name at birth, where another one stands beside it ("née").
    pub birth_family: String,
}

/// Characters of the longest name that is taken apart.
pub(crate) const MAX_NAME_CHARS: usize = 300;

/// Stand for the parentheses that are part of the name while it is taken apart. Private use, so no sheet means them.
const KEPT_OPEN: char = '\u{e000}';
const KEPT_CLOSE: char = '\u{e001}';

/// Takes a name apart. Capitals and commas decide before `order` does. A nickname in parentheses stays in the given names.
///
/// A text longer than any name is not taken apart: it comes back whole as the family name.
pub fn parse_name(text: &str, order: NameOrder) -> ParsedName {
    let mut text = squeeze(text);
    let mut name = ParsedName::default();
    if is_longer_than(&text, MAX_NAME_CHARS) {
        name.family = text;
        return name;
    }
    while let Some((before, inside, after)) = parenthesis(&text) {
        if is_prefix(&inside) {
            name.prefix = inside;
            text = squeeze(&format!("{before} {after}"));
        } else if let Some(birth) = birth_name::after_nee(&inside) {
            name.birth_family = birth.to_owned();
            text = squeeze(&format!("{before} {after}"));
        } else {
            text = format!("{before}{KEPT_OPEN}{inside}{KEPT_CLOSE}{after}");
        }
    }
    match text.split_once(',') {
        Some((family, given)) => by_comma(&mut name, family, given),
        None => by_words(&mut name, &text, order),
    }
    for part in [&mut name.family, &mut name.given] {
        *part = part.replace(KEPT_OPEN, "(").replace(KEPT_CLOSE, ")");
    }
    name
}

/// The first pair of parentheses: the text before, inside and after.
fn parenthesis(text: &str) -> Option<(String, String, String)> {
    let open = text.find('(')?;
    let close = open + text[open..].find(')')?;
    Some((
        text[..open].to_owned(),
        text[open + 1..close].trim().to_owned(),
        text[close + 1..].to_owned(),
    ))
}

fn by_comma(name: &mut ParsedName, family: &str, given: &str) {
    let family_words: Vec<&str> = take_prefix(name, family);
    let (family_words, birth) = birth_name::split(&family_words);
    name.family = family_words.join(" ");
    if let Some(birth) = birth {
        name.birth_family = birth.join(" ");
    }
    let given = given.replace(',', " ");
    let given_words = take_prefix(name, &given);
    let (given_words, birth) = birth_name::split(&given_words);
    name.given = given_words.join(" ");
    if let Some(birth) = birth {
        name.birth_family = birth.join(" ");
    }
}

fn by_words(name: &mut ParsedName, text: &str, order: NameOrder) {
    let words = take_prefix(name, text);
    if let Some(married) = birth_name::with_marker(&words, order) {
        name.family = married.family.join(" ");
        name.given = married.given.join(" ");
        name.birth_family = married.birth.join(" ");
        return;
    }
    let (family, given) = parts::family_and_given(&words, order);
    name.family = family.join(" ");
    name.given = given.join(" ");
}

/// The words without the titles at the start and at the end, which go to the prefix.
fn take_prefix<'a>(name: &mut ParsedName, text: &'a str) -> Vec<&'a str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|word| is_prefix(word)) {
        let word = words.remove(0);
        if !name.prefix.is_empty() {
            name.prefix.push(' ');
        }
        name.prefix.push_str(word);
    }
    while words.len() > 1 && words.last().is_some_and(|word| is_prefix_behind(word)) {
        if let Some(word) = words.pop() {
            if !name.prefix.is_empty() {
                name.prefix.push(' ');
            }
            name.prefix.push_str(word);
        }
    }
    words
}

/// Whether a word at the end is a title. A single letter there is an initial.
fn is_prefix_behind(word: &str) -> bool {
    matches!(fold(word).trim_end_matches('.'), "mr" | "ms" | "dr")
        || (word.chars().count() > 2 && is_prefix(word))
}

/// Whether a word is a title. Titles that are also frequent family names (Lord, Master, Dame) are not among them.
pub(crate) fn is_prefix(word: &str) -> bool {
    let folded = fold(word);
    matches!(
        folded.trim_end_matches('.'),
        "m" | "mr"
            | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "mstr"
            | "dr"
            | "pr"
            | "prof"
            | "professor"
            | "professeur"
            | "docteur"
            | "doctor"
            | "mme"
            | "mlle"
            | "mle"
            | "monsieur"
            | "madame"
            | "mademoiselle"
            | "sir"
            | "rev"
            | "reverend"
            | "soeur"
    )
}

/// Whether a text looks like a whole name: two to six words, each with a capital first, without digits; or with a title or a comma.
pub(crate) fn is_name_like(text: &str) -> bool {
    if text.contains(|c: char| {
        c.is_ascii_digit() || matches!(c, ':' | '=' | '+' | '/' | ';' | '?' | '!' | '%' | '@')
    }) {
        return false;
    }
    let words: Vec<&str> = text
        .split([' ', ',', '(', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    let capital_first = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let capitals = words.iter().filter(capital_first).count();
    let small = words
        .iter()
        .filter(|word| !capital_first(word))
        .all(|word| parts::is_particle(word) || birth_name::is_marker(word));
    let is_certain = name_order(text).is_some()
        || text.contains(',')
        || words.first().is_some_and(|word| is_prefix(word));
    (2..=6).contains(&words.len()) && capitals >= 2 && small
        || (is_certain && words.len() >= 2 && words.len() <= 8 && capitals >= 2)
}

/// The order that capitals show, if they do: "DUPONT Jean" or "Jean DUPONT".
pub(crate) fn name_order(text: &str) -> Option<NameOrder> {
    if text.contains(',') {
        return None;
    }
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !is_prefix(word))
        .collect();
    let (first, last) = (words.first()?, words.last()?);
    match (parts::is_capitals(first), parts::is_capitals(last)) {
        (true, false) => Some(NameOrder::FamilyFirst),
        (false, true) => Some(NameOrder::GivenFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
