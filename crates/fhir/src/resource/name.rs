//! HumanName: the one that counts, and any in one line.

use crate::json::{Node, Object};
use domain::chart::IssueKind;
use domain::limits::IDENTITY_CHARS;

/// The parts of a person's name.
#[derive(Default)]
pub(crate) struct Name {
    pub(crate) family: Option<String>,
    pub(crate) given: Option<String>,
    pub(crate) prefix: Option<String>,
}

/// The name that counts: the official one wins, an ended one loses. Of equal ones the first.
pub(crate) fn of_person(person: &Object<'_>) -> Name {
    let mut names = person.objects("name");
    names.sort_by_key(rank);
    let mut read = names.iter().map(of);
    let found = read.find(|name| name.family.is_some() || name.given.is_some());
    if found.is_none() && person.has("name") {
        person.note(IssueKind::UnreadableElement, "name");
    }
    found.unwrap_or_default()
}

fn rank(name: &Object<'_>) -> (bool, usize) {
    const USES: [&str; 2] = ["official", "usual"];
    const LAST: [&str; 5] = ["temp", "nickname", "anonymous", "old", "maiden"];
    let of_use = name.raw("use").unwrap_or_default();
    let place = match (
        USES.iter().position(|u| *u == of_use),
        LAST.iter().position(|u| *u == of_use),
    ) {
        (Some(place), _) => place,
        (_, Some(place)) => USES.len() + 1 + place,
        (None, None) => USES.len(),
    };
    let has_ended = name
        .object("period")
        .is_some_and(|period| period.has("end"));
    (has_ended, place)
}

fn of(name: &Object<'_>) -> Name {
    let family = joined(name, "family");
    let given = joined(name, "given");
    // A name in one piece cannot be taken apart by guessing: it stands as the family name.
    let whole = || bounded(name.line("text"), name, "text");
    let family = match given {
        Some(_) => family,
        None => family.or_else(whole),
    };
    Name {
        family,
        given,
        prefix: joined(name, "prefix"),
    }
}

fn joined(name: &Object<'_>, part: &'static str) -> Option<String> {
    let parts = name.texts(part);
    let joined = Some(parts.join(" ")).filter(|joined| !joined.is_empty());
    bounded(joined, name, part)
}

fn bounded(text: Option<String>, name: &Object<'_>, part: &'static str) -> Option<String> {
    let text = text?;
    match text.char_indices().nth(IDENTITY_CHARS) {
        None => Some(text),
        Some((end, _)) => {
            name.note(IssueKind::Truncated, part);
            text.get(..end).map(|cut| cut.trim_end().to_owned())
        }
    }
}

/// The name of a resource that another refers to, in one line: a person's, or a place's or organization's.
pub(crate) fn of_resource(resource: &Object<'_>) -> Option<String> {
    if matches!(resource.node("name")?, Node::Text(_)) {
        return resource.line("name");
    }
    let name = of_person(resource);
    let parts = [name.prefix, name.given, name.family];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(line).filter(|line| !line.is_empty())
}
