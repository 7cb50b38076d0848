//! Adding patients of the record, and saying that a patient of the team is one of them.

use super::journalled;
use crate::support::{Recorded, command_id};
use domain::audit::Operation;
use serde_json::{Value, json};

#[tokio::test]
async fn one_tap_adds_a_patient_and_a_second_one_is_warned() {
    let Recorded { ward, record } = Recorded::begin().await;
    let mut nina = ward.sign_in("nina").await;
    nina.post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
        .await
        .ok();
    let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "p003", "status": "expected"});
    let id = command_id();
    let added = nina.command_as(&ward.team, &id, add.clone()).await.ok();
    let patient = added["patient"].as_str().unwrap();
    let view = nina
        .get(&ward.path(&format!("/patients/{patient}")))
        .await
        .ok();
    assert_eq!(view["identity"]["family"], "Wetherell");
    assert_eq!(view["identity"]["identifiers"][0]["type"], "MR");
    assert_eq!(
        (&view["status"], &view["ehr"]["ehr_id"]),
        (&json!("expected"), &json!("p003"))
    );
    let list = nina.list(&ward.team, &ward.list).await;
    assert_eq!(list["rows"][0]["patient"]["ehr"], "linked");

    // The same command again has the same answer, and asks the record nothing.
    record.reset_counts();
    assert_eq!(
        nina.command_as(&ward.team, &id, add.clone()).await.ok(),
        added
    );
    assert_eq!(record.counts().total, 0);

    let warned = nina.command(&ward.team, add.clone()).await;
    assert_eq!(warned.refusal(), (409, "possible_duplicate".to_owned()));
    assert_eq!(warned.json()["patients"][0]["id"], patient);
    let mut answered = add;
    answered["distinct"] = json!(true);
    nina.done(&ward.team, answered).await;

    // A patient whom the team typed is found by name and birth date.
    let typed = record.patients()[4].clone();
    let identity = json!({"family": typed.family, "given": typed.given.join(" "), "birth_date": typed.birth_date.to_string()});
    nina.done(
        &ward.team,
        json!({"type": "add_patient", "list": ward.list, "identity": identity}),
    )
    .await;
    let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": typed.id});
    let warned = nina.command(&ward.team, add).await;
    assert_eq!(warned.refusal(), (409, "possible_duplicate".to_owned()));

    let unknown = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "nobody"});
    let refused = nina.command(&ward.team, unknown).await;
    assert_eq!(refused.refusal(), (404, "ehr_not_there".to_owned()));
    let mut gus = ward.sign_in("gus").await;
    let add = json!({"type": "add_ehr_patient", "list": ward.list, "ehr_id": "p009"});
    assert_eq!(
        gus.command(&ward.team, add).await.refusal(),
        (403, "not_permitted".to_owned())
    );
}

#[tokio::test]
async fn a_link_asks_whether_the_two_are_one_person_and_can_be_taken_back() {
    let mut recorded = Recorded::begin().await;
    recorded.bind(&["allergies"]).await;
    let patient = recorded.ward.patient("Wetherel").await;
    let chart = recorded.chart_path(&patient);
    let mut nina = recorded.ward.sign_in("nina").await;
    let team = recorded.ward.team.clone();
    assert_eq!(
        nina.get(&chart).await.refusal(),
        (409, "not_linked".to_owned())
    );
    let link = json!({"type": "link_patient", "patient": patient, "ehr_id": "p003"});
    let asked = nina.command(&team, link.clone()).await;
    assert_eq!(asked.refusal(), (409, "confirm_identity".to_owned()));
    let sides = asked.json();
    assert_eq!(sides["ours"]["family"], "Wetherel");
    assert_eq!(sides["record"]["family"], "Wetherell");
    assert_eq!(
        nina.get(&chart).await.refusal(),
        (409, "not_linked".to_owned())
    );
    let mut confirmed = link;
    confirmed["confirm_identity"] = json!(true);
    nina.done(&team, confirmed).await;
    assert_eq!(
        nina.get(&chart).await.ok()["patient"]["items"][0]["id"],
        "p003"
    );
    let shown = recorded
        .shown(&mut nina, &patient, "allergies")
        .await
        .unwrap();
    assert_eq!(shown["items"][0]["what"]["text"], "Latex");
    // The team's own identity stays: the link says whom it means.
    let path = recorded.ward.path(&format!("/patients/{patient}"));
    assert_eq!(nina.get(&path).await.ok()["identity"]["family"], "Wetherel");

    nina.done(&team, json!({"type": "unlink_patient", "patient": patient}))
        .await;
    assert_eq!(
        nina.get(&chart).await.refusal(),
        (409, "not_linked".to_owned())
    );
    assert_eq!(recorded.shown(&mut nina, &patient, "allergies").await, None);
    assert_eq!(nina.get(&path).await.ok()["ehr"], Value::Null);
    for operation in [Operation::PatientLink, Operation::PatientUnlink] {
        let entries = journalled(&recorded.ward, operation).await;
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].0.patient, Some(patient.parse().unwrap()));
    }
}
