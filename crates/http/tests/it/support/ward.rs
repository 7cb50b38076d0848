//! A ward: one team with people in every role, its list and its schema.

use super::client::{Api, Live};
use super::server::Server;
use ::journal::{Journal, Owner, StreamId};
use domain::UserId;
use domain::audit::Operation;
use domain::organization::command::{Command, CreateTeam, CreateUser};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Everybody's password.
pub const PASSWORD: &str = "a long enough password";

/// Who there is: the administrator, two owners, two members, a guest, and somebody of another team.
const PEOPLE: [&str; 7] = ["ada", "olga", "oscar", "nina", "paul", "gus", "otto"];

/// A team with its people, as its owner made it.
pub struct Ward {
    pub server: Server,
    pub team: String,
    /// The team's default list.
    pub list: String,
    /// Fields of the schema by name.
    pub fields: BTreeMap<String, String>,
    people: BTreeMap<&'static str, UserId>,
    /// The owner, signed in.
    pub olga: Api,
}

impl Ward {
    /// An installed team of: olga and oscar (owners), nina and paul (members), gus (guest). otto and ada (the administrator) are not in it.
    pub async fn begin() -> Self {
        Self::begin_on(Server::start().await).await
    }

    /// The same, on a server of one's own.
    pub async fn begin_on(server: Server) -> Self {
        let mut people = BTreeMap::new();
        for name in PEOPLE {
            let create = Command::CreateUser(CreateUser {
                user: name.to_owned(),
                name: capitalized(name),
                language: domain::team::installation::Language::En,
                administrator: name == "ada",
                password: None,
                ..CreateUser::default()
            });
            let made = server.service.command_organization_as_system(create).await;
            people.insert(name, made.unwrap().user.unwrap());
        }
        let create = Command::CreateTeam(CreateTeam {
            name: "Ward 7".to_owned(),
            owner: people["olga"],
            time_zone: "Europe/Paris".to_owned(),
        });
        let made = server.service.command_organization_as_system(create).await;
        let team = made.unwrap().team.unwrap().to_string();
        let mut olga = signed_in(&server, "olga", people["olga"]).await;
        olga.done(&team, json!({"type": "install_app", "mode": "manual"}))
            .await;
        for (name, role) in [
            ("oscar", "owner"),
            ("nina", "member"),
            ("paul", "member"),
            ("gus", "guest"),
        ] {
            let add = json!({"type": "add_member", "user": people[name], "role": role});
            olga.done(&team, add).await;
        }
        let view = olga.get(&format!("/api/teams/{team}")).await.ok();
        let fields = view["schema"]["fields"].as_array().unwrap().iter();
        let fields = fields
            .map(|field| (text(&field["name"]), text(&field["id"])))
            .collect();
        Self {
            list: text(&view["lists"][0]["id"]),
            server,
            team,
            fields,
            people,
            olga,
        }
    }

    pub fn address(&self) -> &str {
        &self.server.address
    }

    pub fn id(&self, who: &str) -> UserId {
        self.people[who]
    }

    /// Somebody of the ward, signed in by name and password.
    pub async fn sign_in(&self, who: &str) -> Api {
        signed_in(&self.server, who, self.people[who]).await
    }

    pub fn field(&self, name: &str) -> &str {
        &self.fields[name]
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/teams/{}{rest}", self.team)
    }

    pub fn list_path(&self, rest: &str) -> String {
        format!("/api/teams/{}/lists/{}{rest}", self.team, self.list)
    }

    /// A new patient of the default list.
    pub async fn patient(&mut self, family: &str) -> String {
        let list = self.list.clone();
        self.patient_on(&list, family).await
    }

    pub async fn patient_on(&mut self, list: &str, family: &str) -> String {
        let add = json!({"type": "add_patient", "list": list, "identity": {"family": family}, "distinct": true});
        text(&self.olga.done(&self.team, add).await["patient"])
    }

    /// A new list, limited to these people and the owner, or open.
    pub async fn new_list(&mut self, name: &str, members: Option<&[&str]>) -> String {
        let members =
            members.map(|people| people.iter().map(|who| self.id(who)).collect::<Vec<_>>());
        let create = json!({"type": "create_list", "name": name, "members": members});
        text(&self.olga.done(&self.team, create).await["list"])
    }

    /// A command that sets a value, based on everything that is there now.
    pub async fn set(&self, api: &mut Api, patient: &str, field: &str, value: Value) -> Value {
        let based_on = self.sequence(api).await;
        let set = json!({
            "type": "set_value",
            "patient": patient,
            "field": self.field(field),
            "value": value,
            "based_on": based_on,
        });
        api.done(&self.team, set).await
    }

    /// The team's sequence now.
    pub async fn sequence(&self, api: &mut Api) -> u64 {
        api.get(&self.path("")).await.ok()["sequence"]
            .as_u64()
            .unwrap()
    }

    /// What was journalled of people's comings and goings.
    pub async fn operations(&self) -> Vec<Operation> {
        let stream = StreamId::accesses(Owner::Organization);
        let entries = self.server.journal.read(stream, 0, 100_000).await.unwrap();
        let headers = entries.into_iter().filter_map(|entry| entry.header);
        headers.map(|header| header.operation).collect()
    }

    pub async fn connect(&self, api: &Api) -> Live {
        Live::connect(self.address(), &self.team, api.token()).await
    }

    /// The same ward after the server was stopped and started.
    pub async fn restart(mut self) -> Self {
        self.server = self.server.restart().await;
        let mut olga = Api::anonymous(&self.server.address);
        olga.token = self.olga.token.take();
        self.olga = olga;
        self
    }
}

async fn signed_in(server: &Server, who: &str, id: UserId) -> Api {
    let password = Zeroizing::new(PASSWORD.to_owned());
    server.accounts.set_password(id, password).await.unwrap();
    Api::sign_in(&server.address, who, PASSWORD).await
}

fn capitalized(name: &str) -> String {
    name[..1].to_uppercase() + &name[1..]
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}
