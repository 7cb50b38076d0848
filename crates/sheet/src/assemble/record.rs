//! One entry of the sheet: a row, or several where merged cells make them one.

use std::borrow::Cow;

use super::mapping::{ColumnUse, Mapping};
use crate::sheet::SheetRow;
use crate::text::is_blank;

/// A row of patients with its cells.
pub(super) struct Record<'a> {
    pub(super) row: u32,
    pub(super) last_row: u32,
    cells: Vec<Cow<'a, str>>,
}

impl<'a> Record<'a> {
    pub(super) fn of(row: &'a SheetRow) -> Self {
        let cells = row
            .cells
            .iter()
            .map(|cell| Cow::Borrowed(cell.as_str()))
            .collect();
        Self {
            row: row.number,
            last_row: row.number,
            cells,
        }
    }

    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", AsRef::as_ref)
    }

    /// The columns that have something in them.
    pub(super) fn filled(&self) -> impl Iterator<Item = usize> {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !is_blank(cell))
            .map(|(column, _)| column)
    }

    /// Whether the row below belongs to the same patient: its name's cell is merged with the one above.
    pub(super) fn is_continued_by(&self, row: &SheetRow, mapping: &Mapping) -> bool {
        mapping
            .with(|column| matches!(column, ColumnUse::FullName { .. } | ColumnUse::Family))
            .any(|column| {
                row.joined.contains(&column)
                    && !is_blank(row.cell(column))
                    && row.cell(column) == self.cell(column)
            })
    }

    /// Adds the row's own cells, each as further lines of the cell above it.
    pub(super) fn add(&mut self, row: &'a SheetRow) {
        self.last_row = row.number;
        for (column, cell) in row.cells.iter().enumerate() {
            if is_blank(cell) || row.joined.contains(&column) {
                continue;
            }
            if self.cells.len() <= column {
                self.cells.resize(column + 1, Cow::Borrowed(""));
            }
            let above = &mut self.cells[column];
            if is_blank(above) {
                *above = Cow::Borrowed(cell);
            } else {
                above.to_mut().push('\n');
                above.to_mut().push_str(cell);
            }
        }
    }
}
