//! The same patient on two rows: to be looked at, and never left out.

use std::collections::HashMap;

use super::SheetPatient;
use crate::sheet::{Issue, IssueKind};
use crate::text::words;
use crate::value::identifier::IdentifierKind;

/// Notes every patient whose number, or name and birth date, an earlier row has.
pub(super) fn note(patients: &[SheetPatient], issues: &mut Vec<Issue>) {
    let mut rows_of_number: HashMap<(IdentifierKind, &str), u32> = HashMap::new();
    let mut rows_of_person: HashMap<(String, String, String), u32> = HashMap::new();
    for patient in patients {
        // A stay's number can stand for mother and child, and a number of unknown kind for anything.
        for identifier in patient.identifiers.iter().filter(|identifier| {
            matches!(
                identifier.kind,
                IdentifierKind::Mrn | IdentifierKind::Nhs | IdentifierKind::Ins
            )
        }) {
            let first_row = *rows_of_number
                .entry((identifier.kind, &identifier.value))
                .or_insert(patient.row);
            if first_row != patient.row {
                issues.push(Issue {
                    row: patient.row,
                    column: Some(identifier.column),
                    kind: IssueKind::SameIdentifier { first_row },
                });
            }
        }
        let (Some(family), Some(birth_date)) = (&patient.family, patient.birth_date) else {
            continue;
        };
        let given = patient.given.as_deref().unwrap_or_default();
        let first_row = *rows_of_person
            .entry((words(family), words(given), birth_date.to_string()))
            .or_insert(patient.row);
        if first_row != patient.row {
            issues.push(Issue {
                row: patient.row,
                column: None,
                kind: IssueKind::SamePatient { first_row },
            });
        }
    }
}
