//! A sheet as mere cells with positions, before anything is understood.

use crate::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT_BYTES};
use crate::read::ReadError;
use crate::sheet::{Issue, Source};
use crate::text::is_blank;

/// Rows that have something in them, in their order.
pub(crate) struct Grid {
    pub(crate) name: String,
    pub(crate) source: Source,
    pub(crate) hidden: bool,
    pub(crate) epoch_1904: bool,
    pub(crate) rows: Vec<GridRow>,
    pub(crate) issues: Vec<Issue>,
}

/// One row. Cells at the end may be missing: they are empty.
pub(crate) struct GridRow {
    /// As the person's spreadsheet program numbers it, from 1.
    pub(crate) number: u32,
    pub(crate) cells: Vec<String>,
    /// Columns whose cell is one with the cell above.
    pub(crate) joined: Vec<usize>,
}

/// What is left of the bounds on one workbook.
pub(crate) struct Budget {
    text_bytes: usize,
    cells: usize,
}

impl Budget {
    pub(crate) fn new() -> Self {
        Self {
            text_bytes: MAX_TEXT_BYTES,
            cells: MAX_CELLS,
        }
    }

    /// Takes a cell's text off.
    pub(crate) fn spend_text(&mut self, text: &str) -> Result<(), ReadError> {
        self.text_bytes = self
            .text_bytes
            .checked_sub(text.len())
            .ok_or(ReadError::UnpacksTooLarge)?;
        Ok(())
    }

    /// Takes cells off, empty ones too.
    pub(crate) fn spend_cells(&mut self, cells: usize) -> Result<(), ReadError> {
        self.cells = self
            .cells
            .checked_sub(cells)
            .ok_or(ReadError::UnpacksTooLarge)?;
        Ok(())
    }
}

impl Grid {
    pub(crate) fn new(name: String, source: Source) -> Self {
        Self {
            name,
            source,
            hidden: false,
            epoch_1904: false,
            rows: Vec::new(),
            issues: Vec::new(),
        }
    }

    /// Keeps a row if something is in it.
    pub(crate) fn push(
        &mut self,
        number: u32,
        mut cells: Vec<String>,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        while cells.last().is_some_and(|cell| is_blank(cell)) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > MAX_COLUMNS {
            return Err(ReadError::TooManyColumns);
        }
        if self.rows.len() == MAX_ROWS {
            return Err(ReadError::TooManyRows);
        }
        budget.spend_cells(cells.len())?;
        self.rows.push(GridRow {
            number,
            cells,
            joined: Vec::new(),
        });
        Ok(())
    }
}
