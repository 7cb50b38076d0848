//! A ward on a journal in a temporary folder, reached as the routes reach it.

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::organization::command::{self as organization, CreateTeam, CreateUser};
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use domain::{CommandId, ListId, TeamId, UserId};
use http_api::{App, router};
use identity::Accounts;
use journal::{Client, ClientKind, Entry, Journal, Owner, StreamId, StreamKind};
use journal_sqlite::{OpenOptions, SqliteJournal};
use serde_json::{Value, json};
use service::ehr::{Ehr, NoRecord};
use service::exporting::ExportedFile;
use service::importing::{PreviewRefusal, SheetFile};
use service::{Caller, CommandAnswer, Encoding, Refusal, SealKey, Sealer, Service};
use std::collections::BTreeMap;
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;
use zeroize::Zeroizing;

const PASSWORD: &str = "a long enough password";

/// A team of an owner, a member and a guest, installed in a language.
pub struct Ward {
    pub service: Arc<Service>,
    pub team: TeamId,
    pub list: ListId,
    pub owner: Caller,
    pub member: Caller,
    pub guest: Caller,
    accounts: Arc<Accounts>,
    journal: Arc<SqliteJournal>,
    _folder: TempDir,
}

impl Ward {
    pub async fn begin(language: Language) -> Self {
        let folder = TempDir::new().unwrap();
        let journal = SqliteJournal::open(folder.path(), OpenOptions::default()).unwrap();
        let journal = Arc::new(journal);
        let sealer = Sealer::new(&SealKey::generate().unwrap()).unwrap();
        let ehr = Ehr::new(Arc::new(NoRecord), sealer);
        let service = Arc::new(Service::open(journal.clone(), ehr).await.unwrap());
        let accounts = Arc::new(Accounts::new(service.clone()).unwrap());
        let mut people = Vec::new();
        for (user, name) in [
            ("olga", "Olga Ferri"),
            ("nina", "Nina Roux"),
            ("gus", "Gus Bell"),
        ] {
            let create = organization::Command::CreateUser(CreateUser {
                user: user.to_owned(),
                name: name.to_owned(),
                language,
                administrator: false,
                password: None,
                ..CreateUser::default()
            });
            let made = service.command_organization_as_system(create).await;
            people.push(made.unwrap().user.unwrap());
        }
        let create = organization::Command::CreateTeam(CreateTeam {
            name: "Ward 7".to_owned(),
            owner: people[0],
            time_zone: "Europe/Paris".to_owned(),
        });
        let made = service.command_organization_as_system(create).await;
        let caller = |user: UserId| Caller {
            user,
            session: Arc::from("test"),
            client: Client {
                address: None,
                kind: ClientKind::Api,
            },
            language,
        };
        let mut ward = Self {
            service,
            team: made.unwrap().team.unwrap(),
            list: ListId::new(Uuid::nil()),
            owner: caller(people[0]),
            member: caller(people[1]),
            guest: caller(people[2]),
            accounts,
            journal,
            _folder: folder,
        };
        ward.done(json!({"type": "install_app", "mode": "manual"}))
            .await;
        for (user, role) in [(people[1], "member"), (people[2], "guest")] {
            ward.done(json!({"type": "add_member", "user": user, "role": role}))
                .await;
        }
        ward.list = ward.view().await["lists"][0]["id"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        ward
    }

    /// The team as its owner sees it.
    pub async fn view(&self) -> Value {
        let bytes = self.service.team(&self.owner, self.team).await.unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Fields in use, by name.
    pub async fn fields(&self) -> BTreeMap<String, Value> {
        let view = self.view().await;
        let fields = view["schema"]["fields"].as_array().unwrap().iter();
        fields
            .filter(|field| field["archived"] == false)
            .map(|field| (field["name"].as_str().unwrap().to_owned(), field.clone()))
            .collect()
    }

    /// The list as its owner sees it.
    pub async fn list(&self) -> Value {
        let read = self
            .service
            .list(&self.owner, self.team, self.list, Encoding::Identity);
        serde_json::from_slice(&read.await.unwrap().parts.concat()).unwrap()
    }

    /// How many patients are on the list.
    pub async fn count(&self) -> usize {
        self.list().await["rows"].as_array().unwrap().len()
    }

    pub async fn command(&self, caller: &Caller, command: Value) -> Result<CommandAnswer, Refusal> {
        let text = command.to_string();
        let id = CommandId::new(Uuid::now_v7());
        let command = serde_json::from_value(command).unwrap();
        self.service
            .command(caller, self.team, id, text.as_bytes(), command)
            .await
    }

    /// Does what the owner commands.
    pub async fn done(&self, command: Value) -> CommandAnswer {
        self.command(&self.owner, command).await.unwrap()
    }

    pub async fn preview(&self, caller: &Caller, file: SheetFile) -> Result<Value, PreviewRefusal> {
        let preview = self
            .service
            .preview_import(caller, self.team, self.list, file)
            .await?;
        Ok(serde_json::from_slice(&preview).unwrap())
    }

    /// What the owner sees of a file.
    pub async fn look(&self, name: &str, content: impl AsRef<[u8]>) -> Value {
        self.preview(&self.owner, file(name, content))
            .await
            .unwrap()
    }

    /// Imports what a preview found, and answers that nobody is known already.
    pub async fn import(&self, preview: &Value) -> CommandAnswer {
        self.done(self.import_command(preview)).await
    }

    pub fn import_command(&self, preview: &Value) -> Value {
        let rows = preview["rows"].as_array().unwrap().iter().map(|found| {
            let mut row = found["row"].clone();
            if found.get("duplicate").is_some() {
                row["duplicate"] = json!({"answer": "distinct"});
            }
            row
        });
        json!({
            "type": "import_patients",
            "list": self.list,
            "fields": preview["fields"],
            "rows": rows.collect::<Vec<_>>(),
        })
    }

    pub async fn export(&self, caller: &Caller, format: ExportFormat) -> ExportedFile {
        self.service
            .export_list(caller, self.team, self.list, format, None)
            .await
            .unwrap()
    }

    /// The team's accesses so far.
    pub async fn accesses(&self) -> Vec<Entry> {
        let stream = StreamId {
            owner: Owner::Team(self.team),
            kind: StreamKind::Accesses,
        };
        self.journal.read(stream, 0, 10_000).await.unwrap()
    }

    /// A bearer token of somebody.
    pub async fn token(&self, user: &str, caller: &Caller) -> String {
        let password = || Zeroizing::new(PASSWORD.to_owned());
        let set = self.accounts.set_password(caller.user, password()).await;
        set.unwrap();
        let signed_in = self.accounts.sign_in(user, password(), caller.client);
        let (token, _) = signed_in.await.unwrap();
        token.text().to_owned()
    }

    /// Sends a request to a path below the list.
    pub async fn send(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: impl Into<Body>,
    ) -> Response<Body> {
        let request = Request::builder()
            .method(method)
            .uri(format!(
                "/api/teams/{}/lists/{}/{path}",
                self.team, self.list
            ))
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json")
            .body(body.into())
            .unwrap();
        let app = App::new(self.service.clone(), self.accounts.clone());
        router(app).oneshot(request).await.unwrap()
    }
}

/// A body's JSON.
pub async fn json_of(response: Response<Body>) -> Value {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// A file of which nothing else is said.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> SheetFile {
    SheetFile {
        file_name: name.to_owned(),
        content: content.as_ref().to_vec(),
        sheet: None,
        header: None,
        encoding: None,
        delimiter: None,
        mapping: None,
    }
}

/// The same file with a mapping.
pub fn mapped(name: &str, content: impl AsRef<[u8]>, mapping: &Value) -> SheetFile {
    SheetFile {
        mapping: Some(serde_json::from_value(mapping.clone()).unwrap()),
        ..file(name, content)
    }
}

/// One of the example sheets.
pub fn example(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../sheet/examples-data/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

/// A request's body with a file in it.
pub fn request(name: &str, content: impl AsRef<[u8]>) -> Value {
    json!({"file_name": name, "content": BASE64_STANDARD.encode(content)})
}

/// A CSV of these rows.
pub fn csv(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",");
    let lines: Vec<String> = rows.iter().map(line).collect();
    lines.join("\r\n")
}

/// The kinds of a preview's issues, with their rows and columns.
pub fn issues(preview: &Value) -> Vec<String> {
    let issues = preview["issues"].as_array().unwrap().iter();
    issues
        .map(|issue| {
            let column = issue.get("column").map(|c| format!(" column {c}"));
            format!(
                "row {}{}: {} ({})",
                issue["row"],
                column.unwrap_or_default(),
                issue["reason"]["kind"].as_str().unwrap(),
                issue["effect"].as_str().unwrap(),
            )
        })
        .collect()
}
