//! A look is on the disk before what was looked at leaves: killed right after the answer, the server still knows of it.

use crate::client::{Api, Live};
use crate::hospital::{Hospital, PASSWORD};
use crate::process::Process;
use domain::audit::Operation;
use journal::{Header, Journal, Owner, StreamId};
use journal_sqlite::{OpenOptions, SqliteJournal};
use serde_json::json;
use std::path::Path;

async fn last_access(data: &Path, owner: Owner) -> Header {
    let journal = SqliteJournal::open(data, OpenOptions::default()).unwrap();
    let accesses = StreamId::accesses(owner);
    let head = journal.head(accesses).await.unwrap();
    let entries = journal.read(accesses, head - 1, 1).await.unwrap();
    journal.close();
    entries.into_iter().next().unwrap().header.unwrap()
}

#[tokio::test]
async fn every_kind_of_look_is_durable_before_its_answer() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let mut process = Process::serve(&data);
    let hospital = Hospital::found(&process).await;
    let mut api = hospital.api(&process);
    let patient = hospital.patient(&mut api, "Martin").await;
    let team = Owner::Team(hospital.team.parse().unwrap());
    let of_patient = hospital.path(&format!("/patients/{patient}"));
    for (path, operation) in [
        (hospital.list_path(), Operation::PatientListView),
        (of_patient.clone(), Operation::PatientView),
        (
            format!("{of_patient}/history"),
            Operation::PatientHistoryView,
        ),
        (
            format!("{}/export?format=csv", hospital.list_path()),
            Operation::ExportInitiation,
        ),
        (
            hospital.path(&format!("/patients/{}", hospital.team)),
            Operation::AccessRefuse,
        ),
    ] {
        let answer = hospital.api(&process).get(&path).await;
        process.kill();
        assert!(
            matches!(answer.status, 200 | 404),
            "{path}: {}",
            answer.text()
        );
        let last = last_access(&data, team).await;
        assert_eq!(last.operation, operation, "{path}");
        process = Process::serve(&data);
    }
    let mut live = Live::connect(&process.address, &hospital.team, &hospital.token).await;
    live.open(&hospital.list, None).await;
    process.kill();
    assert_eq!(
        last_access(&data, team).await.operation,
        Operation::PatientListView
    );
    // An opened list stays an access until the restart: the start of the server is what ends it.
    process = Process::serve(&data);
    let mut nobody = Api::anonymous(&process.address);
    process_ends_with(&mut process, &data, Operation::ServerStart).await;

    process = Process::serve(&data);
    nobody.connection = crate::client::http::Connection::new(&process.address);
    let wrong = json!({"user": "ada", "password": "not the password"});
    assert_eq!(nobody.post("/api/session", &wrong).await.status, 401);
    process_ends_with(&mut process, &data, Operation::SignInFail).await;

    process = Process::serve(&data);
    Api::sign_in(&process.address, "ada", PASSWORD).await;
    process_ends_with(&mut process, &data, Operation::SignIn).await;
}

async fn process_ends_with(process: &mut Process, data: &Path, operation: Operation) {
    process.kill();
    let last = last_access(data, Owner::Organization).await;
    assert_eq!(last.operation, operation);
}
