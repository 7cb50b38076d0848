//! `kill -9` under load, at fifty random moments: what was acknowledged is there, once, and nothing is half done.

use crate::client::{Api, command_id};
use crate::hospital::{Hospital, text};
use crate::process::{self, Process};
use journal::{Journal, Owner, StreamId};
use journal_sqlite::{OpenOptions, SqliteJournal};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

const ROUNDS: usize = 50;
/// Patients of one import.
const ROWS: usize = 5;
/// 2,000 notes are allowed on a patient: six writers in at most 205 ms stay below it.
const NOTE_PAUSE: Duration = Duration::from_millis(1);
/// 5,000 patients are allowed in a team: fifty rounds of at most 205 ms bring at most 3,500.
const SHEET_PAUSE: Duration = Duration::from_millis(15);

/// A command that was sent, and its answer where one came.
struct Sent {
    id: String,
    command: Value,
    answer: Option<Value>,
}

/// Sends one command after the other until the server is gone, with a pause that keeps a fast machine below a team's limits.
async fn write(
    mut api: Api,
    team: String,
    pause: Duration,
    mut next: impl FnMut(usize) -> Value + Send,
) -> Vec<Sent> {
    let path = format!("/api/teams/{team}/commands");
    let mut all = Vec::new();
    for number in 0.. {
        let (id, command) = (command_id(), next(number));
        let body = json!({"id": id, "command": command}).to_string();
        let headers = [("Content-Type", "application/json")];
        let answer = api.try_raw("POST", &path, &headers, body.as_bytes()).await;
        let answer = answer.ok().map(|answer| answer.ok());
        let is_gone = answer.is_none();
        all.push(Sent {
            id,
            command,
            answer,
        });
        if is_gone {
            break;
        }
        tokio::time::sleep(pause).await;
    }
    all
}

/// Looks at the list until the server is gone: how often it was shown.
async fn look(mut api: Api, path: String) -> usize {
    let mut seen = 0;
    while let Ok(answer) = api.try_raw("GET", &path, &[], b"").await {
        answer.ok();
        seen += 1;
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_under_load_lose_nothing_and_leave_nothing_half_done() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let mut process = Process::serve(&data);
    let hospital = Hospital::found(&process).await;
    let (mut acknowledged, mut unknown, mut looks) = (0, 0, 0);
    let mut moment = u64::from(std::time::UNIX_EPOCH.elapsed().unwrap().subsec_nanos());
    for round in 0..ROUNDS {
        let mut api = hospital.api(&process);
        let patient = hospital.patient(&mut api, &format!("round {round}")).await;
        let mut writers = Vec::new();
        for writer in 0..6 {
            let patient = patient.clone();
            let note = move |number: usize| {
                let text = format!("note {round} {writer} {number}");
                json!({"type": "add_note", "patient": patient, "text": text})
            };
            let team = hospital.team.clone();
            writers.push(tokio::spawn(write(api.again(), team, NOTE_PAUSE, note)));
        }
        let list = hospital.list.clone();
        let sheet = move |number: usize| {
            let rows: Vec<Value> = (0..ROWS)
                .map(|row| json!({"identity": {"family": format!("sheet {round} {number} {row}")}, "duplicate": {"answer": "distinct"}}))
                .collect();
            json!({"type": "import_patients", "list": list, "rows": rows})
        };
        let importing = write(api.again(), hospital.team.clone(), SHEET_PAUSE, sheet);
        writers.push(tokio::spawn(importing));
        let looking = tokio::spawn(look(api.again(), hospital.list_path()));
        moment = moment
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        tokio::time::sleep(Duration::from_millis(5 + (moment >> 33) % 200)).await;
        process.kill();

        let mut sent = Vec::new();
        for writer in writers {
            sent.extend(writer.await.unwrap());
        }
        looks += looking.await.unwrap();
        process = Process::serve(&data);
        let (known, open) = check(&hospital, &process, &patient, round, &sent).await;
        acknowledged += known;
        unknown += open;
    }
    println!("{acknowledged} acknowledged, {unknown} unknown, {looks} looks");
    assert!(
        acknowledged > ROUNDS && unknown >= ROUNDS,
        "there was no load"
    );
    process.kill();
    check_looks(&hospital, &data, looks).await;
    let (status, said) = process::run(&["verify", "--data", data.to_str().unwrap()]);
    assert!(status.success(), "{said}");
}

/// Holds what is there after a kill against what was answered before it.
async fn check(
    hospital: &Hospital,
    process: &Process,
    patient: &str,
    round: usize,
    sent: &[Sent],
) -> (usize, usize) {
    let mut api = hospital.api(process);
    let path = hospital.path(&format!("/patients/{patient}"));
    let before = count(&api.get(&path).await.ok()["notes"], "text");
    let families = families(&api.list(&hospital.team, &hospital.list).await, round);
    let mut known = 0;
    for one in sent {
        known += usize::from(one.answer.is_some());
        let expected: &[usize] = if one.answer.is_some() { &[1] } else { &[0, 1] };
        if let Some(text) = one.command["text"].as_str() {
            let found = before.get(text).copied().unwrap_or_default();
            assert!(expected.contains(&found), "{text} is there {found} times");
        } else {
            let rows = one.command["rows"].as_array().unwrap().iter();
            let found = rows
                .filter(|row| families.contains_key(row["identity"]["family"].as_str().unwrap()))
                .count();
            let whole: Vec<usize> = expected.iter().map(|times| times * ROWS).collect();
            assert!(
                whole.contains(&found),
                "{found} of {ROWS} rows of an import"
            );
        }
    }
    assert!(families.values().all(|times| *times == 1), "{families:?}");
    // Sent again, each has one effect, and the answer that it had.
    for one in sent {
        let again = api
            .command_as(&hospital.team, &one.id, one.command.clone())
            .await
            .ok();
        if let Some(answer) = &one.answer {
            assert_eq!(&again, answer, "{}", one.command);
        }
    }
    let after = count(&api.get(&path).await.ok()["notes"], "text");
    let notes = sent.iter().filter_map(|one| one.command["text"].as_str());
    assert!(notes.clone().all(|text| after.get(text) == Some(&1)));
    assert_eq!(after.len(), notes.count());
    (known, sent.len() - known)
}

fn count(items: &Value, key: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for item in items.as_array().unwrap() {
        *counts.entry(text(&item[key])).or_default() += 1;
    }
    counts
}

/// The imported patients of a round.
fn families(list: &Value, round: usize) -> BTreeMap<String, usize> {
    let prefix = format!("sheet {round} ");
    let mut families = BTreeMap::new();
    for row in list["rows"].as_array().unwrap() {
        let family = text(&row["patient"]["identity"]["family"]);
        if family.starts_with(&prefix) {
            *families.entry(family).or_default() += 1;
        }
    }
    families
}

/// Each time that the list was shown has its entry: it was durable before the list left.
async fn check_looks(hospital: &Hospital, data: &std::path::Path, looks: usize) {
    let journal = SqliteJournal::open(data, OpenOptions::default()).unwrap();
    let accesses = StreamId::accesses(Owner::Team(hospital.team.parse().unwrap()));
    let (mut found, mut after) = (0, 0);
    loop {
        let page = journal.read(accesses, after, 10_000).await.unwrap();
        let Some(last) = page.last() else { break };
        after = last.sequence;
        let headers = page.iter().filter_map(|entry| entry.header.as_ref());
        found += headers
            .filter(|header| header.operation == domain::audit::Operation::PatientListView)
            .count();
    }
    // The test itself looked once a round.
    assert!(
        found >= looks + ROUNDS,
        "{found} of {looks} looks were journalled"
    );
    journal.close();
}
