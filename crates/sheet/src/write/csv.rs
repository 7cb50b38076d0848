//! CSV by RFC 4180, in UTF-8 with the mark by which Excel knows it.

use serde::{Deserialize, Serialize};

use super::formula::guard;
use super::{Table, TableCell};
use crate::read::Delimiter;
use crate::value::number::DecimalMark;

/// How a CSV is written: what the reader's Excel expects depends on their country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvStyle {
    /// Between cells.
    pub delimiter: Delimiter,
    /// In numbers.
    pub decimal_mark: DecimalMark,
}

impl CsvStyle {
    /// As English programs expect it.
    pub const ENGLISH: Self = Self {
        delimiter: Delimiter::Comma,
        decimal_mark: DecimalMark::Point,
    };
    /// As French programs expect it.
    pub const FRENCH: Self = Self {
        delimiter: Delimiter::Semicolon,
        decimal_mark: DecimalMark::Comma,
    };
}

/// Writes a table. Every text stands in quotes, so that none is cut where a program takes another character for the delimiter.
pub fn write_csv(table: &Table, style: CsvStyle) -> Vec<u8> {
    let mut csv = String::from("\u{feff}");
    for line in &table.title_lines {
        push_text(&mut csv, line);
        csv.push_str("\r\n");
    }
    if !table.title_lines.is_empty() {
        csv.push_str("\r\n");
    }
    push_row(&mut csv, style, table.header.iter(), |csv, text| {
        push_text(csv, text)
    });
    for row in &table.rows {
        push_row(&mut csv, style, row.iter(), |csv, cell| {
            push_cell(csv, style, cell)
        });
    }
    csv.into_bytes()
}

fn push_row<T>(
    csv: &mut String,
    style: CsvStyle,
    cells: impl Iterator<Item = T>,
    push: impl Fn(&mut String, T),
) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(style.delimiter.char());
        }
        push(csv, cell);
    }
    csv.push_str("\r\n");
}

fn push_cell(csv: &mut String, style: CsvStyle, cell: &TableCell) {
    match cell {
        TableCell::Empty => {}
        TableCell::Text(text) => push_text(csv, text),
        TableCell::Number { value, decimals } if value.is_finite() => {
            push_number(csv, style, &format!("{value:.*}", usize::from(*decimals)))
        }
        TableCell::Number { .. } => {}
        TableCell::Date(date) => csv.push_str(&date.to_string()),
        TableCell::DateTime(at) => csv.push_str(&at.strftime("%Y-%m-%d %H:%M").to_string()),
    }
}

fn push_number(csv: &mut String, style: CsvStyle, text: &str) {
    match style.decimal_mark {
        DecimalMark::Point => csv.push_str(text),
        // A number with the delimiter in it would be two cells.
        DecimalMark::Comma if style.delimiter == Delimiter::Comma => {
            csv.push('"');
            csv.push_str(&text.replace('.', ","));
            csv.push('"');
        }
        DecimalMark::Comma => csv.push_str(&text.replace('.', ",")),
    }
}

fn push_text(csv: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    csv.push('"');
    csv.push_str(guard(text));
    csv.push_str(&text.replace('"', "\"\""));
    csv.push('"');
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use jiff::civil::date;

    use super::*;

    fn text(text: &str) -> TableCell {
        TableCell::Text(text.to_owned())
    }

    #[test]
    fn a_table_is_written_as_both_countries_read_it() {
        let table = Table {
            title_lines: vec!["Ward 7".to_owned()],
            header: vec![
                "Bed".to_owned(),
                "Note".to_owned(),
                "T".to_owned(),
                "EDD".to_owned(),
                "At".to_owned(),
            ],
            rows: vec![vec![
                text("A2"),
                text("says \"no\"\nand =1"),
                TableCell::Number {
                    value: -37.5,
                    decimals: 2,
                },
                TableCell::Date(date(2026, 12, 1)),
                TableCell::DateTime(date(2026, 11, 24).at(8, 30, 15, 0)),
            ]],
            ..Table::default()
        };
        assert_eq!(
            String::from_utf8(write_csv(&table, CsvStyle::ENGLISH)).unwrap(),
            "\u{feff}\"Ward 7\"\r\n\r\n\"Bed\",\"Note\",\"T\",\"EDD\",\"At\"\r\n\"A2\",\"says \"\"no\"\"\nand =1\",-37.50,2026-12-01,2026-11-24 08:30\r\n"
        );
        assert!(
            String::from_utf8(write_csv(&table, CsvStyle::FRENCH))
                .unwrap()
                .ends_with(";-37,50;2026-12-01;2026-11-24 08:30\r\n")
        );
    }

    #[test]
    fn formulas_of_people_are_neutralized_and_our_numbers_are_not() {
        let table = Table {
            header: vec!["=HEADER()".to_owned()],
            rows: vec![vec![
                text("=cmd|' /C calc'!A0"),
                text("-5"),
                TableCell::Number {
                    value: -5.0,
                    decimals: 0,
                },
                TableCell::Number {
                    value: f64::NAN,
                    decimals: 0,
                },
            ]],
            ..Table::default()
        };
        let csv = String::from_utf8(write_csv(&table, CsvStyle::ENGLISH)).unwrap();
        assert_eq!(
            csv,
            "\u{feff}\"'=HEADER()\"\r\n\"'=cmd|' /C calc'!A0\",\"'-5\",-5,\r\n"
        );
    }
}
