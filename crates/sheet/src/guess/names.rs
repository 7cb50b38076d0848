//! Which columns hold the name, seen together: "Nom" is the family name beside "Prénom", and the whole name alone.

use super::contents::Contents;
use super::words::Meaning;

/// Turns [`Meaning::Name`] into what it is in this sheet.
pub(super) fn settle(meanings: &mut [Option<Meaning>], contents: &[Contents]) {
    let has = |wanted: Meaning, meanings: &[Option<Meaning>]| meanings.contains(&Some(wanted));
    let has_given = has(Meaning::Given, meanings);
    let has_family = has(Meaning::Family, meanings);
    let has_full = meanings
        .iter()
        .any(|meaning| matches!(meaning, Some(Meaning::FullName(_))));
    let mut has_name = has_full;
    for at in 0..meanings.len() {
        let Some(Meaning::Name(order)) = meanings[at] else {
            continue;
        };
        // "Patient" may head the number, too.
        if let Some(kind) = contents[at].identifier_kind() {
            meanings[at] = Some(Meaning::Identifier(kind));
            continue;
        }
        if !contents[at].are_words() {
            meanings[at] = Some(Meaning::Group);
            continue;
        }
        meanings[at] = match (has_given, has_family) {
            // "Nom" beside "Nom d'usage" is the one at birth.
            (true, true) => Some(Meaning::BirthFamily),
            (true, false) if !has_name => Some(Meaning::Family),
            (false, false) if !has_name => Some(Meaning::FullName(order)),
            _ => Some(Meaning::Group),
        };
        has_name = true;
    }
    let has_given_column = has(Meaning::Given, meanings);
    let family = meanings
        .iter()
        .position(|meaning| *meaning == Some(Meaning::Family));
    let has_full = meanings
        .iter()
        .any(|meaning| matches!(meaning, Some(Meaning::FullName(_))));
    match family {
        // A family name alone, with the given name in the same cell: "Surname" over "SMITH, Ben".
        Some(at)
            if !has_given_column && !has_full && contents[at].names * 2 > contents[at].filled =>
        {
            meanings[at] = Some(Meaning::FullName(None));
        }
        // The name at birth is the only one that the sheet has.
        None if !has_full => {
            if let Some(at) = meanings
                .iter()
                .position(|meaning| *meaning == Some(Meaning::BirthFamily))
            {
                let whole = !has_given_column && contents[at].names * 2 > contents[at].filled;
                meanings[at] = Some(if whole {
                    Meaning::FullName(None)
                } else {
                    Meaning::Family
                });
            }
        }
        _ => {}
    }
}
