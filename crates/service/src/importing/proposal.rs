//! The mapping that a preview opens with: by the names of the team's fields, and by what each column seems to be.

use super::mapping::{FieldTarget, ImportMapping, Target};
use super::matching::{find_member, find_option, split_choices};
use super::plan::{ImportPlan, LockedField};
use crate::exporting::words;
use domain::field::choice::{ChoiceOption, Color, OptionId};
use domain::field::{Field, FieldType, FieldTypeName};
use domain::team::command::NewField;
use domain::team::installation::Language;
use domain::{FieldId, limits, text};
use sheet::{
    DecimalMark, Guess, RowKind, Sheet, SheetColumn, find_decimal_mark, parse_checkbox,
    parse_number,
};
use std::collections::{BTreeMap, BTreeSet};

/// A mapping, and what was left out of it because the caller may not write there.
pub(super) struct Proposal {
    pub(super) mapping: ImportMapping,
    pub(super) locked: BTreeMap<usize, LockedField>,
}

/// Proposes a mapping.
pub(super) fn propose(sheet: &Sheet, plan: &ImportPlan, language: Language) -> Proposal {
    let mut proposing = Proposing {
        sheet,
        plan,
        language,
        taken: BTreeSet::new(),
        names: plan.fields.iter().map(|f| f.name.clone()).collect(),
        room: plan.room,
        has_status: false,
        mark: words::exported_decimal_mark(sheet),
        locked: BTreeMap::new(),
    };
    // A sheet that the product wrote has one patient a row, and whoever has no place in it has none.
    let is_exported = words::is_exported(sheet);
    let mut columns: Vec<Target> = Vec::with_capacity(sheet.columns.len());
    for column in &sheet.columns {
        let target = proposing.target(column);
        columns.push(target);
    }
    Proposal {
        mapping: ImportMapping {
            columns,
            birth_name: None,
            fill_places: !is_exported,
            split_lines: !is_exported,
        },
        locked: proposing.locked,
    }
}

/// Where names at birth go, once it is known that the sheet has some.
pub(super) fn propose_birth_name(
    mapping: &ImportMapping,
    plan: &ImportPlan,
    language: Language,
) -> Option<FieldTarget> {
    let name = words::birth_name(language);
    let is_used = |id: FieldId| mapping.fields().any(|f| *f == FieldTarget::Id(id));
    let existing = plan.fields.iter().find(|field| {
        text::is_same_folded(&field.name, name)
            && matches!(field.kind, FieldType::ShortText | FieldType::LongText)
            && plan.find_lock(field).is_none()
            && !is_used(field.id)
    });
    if let Some(field) = existing {
        return Some(FieldTarget::Id(field.id));
    }
    let new = mapping.fields().filter_map(|field| match field {
        FieldTarget::New(new) => Some(new.name.clone()),
        FieldTarget::Id(_) => None,
    });
    let mut names: BTreeSet<String> = new.collect();
    if names.len() >= plan.room {
        return None;
    }
    names.extend(plan.fields.iter().map(|field| field.name.clone()));
    let name = free_name(name, &names);
    Some(FieldTarget::New(new_field(
        name,
        FieldTypeName::ShortText,
        None,
        vec![],
    )))
}

struct Proposing<'a> {
    sheet: &'a Sheet,
    plan: &'a ImportPlan,
    language: Language,
    taken: BTreeSet<FieldId>,
    names: BTreeSet<String>,
    room: usize,
    has_status: bool,
    /// The decimal mark of a sheet that the product wrote.
    mark: Option<DecimalMark>,
    locked: BTreeMap<usize, LockedField>,
}

impl<'a> Proposing<'a> {
    fn target(&mut self, column: &SheetColumn) -> Target {
        // A second one is a field of the team that is called the same.
        if !self.has_status && words::is_status_column(column) {
            self.has_status = true;
            return Target::Status;
        }
        if let Some(target) = words::find_exported_part(&column.header) {
            return target;
        }
        let named = self.find_named(column);
        if named.is_some_and(|field| field.id == self.plan.place) {
            return self.place(column);
        }
        let is_free = |field: &&Field| !self.taken.contains(&field.id);
        let fitting = named.filter(|field| is_fit(field, self.plan, column, self.mark));
        if let Some(field) = fitting.filter(is_free) {
            return self.existing(column, field);
        }
        match &column.guess {
            Guess::Place => self.place(column),
            Guess::FullName { order } => Target::FullName { order: *order },
            Guess::Family => Target::Family,
            Guess::BirthFamily => Target::BirthFamily,
            Guess::Given => Target::Given,
            Guess::Prefix => Target::Prefix,
            Guess::Sex => Target::Sex,
            Guess::BirthDate => Target::BirthDate { order: None },
            Guess::Identifier { kind } => Target::Identifier { kind: *kind },
            Guess::Age => Target::Age,
            Guess::Nothing => Target::Ignored,
            Guess::Text => self.make(column, FieldTypeName::ShortText),
            Guess::LongText => self.make(column, FieldTypeName::LongText),
            Guess::Number => self.make(column, FieldTypeName::Number),
            Guess::Date => self.make(column, FieldTypeName::Date),
            Guess::DateTime => self.make(column, FieldTypeName::DateTime),
            Guess::Checkbox => self.make(column, FieldTypeName::Checkbox),
            Guess::Choice { .. } => self.make(column, FieldTypeName::Choice),
        }
    }

    /// The team's field that the header names, with its unit or without.
    fn find_named(&self, column: &SheetColumn) -> Option<&'a Field> {
        let header = text::folded(&column.header);
        if header.is_empty() {
            return None;
        }
        let is_named = |field: &&Field| {
            header == text::folded(&field.name)
                || header == text::folded(&words::field_header(field))
        };
        self.plan.fields.iter().find(is_named)
    }

    fn place(&mut self, column: &SheetColumn) -> Target {
        let plan = self.plan;
        let lock = plan.find_field(plan.place).and_then(|f| plan.find_lock(f));
        match lock {
            Some(lock) => self.leave_out(column, lock),
            None => Target::Place,
        }
    }

    fn existing(&mut self, column: &SheetColumn, field: &Field) -> Target {
        if let Some(lock) = self.plan.find_lock(field) {
            return self.leave_out(column, lock);
        }
        self.taken.insert(field.id);
        Target::Field {
            field: FieldTarget::Id(field.id),
            order: None,
        }
    }

    fn leave_out(&mut self, column: &SheetColumn, lock: LockedField) -> Target {
        self.locked.insert(column.index, lock);
        Target::Ignored
    }

    /// A new field, where something stands in the column and the schema has room.
    fn make(&mut self, column: &SheetColumn, kind: FieldTypeName) -> Target {
        if column.filled == 0 || self.room == 0 {
            return Target::Ignored;
        }
        self.room -= 1;
        let header: String = column.header.chars().filter(|c| !c.is_control()).collect();
        let label = text::label("name", beginning(&header));
        let name = label.unwrap_or_else(|_| words::nameless_column(self.language, column.index));
        let name = free_name(&name, &self.names);
        self.names.insert(name.clone());
        let new = match kind {
            FieldTypeName::Number => match self.unit(column) {
                Units::None => new_field(name, kind, None, vec![]),
                Units::One(unit) => new_field(name, kind, Some(unit), vec![]),
                // A number without its unit could be taken for another one's.
                Units::Several => new_field(name, FieldTypeName::ShortText, None, vec![]),
            },
            FieldTypeName::Choice => new_field(name, kind, None, options(&column.guess)),
            kind => new_field(name, kind, None, vec![]),
        };
        Target::Field {
            field: FieldTarget::New(new),
            order: None,
        }
    }

    /// The units that stand behind a column's numbers.
    fn unit(&self, column: &SheetColumn) -> Units {
        let data = self.sheet.rows.iter().filter(|r| r.kind == RowKind::Data);
        let lines = data.flat_map(|row| row.cell(column.index).split('\n'));
        let mark = find_decimal_mark(lines.clone()).or(self.mark);
        let numbers = lines.filter_map(|line| parse_number(line, mark).ok());
        let units: BTreeSet<String> = numbers
            .map(|number| number.unit)
            .filter(|unit| !unit.is_empty())
            .collect();
        let mut units = units.into_iter();
        match (units.next(), units.next()) {
            (None, _) => Units::None,
            (Some(unit), None) => Units::One(unit),
            (Some(_), Some(_)) => Units::Several,
        }
    }
}

enum Units {
    None,
    One(String),
    Several,
}

/// Whether what stands in a column can be values of a field.
fn is_fit(
    field: &Field,
    plan: &ImportPlan,
    column: &SheetColumn,
    mark: Option<DecimalMark>,
) -> bool {
    let mut samples = column.samples.iter();
    column.filled == 0
        || match &field.kind {
            FieldType::ShortText
            | FieldType::LongText
            | FieldType::Place
            | FieldType::Checklist => true,
            FieldType::Choice { options } => {
                samples.any(|sample| find_option(sample, options).is_some())
            }
            FieldType::Choices { options } => {
                samples.any(|sample| split_choices(sample, options).any(|found| found.is_ok()))
            }
            FieldType::Member => samples.any(|sample| find_member(sample, &plan.members).is_ok()),
            FieldType::Number { .. } => {
                column.guess == Guess::Number || samples.all(|s| parse_number(s, mark).is_ok())
            }
            FieldType::Checkbox => samples.all(|sample| parse_checkbox(sample).is_some()),
            FieldType::Date => column.guess == Guess::Date,
            FieldType::DateTime => column.guess == Guess::DateTime,
            // An exported column of the record's comes back as text, never as what the record says.
            FieldType::Chart { .. } => false,
        }
}

/// The texts of a choice as options. Texts that differ in case or accents alone are one.
fn options(guess: &Guess) -> Vec<ChoiceOption> {
    let Guess::Choice { options } = guess else {
        return vec![];
    };
    let mut made: Vec<ChoiceOption> = Vec::with_capacity(options.len());
    for (label, id) in options.iter().zip(1..) {
        if find_option(label, &made).is_none() && text::label("option.label", label).is_ok() {
            made.push(ChoiceOption {
                id: OptionId(id),
                label: label.clone(),
                color: Color::Neutral,
                archived: false,
            });
        }
    }
    made
}

fn new_field(
    name: String,
    kind: FieldTypeName,
    unit: Option<String>,
    options: Vec<ChoiceOption>,
) -> NewField {
    NewField {
        name,
        kind,
        unit,
        options,
        source: None,
    }
}

/// The name, or the name with the first number behind it that no other field has.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(name) {
        return name.to_owned();
    }
    let numbered = (2..).map(|number: usize| format!("{} ({number})", beginning(name)));
    numbered
        .into_iter()
        .find(|name| !taken.contains(name))
        .unwrap_or_default()
}

/// As much of a header as a field's name takes, with room for a number behind it.
fn beginning(header: &str) -> &str {
    let end = header.char_indices().nth(limits::LABEL_CHARS - 10);
    end.map_or(header, |(end, _)| &header[..end])
}
