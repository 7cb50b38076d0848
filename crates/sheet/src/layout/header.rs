//! Where the header is.

use crate::guess::words::meaning;
use crate::limits::HEADER_SEARCH_ROWS;
use crate::read::HeaderAt;
use crate::read::grid::GridRow;
use crate::text::{beginning, is_blank, is_longer_than, squeeze};
use crate::value::date::looks_like_date;

/// A header's text is a few words.
const MAX_HEADER_CHARS: usize = 60;

/// Digits in a header's text: a day, not a birth date or a number.
const MAX_HEADER_DIGITS: usize = 5;

/// The index of the header's row: the one a person names; else that with the most texts that ward sheets have in their headers; else
/// the first that looks unlike the rows below it.
pub(super) fn find(rows: &[GridRow], wished: Option<HeaderAt>) -> Option<usize> {
    match wished {
        Some(HeaderAt::Nowhere) => None,
        Some(HeaderAt::Row(number)) => rows.iter().position(|row| row.number == number),
        None => by_words(rows).or_else(|| by_look(rows)),
    }
}

/// How many cells have a text that is known from the headers of ward sheets.
pub(crate) fn known_headers(cells: &[String]) -> usize {
    cells
        .iter()
        .filter(|cell| !is_longer_than(cell, MAX_HEADER_CHARS) && meaning(cell).is_some())
        .count()
}

fn by_words(rows: &[GridRow]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().take(HEADER_SEARCH_ROWS).enumerate() {
        if row
            .cells
            .iter()
            .any(|cell| looks_like_date(cell) || digits(cell) > MAX_HEADER_DIGITS)
        {
            continue;
        }
        let known = known_headers(&row.cells);
        // One known word alone can stand in a title ("Service : cardiologie"), unless the sheet has one column.
        let enough = known >= 2
            || (known == 1 && row.cells.len() == 1 && rows.iter().all(|row| row.cells.len() == 1));
        if enough && best.is_none_or(|(_, most)| known > most) {
            best = Some((at, known));
        }
    }
    best.map(|(at, _)| at)
}

/// The first row as wide as most rows are, of short texts that are all different, without numbers and dates, where the rows below have some.
fn by_look(rows: &[GridRow]) -> Option<usize> {
    let width = rows.iter().map(filled).max()?;
    let at = rows
        .iter()
        .take(HEADER_SEARCH_ROWS)
        .position(|row| filled(row) * 3 >= width * 2)?;
    let row = &rows[at];
    let mut texts: Vec<String> = row
        .cells
        .iter()
        .filter(|cell| !is_blank(cell))
        .map(|cell| squeeze(beginning(cell, 2 * MAX_HEADER_CHARS)))
        .collect();
    let all = texts.len();
    let has_no_values = texts.iter().all(|text| {
        text.chars().count() <= MAX_HEADER_CHARS && !text.contains(|c: char| c.is_ascii_digit())
    });
    texts.sort();
    texts.dedup();
    let values_below = row.cells.iter().enumerate().any(|(column, cell)| {
        let below: Vec<&String> = rows[at + 1..]
            .iter()
            .filter_map(|row| row.cells.get(column))
            .filter(|cell| !is_blank(cell))
            .collect();
        !is_blank(cell)
            && !below.is_empty()
            && below
                .iter()
                .filter(|cell| cell.contains(|c: char| c.is_ascii_digit()))
                .count()
                * 2
                > below.len()
    });
    (all >= 2 && texts.len() == all && has_no_values && values_below).then_some(at)
}

fn digits(cell: &str) -> usize {
    cell.bytes().filter(u8::is_ascii_digit).count()
}

fn filled(row: &GridRow) -> usize {
    row.cells.iter().filter(|cell| !is_blank(cell)).count()
}
