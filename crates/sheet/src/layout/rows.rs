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
    let titles: Vec<String> = rows[..first_data].iter().map(without_digits).collect();
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
            } else if titles.contains(&without_digits(row)) {
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

/// A title again may have another page or date.
fn without_digits(row: &GridRow) -> String {
    folded(row)
        .join(" ")
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect()
}

/// Whether a row has the header's texts in the header's columns, all but one at most.
fn repeats(header: &[String], row: &GridRow) -> bool {
    let cells = folded(row);
    let same = header
        .iter()
        .zip(&cells)
        .filter(|(header, cell)| !header.is_empty() && header == cell)
        .count();
    let other = cells
        .iter()
        .enumerate()
        .filter(|(at, cell)| !cell.is_empty() && header.get(*at) != Some(cell))
        .count();
    same >= 1
        && other == 0
        && (same >= 2 || header.iter().filter(|text| !text.is_empty()).count() == 1)
        || (same >= 3 && other <= 1)
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
