//! Taking a sheet's patients in.

use super::{Asker, Context, fields, patients, values};
use crate::field::{Field, check_field_count};
use crate::identity::{Identity, IdentityIndex};
use crate::rejection::Rejection;
use crate::team::command::{DuplicateAnswer, ImportPatients, ImportRow, NewField};
use crate::team::event::{
    Event, FieldAdded, FieldValue, ListColumnsSet, PatientAdded, PatientAddedToList,
    PatientsImported, ValueSet,
};
use crate::team::state::{List, PatientStatus};
use crate::{ImportId, ListId, PatientId, UserId, limits};
use std::collections::BTreeSet;

pub(super) fn import(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: ImportPatients,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    check_size(asker, &command)?;
    let identities = command
        .rows
        .iter()
        .map(|row| row.identity.clone().checked())
        .collect::<Result<Vec<_>, _>>()?;
    check_duplicates(asker, &command.rows, &identities)?;
    confirm_audience(asker, list, &command)?;

    let import = Import {
        id: ImportId::new((context.fresh_id)()),
        list: command.list,
        made: make_fields(asker, context, command.fields)?,
    };
    let mut rows = Vec::with_capacity(command.rows.len());
    let mut taken = BTreeSet::new();
    for (row, identity) in command.rows.iter().zip(identities) {
        let new_values = import.values(asker, context, row)?;
        match row.duplicate {
            Some(DuplicateAnswer::Same { patient }) => {
                if !taken.insert(patient) {
                    return Err(Rejection::Invalid {
                        what: "rows.duplicate".into(),
                    });
                }
                rows.extend(import.complete(asker, patient, new_values)?);
            }
            None | Some(DuplicateAnswer::Distinct) => {
                rows.push(Event::PatientAdded(PatientAdded {
                    patient: PatientId::new((context.fresh_id)()),
                    list: import.list,
                    identity,
                    status: row.status.unwrap_or(PatientStatus::Present),
                    values: new_values,
                    import: Some(import.id),
                }));
            }
        }
    }
    let brought = rows
        .iter()
        .filter(|e| matches!(e, Event::PatientAdded(_) | Event::PatientAddedToList(_)))
        .count();
    let mut events = vec![Event::PatientsImported(PatientsImported {
        import: import.id,
        list: import.list,
        patients: u32::try_from(brought).unwrap_or(u32::MAX),
    })];
    events.extend(import.schema_events(&list.columns));
    events.extend(rows);
    Ok(events)
}

fn check_size(asker: &Asker<'_>, command: &ImportPatients) -> Result<(), Rejection> {
    if command.rows.is_empty() {
        return Err(Rejection::Required {
            what: "rows".into(),
        });
    }
    if command.rows.len() > limits::PATIENTS {
        return Err(Rejection::TooMany {
            what: "rows".into(),
            limit: limits::PATIENTS,
        });
    }
    let new = command.rows.iter().filter(|row| same(row).is_none());
    patients::check_patient_count(asker.team, new.count())?;
    check_field_count(asker.team.fields.len() + command.fields.len())
}

/// The patient of the team whom a row is said to be.
fn same(row: &ImportRow) -> Option<PatientId> {
    match row.duplicate {
        Some(DuplicateAnswer::Same { patient }) => Some(patient),
        None | Some(DuplicateAnswer::Distinct) => None,
    }
}

/// Asks about each row without an answer that may be a patient of the team, or an earlier row's. The keys of all patients are made
/// once: a sheet of thousands is compared with a team of thousands.
fn check_duplicates(
    asker: &Asker<'_>,
    rows: &[ImportRow],
    identities: &[Identity],
) -> Result<(), Rejection> {
    let mut known = IdentityIndex::default();
    for patient in asker.team.patients.values() {
        known.insert(&patient.identity);
    }
    let mut earlier = IdentityIndex::default();
    for (row, identity) in rows.iter().zip(identities) {
        if row.duplicate.is_none() {
            if known.has(identity) {
                patients::warn_of_duplicates(asker, identity)?;
            }
            if earlier.has(identity) {
                return Err(Rejection::PossibleDuplicate {
                    patients: vec![],
                    hidden: false,
                });
            }
        }
        earlier.insert(identity);
    }
    Ok(())
}

/// Asks before patients whom the team has already are seen by more people, naming everybody at once.
fn confirm_audience(
    asker: &Asker<'_>,
    list: &List,
    command: &ImportPatients,
) -> Result<(), Rejection> {
    let mut users: BTreeSet<UserId> = BTreeSet::new();
    for id in command.rows.iter().filter_map(same) {
        let patient = asker.patient(id)?;
        if !patient.lists.contains(&command.list) {
            patients::placeable(asker, id, list)?;
            users.extend(asker.team.wider_audience(patient, command.list));
        }
    }
    patients::confirm_users(users, command.confirm_audience)
}

fn make_fields(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    new: Vec<NewField>,
) -> Result<Vec<Field>, Rejection> {
    let mut made: Vec<Field> = Vec::with_capacity(new.len());
    for new in new {
        let field = fields::new_field(asker, context, new)?;
        if made.iter().any(|other| other.name == field.name) {
            return Err(Rejection::NameTaken {
                what: "fields.name".into(),
            });
        }
        made.push(field);
    }
    Ok(made)
}

/// One import, as far as its rows share it.
struct Import {
    id: ImportId,
    list: ListId,
    made: Vec<Field>,
}

impl Import {
    /// The values of a row: of fields that were there, and of those that the import makes.
    fn values(
        &self,
        asker: &Asker<'_>,
        context: &mut Context<'_>,
        row: &ImportRow,
    ) -> Result<Vec<FieldValue>, Rejection> {
        let mut parsed = values::first(asker, context, &row.values)?;
        let mut seen = BTreeSet::new();
        for typed in &row.new_values {
            let field = self
                .made
                .get(typed.index)
                .ok_or_else(|| Rejection::Invalid {
                    what: "rows.new_values.index".into(),
                })?;
            if !seen.insert(typed.index) {
                return Err(Rejection::Invalid {
                    what: "rows.new_values".into(),
                });
            }
            if let Some(value) = values::parse(asker, context, field, &typed.value, None)? {
                parsed.push(FieldValue {
                    field: field.id,
                    value,
                });
            }
        }
        Ok(parsed)
    }

    /// Puts a patient of the team on the list, and sets what they lack. What the team wrote is not overwritten by a sheet of
    /// unknown age.
    fn complete(
        &self,
        asker: &Asker<'_>,
        id: PatientId,
        new_values: Vec<FieldValue>,
    ) -> Result<Vec<Event>, Rejection> {
        let patient = asker.patient(id)?;
        let mut events = Vec::new();
        if !patient.lists.contains(&self.list) {
            events.push(Event::PatientAddedToList(PatientAddedToList {
                patient: id,
                list: self.list,
                import: Some(self.id),
            }));
        }
        let lacking = new_values
            .into_iter()
            .filter(|new| patient.value(new.field).is_none());
        events.extend(lacking.map(|new| {
            Event::ValueSet(ValueSet {
                patient: id,
                field: new.field,
                value: Some(new.value),
                merged: false,
                undo: false,
                from_record: false,
                import: Some(self.id),
            })
        }));
        Ok(events)
    }

    /// The fields that the import makes, shown last in its list.
    fn schema_events(self, columns: &[crate::FieldId]) -> Vec<Event> {
        if self.made.is_empty() {
            return vec![];
        }
        let ids = self.made.iter().map(|field| field.id);
        let columns = columns.iter().copied().chain(ids).collect();
        let import = Some(self.id);
        let added = self.made.into_iter();
        let mut events: Vec<Event> = added
            .map(|field| Event::FieldAdded(FieldAdded { field, import }))
            .collect();
        events.push(Event::ListColumnsSet(ListColumnsSet {
            list: self.list,
            columns,
        }));
        events
    }
}
