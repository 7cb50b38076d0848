//! Which words of a name are the family name: those in capitals, with the particles before them; else by place.

use super::NameOrder;
use crate::text::fold;

/// Family and given words of a name without titles.
pub(super) fn family_and_given<'a>(
    words: &[&'a str],
    order: NameOrder,
) -> (Vec<&'a str>, Vec<&'a str>) {
    if words.len() <= 1 {
        return (words.to_vec(), Vec::new());
    }
    if let Some(range) = family_in_capitals(words) {
        let family = words[range.clone()].to_vec();
        let given = words[..range.start]
            .iter()
            .chain(&words[range.end..])
            .copied()
            .collect();
        return (family, given);
    }
    match order {
        NameOrder::FamilyFirst => {
            let particles = words.iter().take_while(|word| is_particle(word)).count();
            let (family, given) = words.split_at((particles + 1).min(words.len()));
            (family.to_vec(), given.to_vec())
        }
        NameOrder::GivenFirst => {
            let last = words.len() - 1;
            let particles = words[1..last]
                .iter()
                .rev()
                .take_while(|word| is_particle(word))
                .count();
            let (given, family) = words.split_at(last - particles);
            (family.to_vec(), given.to_vec())
        }
    }
}

/// The run of words in capitals, where some words are and some are not; with particles in small letters before or inside it.
fn family_in_capitals(words: &[&str]) -> Option<std::ops::Range<usize>> {
    let capitals: Vec<bool> = words.iter().map(|word| is_capitals(word)).collect();
    if !capitals.contains(&true)
        || words
            .iter()
            .zip(&capitals)
            .all(|(word, capital)| *capital || is_particle(word))
    {
        return None;
    }
    let mut start = capitals.iter().position(|capital| *capital)?;
    let mut end = start + 1;
    while end < words.len()
        && (capitals[end] || (is_particle(words[end]) && capitals.get(end + 1) == Some(&true)))
    {
        end += 1;
    }
    while start > 0
        && is_particle(words[start - 1])
        && words[start - 1]
            .chars()
            .next()
            .is_some_and(char::is_lowercase)
    {
        start -= 1;
    }
    Some(start..end)
}

/// Whether a word of two letters or more has no small one: DUPONT, D'ANGELO, O'BRIEN, McDONALD; not the initials J. and J.-P.
pub(super) fn is_capitals(word: &str) -> bool {
    let body = word
        .strip_prefix("Mc")
        .or_else(|| word.strip_prefix("Mac"))
        .unwrap_or(word);
    let letters = body.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !body.contains('.') && body.chars().all(|c| !c.is_lowercase())
}

/// Whether a word is a particle that belongs to the family name behind it.
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "de" | "du"
            | "des"
            | "d'"
            | "la"
            | "le"
            | "les"
            | "l'"
            | "van"
            | "von"
            | "der"
            | "den"
            | "het"
            | "ten"
            | "ter"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "del"
            | "della"
            | "dello"
            | "el"
            | "al"
            | "ben"
            | "bin"
            | "ibn"
            | "ould"
            | "ait"
            | "st"
            | "st."
            | "saint"
            | "sainte"
            | "zu"
            | "zur"
            | "san"
            | "santa"
    )
}
