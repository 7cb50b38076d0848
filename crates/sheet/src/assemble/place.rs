//! Where a patient is: one or several columns, often filled only on the first row of a room.

use super::SkipReason;
use super::column::Column;
use super::mapping::{ColumnUse, Mapping};
use super::record::Record;
use super::share::{NameLines, Share};
use crate::sheet::{Issue, IssueKind};
use crate::text::{is_blank, is_longer_than, says_unknown, squeeze, words};

/// Characters of a place; a longer text alone in a row is a remark.
const MAX_PLACE_CHARS: usize = 30;

/// The place columns, and what the rows above said.
pub(super) struct Places {
    columns: Vec<usize>,
    above: Vec<String>,
    fill: bool,
    name_columns: Vec<usize>,
}

/// The text of each place column for one row.
pub(super) struct RowPlace {
    cells: Vec<(usize, String)>,
}

impl Places {
    pub(super) fn new(mapping: &Mapping) -> Self {
        let columns: Vec<usize> = mapping.with(|column| *column == ColumnUse::Place).collect();
        let name_columns = mapping
            .with(|column| {
                matches!(
                    column,
                    ColumnUse::FullName { .. } | ColumnUse::Family | ColumnUse::Given
                )
            })
            .collect();
        Self {
            above: vec![String::new(); columns.len()],
            columns,
            fill: mapping.fill_places,
            name_columns,
        }
    }

    /// The row's place. What is empty comes from above: the room where only the bed is named, and both where neither is.
    pub(super) fn of(&mut self, record: &Record<'_>, issues: &mut Vec<Issue>) -> RowPlace {
        let own: Vec<&str> = self
            .columns
            .iter()
            .map(|column| record.cell(*column))
            .collect();
        let first_own = own.iter().position(|cell| !is_blank(cell));
        let from_above = if self.fill {
            first_own.unwrap_or(own.len())
        } else {
            0
        };
        let mut cells = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            if at < from_above && !self.above[at].is_empty() {
                issues.push(Issue {
                    row: record.row,
                    column: Some(*column),
                    kind: IssueKind::PlaceFromAbove,
                });
                cells.push((*column, self.above[at].clone()));
            } else {
                cells.push((*column, own[at].to_owned()));
            }
        }
        self.remember(&cells);
        RowPlace { cells }
    }

    /// Why a row without a name is no line that was lost: an empty place, or a remark; None where it has more in it.
    pub(super) fn without_patient(
        &mut self,
        record: &Record<'_>,
        columns: &[Column],
    ) -> Option<SkipReason> {
        let is_place = |column: &usize| self.columns.contains(column);
        let others: Vec<usize> = record.filled().filter(|column| !is_place(column)).collect();
        let says_nothing = |column: usize| {
            says_unoccupied(record.cell(column)) || says_unknown(record.cell(column))
        };
        let is_used = |column: usize| columns.iter().any(|used| used.index == column);
        let unoccupied = self
            .name_columns
            .iter()
            .any(|column| says_unoccupied(record.cell(*column)));
        let nothing_else = others
            .iter()
            .all(|column| says_nothing(*column) || !is_used(*column));
        // A closed bed often has its reason beside it.
        let reason_at_most = unoccupied && others.len() <= 2;
        if !nothing_else && !reason_at_most {
            return None;
        }
        let cells: Vec<(usize, String)> = self
            .columns
            .iter()
            .map(|column| (*column, record.cell(*column).to_owned()))
            .collect();
        let text = cells
            .iter()
            .map(|(_, cell)| cell.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        if is_longer_than(&text, MAX_PLACE_CHARS) {
            return Some(SkipReason::Remark);
        }
        if !is_blank(&text) {
            self.remember(&cells);
        }
        Some(SkipReason::EmptyPlace)
    }

    fn remember(&mut self, cells: &[(usize, String)]) {
        for (above, (_, cell)) in self.above.iter_mut().zip(cells) {
            above.clone_from(cell);
        }
    }
}

/// The place of one of the row's patients.
pub(super) fn for_line(
    place: &RowPlace,
    names: &NameLines,
    patient: usize,
    issue: &mut impl FnMut(usize, IssueKind),
) -> Option<String> {
    let mut parts = Vec::new();
    for (column, cell) in &place.cells {
        match names.share(cell, patient) {
            Share::Own(text) | Share::Common(text) if is_longer_than(text, MAX_PLACE_CHARS) => {
                issue(*column, IssueKind::TooLong);
            }
            Share::Own(text) | Share::Common(text) if !says_unknown(text) => {
                parts.push(squeeze(text));
            }

            Share::Own(_) | Share::Common(_) => {}
            Share::Unclear => issue(*column, IssueKind::LinesUnclear),
        }
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether a text says that nobody is in the bed.
pub(super) fn says_unoccupied(text: &str) -> bool {
    if is_longer_than(text, MAX_PLACE_CHARS) {
        return false;
    }
    matches!(
        words(text).as_str(),
        "libre"
            | "lit libre"
            | "chambre libre"
            | "vide"
            | "lit vide"
            | "vacant"
            | "vacante"
            | "inoccupe"
            | "non occupe"
            | "ferme"
            | "lit ferme"
            | "chambre fermee"
            | "fermee"
            | "bloque"
            | "lit bloque"
            | "disponible"
            | "empty"
            | "empty bed"
            | "bed empty"
            | "unoccupied"
            | "closed"
            | "bed closed"
            | "closed bed"
            | "blocked"
            | "available"
            | "free"
            | "no patient"
            | "aucun"
            | "personne"
            | "pas de patient"
            | "nobody"
            | "reserve"
            | "reserved"
    )
}
