//! XLSX: texts as texts, real dates, a header that stays, and a page that can be printed.

use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Table, TableCell, WriteError};

/// Characters across of the narrowest and the widest column.
const MIN_WIDTH: usize = 6;
const MAX_WIDTH: usize = 60;

/// Rows by which the widths are found; those below look alike.
const ROWS_FOR_WIDTH: usize = 1000;

/// Decimals that a format of Excel has.
const MAX_DECIMALS: u8 = 30;

/// Characters of a worksheet's name (Excel's limit).
const MAX_NAME_CHARS: usize = 31;

/// Writes a table. A text is never a formula here, whatever it begins with.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.name)).map_err(error)?;
    let mut row = 0;
    for line in &table.title_lines {
        write_text(sheet, row, 0, line, &Format::new().set_bold())?;
        row = next(row)?;
    }
    if row > 0 {
        row = next(row)?;
    }
    let header_row = row;
    let header_format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Medium);
    for (column, text) in table.header.iter().enumerate() {
        write_text(sheet, row, column_number(column)?, text, &header_format)?;
    }
    let formats = Formats::new();
    for cells in &table.rows {
        row = next(row)?;
        for (column, cell) in cells.iter().enumerate() {
            write_cell(sheet, row, column_number(column)?, cell, &formats)?;
        }
    }
    lay_out(sheet, table, header_row)?;
    workbook.save_to_buffer().map_err(error)
}

struct Formats {
    text: Format,
    whole: Format,
    date: Format,
    date_time: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            text: top.clone().set_text_wrap().set_num_format("@"),
            whole: top.clone(),
            date: top.clone().set_num_format("dd-mmm-yyyy"),
            date_time: top.set_num_format("dd-mmm-yyyy hh:mm"),
        }
    }

    /// Shows as many decimals as were written, zeros included.
    fn number(&self, decimals: u8) -> Format {
        match usize::from(decimals.min(MAX_DECIMALS)) {
            0 => self.whole.clone(),
            decimals => {
                let code = format!("0.{}", "0".repeat(decimals));
                self.whole.clone().set_num_format(code)
            }
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &TableCell,
    formats: &Formats,
) -> Result<(), WriteError> {
    match cell {
        TableCell::Empty => Ok(()),
        TableCell::Text(text) => write_text(sheet, row, column, text, &formats.text),
        TableCell::Number { value, decimals } if value.is_finite() => sheet
            .write_number_with_format(row, column, *value, &formats.number(*decimals))
            .map_err(error)
            .map(drop),
        TableCell::Number { .. } => Ok(()),
        TableCell::Date(date) => {
            // Excel knows no day before 1900: such a date stays a text.
            match excel_date(*date) {
                Some(day) => sheet
                    .write_datetime_with_format(row, column, &day, &formats.date)
                    .map_err(error)
                    .map(drop),
                None => write_text(sheet, row, column, &date.to_string(), &formats.text),
            }
        }
        TableCell::DateTime(at) => {
            let moment = excel_date(at.date()).and_then(|day| {
                day.and_hms(
                    u16::from(at.hour().unsigned_abs()),
                    at.minute().unsigned_abs(),
                    0,
                )
                .ok()
            });
            match moment {
                Some(moment) => sheet
                    .write_datetime_with_format(row, column, &moment, &formats.date_time)
                    .map_err(error)
                    .map(drop),
                None => write_text(
                    sheet,
                    row,
                    column,
                    &at.strftime("%Y-%m-%d %H:%M").to_string(),
                    &formats.text,
                ),
            }
        }
    }
}

fn excel_date(date: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year())
        .ok()
        .filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), WriteError> {
    sheet
        .write_string_with_format(row, column, visible(text), format)
        .map_err(error)
        .map(drop)
}

/// The text with what XML forbids made visible: control characters by their pictures (NUL is ␀), the two non-characters by U+FFFD.
fn visible(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\t' | '\n' => c,
            '\r' => '\n',
            '\0'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// A name that Excel accepts: without []:*?/\, no apostrophe at its ends, not too long, not empty, not the reserved "History".
fn sheet_name(name: &str) -> String {
    let plain: String = visible(name)
        .chars()
        .map(|c| {
            if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n' | '\t') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let mut short = String::new();
    for c in plain.trim_matches(['\'', ' ']).chars() {
        // Excel counts UTF-16 units.
        if short.encode_utf16().count() + c.len_utf16() > MAX_NAME_CHARS {
            break;
        }
        short.push(c);
    }
    let short = short.trim_matches(['\'', ' ']);
    if short.is_empty() || short.eq_ignore_ascii_case("history") {
        "1".to_owned()
    } else {
        short.to_owned()
    }
}

/// Widths, the frozen header and columns, and the page.
fn lay_out(sheet: &mut Worksheet, table: &Table, header_row: u32) -> Result<(), WriteError> {
    let mut widths: Vec<usize> = table.header.iter().map(|text| text_width(text)).collect();
    for row in table.rows.iter().take(ROWS_FOR_WIDTH) {
        for (column, cell) in row.iter().enumerate() {
            if widths.len() <= column {
                widths.resize(column + 1, 0);
            }
            widths[column] = widths[column].max(cell_width(cell));
        }
    }
    for (column, width) in widths.into_iter().enumerate() {
        let width = u32::try_from(width.clamp(MIN_WIDTH, MAX_WIDTH)).unwrap_or(0);
        sheet
            .set_column_width(column_number(column)?, width + 1)
            .map_err(error)?;
    }
    let below_header = next(header_row)?;
    sheet
        .set_freeze_panes(below_header, table.frozen_columns)
        .map_err(error)?;
    sheet
        .set_repeat_rows(header_row, header_row)
        .map_err(error)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn cell_width(cell: &TableCell) -> usize {
    match cell {
        TableCell::Empty => 0,
        TableCell::Text(text) => text_width(text),
        TableCell::Number { value, decimals } => {
            format!("{value:.*}", usize::from(*decimals)).len()
        }
        TableCell::Date(_) => "14-Jul-1945".len(),
        TableCell::DateTime(_) => "14-Jul-1945 08:30".len(),
    }
}

/// Characters of the longest line.
fn text_width(text: &str) -> usize {
    text.split('\n')
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0)
}

fn next(row: u32) -> Result<u32, WriteError> {
    row.checked_add(1).ok_or(WriteError::TooLarge)
}

fn column_number(column: usize) -> Result<u16, WriteError> {
    u16::try_from(column).map_err(|_| WriteError::TooLarge)
}

fn error(error: XlsxError) -> WriteError {
    match error {
        XlsxError::RowColumnLimitError => WriteError::TooLarge,
        XlsxError::MaxStringLengthExceeded => WriteError::TextTooLong,
        _ => WriteError::Failed,
    }
}
