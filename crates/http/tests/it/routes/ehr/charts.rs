//! A patient's chart: what the record says, with its age, journalled, and only for who sees the patient.

use super::{is_on_disk, journalled};
use crate::support::{Asking, Recorded, Ward};
use domain::audit::Operation;
use ehr_sandbox::{Fault, Options, Sandbox, Trouble, Version};
use jiff::SignedDuration;
use serde_json::{Value, json};
use service::ehr::Pace;

/// A server that asks the record at every look.
fn never_fresh() -> Asking {
    Asking {
        pace: Pace {
            fresh: SignedDuration::ZERO,
            ..Pace::default()
        },
        ..Asking::default()
    }
}

#[tokio::test]
async fn a_chart_has_all_its_parts_and_is_journalled_before_it_leaves() {
    let mut recorded = Recorded::begin().await;
    let patient = recorded.add("p003").await;
    let mut nina = recorded.ward.sign_in("nina").await;
    let path = recorded.chart_path(&patient);
    let chart = nina.get(&path).await.ok();
    assert_eq!(chart["problem"], Value::Null);
    for part in [
        "patient",
        "place",
        "vital_signs",
        "conditions",
        "allergies",
        "medications",
        "coverage",
    ] {
        assert_eq!(chart[part]["status"], "ok", "{part}");
    }
    let told = &chart["patient"]["items"][0];
    assert_eq!(
        (&told["id"], &told["identity"]["family"]),
        (&json!("p003"), &json!("Wetherell"))
    );
    // Penicillin was entered in error: it is left out, and the chart says that something was.
    assert_eq!(chart["allergies"]["items"].as_array().unwrap().len(), 1);
    assert!(!chart["allergies"].to_string().contains("Penicillin"));
    let mut issues = chart["issues"].as_array().unwrap().iter();
    assert!(
        issues.any(|issue| issue["part"] == "allergies" && issue["kind"] == "entered_in_error")
    );
    let views = journalled(&recorded.ward, Operation::PatientView).await;
    let (header, body) = &views[0];
    assert_eq!(views.len(), 1);
    assert_eq!(header.patient, Some(patient.parse().unwrap()));
    assert_eq!(
        (&body["ehr_id"], &body["as_of"]),
        (&json!("p003"), &chart["as_of"])
    );
    assert_eq!(body["parts"].as_array().unwrap().len(), 7);

    // A second look within a minute is journalled, too, and costs the record nothing.
    recorded.record.reset_counts();
    assert_eq!(nina.get(&path).await.ok(), chart);
    assert_eq!(recorded.record.counts().total, 0);
    assert_eq!(
        journalled(&recorded.ward, Operation::PatientView)
            .await
            .len(),
        2
    );
    // It is kept, and sealed.
    assert!(!is_on_disk(&recorded.ward, "Latex"));
}

#[tokio::test]
async fn a_score_is_there_once_an_owner_has_switched_it_on() {
    let mut recorded = Recorded::begin().await;
    let patient = recorded.add("p003").await;
    recorded.bind(&["news2"]).await;
    let path = recorded.chart_path(&patient);
    let mut nina = recorded.ward.sign_in("nina").await;
    assert_eq!(nina.get(&path).await.ok()["news2"], Value::Null);
    let shown = recorded.shown(&mut nina, &patient, "news2").await.unwrap();
    assert_eq!(shown["score"], Value::Null);
    let team = recorded.ward.team.clone();
    let switch = json!({"type": "set_news2", "settings": null});
    assert_eq!(
        nina.command(&team, switch).await.refusal(),
        (403, "not_permitted".to_owned())
    );
    recorded.score().await;
    let news2 = nina.get(&path).await.ok()["news2"].clone();
    assert_eq!(
        (&news2["type"], &news2["total"]["type"]),
        (&json!("scored"), &json!("complete"))
    );
    let components = news2["components"].as_array().unwrap();
    assert_eq!(components.len(), 7);
    let points: u64 = components
        .iter()
        .map(|component| component["outcome"]["points"].as_u64().unwrap())
        .sum();
    assert_eq!(news2["total"]["total"], points);
    let switch = json!({"type": "set_news2", "settings": null});
    recorded.ward.olga.done(&team, switch).await;
    assert_eq!(nina.get(&path).await.ok()["news2"], Value::Null);
}

#[tokio::test]
async fn none_not_offered_not_permitted_and_failed_are_told_apart() {
    let mut recorded = Recorded::begin_asking(never_fresh()).await;
    let patient = recorded.add("p001").await;
    let path = recorded.chart_path(&patient);
    let mut nina = recorded.ward.sign_in("nina").await;
    let faults = recorded.record.faults();
    faults.set(Fault::new(Trouble::MissingResource).on("Coverage"));
    faults.set(Fault::new(Trouble::Status { status: 403 }).on("MedicationRequest"));
    faults.set(Fault::new(Trouble::Status { status: 500 }).on("Condition"));
    let chart = nina.get(&path).await.ok();
    for (part, status) in [
        ("allergies", "none"),
        ("coverage", "not_supported"),
        ("medications", "not_permitted"),
        ("conditions", "failed"),
        ("vital_signs", "ok"),
        ("patient", "ok"),
    ] {
        assert_eq!(chart[part]["status"], status, "{part}");
    }
    assert_eq!(chart["problem"], Value::Null);
    let views = journalled(&recorded.ward, Operation::PatientView).await;
    assert_eq!(
        views[0].1["parts"],
        json!(["patient", "place", "vital_signs"])
    );
}

/// Whether nobody answered: after some tries it is no longer tried for a while.
fn is_away(problem: &Value) -> bool {
    matches!(problem["code"].as_str(), Some("unreachable" | "away"))
}

#[tokio::test]
async fn the_last_chart_stays_when_the_record_is_away_and_says_so() {
    let mut recorded = Recorded::begin_asking(never_fresh()).await;
    let (read, unread) = (recorded.add("p003").await, recorded.add("p005").await);
    let mut nina = recorded.ward.sign_in("nina").await;
    let path = recorded.chart_path(&read);
    let before = nina.get(&path).await.ok();
    recorded.record.faults().set(Fault::new(Trouble::Refuse));
    let refused = nina.get(&recorded.chart_path(&unread)).await;
    assert_eq!(refused.refusal(), (502, "ehr_unreachable".to_owned()));
    let last = nina.get(&path).await.ok();
    assert!(is_away(&last["problem"]), "{}", last["problem"]);
    assert_eq!(last["as_of"], before["as_of"]);
    assert_eq!(last["vital_signs"], before["vital_signs"]);
    // The last chart, too, is a look at the patient.
    assert_eq!(
        journalled(&recorded.ward, Operation::PatientView)
            .await
            .len(),
        2
    );
    // After a restart it is still there.
    recorded.ward = recorded.ward.restart().await;
    let last = recorded.ward.olga.get(&path).await.ok();
    assert!(is_away(&last["problem"]), "{}", last["problem"]);
    assert_eq!(last["as_of"], before["as_of"]);
    recorded.record.faults().clear();
    let chart = recorded.ward.olga.get(&path).await.ok();
    assert_eq!(chart["problem"], Value::Null);
}

#[tokio::test]
async fn a_kept_chart_follows_the_access_to_its_patient() {
    let mut recorded = Recorded::begin().await;
    let limited = recorded.ward.new_list("Few", Some(&["nina", "olga"])).await;
    let patient = recorded.add_to(&limited, "p003").await;
    let path = recorded.chart_path(&patient);
    let mut nina = recorded.ward.sign_in("nina").await;
    nina.get(&path).await.ok();
    recorded.record.reset_counts();
    for who in ["paul", "gus", "oscar", "otto", "ada"] {
        let mut api = recorded.ward.sign_in(who).await;
        assert_eq!(
            api.get(&path).await.refusal(),
            (404, "not_found".to_owned()),
            "{who}"
        );
    }
    let team = recorded.ward.team.clone();
    let limit =
        json!({"type": "set_list_members", "list": limited, "members": [recorded.ward.id("olga")]});
    recorded.ward.olga.done(&team, limit).await;
    assert_eq!(
        nina.get(&path).await.refusal(),
        (404, "not_found".to_owned())
    );
    let list = recorded.ward.list.clone();
    let widen = json!({"type": "add_patient_to_list", "patient": patient, "list": list, "confirm_audience": true});
    recorded.ward.olga.done(&team, widen).await;
    nina.get(&path).await.ok();
    let remove = json!({"type": "remove_member", "user": recorded.ward.id("nina")});
    recorded.ward.olga.done(&team, remove).await;
    assert_eq!(
        nina.get(&path).await.refusal(),
        (404, "not_found".to_owned())
    );
    assert_eq!(
        recorded.record.counts().total,
        0,
        "nobody's look went beyond the kept chart"
    );
}

#[tokio::test]
async fn the_same_ward_is_read_in_each_version_with_batch_and_without() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    let mut parts_of_r4 = None;
    for version in [Version::R4, Version::Stu3, Version::Dstu2] {
        for batch in [true, false] {
            let options = Options {
                version,
                batch,
                ..Options::default()
            };
            let record = Sandbox::start(options).await.unwrap();
            let connect = json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": {"type": "none"}});
            ward.olga.done(&team, connect).await;
            let search = json!({"family": "wether", "birth_date": "1959-11-21", "sex": "female"});
            let found = ward
                .olga
                .post(&ward.path("/ehr/search"), &search)
                .await
                .ok();
            assert_eq!(found["patients"][0]["id"], "p003", "{version} {found}");
            let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "p003", "distinct": true});
            let added = ward.olga.done(&team, add).await;
            let patient = added["patient"].as_str().unwrap();
            record.reset_counts();
            let path = ward.path(&format!("/patients/{patient}/chart"));
            let chart = ward.olga.get(&path).await.ok();
            assert_eq!(record.counts().of("batch"), u64::from(batch), "{version}");
            let parts = [
                "patient",
                "place",
                "conditions",
                "allergies",
                "medications",
                "coverage",
            ];
            for part in parts {
                assert_eq!(chart[part]["status"], "ok", "{version} {part}");
            }
            let brief: Vec<Value> = ["place", "conditions", "allergies", "medications"]
                .iter()
                .map(|part| json!([part, chart[part]["items"].as_array().unwrap().len()]))
                .collect();
            let brief = json!([
                brief,
                chart["place"]["items"][0]["place"],
                chart["patient"]["items"][0]["identity"]["family"]
            ]);
            assert_eq!(
                *parts_of_r4.get_or_insert(brief.clone()),
                brief,
                "{version}"
            );
        }
    }
}
