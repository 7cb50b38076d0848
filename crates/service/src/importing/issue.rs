//! What a person should look at before they import.

use serde::Serialize;
use sheet::{Effect, Issue, IssueKind, Sheet};

/// Issues that a preview names: as many as a sheet may have rows. A sheet with more needs another mapping and not a longer list.
pub(super) const MAX_ISSUES: usize = sheet::limits::MAX_ROWS;

/// Characters of a cell that an issue shows.
const CELL_CHARS: usize = 80;

// No Debug: it shows a cell.
/// Something that a person should know about a row.
#[derive(Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ImportIssue {
    /// The row's number, as the person's spreadsheet program has it.
    pub row: u32,
    /// The column's index, where it is about one cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// How the cell begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What it did.
    pub effect: Effect,
    /// What it is.
    pub reason: IssueReason,
}

/// What can be wrong or worth knowing. The interface words it.
#[derive(Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
pub enum IssueReason {
    /// With the sheet itself.
    Sheet(IssueKind),
    /// Between the sheet and the team.
    Team(TeamIssueKind),
}

/// What can be wrong between a sheet and a team.
#[derive(Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TeamIssueKind {
    /// The field offers no such option.
    UnknownOption,
    /// No member of the team has this name.
    UnknownMember,
    /// Several members have this name.
    UnclearMember,
    /// The number has another unit than the field.
    OtherUnit,
    /// The number has a unit and the field has none. The number is kept.
    UnitLeftOut,
    /// A control character, which could not be shown, was taken out.
    ControlCharacterRemoved,
    /// More items than a checklist takes, or a longer one.
    TooManyItems,
    /// More identifiers than a patient has.
    TooManyIdentifiers,
    /// No status of a patient is called so: they come in as present.
    UnknownStatus,
    /// A name at birth, for which the mapping has no field.
    BirthNameLeftOut,
}

impl TeamIssueKind {
    fn effect(&self) -> Effect {
        match self {
            TeamIssueKind::UnknownOption
            | TeamIssueKind::UnknownMember
            | TeamIssueKind::UnclearMember
            | TeamIssueKind::OtherUnit
            | TeamIssueKind::UnknownStatus
            | TeamIssueKind::TooManyItems
            | TeamIssueKind::TooManyIdentifiers
            | TeamIssueKind::BirthNameLeftOut => Effect::ValueLeftOut,
            TeamIssueKind::UnitLeftOut | TeamIssueKind::ControlCharacterRemoved => Effect::Noted,
        }
    }
}

impl From<IssueKind> for IssueReason {
    fn from(kind: IssueKind) -> Self {
        IssueReason::Sheet(kind)
    }
}

impl From<TeamIssueKind> for IssueReason {
    fn from(kind: TeamIssueKind) -> Self {
        IssueReason::Team(kind)
    }
}

/// The issues of a preview, and how many more there are.
#[derive(Default)]
pub(super) struct Issues {
    pub(super) shown: Vec<ImportIssue>,
    pub(super) more: usize,
}

impl Issues {
    pub(super) fn take(&mut self, sheet: &Sheet, issue: Issue) {
        self.add(sheet, issue.row, issue.column, issue.kind);
    }

    pub(super) fn add(
        &mut self,
        sheet: &Sheet,
        row: u32,
        column: Option<usize>,
        reason: impl Into<IssueReason>,
    ) {
        if self.shown.len() >= MAX_ISSUES {
            self.more += 1;
            return;
        }
        let reason = reason.into();
        let effect = match &reason {
            IssueReason::Sheet(kind) => kind.effect(),
            IssueReason::Team(kind) => kind.effect(),
        };
        self.shown.push(ImportIssue {
            row,
            column,
            cell: column.and_then(|column| cell(sheet, row, column)),
            effect,
            reason,
        });
    }

    /// In the order of the sheet.
    pub(super) fn sort(&mut self) {
        self.shown.sort_by_key(|issue| (issue.row, issue.column));
    }
}

fn cell(sheet: &Sheet, row: u32, column: usize) -> Option<String> {
    let at = sheet
        .rows
        .binary_search_by_key(&row, |row| row.number)
        .ok()?;
    let text = sheet.rows.get(at)?.cell(column).trim();
    (!text.is_empty()).then(|| text.chars().take(CELL_CHARS).collect())
}
