//! A mapping checked against the sheet and the team: what the sheet is read with, and where each value goes.

use super::PreviewRefusal;
use super::mapping::{FieldTarget, ImportMapping, MappingFault, Target};
use super::plan::ImportPlan;
use crate::exporting::words;
use domain::field::FieldType;
use domain::rejection::Rejection;
use domain::team::command::NewField;
use domain::{FieldId, limits, text};
use sheet::{ColumnUse, DateOrder, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// A mapping that can be used.
pub(super) struct Resolution {
    /// How the sheet is read.
    pub(super) reading: sheet::Mapping,
    /// Where the values of a column go.
    pub(super) destinations: BTreeMap<usize, Destination>,
    /// The column that says where patients stand.
    pub(super) status: Option<usize>,
    /// Where names at birth go.
    pub(super) birth_name: Option<Destination>,
    /// The fields that the import makes, with their options numbered.
    pub(super) fields: Vec<NewField>,
}

/// A field that values go to, with its type.
#[derive(Clone)]
pub(super) struct Destination {
    pub(super) field: FieldIn,
    pub(super) kind: FieldType,
}

/// A field of the team, or of the import.
#[derive(Clone, Copy)]
pub(super) enum FieldIn {
    Team(FieldId),
    /// The place in the import's `fields`.
    Import(usize),
}

/// Checks a mapping.
pub(super) fn resolve(
    mapping: &ImportMapping,
    plan: &ImportPlan,
    sheet: &Sheet,
) -> Result<Resolution, PreviewRefusal> {
    let mut resolving = Resolving {
        plan,
        taken: BTreeSet::new(),
        names: BTreeSet::new(),
        fields: Vec::new(),
    };
    let mut columns = BTreeMap::new();
    let mut destinations = BTreeMap::new();
    let mut status = None;
    let mut parts: Vec<&Target> = Vec::new();
    for (index, target) in mapping.columns.iter().enumerate() {
        let fault = |fault| PreviewRefusal::Mapping {
            column: Some(index),
            fault,
        };
        if *target == Target::Ignored {
            continue;
        }
        if index >= sheet.columns.len() {
            return Err(fault(MappingFault::NoSuchColumn));
        }
        if is_once(target) {
            let is_same =
                |other: &&Target| std::mem::discriminant(*other) == std::mem::discriminant(target);
            if parts.iter().any(is_same) {
                return Err(fault(MappingFault::PartTwice));
            }
            parts.push(target);
        }
        let column_use = match target {
            Target::Field { field, order } => {
                let destination = resolving.destination(Some(index), field)?;
                let column_use = use_of(&destination.kind, *order);
                destinations.insert(index, destination);
                Some(column_use)
            }
            Target::Status => {
                status = Some(index);
                Some(ColumnUse::Text)
            }
            other => identity_use(other),
        };
        columns.extend(column_use.map(|column_use| (index, column_use)));
    }
    let is_placed = mapping.columns.contains(&Target::Place);
    if is_placed && !resolving.taken.insert(plan.place) {
        return Err(PreviewRefusal::Mapping {
            column: None,
            fault: MappingFault::FieldTwice,
        });
    }
    let birth_name = mapping.birth_name.as_ref();
    let birth_name = birth_name
        .map(|field| resolving.destination(None, field))
        .transpose()?;
    if resolving.fields.len() > plan.room {
        return Err(PreviewRefusal::from(Rejection::TooMany {
            what: "fields".into(),
            limit: limits::FIELDS,
        }));
    }
    Ok(Resolution {
        reading: sheet::Mapping {
            columns,
            fill_places: mapping.fill_places,
            split_lines: mapping.split_lines,
            decimal_mark: words::exported_decimal_mark(sheet),
        },
        destinations,
        status,
        birth_name,
        fields: resolving.fields,
    })
}

/// Whether a patient has only one of it.
fn is_once(target: &Target) -> bool {
    match target {
        Target::FullName { .. }
        | Target::Family
        | Target::BirthFamily
        | Target::Given
        | Target::Prefix
        | Target::Sex
        | Target::BirthDate { .. }
        | Target::Age
        | Target::Status => true,
        Target::Ignored | Target::Place | Target::Identifier { .. } | Target::Field { .. } => false,
    }
}

fn identity_use(target: &Target) -> Option<ColumnUse> {
    Some(match target {
        Target::Place => ColumnUse::Place,
        Target::FullName { order } => ColumnUse::FullName { order: *order },
        Target::Family => ColumnUse::Family,
        Target::BirthFamily => ColumnUse::BirthFamily,
        Target::Given => ColumnUse::Given,
        Target::Prefix => ColumnUse::Prefix,
        Target::Sex => ColumnUse::Sex,
        Target::BirthDate { order } => ColumnUse::BirthDate { order: *order },
        Target::Identifier { kind } => ColumnUse::Identifier { kind: *kind },
        Target::Age => ColumnUse::Age,
        Target::Ignored | Target::Status | Target::Field { .. } => return None,
    })
}

/// How a column is read whose values go to a field of this type.
fn use_of(kind: &FieldType, order: Option<DateOrder>) -> ColumnUse {
    match kind {
        FieldType::ShortText
        | FieldType::Choices { .. }
        | FieldType::Member
        | FieldType::Place
        | FieldType::Chart { .. } => ColumnUse::Text,
        FieldType::LongText | FieldType::Checklist => ColumnUse::LongText,
        FieldType::Number { .. } => ColumnUse::Number,
        FieldType::Choice { .. } => ColumnUse::Choice,
        FieldType::Checkbox => ColumnUse::Checkbox,
        FieldType::Date => ColumnUse::Date { order },
        FieldType::DateTime => ColumnUse::DateTime { order },
    }
}

struct Resolving<'a> {
    plan: &'a ImportPlan,
    taken: BTreeSet<FieldId>,
    names: BTreeSet<String>,
    fields: Vec<NewField>,
}

impl Resolving<'_> {
    fn destination(
        &mut self,
        column: Option<usize>,
        target: &FieldTarget,
    ) -> Result<Destination, PreviewRefusal> {
        let fault = |fault| PreviewRefusal::Mapping { column, fault };
        match target {
            FieldTarget::Id(id) => {
                let field = self.plan.find_field(*id);
                let field = field.filter(|field| !field.kind.is_from_record());
                let field = field.ok_or_else(|| fault(MappingFault::NoSuchField))?;
                if !self.taken.insert(*id) {
                    return Err(fault(MappingFault::FieldTwice));
                }
                Ok(Destination {
                    field: FieldIn::Team(*id),
                    kind: field.kind.clone(),
                })
            }
            FieldTarget::New(new) => {
                let name = text::label("name", &new.name)?;
                let is_known = self.plan.fields.iter().any(|field| field.name == name);
                if is_known || !self.names.insert(name.clone()) {
                    return Err(fault(MappingFault::NameTaken));
                }
                let kind =
                    FieldType::new(new.kind, new.unit.clone(), new.options.clone(), new.source)?;
                if kind.is_from_record() {
                    return Err(Rejection::Invalid {
                        what: "type".into(),
                    }
                    .into());
                }
                // The command gets the options as they were numbered here, so that its rows can name them.
                self.fields.push(NewField {
                    name,
                    options: kind.options().unwrap_or_default().to_vec(),
                    ..new.clone()
                });
                Ok(Destination {
                    field: FieldIn::Import(self.fields.len() - 1),
                    kind,
                })
            }
        }
    }
}
