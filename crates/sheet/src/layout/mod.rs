//! What each row is: title, header, total, remark, or a patient.

mod aside;
pub(crate) mod header;
mod rows;

use crate::guess;
use crate::read::ReadHints;
use crate::read::grid::Grid;
use crate::sheet::{RowKind, Sheet, SheetRow};
use crate::text::{beginning, is_blank, squeeze};

/// Understands a grid.
pub(crate) fn sheet(grid: Grid, hints: &ReadHints<'_>) -> Sheet {
    let header = header::find(&grid.rows, hints.header);
    let kinds = rows::kinds(&grid.rows, header);
    let headers = header.map(|at| header_texts(&grid, at)).unwrap_or_default();
    let header_row = header.map(|at| grid.rows[at].number);
    let rows: Vec<SheetRow> = grid
        .rows
        .into_iter()
        .zip(kinds)
        .map(|(row, kind)| SheetRow {
            number: row.number,
            kind,
            cells: row.cells,
            joined: row.joined,
        })
        .collect();
    let width = rows
        .iter()
        .filter(|row| row.kind == RowKind::Data)
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0)
        .max(headers.len());
    let data: Vec<&SheetRow> = rows
        .iter()
        .filter(|row| row.kind == RowKind::Data)
        .collect();
    let columns = guess::columns(&headers, width, &data);
    Sheet {
        name: grid.name,
        source: grid.source,
        hidden: grid.hidden,
        epoch_1904: grid.epoch_1904,
        header_row,
        columns,
        rows,
        issues: grid.issues,
    }
}

/// Characters of a header's text. More is the text of somebody who put the header into the wrong row.
const MAX_HEADER_CHARS: usize = 200;

fn header_text(cell: &str) -> String {
    squeeze(beginning(cell, MAX_HEADER_CHARS))
}

/// The header's texts. Where the header has two rows, a cell that is empty in the lower one may have its text in the upper one.
fn header_texts(grid: &Grid, at: usize) -> Vec<String> {
    let mut texts: Vec<String> = grid.rows[at]
        .cells
        .iter()
        .map(|cell| header_text(cell))
        .collect();
    let Some(above) = at.checked_sub(1).and_then(|above| grid.rows.get(above)) else {
        return texts;
    };
    let is_adjacent = above.number + 1 == grid.rows[at].number;
    let is_upper_header = above.cells.iter().filter(|cell| !is_blank(cell)).count() > 1;
    if is_adjacent && is_upper_header {
        if texts.len() < above.cells.len() {
            texts.resize(above.cells.len(), String::new());
        }
        for (text, upper) in texts.iter_mut().zip(&above.cells) {
            if text.is_empty() {
                *text = header_text(upper);
            }
        }
    }
    texts
}
