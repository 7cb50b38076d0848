//! Reading a file for a preview: pure work, outside of the team's actor, since a large sheet takes a second.

use super::conversion::Conversion;
use super::duplicates::{DuplicateWarning, RowIdentities};
use super::issue::Issues;
use super::plan::ImportPlan;
use super::preview::{FoundColumn, FoundSheet, ImportPreview, PreviewRow};
use super::proposal::{Proposal, propose, propose_birth_name};
use super::resolution::resolve;
use super::{PreviewRefusal, SheetFile};
use domain::limits;
use domain::rejection::Rejection;
use domain::team::installation::Language;
use sheet::{Guess, ReadHints, Sheet, assemble};
use std::collections::BTreeMap;

/// Reads a file and makes rows of it. Duplicates in the team are not known yet.
pub(super) fn read(
    file: SheetFile,
    plan: &ImportPlan,
    language: Language,
) -> Result<(ImportPreview, RowIdentities), PreviewRefusal> {
    let hints = ReadHints {
        file_name: Some(&file.file_name),
        encoding: file.encoding,
        delimiter: file.delimiter,
        header: file.header,
    };
    let workbook = sheet::read(&file.content, &hints)?;
    let sheets = workbook.sheets.iter().map(found_sheet).collect();
    let index = file.sheet.unwrap_or_else(|| likeliest(&workbook.sheets));
    let unknown = || Rejection::Invalid {
        what: "sheet".into(),
    };
    let sheet = workbook.sheets.get(index).ok_or_else(unknown)?;

    let is_proposed = file.mapping.is_none();
    let Proposal {
        mut mapping,
        mut locked,
    } = match file.mapping {
        Some(mapping) => Proposal {
            mapping,
            locked: BTreeMap::new(),
        },
        None => propose(sheet, plan, language),
    };
    let mut resolution = resolve(&mapping, plan, sheet)?;
    let assembled = assemble(sheet, &resolution.reading, plan.today);
    let has_birth_names = assembled.patients.iter().any(|p| p.birth_family.is_some());
    if is_proposed && has_birth_names {
        mapping.birth_name = propose_birth_name(&mapping, plan, language);
        resolution = resolve(&mapping, plan, sheet)?;
    }
    if assembled.patients.len() > limits::PATIENTS {
        return Err(PreviewRefusal::from(Rejection::TooMany {
            what: "rows".into(),
            limit: limits::PATIENTS,
        }));
    }

    let mut issues = Issues::default();
    for issue in sheet.issues.iter().cloned().chain(assembled.issues) {
        issues.take(sheet, issue);
    }
    let mut conversion = Conversion {
        sheet,
        plan,
        resolution: &resolution,
        issues,
    };
    let mut rows = Vec::with_capacity(assembled.patients.len());
    for patient in assembled.patients {
        let (number, line) = (patient.row, patient.line);
        rows.extend(conversion.row(patient).map(|row| PreviewRow {
            number,
            line,
            row,
            duplicate: None,
        }));
    }
    let mut issues = conversion.issues;
    issues.sort();
    let identities = RowIdentities::new(rows.iter().map(|r| r.row.identity.clone()).collect());
    let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
    for (row, earlier) in rows.iter_mut().zip(identities.earlier()) {
        let earlier_row = earlier.and_then(|at| numbers.get(at)).copied();
        row.duplicate = earlier_row.map(DuplicateWarning::of_sheet);
    }
    let columns = sheet.columns.iter().map(|column| FoundColumn {
        header: column.header.clone(),
        guess: column.guess.clone(),
        samples: column.samples.clone(),
        filled: column.filled,
        date_order: column.date_order,
        locked: locked.remove(&column.index),
    });
    let preview = ImportPreview {
        sheets,
        sheet: index,
        source: sheet.source,
        header_row: sheet.header_row,
        columns: columns.collect(),
        mapping,
        fields: resolution.fields,
        rows,
        issues: issues.shown,
        more_issues: issues.more,
        skipped: assembled.skipped,
    };
    Ok((preview, identities))
}

fn found_sheet(sheet: &Sheet) -> FoundSheet {
    FoundSheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: sheet.rows.len(),
    }
}

/// The first sheet in view that has names; else the first in view; else the first.
fn likeliest(sheets: &[Sheet]) -> usize {
    let has_names = |sheet: &Sheet| {
        let mut guesses = sheet.columns.iter().map(|column| &column.guess);
        guesses.any(|guess| matches!(guess, Guess::FullName { .. } | Guess::Family))
    };
    let named = sheets.iter().position(|s| !s.hidden && has_names(s));
    let in_view = || sheets.iter().position(|sheet| !sheet.hidden);
    named.or_else(in_view).unwrap_or(0)
}
