//! The search parameters of each type: one table for the capability statement, for searching and for sorting.

use crate::{version::Version, ward::Kind};

/// What a search parameter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Id,
    Patient,
    Location,
    Date,
    Category,
    Code,
    Identifier,
    Family,
    Given,
    Name,
    BirthDate,
    Gender,
}

impl Meaning {
    /// The parameter's type in a capability statement.
    pub(super) fn type_name(self) -> &'static str {
        match self {
            Self::Id | Self::Category | Self::Code | Self::Identifier | Self::Gender => "token",
            Self::Patient | Self::Location => "reference",
            Self::Date | Self::BirthDate => "date",
            Self::Family | Self::Given | Self::Name => "string",
        }
    }
}

/// The parameters of a type. Those of a date have another name in every version.
pub(super) fn of(kind: Kind, version: Version) -> Vec<(&'static str, Meaning)> {
    let by_version = |names: [&'static str; 3]| match version {
        Version::Dstu2 => names[0],
        Version::Stu3 => names[1],
        Version::R4 => names[2],
    };
    let mut parameters = vec![("_id", Meaning::Id)];
    match kind {
        Kind::Patient => parameters.extend([
            ("identifier", Meaning::Identifier),
            ("family", Meaning::Family),
            ("given", Meaning::Given),
            ("name", Meaning::Name),
            ("birthdate", Meaning::BirthDate),
            ("gender", Meaning::Gender),
        ]),
        Kind::Observation => parameters.extend([
            ("patient", Meaning::Patient),
            ("subject", Meaning::Patient),
            ("category", Meaning::Category),
            ("code", Meaning::Code),
            ("date", Meaning::Date),
        ]),
        Kind::Condition => parameters.extend([
            ("patient", Meaning::Patient),
            (
                by_version(["date-recorded", "asserted-date", "recorded-date"]),
                Meaning::Date,
            ),
        ]),
        Kind::Encounter => parameters.extend([
            ("patient", Meaning::Patient),
            ("date", Meaning::Date),
            ("location", Meaning::Location),
        ]),
        Kind::AllergyIntolerance => {
            parameters.extend([("patient", Meaning::Patient), ("date", Meaning::Date)]);
        }
        Kind::Medication => parameters.extend([
            ("patient", Meaning::Patient),
            (
                by_version(["datewritten", "authoredon", "authoredon"]),
                Meaning::Date,
            ),
        ]),
        // DSTU2 itself finds a Coverage by its issuer only; the servers in use know the patient as well.
        Kind::Coverage => parameters.extend([("patient", Meaning::Patient)]),
        Kind::Location => {}
    }
    parameters
}

/// What a search of a type can bring along: `_include=Encounter:location`, which every version writes alike.
pub(super) fn includes(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Encounter => &["Encounter:location"],
        _ => &[],
    }
}

/// What a parameter of a type looks at; `None` is a parameter that the server does not know, and ignores as FHIR wants it.
pub(super) fn meaning(kind: Kind, version: Version, name: &str) -> Option<Meaning> {
    of(kind, version)
        .into_iter()
        .find_map(|(known, meaning)| (known == name).then_some(meaning))
}
