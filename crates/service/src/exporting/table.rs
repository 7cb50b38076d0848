//! A list as a table: place and identity first, as on every screen, then the fields that the list shows.

use super::list::{ExportedList, ExportedRow};
use super::{chart_text, place_order, words};
use domain::field::chart::ChartValue;
use domain::field::choice::OptionId;
use domain::field::{Field, FieldType, Value};
use domain::identity::Identity;
use domain::team::installation::Language;
use domain::team::state::ListOrder;
use sheet::{Table, TableCell};
use words::Part;

/// Columns of the name, which stay in view with the place.
const NAME_COLUMNS: u16 = 3;

/// Digits that a number of a worksheet keeps.
const EXACT_DIGITS: usize = 15;

/// Makes the table.
pub(super) fn table(mut list: ExportedList, language: Language) -> Table {
    if list.order == ListOrder::Place && list.has_place {
        list.rows.sort_by_cached_key(name_key);
        list.rows
            .sort_by(|one, other| place_order::compare(place(one), place(other)));
    }
    let numbers = number_headers(&list, language);
    let (place_fields, fields) = list.fields.split_at(usize::from(list.has_place));
    let parts = words::IDENTITY.iter();
    let mut header: Vec<String> = place_fields.iter().map(words::field_header).collect();
    header.extend(parts.map(|part| words::part_header(*part, language).to_owned()));
    header.extend(numbers.iter().cloned());
    header.push(words::part_header(Part::Status, language).to_owned());
    header.extend(fields.iter().map(words::field_header));

    let name_of = |user| list.organization.name_of(user);
    let chart_text = |shown: &ChartValue| chart_text::text(shown, list.at.time_zone(), language);
    let row = |row: &ExportedRow| {
        // What is protected is not what is empty.
        let protected = || TableCell::Text(words::protected(language).to_owned());
        let shown = |cell: TableCell| match (row.is_masked, cell) {
            (true, TableCell::Empty) => protected(),
            (_, cell) => cell,
        };
        let is_place =
            |field: &Field| list.has_place && Some(field.id) == place_fields.first().map(|f| f.id);
        let cell = |(field, value): (&Field, &Option<Value>)| match value {
            Some(value) => cell(value, &field.kind, &name_of, &chart_text),
            None if row.is_masked && !is_place(field) => protected(),
            None if field.kind.is_from_record() => {
                TableCell::Text(words::not_read(language).to_owned())
            }
            None => TableCell::Empty,
        };
        let mut values = list.fields.iter().zip(&row.values).map(cell);
        let mut cells: Vec<TableCell> = values.by_ref().take(place_fields.len()).collect();
        let parts = words::IDENTITY.iter();
        cells.extend(parts.map(|part| shown(part_cell(*part, &row.identity, language))));
        cells.extend(
            numbers
                .iter()
                .map(|header| shown(number_cell(header, &row.identity, language))),
        );
        cells.push(TableCell::Text(
            words::status(row.status, language).to_owned(),
        ));
        cells.extend(values);
        cells
    };
    Table {
        name: list.name.clone(),
        title_lines: vec![
            format!("{} – {}", list.name, list.team_name),
            words::exported(&list.at, list.rows.len(), language),
        ],
        header,
        rows: list.rows.iter().map(row).collect(),
        frozen_columns: NAME_COLUMNS + u16::from(list.has_place),
    }
}

/// The kinds of numbers that the list has, the hospital's own first.
fn number_headers(list: &ExportedList, language: Language) -> Vec<String> {
    let mut headers = vec![words::main_number_header(language).to_owned()];
    for identifier in list.rows.iter().flat_map(|row| &row.identity.identifiers) {
        let header = words::number_header(identifier, language);
        if !headers.contains(&header) {
            headers.push(header);
        }
    }
    headers
}

fn part_cell(part: Part, identity: &Identity, language: Language) -> TableCell {
    let text = |text: &Option<String>| match text {
        Some(text) => TableCell::Text(text.clone()),
        None => TableCell::Empty,
    };
    match part {
        Part::Prefix => text(&identity.prefix),
        Part::Family => text(&identity.family),
        Part::Given => text(&identity.given),
        Part::BirthDate => match identity.birth_date {
            Some(date) => match date.whole() {
                Some(day) => TableCell::Date(day),
                None => TableCell::Text(date.to_string()),
            },
            None => TableCell::Empty,
        },
        Part::Sex => match identity.sex {
            Some(sex) => TableCell::Text(words::sex(sex, language).to_owned()),
            None => TableCell::Empty,
        },
        Part::Status => TableCell::Empty,
    }
}

fn number_cell(header: &str, identity: &Identity, language: Language) -> TableCell {
    let numbers: Vec<&str> = identity
        .identifiers
        .iter()
        .filter(|identifier| words::number_header(identifier, language) == header)
        .map(|identifier| identifier.value.as_str())
        .collect();
    match numbers.is_empty() {
        true => TableCell::Empty,
        false => TableCell::Text(numbers.join("\n")),
    }
}

fn cell(
    value: &Value,
    kind: &FieldType,
    name_of: &dyn Fn(domain::UserId) -> String,
    chart_text: &dyn Fn(&ChartValue) -> String,
) -> TableCell {
    let text = || TableCell::Text(value.text(kind, name_of, chart_text));
    match value {
        Value::Number(number) => {
            let written = number.as_str();
            let digits = written.bytes().filter(u8::is_ascii_digit).count();
            let decimals = written.split_once('.').map_or(0, |(_, d)| d.len());
            match (written.parse(), u8::try_from(decimals)) {
                (Ok(value), Ok(decimals)) if digits <= EXACT_DIGITS => {
                    TableCell::Number { value, decimals }
                }
                _ => text(),
            }
        }
        // A label may have a comma in it.
        Value::Choices(chosen) => {
            let label = |option: &OptionId| Value::Choice(*option).text(kind, name_of, chart_text);
            TableCell::Text(chosen.iter().map(label).collect::<Vec<_>>().join("; "))
        }
        Value::Date(date) => TableCell::Date(*date),
        Value::DateTime(at) => TableCell::DateTime(*at),
        Value::Text(_)
        | Value::Place(_)
        | Value::Choice(_)
        | Value::Checkbox(_)
        | Value::Member(_)
        | Value::Checklist(_)
        | Value::Chart(_) => text(),
    }
}

fn place(row: &ExportedRow) -> &str {
    match row.values.first() {
        Some(Some(Value::Place(place))) => place,
        _ => "",
    }
}

fn name_key(row: &ExportedRow) -> (String, String) {
    let part = |part: &Option<String>| part.as_deref().unwrap_or_default().to_lowercase();
    (part(&row.identity.family), part(&row.identity.given))
}
