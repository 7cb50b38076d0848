//! Words of a sheet matched with what the team has: options by their labels, members by their names.

use domain::field::choice::{ChoiceOption, OptionId};
use domain::{UserId, text};

/// The option that a text means: by its label as written, else without regard to case and accents. Archived ones are not offered.
pub(super) fn find_option(written: &str, options: &[ChoiceOption]) -> Option<OptionId> {
    let written = written.trim();
    let folded = text::folded(written);
    let offered = || options.iter().filter(|option| !option.archived);
    let same = offered().find(|option| option.label == written);
    // Signs alone ("++", "--") fold to nothing, and are not all the same.
    let alike = || {
        let is_alike = |o: &&ChoiceOption| !folded.is_empty() && text::folded(&o.label) == folded;
        offered().find(is_alike)
    };
    same.or_else(alike).map(|option| option.id)
}

/// Whether a text has nothing in it but signs, as where a dash stands for "none chosen".
pub(super) fn says_nothing(written: &str) -> bool {
    text::folded(written).is_empty()
}

/// The options that a text with several means; for each part that is none, that part.
pub(super) fn split_choices<'a>(
    written: &'a str,
    options: &'a [ChoiceOption],
) -> impl Iterator<Item = Result<OptionId, &'a str>> {
    let whole = |part: &'a str| find_option(part, options);
    written
        .split(['\n', ';'])
        .flat_map(move |part| match whole(part) {
            // A label may have a comma in it.
            Some(option) => vec![Ok(option)],
            None => part
                .split([',', '/', '+'])
                .filter(|part| !says_nothing(part))
                .map(|part| whole(part).ok_or(part))
                .collect(),
        })
}

/// A name that no member, or more than one, has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberFault {
    Unknown,
    Unclear,
}

/// The member whom a name means, whichever part of it comes first.
pub(super) fn find_member(
    written: &str,
    members: &[(UserId, String)],
) -> Result<UserId, MemberFault> {
    let wanted = name_key(written);
    let mut found = members
        .iter()
        .filter(|(_, name)| !wanted.is_empty() && name_key(name) == wanted);
    match (found.next(), found.next()) {
        (Some((user, _)), None) => Ok(*user),
        (Some(_), Some(_)) => Err(MemberFault::Unclear),
        (None, _) => Err(MemberFault::Unknown),
    }
}

/// The words of a name in an order of their own, without case and accents.
fn name_key(name: &str) -> Vec<String> {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-'));
    let mut words: Vec<String> = words
        .map(text::folded)
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use domain::field::choice::Color;
    use uuid::Uuid;

    fn options(labels: &[&str]) -> Vec<ChoiceOption> {
        (1..)
            .zip(labels)
            .map(|(id, label)| ChoiceOption {
                id: OptionId(id),
                label: (*label).to_owned(),
                color: Color::Neutral,
                archived: false,
            })
            .collect()
    }

    #[test]
    fn an_option_is_found_without_case_and_accents_and_signs_are_told_apart() {
        let mut options = options(&["À risque", "++", "+", "Blocked"]);
        assert_eq!(find_option(" a RISQUE ", &options), Some(OptionId(1)));
        assert_eq!(find_option("+", &options), Some(OptionId(3)));
        assert_eq!(find_option("+++", &options), None);
        options[3].archived = true;
        assert_eq!(find_option("Blocked", &options), None);
    }

    #[test]
    fn several_options_stand_in_one_cell_in_any_way_of_writing() {
        let options = options(&["Soft", "Diabetic, low salt", "Fluids"]);
        let read = |text| split_choices(text, &options).collect::<Vec<_>>();
        assert_eq!(read("soft, fluids"), [Ok(OptionId(1)), Ok(OptionId(3))]);
        assert_eq!(
            read("Diabetic, low salt; Fluids"),
            [Ok(OptionId(2)), Ok(OptionId(3))]
        );
        assert_eq!(read("Soft\nPuree"), [Ok(OptionId(1)), Err("Puree")]);
        assert!(read("-").is_empty());
    }

    #[test]
    fn a_member_is_found_whichever_part_of_the_name_comes_first() {
        let id = |n| UserId::new(Uuid::from_u128(n));
        let members = [
            (id(1), "Claire Lefèvre".to_owned()),
            (id(2), "Ben Smith".to_owned()),
            (id(3), "Smith, Ben".to_owned()),
        ];
        assert_eq!(find_member("LEFEVRE Claire", &members), Ok(id(1)));
        assert_eq!(
            find_member("ben smith", &members),
            Err(MemberFault::Unclear)
        );
        assert_eq!(find_member("Claire", &members), Err(MemberFault::Unknown));
        assert_eq!(find_member("", &members), Err(MemberFault::Unknown));
    }
}
