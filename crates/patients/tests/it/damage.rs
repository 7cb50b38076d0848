//! What is not as it was written is found, named and not served; the rest is.

use crate::client::Api;
use crate::hospital::{Hospital, PASSWORD};
use crate::process::{self, Process};
use rusqlite::Connection;
use serde_json::json;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::Duration;

/// Two teams, of which the first has a patient in an entry that can be found.
struct Scene {
    hospital: Hospital,
    other: String,
}

impl Scene {
    async fn set(process: &Process) -> Self {
        let hospital = Hospital::found(process).await;
        let mut api = hospital.api(process);
        hospital.patient(&mut api, "Dommage").await;
        let other = Hospital::new_team(&mut api, "Ward 8").await;
        Self { hospital, other }
    }
}

/// Flips a bit in the entry that holds a text. SQLite itself sees nothing wrong.
fn flip_in_entry(data: &Path, text: &str) {
    let database = Connection::open(data.join("patients.db")).unwrap();
    let mut rows = database
        .prepare("SELECT position, record FROM journal")
        .unwrap();
    let found = rows
        .query_map([], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .find_map(|(position, mut record)| {
            let at = record
                .windows(text.len())
                .position(|part| part == text.as_bytes())?;
            record[at] ^= 1;
            Some((position, record))
        });
    let (position, record) = found.unwrap();
    let change = "UPDATE journal SET record = ?2 WHERE position = ?1";
    assert_eq!(database.execute(change, (position, record)).unwrap(), 1);
}

fn verify_names(data: &Path, hospital: &Hospital) {
    let (status, said) = process::run(&["verify", "--data", data.to_str().unwrap()]);
    assert!(!status.success(), "{said}");
    let place = format!("damaged: team:{}/changes, entry ", hospital.team);
    assert!(said.contains(&place), "{said}");
}

/// The damaged team is refused with the place named; the other is served, and both stand among mine.
async fn check_refused(scene: &Scene, process: &Process) {
    let Scene { hospital, other } = scene;
    let mut api = hospital.api(process);
    let command = json!({"type": "create_list", "name": "No"});
    for refused in [
        api.get(&hospital.path("")).await,
        api.get(&hospital.list_path()).await,
        api.command(&hospital.team, command.clone()).await,
    ] {
        assert_eq!(refused.refusal(), (503, "damaged".to_owned()));
        let place = refused.json()["place"].as_str().unwrap().to_owned();
        let expected = format!("team:{}/changes, entry ", hospital.team);
        assert!(place.starts_with(&expected), "{place}");
        assert!(!refused.text().contains("Eommage"), "{}", refused.text());
    }
    api.done(other, command).await;
    // To others it is a team that is not there.
    let create = json!({"type": "create_user", "user": process.address, "name": "Otto", "password": PASSWORD});
    api.administer(create).await.ok();
    let mut otto = Api::sign_in(&process.address, &process.address, PASSWORD).await;
    let refused = otto.get(&hospital.path("")).await;
    assert_eq!(refused.refusal(), (404, "not_found".to_owned()));
    let mine = api.get("/api/teams").await.ok();
    assert_eq!(
        mine["teams"],
        json!([
            {"id": hospital.team, "name": "Ward 7", "role": null},
            {"id": other, "name": "Ward 8", "role": "owner"},
        ])
    );
    assert_eq!(
        Api::anonymous(&process.address).get("/readyz").await.status,
        200
    );
}

#[tokio::test]
async fn a_flipped_bit_is_found_when_its_team_is_loaded() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let mut process = Process::serve(&data);
    let scene = Scene::set(&process).await;
    // Killed, it left no snapshot: the team is read from its entries.
    process.kill();
    flip_in_entry(&data, "Dommage");
    let process = Process::serve(&data);
    check_refused(&scene, &process).await;
    let said = process.said();
    assert!(
        said.contains("damaged") && !said.contains("ommage"),
        "{said}"
    );
    // A server may run while somebody looks for damage.
    verify_names(&data, &scene.hospital);
}

#[tokio::test]
async fn a_flipped_bit_before_the_snapshot_is_found_by_the_check_in_the_background() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let process = Process::serve(&data);
    let scene = Scene::set(&process).await;
    assert!(process.stop().success());
    flip_in_entry(&data, "Dommage");
    verify_names(&data, &scene.hospital);
    let process = Process::serve(&data);
    let mut api = scene.hospital.api(&process);
    for _ in 0..300 {
        if api.get(&scene.hospital.path("")).await.status != 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    check_refused(&scene, &process).await;
}

#[tokio::test]
async fn a_damaged_page_stops_the_start_and_names_the_command() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let process = Process::serve(&data);
    Scene::set(&process).await;
    assert!(process.stop().success());
    let (status, said) = process::run(&["verify", "--data", data.to_str().unwrap()]);
    assert!(status.success(), "{said}");

    let file = data.join("patients.db");
    let whole = std::fs::read(&file).unwrap();
    let pages = whole.len() / 4096;
    assert!(pages > 5, "{pages}");
    let (mut stopped, mut found) = (0, 0);
    for page in 0..pages {
        let database = std::fs::OpenOptions::new().write(true).open(&file).unwrap();
        database
            .write_all_at(&[0x5a; 2048], page as u64 * 4096)
            .unwrap();
        drop(database);
        match Process::try_serve(&data, &[]) {
            Err((status, said)) => {
                assert!(!status.success());
                let command = format!("patients verify --data {}", data.display());
                assert!(
                    said.contains(&command) || said.contains("damaged"),
                    "page {page}: {said}"
                );
                stopped += usize::from(said.contains(&command));
            }
            // A page that nothing is kept in.
            Ok(mut process) => process.kill(),
        }
        let (status, said) = process::run(&["verify", "--data", data.to_str().unwrap()]);
        found += usize::from(!status.success());
        assert!(
            status.success() || said.contains("damaged"),
            "page {page}: {said}"
        );
        for name in ["patients.db-wal", "patients.db-shm"] {
            let _was_there = std::fs::remove_file(data.join(name)).is_ok();
        }
        std::fs::write(&file, &whole).unwrap();
    }
    assert!(
        stopped >= pages / 2 && found >= stopped,
        "{stopped} and {found} of {pages}"
    );
    let process = Process::serve(&data);
    assert!(process.stop().success());
}
