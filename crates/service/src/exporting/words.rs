//! The words of a sheet that leaves the product, in both languages; and what they mean when it comes back.

use crate::importing::{Target, identifier_kind};
use domain::chart::PartStatus;
use domain::clinical::news2::NotScored;
use domain::field::{Field, FieldType};
use domain::identity::{Identifier, Sex};
use domain::team::installation::Language;
use domain::team::state::PatientStatus;
use domain::text;
use sheet::{DecimalMark, IdentifierKind, Sheet, SheetColumn};

const LANGUAGES: [Language; 2] = [Language::En, Language::Fr];

/// A column of every exported sheet besides the team's fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Prefix,
    Family,
    Given,
    BirthDate,
    Sex,
    Status,
}

/// The parts of an identity, in the order of the sheet.
pub(super) const IDENTITY: [Part; 5] = [
    Part::Prefix,
    Part::Family,
    Part::Given,
    Part::BirthDate,
    Part::Sex,
];

/// Kinds of numbers that have a name of their own.
const NUMBERS: [IdentifierKind; 4] = [
    IdentifierKind::Mrn,
    IdentifierKind::Nhs,
    IdentifierKind::Ins,
    IdentifierKind::Visit,
];

pub(super) fn part_header(part: Part, language: Language) -> &'static str {
    let (en, fr) = match part {
        Part::Prefix => ("Title", "Civilité"),
        Part::Family => ("Family name", "Nom de famille"),
        Part::Given => ("Given names", "Prénoms"),
        Part::BirthDate => ("Birth date", "Date de naissance"),
        Part::Sex => ("Sex", "Sexe"),
        Part::Status => ("Status", "Statut"),
    };
    choose(language, en, fr)
}

/// The header of a field's column: its name, and the unit of its numbers.
pub(crate) fn field_header(field: &Field) -> String {
    match &field.kind {
        FieldType::Number { unit: Some(unit) } => format!("{} ({unit})", field.name),
        _ => field.name.clone(),
    }
}

/// Which column a number stands in: one for each kind.
pub(super) fn number_header(identifier: &Identifier, language: Language) -> String {
    let known = NUMBERS.into_iter().find(|kind| {
        let (code, system) = identifier_kind(*kind);
        identifier.kind == code && (system.is_none() || identifier.system.as_deref() == system)
    });
    match known {
        Some(kind) => number_words(kind, language).to_owned(),
        None => {
            let word = number_words(IdentifierKind::Other, language);
            format!("{word} ({})", identifier.kind)
        }
    }
}

/// The header of the hospital's own numbers, which every sheet has.
pub(super) fn main_number_header(language: Language) -> &'static str {
    number_words(IdentifierKind::Mrn, language)
}

fn number_words(kind: IdentifierKind, language: Language) -> &'static str {
    let (en, fr) = match kind {
        IdentifierKind::Mrn => ("MRN", "IPP"),
        IdentifierKind::Nhs => ("NHS number", "Numéro NHS"),
        IdentifierKind::Ins => ("National number", "Numéro national"),
        IdentifierKind::Visit => ("Visit number", "Numéro de séjour"),
        IdentifierKind::Other => ("Number", "Numéro"),
    };
    choose(language, en, fr)
}

pub(super) fn sex(sex: Sex, language: Language) -> &'static str {
    let (en, fr) = match sex {
        Sex::Female => ("Female", "Femme"),
        Sex::Male => ("Male", "Homme"),
        Sex::Other => ("Other", "Autre"),
        Sex::Unknown => ("Unknown", "Inconnu"),
    };
    choose(language, en, fr)
}

pub(super) fn status(status: PatientStatus, language: Language) -> &'static str {
    let (en, fr) = match status {
        PatientStatus::Expected => ("Expected", "Attendu"),
        PatientStatus::Present => ("Present", "Présent"),
        PatientStatus::Discharged => ("Discharged", "Sorti"),
        PatientStatus::Transferred => ("Transferred", "Transféré"),
        PatientStatus::Deceased => ("Deceased", "Décédé"),
    };
    choose(language, en, fr)
}

/// What became of reading a part of the record that has nothing to show.
pub(super) fn part_status(status: PartStatus, language: Language) -> &'static str {
    let (en, fr) = match status {
        PartStatus::Ok | PartStatus::None => ("None recorded", "Rien d’enregistré"),
        PartStatus::NotSupported => ("Not offered by the record", "Non proposé par le dossier"),
        PartStatus::NotPermitted => ("Not permitted", "Non autorisé"),
        PartStatus::Failed => ("Could not be read", "N’a pas pu être lu"),
    };
    choose(language, en, fr)
}

/// A column of the record in which nothing stands yet: nobody may take it for "none".
pub(super) fn not_read(language: Language) -> &'static str {
    choose(language, "Not read", "Non lu")
}

/// What is protected from who exports: nobody may take it for "none".
pub(super) fn protected(language: Language) -> &'static str {
    choose(language, "Protected", "Protégé")
}

/// A place that the record does not name.
pub(super) fn no_place(language: Language) -> &'static str {
    choose(
        language,
        "The record names no place",
        "Le dossier n’indique aucun emplacement",
    )
}

/// A score that is not made, and why.
pub(super) fn not_scored(why: Option<NotScored>, language: Language) -> String {
    let what = choose(language, "NEWS2 not scored", "NEWS2 non calculé");
    let (en, fr) = match why {
        None => return what.to_owned(),
        Some(NotScored::AgeUnknown) => ("the age is not known", "l’âge n’est pas connu"),
        Some(NotScored::Under16) => ("under 16 years", "moins de 16 ans"),
        Some(NotScored::Pregnant) => ("pregnant", "grossesse"),
    };
    format!(
        "{what}{} {}",
        choose(language, ":", "\u{a0}:"),
        choose(language, en, fr)
    )
}

/// A score that is too old.
pub(super) fn stale(language: Language) -> &'static str {
    choose(language, "STALE", "PÉRIMÉ")
}

/// A total of an incomplete set, which is never a plain total.
pub(super) fn incomplete(at_least: u8, present: u8, of: u8, language: Language) -> String {
    match language {
        Language::En => format!("NEWS2 incomplete, at least {at_least} ({present} of {of})"),
        Language::Fr => format!("NEWS2 incomplet, au moins {at_least} ({present} sur {of})"),
    }
}

/// The line above the table that says when, and how many.
pub(super) fn exported(at: &jiff::ZonedDateTime, patients: usize, language: Language) -> String {
    let day = at.strftime("%Y-%m-%d");
    let time = at.strftime("%H:%M");
    match (language, patients) {
        (Language::En, 1) => format!("Exported on {day} at {time}: 1 patient"),
        (Language::En, _) => format!("Exported on {day} at {time}: {patients} patients"),
        (Language::Fr, 0 | 1) => format!("Exporté le {day} à {time}\u{a0}: {patients} patient"),
        (Language::Fr, _) => format!("Exporté le {day} à {time}\u{a0}: {patients} patients"),
    }
}

/// The name of a field for names at birth.
pub(crate) fn birth_name(language: Language) -> &'static str {
    choose(language, "Name at birth", "Nom de naissance")
}

/// The name of a field that is made of a column without a header: the column's letters.
pub(crate) fn nameless_column(language: Language, index: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let letters = match index.checked_sub(26) {
        None => letter(index).to_string(),
        Some(beyond) => format!("{}{}", letter(beyond / 26), letter(beyond)),
    };
    format!("{} {letters}", choose(language, "Column", "Colonne"))
}

fn choose<T>(language: Language, en: T, fr: T) -> T {
    match language {
        Language::En => en,
        Language::Fr => fr,
    }
}

/// What a column of an exported sheet is, where its header says so in either language.
pub(crate) fn find_exported_part(header: &str) -> Option<Target> {
    let is_header = |written: &str| text::is_same_folded(header, written);
    let is_part = |part: &Part| LANGUAGES.iter().any(|l| is_header(part_header(*part, *l)));
    let is_number = |kind: &IdentifierKind| {
        let mut languages = LANGUAGES.iter();
        languages.any(|language| is_header(number_words(*kind, *language)))
    };
    if let Some(part) = IDENTITY.into_iter().find(is_part) {
        return match part {
            Part::Prefix => Some(Target::Prefix),
            Part::Family => Some(Target::Family),
            Part::Given => Some(Target::Given),
            Part::BirthDate => Some(Target::BirthDate { order: None }),
            Part::Sex => Some(Target::Sex),
            Part::Status => Some(Target::Status),
        };
    }
    let coded = || {
        let mut languages = LANGUAGES.iter();
        let is_coded = languages.any(|language| {
            let word = number_words(IdentifierKind::Other, *language);
            let code = header.strip_prefix(word);
            code.is_some_and(|code| code.starts_with(" (") && code.ends_with(')'))
        });
        is_coded.then_some(IdentifierKind::Other)
    };
    let kind = NUMBERS.into_iter().find(is_number).or_else(coded)?;
    Some(Target::Identifier { kind })
}

/// Whether the product itself wrote a sheet.
pub(crate) fn is_exported(sheet: &Sheet) -> bool {
    let has_part = |part: Target| {
        let mut columns = sheet.columns.iter();
        columns.any(|column| find_exported_part(&column.header).as_ref() == Some(&part))
    };
    let is_named = has_part(Target::Family) && has_part(Target::Given);
    is_named && sheet.columns.iter().any(is_status_column)
}

/// The decimal mark of the numbers in a sheet that the product itself wrote: its texts are in the language of its headers.
pub(crate) fn exported_decimal_mark(sheet: &Sheet) -> Option<DecimalMark> {
    let names = |language| {
        let header = part_header(Part::Family, language);
        let mut columns = sheet.columns.iter();
        columns.any(|column| text::is_same_folded(&column.header, header))
    };
    let language = LANGUAGES.into_iter().find(|language| names(*language))?;
    is_exported(sheet).then(|| super::style(language, None).decimal_mark)
}

/// What a text says of where a patient stands, in either language.
pub(crate) fn find_status(written: &str) -> Option<PatientStatus> {
    const STATUSES: [PatientStatus; 5] = [
        PatientStatus::Expected,
        PatientStatus::Present,
        PatientStatus::Discharged,
        PatientStatus::Transferred,
        PatientStatus::Deceased,
    ];
    STATUSES.into_iter().find(|known| {
        let mut languages = LANGUAGES.into_iter();
        languages.any(|language| text::is_same_folded(written, status(*known, language)))
    })
}

/// Whether a column is where patients stand: it is called so, and says nothing else.
pub(crate) fn is_status_column(column: &SheetColumn) -> bool {
    let is_header = |language| {
        let header = part_header(Part::Status, language);
        text::is_same_folded(&column.header, header)
    };
    LANGUAGES.into_iter().any(is_header)
        && column.filled > 0
        && column.samples.iter().all(|s| find_status(s).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_without_a_header_is_named_as_spreadsheets_do() {
        let name = |index| nameless_column(Language::Fr, index);
        assert_eq!(name(0), "Colonne A");
        assert_eq!(name(25), "Colonne Z");
        assert_eq!(name(26), "Colonne AA");
        assert_eq!(name(199), "Colonne GR");
    }

    #[test]
    fn every_header_that_leaves_is_known_when_it_comes_back() {
        for language in LANGUAGES {
            for part in IDENTITY {
                assert!(find_exported_part(part_header(part, language)).is_some());
            }
            for kind in NUMBERS {
                assert!(
                    find_exported_part(number_words(kind, language))
                        == Some(Target::Identifier { kind })
                );
            }
        }
        assert!(find_exported_part("Notes").is_none());
    }
}
