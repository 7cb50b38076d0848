//! Several patients in one row: whose is which line of a cell.
//!
//! ```text
//! 12 | DUPONT Jean | 14/07/1945 | à jeun         two patients: the birth dates have as many lines as the names
//!    | MARTIN Luc  | 03/02/1938 |
//! 14 | ROUX        | 01/05/1950 | dort bien      one patient: one birth date
//!    | Anne        |            | mange peu
//! ```

use super::mapping::{ColumnUse, Mapping};
use super::record::Record;
use crate::sheet::IssueKind;
use crate::text::{filled_lines, is_blank, is_longer_than, says_unknown};
use crate::value::date::looks_like_date;
use crate::value::name::{MAX_NAME_CHARS, is_detail_of_name, is_whole_name};

/// Patients of one row: no hospital has larger bays.
const MAX_PATIENTS_IN_ROW: usize = 16;

/// How the lines of the name's cell are shared out.
pub(super) struct NameLines {
    /// How many patients the row has; none where it has no name.
    pub(super) patients: usize,
    /// Lines of the name's cell, with empty ones.
    all_lines: usize,
    /// For each patient the index of the first line among all.
    starts: Vec<usize>,
}

/// What a cell holds for one of the patients of its row.
pub(super) enum Share<'a> {
    /// That patient's own text, which may be empty.
    Own(&'a str),
    /// One line for all.
    Common(&'a str),
    /// It cannot be told.
    Unclear,
}

impl NameLines {
    /// The names of a row; or why the row is left out.
    pub(super) fn of(record: &Record<'_>, mapping: &Mapping) -> Result<Self, IssueKind> {
        let find = |wanted: fn(&ColumnUse) -> bool| {
            mapping
                .with(wanted)
                .find(|column| says_name(record.cell(*column)))
        };
        let full = find(|column| matches!(column, ColumnUse::FullName { .. }));
        let family = find(|column| *column == ColumnUse::Family);
        let given = find(|column| *column == ColumnUse::Given);
        let Some(column) = full.or(family).or(given) else {
            return Ok(Self {
                patients: 0,
                all_lines: 0,
                starts: Vec::new(),
            });
        };
        let too_long = [full, family, given].into_iter().flatten().any(|column| {
            record
                .cell(column)
                .split('\n')
                .any(|line| is_longer_than(line.trim(), MAX_NAME_CHARS))
        });
        if too_long {
            return Err(IssueKind::NameTooLong);
        }
        let cell = record.cell(column);
        let starts = starts_of_names(cell);
        if starts.len() > MAX_PATIENTS_IN_ROW {
            return Err(IssueKind::TooManyPatients);
        }
        let is_several = mapping.split_lines
            && starts.len() > 1
            && are_several(record, mapping, cell, full.is_some(), &starts);
        if !is_several && is_longer_than(cell, MAX_NAME_CHARS) {
            return Err(IssueKind::NameTooLong);
        }
        Ok(Self {
            patients: if is_several { starts.len() } else { 1 },
            all_lines: cell.split('\n').count(),
            starts,
        })
    }

    /// The part of a cell that is one patient's.
    pub(super) fn share<'a>(&self, cell: &'a str, patient: usize) -> Share<'a> {
        if self.patients <= 1 || is_blank(cell) {
            return Share::Own(cell);
        }
        let filled: Vec<&str> = filled_lines(cell).collect();
        let all: Vec<&str> = cell.split('\n').map(str::trim).collect();
        let one_line_each = self.starts.len() == self.all_lines;
        if filled.len() == self.patients {
            Share::Own(filled[patient])
        } else if all.len() == self.all_lines
            && all.len() > 1
            && (one_line_each || self.only_at_starts(&all))
        {
            Share::Own(
                self.starts
                    .get(patient)
                    .and_then(|start| all.get(*start))
                    .copied()
                    .unwrap_or_default(),
            )
        } else if filled.len() == 1 && all.len() == 1 {
            Share::Common(filled[0])
        } else {
            Share::Unclear
        }
    }

    /// The lines of the name's own cell that are one patient's.
    pub(super) fn name_lines<'a>(&self, cell: &'a str, patient: usize) -> Vec<&'a str> {
        let lines = cell.split('\n').map(str::trim);
        let (from, to) = if self.patients <= 1 {
            (0, usize::MAX)
        } else {
            let start = |at: usize| self.starts.get(at).copied().unwrap_or(usize::MAX);
            (start(patient), start(patient + 1))
        };
        lines
            .skip(from)
            .take(to.saturating_sub(from))
            .filter(|line| !is_blank(line))
            .collect()
    }

    /// Whether every filled line stands beside the first line of a name.
    fn only_at_starts(&self, lines: &[&str]) -> bool {
        lines
            .iter()
            .enumerate()
            .all(|(at, line)| is_blank(line) || self.starts.contains(&at))
    }
}

/// Whether a name's cell says one: no dash, no "libre".
pub(super) fn says_name(cell: &str) -> bool {
    !is_blank(cell) && !says_unknown(cell) && !super::place::says_unoccupied(cell)
}

/// The indexes of the lines at which a name begins. Birth dates, numbers and "née …" below a name belong to it.
fn starts_of_names(cell: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for (at, line) in cell.split('\n').enumerate() {
        if !is_blank(line) && (starts.is_empty() || !is_detail_of_name(line)) {
            starts.push(at);
        }
    }
    starts
}

fn are_several(
    record: &Record<'_>,
    mapping: &Mapping,
    cell: &str,
    is_full_name: bool,
    starts: &[usize],
) -> bool {
    let lines: Vec<&str> = cell.split('\n').map(str::trim).collect();
    let evidence: Vec<&str> = mapping
        .with(|column| {
            matches!(
                column,
                ColumnUse::BirthDate { .. } | ColumnUse::Identifier { .. } | ColumnUse::Sex
            ) || (!is_full_name && *column == ColumnUse::Given)
        })
        .map(|column| record.cell(column))
        .filter(|cell| !is_blank(cell))
        .collect();
    let as_many = |cell: &&str| {
        let filled = filled_lines(cell).count();
        filled == starts.len()
            || (filled > 0 && cell.contains('\n') && cell.split('\n').count() == lines.len())
    };
    let own_dates = starts.iter().enumerate().all(|(at, start)| {
        let end = starts.get(at + 1).copied().unwrap_or(lines.len());
        lines[*start..end].iter().any(|line| looks_like_date(line))
    });
    let whole_names = is_full_name && starts.iter().all(|start| is_whole_name(lines[*start]));
    let two_words_each = is_full_name
        && starts
            .iter()
            .all(|start| lines[*start].split_whitespace().count() > 1);
    evidence.iter().any(as_many)
        || own_dates
        || whole_names
        || (evidence.is_empty() && two_words_each)
}
