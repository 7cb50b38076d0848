//! What a person decided that each column is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::guess::Guess;
use crate::sheet::Sheet;
use crate::value::date::DateOrder;
use crate::value::identifier::IdentifierKind;
use crate::value::name::NameOrder;
use crate::value::number::DecimalMark;

/// The use of each column. A column that is not named is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// By the column's index.
    pub columns: BTreeMap<usize, ColumnUse>,
    /// Whether a patient without a place has that of the row above, as where a room is named once for all its patients.
    pub fill_places: bool,
    /// Whether a cell with several names on its lines is several patients.
    pub split_lines: bool,
    /// What separates decimals in a column whose own numbers do not prove it, where the sheet's origin says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
}

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "use", rename_all = "snake_case")]
pub enum ColumnUse {
    /// Bed, room or both; several such columns are joined in their order.
    Place,
    /// The whole name.
    FullName {
        /// Which part comes first where neither capitals nor a comma tell.
        order: NameOrder,
    },
    /// Family name.
    Family,
    /// Family name at birth.
    BirthFamily,
    /// Given names.
    Given,
    /// Title.
    Prefix,
    /// Administrative sex.
    Sex,
    /// Birth date.
    BirthDate {
        /// The order of day and month, where a person decided it.
        order: Option<DateOrder>,
    },
    /// A number that identifies.
    Identifier {
        /// Which number.
        kind: IdentifierKind,
    },
    /// Age: only settles the century of two-digit years of birth. A sex beside it ("81M") is taken where no other column gives it.
    Age,
    /// Text on one line; the lines of a cell are joined by "; ".
    Text,
    /// Text with its lines.
    LongText,
    /// One of several texts.
    Choice,
    /// A number.
    Number,
    /// A tick.
    Checkbox,
    /// A day.
    Date {
        /// The order of day and month, where a person decided it.
        order: Option<DateOrder>,
    },
    /// A day and a time.
    DateTime {
        /// The order of day and month, where a person decided it.
        order: Option<DateOrder>,
    },
}

impl Mapping {
    /// The mapping that follows the guesses: what the preview opens with.
    pub fn from_guesses(sheet: &Sheet) -> Self {
        let columns = sheet
            .columns
            .iter()
            .filter_map(|column| Some((column.index, use_of(&column.guess)?)))
            .collect();
        Self {
            columns,
            fill_places: true,
            split_lines: true,
            decimal_mark: None,
        }
    }

    /// Columns with this use, by index.
    pub(super) fn with(&self, wanted: impl Fn(&ColumnUse) -> bool) -> impl Iterator<Item = usize> {
        self.columns
            .iter()
            .filter(move |(_, column_use)| wanted(column_use))
            .map(|(index, _)| *index)
    }
}

fn use_of(guess: &Guess) -> Option<ColumnUse> {
    Some(match guess {
        Guess::Place => ColumnUse::Place,
        Guess::FullName { order } => ColumnUse::FullName { order: *order },
        Guess::Family => ColumnUse::Family,
        Guess::BirthFamily => ColumnUse::BirthFamily,
        Guess::Given => ColumnUse::Given,
        Guess::Prefix => ColumnUse::Prefix,
        Guess::Sex => ColumnUse::Sex,
        Guess::BirthDate => ColumnUse::BirthDate { order: None },
        Guess::Identifier { kind } => ColumnUse::Identifier { kind: *kind },
        Guess::Age => ColumnUse::Age,
        Guess::Text => ColumnUse::Text,
        Guess::LongText => ColumnUse::LongText,
        Guess::Number => ColumnUse::Number,
        Guess::Date => ColumnUse::Date { order: None },
        Guess::DateTime => ColumnUse::DateTime { order: None },
        Guess::Checkbox => ColumnUse::Checkbox,
        Guess::Choice { .. } => ColumnUse::Choice,
        Guess::Nothing => return None,
    })
}
