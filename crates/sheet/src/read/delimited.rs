//! Delimited text to cells, by RFC 4180 and with patience.
//!
//! Not the `csv` crate: the row numbers must be those that a spreadsheet program shows, which counts empty lines and takes a quoted
//! text of several lines as one row; and one stray quote must not swallow the rest of the ward.

use super::delimiter::Delimiter;
use super::grid::{Budget, Grid};
use crate::read::ReadError;
use crate::sheet::{Issue, IssueKind};
use crate::write::restore_text;

/// Adds all rows of a text to `grid`. `after_declaration` says that a first row "sep=;" was taken off, which has a number too.
pub(super) fn read(
    text: &str,
    delimiter: Delimiter,
    after_declaration: bool,
    grid: &mut Grid,
) -> Result<(), ReadError> {
    let mut budget = Budget::new();
    let mut number = u32::from(after_declaration);
    for record in Records::new(text, delimiter.char()) {
        number = number.saturating_add(1);
        if record.quote_is_open {
            grid.issues.push(Issue {
                row: number,
                column: None,
                kind: IssueKind::QuoteNotClosed,
            });
        }
        let cells: Vec<String> = record
            .cells
            .into_iter()
            .map(|cell| restore_text(&cell).to_owned())
            .collect();
        for (column, cell) in cells.iter().enumerate() {
            budget.spend_text(cell)?;
            if cell.contains('\u{fffd}') {
                grid.issues.push(Issue {
                    row: number,
                    column: Some(column),
                    kind: IssueKind::UnreadableCharacters,
                });
            }
        }
        grid.push(number, cells, &mut budget)?;
    }
    Ok(())
}

/// One row of the text.
pub(super) struct Record {
    pub(super) cells: Vec<String>,
    /// A cell of it began with a quote that nothing closes.
    pub(super) quote_is_open: bool,
    /// Quotes that stand where none may, as they do when the delimiter is wrong.
    pub(super) stray_quotes: usize,
}

/// Walks over the rows of a text.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    /// A quote was found open at the end of the text: from there on a quote must close on its own line. Otherwise each such
    /// quote would walk to the end again, and one forgotten quote would make one cell of all patients behind it.
    distrust: bool,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: char) -> Self {
        Self {
            rest: text,
            delimiter,
            distrust: false,
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Record {
            cells: Vec::new(),
            quote_is_open: false,
            stray_quotes: 0,
        };
        let mut literal = false;
        loop {
            let quoted = if self.rest.starts_with('"') && !literal {
                quoted_cell(self.rest, self.distrust)
            } else {
                None
            };
            if self.rest.starts_with('"') && !literal && quoted.is_none() {
                record.quote_is_open = true;
                self.distrust = true;
                literal = true;
            }
            let (mut cell, behind) = quoted.unwrap_or((String::new(), self.rest));
            let end = behind
                .find([self.delimiter, '\n', '\r'])
                .unwrap_or(behind.len());
            let (plain, behind) = behind.split_at(end);
            record.stray_quotes += plain.matches('"').count();
            cell.push_str(plain);
            record.cells.push(cell);
            let mut marks = behind.chars();
            match marks.next() {
                Some(c) if c == self.delimiter => self.rest = marks.as_str(),
                Some('\r') => {
                    self.rest = marks.as_str().strip_prefix('\n').unwrap_or(marks.as_str());
                    return Some(record);
                }
                _ => {
                    self.rest = marks.as_str();
                    return Some(record);
                }
            }
            if self.rest.is_empty() {
                record.cells.push(String::new());
                return Some(record);
            }
        }
    }
}

/// The text of the quoted cell at the start, with plain line ends, and what stands behind its closing quote. None where no quote closes it.
fn quoted_cell(text: &str, on_one_line: bool) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let at = rest.find(['"', '\r', '\n'])?;
        let (part, behind) = rest.split_at(at);
        cell.push_str(part);
        let mut marks = behind.chars();
        match marks.next()? {
            '"' => match marks.as_str().strip_prefix('"') {
                Some(behind) => {
                    cell.push('"');
                    rest = behind;
                }
                None => return Some((cell, marks.as_str())),
            },
            _ if on_one_line => return None,
            end => {
                cell.push('\n');
                let behind = marks.as_str();
                rest = if end == '\r' {
                    behind.strip_prefix('\n').unwrap_or(behind)
                } else {
                    behind
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;
    use crate::sheet::Source;

    fn grid(text: &str) -> Result<Grid, ReadError> {
        let mut grid = Grid::new(String::new(), Source::Xlsx);
        read(text, Delimiter::Comma, false, &mut grid)?;
        Ok(grid)
    }

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        grid(text)
            .unwrap()
            .rows
            .into_iter()
            .map(|row| (row.number, row.cells))
            .collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (
            number,
            cells.iter().map(|cell| (*cell).to_owned()).collect(),
        )
    }

    #[test]
    fn quotes_hold_delimiters_quotes_and_lines() {
        assert_eq!(
            cells("a,\"b,\"\"c\"\"\r\nd\",e\r\nf"),
            [row(1, &["a", "b,\"c\"\nd", "e"]), row(2, &["f"])]
        );
    }

    #[test]
    fn rows_are_numbered_as_the_spreadsheet_program_does() {
        assert_eq!(
            cells("\n,,\na,\"1\n2\"\n\nb\rc"),
            [row(3, &["a", "1\n2"]), row(5, &["b"]), row(6, &["c"])]
        );
    }

    #[test]
    fn a_quote_that_nothing_closes_costs_only_itself() {
        let stray = grid("a,\"b\nc,d\ne,\"f\ng\"\n").unwrap();
        let rows: Vec<_> = stray
            .rows
            .into_iter()
            .map(|row| row.cells.join("|"))
            .collect();
        assert_eq!(rows, ["a|b\nc,d\ne,f", "g\""]);
        let open = grid("a,\"b\nc,d\ne,f\n").unwrap();
        let rows: Vec<_> = open
            .rows
            .into_iter()
            .map(|row| row.cells.join("|"))
            .collect();
        assert_eq!(rows, ["a|\"b", "c|d", "e|f"]);
        assert_eq!(
            open.issues,
            [Issue {
                row: 1,
                column: None,
                kind: IssueKind::QuoteNotClosed
            }]
        );
    }

    #[test]
    fn a_quote_in_the_middle_is_a_letter() {
        assert_eq!(cells("5\" wound,ok"), [row(1, &["5\" wound", "ok"])]);
    }

    #[test]
    fn many_open_quotes_take_no_more_time_than_the_text_is_long() {
        let text = "\"a,\n".repeat(200_001);
        assert!(grid(&text).is_err_and(|error| error == ReadError::TooManyRows));
        let text = ",\"a".repeat(150);
        assert_eq!(cells(&text).len(), 1);
    }
}
