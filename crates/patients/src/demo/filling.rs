//! Fills an empty store with the sample hospital, by the same commands as people use.

use super::people::{PEOPLE, Person};
use super::ward::{Sample, Ward};
use super::{english_ward, french_ward, record};
use crate::server::Opened;
use anyhow::Context;
use domain::organization::command::{self as organization, CreateTeam, CreateUser};
use domain::team::Command;
use domain::team::installation::Language;
use domain::team::state::Role;
use domain::{CommandId, FieldId, ListId, PatientId, TeamId, UserId};
use journal::{Client, ClientKind};
use serde_json::{Value, json};
use service::{Caller, CommandAnswer};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Where the filling comes from, for the journal.
pub(super) const CLIENT: Client = Client {
    address: None,
    kind: ClientKind::Cli,
};

/// Makes users, teams, lists and patients; `record` is the base of the hospital's record.
pub(super) async fn fill(opened: &Opened, record: &str) -> anyhow::Result<()> {
    let mut users = BTreeMap::new();
    for person in PEOPLE {
        let create = CreateUser {
            user: person.user.to_owned(),
            name: person.name.to_owned(),
            language: person.language,
            administrator: person.administrator,
            password: None,
            ..CreateUser::default()
        };
        let answer = opened
            .service
            .command_organization_as_system(organization::Command::CreateUser(create))
            .await?;
        let id = answer.user.context("a user without an id")?;
        opened
            .accounts
            .set_password(id, Zeroizing::new(person.password.to_owned()))
            .await?;
        users.insert(person.user, id);
    }
    let filling = Filling {
        opened,
        users,
        record,
    };
    filling
        .ward(&french_ward::WARD, Language::Fr, |person| person.french)
        .await?;
    filling
        .ward(&english_ward::WARD, Language::En, |person| person.english)
        .await
}

struct Filling<'a> {
    opened: &'a Opened,
    users: BTreeMap<&'static str, UserId>,
    record: &'a str,
}

/// A team that is being filled.
pub(super) struct Team<'a> {
    pub(super) opened: &'a Opened,
    pub(super) id: TeamId,
    pub(super) owner: Caller,
}

impl Filling<'_> {
    async fn ward(
        &self,
        ward: &Ward,
        language: Language,
        role_of: fn(&Person) -> Option<Role>,
    ) -> anyhow::Result<()> {
        let members: Vec<(UserId, Role)> = PEOPLE
            .iter()
            .filter_map(|person| Some((*self.users.get(person.user)?, role_of(person)?)))
            .collect();
        let (owner, _) = members
            .iter()
            .find(|(_, role)| *role == Role::Owner)
            .context("a ward without an owner")?;
        let create = CreateTeam {
            name: ward.team.to_owned(),
            owner: *owner,
            time_zone: ward.time_zone.to_owned(),
        };
        let made = self
            .opened
            .service
            .command_organization_as_system(organization::Command::CreateTeam(create))
            .await?;
        let team = Team {
            opened: self.opened,
            id: made.team.context("a team without an id")?,
            owner: Caller {
                user: *owner,
                session: Arc::from("demo"),
                client: CLIENT,
                language,
            },
        };
        let mode = match ward.record {
            Some(_) => "ehr",
            None => "manual",
        };
        team.command(json!({"type": "install_app", "mode": mode}))
            .await?;
        for (user, role) in members.iter().filter(|(user, _)| user != owner) {
            team.command(json!({"type": "add_member", "user": user, "role": role}))
                .await?;
        }
        let nurses: Vec<UserId> = members
            .iter()
            .filter(|(_, role)| *role >= Role::Member)
            .map(|(user, _)| *user)
            .collect();
        team.fill(ward, &nurses, self.record).await
    }
}

impl Team<'_> {
    async fn fill(&self, ward: &Ward, nurses: &[UserId], record: &str) -> anyhow::Result<()> {
        let options: Vec<Value> = ward
            .diet
            .1
            .iter()
            .map(|label| json!({"label": label}))
            .collect();
        let diet = self
            .add_field(json!({"name": ward.diet.0, "type": "choice", "options": options}))
            .await?;
        let weight = self
            .add_field(json!({"name": ward.weight, "type": "number", "unit": "kg"}))
            .await?;
        let mobility = self
            .add_field(json!({"name": ward.mobility, "type": "checkbox"}))
            .await?;
        let view = self.view().await?;
        let list = id_of(&view["lists"][0]["id"])?;
        let field = |index: usize| id_of::<FieldId>(&view["schema"]["fields"][index]["id"]);
        let fields = Fields {
            place: field(0)?,
            diagnosis: field(1)?,
            responsible: field(2)?,
            path: field(3)?,
            leaves: field(4)?,
            to_do: field(5)?,
            matters: field(6)?,
            diet,
            weight,
            mobility,
        };
        self.command(json!({"type": "rename_list", "list": list, "name": ward.list}))
            .await?;
        self.command(
            json!({"type": "set_list_columns", "list": list, "columns": fields.columns()}),
        )
        .await?;
        let mut patients = Vec::with_capacity(ward.patients.len());
        for (number, sample) in ward.patients.iter().enumerate() {
            let nurse = nurses.get(number % nurses.len().max(1)).copied();
            patients.push(self.add(ward, list, &fields, number, sample, nurse).await?);
        }
        self.other_lists(ward, &fields, &patients).await?;
        match &ward.record {
            Some(of_record) => record::fill(self, of_record, record, list, &fields).await,
            None => Ok(()),
        }
    }

    async fn add(
        &self,
        ward: &Ward,
        list: ListId,
        fields: &Fields,
        number: usize,
        sample: &Sample,
        nurse: Option<UserId>,
    ) -> anyhow::Result<PatientId> {
        let mut values = vec![json!({"field": fields.diagnosis, "value": sample.diagnosis})];
        let mut value =
            |field: FieldId, value: Value| values.push(json!({"field": field, "value": value}));
        value(fields.place, sample.place.into());
        value(fields.responsible, json!(nurse));
        if sample.path > 0 {
            value(fields.path, sample.path.into());
        }
        let leaves = jiff::ZonedDateTime::now()
            .date()
            .saturating_add(jiff::Span::new().days(sample.leaves_in));
        value(fields.leaves, leaves.to_string().into());
        let items: Vec<Value> = sample
            .to_do
            .iter()
            .enumerate()
            .map(|(i, text)| json!({"text": text, "done": (number + i).is_multiple_of(3)}))
            .collect();
        value(fields.to_do, items.into());
        value(fields.matters, sample.matters.into());
        value(fields.diet, (number % 4 + 1).into());
        value(
            fields.weight,
            format!("{}.{}", 52 + number * 7 % 41, number % 10).into(),
        );
        value(fields.mobility, (!number.is_multiple_of(3)).into());
        let identifiers = json!([
            {"type": "MR", "value": sample.number},
            {"type": ward.national_number, "value": format!("{:010}", 4_820_000_000_u64 + number as u64 * 104_729)},
        ]);
        let identity = json!({
            "family": sample.family,
            "given": sample.given,
            "prefix": sample.prefix,
            "sex": sample.sex,
            "birth_date": sample.born,
            "identifiers": identifiers,
        });
        let answer = self
            .command(json!({
                "type": "add_patient",
                "list": list,
                "identity": identity,
                "status": sample.status,
                "values": values,
                "distinct": true,
            }))
            .await?;
        let patient = answer.patient.context("a patient without an id")?;
        if !sample.note.is_empty() {
            self.command(json!({"type": "add_note", "patient": patient, "text": sample.note}))
                .await?;
        }
        Ok(patient)
    }

    /// A second list, a limited one, and what the round must not miss.
    async fn other_lists(
        &self,
        ward: &Ward,
        fields: &Fields,
        patients: &[PatientId],
    ) -> anyhow::Result<()> {
        let columns = [fields.leaves, fields.path, fields.to_do];
        let second = self
            .command(json!({"type": "create_list", "name": ward.second_list, "columns": columns}))
            .await?
            .list;
        for (sample, patient) in ward
            .patients
            .iter()
            .zip(patients)
            .filter(|(sample, _)| sample.leaves_in <= 2)
        {
            let _ = sample;
            self.command(
                json!({"type": "add_patient_to_list", "patient": patient, "list": second}),
            )
            .await?;
        }
        self.command(
            json!({"type": "create_list", "name": ward.limited_list, "members": [self.owner.user]}),
        )
        .await?;
        if let Some(patient) = patients.get(5) {
            self.command(
                json!({"type": "highlight", "patient": patient, "reason": ward.highlight}),
            )
            .await?;
        }
        Ok(())
    }

    pub(super) async fn add_field(&self, field: Value) -> anyhow::Result<FieldId> {
        let answer = self
            .command(json!({"type": "add_field", "field": field}))
            .await?;
        answer.field.context("a field without an id")
    }

    pub(super) async fn command(&self, command: Value) -> anyhow::Result<CommandAnswer> {
        let text = command.to_string();
        let command: Command = serde_json::from_value(command).with_context(|| text.clone())?;
        let id = CommandId::new(Uuid::now_v7());
        Ok(self
            .opened
            .service
            .command(&self.owner, self.id, id, text.as_bytes(), command)
            .await?)
    }

    pub(super) async fn view(&self) -> anyhow::Result<Value> {
        Ok(serde_json::from_slice(
            &self.opened.service.team(&self.owner, self.id).await?,
        )?)
    }
}

/// The fields of a sample ward.
pub(super) struct Fields {
    pub(super) place: FieldId,
    diagnosis: FieldId,
    responsible: FieldId,
    path: FieldId,
    leaves: FieldId,
    to_do: FieldId,
    pub(super) matters: FieldId,
    diet: FieldId,
    weight: FieldId,
    mobility: FieldId,
}

impl Fields {
    fn columns(&self) -> [FieldId; 9] {
        [
            self.diagnosis,
            self.responsible,
            self.path,
            self.leaves,
            self.to_do,
            self.matters,
            self.diet,
            self.weight,
            self.mobility,
        ]
    }
}

fn id_of<T: std::str::FromStr>(value: &Value) -> anyhow::Result<T> {
    value
        .as_str()
        .and_then(|text| text.parse().ok())
        .context("an id is missing")
}
