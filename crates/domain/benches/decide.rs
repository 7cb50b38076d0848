//! What judging and applying cost: one edit in a ward of a thousand, and a sheet of five thousand.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use domain::team::state::Mode;
use domain::team::{Command, Context, Stamp, Team, decide, evolve, installation};
use domain::{FieldId, PatientId, UserId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const FIELDS: usize = 30;

/// A team with its owner, who does everything.
struct Ward {
    team: Team,
    owner: UserId,
    next_id: u128,
}

impl Ward {
    fn new() -> Self {
        let owner = UserId::new(Uuid::from_u128(1));
        let mut ward = Self {
            team: Team::default(),
            owner,
            next_id: 1_000,
        };
        ward.apply(
            &serde_json::from_value(
                json!({"type": "team_founded", "owner": owner, "time_zone": "UTC"}),
            )
            .unwrap(),
        );
        let mut id = 100;
        let events = installation::install(Mode::Manual, Default::default(), &mut || {
            id += 1;
            Uuid::from_u128(id)
        });
        events.iter().for_each(|event| ward.apply(event));
        for number in 0..FIELDS {
            ward.does(json!({"type": "add_field", "field": {"name": format!("Field {number}"), "type": "short_text"}}));
        }
        ward
    }

    fn apply(&mut self, event: &domain::team::Event) {
        let stamp = Stamp {
            sequence: self.team.sequence + 1,
            at: Timestamp::UNIX_EPOCH,
            actor: self.owner,
        };
        evolve(&mut self.team, stamp, event);
    }

    fn judge(&mut self, command: Command) -> Vec<domain::team::Event> {
        let next = &mut self.next_id;
        let mut context = Context {
            actor: self.owner,
            at: Timestamp::UNIX_EPOCH,
            language: Default::default(),
            fresh_id: &mut || {
                *next += 1;
                Uuid::from_u128(*next)
            },
            policy: &Default::default(),
            is_user: &|_| true,
        };
        decide(&self.team, &mut context, command).unwrap()
    }

    fn does(&mut self, command: Value) {
        let events = self.judge(serde_json::from_value(command).unwrap());
        events.iter().for_each(|event| self.apply(event));
    }

    fn fields(&self) -> Vec<FieldId> {
        let all = self.team.fields.iter().map(|field| field.id);
        all.rev().take(FIELDS).collect()
    }

    fn sheet(&self, patients: usize) -> Command {
        let fields = self.fields();
        let values: Vec<Value> = fields
            .iter()
            .map(|field| json!({"field": field, "value": "two words"}))
            .collect();
        let rows: Vec<Value> = (0..patients)
            .map(|n| json!({"identity": {"family": format!("Family {n}"), "birth_date": "1945-07-14"}, "values": values}))
            .collect();
        serde_json::from_value(
            json!({"type": "import_patients", "list": self.team.default_list, "rows": rows}),
        )
        .unwrap()
    }
}

fn edits(criterion: &mut Criterion) {
    let mut ward = Ward::new();
    let sheet = ward.sheet(1_000);
    let events = ward.judge(sheet);
    events.iter().for_each(|event| ward.apply(event));
    let patients: Vec<PatientId> = ward.team.patients.keys().copied().collect();
    let fields = ward.fields();
    let mut number = 0_usize;
    criterion.bench_function("one edit of 1,000 × 30: judge and apply", |bencher| {
        bencher.iter(|| {
            number += 1;
            let command = json!({
                "type": "set_value",
                "patient": patients[number % patients.len()],
                "field": fields[number / patients.len() % fields.len()],
                "value": format!("value {number}"),
                "based_on": ward.team.sequence,
            });
            ward.does(command);
        });
    });
}

fn sheets(criterion: &mut Criterion) {
    let ward = Ward::new();
    let sheet = ward.sheet(5_000);
    let mut group = criterion.benchmark_group("sheets");
    group.sample_size(10);
    group.bench_function("a sheet of 5,000 × 30: judge", |bencher| {
        bencher.iter_batched(
            || (Ward::new(), sheet.clone()),
            |(mut ward, sheet)| ward.judge(sheet),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, edits, sheets);
criterion_main!(benches);
