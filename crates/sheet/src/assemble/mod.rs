//! A sheet and a mapping to patients, with every row accounted for.

mod column;
mod duplicates;
mod identity;
mod mapping;
mod place;
mod record;
mod share;

use std::collections::HashSet;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::sheet::{Issue, IssueKind, RowKind, Sheet};
use crate::value::date::PartialDate;
use crate::value::identifier::IdentifierKind;
use crate::value::sex::Sex;
use column::Column;
use record::Record;

pub use mapping::{ColumnUse, Mapping};

/// What a sheet gives with a mapping. Each row of the sheet is the header, or in `skipped`, or the row of at least one patient, or has
/// an issue of the effect [`crate::Effect::LineLeftOut`].
#[derive(Default)]
pub struct Assembled {
    /// The patients in the order of the sheet.
    pub patients: Vec<SheetPatient>,
    /// What a person should look at, in the order of the sheet. Those of reading ([`Sheet::issues`]) are not repeated.
    pub issues: Vec<Issue>,
    /// Rows that are no patients, in the order of the sheet.
    pub skipped: Vec<Skipped>,
}

/// Rows that are no patients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SkippedRows)]
pub struct Skipped {
    /// The first row's number.
    pub first_row: u32,
    /// The last row's number: the same, but for a run of empty rows.
    pub last_row: u32,
    /// Why.
    pub reason: SkipReason,
}

/// Why a row is no patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Nothing in it.
    Empty,
    /// A title.
    Title,
    /// The header again.
    RepeatedHeader,
    /// Totals, counts, averages.
    Total,
    /// A remark outside the table.
    Remark,
    /// A place without a patient.
    EmptyPlace,
}

/// One patient of a sheet. No Debug: it holds a person's data.
#[derive(Clone, Default, PartialEq)]
pub struct SheetPatient {
    /// The number of the first row.
    pub row: u32,
    /// The number of the last row: larger where merged cells make one patient of several rows.
    pub last_row: u32,
    /// Which patient of that row it is, from 0.
    pub line: usize,
    /// Family name, as written.
    pub family: Option<String>,
    /// Given names, as written.
    pub given: Option<String>,
    /// Title, as written.
    pub prefix: Option<String>,
    /// Family name at birth, where the sheet has it beside the one in use.
    pub birth_family: Option<String>,
    /// Administrative sex.
    pub sex: Option<Sex>,
    /// Birth date; its ISO form is what it displays as.
    pub birth_date: Option<PartialDate>,
    /// Numbers, in the order of the columns.
    pub identifiers: Vec<SheetIdentifier>,
    /// Bed, room, or both.
    pub place: Option<String>,
    /// The values: the column's index and what stands there. What is empty is not among them.
    pub values: Vec<(usize, CellValue)>,
}

/// A number of a patient.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetIdentifier {
    /// The column's index.
    pub column: usize,
    /// Which number it is.
    pub kind: IdentifierKind,
    /// The number.
    pub value: String,
}

/// A value as its column's use reads it. No Debug: it is about a person.
#[derive(Clone, PartialEq)]
pub enum CellValue {
    /// Of [`ColumnUse::Text`] and [`ColumnUse::Choice`] on one line, of [`ColumnUse::LongText`] with its lines.
    Text(String),
    /// A number.
    Number {
        /// With a point before its decimals, to the precision that was written.
        value: String,
        /// As written behind it, or empty.
        unit: String,
    },
    /// A tick, or a refused one.
    Checkbox(bool),
    /// A day.
    Date(Date),
    /// A day and a time, in the team's time zone.
    DateTime(DateTime),
}

/// Makes patients of a sheet. `today` is the team's day: births are before it.
pub fn assemble(sheet: &Sheet, mapping: &Mapping, today: Date) -> Assembled {
    let mut assembled = Assembled::default();
    let columns = column::columns(sheet, mapping, today);
    let mut places = place::Places::new(mapping);
    for record in records(sheet, mapping, &mut assembled.skipped) {
        let names = match share::NameLines::of(&record, mapping) {
            Ok(names) => names,
            Err(kind) => {
                assembled.issues.push(Issue {
                    row: record.row,
                    column: None,
                    kind,
                });
                continue;
            }
        };
        if names.patients == 0 {
            leave_out(&record, &columns, &mut places, &mut assembled);
            continue;
        }
        let place = places.of(&record, &mut assembled.issues);
        for line in 0..names.patients {
            let mut patient = SheetPatient {
                row: record.row,
                last_row: record.last_row,
                line,
                ..SheetPatient::default()
            };
            let mut issue = |column: usize, kind: IssueKind| {
                assembled.issues.push(Issue {
                    row: record.row,
                    column: Some(column),
                    kind,
                });
            };
            patient.place = place::for_line(&place, &names, line, &mut issue);
            identity::read(&record, &names, &columns, &mut patient, &mut issue);
            column::values(&record, &names, &columns, &mut patient, &mut issue);
            assembled.patients.push(patient);
        }
    }
    duplicates::note(&assembled.patients, &mut assembled.issues);
    // Two patients of one row can have the same issue; it is about the row's cell.
    let mut seen = HashSet::new();
    assembled
        .issues
        .retain(|issue| seen.insert((issue.row, issue.column, issue.kind.clone())));
    assembled.issues.sort_by_key(|issue| issue.row);
    assembled.skipped.sort_by_key(|skipped| skipped.first_row);
    assembled
}

/// The data rows as records; all other rows, and the empty ones between, are noted as skipped.
fn records<'a>(sheet: &'a Sheet, mapping: &Mapping, skipped: &mut Vec<Skipped>) -> Vec<Record<'a>> {
    let mut records: Vec<Record<'a>> = Vec::new();
    let mut last_number = 0;
    for row in &sheet.rows {
        if row.number > last_number + 1 {
            skipped.push(Skipped {
                first_row: last_number + 1,
                last_row: row.number - 1,
                reason: SkipReason::Empty,
            });
        }
        last_number = row.number;
        let reason = match row.kind {
            RowKind::Header => continue,
            RowKind::Title => SkipReason::Title,
            RowKind::RepeatedHeader => SkipReason::RepeatedHeader,
            RowKind::Total => SkipReason::Total,
            RowKind::Remark => SkipReason::Remark,
            RowKind::Data => {
                match records.last_mut() {
                    Some(above) if above.is_continued_by(row, mapping) => above.add(row),
                    _ => records.push(Record::of(row)),
                }
                continue;
            }
        };
        skipped.push(Skipped {
            first_row: row.number,
            last_row: row.number,
            reason,
        });
    }
    records
}

/// A row without a name is an empty place if nothing else is in it; else it is reported.
fn leave_out(
    record: &Record<'_>,
    columns: &[Column],
    places: &mut place::Places,
    assembled: &mut Assembled,
) {
    match places.without_patient(record, columns) {
        Some(reason) => {
            assembled.skipped.push(Skipped {
                first_row: record.row,
                last_row: record.last_row,
                reason,
            });
        }
        None => assembled.issues.push(Issue {
            row: record.row,
            column: None,
            kind: IssueKind::NoName,
        }),
    }
}
