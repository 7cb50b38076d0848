//! What workbooks store in ways of their own. Written by hand, since no one program writes all of it.

use std::io::{Cursor, Write};

use sheet::{IssueKind, ReadError, ReadHints, Sheet, Workbook, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::ward::{assemble, assert_every_row_is_accounted_for};

/// A zip file of these parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const ROOT_RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships>
<Relationship Id="s1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="s2" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>
<Relationship Id="st" Type="x/styles" Target="styles.xml"/>
<Relationship Id="ss" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="[$-40C]d\ mmm\ yyyy;@"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;

fn workbook(properties: &str, strings: &str, rows: &str, behind: &str) -> Vec<u8> {
    let book = format!(
        r#"<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr {properties}/><x:sheets><x:sheet name="Liste &amp; plan" r:id="s1"/><x:sheet name="Chart" r:id="s2" state="hidden"/></x:sheets></x:workbook>"#
    );
    package(&[
        ("_rels/.rels", ROOT_RELATIONS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        (
            "xl/SharedStrings.xml",
            &format!("<sst uniqueCount=\"99999999999999\">{strings}</sst>"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData>{behind}</worksheet>"
            ),
        ),
    ])
}

fn only_sheet(bytes: &[u8]) -> Sheet {
    let Workbook { mut sheets } = read(bytes, &ReadHints::default()).unwrap();
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

#[test]
fn every_kind_of_cell_is_read() {
    let strings = r#"<si><t>Nom</t></si><si><r><t>DU</t></r><r><t xml:space="preserve">PONT &#233;</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D__x000A_b_x005F_x0041_</t></si>"#;
    let rows = r#"<row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><t>in</t><t>line</t></is></c><c r="E2"><v>1.5</v></c></row>
<row><c r="A3" t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="b"><v>1</v></c><c t="b"/><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>text</v></c>
<c s="1"><v>16632</v></c><c s="2"><v>123</v></c><c s="3"><v>16632</v></c><c s="4"><v>46350.354166666664</v></c><c t="d"><v>1945-07-14T00:00:00</v></c><c t="s"><v>77</v></c></row>
<row r="9" hidden="1"><c r="A9"><v>1</v></c></row>"#;
    let sheet = only_sheet(&workbook("", strings, rows, ""));
    assert_eq!(sheet.name, "Liste & plan");
    let cells: Vec<(u32, Vec<String>)> = sheet
        .rows
        .into_iter()
        .map(|row| (row.number, row.cells))
        .collect();
    assert_eq!(
        cells[0],
        (
            2,
            ["", "Nom", "inline", "", "1.5"].map(str::to_owned).to_vec()
        )
    );
    let texts = [
        "DUPONT é",
        "a\nb_x0041_",
        "TRUE",
        "",
        "#N/A",
        "text",
        "1945-07-14",
        "00000123",
        "1945-07-14",
        "2026-11-24 08:30",
        "1945-07-14",
    ];
    assert_eq!(cells[1], (3, texts.map(str::to_owned).to_vec()));
    assert_eq!(cells[2].0, 9);
    assert!(
        sheet
            .issues
            .iter()
            .any(|issue| issue.row == 9 && issue.kind == IssueKind::HiddenRow)
    );
}

#[test]
fn days_from_1904_are_read() {
    let rows = r#"<row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>DOB</t></is></c></row>
<row r="2"><c t="inlineStr"><is><t>SMITH, Ben</t></is></c><c s="1"><v>15170</v></c></row><row r="3"><c t="inlineStr"><is><t>JONES, Ann</t></is></c><c><v>15170</v></c></row>"#;
    let sheet = only_sheet(&workbook("date1904=\"1\"", "", rows, ""));
    for patient in assemble(&sheet).patients {
        assert_eq!(
            patient.birth_date.map(|date| date.to_string()).as_deref(),
            Some("1945-07-14")
        );
    }
}

#[test]
fn merged_cells_join_the_rows_of_one_patient() {
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let header = ["Bed", "Name", "Notes", "Plan"].map(text).concat();
    let rows = format!(
        r#"<row r="1">{header}</row>
<row r="2">{}{}{}{}</row>
<row r="3"><c r="C3" t="inlineStr"><is><t>eats little</t></is></c></row>
<row r="4"><c r="B4" t="inlineStr"><is><t>JONES, Ann</t></is></c><c t="inlineStr"><is><t>well</t></is></c></row>"#,
        text("A1"),
        text("SMITH, Ben"),
        text("sleeps well"),
        text("home")
    );
    let merges = r#"<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B3"/><mergeCell ref="D2:D4"/><mergeCell ref="bad"/></mergeCells>"#;
    let sheet = only_sheet(&workbook("", "", &rows, merges));
    let assembled = assemble(&sheet);
    let lines: Vec<String> = assembled
        .patients
        .iter()
        .map(|patient| {
            let values: Vec<String> = patient
                .values
                .iter()
                .map(|(_, value)| crate::ward::shown(value))
                .collect();
            format!(
                "{}-{} {:?} {:?} {values:?}",
                patient.row, patient.last_row, patient.place, patient.family
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            r#"2-3 Some("A1") Some("SMITH") ["sleeps well\neats little", "home"]"#,
            r#"4-4 Some("A1") Some("JONES") ["well", "home"]"#,
        ]
    );
    assert!(assembled.issues.is_empty());
    assert_every_row_is_accounted_for(&sheet, &assembled);
}

#[test]
fn other_zip_files_and_damaged_ones_are_refused() {
    let refusal = |bytes: &[u8]| read(bytes, &ReadHints::default()).err();
    assert_eq!(
        refusal(&package(&[("content.xml", "<office/>")])),
        Some(ReadError::NotXlsx)
    );
    let whole = workbook("", "", "<row><c><v>1</v></c></row>", "");
    assert_eq!(refusal(&whole[..whole.len() / 2]), Some(ReadError::Damaged));
    assert_eq!(
        refusal(&workbook("", "", "<row><c><v>&nope;</v></c></row>", "")),
        Some(ReadError::Damaged)
    );
    assert_eq!(
        refusal(&workbook("", "", "<row><c><v>1</v>", "")),
        Some(ReadError::Damaged)
    );
    assert_eq!(
        refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        Some(ReadError::OldOrEncrypted)
    );
    assert_eq!(refusal(&workbook("", "", "", "")), Some(ReadError::Empty));
    assert_eq!(refusal(b""), Some(ReadError::Empty));
    assert_eq!(refusal(b"\n \n"), Some(ReadError::Empty));
}
