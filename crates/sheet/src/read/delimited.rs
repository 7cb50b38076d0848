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

/// Quotes that are found to be open, after which no quote may span lines any more. Looking for the end of each takes time.
const MAX_OPEN_QUOTES: usize = 50;

/// Walks over the rows of a text.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    /// Cells of the widest row so far.
    widest: usize,
    /// Quotes that were found to be open.
    open_quotes: usize,
    /// Some text stands without quotes. A program that puts every text in quotes forgets none.
    has_bare_text: bool,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: char) -> Self {
        Self {
            rest: text,
            delimiter,
            widest: 0,
            open_quotes: 0,
            has_bare_text: false,
        }
    }

    /// The text of the quoted cell at the start, and what stands behind its closing quote; None where the quote is one that
    /// somebody forgot to close. That would make one cell of all patients behind it, so a quote that spans lines must be closed
    /// before a delimiter or a line's end, and no line in it may look like a row.
    fn quoted_cell(&self) -> Option<(String, &'a str)> {
        let mut cell = String::new();
        let mut rest = self.rest.strip_prefix('"')?;
        let mut spans_lines = false;
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
                    None => {
                        let behind = marks.as_str();
                        let ends_cell =
                            behind.is_empty() || behind.starts_with([self.delimiter, '\r', '\n']);
                        let is_forgotten = spans_lines && (!ends_cell || self.has_rows(&cell));
                        return (!is_forgotten).then_some((cell, behind));
                    }
                },
                _ if self.open_quotes > MAX_OPEN_QUOTES => return None,
                end => {
                    spans_lines = true;
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

    /// Whether a line of a cell looks like a row of this sheet: as many delimiters, without the space that follows a comma in a sentence.
    fn has_rows(&self, cell: &str) -> bool {
        let is_row = |line: &str| {
            let delimiters = line.matches(self.delimiter).count();
            let in_sentences = line
                .matches(&[self.delimiter, ' '].iter().collect::<String>())
                .count();
            delimiters - in_sentences + 1 >= self.widest
        };
        self.has_bare_text && self.widest > 3 && cell.split('\n').skip(1).any(is_row)
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
        loop {
            let opens = self.rest.starts_with('"') && !record.quote_is_open;
            let quoted = if opens { self.quoted_cell() } else { None };
            if opens && quoted.is_none() {
                // The row's other quotes are letters, too: which of them belongs to which cannot be told.
                record.quote_is_open = true;
                self.open_quotes += 1;
            }
            let is_bare = quoted.is_none();
            let (mut cell, behind) = quoted.unwrap_or((String::new(), self.rest));
            let end = behind
                .find([self.delimiter, '\n', '\r'])
                .unwrap_or(behind.len());
            let (plain, behind) = behind.split_at(end);
            self.has_bare_text |= is_bare && plain.contains(char::is_alphabetic);
            record.stray_quotes += plain.matches('"').count();
            cell.push_str(plain);
            record.cells.push(cell);
            let mut marks = behind.chars();
            let mark = marks.next();
            self.rest = marks.as_str();
            if mark == Some(self.delimiter) {
                if self.rest.is_empty() {
                    record.cells.push(String::new());
                } else {
                    continue;
                }
            } else if mark == Some('\r') {
                self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
            }
            self.widest = self.widest.max(record.cells.len());
            return Some(record);
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
        let forgotten = grid("bed,name,born,note\n1,A,x,\"sleeps\n2,B,y,fine\n3,C,z,\"ok\nwell, too, and, more\"\n4,D,u,v\"\n").unwrap();
        let rows: Vec<_> = forgotten
            .rows
            .into_iter()
            .map(|row| row.cells.join("|"))
            .collect();
        assert_eq!(
            rows,
            [
                "bed|name|born|note",
                "1|A|x|\"sleeps",
                "2|B|y|fine",
                "3|C|z|ok\nwell, too, and, more",
                "4|D|u|v\""
            ]
        );
        let looks_closed =
            grid("bed,name,born,note\n1,A,x,\"sleeps\n2,B,y,fine\n3,C,z,ok\"\n").unwrap();
        assert_eq!(looks_closed.rows.len(), 4);
        let stray = grid("a,\"b\nc,d\ne,\"f\ng\"\n").unwrap();
        let rows: Vec<_> = stray
            .rows
            .into_iter()
            .map(|row| row.cells.join("|"))
            .collect();
        assert_eq!(rows, ["a|\"b", "c|d", "e|f\ng"]);
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
