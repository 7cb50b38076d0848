//! Who the patient is, from all columns that say so.

use super::column::{Column, date_issue};
use super::mapping::ColumnUse;
use super::record::Record;
use super::share::{NameLines, Share, says_name};
use super::{SheetIdentifier, SheetPatient};
use crate::sheet::IssueKind;
use crate::text::{is_longer_than, says_unknown, squeeze};
use crate::value::age::parse_age;
use crate::value::date::parse_date;
use crate::value::identifier::{IdentifierError, IdentifierKind, parse_identifier};
use crate::value::name::{MAX_NAME_CHARS, NameCell, parse_name, read_name_cell};
use crate::value::sex::parse_sex;

/// Fills the identity of one of the row's patients.
pub(super) fn read(
    record: &Record<'_>,
    names: &NameLines,
    columns: &[Column],
    patient: &mut SheetPatient,
    issue: &mut impl FnMut(usize, IssueKind),
) {
    for column in columns {
        let cell = record.cell(column.index);
        match column.column_use {
            ColumnUse::FullName { order } if says_name(cell) => {
                let lines = names.name_lines(cell, patient.line);
                from_name_cell(
                    column,
                    columns,
                    read_name_cell(&lines),
                    order,
                    patient,
                    issue,
                );
            }
            ColumnUse::Family
            | ColumnUse::BirthFamily
            | ColumnUse::Given
            | ColumnUse::Prefix
            | ColumnUse::Sex
            | ColumnUse::Identifier { .. }
            | ColumnUse::BirthDate { .. } => match names.share(cell, patient.line) {
                Share::Own(text) => {
                    from_own_text(record, column, columns, text, names, patient, issue)
                }
                // One line for several patients identifies none of them.
                Share::Common(_) | Share::Unclear => issue(column.index, IssueKind::LinesUnclear),
            },
            ColumnUse::Age => {
                if let Share::Own(text) = names.share(cell, patient.line)
                    && patient.sex.is_none()
                {
                    patient.sex = parse_age(text).and_then(|age| age.sex);
                }
            }
            _ => {}
        }
    }
    if patient.family.is_none() {
        patient.family = patient.birth_family.take();
    }
}

fn from_name_cell(
    column: &Column,
    columns: &[Column],
    cell: NameCell,
    order: crate::value::name::NameOrder,
    patient: &mut SheetPatient,
    issue: &mut impl FnMut(usize, IssueKind),
) {
    let name = parse_name(&cell.name, order);
    set(&mut patient.family, &name.family);
    set(&mut patient.given, &name.given);
    set(&mut patient.prefix, &name.prefix);
    set(&mut patient.birth_family, &name.birth_family);
    let has_birth_column = columns
        .iter()
        .any(|column| matches!(column.column_use, ColumnUse::BirthDate { .. }));
    patient.sex = patient.sex.or(cell.sex);
    if let Some(birth) = cell.birth_date.filter(|_| !has_birth_column) {
        match parse_date(&birth, &column.rules) {
            Ok(parsed) => patient.birth_date = Some(parsed.date),
            Err(error) => issue(column.index, date_issue(error)),
        }
    }
    for (kind, number) in cell.numbers {
        add_identifier(column.index, kind, &number, patient, issue);
    }
    if cell.has_rest {
        issue(column.index, IssueKind::NameRestUnread);
    }
}

fn from_own_text(
    record: &Record<'_>,
    column: &Column,
    columns: &[Column],
    text: &str,
    names: &NameLines,
    patient: &mut SheetPatient,
    issue: &mut impl FnMut(usize, IssueKind),
) {
    // That a sex is unknown is known, and kept; of anything else it says nothing.
    if column.column_use == ColumnUse::Sex {
        match parse_sex(text) {
            Some(sex) => patient.sex = Some(sex),
            None if says_unknown(text) => {}
            None => issue(column.index, IssueKind::UnreadableSex),
        }
        return;
    }
    if says_unknown(text) {
        return;
    }
    if is_longer_than(text, MAX_NAME_CHARS) {
        issue(column.index, IssueKind::TooLong);
        return;
    }
    match column.column_use {
        ColumnUse::Family => set(&mut patient.family, text),
        ColumnUse::BirthFamily => set(&mut patient.birth_family, text),
        ColumnUse::Given => set(&mut patient.given, text),
        ColumnUse::Prefix => set(&mut patient.prefix, text),
        ColumnUse::BirthDate { .. } => {
            let rules = column.rules_beside(record, names, columns, patient.line);
            match parse_date(text, &rules) {
                Ok(parsed) => patient.birth_date = Some(parsed.date),
                Err(error) => issue(column.index, date_issue(error)),
            }
        }
        ColumnUse::Identifier { kind } => {
            for line in text.split('\n').filter(|line| !says_unknown(line)) {
                add_identifier(column.index, kind, line, patient, issue);
            }
        }
        _ => {}
    }
}

fn add_identifier(
    column: usize,
    kind: IdentifierKind,
    text: &str,
    patient: &mut SheetPatient,
    issue: &mut impl FnMut(usize, IssueKind),
) {
    match parse_identifier(text, kind) {
        Ok(parsed) => {
            if !parsed.check_holds {
                issue(column, IssueKind::IdentifierCheckFailed);
            }
            patient.identifiers.push(SheetIdentifier {
                column,
                kind,
                value: parsed.value,
            });
        }
        Err(IdentifierError::Damaged) => issue(column, IssueKind::IdentifierDamaged),
    }
}

/// Sets a part that is not set yet.
fn set(part: &mut Option<String>, text: &str) {
    let text = squeeze(text);
    if part.is_none() && !text.is_empty() {
        *part = Some(text);
    }
}
