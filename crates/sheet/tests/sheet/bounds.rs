//! Files that are too much are refused before they hurt.

use std::fmt::Write;

use sheet::limits::{MAX_CELL_CHARS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, MAX_SHEETS};
use sheet::{IssueKind, ReadError, ReadHints, read};

use crate::ward::assemble;
use crate::xlsx_cells::package;

fn refusal(bytes: &[u8]) -> Option<ReadError> {
    read(bytes, &ReadHints::default()).err()
}

/// A workbook of one worksheet with these rows, and the cells that share one text.
fn workbook(strings: &str, worksheet: &str) -> Vec<u8> {
    let relations = r#"<Relationships><Relationship Id="s" Type="/worksheet" Target="s.xml"/><Relationship Id="t" Type="/sharedStrings" Target="t.xml"/></Relationships>"#;
    package(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r" Type="/officeDocument" Target="b.xml"/></Relationships>"#,
        ),
        ("b.xml", r#"<workbook><sheet name="a" id="s"/></workbook>"#),
        ("_rels/b.xml.rels", relations),
        ("t.xml", strings),
        ("s.xml", worksheet),
    ])
}

#[test]
fn a_file_may_have_so_many_bytes() {
    assert_eq!(
        refusal(&vec![b'a'; MAX_FILE_BYTES + 1]),
        Some(ReadError::FileTooLarge)
    );
    assert_eq!(refusal(&vec![b'a'; MAX_FILE_BYTES]), None);
}

#[test]
fn a_sheet_may_have_so_many_rows_and_columns() {
    assert_eq!(refusal("a;b\n".repeat(MAX_ROWS).as_bytes()), None);
    assert_eq!(
        refusal("a;b\n".repeat(MAX_ROWS + 1).as_bytes()),
        Some(ReadError::TooManyRows)
    );
    assert_eq!(
        refusal("\n".repeat(MAX_ROWS * 20).as_bytes()),
        Some(ReadError::Empty)
    );
    assert_eq!(refusal(vec!["a"; MAX_COLUMNS].join(";").as_bytes()), None);
    assert_eq!(
        refusal(vec!["a"; MAX_COLUMNS + 1].join(";").as_bytes()),
        Some(ReadError::TooManyColumns)
    );
    assert_eq!(
        refusal(&workbook(
            "<sst/>",
            r#"<row><c r="XFD1"><v>1</v></c></row>"#
        )),
        Some(ReadError::TooManyColumns)
    );
    // Excel writes formatted cells far to the right and below; they are nothing.
    assert_eq!(
        refusal(&workbook(
            "<sst/>",
            r#"<row><c><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576"/></row>"#
        )),
        None
    );
}

#[test]
fn a_workbook_may_have_so_many_sheets() {
    let sheets = r#"<sheet name="a" id="s"/>"#.repeat(MAX_SHEETS + 1);
    let bytes = package(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r" Type="/officeDocument" Target="b.xml"/></Relationships>"#,
        ),
        ("b.xml", &format!("<workbook>{sheets}</workbook>")),
    ]);
    assert_eq!(refusal(&bytes), Some(ReadError::TooManySheets));
}

#[test]
fn zip_bombs_are_refused() {
    // A part of 120 MB in 120 kB.
    let bomb = workbook("<sst/>", &format!("<worksheet>{}", " ".repeat(120_000_000)));
    assert!(bomb.len() < 1_000_000);
    assert_eq!(refusal(&bomb), Some(ReadError::UnpacksTooLarge));
}

#[test]
fn texts_that_unfold_by_reference_are_refused() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    let cells = r#"<c t="s"><v>0</v></c>"#.repeat(10);
    let rows = format!("<row>{cells}</row>").repeat(100);
    assert_eq!(
        refusal(&workbook(&strings, &rows)),
        Some(ReadError::UnpacksTooLarge)
    );
}

#[test]
fn merged_areas_that_unfold_are_refused() {
    let rows = "<row><c><v>1</v></c></row>".repeat(1000);
    let areas = r#"<mergeCell ref="A1:A1048576"/>"#.repeat(5000);
    assert_eq!(
        refusal(&workbook("<sst/>", &format!("{rows}{areas}"))),
        Some(ReadError::UnpacksTooLarge)
    );
}

#[test]
fn wide_rows_may_not_multiply() {
    let mut rows = String::new();
    for sheet_row in 1..=MAX_ROWS {
        write!(
            rows,
            r#"<row r="{sheet_row}"><c r="GR{sheet_row}"><v>1</v></c></row>"#
        )
        .unwrap();
    }
    assert_eq!(refusal(&workbook("<sst/>", &rows)), None);
    let relations =
        r#"<Relationships><Relationship Id="s" Type="/worksheet" Target="s.xml"/></Relationships>"#;
    let bytes = package(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r" Type="/officeDocument" Target="b.xml"/></Relationships>"#,
        ),
        (
            "b.xml",
            r#"<workbook><sheet name="a" id="s"/><sheet name="b" id="s"/></workbook>"#,
        ),
        ("_rels/b.xml.rels", relations),
        ("s.xml", &rows),
    ]);
    assert_eq!(refusal(&bytes), Some(ReadError::UnpacksTooLarge));
}

#[test]
fn a_cell_beyond_a_values_length_is_left_out_and_reported() {
    let long = "é".repeat(MAX_CELL_CHARS + 1);
    let text = format!(
        "Bed;Name;Notes\n1;SMITH, Ben;{long}\n2;JONES, Ann;{}\n",
        &long[2..]
    );
    let sheet = read(text.as_bytes(), &ReadHints::default())
        .unwrap()
        .sheets
        .remove(0);
    let assembled = assemble(&sheet);
    assert_eq!(
        assembled
            .patients
            .iter()
            .map(|patient| patient.values.len())
            .collect::<Vec<_>>(),
        [0, 1]
    );
    assert_eq!(assembled.issues.len(), 1);
    assert_eq!(
        (assembled.issues[0].row, &assembled.issues[0].kind),
        (2, &IssueKind::TooLong)
    );
}
