//! Who lies in the ward.

use super::{
    chance::{For, draw, pick},
    names,
    picture::{self, Picture},
};
use jiff::{Timestamp, ToSpan, civil::Date};

/// The year that ages are counted from: a birth date stays what it is, whenever the sandbox starts.
const REFERENCE_YEAR: i16 = 2026;
/// The place of the one patient who died.
const DECEASED: usize = 17;
/// When: 14 March 2026, 04:15 UTC.
const DEATH: Timestamp = Timestamp::constant(1_773_461_700, 0);
/// The places of the two patients who get worse.
pub(super) const DETERIORATING: [usize; 2] = [2, 9];
/// Beds of a ward; the next patient lies in the next ward.
const BEDS: usize = 24;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    French,
}

/// One patient of the ward. No `Debug`: it would print a name.
#[derive(Clone)]
pub(crate) struct Inpatient {
    pub(crate) index: usize,
    pub(crate) id: String,
    pub(super) language: Language,
    pub(crate) is_female: bool,
    pub(crate) family: String,
    pub(crate) given: Vec<String>,
    pub(super) prefix: &'static str,
    /// An earlier family name, which stands before the official one in the resource.
    pub(super) maiden: Option<&'static str>,
    pub(crate) birth_date: Date,
    /// `None`: the record has other identifiers only.
    pub(crate) mrn: Option<String>,
    pub(crate) insurance: String,
    pub(super) practitioner: &'static str,
    pub(super) phone: String,
    pub(super) street: String,
    pub(super) deceased: Option<Timestamp>,
    pub(super) place: Place,
    pub(super) picture: &'static Picture,
    seed: u64,
}

/// A bed.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) ward: String,
    pub(super) room: String,
    pub(super) bed: &'static str,
}

impl Place {
    pub(super) fn display(&self) -> String {
        format!("{}, {}, {}", self.ward, self.room, self.bed)
    }
}

impl Inpatient {
    pub(super) fn admit(seed: u64, index: usize) -> Self {
        let key = index as u64;
        let number = |purpose| draw(seed, purpose, key, 0);
        let language = if number(For::Language).is_multiple_of(2) {
            Language::French
        } else {
            Language::English
        };
        let is_female = number(For::Sex).is_multiple_of(2);
        let picture = picture::of(index);
        let (families, women, men, practitioners, streets) = match language {
            Language::French => (
                names::FRENCH_FAMILIES,
                names::FRENCH_WOMEN,
                names::FRENCH_MEN,
                names::FRENCH_PRACTITIONERS,
                names::FRENCH_STREETS,
            ),
            Language::English => (
                names::ENGLISH_FAMILIES,
                names::ENGLISH_WOMEN,
                names::ENGLISH_MEN,
                names::ENGLISH_PRACTITIONERS,
                names::ENGLISH_STREETS,
            ),
        };
        let givens = if is_female { women } else { men };
        let mut given = vec![(*pick(givens, number(For::Given))).to_owned()];
        let second = *pick(givens, number(For::SecondGiven));
        if index.is_multiple_of(3) && second != given[0] {
            given.push(second.to_owned());
        }
        Self {
            index,
            id: format!("p{:03}", index + 1),
            language,
            is_female,
            family: pick(families, number(For::Family)).to_string(),
            given,
            prefix: match (language, is_female) {
                (Language::French, true) => "Mme",
                (Language::French, false) => "M.",
                (Language::English, true) => "Mrs",
                (Language::English, false) => "Mr",
            },
            maiden: (is_female && index.is_multiple_of(4))
                .then(|| *pick(families, number(For::Family).rotate_left(17))),
            birth_date: birth_date(picture, number(For::Birth)),
            mrn: (index % 12 != 7)
                .then(|| format!("{}{:05}", 100 + index, number(For::Mrn) % 100_000)),
            insurance: format!("{:010}", number(For::Mrn).rotate_left(31) % 10_000_000_000),
            practitioner: *pick(practitioners, number(For::Practitioner)),
            phone: phone(language, number(For::Phone)),
            street: format!(
                "{} {}",
                1 + number(For::Address).rotate_left(9) % 80,
                pick(streets, number(For::Address))
            ),
            deceased: (index == DECEASED).then_some(DEATH),
            place: place(language, index),
            picture,
            seed,
        }
    }

    /// A number for this patient, the same at every start.
    pub(super) fn number(&self, purpose: For, key: u64) -> u64 {
        draw(self.seed, purpose, self.index as u64, key)
    }

    /// Of two texts, the one in the patient's language.
    pub(super) fn say<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        match self.language {
            Language::English => english,
            Language::French => french,
        }
    }

    pub(super) fn display(&self) -> String {
        format!("{} {}", self.given.join(" "), self.family)
    }

    /// When the stay that goes on at a time began. Stays follow each other, so that there is always one.
    pub(super) fn admitted(&self, now: Timestamp) -> Timestamp {
        const DAY: i64 = 86_400;
        if let Some(deceased) = self.deceased {
            return deceased
                .saturating_sub(jiff::SignedDuration::from_hours(90))
                .unwrap_or(deceased);
        }
        let number = self.number(For::Stay, 0);
        let length = DAY * i64::try_from(4 + number % 18).unwrap_or(4);
        let phase = i64::try_from((number >> 16) % (30 * 1440)).unwrap_or(0) * 60;
        let began = (now.as_second() - phase).div_euclid(length) * length + phase;
        Timestamp::from_second(began).unwrap_or(now)
    }
}

fn birth_date(picture: &Picture, number: u64) -> Date {
    let (youngest, oldest) = picture.ages;
    let span = u64::from(oldest - youngest) + 1;
    let age = youngest + u8::try_from(number % span).unwrap_or(0);
    let days = i64::try_from((number >> 20) % 365).unwrap_or(0);
    let year = REFERENCE_YEAR - i16::from(age);
    jiff::civil::date(year, 1, 1).saturating_add(days.days())
}

/// Numbers that are kept for fiction: by Arcep in France, by Ofcom in Britain.
fn phone(language: Language, number: u64) -> String {
    match language {
        Language::French => format!("01 99 00 {:02} {:02}", number % 100, (number >> 8) % 100),
        Language::English => format!("01632 960{:03}", number % 1000),
    }
}

fn place(language: Language, index: usize) -> Place {
    let ward = index / BEDS;
    let within = index % BEDS;
    let (room, is_window) = (1 + within / 2, within % 2 == 1);
    match language {
        Language::English => Place {
            ward: format!("Ward {}", 7 + ward),
            room: format!("Room {room}"),
            bed: if is_window { "Bed B" } else { "Bed A" },
        },
        Language::French => Place {
            ward: format!("Médecine {}", 7 + ward),
            room: format!("Chambre {room}"),
            bed: if is_window {
                "Lit fenêtre"
            } else {
                "Lit porte"
            },
        },
    }
}
