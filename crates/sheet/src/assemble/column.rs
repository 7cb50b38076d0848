//! A column with all that it needs to read its cells, and the values in them.

use jiff::civil::Date;

use super::mapping::{ColumnUse, Mapping};
use super::record::Record;
use super::share::{NameLines, Share};
use super::{CellValue, SheetPatient};
use crate::limits::MAX_CELL_CHARS;
use crate::sheet::{IssueKind, RowKind, Sheet};
use crate::text::{filled_lines, is_blank, is_longer_than, says_unknown, squeeze};
use crate::value::age::parse_age;
use crate::value::checkbox::parse_checkbox;
use crate::value::date::{
    DateError, DateOrder, DatePurpose, DateRules, OrderFinding, find_date_order, parse_date,
};
use crate::value::number::{DecimalMark, NumberError, find_decimal_mark, parse_number};

/// Up to this age all patients of a ward can be children.
const CHILD_YEARS: i16 = 18;

/// A used column.
pub(super) struct Column {
    pub(super) index: usize,
    pub(super) column_use: ColumnUse,
    pub(super) rules: DateRules,
    mark: Option<DecimalMark>,
}

/// The used columns, each with what its cells say together.
pub(super) fn columns(sheet: &Sheet, mapping: &Mapping, today: Date) -> Vec<Column> {
    mapping
        .columns
        .iter()
        .map(|(index, column_use)| {
            let lines = || {
                sheet
                    .rows
                    .iter()
                    .filter(|row| row.kind == RowKind::Data)
                    .flat_map(|row| row.cell(*index).split('\n'))
            };
            let purpose = match column_use {
                ColumnUse::Date { .. } | ColumnUse::DateTime { .. } => DatePurpose::Other,
                _ => DatePurpose::Birth,
            };
            let mut rules = DateRules::new(today, purpose);
            rules.epoch_1904 = sheet.epoch_1904;
            rules.order = match column_use {
                ColumnUse::Date { order: Some(order) }
                | ColumnUse::DateTime { order: Some(order) }
                | ColumnUse::BirthDate { order: Some(order) } => OrderFinding::Proved(*order),
                ColumnUse::Date { order: None }
                | ColumnUse::DateTime { order: None }
                | ColumnUse::BirthDate { order: None } => find_date_order(lines()),
                _ => OrderFinding::Assumed(DateOrder::DayFirst),
            };
            rules.children_only =
                matches!(column_use, ColumnUse::BirthDate { .. }) && are_children(lines(), &rules);
            let mark = if *column_use == ColumnUse::Number {
                find_decimal_mark(lines()).or(mapping.decimal_mark)
            } else {
                None
            };
            Column {
                index: *index,
                column_use: *column_use,
                rules,
                mark,
            }
        })
        .collect()
}

/// Whether all birth dates that can be read are of children.
fn are_children<'a>(lines: impl Iterator<Item = &'a str>, rules: &DateRules) -> bool {
    let mut years = lines
        .filter_map(|line| parse_date(line, rules).ok())
        .map(|parsed| parsed.date.year())
        .peekable();
    years.peek().is_some() && years.all(|year| rules.today.year() - year <= CHILD_YEARS)
}

impl Column {
    /// The rules for a birth date with the age that the row gives in another column.
    pub(super) fn rules_beside(
        &self,
        record: &Record<'_>,
        names: &NameLines,
        columns: &[Column],
        patient: usize,
    ) -> DateRules {
        let age = columns
            .iter()
            .filter(|column| column.column_use == ColumnUse::Age)
            .filter_map(
                |column| match names.share(record.cell(column.index), patient) {
                    Share::Own(text) => parse_age(text)?.years,
                    Share::Common(_) | Share::Unclear => None,
                },
            )
            .next();
        DateRules {
            age_years: age,
            ..self.rules
        }
    }

    /// Whether its cells are values, and not identity or place.
    fn holds_values(&self) -> bool {
        match self.column_use {
            ColumnUse::Text
            | ColumnUse::LongText
            | ColumnUse::Choice
            | ColumnUse::Number
            | ColumnUse::Checkbox
            | ColumnUse::Date { .. }
            | ColumnUse::DateTime { .. } => true,
            ColumnUse::Place
            | ColumnUse::FullName { .. }
            | ColumnUse::Family
            | ColumnUse::BirthFamily
            | ColumnUse::Given
            | ColumnUse::Prefix
            | ColumnUse::Sex
            | ColumnUse::BirthDate { .. }
            | ColumnUse::Identifier { .. }
            | ColumnUse::Age => false,
        }
    }

    /// The value in a text; None where it says that nothing is known.
    fn value(&self, text: &str) -> Result<Option<CellValue>, IssueKind> {
        if is_blank(text) {
            return Ok(None);
        }
        if is_formula_error(text) {
            return Err(IssueKind::FormulaError);
        }
        if is_longer_than(text, MAX_CELL_CHARS) {
            return Err(IssueKind::TooLong);
        }
        let not_known = says_unknown(text);
        Ok(match self.column_use {
            ColumnUse::Text | ColumnUse::Choice => Some(CellValue::Text(
                filled_lines(text)
                    .map(squeeze)
                    .collect::<Vec<_>>()
                    .join("; "),
            )),
            ColumnUse::LongText => Some(CellValue::Text(text.trim().to_owned())),
            ColumnUse::Number
            | ColumnUse::Checkbox
            | ColumnUse::Date { .. }
            | ColumnUse::DateTime { .. }
                if not_known =>
            {
                None
            }
            ColumnUse::Number => {
                let number = parse_number(text, self.mark).map_err(|error| match error {
                    NumberError::Unreadable => IssueKind::UnreadableNumber,
                    NumberError::Ambiguous => IssueKind::NumberUnclear,
                })?;
                Some(CellValue::Number {
                    value: number.value,
                    unit: number.unit,
                })
            }
            ColumnUse::Checkbox => Some(CellValue::Checkbox(
                parse_checkbox(text).ok_or(IssueKind::UnreadableCheckbox)?,
            )),
            ColumnUse::Date { .. } => {
                let parsed = parse_date(text, &self.rules).map_err(date_issue)?;
                Some(CellValue::Date(
                    parsed.date.whole().ok_or(IssueKind::UnreadableDate)?,
                ))
            }
            ColumnUse::DateTime { .. } => {
                let parsed = parse_date(text, &self.rules).map_err(date_issue)?;
                Some(CellValue::DateTime(
                    parsed.date_time().ok_or(IssueKind::NoTime)?,
                ))
            }
            ColumnUse::Place
            | ColumnUse::FullName { .. }
            | ColumnUse::Family
            | ColumnUse::BirthFamily
            | ColumnUse::Given
            | ColumnUse::Prefix
            | ColumnUse::Sex
            | ColumnUse::BirthDate { .. }
            | ColumnUse::Identifier { .. }
            | ColumnUse::Age => None,
        })
    }
}

/// Fills the values of one of the row's patients.
pub(super) fn values(
    record: &Record<'_>,
    names: &NameLines,
    columns: &[Column],
    patient: &mut SheetPatient,
    issue: &mut impl FnMut(usize, IssueKind),
) {
    for column in columns.iter().filter(|column| column.holds_values()) {
        let read = match names.share(record.cell(column.index), patient.line) {
            Share::Own(text) => column.value(text),
            Share::Common(text) => column.value(text).inspect(|value| {
                if value.is_some() {
                    issue(column.index, IssueKind::SharedByPatients);
                }
            }),
            Share::Unclear => Err(IssueKind::LinesUnclear),
        };
        match read {
            Ok(Some(value)) => patient.values.push((column.index, value)),
            Ok(None) => {}
            Err(kind) => issue(column.index, kind),
        }
    }
}

/// How an unread date is reported.
pub(super) fn date_issue(error: DateError) -> IssueKind {
    match error {
        DateError::Unreadable => IssueKind::UnreadableDate,
        DateError::Impossible => IssueKind::ImpossibleDate,
        DateError::OrderUnclear => IssueKind::DateOrderUnclear,
        DateError::CenturyUnclear => IssueKind::CenturyUnclear,
        DateError::InFuture => IssueKind::BirthDateInFuture,
        DateError::TooLongAgo => IssueKind::BirthDateTooLongAgo,
    }
}

/// What Excel shows where a formula has no result, in English and French.
fn is_formula_error(text: &str) -> bool {
    matches!(
        text.trim(),
        "#REF!"
            | "#N/A"
            | "#VALUE!"
            | "#DIV/0!"
            | "#NAME?"
            | "#NULL!"
            | "#NUM!"
            | "#SPILL!"
            | "#CALC!"
            | "#VALEUR!"
            | "#NOM?"
            | "#NUL!"
            | "#NOMBRE!"
    )
}
