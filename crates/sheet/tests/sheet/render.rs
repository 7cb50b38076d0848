//! A ward as a sheet, with the defects that sheets of hospitals have.

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::ward::{Dice, Truth};

/// How a file is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Storage {
    Text {
        delimiter: char,
        encoding: &'static str,
    },
    Xlsx,
}

/// What is wrong with a sheet. Each alone and all together must read as the clean one does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Defects {
    pub(crate) titles_above: bool,
    pub(crate) empty_lines: bool,
    pub(crate) header_again: bool,
    pub(crate) totals: bool,
    pub(crate) two_in_a_cell: bool,
    pub(crate) room_on_first_row_only: bool,
    pub(crate) mixed_dates: bool,
    pub(crate) us_dates: bool,
    pub(crate) missing_headers: bool,
    pub(crate) header_in_two_rows: bool,
    pub(crate) empty_beds: bool,
    pub(crate) spaces_around: bool,
    pub(crate) whole_name: bool,
    pub(crate) shuffled_columns: bool,
    pub(crate) odd_columns: bool,
}

pub(crate) const DEFECTS: usize = 15;

impl Defects {
    /// The defects of which the bit is set.
    pub(crate) fn from_bits(bits: u32) -> Self {
        let has = |at: u32| bits & (1 << at) != 0;
        Self {
            titles_above: has(0),
            empty_lines: has(1),
            header_again: has(2),
            totals: has(3),
            two_in_a_cell: has(4),
            room_on_first_row_only: has(5),
            mixed_dates: has(6),
            // A column is either all American or of mixed European forms.
            us_dates: has(7) && !has(6),
            missing_headers: has(8),
            header_in_two_rows: has(9),
            empty_beds: has(10),
            spaces_around: has(11),
            whole_name: has(12),
            shuffled_columns: has(13),
            odd_columns: has(14),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Room,
    Title,
    Family,
    Given,
    WholeName,
    Sex,
    Born,
    Mrn,
    Note,
    Temperature,
    Leaves,
    Isolated,
    Diet,
    Age,
    Spacer,
}

const VALUES: [Kind; 5] = [
    Kind::Note,
    Kind::Temperature,
    Kind::Leaves,
    Kind::Isolated,
    Kind::Diet,
];

/// The headers of note, temperature, date of leaving, isolation and diet.
pub(crate) fn value_headers(french: bool) -> [&'static str; 5] {
    VALUES.map(|kind| header(kind, french))
}

fn header(kind: Kind, french: bool) -> &'static str {
    match (kind, french) {
        (Kind::Room, true) => "N° chambre",
        (Kind::Room, false) => "Room",
        (Kind::Title, true) => "Civilité",
        (Kind::Title, false) => "Title",
        (Kind::Family, true) => "Nom",
        (Kind::Family, false) => "Surname",
        (Kind::Given, true) => "Prénom",
        (Kind::Given, false) => "First name",
        (Kind::WholeName, true) => "NOM Prénom",
        (Kind::WholeName, false) => "Patient",
        (Kind::Sex, true) => "Sexe",
        (Kind::Sex, false) => "M/F",
        (Kind::Born, true) => "Né(e) le",
        (Kind::Born, false) => "DOB",
        (Kind::Mrn, true) => "N° IPP",
        (Kind::Mrn, false) => "Hospital No.",
        (Kind::Note, true) => "Transmissions",
        (Kind::Note, false) => "Comments",
        (Kind::Temperature, true) => "T°",
        (Kind::Temperature, false) => "Temp",
        (Kind::Leaves, true) => "Sortie prévue",
        (Kind::Leaves, false) => "EDD",
        (Kind::Isolated, true) => "Isolement",
        (Kind::Isolated, false) => "Isolation",
        (Kind::Diet, true) => "Régime",
        (Kind::Diet, false) => "Diet",
        (Kind::Age, true) => "Âge",
        (Kind::Age, false) => "Age",
        (Kind::Spacer, _) => "",
    }
}

/// A sheet before it is stored.
struct Page {
    rows: Vec<Vec<String>>,
    kinds: Vec<Kind>,
    /// Rows and columns, from 0, of cells that XLSX stores merged: first row, last row, column.
    merged: Vec<(usize, usize, usize)>,
}

/// The bytes of a ward.
pub(crate) fn render(
    ward: &[Vec<Truth>],
    defects: Defects,
    storage: Storage,
    french: bool,
    seed: u64,
) -> Vec<u8> {
    let page = page(ward, defects, storage, french, seed);
    match storage {
        Storage::Text {
            delimiter,
            encoding,
        } => encode(&text(&page, delimiter), encoding),
        Storage::Xlsx => workbook(&page, defects),
    }
}

fn page(ward: &[Vec<Truth>], defects: Defects, storage: Storage, french: bool, seed: u64) -> Page {
    let mut dice = Dice::new(seed ^ 77);
    let kinds = kinds(defects, &mut dice);
    let mut page = Page {
        rows: Vec::new(),
        kinds: kinds.clone(),
        merged: Vec::new(),
    };
    if defects.titles_above {
        let title = if french {
            "Service de médecine, 3e étage ; liste du 24/11/2026"
        } else {
            "Ward 7, list of 24/11/2026"
        };
        page.rows.push(vec![title.to_owned()]);
        page.rows.push(vec![
            String::new(),
            "Date :".to_owned(),
            "24/11/2026".to_owned(),
            "Service".to_owned(),
        ]);
        page.rows.push(Vec::new());
    }
    let header_rows = header_rows(&kinds, defects, french);
    page.rows.extend(header_rows.clone());
    let mut number = 0;
    for (at, room) in ward.iter().enumerate() {
        if defects.empty_lines && at % 3 == 1 {
            page.rows.push(Vec::new());
            page.rows.push(vec!["  ".to_owned(), String::new()]);
        }
        if defects.header_again && at == 5 {
            page.rows.push(vec![
                if french {
                    "Page 2 sur 2"
                } else {
                    "Page 2 of 2"
                }
                .to_owned(),
            ]);
            page.rows.extend(header_rows.clone());
        }
        if defects.empty_beds && at == 4 {
            let free = if french { "LIBRE" } else { "Empty" };
            let name_at = if defects.whole_name {
                Kind::WholeName
            } else {
                Kind::Family
            };
            page.rows.push(
                kinds
                    .iter()
                    .map(|kind| {
                        if *kind == Kind::Room {
                            "Z1".into()
                        } else if *kind == name_at {
                            free.into()
                        } else {
                            String::new()
                        }
                    })
                    .collect(),
            );
            page.rows.push(
                kinds
                    .iter()
                    .map(|kind| {
                        if *kind == Kind::Room {
                            "Z2".into()
                        } else {
                            String::new()
                        }
                    })
                    .collect(),
            );
        }
        let cells: Vec<Vec<String>> = room
            .iter()
            .map(|patient| {
                number += 1;
                kinds
                    .iter()
                    .map(|kind| cell(patient, *kind, defects, storage, french, number))
                    .collect()
            })
            .collect();
        push_room(&mut page, cells, defects, at);
    }
    if defects.totals {
        page.rows.push(Vec::new());
        page.rows.push(vec![
            "TOTAL".to_owned(),
            ward.iter().map(Vec::len).sum::<usize>().to_string(),
        ]);
        page.rows.push(vec![
            if french {
                "Imprimé le 24/11/2026 à 07:00 par A. Infirmière"
            } else {
                "Printed on 24/11/2026 by A. Nurse"
            }
            .to_owned(),
        ]);
    }
    page
}

fn push_room(page: &mut Page, cells: Vec<Vec<String>>, defects: Defects, at: usize) {
    let room_column = page
        .kinds
        .iter()
        .position(|kind| *kind == Kind::Room)
        .unwrap();
    if defects.two_in_a_cell
        && cells.len() > 1
        && (at.is_multiple_of(2) || !defects.room_on_first_row_only)
    {
        let joined = (0..page.kinds.len()).map(|column| {
            let lines: Vec<&str> = cells.iter().map(|row| row[column].as_str()).collect();
            if column == room_column || lines.iter().all(|line| line.is_empty()) {
                lines[0].to_owned()
            } else {
                lines.join("\n")
            }
        });
        page.rows.push(joined.collect());
        return;
    }
    let first = page.rows.len();
    for (line, mut row) in cells.into_iter().enumerate() {
        if defects.room_on_first_row_only && line > 0 {
            row[room_column] = String::new();
        }
        page.rows.push(row);
    }
    let last = page.rows.len() - 1;
    // A merged area is one of the ways in which the room stands on the first row only.
    if defects.room_on_first_row_only && last > first && at % 4 == 1 {
        page.merged.push((first, last, room_column));
    }
}

fn kinds(defects: Defects, dice: &mut Dice) -> Vec<Kind> {
    let mut kinds = vec![Kind::Room];
    if defects.whole_name {
        kinds.push(Kind::WholeName)
    } else {
        kinds.extend([Kind::Title, Kind::Family, Kind::Given])
    }
    kinds.extend([
        Kind::Sex,
        Kind::Born,
        Kind::Mrn,
        Kind::Note,
        Kind::Temperature,
        Kind::Leaves,
        Kind::Isolated,
        Kind::Diet,
    ]);
    if defects.odd_columns {
        kinds.insert(3, Kind::Spacer);
        kinds.push(Kind::Age);
    }
    if defects.shuffled_columns {
        // The room stays first, where the eye looks for it: without a header it is known by that.
        for at in (2..kinds.len()).rev() {
            kinds.swap(at, 1 + dice.below(at));
        }
    }
    kinds
}

fn header_rows(kinds: &[Kind], defects: Defects, french: bool) -> Vec<Vec<String>> {
    let mut header: Vec<String> = kinds
        .iter()
        .map(|kind| header(*kind, french).to_owned())
        .collect();
    if defects.missing_headers {
        for (text, kind) in header.iter_mut().zip(kinds) {
            if matches!(kind, Kind::Room | Kind::Sex | Kind::Mrn) {
                text.clear();
            }
        }
    }
    if !defects.header_in_two_rows {
        return vec![header];
    }
    // The upper row groups columns, and has the whole text of those that are in no group.
    let mut upper = vec![String::new(); header.len()];
    upper[1] = if french { "Identité" } else { "Demographics" }.to_owned();
    for (at, kind) in kinds.iter().enumerate() {
        if matches!(kind, Kind::Note | Kind::Diet) && at != 1 {
            upper[at] = std::mem::take(&mut header[at]);
        }
    }
    vec![upper, header]
}

fn cell(
    patient: &Truth,
    kind: Kind,
    defects: Defects,
    storage: Storage,
    french: bool,
    number: usize,
) -> String {
    let text = match kind {
        Kind::Room => patient.room.clone(),
        Kind::Title => patient.title.clone(),
        Kind::Family => patient.family.clone(),
        Kind::Given => patient.given.clone(),
        Kind::WholeName => match number % 3 {
            0 => format!("{} {}", patient.family, patient.given),
            1 => format!("{}, {} ({})", patient.family, patient.given, patient.title),
            _ => format!("{} {} {}", patient.title, patient.family, patient.given),
        },
        Kind::Sex => match (patient.female, french) {
            (true, _) => "F",
            (false, true) => "H",
            (false, false) => "Male",
        }
        .to_owned(),
        Kind::Born => day(patient.born, defects, storage, number),
        Kind::Leaves => patient
            .leaves
            .map(|leaves| day(leaves, defects, storage, number))
            .unwrap_or_default(),
        Kind::Mrn => patient.mrn.clone(),
        Kind::Note => patient.note.clone(),
        Kind::Temperature => {
            let text = patient
                .temperature
                .map(|number| number.to_string())
                .unwrap_or_default();
            if french && storage != Storage::Xlsx {
                text.replace('.', ",")
            } else {
                text
            }
        }
        Kind::Isolated => if patient.isolated { "x" } else { "" }.to_owned(),
        Kind::Diet => patient.diet.clone(),
        Kind::Age => format!("{} ans", 2026 - patient.born.year()),
        Kind::Spacer => String::new(),
    };
    if defects.spaces_around && !text.is_empty() && !text.contains('\n') {
        format!(" {text}\u{a0} ")
    } else {
        text
    }
}

fn day(day: Date, defects: Defects, storage: Storage, number: usize) -> String {
    if defects.us_dates {
        return day.strftime("%m/%d/%Y").to_string();
    }
    if !defects.mixed_dates {
        return day.strftime("%d/%m/%Y").to_string();
    }
    let short = [
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
    ];
    let month = short[usize::from(day.month().unsigned_abs()) - 1];
    match number % 8 {
        0 => day.strftime("%d-%m-%Y").to_string(),
        1 => day.strftime("%-d.%-m.%y").to_string(),
        2 => day.to_string(),
        3 => format!("{} {month}. {}", day.day(), day.year()),
        4 => day.strftime("%d-%b-%Y").to_string(),
        5 if storage != Storage::Xlsx => serial(day).to_string(),
        6 => format!("{} {month} {}", day.day(), day.year()),
        7 => day.strftime("%Y%m%d").to_string(),
        _ => day.strftime("%d/%m/%Y").to_string(),
    }
}

/// The number by which Excel stores a day.
fn serial(day: Date) -> i32 {
    (day - Date::constant(1899, 12, 30)).get_days()
}

fn text(page: &Page, delimiter: char) -> String {
    let width = page.kinds.len();
    let mut text = String::new();
    for row in &page.rows {
        let mut cells = row.clone();
        cells.resize(width, String::new());
        let cells: Vec<String> = cells
            .into_iter()
            .map(|cell| {
                if cell.contains([delimiter, '"', '\n']) {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell
                }
            })
            .collect();
        text.push_str(&cells.join(&delimiter.to_string()));
        text.push_str("\r\n");
    }
    text
}

fn encode(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-8" => text.as_bytes().to_vec(),
        "utf-8-bom" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        "utf-16le" => std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        "utf-16be" => std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_be_bytes)
            .collect(),
        _ => {
            let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
            assert!(!lossy, "the ward must be writable in Windows-1252");
            bytes.into_owned()
        }
    }
}

/// A workbook as people make them: numbers as numbers, most dates as dates, the title and some rooms in merged cells.
fn workbook(page: &Page, defects: Defects) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let date_format = Format::new().set_num_format("dd/mm/yyyy");
    let number_format = Format::new().set_num_format("00000000");
    for (at, row) in page.rows.iter().enumerate() {
        let number = u32::try_from(at).unwrap();
        for (column, cell) in row.iter().enumerate() {
            let kind = page.kinds[column];
            let column = u16::try_from(column).unwrap();
            let plain = cell.trim();
            let value = cell.parse::<f64>().ok();
            let is_date =
                matches!(kind, Kind::Born | Kind::Leaves) && !defects.us_dates && at % 5 != 0;
            if let (Some(value), Kind::Mrn) = (value, kind) {
                sheet
                    .write_number_with_format(number, column, value, &number_format)
                    .unwrap();
            } else if let (Some(value), Kind::Temperature) = (value, kind) {
                sheet.write_number(number, column, value).unwrap();
            } else if let Some(day) = iso_of(plain).filter(|_| is_date && !cell.contains('\n')) {
                let day = ExcelDateTime::parse_from_str(&day).unwrap();
                sheet
                    .write_datetime_with_format(number, column, &day, &date_format)
                    .unwrap();
            } else if !cell.is_empty() {
                sheet.write_string(number, column, cell).unwrap();
            }
        }
    }
    if defects.titles_above {
        sheet
            .merge_range(0, 0, 0, 5, &page.rows[0][0], &Format::new().set_bold())
            .unwrap();
    }
    for (first, last, column) in &page.merged {
        let text = page.rows[*first][*column].clone();
        let column = u16::try_from(*column).unwrap();
        sheet
            .merge_range(
                u32::try_from(*first).unwrap(),
                column,
                u32::try_from(*last).unwrap(),
                column,
                &text,
                &Format::new(),
            )
            .unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// The ISO form of dates that are written day/month/year or ISO.
fn iso_of(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 => Some(format!("{year}-{month}-{day}")),
        [iso] if iso.len() == 10 && iso.as_bytes()[4] == b'-' => Some((*iso).to_owned()),
        _ => None,
    }
}
