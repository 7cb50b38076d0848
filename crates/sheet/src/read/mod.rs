//! Bytes of a file to a workbook.

mod delimited;
mod delimiter;
mod encoding;
pub(crate) mod grid;
mod xlsx;

use serde::{Deserialize, Serialize};

use crate::layout;
use crate::limits::{MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, MAX_SHEETS};
use crate::sheet::{Source, Workbook};

pub use delimiter::Delimiter;
pub use encoding::Encoding;

/// What is known about a file besides its bytes, and what a person corrected after a first look. All of it is optional.
#[derive(Clone, Debug, Default)]
pub struct ReadHints<'a> {
    /// The name of the file: names the sheet of a CSV, and ".tsv" speaks for tabs.
    pub file_name: Option<&'a str>,
    /// The encoding of a CSV, where the found one shows wrong letters.
    pub encoding: Option<Encoding>,
    /// The delimiter of a CSV, where the found one is wrong.
    pub delimiter: Option<Delimiter>,
    /// Where the header stands, where the found one is wrong.
    pub header: Option<HeaderAt>,
}

/// Where a person says that the header stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeaderAt {
    /// Nowhere: all rows are data.
    Nowhere,
    /// On the row with this number.
    Row(u32),
}

/// Why a file cannot be read at all.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema, thiserror::Error,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = SheetUnreadable)]
pub enum ReadError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Send less: larger than [`MAX_FILE_BYTES`].
    #[error("the file is larger than {MAX_FILE_BYTES} bytes")]
    FileTooLarge,
    /// Send less: a sheet with more filled rows than [`MAX_ROWS`].
    #[error("a sheet has more than {MAX_ROWS} rows")]
    TooManyRows,
    /// Send less: a sheet with something beyond the column [`MAX_COLUMNS`].
    #[error("a sheet has more than {MAX_COLUMNS} columns")]
    TooManyColumns,
    /// Send less: more sheets than [`MAX_SHEETS`].
    #[error("the workbook has more than {MAX_SHEETS} sheets")]
    TooManySheets,
    /// Refused: unpacks to more than any sheet of a ward, as zip bombs do.
    #[error("the workbook unpacks to too much")]
    UnpacksTooLarge,
    /// Save as XLSX or CSV first: the format of Excel before 2007, or a workbook with a password.
    #[error("an XLS file or a workbook with a password")]
    OldOrEncrypted,
    /// Save as XLSX or CSV first: an OpenDocument or binary (XLSB) workbook, or another zip file.
    #[error("a zip file that is no XLSX workbook")]
    NotXlsx,
    /// Save again: an XLSX workbook that is damaged.
    #[error("a damaged workbook")]
    Damaged,
    /// Choose another file: not text (a picture, a PDF, a program).
    #[error("not a text file")]
    NotText,
}

/// Reads a CSV (or TSV) or XLSX file, which its first bytes tell apart.
///
/// ```
/// let workbook = sheet::read(b"Lit;Nom;DDN\n12;DUPONT Jean;14/07/1945\n", &sheet::ReadHints::default())?;
/// assert_eq!(workbook.sheets[0].rows[1].cells, ["12", "DUPONT Jean", "14/07/1945"]);
/// # Ok::<(), sheet::ReadError>(())
/// ```
pub fn read(bytes: &[u8], hints: &ReadHints<'_>) -> Result<Workbook, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::FileTooLarge);
    }
    let grids = if bytes.starts_with(b"PK\x03\x04") {
        xlsx::read(bytes)?
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(ReadError::OldOrEncrypted);
    } else {
        vec![delimited_grid(bytes, hints)?]
    };
    let sheets: Vec<_> = grids
        .into_iter()
        .filter(|grid| !grid.rows.is_empty())
        .map(|grid| layout::sheet(grid, hints))
        .collect();
    if sheets.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Workbook { sheets })
}

fn delimited_grid(bytes: &[u8], hints: &ReadHints<'_>) -> Result<grid::Grid, ReadError> {
    let (text, encoding) = encoding::decode(bytes, hints.encoding).ok_or(ReadError::NotText)?;
    let (text, declared) = delimiter::declared(&text);
    let delimiter = hints
        .delimiter
        .or(declared)
        .unwrap_or_else(|| delimiter::find(text, hints.file_name));
    let mut grid = grid::Grid::new(
        hints.file_name.map(stem).unwrap_or_default(),
        Source::Delimited {
            encoding,
            delimiter,
        },
    );
    delimited::read(text, delimiter, declared.is_some(), &mut grid)?;
    Ok(grid)
}

/// A file's name without folders and ending.
fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}
