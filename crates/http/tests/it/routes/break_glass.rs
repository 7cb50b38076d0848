use crate::support::{Api, Ward};
use serde_json::{Value, json};

/// A ward whose patient nina is responsible for, protected, and opened by paul.
async fn opened() -> (Ward, Api, String) {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    for command in [
        json!({"type": "set_responsible", "patient": patient, "users": [ward.id("nina")]}),
        json!({"type": "set_sensitive", "patient": patient, "sensitive": true, "reason": "Known in town"}),
    ] {
        ward.olga.done(&ward.team, command).await;
    }
    let mut paul = ward.sign_in("paul").await;
    paul.done(&ward.team, breaks(&patient)).await;
    (ward, paul, patient)
}

fn breaks(patient: &str) -> Value {
    json!({"type": "break_glass", "patient": patient, "code": "covering_colleague", "text": "Covering for Nina"})
}

fn review(access: &Value, outcome: &str) -> Value {
    json!({"type": "review_break_glass", "access": access, "outcome": outcome, "comment": "Asked her"})
}

#[tokio::test]
async fn an_owner_sees_who_opened_a_protected_patient_and_why_and_reviews_it() {
    let (mut ward, _, patient) = opened().await;
    let path = ward.path("/break-glass");
    let view = ward.olga.get(&path).await.ok();
    let item = &view["items"][0];
    assert_eq!(
        (&view["unreviewed"], &view["oldest_unreviewed"]),
        (&json!(1), &item["at"])
    );
    // She is an owner, and not responsible: no exception is made for her.
    assert_eq!(
        item["patient"],
        json!({"id": patient, "identity": null, "initials": "M."})
    );
    assert_eq!(
        (
            &item["by"]["name"],
            &item["code"],
            &item["text"],
            &item["own"]
        ),
        (
            &json!("Paul"),
            &json!("covering_colleague"),
            &json!("Covering for Nina"),
            &json!(false)
        )
    );
    assert_eq!(ward.olga.get(&ward.path("")).await.ok()["unreviewed"], 1);
    ward.olga
        .done(&ward.team, review(&item["id"], "appropriate"))
        .await;
    let view = ward.olga.get(&path).await.ok();
    assert_eq!(
        (&view["unreviewed"], &view["oldest_unreviewed"]),
        (&json!(0), &Value::Null)
    );
    assert_eq!(view["items"][0]["review"]["by"]["name"], "Olga");
    let mut oscar = ward.sign_in("oscar").await;
    let again = oscar
        .command(&ward.team, review(&item["id"], "inappropriate"))
        .await;
    assert_eq!(
        (again.status, &again.json()["code"]),
        (409, &json!("already_reviewed"))
    );
}

#[tokio::test]
async fn nobody_reviews_their_own_and_only_owners_look() {
    let (mut ward, mut paul, patient) = opened().await;
    ward.olga.done(&ward.team, breaks(&patient)).await;
    let path = ward.path("/break-glass");
    for who in ["nina", "gus"] {
        let refused = ward.sign_in(who).await.get(&path).await;
        assert_eq!(refused.status, 403, "{who}");
    }
    assert_eq!(paul.get(&path).await.status, 403);
    assert_eq!(ward.sign_in("otto").await.get(&path).await.status, 404);
    let view = ward.olga.get(&path).await.ok();
    let own = view["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["own"] == true)
        .unwrap();
    assert_eq!(own["patient"]["identity"]["family"], "Martin");
    let refused = ward
        .olga
        .command(&ward.team, review(&own["id"], "appropriate"))
        .await;
    assert_eq!(
        (refused.status, &refused.json()["code"]),
        (403, &json!("own_access"))
    );
}

#[tokio::test]
async fn a_masked_answer_is_a_problem_of_its_own_on_every_route_of_the_patient() {
    let (ward, _, patient) = opened().await;
    let mut oscar = ward.sign_in("oscar").await;
    for rest in ["", "/history", "/chart"] {
        let refused = oscar
            .get(&ward.path(&format!("/patients/{patient}{rest}")))
            .await;
        let problem = refused.json();
        assert_eq!(
            (refused.status, &problem["code"], &problem["patient"]),
            (403, &json!("break_glass_required"), &json!(patient)),
            "{rest}"
        );
    }
    let copies = ward.list_path("/copies");
    let refused = oscar.post(&copies, &json!({"patients": [patient]})).await;
    assert_eq!(refused.status, 403);
    let exported = oscar.get(&ward.list_path("/export?format=csv")).await;
    let text = exported.text();
    assert!(text.contains("M.") && text.contains("Protected") && !text.contains("Martin"));
}

#[tokio::test]
async fn an_auditor_sees_the_openings_of_all_teams_with_the_patients_and_reviews_them() {
    let (mut ward, _, patient) = opened().await;
    for who in ["olga", "ada", "paul"] {
        let refused = ward.sign_in(who).await.get("/api/break-glass").await;
        assert_eq!(refused.status, 403, "{who}");
    }
    let mut otto = ward.auditor("otto").await;
    let view = otto.get("/api/break-glass").await.ok();
    let team = &view["teams"][0];
    assert_eq!(
        (&view["unreviewed"], &team["id"], &team["name"]),
        (&json!(1), &json!(ward.team), &json!("Ward 7"))
    );
    assert_eq!(view["oldest_unreviewed"], team["items"][0]["at"]);
    assert_eq!(
        team["items"][0]["patient"],
        json!({"id": patient, "identity": {"family": "Martin"}, "initials": "M."})
    );
    let access = team["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/break-glass/{}/{access}/review", ward.team);
    let found = json!({"outcome": "inappropriate", "comment": "Not on duty"});
    let refused = ward.olga.post(&path, &found).await;
    assert_eq!(refused.status, 403);
    for _ in 0..2 {
        // The same again has no further effect.
        assert_eq!(otto.post(&path, &found).await.status, 204);
    }
    let other = otto.post(&path, &json!({"outcome": "appropriate"})).await;
    assert_eq!(
        (other.status, &other.json()["code"]),
        (409, &json!("already_reviewed"))
    );
    let nowhere = format!("/api/break-glass/{}/{patient}/review", ward.team);
    assert_eq!(otto.post(&nowhere, &found).await.status, 404);
    let seen = ward.olga.get(&ward.path("/break-glass")).await.ok();
    assert_eq!(seen["items"][0]["review"]["by"]["name"], "Otto");
    // He audits, and is of no team: nothing else of it is his.
    let refused = otto.get(&ward.path(&format!("/patients/{patient}"))).await;
    assert_eq!(refused.status, 404);
}
