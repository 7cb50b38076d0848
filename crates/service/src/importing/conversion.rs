//! From what a sheet says to what a team takes: patients to rows of an import. Every value is judged here by the rule that the
//! command will judge it by, so that one bad cell is an issue and not a refused import.

use super::issue::{Issues, TeamIssueKind};
use super::matching::{MemberFault, find_member, find_option, says_nothing, split_choices};
use super::plan::ImportPlan;
use super::resolution::{Destination, FieldIn, Resolution};
use crate::exporting::words;
use domain::field::{FieldType, Surroundings};
use domain::identity::{Identifier, Identity, MEDICAL_RECORD_NUMBER, Sex};
use domain::rejection::Rejection;
use domain::team::command::{ImportRow, NewFieldValue, NewValue};
use domain::team::state::PatientStatus;
use domain::{ItemId, limits};
use serde_json::{Value, json};
use sheet::{CellValue, IdentifierKind, IssueKind, Sheet, SheetPatient};
use uuid::Uuid;

/// Who gives NHS numbers (NHS Data Model and Dictionary; FHIR UK Core).
const NHS_SYSTEM: &str = "https://fhir.nhs.uk/Id/nhs-number";

/// What rows are made with.
pub(super) struct Conversion<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) plan: &'a ImportPlan,
    pub(super) resolution: &'a Resolution,
    pub(super) issues: Issues,
}

impl Conversion<'_> {
    /// A patient's row; None where the identity cannot be kept, which is an issue.
    pub(super) fn row(&mut self, patient: SheetPatient) -> Option<ImportRow> {
        let birth_name = patient.birth_family.clone();
        let mut made = ImportRow {
            identity: self.identity(&patient)?,
            status: None,
            values: vec![],
            new_values: vec![],
            duplicate: None,
        };
        let resolution = self.resolution;
        if let Some(place) = &patient.place {
            let destination = Destination {
                field: FieldIn::Team(self.plan.place),
                kind: FieldType::Place,
            };
            let value = json!(self.shown(place, patient.row, None));
            self.put(&mut made, &destination, value, patient.row, None);
        }
        if let Some(birth_name) = birth_name {
            match &resolution.birth_name {
                Some(destination) => {
                    let value = json!(self.shown(&birth_name, patient.row, None));
                    self.put(&mut made, destination, value, patient.row, None);
                }
                None => self.note(patient.row, None, TeamIssueKind::BirthNameLeftOut),
            }
        }
        for (column, value) in patient.values {
            if resolution.status == Some(column) {
                made.status = self.status(value, patient.row, column);
                continue;
            }
            let Some(destination) = resolution.destinations.get(&column) else {
                continue;
            };
            let at = Some(column);
            if let Some(value) = self.value(&destination.kind, value, patient.row, at) {
                self.put(&mut made, destination, value, patient.row, at);
            }
        }
        Some(made)
    }

    /// Where the sheet says that the patient stands.
    fn status(&mut self, value: CellValue, row: u32, column: usize) -> Option<PatientStatus> {
        let CellValue::Text(text) = value else {
            return None;
        };
        let status = words::find_status(&text);
        if status.is_none() && !says_nothing(&text) {
            self.note(row, Some(column), TeamIssueKind::UnknownStatus);
        }
        status
    }

    fn identity(&mut self, patient: &SheetPatient) -> Option<Identity> {
        let row = patient.row;
        let mut part = |part: &Option<String>| {
            let part = part.as_deref();
            part.map(|written| self.shown(written, row, None))
        };
        let (family, given, prefix) = (
            part(&patient.family),
            part(&patient.given),
            part(&patient.prefix),
        );
        let identity = Identity {
            family,
            given,
            prefix,
            sex: patient.sex.map(sex),
            birth_date: patient
                .birth_date
                .and_then(|date| date.to_string().parse().ok()),
            identifiers: self.identifiers(patient),
        };
        match identity.checked() {
            Ok(identity) => Some(identity),
            Err(Rejection::TextTooLong { .. }) => {
                self.issues
                    .add(self.sheet, row, None, IssueKind::NameTooLong);
                None
            }
            // Letters that nobody can see are no name.
            Err(_) => {
                self.issues.add(self.sheet, row, None, IssueKind::NoName);
                None
            }
        }
    }

    fn identifiers(&mut self, patient: &SheetPatient) -> Vec<Identifier> {
        let mut identifiers = Vec::with_capacity(patient.identifiers.len());
        for written in &patient.identifiers {
            let column = Some(written.column);
            let value = self.shown(&written.value, patient.row, column);
            if value.chars().count() > limits::LABEL_CHARS {
                self.issues
                    .add(self.sheet, patient.row, column, IssueKind::TooLong);
                continue;
            }
            if identifiers.len() == limits::IDENTIFIERS {
                self.note(patient.row, column, TeamIssueKind::TooManyIdentifiers);
                break;
            }
            let (kind, system) = identifier_kind(written.kind);
            identifiers.push(Identifier {
                kind: kind.to_owned(),
                system: system.map(str::to_owned),
                value,
            });
        }
        identifiers
    }

    /// A value as the wire has it; None where there is none or where it is an issue.
    fn value(
        &mut self,
        kind: &FieldType,
        value: CellValue,
        row: u32,
        column: Option<usize>,
    ) -> Option<Value> {
        let text = match value {
            CellValue::Checkbox(is_ticked) => return Some(json!(is_ticked)),
            CellValue::Date(date) => return Some(json!(date.to_string())),
            CellValue::DateTime(at) => {
                return Some(json!(at.strftime("%Y-%m-%dT%H:%M").to_string()));
            }
            CellValue::Number { value, unit } => {
                self.check_unit(kind, &unit, row, column)?;
                return Some(json!(value));
            }
            CellValue::Text(text) => self.shown(&text, row, column),
        };
        let found = match kind {
            FieldType::Choice { .. } if says_nothing(&text) && find(kind, &text).is_none() => {
                return None;
            }
            FieldType::Choice { .. } => find(kind, &text).ok_or(TeamIssueKind::UnknownOption),
            FieldType::Choices { options } => split_choices(&text, options)
                .collect::<Result<Vec<_>, _>>()
                .map(|chosen| json!(chosen))
                .map_err(|_| TeamIssueKind::UnknownOption),
            FieldType::Member if says_nothing(&text) => return None,
            FieldType::Member => match find_member(&text, &self.plan.members) {
                Ok(user) => Ok(json!(user)),
                Err(MemberFault::Unknown) => Err(TeamIssueKind::UnknownMember),
                Err(MemberFault::Unclear) => Err(TeamIssueKind::UnclearMember),
            },
            FieldType::Checklist => Ok(checklist(&text)),
            FieldType::ShortText
            | FieldType::LongText
            | FieldType::Place
            | FieldType::Number { .. }
            | FieldType::Checkbox
            | FieldType::Date
            | FieldType::DateTime
            | FieldType::Chart { .. } => Ok(json!(text)),
        };
        found.map_err(|issue| self.note(row, column, issue)).ok()
    }

    /// Refuses a number of another unit: 70 lb are not 70 kg.
    fn check_unit(
        &mut self,
        kind: &FieldType,
        written: &str,
        row: u32,
        column: Option<usize>,
    ) -> Option<()> {
        let FieldType::Number { unit } = kind else {
            return Some(());
        };
        let is_same = |unit: &String| unit_key(unit) == unit_key(written);
        match unit {
            _ if written.is_empty() => Some(()),
            None => {
                self.note(row, column, TeamIssueKind::UnitLeftOut);
                Some(())
            }
            Some(unit) if is_same(unit) => Some(()),
            Some(_) => {
                self.note(row, column, TeamIssueKind::OtherUnit);
                None
            }
        }
    }

    /// Puts a value into a row, where the field takes it.
    fn put(
        &mut self,
        made: &mut ImportRow,
        destination: &Destination,
        value: Value,
        row: u32,
        column: Option<usize>,
    ) {
        match self.parse(&destination.kind, &value) {
            Ok(true) => {}
            Ok(false) => return,
            Err(Rejection::TooMany { .. }) => {
                return self.note(row, column, TeamIssueKind::TooManyItems);
            }
            Err(Rejection::TextTooLong { .. }) => {
                return self.issues.add(self.sheet, row, column, IssueKind::TooLong);
            }
            Err(_) => {
                let kind = unreadable(&destination.kind);
                return self.issues.add(self.sheet, row, column, kind);
            }
        }
        match destination.field {
            FieldIn::Team(field) => made.values.push(NewValue { field, value }),
            FieldIn::Import(index) => made.new_values.push(NewFieldValue { index, value }),
        }
    }

    /// Whether the field takes the value, and it is one.
    fn parse(&self, kind: &FieldType, value: &Value) -> Result<bool, Rejection> {
        let mut next = 0;
        let mut fresh_item_id = || {
            next += 1;
            ItemId::new(Uuid::from_u128(next))
        };
        let mut around = Surroundings {
            is_member: &|user| self.plan.members.iter().any(|(member, _)| *member == user),
            fresh_item_id: &mut fresh_item_id,
        };
        Ok(kind.parse(value, None, &mut around)?.is_some())
    }

    /// A text without what could not be shown.
    fn shown(&mut self, written: &str, row: u32, column: Option<usize>) -> String {
        let is_hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        if !written.contains(is_hidden) {
            return written.to_owned();
        }
        self.note(row, column, TeamIssueKind::ControlCharacterRemoved);
        written.replace(is_hidden, "")
    }

    fn note(&mut self, row: u32, column: Option<usize>, kind: TeamIssueKind) {
        self.issues.add(self.sheet, row, column, kind);
    }
}

fn find(kind: &FieldType, text: &str) -> Option<Value> {
    let options = kind.options().unwrap_or_default();
    find_option(text, options).map(|option| json!(option))
}

/// One item a line; a mark in front says whether it is done.
fn checklist(text: &str) -> Value {
    const DONE: [&str; 6] = ["[x]", "[X]", "☑", "☒", "✓", "✔"];
    const OPEN: [&str; 6] = ["[ ]", "[]", "☐", "•", "- ", "* "];
    let item = |line: &str| {
        let line = line.trim();
        let without = |marks: &[&str]| marks.iter().find_map(|mark| line.strip_prefix(mark));
        match without(&DONE) {
            Some(text) => json!({"text": text.trim(), "done": true}),
            None => json!({"text": without(&OPEN).unwrap_or(line).trim(), "done": false}),
        }
    };
    text.lines().map(item).collect()
}

fn unit_key(unit: &str) -> String {
    let shown = unit.chars().filter(|c| !c.is_whitespace());
    shown.flat_map(char::to_lowercase).collect()
}

/// What is wrong with a text that is no value of the type.
fn unreadable(kind: &FieldType) -> IssueKind {
    match kind {
        FieldType::Number { .. } => IssueKind::UnreadableNumber,
        FieldType::Date | FieldType::DateTime => IssueKind::UnreadableDate,
        FieldType::Checkbox => IssueKind::UnreadableCheckbox,
        FieldType::ShortText
        | FieldType::LongText
        | FieldType::Choice { .. }
        | FieldType::Choices { .. }
        | FieldType::Member
        | FieldType::Place
        | FieldType::Checklist
        | FieldType::Chart { .. } => IssueKind::UnreadableCharacters,
    }
}

fn sex(sex: sheet::Sex) -> Sex {
    match sex {
        sheet::Sex::Female => Sex::Female,
        sheet::Sex::Male => Sex::Male,
        sheet::Sex::Other => Sex::Other,
        sheet::Sex::Unknown => Sex::Unknown,
    }
}

/// The code of HL7 v2 table 0203, and who gives the number where only one does.
pub(crate) fn identifier_kind(kind: IdentifierKind) -> (&'static str, Option<&'static str>) {
    match kind {
        IdentifierKind::Mrn => (MEDICAL_RECORD_NUMBER, None),
        IdentifierKind::Nhs => ("NH", Some(NHS_SYSTEM)),
        IdentifierKind::Ins => ("NI", None),
        IdentifierKind::Visit => ("VN", None),
        IdentifierKind::Other => ("U", None),
    }
}
