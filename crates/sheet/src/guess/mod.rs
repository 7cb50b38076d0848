//! What each column is: by its header first, then by what stands in it.

mod contents;
mod names;
pub(crate) mod words;

use serde::{Deserialize, Serialize};

use crate::sheet::{SheetColumn, SheetRow};
use crate::text::{beginning, filled_lines, is_blank, squeeze};
use crate::value::date::{OrderFinding, find_date_order};
use crate::value::identifier::IdentifierKind;
use crate::value::name::{NameOrder, is_detail_of_name};
use contents::Contents;
use words::Meaning;

/// What a column seems to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "guess", rename_all = "snake_case")]
#[schema(as = ColumnGuess)]
pub enum Guess {
    /// Bed, room, or both. Several such columns make one place together.
    Place,
    /// The whole name.
    FullName {
        /// Which part comes first where neither capitals nor a comma tell.
        order: NameOrder,
    },
    /// Family name.
    Family,
    /// Family name at birth, beside the one in use.
    BirthFamily,
    /// Given names.
    Given,
    /// Title: Mr, Mme.
    Prefix,
    /// Administrative sex.
    Sex,
    /// Birth date.
    BirthDate,
    /// A number that identifies.
    Identifier {
        /// Which number.
        kind: IdentifierKind,
    },
    /// Age, alone or with the sex ("81M"): the age is left out, since it goes stale and the birth date says it.
    Age,
    /// Short text.
    Text,
    /// Text of several lines or sentences.
    LongText,
    /// Numbers, with a unit or not.
    Number,
    /// Dates.
    Date,
    /// Dates with times.
    DateTime,
    /// Ticks.
    Checkbox,
    /// One of few texts.
    Choice {
        /// The different texts, the most frequent first.
        options: Vec<String>,
    },
    /// Nothing in it and no header.
    Nothing,
}

/// How many different texts of a column a preview shows.
const SAMPLES: usize = 5;

/// Characters of a sample; the rest is seen in the row.
const SAMPLE_CHARS: usize = 80;

/// The columns of a sheet with this header (empty if there is none) and these rows of patients.
pub(crate) fn columns(headers: &[String], width: usize, data: &[&SheetRow]) -> Vec<SheetColumn> {
    let nobody_shares = vec![false; data.len()];
    let (first_guesses, _) = guesses(headers, width, data, &nobody_shares);
    // Lines of a cell are one text, or one of several patients: the name tells, once its column is found.
    let shared: Vec<bool> = data
        .iter()
        .map(|row| has_several_names(row, &first_guesses))
        .collect();
    let (guesses, contents) = guesses(headers, width, data, &shared);
    guesses
        .into_iter()
        .enumerate()
        .map(|(index, guess)| SheetColumn {
            index,
            header: headers.get(index).cloned().unwrap_or_default(),
            guess,
            samples: samples(data, index),
            filled: contents[index].filled,
            date_order: date_order(&contents[index], data, index),
        })
        .collect()
}

fn has_several_names(row: &SheetRow, guesses: &[Guess]) -> bool {
    guesses
        .iter()
        .enumerate()
        .filter(|(_, guess)| matches!(guess, Guess::FullName { .. } | Guess::Family))
        .any(|(index, _)| {
            filled_lines(row.cell(index))
                .filter(|line| !is_detail_of_name(line))
                .count()
                > 1
        })
}

fn guesses(
    headers: &[String],
    width: usize,
    data: &[&SheetRow],
    shared: &[bool],
) -> (Vec<Guess>, Vec<Contents>) {
    let contents: Vec<Contents> = (0..width)
        .map(|index| {
            Contents::of(
                data.iter()
                    .zip(shared)
                    .map(|(row, shared)| (row.cell(index), *shared)),
            )
        })
        .collect();
    let mut meanings: Vec<Option<Meaning>> = (0..width)
        .map(|index| words::meaning(headers.get(index)?))
        .collect();
    names::settle(&mut meanings, &contents);
    let mut guesses = by_meaning(headers, &meanings, &contents);
    fill_gaps(&mut guesses, headers, &meanings, &contents);
    once_each(&mut guesses, &contents);
    (guesses, contents)
}

fn by_meaning(
    headers: &[String],
    meanings: &[Option<Meaning>],
    contents: &[Contents],
) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = Vec::new();
    for (index, meaning) in meanings.iter().enumerate() {
        let contents = &contents[index];
        let guess = match meaning {
            Some(Meaning::Place) => Guess::Place,
            Some(Meaning::FullName(order)) => Guess::FullName {
                order: order.unwrap_or_else(|| contents.name_order()),
            },
            Some(Meaning::Family) => Guess::Family,
            Some(Meaning::BirthFamily) => Guess::BirthFamily,
            Some(Meaning::Given) => Guess::Given,
            Some(Meaning::Prefix) => Guess::Prefix,
            Some(Meaning::Sex) => Guess::Sex,
            Some(Meaning::BirthDate) => Guess::BirthDate,
            Some(Meaning::Identifier(kind)) => Guess::Identifier { kind: *kind },
            Some(Meaning::Age) => Guess::Age,
            // Notes of one line today are of several tomorrow.
            Some(Meaning::Notes) => match contents.value_guess() {
                Guess::Text | Guess::Choice { .. } => Guess::LongText,
                other => other,
            },
            Some(Meaning::Name(_) | Meaning::Group | Meaning::Usual) | None => {
                contents.value_guess()
            }
        };
        let no_header = headers.get(index).is_none_or(String::is_empty);
        guesses.push(if contents.filled == 0 && no_header {
            Guess::Nothing
        } else {
            guess
        });
    }
    guesses
}

/// Finds by contents alone what no header named: the name, the birth date, the sex; and in columns without a header numbers and the place.
fn fill_gaps(
    guesses: &mut [Guess],
    headers: &[String],
    meanings: &[Option<Meaning>],
    contents: &[Contents],
) {
    let is_free = |index: usize| matches!(meanings[index], None | Some(Meaning::Group));
    let has_no_header = |index: usize| {
        meanings[index] == Some(Meaning::Group) || headers.get(index).is_none_or(String::is_empty)
    };
    if !guesses
        .iter()
        .any(|guess| matches!(guess, Guess::FullName { .. } | Guess::Family))
    {
        let best = (0..guesses.len())
            .filter(|at| is_free(*at))
            .max_by_key(|at| (contents[*at].names, std::cmp::Reverse(*at)));
        if let Some(at) = best.filter(|at| contents[*at].names * 2 > contents[*at].filled) {
            guesses[at] = Guess::FullName {
                order: contents[at].name_order(),
            };
        }
    }
    if !guesses.contains(&Guess::BirthDate) {
        let oldest = (0..guesses.len())
            .filter(|at| {
                is_free(*at)
                    && matches!(guesses[*at], Guess::Date | Guess::DateTime)
                    && contents[*at].dates_are_births()
            })
            .max_by_key(|at| (contents[*at].years_apart(), std::cmp::Reverse(*at)));
        if let Some(at) = oldest {
            guesses[at] = Guess::BirthDate;
        }
    }
    for at in (0..guesses.len()).filter(|at| has_no_header(*at)) {
        if matches!(guesses[at], Guess::FullName { .. } | Guess::BirthDate) {
            continue;
        }
        if let Some(kind) = contents[at].identifier_kind() {
            guesses[at] = Guess::Identifier { kind };
        }
    }
    if !guesses.contains(&Guess::Sex)
        && let Some(at) = (0..guesses.len()).find(|at| is_free(*at) && contents[*at].is_sex())
    {
        guesses[at] = Guess::Sex;
    }
    if !guesses.contains(&Guess::Place) {
        let name_at = guesses
            .iter()
            .position(|guess| matches!(guess, Guess::FullName { .. } | Guess::Family))
            .unwrap_or(0);
        let place = (0..name_at).find(|at| has_no_header(*at) && contents[*at].are_places());
        if let Some(at) = place {
            guesses[at] = Guess::Place;
        }
    }
}

/// A patient has one sex and one birth date: a second such column is a value.
fn once_each(guesses: &mut [Guess], contents: &[Contents]) {
    for at in 1..guesses.len() {
        let is_single = matches!(
            guesses[at],
            Guess::FullName { .. }
                | Guess::Family
                | Guess::BirthFamily
                | Guess::Given
                | Guess::Prefix
                | Guess::Sex
                | Guess::BirthDate
        );
        let is_second = guesses[..at]
            .iter()
            .any(|guess| std::mem::discriminant(guess) == std::mem::discriminant(&guesses[at]));
        if is_single && is_second {
            guesses[at] = contents[at].value_guess();
        }
    }
}

fn samples(data: &[&SheetRow], index: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for row in data {
        let cell = row.cell(index);
        if is_blank(cell) {
            continue;
        }
        let sample = squeeze(beginning(cell.trim_start(), SAMPLE_CHARS));
        if !samples.contains(&sample) {
            samples.push(sample);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

fn date_order(contents: &Contents, data: &[&SheetRow], index: usize) -> Option<OrderFinding> {
    (contents.dates * 2 > contents.filled)
        .then(|| find_date_order(data.iter().flat_map(|row| row.cell(index).split('\n'))))
}
