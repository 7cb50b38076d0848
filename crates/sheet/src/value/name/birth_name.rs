//! Two family names: "MARTIN née DURAND Claire", "DURAND épouse MARTIN Claire".

use super::NameOrder;
use super::parts::{family_and_given, is_capitals, is_particle};
use crate::text::fold;

/// A name with both family names.
pub(super) struct Married<'a> {
    pub(super) family: Vec<&'a str>,
    pub(super) given: Vec<&'a str>,
    pub(super) birth: Vec<&'a str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// What follows is the name at birth.
    Born,
    /// What follows is the name in use.
    Spouse,
}

fn marker(word: &str) -> Option<Marker> {
    match fold(word).trim_end_matches('.') {
        "nee" | "ne" | "born" => Some(Marker::Born),
        "epouse" | "ep" | "epse" | "veuve" | "vve" => Some(Marker::Spouse),
        _ => None,
    }
}

/// Whether a word joins two family names.
pub(super) fn is_marker(word: &str) -> bool {
    marker(word).is_some()
}

/// Words without "née DURAND" at their end, and that name.
pub(super) fn split<'a>(words: &[&'a str]) -> (Vec<&'a str>, Option<Vec<&'a str>>) {
    match words
        .iter()
        .position(|word| marker(word) == Some(Marker::Born))
    {
        Some(at) if at + 1 < words.len() => (words[..at].to_vec(), Some(words[at + 1..].to_vec())),
        _ => (words.to_vec(), None),
    }
}

/// The name behind "née" in the text of a parenthesis.
pub(super) fn after_nee(text: &str) -> Option<&str> {
    let (first, name) = text.split_once(char::is_whitespace)?;
    (marker(first) == Some(Marker::Born) && !name.trim().is_empty()).then(|| name.trim())
}

/// Takes a name with a marker apart; None where there is no marker, or nothing on one side of it.
pub(super) fn with_marker<'a>(words: &[&'a str], order: NameOrder) -> Option<Married<'a>> {
    let (at, kind) = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| Some((at, marker(word)?)))?;
    let (before, behind) = (&words[..at], words.get(at + 1..)?);
    if before.is_empty() || behind.is_empty() {
        return None;
    }
    let (behind_family, behind_given) = family_then_given(behind);
    // "Claire MARTIN née DURAND": the given name stands before, so the words before are a whole name.
    let (before_family, before_given) = if behind_given.is_empty() {
        family_and_given(before, order)
    } else {
        (before.to_vec(), Vec::new())
    };
    let given = if behind_given.is_empty() {
        before_given
    } else {
        behind_given
    };
    Some(match kind {
        Marker::Born => Married {
            family: before_family,
            given,
            birth: behind_family,
        },
        Marker::Spouse => Married {
            family: behind_family,
            given,
            birth: before_family,
        },
    })
}

/// The family name in capitals at the start (or the first word, where case tells nothing), then given names.
fn family_then_given<'a>(words: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>) {
    let all_capitals = words
        .iter()
        .all(|word| is_capitals(word) || is_particle(word));
    let particles = words.iter().take_while(|word| is_particle(word)).count();
    let end = if all_capitals {
        particles + 1
    } else {
        let run = words
            .iter()
            .take_while(|word| is_capitals(word) || is_particle(word))
            .count();
        run.max(particles + 1)
    };
    let (family, given) = words.split_at(end.min(words.len()));
    (family.to_vec(), given.to_vec())
}
