//! A list as a file: a table to CSV or XLSX.

mod csv;
mod formula;
mod xlsx;

use jiff::civil::{Date, DateTime};

pub use csv::{CsvStyle, write_csv};
pub(crate) use formula::restore_text;
pub use xlsx::write_xlsx;

/// What is to be written. The texts are in the reader's language already.
#[derive(Clone, Default)]
pub struct Table {
    /// Name of the worksheet. XLSX allows less than a list's name: what it forbids is replaced.
    pub name: String,
    /// Lines above the header: list, team, time.
    pub title_lines: Vec<String>,
    /// The columns' names.
    pub header: Vec<String>,
    /// The rows. One may be shorter than the header: the rest is empty.
    pub rows: Vec<Vec<TableCell>>,
    /// How many columns stay in view when the sheet is scrolled sideways: those of place and identity.
    pub frozen_columns: u16,
}

/// One cell. No Debug: it is about a person.
#[derive(Clone, PartialEq)]
pub enum TableCell {
    /// Nothing.
    Empty,
    /// Text of people. It never becomes a formula.
    Text(String),
    /// A number. One that is not finite is written as nothing.
    Number {
        /// The number.
        value: f64,
        /// Digits behind the point that are shown: 7.40 has two.
        decimals: u8,
    },
    /// A day. ISO in CSV; in XLSX a real date.
    Date(Date),
    /// A day and a time, to the minute.
    DateTime(DateTime),
}

/// Why a table cannot be written as XLSX. CSV takes any table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum WriteError {
    /// Export less, or as CSV: more rows or columns than a worksheet has.
    #[error("more rows or columns than a worksheet has")]
    TooLarge,
    /// Export as CSV: a text longer than a cell of Excel holds (32,767 characters).
    #[error("a text is longer than a cell of a worksheet holds")]
    TextTooLong,
    /// A fault of the writer: tell whoever runs this installation.
    #[error("the worksheet could not be written")]
    Failed,
}
