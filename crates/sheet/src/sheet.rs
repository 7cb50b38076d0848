//! A sheet as it was read and understood: what the preview shows.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::guess::Guess;
use crate::read::{Delimiter, Encoding};
use crate::value::date::OrderFinding;

/// All sheets of a file that have something in them. Never empty.
#[derive(Debug)]
pub struct Workbook {
    /// The sheets, in the order of the file.
    pub sheets: Vec<Sheet>,
}

/// How a sheet was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "format", rename_all = "snake_case")]
#[schema(as = SheetSource)]
pub enum Source {
    /// CSV, TSV and the like.
    Delimited {
        /// The encoding that was found, or wished.
        encoding: Encoding,
        /// The delimiter that was found, or wished.
        delimiter: Delimiter,
    },
    /// A sheet of an Excel workbook.
    Xlsx,
}

/// One sheet.
#[derive(Debug)]
pub struct Sheet {
    /// The sheet's name; for CSV the file's, which may be empty.
    pub name: String,
    /// How it was stored.
    pub source: Source,
    /// Whether its workbook hides it.
    pub hidden: bool,
    /// Whether its day numbers count from 1904, as old Excel for Mac does.
    pub epoch_1904: bool,
    /// The number of the header's row, if there is one.
    pub header_row: Option<u32>,
    /// All columns, by index from 0 without a gap.
    pub columns: Vec<SheetColumn>,
    /// All rows that have something in them, in their order.
    pub rows: Vec<SheetRow>,
    /// What reading found to be wrong.
    pub issues: Vec<Issue>,
}

/// One column.
pub struct SheetColumn {
    /// From 0.
    pub index: usize,
    /// The header's text on one line, empty where there is none.
    pub header: String,
    /// What the column seems to be.
    pub guess: Guess,
    /// The first few different texts in it.
    pub samples: Vec<String>,
    /// In how many data rows it has something.
    pub filled: usize,
    /// What its dates say about day and month, where most of its texts are dates.
    pub date_order: Option<OrderFinding>,
}

/// One row.
pub struct SheetRow {
    /// As the person's spreadsheet program numbers it, from 1.
    pub number: u32,
    /// What the row is.
    pub kind: RowKind,
    /// The texts, with plain line ends (LF). Empty cells at the end of the row are missing: see [`SheetRow::cell`].
    pub cells: Vec<String>,
    /// Columns whose cell is merged with the cell above, of which `cells` repeats the text.
    pub joined: Vec<usize>,
}

impl SheetRow {
    /// The text in a column, empty where the row has none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// Above the header, or the same again at the top of a printed page.
    Title,
    /// The header.
    Header,
    /// The header again.
    RepeatedHeader,
    /// Totals, counts and averages.
    Total,
    /// A remark outside the table: "printed on", a legend, a page number.
    Remark,
    /// The rest, of which each row should be a patient.
    Data,
}

/// Something that a person should know about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The row's number.
    pub row: u32,
    /// The column's index, where it is about one cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// What it is.
    #[serde(flatten)]
    pub kind: IssueKind,
}

/// What can be wrong or worth knowing. The interface words it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = SheetIssueKind)]
pub enum IssueKind {
    /// A quote opens a cell and nothing closes it, so it was taken as a letter. Look whether the row is whole.
    QuoteNotClosed,
    /// Letters that could not be read. Another encoding may read them.
    UnreadableCharacters,
    /// The row is hidden in the workbook (by a filter), and is read.
    HiddenRow,
    /// The row has something in it and no name.
    NoName,
    /// The name is longer than any name: a sentence stands in its place.
    NameTooLong,
    /// The name's cell has more lines of names than a room has patients.
    TooManyPatients,
    /// The name's cell has more in it that was not understood.
    NameRestUnread,
    /// Not a date in any known format.
    UnreadableDate,
    /// A date that no calendar has.
    ImpossibleDate,
    /// Day and month can be swapped, and the column has both orders.
    DateOrderUnclear,
    /// A two-digit year of birth that fits a child and a centenarian.
    CenturyUnclear,
    /// A birth date after today.
    BirthDateInFuture,
    /// A birth date more than 130 years ago.
    BirthDateTooLongAgo,
    /// A column of dates and times has a date alone.
    NoTime,
    /// Neither of the sexes nor "unknown".
    UnreadableSex,
    /// Not a number.
    UnreadableNumber,
    /// A comma before three digits, and nothing in the column says whether it is a decimal mark.
    NumberUnclear,
    /// Neither a tick nor its absence.
    UnreadableCheckbox,
    /// A number that a spreadsheet has shortened to "2.45E+14".
    IdentifierDamaged,
    /// The check digits are wrong. The number is kept.
    IdentifierCheckFailed,
    /// The formula in the cell has no result (#REF!, #N/A).
    FormulaError,
    /// Longer than a value may be.
    TooLong,
    /// The row has several patients, and this cell's lines cannot be shared out among them.
    LinesUnclear,
    /// The row has several patients, and this cell's one line was given to each.
    SharedByPatients,
    /// The place is empty here, and was taken from the row above.
    PlaceFromAbove,
    /// An earlier row has the same identifier.
    SameIdentifier {
        /// That row's number.
        first_row: u32,
    },
    /// An earlier row has the same name and birth date.
    SamePatient {
        /// That row's number.
        first_row: u32,
    },
}

/// What an issue did to the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = IssueEffect)]
pub enum Effect {
    /// The line gives no patient.
    LineLeftOut,
    /// The patient is there without this value.
    ValueLeftOut,
    /// Nothing is left out: to be looked at.
    Noted,
}

impl IssueKind {
    /// What it did to the import.
    pub fn effect(&self) -> Effect {
        match self {
            Self::NoName | Self::NameTooLong | Self::TooManyPatients => Effect::LineLeftOut,
            Self::NameRestUnread
            | Self::UnreadableDate
            | Self::ImpossibleDate
            | Self::DateOrderUnclear
            | Self::CenturyUnclear
            | Self::BirthDateInFuture
            | Self::BirthDateTooLongAgo
            | Self::NoTime
            | Self::UnreadableSex
            | Self::UnreadableNumber
            | Self::NumberUnclear
            | Self::UnreadableCheckbox
            | Self::IdentifierDamaged
            | Self::FormulaError
            | Self::TooLong
            | Self::LinesUnclear => Effect::ValueLeftOut,
            Self::QuoteNotClosed
            | Self::UnreadableCharacters
            | Self::HiddenRow
            | Self::IdentifierCheckFailed
            | Self::SharedByPatients
            | Self::PlaceFromAbove
            | Self::SameIdentifier { .. }
            | Self::SamePatient { .. } => Effect::Noted,
        }
    }
}

/// Without the texts, which are about patients.
impl fmt::Debug for SheetColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SheetColumn")
            .field("index", &self.index)
            .field("header", &self.header)
            .field("guess", &self.guess)
            .field("filled", &self.filled)
            .finish_non_exhaustive()
    }
}

/// Without the texts, which are about patients.
impl fmt::Debug for SheetRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SheetRow")
            .field("number", &self.number)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
