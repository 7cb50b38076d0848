//! Rows that are no patients: titles, the header again, totals, remarks.

use super::aside::{is_remark, is_total};
use crate::read::grid::GridRow;
use crate::sheet::RowKind;
use crate::text::{beginning, is_blank, words};

/// The kind of each row.
pub(super) fn kinds(rows: &[GridRow], header: Option<usize>) -> Vec<RowKind> {
    let first_data = match header {
        Some(at) => at,
        // Without a header, rows of one cell above the first wider row are titles.
        None => rows
            .iter()
            .position(|row| filled(row).len() > 1)
            .unwrap_or(0),
    };
    let titles: Vec<(usize, String)> = rows[..first_data]
        .iter()
        .map(|row| (filled(row).len(), without_digits(row)))
        .filter(|(_, title)| !title.is_empty())
        .collect();
    let header_texts: Vec<String> = header.map(|at| folded(&rows[at])).unwrap_or_default();
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
            if at < first_data {
                RowKind::Title
            } else if Some(at) == header {
                RowKind::Header
            } else if repeats(&header_texts, row) {
                RowKind::RepeatedHeader
            } else if repeats_title(&titles, row) {
                RowKind::Title
            } else if is_total(row) {
                RowKind::Total
            } else if is_remark(row) {
                RowKind::Remark
            } else {
                RowKind::Data
            }
        })
        .collect()
}

/// Characters by which a title, a header or a total is known.
const COMPARED_CHARS: usize = 200;

pub(super) fn filled(row: &GridRow) -> Vec<&str> {
    row.cells
        .iter()
        .map(|cell| beginning(cell.trim(), COMPARED_CHARS))
        .filter(|cell| !is_blank(cell))
        .collect()
}

fn folded(row: &GridRow) -> Vec<String> {
    row.cells
        .iter()
        .map(|cell| words(beginning(cell, COMPARED_CHARS)))
        .collect()
}

/// Whether a row is a title again, which may have another page or date.
fn repeats_title(titles: &[(usize, String)], row: &GridRow) -> bool {
    let cells = filled(row).len();
    titles
        .iter()
        .any(|(title_cells, title)| *title_cells == cells && *title == without_digits(row))
}

fn without_digits(row: &GridRow) -> String {
    let texts: String = folded(row)
        .join(" ")
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect();
    texts.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a row has the header's texts in the header's columns, all but one at most.
fn repeats(header: &[String], row: &GridRow) -> bool {
    let (mut same, mut other) = (0, 0);
    for (at, cell) in row.cells.iter().enumerate() {
        let cell = words(beginning(cell, COMPARED_CHARS));
        if !cell.is_empty() && header.get(at) == Some(&cell) {
            same += 1;
        } else if !cell.is_empty() {
            other += 1;
        }
        if other > 1 {
            return false;
        }
    }
    let in_header = header.iter().filter(|text| !text.is_empty()).count();
    (other == 0 && (same >= 2 || (same == 1 && in_header == 1))) || same >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> GridRow {
        GridRow {
            number: 1,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            joined: Vec::new(),
        }
    }

    #[test]
    fn the_header_again_is_known() {
        let header = ["lit", "nom", "ddn", ""].map(str::to_owned);
        assert!(repeats(&header, &row(&["Lit", "NOM", "DDN"])));
        assert!(!repeats(&header, &row(&["Lit", "DUPONT", "14/07/1945"])));
        assert!(!repeats(&header, &row(&["", "NOM"])));
    }
}
