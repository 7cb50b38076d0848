//! A full disk: changes are refused and say so, looking goes on and is journalled, and all works again when there is room.

use crate::client::{Api, Live};
use crate::hospital::{Hospital, PASSWORD};
use crate::process::{self, Process};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small disk of its own. It is unmounted when this is dropped.
struct Disk {
    dir: tempfile::TempDir,
}

impl Disk {
    /// None, said loudly, where this machine does not let us mount one.
    fn mount() -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64m", "tmpfs"])
            .arg(dir.path())
            .output();
        match mounted {
            Ok(output) if output.status.success() => Some(Self { dir }),
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                println!(
                    "SKIPPED: a full disk: a small one cannot be mounted: {}",
                    said.trim()
                );
                None
            }
            Err(error) => {
                println!("SKIPPED: a full disk: a small one cannot be mounted: {error}");
                None
            }
        }
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    fn filler(&self) -> PathBuf {
        self.path().join("filler")
    }

    /// Takes all the room there is.
    fn fill(&self) {
        let mut file = File::options()
            .create(true)
            .append(true)
            .open(self.filler())
            .unwrap();
        let mut piece = 1024 * 1024;
        while piece >= 1 {
            if file.write_all(&vec![1; piece]).is_err() {
                piece /= 2;
            }
        }
    }

    fn empty(&self) {
        std::fs::remove_file(self.filler()).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount")
            .arg("-l")
            .arg(self.dir.path())
            .status();
        assert!(unmounted.unwrap().success());
    }
}

async fn note(
    api: &mut Api,
    hospital: &Hospital,
    patient: &str,
    text: &str,
) -> crate::client::Answer {
    let command = json!({"type": "add_note", "patient": patient, "text": text});
    api.command(&hospital.team, command).await
}

#[tokio::test]
async fn a_full_disk_refuses_changes_and_lets_people_read() {
    let Some(disk) = Disk::mount() else { return };
    let data = disk.path().join("data");
    let mut process = Process::serve(&data);
    let hospital = Hospital::found(&process).await;
    let mut api = hospital.api(&process);
    let patient = hospital.patient(&mut api, "Martin").await;
    for number in 0..20 {
        note(&mut api, &hospital, &patient, &format!("before {number}"))
            .await
            .ok();
    }

    for time in 0..3 {
        disk.fill();
        let mut kept = Vec::new();
        // What is left in the files that are there already may still take some.
        let mut refused = 0;
        for number in 0..2_000 {
            let text = format!("full {time} {number} {}", "x".repeat(2_000));
            let answer = note(&mut api, &hospital, &patient, &text).await;
            if answer.status == 200 {
                kept.push(text);
                continue;
            }
            assert_eq!(answer.refusal(), (507, "no_space".to_owned()));
            refused += 1;
            if refused > 5 {
                break;
            }
        }
        assert!(refused > 5, "the disk never was full");
        check_reading(&hospital, &process, &patient, &kept).await;
        // A start on a full disk: the ward reads on.
        process.kill();
        process = Process::serve(&data);
        api = hospital.api(&process);
        check_reading(&hospital, &process, &patient, &kept).await;

        disk.empty();
        let mut is_well = false;
        for _ in 0..100 {
            let answer = note(&mut api, &hospital, &patient, &format!("after {time}")).await;
            if answer.status == 200 {
                is_well = true;
                break;
            }
            assert_eq!(answer.refusal(), (507, "no_space".to_owned()));
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert!(is_well, "it does not work again though there is room");
    }
    assert!(process.stop().success());
    let (status, said) = process::run(&["verify", "--data", data.to_str().unwrap()]);
    assert!(status.success(), "{said}");
}

/// Everything that only looks goes on, for long, while changes are refused.
async fn check_reading(hospital: &Hospital, process: &Process, patient: &str, kept: &[String]) {
    let mut api = Api::sign_in(&process.address, "ada", PASSWORD).await;
    let of_patient = hospital.path(&format!("/patients/{patient}"));
    for round in 0..60 {
        let list = api.list(&hospital.team, &hospital.list).await;
        assert_eq!(list["rows"].as_array().unwrap().len(), 1);
        let view = api.get(&of_patient).await.ok();
        let notes: Vec<&Value> = view["notes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|note| &note["text"])
            .collect();
        assert!(kept.iter().all(|text| notes.contains(&&json!(text))));
        assert!(!notes.iter().any(|text| **text == "not this one"));
        api.get(&format!("{of_patient}/history")).await.ok();
        let mut live = Live::connect(&process.address, &hospital.team, api.token()).await;
        live.open(&hospital.list, None).await;
        live.leave().await;
        if round % 10 == 0 {
            let answer = note(&mut api, hospital, patient, "not this one").await;
            assert_eq!(answer.refusal(), (507, "no_space".to_owned()));
        }
    }
    // Being refused is journalled as well, and who does not know the password does not come in.
    let refused = api
        .get(&hospital.path(&format!("/patients/{}", hospital.team)))
        .await;
    assert_eq!(refused.status, 404);
    let wrong = json!({"user": "ada", "password": "not the password"});
    assert_eq!(api.post("/api/session", &wrong).await.status, 401);
    assert_eq!(api.delete("/api/session").await.status, 204);
    assert_eq!(api.get("/api/me").await.status, 401);
}
