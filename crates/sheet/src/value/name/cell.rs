//! A cell that holds a name and more: the birth date, the age, a number, "née" on a line of its own.

use super::{birth_name, is_prefix, name_order, parts};
use crate::text::{fold, words};
use crate::value::age::{Age, parse_age};
use crate::value::date::looks_like_date;
use crate::value::identifier::IdentifierKind;
use crate::value::sex::{Sex, parse_sex};

/// What the lines of a name's cell hold.
#[derive(Default)]
pub(crate) struct NameCell {
    /// The name alone, on one line.
    pub(crate) name: String,
    /// The text of the birth date.
    pub(crate) birth_date: Option<String>,
    /// The sex, on a line of its own or beside the age.
    pub(crate) sex: Option<Sex>,
    /// Numbers that say what they are.
    pub(crate) numbers: Vec<(IdentifierKind, String)>,
    /// Whether something else was there.
    pub(crate) has_rest: bool,
}

/// Takes the lines of one patient apart.
pub(crate) fn read_name_cell(lines: &[&str]) -> NameCell {
    let mut cell = NameCell::default();
    for line in lines {
        if !cell.name.is_empty() && is_detail_of_name(line) {
            cell.add_detail(line);
            continue;
        }
        let (name, detail) = split_at_digits(line);
        if !detail.is_empty()
            && (looks_like_date(detail) || number_in(line).is_some() || age_in(detail).is_some())
        {
            cell.add_name(name);
            cell.add_detail(&line[name.len()..]);
        } else {
            cell.add_name(line);
        }
    }
    cell
}

/// Whether a line below a name belongs to it: a birth date, a number, an age, "née …", something in parentheses.
pub(crate) fn is_detail_of_name(line: &str) -> bool {
    let line = line.trim();
    let first = line.split_whitespace().next().unwrap_or_default();
    let (before, behind) = split_at_digits(line);
    let only_introduction = words(before).split(' ').all(is_introduction);
    line.starts_with('(')
        || (parse_sex(line).is_some() && line.chars().count() > 1)
        || birth_name::is_marker(first)
        || (!behind.is_empty() && only_introduction)
}

/// Whether a line is by itself a whole name, by its capitals, its comma or its title.
pub(crate) fn is_whole_name(line: &str) -> bool {
    let (name, _) = split_at_digits(line);
    let count = name
        .split_whitespace()
        .filter(|word| !is_prefix(word) && !birth_name::is_marker(word))
        .count();
    let starts_with_title = name.split_whitespace().next().is_some_and(is_prefix);
    (count >= 2 && (name_order(name).is_some() || name.trim_end_matches([',', ' ']).contains(',')))
        || (count >= 1 && starts_with_title)
        || (count >= 2
            && name
                .split_whitespace()
                .all(|word| parts::is_capitals(word) || parts::is_particle(word)))
}

/// Words that lead to a birth date, a number or an age.
fn is_introduction(word: &str) -> bool {
    matches!(
        word,
        "" | "ne"
            | "nee"
            | "e"
            | "le"
            | "born"
            | "on"
            | "dob"
            | "ddn"
            | "d"
            | "o"
            | "b"
            | "n"
            | "no"
            | "ipp"
            | "mrn"
            | "nip"
            | "nhs"
            | "ins"
            | "iep"
            | "nir"
            | "age"
            | "number"
            | "the"
            | "hosp"
            | "hospital"
            | "dossier"
    )
}

/// A line before its first word with a digit, and from there on. The first part has no introduction to the second at its end.
fn split_at_digits(line: &str) -> (&str, &str) {
    let Some(digit) = line.find(|c: char| c.is_ascii_digit()) else {
        return (line, "");
    };
    let start = line[..digit].rfind(char::is_whitespace).map_or(0, |space| {
        space + line[space..].chars().next().map_or(1, char::len_utf8)
    });
    let mut name = line[..start].trim_end();
    // "JUIL" of "14 JUIL" is behind the digit, but "July 14, 1945" begins with its month.
    loop {
        let last = name.split_whitespace().next_back().unwrap_or_default();
        let bare = words(last);
        let is_lead = name.len() > last.len()
            && (bare.is_empty()
                || bare.split(' ').all(is_introduction)
                || looks_like_date(&line[name.len() - last.len()..]));
        if last.is_empty() || !is_lead {
            break;
        }
        name = name[..name.len() - last.len()].trim_end();
    }
    let detail = &line[start..];
    (
        name.trim_end_matches([',', '-', '(', ':', ' ', '–']),
        detail.trim_end_matches(')').trim(),
    )
}

/// The number of a line that says which it is, or of which the check digits do.
fn number_in(line: &str) -> Option<(IdentifierKind, String)> {
    let folded = fold(line);
    let lead = words(&folded);
    let kind = lead.split(' ').find_map(|word| match word {
        "ipp" | "mrn" | "nip" | "dossier" | "hosp" | "hospital" => Some(IdentifierKind::Mrn),
        "nhs" => Some(IdentifierKind::Nhs),
        "ins" | "nir" => Some(IdentifierKind::Ins),
        "iep" => Some(IdentifierKind::Visit),
        _ => None,
    });
    let digits = line.find(|c: char| c.is_ascii_digit())?;
    let number = line.get(digits..)?.trim_end_matches([')', ' ']).to_owned();
    let compact: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    match kind {
        Some(kind) => (compact.len() >= 4).then_some((kind, number)),
        None => (compact.len() == 10 && crate::value::identifier::nhs_check_holds(&compact))
            .then_some((IdentifierKind::Nhs, compact)),
    }
}

impl NameCell {
    fn add_name(&mut self, name: &str) {
        let name = name.trim();
        if !self.name.is_empty() && !name.is_empty() {
            self.name.push(' ');
        }
        self.name.push_str(name);
    }

    fn add_detail(&mut self, line: &str) {
        let first = line.split_whitespace().next().unwrap_or_default();
        let inner = line
            .trim()
            .trim_start_matches([',', '-', ':', '(', ' '])
            .trim_end_matches(')');
        let (_, digits) = split_at_digits(line);
        if looks_like_date(inner) {
            self.birth_date = Some(inner.to_owned());
        } else if let Some(number) = number_in(line) {
            self.numbers.push(number);
        } else if digits.is_empty()
            && (birth_name::is_marker(first) || line.trim().starts_with('('))
        {
            self.add_name(line);
        } else if looks_like_date(digits) {
            self.birth_date = Some(digits.to_owned());
        } else if let Some(age) = parse_age(inner).or_else(|| age_in(digits)) {
            self.sex = self.sex.or(age.sex);
        } else if let Some(sex) = parse_sex(inner) {
            self.sex = Some(sex);
        } else {
            self.has_rest = true;
        }
    }
}

/// An age that says so by its unit or its sex; a number alone is none.
fn age_in(text: &str) -> Option<Age> {
    parse_age(text).filter(|_| text.contains(char::is_alphabetic))
}

/// The name alone of a line that may have an age or a birth date behind it.
pub(crate) fn name_part(line: &str) -> String {
    read_name_cell(&[line]).name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<String>, Vec<String>, bool) {
        let lines: Vec<&str> = text.split('\n').collect();
        let cell = read_name_cell(&lines);
        (
            cell.name,
            cell.birth_date,
            cell.numbers.into_iter().map(|(_, number)| number).collect(),
            cell.has_rest,
        )
    }

    #[test]
    fn a_birth_date_behind_or_below_a_name_is_taken_from_it() {
        for text in [
            "DUPONT Jean 14/07/1945",
            "DUPONT Jean (14/07/1945)",
            "DUPONT Jean, 14/07/1945",
            "DUPONT Jean - 14/07/1945",
            "DUPONT Jean né le 14/07/1945",
            "DUPONT Jean\n14/07/1945",
            "DUPONT Jean\nné le 14/07/1945",
            "DUPONT\nJean\n(14/07/1945)",
            "DUPONT Jean 14/07/1945 (81 ans)",
        ] {
            let (name, birth_date, _, has_rest) = read(text);
            assert_eq!(name, "DUPONT Jean", "{text}");
            assert!(
                birth_date.is_some_and(|date| date.contains("14/07/1945")),
                "{text}"
            );
            assert!(!has_rest, "{text}");
        }
    }

    #[test]
    fn ages_and_numbers_are_taken_from_the_name() {
        assert_eq!(
            read("SMITH, Ben (Mr)\nBorn 14-Jul-1945 (81y)\nNHS 943 476 5919").2,
            ["943 476 5919"]
        );
        assert_eq!(read("DUPONT Jean\nIPP : 80012345").2, ["80012345"]);
        assert_eq!(
            read("DUPONT Jean\n81 ans"),
            ("DUPONT Jean".to_owned(), None, Vec::new(), false)
        );
        for text in [
            "DUPONT Jean 81 ans",
            "DUPONT Jean, 81y",
            "DUPONT Jean (81a)",
            "DUPONT Jean 81M",
            "DUPONT Jean\nMale",
        ] {
            assert_eq!(
                read(text),
                ("DUPONT Jean".to_owned(), None, Vec::new(), false),
                "{text}"
            );
        }
        assert!(read_name_cell(&["DUPONT Jean 81M"]).sex == Some(Sex::Male));
        assert!(read("DUPONT Jean\n3 enfants").3);
    }

    #[test]
    fn a_name_alone_stays_whole() {
        for text in [
            "DUPONT Jean",
            "Mme MARTIN née DURAND Claire",
            "PATIENT 3",
            "",
            "3",
        ] {
            let (name, birth_date, numbers, _) = read(text);
            assert_eq!((name.as_str(), birth_date, numbers.len()), (text, None, 0));
        }
        assert_eq!(
            read("MARTIN Claire\nnée DURAND").0,
            "MARTIN Claire née DURAND"
        );
    }
}
