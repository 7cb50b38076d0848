//! A ward for the examples: five people, a list, and commands as the wire has them. Ids are counted, so that they are the same in
//! every run.

use domain::organization::policy::PolicyRules;
use domain::rejection::Rejection;
use domain::team::event::{MemberAdded, TeamFounded};
use domain::team::installation::Language;
use domain::team::state::Role;
use domain::team::unseen::SeenMarks;
use domain::team::{Command, Context, Event, Stamp, Team, decide, evolve};
use domain::{FieldId, ImportId, ListId, NoteId, PatientId, UserId};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

/// Owns the team.
pub const OLGA: UserId = user(1);
/// Is a member.
pub const MAX: UserId = user(2);
/// Is a member.
pub const MINA: UserId = user(3);
/// Is a guest.
pub const GUS: UserId = user(4);
/// Owns the team, too, in wards with [`Ward::with_second_owner`].
pub const OTTO: UserId = user(5);
/// Is a user of the organization, and not of the team.
pub const EVE: UserId = user(6);
/// Is nobody's user.
pub const NOBODY: UserId = user(999);

pub const fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

/// A team, and all that happened in it.
pub struct Ward {
    pub team: Team,
    pub log: Vec<(Stamp, Event)>,
    /// What everybody's policy says.
    pub policy: PolicyRules,
    fresh: u128,
    at: Timestamp,
}

impl Ward {
    /// Olga's team before anything else.
    pub fn founded() -> Ward {
        let mut ward = Ward {
            team: Team::default(),
            log: Vec::new(),
            policy: PolicyRules::default(),
            fresh: 0x1000,
            at: "2026-11-24T07:00:00Z".parse().unwrap(),
        };
        let (owner, time_zone) = (OLGA, "Europe/Zurich".to_owned());
        ward.apply(OLGA, Event::TeamFounded(TeamFounded { owner, time_zone }));
        ward
    }

    /// Olga the owner, Max and Mina, and Gus the guest; the app is installed.
    pub fn new() -> Ward {
        let mut ward = Ward::founded();
        for (user, role) in [
            (MAX, Role::Member),
            (MINA, Role::Member),
            (GUS, Role::Guest),
        ] {
            ward.apply(
                OLGA,
                Event::MemberAdded(MemberAdded {
                    user,
                    role,
                    by_group: false,
                }),
            );
        }
        ward.ok(OLGA, json!({"type": "install_app", "mode": "manual"}));
        ward
    }

    pub fn with_second_owner() -> Ward {
        let mut ward = Ward::new();
        ward.ok(
            OLGA,
            json!({"type": "add_member", "user": OTTO, "role": "owner"}),
        );
        ward
    }

    /// Judges a command without applying what follows.
    pub fn judge(&self, actor: UserId, command: Command) -> Result<Vec<Event>, Rejection> {
        let mut fresh = self.fresh;
        let mut fresh_id = || {
            fresh += 1;
            Uuid::from_u128(fresh)
        };
        let mut context = Context {
            actor,
            at: self.at,
            language: Language::En,
            fresh_id: &mut fresh_id,
            policy: &self.policy,
            is_user: &|user| user != NOBODY,
        };
        decide(&self.team, &mut context, command)
    }

    /// Judges a command and applies what follows.
    pub fn attempt(&mut self, actor: UserId, command: Command) -> Result<Vec<Event>, Rejection> {
        let events = self.judge(actor, command)?;
        self.skip_ids();
        for event in &events {
            self.apply(actor, event.clone());
        }
        Ok(events)
    }

    /// Takes the ids of a judged command as used.
    pub fn skip_ids(&mut self) {
        self.fresh += 0x10_0000;
    }

    /// The same ward, its team read from a snapshot: what was hashed stands in another order.
    pub fn copy_of(other: &Ward) -> Ward {
        let snapshot = serde_json::to_string(&other.team).unwrap();
        Ward {
            team: serde_json::from_str(&snapshot).unwrap(),
            log: Vec::new(),
            policy: other.policy.clone(),
            fresh: other.fresh,
            at: other.at,
        }
    }

    /// Applies an event; returns the lists whose readers see it.
    pub fn apply(&mut self, actor: UserId, event: Event) -> Vec<ListId> {
        let stamp = Stamp {
            sequence: self.team.sequence + 1,
            at: self.at,
            actor,
        };
        let touched = evolve(&mut self.team, stamp, &event);
        self.log.push((stamp, event));
        touched
    }

    /// Does what a command wants; the test ends where it is refused.
    pub fn ok(&mut self, actor: UserId, command: Value) -> Vec<Event> {
        let name = command.to_string();
        self.attempt(actor, parse(command))
            .unwrap_or_else(|refusal| panic!("{name} is refused: {}", wire(&refusal)))
    }

    /// Does what a command wants, which is something.
    pub fn does(&mut self, actor: UserId, command: Value) -> Vec<Event> {
        let name = command.to_string();
        let events = self.ok(actor, command);
        assert!(!events.is_empty(), "{name} does nothing");
        events
    }

    /// The command is allowed and changes nothing: the state is so already.
    pub fn does_nothing(&mut self, actor: UserId, command: Value) {
        let name = command.to_string();
        let events: Vec<_> = self.ok(actor, command);
        let events: Vec<_> = events.iter().map(Event::type_name).collect();
        assert!(events.is_empty(), "{name} does {events:?}");
    }

    /// The refusal of a command, as the wire has it.
    pub fn refuse(&self, actor: UserId, command: Value) -> Value {
        let name = command.to_string();
        match self.judge(actor, parse(command)) {
            Ok(_) => panic!("{name} is allowed"),
            Err(refusal) => wire(&refusal),
        }
    }

    /// Lets time pass.
    pub fn wait_hours(&mut self, hours: i64) {
        self.at += SignedDuration::from_hours(hours);
    }

    pub fn default_list(&self) -> ListId {
        self.team.default_list.unwrap()
    }

    /// Makes a list for the whole team.
    pub fn list(&mut self, actor: UserId, name: &str) -> ListId {
        self.does(actor, json!({"type": "create_list", "name": name}));
        self.newest_list()
    }

    /// Makes a list that is limited to its maker and these.
    pub fn limited(&mut self, actor: UserId, name: &str, members: &[UserId]) -> ListId {
        self.does(
            actor,
            json!({"type": "create_list", "name": name, "members": members}),
        );
        self.newest_list()
    }

    fn newest_list(&self) -> ListId {
        let made = self.log.iter().rev().find_map(|(_, event)| match event {
            Event::ListCreated(e) => Some(e.list),
            _ => None,
        });
        made.unwrap()
    }

    /// Adds a patient who is new to the team.
    pub fn patient(&mut self, actor: UserId, list: ListId, family: &str) -> PatientId {
        let command = json!({"type": "add_patient", "list": list, "identity": {"family": family}});
        self.does(actor, command);
        self.newest_patient()
    }

    /// The patient who was added last.
    pub fn newest_patient(&self) -> PatientId {
        let added = self.log.iter().rev().find_map(|(_, event)| match event {
            Event::PatientAdded(e) => Some(e.patient),
            _ => None,
        });
        added.unwrap()
    }

    /// Adds a field of a type.
    pub fn field(&mut self, actor: UserId, name: &str, kind: &str) -> FieldId {
        self.field_with(actor, json!({"name": name, "type": kind}))
    }

    pub fn field_with(&mut self, actor: UserId, field: Value) -> FieldId {
        self.does(actor, json!({"type": "add_field", "field": field}));
        self.team.fields.last().unwrap().id
    }

    /// The field of the schema with that name.
    pub fn field_named(&self, name: &str) -> FieldId {
        let field = self.team.fields.iter().find(|f| f.name == name);
        field.unwrap().id
    }

    /// Sets a value from the newest state.
    pub fn set(&mut self, actor: UserId, patient: PatientId, field: FieldId, value: Value) {
        let command = self.set_value(patient, field, value, self.team.sequence);
        self.does(actor, command);
    }

    pub fn set_value(
        &self,
        patient: PatientId,
        field: FieldId,
        value: Value,
        based_on: u64,
    ) -> Value {
        json!({"type": "set_value", "patient": patient, "field": field, "value": value, "based_on": based_on})
    }

    /// A value as the wire has it.
    pub fn value(&self, patient: PatientId, field: FieldId) -> Value {
        let value = self.team.patients[&patient].value(field);
        serde_json::to_value(domain::field::Wire(value)).unwrap()
    }

    /// Adds a note.
    pub fn note(&mut self, actor: UserId, patient: PatientId, text: &str) -> NoteId {
        self.does(
            actor,
            json!({"type": "add_note", "patient": patient, "text": text}),
        );
        self.team.patients[&patient].notes.last().unwrap().id
    }

    /// The patients of a list, in the agreed order.
    pub fn rows(&self, list: ListId) -> Vec<PatientId> {
        self.team.lists[&list]
            .rows
            .iter()
            .map(|r| r.patient)
            .collect()
    }

    /// The import that was made last.
    pub fn newest_import(&self) -> ImportId {
        let imports = self.team.imports.iter();
        *imports.max_by_key(|(_, i)| i.done.sequence).unwrap().0
    }

    pub fn sees_list(&self, reader: UserId, list: ListId) -> bool {
        self.team.find_visible_list(reader, list).is_some()
    }

    pub fn sees_patient(&self, reader: UserId, patient: PatientId) -> bool {
        self.team.find_visible_patient(reader, patient).is_some()
    }

    /// The team as a member reads it.
    pub fn team_view(&self, reader: UserId) -> Value {
        let role = self.team.find_role(reader).unwrap();
        let view = self
            .team
            .view(reader, role, &|user| format!("name of {user}"));
        serde_json::to_value(view).unwrap()
    }

    /// A patient as a member reads them who sees them.
    pub fn patient_view(&self, reader: UserId, patient: PatientId) -> Value {
        let state = self.team.find_visible_patient(reader, patient).unwrap();
        serde_json::to_value(self.team.patient_view(reader, patient, state)).unwrap()
    }

    /// A list as one of its readers opens it.
    pub fn snapshot(&self, list: ListId) -> Value {
        let state = &self.team.lists[&list];
        let fields: Vec<_> = self.team.shown_fields(state).collect();
        let ids: Vec<FieldId> = fields.iter().map(|f| f.id).collect();
        let rows: Vec<_> = state
            .rows
            .iter()
            .map(|row| {
                self.team
                    .row(&ids, row.patient, &self.team.patients[&row.patient])
            })
            .collect();
        let header = self.team.list_header(list, state);
        json!({"header": header, "fields": fields, "rows": rows})
    }

    /// What a reader has not seen of a list since a sequence, as "kind patient".
    pub fn unseen_since(&self, reader: UserId, list: ListId, sequence: u64) -> Vec<Value> {
        let mut marks = SeenMarks::default();
        marks.see_list(list, sequence);
        self.unseen(reader, list, &marks)
    }

    pub fn unseen(&self, reader: UserId, list: ListId, marks: &SeenMarks) -> Vec<Value> {
        let unseen = self
            .team
            .unseen(reader, list, &self.team.lists[&list], marks);
        let things = unseen
            .iter()
            .map(|u| serde_json::to_value(u.thing).unwrap());
        things.collect()
    }

    /// A patient's history as a reader sees it.
    pub fn history(&self, reader: UserId, patient: PatientId) -> Vec<Value> {
        let items = self.log.iter().filter_map(|(stamp, event)| {
            if event.subject().patient != Some(patient) {
                return None;
            }
            domain::team::history::history_item(
                &|list| self.sees_list(reader, list),
                &|patient| self.sees_patient(reader, patient),
                *stamp,
                event,
            )
        });
        items
            .map(|item| serde_json::to_value(item).unwrap())
            .collect()
    }
}

/// A command as the wire has it.
pub fn parse(command: Value) -> Command {
    serde_json::from_value(command).unwrap_or_else(|error| panic!("no command: {error}"))
}

/// A refusal as the wire has it.
pub fn wire(refusal: &Rejection) -> Value {
    serde_json::to_value(refusal).unwrap()
}

/// The names of events.
pub fn names(events: &[Event]) -> Vec<&'static str> {
    events.iter().map(Event::type_name).collect()
}

pub fn not_found(what: &str) -> Value {
    json!({"code": "not_found", "what": what})
}

pub fn invalid(what: &str) -> Value {
    json!({"code": "invalid", "what": what})
}

pub fn needs(who: &str) -> Value {
    json!({"code": "not_permitted", "needs": who})
}
