//! What a person sees of a sheet before they import it.

use super::duplicates::DuplicateWarning;
use super::issue::ImportIssue;
use super::mapping::ImportMapping;
use super::plan::LockedField;
use domain::team::command::{ImportRow, NewField};
use serde::Serialize;
use sheet::{Guess, OrderFinding, Skipped, Source};

// No Debug: it names patients.
/// A sheet as the import would take it. Nothing of it is stored.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ImportPreview {
    /// The sheets of the file.
    pub sheets: Vec<FoundSheet>,
    /// The index of the one that was read.
    pub sheet: usize,
    /// How it is stored.
    pub source: Source,
    /// The number of the header's row, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// Its columns.
    pub columns: Vec<FoundColumn>,
    /// What each column becomes: as the caller said, or as proposed. Corrected, it can be sent again.
    pub mapping: ImportMapping,
    /// The fields to make: `import_patients` takes them as they are.
    pub fields: Vec<NewField>,
    /// The patients, in the order of the sheet.
    pub rows: Vec<PreviewRow>,
    /// What a person should look at, in the order of the sheet.
    pub issues: Vec<ImportIssue>,
    /// How many issues there are besides.
    pub more_issues: usize,
    /// Rows that are no patients.
    pub skipped: Vec<Skipped>,
}

/// A sheet of a file.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FoundSheet {
    /// Its name; of a CSV the file's.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Rows that have something in them.
    pub rows: usize,
}

/// A column of a sheet.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FoundColumn {
    /// The header's text, empty where there is none.
    pub header: String,
    /// What it seems to be.
    pub guess: Guess,
    /// The first few different texts in it.
    pub samples: Vec<String>,
    /// In how many rows of patients it has something.
    pub filled: usize,
    /// What its dates say about day and month, where most of its texts are dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<OrderFinding>,
    /// The field that the header names and that is locked to owners: the proposal leaves the column out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked: Option<LockedField>,
}

/// A patient of a sheet.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PreviewRow {
    /// The number of the row, as the person's spreadsheet program has it.
    pub number: u32,
    /// Which patient of that row, from 0.
    pub line: usize,
    /// As `import_patients` takes it, but for the answer to a duplicate.
    pub row: ImportRow,
    /// Whom it may be: the import asks for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<DuplicateWarning>,
}
