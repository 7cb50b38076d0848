//! Searching the record: by the rule, with the count, and never without a trace.

use super::journalled;
use crate::support::{CLIENT_ID, CLIENT_SECRET, TENANT};
use crate::support::{Faulty, Recorded, Server, Ward, protected};
use domain::audit::Operation;
use ehr_sandbox::{Fault, IdentityChange, Trouble};
use serde_json::{Value, json};
use std::sync::Arc;

#[tokio::test]
async fn a_search_names_three_of_four_with_the_birth_date_or_a_number() {
    let Recorded { mut ward, record } = Recorded::begin().await;
    let path = ward.path("/ehr/search");
    let patient = &record.patients()[2];
    let born = patient.birth_date.to_string();
    let full = json!({"family": patient.family, "given": patient.given[0], "birth_date": born, "sex": patient.sex});
    record.reset_counts();
    for keys in [
        &["family"][..],
        &["family", "given", "sex"],
        &["birth_date", "sex"],
        &["family", "birth_date"],
        &[],
    ] {
        let part: serde_json::Map<String, Value> = keys
            .iter()
            .map(|key| ((*key).to_owned(), full[*key].clone()))
            .collect();
        let refused = ward.olga.post(&path, &Value::Object(part)).await;
        assert_eq!(
            refused.refusal(),
            (422, "search_too_wide".to_owned()),
            "{keys:?}"
        );
    }
    assert_eq!(record.counts().total, 0);
    let lower = patient.family.to_lowercase();
    for search in [
        full.clone(),
        json!({"family": lower, "given": patient.given[0], "birth_date": born}),
        json!({"family": patient.family, "birth_date": born, "sex": patient.sex}),
        json!({"mrn": patient.mrn}),
        json!({"id": patient.id}),
    ] {
        let found = ward.olga.post(&path, &search).await.ok();
        assert_eq!(
            (&found["total"], &found["has_more"]),
            (&json!(1), &json!(false)),
            "{search}"
        );
        let hit = &found["patients"][0];
        assert_eq!(hit["id"], patient.id);
        assert_eq!(hit["identity"]["family"], patient.family);
        assert_eq!(hit["identity"]["birth_date"], born);
        assert_eq!(
            hit["identity"]["identifiers"][0]["value"],
            *patient.mrn.as_ref().unwrap()
        );
    }
    for nobody in [json!({"id": "nobody"}), json!({"mrn": "0"})] {
        let found = ward.olga.post(&path, &nobody).await.ok();
        assert_eq!(
            found,
            json!({"total": 0, "has_more": false, "patients": []})
        );
    }
    for wrong in [
        json!({"birth_date": "1945-13-01"}),
        json!({"mrn": 1}),
        json!({"mrn": "1", "name": "x"}),
    ] {
        assert_eq!(ward.olga.post(&path, &wrong).await.refusal().1, "malformed");
    }
}

#[tokio::test]
async fn there_are_more_than_are_shown_and_the_count_says_how_many() {
    let Recorded { mut ward, record } = Recorded::begin().await;
    for patient in record.patients().iter().take(25) {
        let change = IdentityChange {
            mrn: Some("777".to_owned()),
            ..IdentityChange::default()
        };
        assert!(record.change_identity(&patient.id, change));
    }
    let path = ward.path("/ehr/search");
    let found = ward.olga.post(&path, &json!({"mrn": "777"})).await.ok();
    assert_eq!(
        (&found["total"], &found["has_more"]),
        (&json!(25), &json!(true))
    );
    assert_eq!(found["patients"].as_array().unwrap().len(), 20);
    // Only those who were shown are named in the journal.
    let searches = journalled(&ward, Operation::PatientSearch).await;
    let body = &searches.last().unwrap().1;
    assert_eq!(body["hits"].as_array().unwrap().len(), 20);
    assert_eq!(body["total"], 25);
    // A server that answers everybody is not believed.
    record.faults().set(Fault::new(Trouble::IgnoredFilter));
    let patient = &record.patients()[30];
    let search = json!({"family": patient.family, "birth_date": patient.birth_date.to_string(), "sex": patient.sex});
    let found = ward.olga.post(&path, &search).await.ok();
    let hits = found["patients"].as_array().unwrap();
    assert!(
        hits.iter().all(|hit| hit["id"] == patient.id.as_str()),
        "{found}"
    );
}

#[tokio::test]
async fn guests_outsiders_and_former_members_do_not_search() {
    let Recorded { mut ward, record } = Recorded::begin().await;
    let (path, team) = (ward.path("/ehr/search"), ward.team.clone());
    let search = json!({"id": "p003"});
    let mut paul = ward.sign_in("paul").await;
    paul.post(&path, &search).await.ok();
    let remove = json!({"type": "remove_member", "user": ward.id("paul")});
    ward.olga.done(&team, remove).await;
    record.reset_counts();
    assert_eq!(
        paul.post(&path, &search).await.refusal(),
        (404, "not_found".to_owned())
    );
    let mut gus = ward.sign_in("gus").await;
    assert_eq!(
        gus.post(&path, &search).await.refusal(),
        (403, "not_permitted".to_owned())
    );
    let mut otto = ward.sign_in("otto").await;
    assert_eq!(
        otto.post(&path, &search).await.refusal(),
        (404, "not_found".to_owned())
    );
    assert_eq!(record.counts().total, 0);
}

#[tokio::test]
async fn a_search_is_journalled_with_its_criteria_and_every_hit_and_so_is_one_that_failed() {
    let Recorded { ward, record } = Recorded::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let path = ward.path("/ehr/search");
    nina.post(&path, &json!({"mrn": "10216056", "reason": " on call "}))
        .await
        .ok();
    nina.post(&path, &json!({"id": "nobody"})).await.ok();
    record
        .faults()
        .set(Fault::new(Trouble::Status { status: 500 }).on("Patient"));
    let failed = nina.post(&path, &json!({"id": "p004"})).await;
    assert_eq!(failed.refusal(), (502, "ehr_server_error".to_owned()));
    assert_eq!(failed.json()["said_status"], 500);
    let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "p005"});
    let failed = nina.command(&ward.team, add).await;
    assert_eq!(failed.refusal(), (502, "ehr_server_error".to_owned()));
    let searches = journalled(&ward, Operation::PatientSearch).await;
    let bodies: Vec<&Value> = searches.iter().map(|(_, body)| body).collect();
    assert_eq!(bodies.len(), 4);
    assert_eq!(bodies[0]["criteria"], json!({"mrn": "10216056"}));
    assert_eq!(bodies[0]["hits"], json!(["p003"]));
    assert_eq!(bodies[0]["reason"], "on call");
    assert_eq!(bodies[1]["hits"], json!([]));
    assert_eq!(
        (&bodies[2]["criteria"]["id"], &bodies[2]["problem"]),
        (&json!("p004"), &json!("server_error"))
    );
    assert_eq!(
        (&bodies[3]["criteria"]["id"], &bodies[3]["problem"]),
        (&json!("p005"), &json!("server_error"))
    );
    // What was searched for is in the part that retention can purge.
    for (header, _) in &searches {
        let header = format!("{header:?}");
        assert!(
            !header.contains("p003") && !header.contains("10216056"),
            "{header}"
        );
    }
}

#[tokio::test]
async fn a_hit_says_which_patient_of_the_team_it_is_to_those_who_see_that_one() {
    let Recorded {
        mut ward,
        record: _record,
    } = Recorded::begin().await;
    let (path, team) = (ward.path("/ehr/search"), ward.team.clone());
    let mut nina = ward.sign_in("nina").await;
    let hidden = json!({"type": "create_list", "name": "VIP", "members": []});
    let answer = nina.done(&team, hidden).await;
    let vip = answer["list"].clone();
    for (list, ehr_id) in [(json!(ward.list), "p003"), (vip.clone(), "p004")] {
        let add = json!({"type": "add_ehr_patient", "list": list, "ehr_id": ehr_id});
        nina.done(&team, add).await;
    }
    let mut known = async |ehr_id: &str| {
        let search = json!({"id": ehr_id});
        let [hers, olgas] = [
            nina.post(&path, &search).await.ok(),
            ward.olga.post(&path, &search).await.ok(),
        ];
        [hers, olgas].map(|found| found["patients"][0]["known"]["lists"].clone())
    };
    assert_eq!(
        known("p003").await,
        [json!([ward.list]), json!([ward.list])]
    );
    assert_eq!(known("p004").await, [json!([vip]), Value::Null]);
    assert_eq!(known("p005").await, [Value::Null, Value::Null]);
}

#[tokio::test]
async fn without_room_for_the_entry_no_hit_leaves() {
    let faulty = Arc::new(Faulty::default());
    let mut ward = Ward::begin_on(Server::start_with(faulty.clone()).await).await;
    let record = protected().await;
    let set = json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": {
        "type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "scope": TENANT,
    }});
    let team = ward.team.clone();
    ward.olga.done(&team, set).await;
    faulty.fill_up(true);
    let refused = ward
        .olga
        .post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
        .await;
    assert_eq!(refused.refusal(), (507, "no_space".to_owned()));
    assert!(!refused.text().contains("Wetherell"));
    faulty.fill_up(false);
    ward.olga
        .post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
        .await
        .ok();
}

#[tokio::test]
async fn the_thirty_first_search_of_one_user_asks_for_a_reason_that_is_journalled() {
    let Recorded { ward, record } = Recorded::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let path = ward.path("/ehr/search");
    for _ in 0..30 {
        nina.post(&path, &json!({"id": "p003"})).await.ok();
    }
    record.reset_counts();
    for blank in [json!({"id": "p004"}), json!({"id": "p004", "reason": "  "})] {
        let refused = nina.post(&path, &blank).await;
        assert_eq!(refused.refusal(), (422, "reason_required".to_owned()));
        let problem = refused.json();
        assert_eq!(
            (&problem["searches"], &problem["minutes"]),
            (&json!(30), &json!(10))
        );
    }
    // Somebody whom a search has shown is added without another; by a guessed id it is one.
    let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "p004"});
    let refused = nina.command(&ward.team, add).await;
    assert_eq!(refused.refusal(), (422, "reason_required".to_owned()));
    assert_eq!(record.counts().total, 0);
    let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "p003"});
    nina.done(&ward.team, add).await;
    let search = json!({"id": "p004", "reason": "handover of two wards"});
    nina.post(&path, &search).await.ok();
    let searches = journalled(&ward, Operation::PatientSearch).await;
    assert_eq!(
        searches.last().unwrap().1["reason"],
        "handover of two wards"
    );
    let mut paul = ward.sign_in("paul").await;
    paul.post(&path, &json!({"id": "p004"})).await.ok();
}
