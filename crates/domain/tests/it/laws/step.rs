//! A random step: who wants what. Most of what is named exists, some of it hidden, deleted, archived or nowhere.

use crate::record::{answered, chart};
use crate::ward::*;
use domain::ehr::RECORD;
use domain::field::FieldType;
use domain::team::chart_read::chart_read;
use domain::team::{Command, Event};
use domain::{FieldId, ListId, NoteId, PatientId, UserId};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::READERS;

/// Numbers from which a command is made for the state that it meets.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    kind: usize,
    dice: [u8; 8],
}

impl Step {
    pub fn any() -> impl Strategy<Value = Step> {
        (0..weighted().len(), any::<[u8; 8]>()).prop_map(|(kind, dice)| Step { kind, dice })
    }

    /// Who wants what in this ward.
    pub fn command(&self, ward: &Ward) -> (UserId, Value) {
        let mut dice = Dice {
            dice: self.dice,
            thrown: 0,
            ward,
        };
        let actor = READERS[dice.below(READERS.len())];
        let kind = weighted()[self.kind];
        (actor, dice.command(kind))
    }

    /// How long it takes.
    pub fn minutes(&self) -> i64 {
        [0, 0, 1, 25][usize::from(self.dice[7]) % 4]
    }

    /// What follows from a chart that happens to be read after this step.
    pub fn what_the_record_says(&self, ward: &Ward) -> Vec<Event> {
        let mut dice = Dice {
            dice: self.dice,
            thrown: 0,
            ward,
        };
        let id = dice.linked();
        let family = dice.word(&RECORDED);
        let problems = [&["Hip fracture"][..], &["Hip fracture", "Delirium"], &[]];
        let problems = problems[dice.below(problems.len())];
        match ward.team.ehr_link(id) {
            Some(link) => chart_read(
                &ward.team,
                id,
                &link.ehr_id,
                &chart(family, problems),
                "2026-11-24T07:00:00Z".parse().unwrap(),
            ),
            None => vec![],
        }
    }
}

/// Ids and family names of patients in the record.
const RECORDED: [&str; 3] = ["Adams", "Fischer", "Garnier"];

/// Every command, what wards do most more often, and what empties a ward less.
fn weighted() -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for name in Command::TYPE_NAMES {
        let weight = match *name {
            "install_app"
            | "remove_member"
            | "delete_list"
            | "archive_field"
            | "remove_ehr_connection"
            | "set_ehr_connection" => 1,
            "set_value" => 12,
            "break_glass" => 8,
            "add_patient"
            | "import_patients"
            | "merge_patients"
            | "add_patient_to_list"
            | "move_patient"
            | "set_sensitive"
            | "set_responsible"
            | "review_break_glass" => 5,
            "add_ehr_patient"
            | "answer_ehr_identity"
            | "unlink_patient"
            | "restore_field"
            | "undo_value"
            | "add_note"
            | "edit_note"
            | "unmerge_patients"
            | "undo_import" => 4,
            _ => 2,
        };
        kinds.extend(std::iter::repeat_n(*name, weight));
    }
    kinds
}

struct Dice<'a> {
    dice: [u8; 8],
    thrown: usize,
    ward: &'a Ward,
}

impl Dice<'_> {
    fn throw(&mut self) -> usize {
        // After eight throws the dice come round, changed by how often.
        let value = usize::from(self.dice[self.thrown % 8]) + 37 * (self.thrown / 8);
        self.thrown += 1;
        value
    }

    fn below(&mut self, limit: usize) -> usize {
        self.throw() % limit
    }

    fn is_rare(&mut self) -> bool {
        self.below(16) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())])
    }

    fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }

    fn list(&mut self) -> ListId {
        let lists: Vec<_> = self.ward.team.lists.keys().copied().collect();
        self.pick(&lists).unwrap_or(ListId::new(Uuid::nil()))
    }

    fn patient(&mut self) -> PatientId {
        let mut patients: Vec<_> = self.ward.team.patients.keys().copied().collect();
        patients.sort();
        if self.is_rare() {
            return PatientId::new(Uuid::nil());
        }
        self.pick(&patients).unwrap_or(PatientId::new(Uuid::nil()))
    }

    /// Somebody on a list, where anybody is.
    fn patient_of(&mut self, list: ListId) -> PatientId {
        let rows = self
            .ward
            .team
            .lists
            .get(&list)
            .map(|l| l.rows.iter().map(|r| r.patient).collect::<Vec<_>>());
        match self.pick(&rows.unwrap_or_default()) {
            Some(patient) if !self.is_rare() => patient,
            _ => self.patient(),
        }
    }

    /// Somebody who is linked to the record, where anybody is.
    fn linked(&mut self) -> PatientId {
        let team = &self.ward.team;
        let mut linked: Vec<_> = team.patients.keys().copied().collect();
        linked.retain(|id| team.ehr_link(*id).is_some());
        linked.sort();
        match self.pick(&linked) {
            Some(patient) if !self.is_rare() => patient,
            _ => self.patient(),
        }
    }

    /// Somebody who is protected, where anybody is.
    fn protected(&mut self) -> PatientId {
        let patients = self.ward.team.patients.iter();
        let mut protected: Vec<_> = patients
            .filter(|(_, patient)| patient.sensitive.is_some())
            .map(|(id, _)| *id)
            .collect();
        protected.sort();
        match self.pick(&protected) {
            Some(patient) if !self.is_rare() => patient,
            _ => self.patient(),
        }
    }

    fn field(&mut self) -> FieldId {
        let fields: Vec<_> = self.ward.team.fields.iter().map(|f| f.id).collect();
        self.pick(&fields).unwrap_or(FieldId::new(Uuid::nil()))
    }

    fn user(&mut self) -> UserId {
        READERS[self.below(READERS.len())]
    }

    fn users(&mut self) -> Vec<UserId> {
        let count = self.below(3);
        (0..count).map(|_| self.user()).collect()
    }

    /// A patient with a note, and the note.
    fn note(&mut self) -> (PatientId, NoteId) {
        let mut all: Vec<_> = self
            .ward
            .team
            .patients
            .iter()
            .flat_map(|(id, p)| p.notes.iter().map(|n| (*id, n.id)))
            .collect();
        all.sort();
        self.pick(&all)
            .unwrap_or_else(|| (self.patient(), NoteId::new(Uuid::nil())))
    }

    fn name(&mut self) -> String {
        match self.below(12) {
            0 => "\u{200b}".to_owned(),
            1 => "x".repeat(201),
            number => format!("Name {number}"),
        }
    }

    fn text(&mut self) -> String {
        let paragraphs = ["A", "A changed", "B", "C", "D\u{202e}", "", "É𝄞"];
        match self.below(40) {
            0 => "x".repeat(10_000),
            1 => "x".repeat(10_001),
            2 => "a\u{0}b".to_owned(),
            _ => {
                let lines: Vec<_> = (0..4)
                    .map(|_| paragraphs[self.below(paragraphs.len())])
                    .collect();
                lines.join("\n")
            }
        }
    }

    fn identity(&mut self) -> Value {
        let mut identity = json!({"family": self.word(&["Adams", "Brown", "Évrard"])});
        if self.below(2) == 0 {
            identity["birth_date"] = json!(self.word(&["1945", "1945-07-14"]));
        }
        if self.below(2) == 0 {
            identity["identifiers"] = json!([{"type": "MR", "value": self.below(3).to_string()}]);
        }
        identity
    }

    /// A value that mostly fits the field.
    fn value(&mut self, field: FieldId) -> Value {
        if self.is_rare() {
            return Value::Null;
        }
        let kind = self.ward.team.find_field(field).map(|f| &f.kind);
        match kind {
            Some(FieldType::LongText | FieldType::Chart { .. }) | None => json!(self.text()),
            Some(FieldType::ShortText | FieldType::Place) => json!(self.text().replace('\n', " ")),
            Some(FieldType::Number { .. }) => json!(self.below(100).to_string()),
            Some(FieldType::Choice { .. }) => json!(self.below(5)),
            Some(FieldType::Choices { .. }) => json!([self.below(4), self.below(4)]),
            Some(FieldType::Checkbox) => json!(self.below(2) == 0),
            Some(FieldType::Date) => json!(format!("2026-11-{:02}", self.below(32))),
            Some(FieldType::DateTime) => json!(format!("2026-11-24T{:02}:30", self.below(25))),
            Some(FieldType::Member) => json!(self.user()),
            Some(FieldType::Checklist) => {
                json!([{"text": self.text().replace('\n', " "), "done": self.below(2) == 0}, {"text": "B"}])
            }
        }
    }

    /// The newest sequence, or an older one, or one that is yet to come.
    fn base(&mut self) -> u64 {
        let now = self.ward.team.sequence;
        match self.below(8) {
            0 => now + 1,
            1..=3 => now,
            back => now.saturating_sub(back as u64 * 2),
        }
    }

    fn new_field(&mut self) -> Value {
        let kinds = [
            "short_text",
            "long_text",
            "number",
            "choice",
            "date",
            "member",
            "checklist",
        ];
        let kind = kinds[self.below(kinds.len())];
        let mut field = json!({"name": self.name(), "type": kind});
        if kind == "choice" {
            field["options"] = json!([{"id": 1, "label": "A"}, {"id": 2, "label": "B"}]);
        }
        field
    }

    fn rows(&mut self) -> (Vec<Value>, Vec<Value>) {
        let fields: Vec<_> = (0..self.below(3)).map(|_| self.new_field()).collect();
        let mut rows = Vec::new();
        for _ in 0..=self.below(3) {
            let field = self.field();
            let mut row = json!({"identity": self.identity(), "values": [{"field": field, "value": self.value(field)}]});
            if !fields.is_empty() && self.below(2) == 0 {
                row["new_values"] =
                    json!([{"index": self.below(fields.len()), "value": self.word(&["1", "2"])}]);
            }
            match self.below(3) {
                0 => row["duplicate"] = json!({"answer": "distinct"}),
                1 => row["duplicate"] = json!({"answer": "same", "patient": self.patient()}),
                _ => {}
            }
            rows.push(row);
        }
        (fields, rows)
    }

    fn command(&mut self, kind: &str) -> Value {
        let mut command = self.parts(kind);
        command["type"] = json!(kind);
        command
    }

    fn parts(&mut self, kind: &str) -> Value {
        match kind {
            "install_app" => json!({"mode": "manual"}),
            "add_member" | "set_member_role" => {
                json!({"user": self.user(), "role": self.word(&["guest", "member", "owner"])})
            }
            "remove_member" => json!({"user": self.user()}),
            "create_list" => match self.below(2) {
                0 => json!({"name": self.name()}),
                _ => {
                    json!({"name": self.name(), "members": self.users(), "columns": [self.field()]})
                }
            },
            "rename_list" => json!({"list": self.list(), "name": self.name()}),
            "delete_list" | "set_default_list" | "join_list" => json!({"list": self.list()}),
            "restore_list" => {
                let lists = self.ward.team.lists.iter();
                let deleted: Vec<_> = lists
                    .filter(|(_, l)| l.deleted.is_some())
                    .map(|(id, _)| *id)
                    .collect();
                json!({"list": self.pick(&deleted).unwrap_or_else(|| self.list())})
            }
            "set_list_members" => match self.below(3) {
                0 => json!({"list": self.list(), "members": null}),
                _ => json!({"list": self.list(), "members": self.users()}),
            },
            "set_list_columns" => {
                json!({"list": self.list(), "columns": [self.field(), self.field(), self.field()]})
            }
            "set_list_order" => {
                json!({"list": self.list(), "order": self.word(&["place", "manual"])})
            }
            "add_field" => match self.below(2) {
                0 => json!({"field": self.new_field()}),
                _ => json!({"field": self.new_field(), "list": self.list()}),
            },
            "rename_field" => json!({"field": self.field(), "name": self.name()}),
            "move_field" => match self.below(3) {
                0 => json!({"field": self.field(), "after": null}),
                _ => json!({"field": self.field(), "after": self.field()}),
            },
            "archive_field" | "restore_field" => json!({"field": self.field()}),
            "set_field_options" => {
                let options = [
                    json!({"id": 1, "label": "A2", "color": "red"}),
                    json!({"id": 2, "label": "B"}),
                    json!({"label": self.name()}),
                ];
                json!({"field": self.field(), "options": options[self.below(3)..]})
            }
            "lock_field" => json!({"field": self.field(), "locked": self.below(2) == 0}),
            "add_patient" => {
                let field = self.field();
                json!({"list": self.list(), "identity": self.identity(), "distinct": self.below(2) == 0, "values": [{"field": field, "value": self.value(field)}]})
            }
            "edit_patient" => {
                json!({"patient": self.patient(), "identity": self.identity(), "based_on": self.base()})
            }
            "add_patient_to_list" => {
                json!({"patient": self.patient(), "list": self.list(), "confirm_audience": self.below(2) == 0})
            }
            "move_patient" => {
                let from = self.list();
                json!({"patient": self.patient_of(from), "from": from, "to": self.list(), "confirm_audience": self.below(2) == 0})
            }
            "remove_patient_from_list" => {
                let list = self.list();
                json!({"patient": self.patient_of(list), "list": list})
            }
            "reorder_patient" => {
                let list = self.list();
                match self.below(3) {
                    0 => json!({"list": list, "patient": self.patient_of(list), "after": null}),
                    _ => {
                        json!({"list": list, "patient": self.patient_of(list), "after": self.patient_of(list)})
                    }
                }
            }
            "set_patient_status" => {
                json!({"patient": self.patient(), "status": self.word(&["expected", "present", "discharged"])})
            }
            "merge_patients" => {
                json!({"patient": self.patient(), "duplicate": self.patient(), "confirm_audience": self.below(4) != 0})
            }
            "unmerge_patients" => {
                let mut merged: Vec<_> = self
                    .ward
                    .team
                    .patients
                    .iter()
                    .filter_map(|(id, p)| p.merged.as_ref().map(|m| (m.into, *id)))
                    .collect();
                merged.sort();
                let (kept, duplicate) = self
                    .pick(&merged)
                    .unwrap_or_else(|| (self.patient(), self.patient()));
                json!({"patient": kept, "duplicate": duplicate})
            }
            "set_value" => {
                let (list, field) = (self.list(), self.field());
                json!({"patient": self.patient_of(list), "field": field, "value": self.value(field), "based_on": self.base()})
            }
            "undo_value" => {
                let mut cells: Vec<_> = self
                    .ward
                    .team
                    .patients
                    .iter()
                    .flat_map(|(id, p)| p.values.keys().map(|f| (*id, *f)))
                    .collect();
                cells.sort();
                let (patient, field) = self
                    .pick(&cells)
                    .unwrap_or_else(|| (self.patient(), self.field()));
                json!({"patient": patient, "field": field})
            }
            "highlight" => match self.below(2) {
                0 => json!({"patient": self.patient(), "reason": self.name()}),
                _ => {
                    json!({"patient": self.patient(), "field": self.field(), "reason": self.name()})
                }
            },
            "remove_highlight" => {
                let patients = self.ward.team.patients.iter();
                let mut marks: Vec<_> = patients
                    .flat_map(|(id, p)| p.highlights.iter().map(|h| (*id, h.field)))
                    .collect();
                marks.sort();
                match self.pick(&marks) {
                    Some((patient, Some(field))) => json!({"patient": patient, "field": field}),
                    Some((patient, None)) => json!({"patient": patient}),
                    None => json!({"patient": self.patient(), "field": self.field()}),
                }
            }
            "add_note" => json!({"patient": self.patient(), "text": self.text()}),
            "edit_note" => {
                let (patient, note) = self.note();
                json!({"patient": patient, "note": note, "text": self.text(), "based_on": self.base()})
            }
            "delete_note" | "restore_note" => {
                let (patient, note) = self.note();
                json!({"patient": patient, "note": note})
            }
            "import_patients" => {
                let (fields, rows) = self.rows();
                json!({"list": self.list(), "fields": fields, "rows": rows, "confirm_audience": self.below(2) == 0})
            }
            "undo_import" => {
                let imports: Vec<_> = self.ward.team.imports.keys().copied().collect();
                json!({"import": self.pick(&imports).map_or(json!(Uuid::nil()), |id| json!(id))})
            }
            "set_ehr_connection" => {
                let url = self.word(&["https://a.example.org/r4", "https://b.example.org", "no"]);
                let auth = json!({"type": "client_credentials", "client_id": "patients"});
                json!({"name": self.name(), "url": url, "auth": auth})
            }
            "remove_ehr_connection" => json!({}),
            "add_ehr_patient" => {
                json!({"list": self.list(), "ehr_id": self.word(&RECORDED), "distinct": self.below(2) == 0})
            }
            "link_patient" => {
                json!({"patient": self.patient(), "ehr_id": self.word(&RECORDED), "confirm_identity": self.below(4) > 0})
            }
            "set_news2" => {
                let settings = domain::clinical::news2::News2Settings::default();
                json!({"settings": (self.below(2) == 0).then_some(settings)})
            }
            "set_time_zone" => {
                json!({"time_zone": self.word(&["Europe/Zurich", "America/New_York", "Nowhere/Else"])})
            }
            "set_spo2_scale" => json!({"patient": self.patient(), "scale_2": self.below(2) == 0}),
            "unlink_patient" => json!({"patient": self.linked()}),
            "set_sensitive" => {
                json!({"patient": self.patient(), "sensitive": self.below(4) > 0, "reason": self.name()})
            }
            "set_responsible" => json!({"patient": self.patient(), "users": self.users()}),
            "break_glass" => {
                let text = self.word(&["standing in for the day", "I must know", "too short"]);
                json!({"patient": self.protected(), "code": "covering_colleague", "text": text})
            }
            "review_break_glass" => {
                let broken = self.ward.team.broken_glasses.iter();
                let broken: Vec<_> = broken.map(|glass| json!(glass.id)).collect();
                let access = match broken.is_empty() {
                    true => json!(Uuid::nil()),
                    false => broken[self.below(broken.len())].clone(),
                };
                let outcome = self.word(&["appropriate", "inappropriate"]);
                json!({"access": access, "outcome": outcome, "comment": self.name()})
            }
            "answer_ehr_identity" => {
                json!({"patient": self.linked(), "take": self.below(2) == 0})
            }
            other => panic!(
                "random wards do not know the command `{other}` yet: say here how it is made"
            ),
        }
    }
}

/// The laws say little about what random steps never do: each command has an effect at least once in a fixed run.
pub fn check_reach() -> TestCaseResult {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let steps = prop::collection::vec(Step::any(), 200);
    let mut done: BTreeMap<&str, usize> =
        Command::TYPE_NAMES.iter().map(|name| (*name, 0)).collect();
    for _ in 0..75 {
        let mut ward = super::furnished();
        for step in steps.new_tree(&mut runner).unwrap().current() {
            let (actor, command) = step.command(&ward);
            let command = answered(command);
            let name = command.type_name();
            if ward
                .attempt(actor, command)
                .is_ok_and(|events| !events.is_empty())
            {
                *done.get_mut(name).unwrap() += 1;
            }
            for event in step.what_the_record_says(&ward) {
                ward.apply(RECORD, event);
            }
        }
    }
    done.remove("install_app");
    let never: Vec<_> = done.iter().filter(|(_, times)| **times < 3).collect();
    prop_assert!(never.is_empty(), "hardly ever done: {never:?}");
    Ok(())
}
