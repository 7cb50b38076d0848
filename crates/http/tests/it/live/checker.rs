//! Several clients edit one list at once while their connections break. Afterwards the history says what really happened, and
//! everybody must agree with it (security.md, "Sync history checker").

use crate::support::client::screen::Applied;
use crate::support::{Api, Heard, Live, Screen, Ward, command_id};
use journal::{Journal, Owner, StreamId};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;

const STEPS: usize = 60;
const PATIENTS: usize = 6;

/// What one client did: a command and what came of it.
struct Done {
    id: String,
    command: Value,
    /// The sequence of the acknowledgement, or the code of the refusal.
    outcome: Result<u64, String>,
}

/// Small and good enough to vary a test; its seed is told when it fails.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// What every client knows.
#[derive(Clone)]
struct Shared {
    address: String,
    team: String,
    list: String,
    fields: Vec<String>,
    patients: Vec<String>,
}

struct Client {
    shared: Shared,
    name: String,
    random: Random,
    api: Api,
    live: Live,
    screen: Screen,
    done: Vec<Done>,
    breaks: usize,
}

impl Client {
    async fn run(mut self) -> Self {
        for step in 0..STEPS {
            self.follow(Duration::from_millis(1)).await;
            if self.random.chance(8) {
                self.reconnect().await;
            }
            let command = self.command(step);
            self.send(command).await;
        }
        self
    }

    /// Applies what has come. A client never meets a gap that it was not told of.
    async fn follow(&mut self, patience: Duration) {
        while let Some(heard) = self.live.hear_within(patience).await {
            let Heard::Message(message) = heard else {
                panic!("the server ended a connection");
            };
            if let Some(changes) = message["changes"].as_array() {
                for change in changes {
                    assert_eq!(self.screen.apply(change), Applied::Yes, "{}", self.name);
                }
            } else if message["reopen"].is_object() {
                self.open().await;
            } else {
                assert!(message["presence"].is_object(), "{message}");
            }
        }
    }

    async fn open(&mut self) {
        let list = self.shared.list.clone();
        let opened = self.live.open(&list, Some(self.screen.version())).await;
        if opened["snapshot"].is_object() {
            self.screen = Screen::new(opened["snapshot"].clone());
        }
    }

    /// The connection is lost without a word.
    async fn reconnect(&mut self) {
        self.breaks += 1;
        let Shared { address, team, .. } = &self.shared;
        self.live = Live::connect(address, team, self.api.token()).await;
        self.open().await;
    }

    fn command(&mut self, step: usize) -> Value {
        let patient = self.shared.patients[self.random.below(PATIENTS)].clone();
        let field = self.shared.fields[self.random.below(self.shared.fields.len())].clone();
        let text = format!("{} {step}", self.name);
        let based_on = self.screen.sequence();
        match self.random.below(10) {
            0 => json!({"type": "add_note", "patient": patient, "text": text}),
            1 => {
                let after = self.shared.patients[self.random.below(PATIENTS)].clone();
                let after = (after != patient).then_some(after);
                json!({"type": "reorder_patient", "list": self.shared.list, "patient": patient, "after": after})
            }
            2 => {
                let status = ["expected", "present", "discharged"][self.random.below(3)];
                json!({"type": "set_patient_status", "patient": patient, "status": status})
            }
            3 => json!({"type": "highlight", "patient": patient, "reason": text}),
            _ => {
                json!({"type": "set_value", "patient": patient, "field": field, "value": text, "based_on": based_on})
            }
        }
    }

    /// Sends a command, at times with the connection breaking half-way, and again until it is answered.
    async fn send(&mut self, command: Value) {
        let id = command_id();
        let path = format!("/api/teams/{}/commands", self.shared.team);
        let body = json!({"id": id, "command": command}).to_string();
        let token = format!("Bearer {}", self.api.token());
        let headers = [
            ("Content-Type", "application/json"),
            ("Authorization", token.as_str()),
        ];
        let mut answers = Vec::new();
        if self.random.chance(15) {
            // Nobody reads the answer: whether it was done is not known.
            self.breaks += 1;
            let connection = &mut self.api.connection;
            connection
                .begin("POST", &path, &headers, body.as_bytes())
                .await
                .unwrap();
            if self.random.chance(50) {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            connection.cut();
        }
        if self.random.chance(15) {
            // Two at once, as when an impatient client sends again.
            let mut twin = self.api.again();
            let (one, other) = tokio::join!(
                twin.connection
                    .send("POST", &path, &headers, body.as_bytes()),
                self.api
                    .connection
                    .send("POST", &path, &headers, body.as_bytes()),
            );
            answers.extend([one.unwrap(), other.unwrap()]);
        }
        let last = self
            .api
            .connection
            .send("POST", &path, &headers, body.as_bytes())
            .await
            .unwrap();
        answers.push(last);
        let outcomes: Vec<_> = answers
            .iter()
            .map(|answer| match answer.status {
                200 => Ok(answer.json()["sequence"].as_u64().unwrap()),
                _ => Err(answer.code()),
            })
            .collect();
        // Once done, it is answered as done for ever; a refusal may turn, since nothing was done.
        if let Some(first) = outcomes.iter().position(Result::is_ok) {
            for outcome in &outcomes[first..] {
                assert_eq!(outcome.is_ok(), outcomes[first].is_ok(), "{command}");
            }
        }
        let outcome = outcomes.into_iter().next_back().unwrap();
        self.done.push(Done {
            id,
            command,
            outcome,
        });
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_edit_at_once_over_breaking_connections_agree_with_the_history() {
    let mut ward = Ward::begin().await;
    let mut patients = Vec::new();
    for number in 0..PATIENTS {
        patients.push(ward.patient(&format!("Patient {number}")).await);
    }
    let shared = Shared {
        address: ward.address().to_owned(),
        team: ward.team.clone(),
        list: ward.list.clone(),
        fields: vec![
            ward.field("Diagnosis").to_owned(),
            ward.field("Place").to_owned(),
        ],
        patients,
    };
    let since = std::time::UNIX_EPOCH.elapsed().unwrap();
    let seed = u64::from(since.subsec_nanos()) << 1 | 1;
    println!("seed {seed}");
    let mut running = Vec::new();
    let sessions = [
        ward.olga.again(),
        ward.sign_in("nina").await,
        ward.sign_in("paul").await,
    ];
    for number in 0..6 {
        let api = sessions[number % 3].again();
        let mut live = Live::connect(&shared.address, &shared.team, api.token()).await;
        let opened = live.open(&shared.list, None).await;
        let client = Client {
            shared: shared.clone(),
            name: format!("client {number}"),
            random: Random(seed.wrapping_mul(2 * number as u64 + 1)),
            api,
            live,
            screen: Screen::new(opened["snapshot"].clone()),
            done: Vec::new(),
            breaks: 0,
        };
        running.push(tokio::spawn(client.run()));
    }
    let mut clients = Vec::new();
    for client in running {
        clients.push(client.await.unwrap());
    }

    let fresh = Screen::new(ward.olga.list(&ward.team, &ward.list).await);
    let mut dones = Vec::new();
    let mut breaks = 0;
    for mut client in clients {
        while client.screen.version() < fresh.version() {
            client.follow(Duration::from_millis(20)).await;
        }
        assert_eq!(client.screen.content(), fresh.content(), "{}", client.name);
        let oks = client
            .done
            .iter()
            .filter_map(|done| done.outcome.as_ref().ok());
        assert!(
            oks.is_sorted(),
            "{}: its own order was not kept",
            client.name
        );
        breaks += client.breaks;
        dones.extend(client.done);
    }
    assert!(breaks > 20, "too few connections broke: {breaks}");
    check_values(&ward, &shared, &dones, &fresh).await;
    check_journal(&ward, &dones).await;

    let mut ward = ward.restart().await;
    let restarted = Screen::new(ward.olga.list(&ward.team, &ward.list).await);
    assert_eq!(restarted.content(), fresh.content());
}

/// Every acknowledged value stands, or was superseded by one that knew of it; no refused one ever was.
async fn check_values(ward: &Ward, shared: &Shared, dones: &[Done], fresh: &Screen) {
    let mut api = ward.olga.again();
    let mut cells: BTreeMap<(String, String), Vec<(u64, Value)>> = BTreeMap::new();
    let mut notes: HashMap<String, usize> = HashMap::new();
    for patient in &shared.patients {
        let path = ward.path(&format!("/patients/{patient}/history"));
        let history = api.get(&path).await.ok();
        for item in history["items"].as_array().unwrap().iter().rev() {
            if item["type"] == "value" {
                let key = (patient.clone(), item["field"].as_str().unwrap().to_owned());
                let version = (item["sequence"].as_u64().unwrap(), item["value"].clone());
                cells.entry(key).or_default().push(version);
            }
            if item["type"] == "note" {
                *notes
                    .entry(item["text"].as_str().unwrap().to_owned())
                    .or_default() += 1;
            }
        }
    }
    let mut conflicts = 0;
    let mut values = HashMap::new();
    for done in dones {
        let text = &done.command["value"];
        match (done.command["type"].as_str().unwrap(), &done.outcome) {
            ("set_value", Ok(_)) => {
                values.insert(text.as_str().unwrap().to_owned(), done);
            }
            ("set_value", Err(code)) => {
                assert_eq!(code, "conflict");
                conflicts += 1;
                let is_there = cells.values().flatten().any(|(_, value)| value == text);
                assert!(!is_there, "a refused value was written: {text}");
            }
            ("add_note", outcome) => {
                assert!(outcome.is_ok(), "{outcome:?}");
                let text = done.command["text"].as_str().unwrap();
                assert_eq!(notes.get(text), Some(&1), "{text}");
            }
            (_, outcome) => assert!(outcome.is_ok(), "{outcome:?} {}", done.command),
        }
    }
    assert!(conflicts > 0, "nobody ever met anybody");
    let mut found = 0;
    for ((patient, field), versions) in &cells {
        let mut before = 0;
        for (sequence, value) in versions {
            let done = values
                .get(value.as_str().unwrap())
                .unwrap_or_else(|| panic!("{value} was written and never acknowledged"));
            assert_eq!(done.outcome, Ok(*sequence), "{value}");
            let based_on = done.command["based_on"].as_u64().unwrap();
            assert!(
                based_on >= before,
                "{value} overwrote what its author had not seen"
            );
            before = *sequence;
            found += 1;
        }
        let (_, last) = versions.last().unwrap();
        assert_eq!(fresh.value(patient, field), last);
    }
    assert_eq!(
        found,
        values.len(),
        "an acknowledged value is missing, or is there twice"
    );
}

/// One entry of the journal for every acknowledged command that changed something, none for a refused one.
async fn check_journal(ward: &Ward, dones: &[Done]) {
    let changes = StreamId::changes(Owner::Team(ward.team.parse().unwrap()));
    let entries = ward.server.journal.read(changes, 0, 100_000).await.unwrap();
    let mut sequences: HashMap<String, Vec<u64>> = HashMap::new();
    for entry in &entries {
        if let Some(command) = entry.header.as_ref().unwrap().command {
            let id = command.id.to_string();
            sequences.entry(id).or_default().push(entry.sequence);
        }
    }
    let mut seen = HashSet::new();
    for done in dones {
        let written = sequences.get(&done.id);
        match &done.outcome {
            Err(_) => assert_eq!(written, None, "{}", done.command),
            Ok(sequence) => match written {
                Some(written) => {
                    assert_eq!(written, &vec![*sequence], "{}", done.command);
                    assert!(seen.insert(*sequence), "two commands, one entry");
                }
                // It was as the command wanted it already.
                None => assert!(
                    matches!(
                        done.command["type"].as_str(),
                        Some("reorder_patient" | "set_patient_status")
                    ),
                    "{}",
                    done.command
                ),
            },
        }
    }
}
