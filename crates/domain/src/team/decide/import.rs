//! Taking a sheet's patients in, and taking the whole back.

use super::{Asker, Context, fields, patients, values};
use crate::field::{Field, check_field_count};
use crate::identity::Identity;
use crate::rejection::{Rejection, Thing};
use crate::team::command::{DuplicateAnswer, ImportPatients, ImportRow, UndoImport};
use crate::team::event::{
    Event, FieldAdded, FieldArchived, FieldValue, ImportUndone, ListColumnsSet, PatientAdded,
    PatientAddedToList, PatientRemovedFromList, PatientsImported, ValueSet,
};
use crate::team::state::PatientStatus;
use crate::{ImportId, PatientId, limits};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(super) fn import(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: ImportPatients,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
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
    patients::check_patient_count(
        asker.team,
        command.rows.iter().filter(|r| !is_same(r)).count(),
    )?;
    check_field_count(asker.team.fields.len() + command.fields.len())?;

    let import = ImportId::new((context.fresh_id)());
    let mut made: Vec<Field> = Vec::with_capacity(command.fields.len());
    for new in command.fields {
        let field = fields::new_field(asker, context, new)?;
        if made.iter().any(|other| other.name == field.name) {
            return Err(Rejection::NameTaken {
                what: "fields.name".into(),
            });
        }
        made.push(field);
    }
    let known = KnownPatients::of(asker);
    let mut rows = Vec::with_capacity(command.rows.len());
    let mut in_sheet = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for row in command.rows {
        rows.extend(row_events(
            asker,
            context,
            &made,
            &known,
            &mut in_sheet,
            &mut taken,
            command.list,
            import,
            row,
        )?);
    }
    let patients = rows
        .iter()
        .filter(|e| matches!(e, Event::PatientAdded(_) | Event::PatientAddedToList(_)))
        .count();
    let mut events = vec![Event::PatientsImported(PatientsImported {
        import,
        list: command.list,
        patients: u32::try_from(patients).unwrap_or(u32::MAX),
    })];
    if !made.is_empty() {
        let columns = list
            .columns
            .iter()
            .copied()
            .chain(made.iter().map(|field| field.id))
            .collect();
        events.extend(made.into_iter().map(|field| {
            Event::FieldAdded(FieldAdded {
                field,
                import: Some(import),
            })
        }));
        events.push(Event::ListColumnsSet(ListColumnsSet {
            list: command.list,
            columns,
        }));
    }
    events.extend(rows);
    Ok(events)
}

fn is_same(row: &ImportRow) -> bool {
    matches!(row.duplicate, Some(DuplicateAnswer::Same { .. }))
}

/// Duplicate keys of all patients, made once: a sheet of thousands is compared with a team of thousands.
struct KnownPatients(HashMap<String, PatientId>);

impl KnownPatients {
    fn of(asker: &Asker<'_>) -> Self {
        let standing = asker
            .team
            .patients
            .iter()
            .filter(|(_, patient)| patient.merged.is_none());
        Self(
            standing
                .flat_map(|(id, patient)| {
                    patient
                        .identity
                        .duplicate_keys()
                        .into_iter()
                        .map(|key| (key, *id))
                })
                .collect(),
        )
    }

    fn has(&self, identity: &Identity) -> bool {
        identity
            .duplicate_keys()
            .iter()
            .any(|key| self.0.contains_key(key))
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one import that its rows share"
)]
fn row_events(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    made: &[Field],
    known: &KnownPatients,
    in_sheet: &mut BTreeMap<String, ()>,
    taken: &mut BTreeSet<PatientId>,
    list: crate::ListId,
    import: ImportId,
    row: ImportRow,
) -> Result<Vec<Event>, Rejection> {
    let identity = row.identity.clone().checked()?;
    let mut new_values = values::first(asker, context, &row.values)?;
    for typed in &row.new_values {
        let field = made.get(typed.index).ok_or_else(|| Rejection::Invalid {
            what: "rows.new_values.index".into(),
        })?;
        if new_values.iter().any(|value| value.field == field.id) {
            return Err(Rejection::Invalid {
                what: "rows.new_values".into(),
            });
        }
        if let Some(value) = values::parse(asker, context, field, &typed.value, None)? {
            new_values.push(FieldValue {
                field: field.id,
                value,
            });
        }
    }
    let Some(DuplicateAnswer::Same { patient }) = row.duplicate else {
        if row.duplicate.is_none() {
            if known.has(&identity) {
                patients::warn_of_duplicates(asker.team, asker.user, &identity, None)?;
            }
            // Twice in one sheet is asked about like twice in the team.
            if identity
                .duplicate_keys()
                .into_iter()
                .any(|key| in_sheet.insert(key, ()).is_some())
            {
                return Err(Rejection::PossibleDuplicate {
                    patients: vec![],
                    hidden: false,
                });
            }
        }
        let patient = PatientId::new((context.fresh_id)());
        return Ok(vec![Event::PatientAdded(PatientAdded {
            patient,
            list,
            identity,
            status: PatientStatus::Present,
            values: new_values,
            import: Some(import),
        })]);
    };
    let existing = asker.patient(patient)?;
    if !taken.insert(patient) {
        return Err(Rejection::Invalid {
            what: "rows.duplicate".into(),
        });
    }
    let mut events = Vec::new();
    if !existing.lists.contains(&list) {
        patients::confirm_audience(asker.team, existing, list, false)?;
        events.push(Event::PatientAddedToList(PatientAddedToList {
            patient,
            list,
            import: Some(import),
        }));
    }
    // What the team wrote is not overwritten by a sheet of unknown age.
    events.extend(
        new_values
            .into_iter()
            .filter(|new| existing.value(new.field).is_none())
            .map(|new| {
                Event::ValueSet(ValueSet {
                    patient,
                    field: new.field,
                    value: Some(new.value),
                    merged: false,
                    undo: false,
                    import: Some(import),
                })
            }),
    );
    Ok(events)
}

pub(super) fn undo(asker: &Asker<'_>, command: &UndoImport) -> Result<Vec<Event>, Rejection> {
    let import = asker.team.imports.get(&command.import);
    let import = import.filter(|i| asker.team.find_visible_list(asker.user, i.list).is_some());
    let import = import.ok_or(Rejection::NotFound {
        what: Thing::Import,
    })?;
    if import.undone {
        return Ok(vec![]);
    }
    let team = asker.team;
    let is_listed = |id: &PatientId| {
        team.patients
            .get(id)
            .is_some_and(|p| p.lists.contains(&import.list))
    };
    let mut events = vec![Event::ImportUndone(ImportUndone {
        import: command.import,
        list: import.list,
    })];
    events.extend(
        import
            .added
            .iter()
            .chain(&import.listed)
            .filter(|id| is_listed(id))
            .map(|id| {
                Event::PatientRemovedFromList(PatientRemovedFromList {
                    patient: *id,
                    list: import.list,
                })
            }),
    );
    events.extend(
        import
            .values
            .iter()
            .filter_map(|(patient, field, revision)| {
                let cell = team.patients.get(patient)?.values.get(field)?;
                (cell.changed.sequence == *revision).then(|| {
                    let value = cell
                        .previous
                        .as_ref()
                        .and_then(|previous| previous.value.clone());
                    Event::ValueSet(ValueSet {
                        patient: *patient,
                        field: *field,
                        value,
                        merged: false,
                        undo: true,
                        import: None,
                    })
                })
            }),
    );
    let is_taken_back = |id: &PatientId, field, cell: &crate::team::state::Cell| {
        import.added.contains(id) || import.values.contains(&(*id, field, cell.changed.sequence))
    };
    let has_values_of_others = |field| {
        let cells = team
            .patients
            .iter()
            .filter_map(|(id, patient)| patient.values.get(&field).map(|cell| (id, cell)));
        cells
            .filter(|(_, cell)| cell.value.is_some())
            .any(|(id, cell)| !is_taken_back(id, field, cell))
    };
    events.extend(
        import
            .fields
            .iter()
            .filter(|field| {
                team.find_field(**field).is_some_and(|f| !f.archived)
                    && !has_values_of_others(**field)
            })
            .map(|field| Event::FieldArchived(FieldArchived { field: *field })),
    );
    Ok(events)
}
