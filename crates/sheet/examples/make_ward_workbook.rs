//! Makes `examples-data/ward-7-handover.xlsx`, with made-up patients: `cargo run -p sheet --example make_ward_workbook > FILE`.

use std::error::Error;
use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    f64,
    &'static str,
    &'static str,
    &'static str,
);

/// Bed, name, birth date, sex, NHS number, NEWS2, expected discharge, DNACPR, notes.
const BAYS: [(&str, &[Row]); 3] = [
    (
        "Bay A",
        &[
            (
                "1",
                "SMITH, Ben (Mr)",
                "1945-07-14",
                "M",
                "9990000018",
                3.0,
                "2026-11-27",
                "",
                "IV antibiotics until Friday, then oral",
            ),
            (
                "2",
                "JONES, Margaret (Mrs)",
                "1938-02-03",
                "F",
                "9990000387",
                1.0,
                "",
                "x",
                "Waiting for package of care\nDaughter collects Thursday",
            ),
            (
                "3",
                "PATEL, Anil (Mr)",
                "1961-11-30",
                "M",
                "9990000751",
                0.0,
                "2026-11-25",
                "",
                "Home today if bloods are fine",
            ),
        ],
    ),
    (
        "Bay B",
        &[
            (
                "1",
                "NOWAK, Ewa (Ms)",
                "1972-05-19",
                "F",
                "9990001138",
                2.0,
                "2026-12-01",
                "",
                "",
            ),
            ("2", "Empty", "", "", "", 0.0, "", "", ""),
            (
                "3",
                "MacDONALD, Fiona (Miss)",
                "1990-01-08",
                "F",
                "9990001502",
                5.0,
                "2026-11-30",
                "",
                "Hourly observations; escalate at 7",
            ),
        ],
    ),
    (
        "Side room",
        &[(
            "1",
            "O'CONNOR, Patrick (Mr)",
            "1929-09-21",
            "M",
            "9990001871",
            4.0,
            "",
            "x",
            "C. difficile: gloves, apron, soap and water",
        )],
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str("2026-11-24T06:50:00")?;
    workbook.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&made)
            .set_author("Made up"),
    );
    let bold = Format::new().set_bold();
    let date = Format::new().set_num_format("dd-mmm-yyyy");
    let nhs = Format::new().set_num_format("000 000 0000");
    let wrap = Format::new().set_text_wrap();

    let sheet = workbook.add_worksheet().set_name("Handover")?;
    sheet.merge_range(0, 0, 0, 9, "Ward 7: nursing handover", &bold)?;
    sheet.merge_range(1, 0, 1, 9, "24 November 2026, 07:00. Confidential.", &wrap)?;
    sheet.merge_range(3, 0, 3, 1, "Where", &bold)?;
    sheet.merge_range(3, 2, 3, 5, "Patient", &bold)?;
    sheet.merge_range(3, 6, 3, 9, "Today", &bold)?;
    let header = [
        "Bay",
        "Bed",
        "Patient name",
        "DOB",
        "M/F",
        "NHS No.",
        "NEWS2",
        "EDD",
        "DNACPR",
        "Notes",
    ];
    for (column, text) in (0_u16..).zip(header) {
        sheet.write_with_format(4, column, text, &bold)?;
    }
    let mut row = 5;
    for (bay, patients) in BAYS {
        let first = row;
        for (bed, name, born, sex, number, news2, leaves, dnacpr, notes) in patients {
            for (column, text) in [(1, bed), (2, name), (4, sex), (8, dnacpr)] {
                if !text.is_empty() {
                    sheet.write(row, column, *text)?;
                }
            }
            for (column, day) in [(3, born), (7, leaves)] {
                if !day.is_empty() {
                    sheet.write_with_format(
                        row,
                        column,
                        &ExcelDateTime::parse_from_str(day)?,
                        &date,
                    )?;
                }
            }
            if let Ok(number) = number.parse::<f64>() {
                sheet.write_with_format(row, 5, number, &nhs)?;
                sheet.write(row, 6, *news2)?;
            }
            if !notes.is_empty() {
                sheet.write_with_format(row, 9, *notes, &wrap)?;
            }
            row += 1;
        }
        if row - first > 1 {
            sheet.merge_range(first, 0, row - 1, 0, bay, &wrap)?;
        } else {
            sheet.write(first, 0, bay)?;
        }
    }
    sheet.write(row + 1, 0, "Total")?;
    sheet.write_formula(
        row + 1,
        2,
        rust_xlsxwriter::Formula::new("=COUNTA(F6:F12)").set_result("6"),
    )?;
    sheet.write(
        row + 2,
        0,
        "DNACPR: do not attempt resuscitation. NEWS2: National Early Warning Score.",
    )?;
    workbook.add_worksheet().set_name("Empty")?;
    std::io::stdout().write_all(&workbook.save_to_buffer()?)?;
    Ok(())
}
