//! Two teams, everybody there can be, and a request that is right in all but who asks.

use crate::support::{Answer, Api, Ward, command_id};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::access::Person;
use domain::organization::command::{Command, CreateTeam, CreateUser};
use domain::team::state::Role;
use http_api::Endpoint;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use zeroize::Zeroizing;

/// Whose a thing is that a request names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// The team of who asks, as far as they have one.
    Own,
    /// A team in which nobody is who asks.
    Foreign,
    /// An id that nothing has.
    Nobodys,
}

/// Ids of a team, by the name that routes and commands give them.
pub type Things = BTreeMap<&'static str, String>;

pub struct Hospital {
    pub ward: Ward,
    own: Things,
    foreign: Things,
    nobodys: Things,
    /// Sessions by person: a sign-in costs more than all requests of a person.
    sessions: BTreeMap<String, Mutex<Option<String>>>,
}

const AUDITOR: &str = "audrey";

impl Hospital {
    pub async fn begin() -> Self {
        let ward = Ward::begin().await;
        let audrey = make_user(&ward, AUDITOR).await;
        let stranger = make_user(&ward, "stella").await;
        let own = things(&mut ward.olga.again(), &ward.team).await;
        let create = Command::CreateTeam(CreateTeam {
            name: "Ward 8".to_owned(),
            owner: stranger,
            time_zone: "Europe/Paris".to_owned(),
        });
        let made = ward.server.service.command_organization_as_system(create);
        let other = made.await.unwrap().team.unwrap().to_string();
        let mut stella = Api::sign_in(ward.address(), "stella", crate::support::PASSWORD).await;
        let install = json!({"type": "install_app", "mode": "manual"});
        stella.done(&other, install).await;
        let foreign = things(&mut stella, &other).await;
        let nobodys = own.keys().map(|name| (*name, command_id())).collect();
        assert_ne!(audrey, stranger);
        Self {
            ward,
            own,
            foreign,
            nobodys,
            sessions: BTreeMap::new(),
        }
        .with_sessions()
        .await
    }

    async fn with_sessions(mut self) -> Self {
        for person in super::PEOPLE {
            let token = match account(person) {
                Some(AUDITOR) => {
                    let api = Api::sign_in(self.ward.address(), AUDITOR, crate::support::PASSWORD);
                    api.await.token
                }
                Some(name) => self.ward.sign_in(name).await.token,
                None => None,
            };
            self.sessions
                .insert(format!("{person:?}"), Mutex::new(token));
        }
        self
    }

    pub fn things(&self, whose: Whose) -> &Things {
        match whose {
            Whose::Own => &self.own,
            Whose::Foreign => &self.foreign,
            Whose::Nobodys => &self.nobodys,
        }
    }

    /// Somebody, signed in where they can be.
    pub fn api(&self, person: Person) -> Api {
        let mut api = Api::anonymous(self.ward.address());
        api.token = self.sessions[&format!("{person:?}")]
            .lock()
            .unwrap()
            .clone();
        api
    }

    /// Asks a route about a team and what is in it.
    pub async fn ask(&self, endpoint: &Endpoint, person: Person, whose: Whose) -> Answer {
        self.ask_about(endpoint, person, whose, whose).await
    }

    pub async fn ask_about(
        &self,
        endpoint: &Endpoint,
        person: Person,
        team: Whose,
        others: Whose,
    ) -> Answer {
        let mut path = endpoint.path.replace("{team}", &self.things(team)["team"]);
        if path.contains("{user}/sessions") || path.contains("{user}/factors") {
            // Of somebody whose session nobody else here goes on using.
            path = path.replace("{user}", &self.ward.id("paul").to_string());
        }
        for (name, id) in self.things(others) {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        assert!(!path.contains('{'), "{path}: an id of which kind?");
        let mut api = self.api(person);
        let ends_session = endpoint.path == "/api/session" && endpoint.method == "DELETE"
            || endpoint.path == "/api/session/lock";
        if ends_session && api.token.is_some() {
            // The session that others go on using stays.
            let name = account(person).unwrap();
            api = Api::sign_in(self.ward.address(), name, crate::support::PASSWORD).await;
        }
        let method = endpoint.method.as_str();
        if path.ends_with("/live") {
            let upgrade = [
                ("Connection", "Upgrade"),
                ("Upgrade", "websocket"),
                ("Sec-WebSocket-Version", "13"),
                ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ];
            return api.raw(method, &path, &upgrade, b"").await;
        }
        if path.ends_with("/export") {
            path += "?format=csv";
        }
        if matches!(method, "GET" | "DELETE") {
            return api.raw(method, &path, &[], b"").await;
        }
        let body = self.body(method, &endpoint.path);
        api.json(method, &path, body.to_string().as_bytes()).await
    }

    /// A body that is right for a route.
    fn body(&self, method: &str, path: &str) -> Value {
        let sheet = BASE64_STANDARD.encode("Name;First name\nMuster;Max\n");
        match (method, path) {
            ("POST", "/api/session") => json!({"user": "nobody", "password": "nothing at all"}),
            ("POST", "/api/session/second-factor") => {
                json!({"challenge": "none", "code": "000000"})
            }
            ("POST", "/api/session/second-factor/passkey") => json!({"challenge": "none"}),
            ("POST", "/api/session/passkey") => json!({"challenge": "none", "credential": {}}),
            (
                "POST",
                "/api/session/passkey/challenge"
                | "/api/session/activity"
                | "/api/session/lock"
                | "/api/session/unlock/challenge",
            ) => json!({}),
            ("POST", "/api/session/unlock") => json!({"pin": "000000"}),
            (
                "POST",
                "/api/me/two-steps"
                | "/api/me/two-steps/end"
                | "/api/me/two-steps/recovery-codes"
                | "/api/me/passkeys/challenge",
            ) => json!({"password": "another than it is"}),
            ("POST", "/api/me/two-steps/confirmation") => json!({"code": "000000"}),
            ("POST", "/api/me/passkeys") => {
                json!({"challenge": "none", "name": "none", "credential": {}})
            }
            ("PUT", "/api/me/pin") => json!({"pin": "271828", "password": "another than it is"}),
            ("PUT", "/api/me/password") => {
                json!({"current": "another than it is", "new": "long enough for all of them"})
            }
            ("POST", "/api/enrolment") => {
                json!({"token": "none", "password": "long enough for all"})
            }
            ("POST", "/api/enrolment/inspection") => json!({"token": "none"}),
            ("POST", "/api/organization/commands") => {
                json!({"id": command_id(), "command": {"type": "rename_team", "team": self.own["team"], "name": "Ward 7"}})
            }
            ("POST", "/api/teams/{team}/commands") => {
                // Anybody may leave who is in: a member who is none is refused by another rule.
                json!({"id": command_id(), "command": {"type": "create_list", "name": ""}})
            }
            ("PUT", "/api/teams/{team}/lists/{list}/seen") => json!({"sequence": 1}),
            ("PUT", "/api/teams/{team}/lists/{list}/widths") => json!({"widths": {}}),
            ("POST", "/api/teams/{team}/lists/{list}/copies") => json!({"patients": []}),
            ("POST", "/api/teams/{team}/lists/{list}/imports/preview") => {
                json!({"file_name": "sheet.csv", "content": sheet})
            }
            ("POST", "/api/teams/{team}/ehr/search") => json!({"mrn": "123"}),
            ("POST", "/api/teams/{team}/ehr/probe") => {
                json!({"url": "http://127.0.0.1:9/fhir", "auth": {"type": "none"}})
            }
            _ => panic!("{method} {path} needs a body here that is right in all but who sends it"),
        }
    }

    /// A text without the ids that the requests named.
    pub fn without_ids(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for things in [&self.own, &self.foreign, &self.nobodys] {
            for (name, id) in things {
                text = text.replace(id.as_str(), name);
            }
        }
        text
    }
}

fn account(person: Person) -> Option<&'static str> {
    match person {
        Person::Anonymous | Person::Directory => None,
        Person::Outsider => Some("otto"),
        Person::Administrator => Some("ada"),
        Person::Auditor => Some(AUDITOR),
        Person::Member(Role::Guest) => Some("gus"),
        Person::Member(Role::Member) => Some("nina"),
        Person::Member(Role::Owner) => Some("olga"),
    }
}

async fn make_user(ward: &Ward, name: &str) -> domain::UserId {
    let create = Command::CreateUser(CreateUser {
        user: name.to_owned(),
        name: name.to_owned(),
        auditor: name == AUDITOR,
        ..CreateUser::default()
    });
    let made = ward.server.service.command_organization_as_system(create);
    let user = made.await.unwrap().user.unwrap();
    let password = Zeroizing::new(crate::support::PASSWORD.to_owned());
    let set = ward.server.accounts.set_password(user, password);
    set.await.unwrap();
    user
}

/// A patient with a note, and everything else that has an id.
async fn things(owner: &mut Api, team: &str) -> Things {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let view = owner.get(&format!("/api/teams/{team}")).await.ok();
    let list = text(&view["lists"][0]["id"]);
    let add = |family: &str| json!({"type": "add_patient", "list": list, "identity": {"family": family}, "distinct": true});
    let patient = text(&owner.done(team, add("Kept")).await["patient"]);
    let duplicate = text(&owner.done(team, add("Twice")).await["patient"]);
    let note = json!({"type": "add_note", "patient": patient, "text": "seen"});
    let note = text(&owner.done(team, note).await["note"]);
    let import = json!({"type": "import_patients", "list": list, "rows": [{"identity": {"family": "Sheet"}}]});
    let import = text(&owner.done(team, import).await["import"]);
    let user = text(&owner.get("/api/me").await.ok()["id"]);
    Things::from([
        ("team", team.to_owned()),
        ("list", list),
        ("patient", patient),
        ("duplicate", duplicate),
        ("field", text(&view["schema"]["fields"][1]["id"])),
        ("note", note),
        ("import", import),
        ("user", user),
        ("passkey", "none".to_owned()),
        ("reference", "none".to_owned()),
    ])
}
