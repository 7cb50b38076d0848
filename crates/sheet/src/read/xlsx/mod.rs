//! An Excel workbook (Office Open XML, ECMA-376) to grids.
//!
//! Not the `calamine` crate: it reserves memory by counts that the file declares, so a file of 1 kB can end the process, and it keeps
//! neither the leading zeros that a number format shows nor hidden rows. Here every part is read as a stream under one bound.

mod cell;
mod package;
mod strings;
mod styles;
mod worksheet;

use super::grid::{Budget, Grid};
use crate::limits::MAX_SHEETS;
use crate::read::ReadError;
use crate::sheet::Source;
use package::{Package, attribute};

/// Everything that a cell's text depends on besides the cell.
struct Context {
    strings: Vec<String>,
    formats: Vec<styles::Format>,
    epoch_1904: bool,
}

struct SheetEntry {
    name: String,
    relation: String,
    hidden: bool,
}

/// The sheets of a workbook, each with its filled rows.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, ReadError> {
    let mut package = Package::open(bytes)?;
    let workbook_path = package
        .relations("")?
        .into_iter()
        .find(|relation| relation.kind.ends_with("/officeDocument"))
        .map(|relation| relation.target)
        .ok_or(ReadError::NotXlsx)?;
    let (entries, epoch_1904) = workbook(&mut package, &workbook_path)?;
    let relations = package.relations(&workbook_path)?;
    let target = |kind: &str| {
        relations
            .iter()
            .find(|relation| relation.kind.ends_with(kind))
            .map(|relation| relation.target.as_str())
    };
    let strings = match target("/sharedStrings") {
        Some(path) => strings::read(&mut package, path)?,
        None => Vec::new(),
    };
    let formats = match target("/styles") {
        Some(path) => styles::read(&mut package, path)?,
        None => Vec::new(),
    };
    let context = Context {
        strings,
        formats,
        epoch_1904,
    };
    let mut budget = Budget::new();
    let mut grids = Vec::new();
    for entry in entries {
        // Chart sheets and macro sheets have no rows.
        let Some(path) = relations
            .iter()
            .find(|relation| relation.id == entry.relation && relation.kind.ends_with("/worksheet"))
            .map(|relation| relation.target.as_str())
        else {
            continue;
        };
        let mut grid = Grid::new(entry.name, Source::Xlsx);
        grid.hidden = entry.hidden;
        grid.epoch_1904 = epoch_1904;
        worksheet::read(&mut package, path, &context, &mut budget, &mut grid)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// The list of sheets, and whether days count from 1904.
fn workbook(package: &mut Package<'_>, path: &str) -> Result<(Vec<SheetEntry>, bool), ReadError> {
    let mut entries = Vec::new();
    let mut epoch_1904 = false;
    package.for_each_element(path, |element| {
        match element.local_name().as_ref() {
            "workbookPr" => {
                epoch_1904 = attribute(element, "date1904")?
                    .is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
            }
            "sheet" => {
                if entries.len() == MAX_SHEETS {
                    return Err(ReadError::TooManySheets);
                }
                entries.push(SheetEntry {
                    name: attribute(element, "name")?.unwrap_or_default(),
                    relation: attribute(element, "id")?.unwrap_or_default(),
                    hidden: attribute(element, "state")?.is_some_and(|state| state != "visible"),
                });
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok((entries, epoch_1904))
}

/// A column's index and a row's number from a reference such as `B12`.
fn position(reference: &str) -> Option<(usize, u32)> {
    let digits_at = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits_at);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column * 26 + usize::from(letter - b'A') + 1;
    }
    Some((column - 1, digits.parse().ok().filter(|row| *row > 0)?))
}

#[cfg(test)]
mod tests;
