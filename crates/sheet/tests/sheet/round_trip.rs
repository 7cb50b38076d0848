//! What is written comes back.

use proptest::prelude::*;
use sheet::{
    CsvStyle, DecimalMark, Delimiter, HeaderAt, ReadHints, RowKind, Sheet, Table, TableCell, read,
    write_csv, write_xlsx,
};

const STYLES: [CsvStyle; 4] = [
    CsvStyle::ENGLISH,
    CsvStyle::FRENCH,
    CsvStyle {
        delimiter: Delimiter::Tab,
        decimal_mark: DecimalMark::Point,
    },
    CsvStyle {
        delimiter: Delimiter::Pipe,
        decimal_mark: DecimalMark::Comma,
    },
];

/// Texts as people type them, and as attackers do.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[=+\\-@\t\r\n'\"; ,|a-zé]{0,12}",
        Just("=cmd|' /C calc'!A0".to_owned()),
        Just("'".to_owned()),
        "\\PC{0,40}",
        "_x00[0-9A-F]{2}_",
        Just("one\na,b,c,d,e\na;b;c;d;e\na|b|c|d|e".to_owned()),
    ]
}

fn table(rows: Vec<Vec<String>>) -> Table {
    Table {
        name: "Ward".to_owned(),
        header: ["Bed", "Name", "Notes", "Plan", "EDD"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(TableCell::Text).collect())
            .collect(),
        ..Table::default()
    }
}

/// Line ends become LF; that is all that may change in a CSV.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A row's number and texts, without those that are empty at its end; a row without anything visible is not kept.
fn expected(rows: &[Vec<String>], change: impl Fn(&str) -> String) -> Vec<(u32, Vec<String>)> {
    let invisible = |text: &String| {
        text.chars().all(|c| {
            c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        })
    };
    (2..)
        .zip(rows)
        .map(|(number, row)| {
            let mut cells: Vec<String> = row.iter().map(|text| change(text)).collect();
            while cells.last().is_some_and(&invisible) {
                cells.pop();
            }
            (number, cells)
        })
        .filter(|(_, cells)| !cells.is_empty())
        .collect()
}

fn found(sheet: Sheet) -> Vec<(u32, Vec<String>)> {
    sheet
        .rows
        .into_iter()
        .filter(|row| row.kind != RowKind::Header)
        .map(|row| (row.number, row.cells))
        .collect()
}

proptest! {
    #[test]
    fn a_csv_gives_every_text_back(rows in prop::collection::vec(prop::collection::vec(texts(), 5), 0..8), style in 0..STYLES.len()) {
        let bytes = write_csv(&table(rows.clone()), STYLES[style]);
        let hints = ReadHints { header: Some(HeaderAt::Row(1)), ..ReadHints::default() };
        // Not one hint about the delimiter: it is found.
        let sheet = read(&bytes, &hints).unwrap().sheets.remove(0);
        prop_assert_eq!(found(sheet), expected(&rows, plain));
    }

    #[test]
    fn no_text_of_a_csv_begins_a_formula(rows in prop::collection::vec(prop::collection::vec(texts(), 5), 0..8)) {
        let csv = String::from_utf8(write_csv(&table(rows), CsvStyle::ENGLISH)).unwrap();
        // Every text stands in quotes, so a cell begins behind a quote that follows a delimiter or a line's end.
        for (at, _) in csv.match_indices('"') {
            let before = csv[..at].chars().next_back();
            let opens = matches!(before, Some(',' | '\n' | '\u{feff}')) && csv[..at].matches('"').count().is_multiple_of(2);
            let first = csv[at + 1..].chars().next();
            prop_assert!(!opens || !matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠')));
        }
    }

    #[test]
    fn a_workbook_gives_every_text_back(rows in prop::collection::vec(prop::collection::vec(texts(), 5), 0..8)) {
        let bytes = write_xlsx(&table(rows.clone())).unwrap();
        let hints = ReadHints { header: Some(HeaderAt::Row(1)), ..ReadHints::default() };
        let sheet = read(&bytes, &hints).unwrap().sheets.remove(0);
        prop_assert_eq!(found(sheet), expected(&rows, visible));
    }
}

/// What XML forbids is shown by pictures.
fn visible(text: &str) -> String {
    plain(text)
        .chars()
        .map(|c| match c {
            '\t' | '\n' => c,
            '\0'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap(),
            '\u{7f}' => '\u{2421}',
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[test]
fn our_own_export_is_imported_as_it_was() {
    let table = Table {
        name: "Ward 7: [day]".to_owned(),
        title_lines: vec!["Ward 7".to_owned(), "24-Nov-2026 07:00".to_owned()],
        header: ["Bed", "Name", "DOB", "MRN", "T", "Notes"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![
            vec![
                TableCell::Text("A2".to_owned()),
                TableCell::Text("SMITH, Ben (Mr)".to_owned()),
                TableCell::Date(jiff::civil::date(1945, 7, 14)),
                TableCell::Text("00123".to_owned()),
                TableCell::Number {
                    value: 37.5,
                    decimals: 2,
                },
                TableCell::Text("=1+1\nsecond line".to_owned()),
            ],
            vec![
                TableCell::Text("A10".to_owned()),
                TableCell::Text("JONES, Ann (Mrs)".to_owned()),
                TableCell::Date(jiff::civil::date(1899, 1, 31)),
                TableCell::Text("00124".to_owned()),
                TableCell::Empty,
                TableCell::Empty,
            ],
        ],
        frozen_columns: 2,
    };
    let files = [
        write_csv(&table, CsvStyle::ENGLISH),
        write_csv(&table, CsvStyle::FRENCH),
        write_xlsx(&table).unwrap(),
    ];
    for bytes in files {
        let sheet = read(&bytes, &ReadHints::default())
            .unwrap()
            .sheets
            .remove(0);
        let assembled = crate::ward::assemble(&sheet);
        let lines: Vec<String> = assembled
            .patients
            .iter()
            .map(|patient| {
                let values: Vec<String> = patient
                    .values
                    .iter()
                    .map(|(_, value)| crate::ward::shown(value))
                    .collect();
                let birth_date = patient.birth_date.map(|date| date.to_string());
                format!(
                    "{:?} {:?} {birth_date:?} {} {values:?}",
                    patient.place, patient.family, patient.identifiers[0].value
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                r#"Some("A2") Some("SMITH") Some("1945-07-14") 00123 ["37.50", "=1+1\nsecond line"]"#,
                r#"Some("A10") Some("JONES") Some("1899-01-31") 00124 []"#,
            ]
        );
    }
}
