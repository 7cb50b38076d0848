use crate::support::{Api, Ward, command_id};
use serde_json::json;

#[tokio::test]
async fn a_member_finds_the_team_among_theirs_and_others_do_not() {
    let mut ward = Ward::begin().await;
    let mine = ward.olga.get("/api/teams").await.ok();
    assert_eq!(
        mine,
        json!({"teams": [{"id": ward.team, "name": "Ward 7", "role": "owner"}]})
    );
    for (who, teams) in [("gus", 1), ("otto", 0), ("ada", 0)] {
        let mut api = ward.sign_in(who).await;
        let mine = api.get("/api/teams").await.ok();
        assert_eq!(mine["teams"].as_array().unwrap().len(), teams, "{who}");
    }
    let mut nobody = Api::anonymous(ward.address());
    assert_eq!(nobody.get("/api/teams").await.status, 401);
}

#[tokio::test]
async fn a_team_is_seen_by_its_members_in_their_role() {
    let mut ward = Ward::begin().await;
    let view = ward.olga.get(&ward.path("")).await.ok();
    assert_eq!(
        (
            &view["name"],
            &view["role"],
            &view["mode"],
            &view["time_zone"]
        ),
        (
            &json!("Ward 7"),
            &json!("owner"),
            &json!("manual"),
            &json!("Europe/Paris")
        )
    );
    let names: Vec<_> = ward.fields.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Diagnosis",
            "Expected discharge",
            "Path to discharge",
            "Place",
            "Responsible",
            "To do",
            "What matters"
        ]
    );
    let mut gus = ward.sign_in("gus").await;
    assert_eq!(gus.get(&ward.path("")).await.ok()["role"], "guest");
}

#[tokio::test]
async fn a_team_of_others_is_told_like_one_that_is_not_there() {
    let ward = Ward::begin().await;
    let mut otto = ward.sign_in("otto").await;
    let mut nobody = Api::anonymous(ward.address());
    let elsewhere = command_id();
    let thing = command_id();
    for rest in [
        "".to_owned(),
        format!("/lists/{}", ward.list),
        format!("/lists/{}/unseen", ward.list),
        format!("/lists/{}/widths", ward.list),
        format!("/patients/{thing}"),
        format!("/patients/{thing}/history"),
    ] {
        let not_mine = otto.get(&ward.path(&rest)).await;
        let not_there = otto.get(&format!("/api/teams/{elsewhere}{rest}")).await;
        assert_eq!(not_mine.refusal(), (404, "not_found".to_owned()), "{rest}");
        assert_eq!(not_mine.body, not_there.body, "{rest}");
        assert_eq!(nobody.get(&ward.path(&rest)).await.status, 401, "{rest}");
    }
    let command = json!({"type": "create_list", "name": "Mine"});
    let not_mine = otto.command(&ward.team, command.clone()).await;
    let not_there = otto.command(&elsewhere, command.clone()).await;
    assert_eq!(not_mine.refusal(), (404, "not_found".to_owned()));
    assert_eq!(not_mine.body, not_there.body);
    assert_eq!(nobody.command(&ward.team, command).await.status, 401);
    let odd = otto.get("/api/teams/not-an-id").await;
    assert_eq!(odd.refusal(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn who_was_removed_is_an_outsider_from_then_on() {
    let mut ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    assert_eq!(nina.get(&ward.path("")).await.status, 200);
    let remove = json!({"type": "remove_member", "user": ward.id("nina")});
    ward.olga.done(&ward.team, remove).await;
    let gone = nina.get(&ward.path("")).await;
    let not_there = nina.get(&format!("/api/teams/{}", command_id())).await;
    assert_eq!((gone.status, gone.body), (404, not_there.body));
    assert_eq!(nina.get("/api/teams").await.ok()["teams"], json!([]));
}

#[tokio::test]
async fn a_role_is_refused_what_it_may_not_do() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut gus = ward.sign_in("gus").await;
    let mut nina = ward.sign_in("nina").await;
    let add = json!({"type": "add_note", "patient": patient, "text": "hello"});
    let refused = gus.command(&ward.team, add.clone()).await;
    assert_eq!(refused.refusal(), (403, "not_permitted".to_owned()));
    assert_eq!(refused.json()["needs"], "member");
    nina.done(&ward.team, add).await;
    let lock = json!({"type": "lock_field", "field": ward.field("Diagnosis"), "locked": true});
    let refused = nina.command(&ward.team, lock.clone()).await;
    assert_eq!(refused.refusal(), (403, "not_permitted".to_owned()));
    assert_eq!(refused.json()["needs"], "owner");
    ward.olga.done(&ward.team, lock).await;
    let set = json!({"type": "set_value", "patient": patient, "field": ward.field("Diagnosis"), "value": "x", "based_on": 0});
    let refused = nina.command(&ward.team, set).await;
    assert_eq!(refused.refusal(), (403, "field_locked".to_owned()));
    assert_eq!(refused.json()["field"], ward.field("Diagnosis"));
}

#[tokio::test]
async fn an_edit_that_came_too_late_gets_both_values_and_a_person_decides() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let began = ward.sequence(&mut nina).await;
    let field = ward.field("Diagnosis").to_owned();
    let set = |value: &str, based_on: u64| json!({"type": "set_value", "patient": patient, "field": field, "value": value, "based_on": based_on});
    let first = ward.olga.done(&ward.team, set("pneumonia", began)).await;
    let late = nina.command(&ward.team, set("flu", began)).await;
    assert_eq!(late.refusal(), (409, "conflict".to_owned()));
    let conflict = late.json();
    assert_eq!(
        (
            &conflict["theirs"],
            &conflict["yours"],
            &conflict["by"],
            &conflict["revision"]
        ),
        (
            &json!("pneumonia"),
            &json!("flu"),
            &json!(ward.id("olga")),
            &first["sequence"]
        )
    );
    let decided = set("flu", conflict["revision"].as_u64().unwrap());
    nina.done(&ward.team, decided).await;
    let view = nina
        .get(&ward.path(&format!("/patients/{patient}")))
        .await
        .ok();
    let values = view["values"].as_array().unwrap();
    assert!(
        values
            .iter()
            .any(|value| value["value"] == "flu" && value["undoable"] == true),
        "{view}"
    );
}

#[tokio::test]
async fn the_same_command_again_has_one_effect_and_the_same_answer() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let id = command_id();
    let note = json!({"type": "add_note", "patient": patient, "text": "once"});
    let first = ward.olga.command_as(&ward.team, &id, note.clone()).await;
    assert!(first.ok()["note"].is_string());
    let again = ward.olga.command_as(&ward.team, &id, note.clone()).await;
    assert_eq!(again.body, first.body);
    let mut ward = ward.restart().await;
    let again = ward.olga.command_as(&ward.team, &id, note.clone()).await;
    assert_eq!(again.body, first.body);
    let other = json!({"type": "add_note", "patient": patient, "text": "twice"});
    let reused = ward.olga.command_as(&ward.team, &id, other).await;
    assert_eq!(reused.refusal(), (422, "command_id_reused".to_owned()));
    // An id belongs to who made it.
    let mut nina = ward.sign_in("nina").await;
    let theirs = nina.command_as(&ward.team, &id, note).await.ok();
    assert_ne!(theirs["note"], first.json()["note"]);
    let path = ward.path(&format!("/patients/{patient}"));
    let view = nina.get(&path).await.ok();
    assert_eq!(view["notes"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_command_id_is_a_recent_uuid_of_version_7() {
    let mut ward = Ward::begin().await;
    let create = json!({"type": "create_list", "name": "Second"});
    // 2026-01-01, by an id of version 7.
    let old = "019b7600-0000-7000-8000-000000000000";
    let refused = ward.olga.command_as(&ward.team, old, create.clone()).await;
    assert_eq!(refused.refusal(), (409, "command_too_old".to_owned()));
    for odd in [
        "9f8b1a1e-4b7e-4c5a-9d6e-0a1b2c3d4e5f",
        "ffffffff-ffff-7fff-bfff-ffffffffffff",
    ] {
        let refused = ward.olga.command_as(&ward.team, odd, create.clone()).await;
        assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    }
}

#[tokio::test]
async fn a_command_before_the_installation_says_what_comes_first() {
    let ward = Ward::begin().await;
    let mut ada = ward.sign_in("ada").await;
    let create = json!({"type": "create_team", "name": "New", "owner": ward.id("otto")});
    let team = ada.administer(create).await.ok()["team"].clone();
    let team = team.as_str().unwrap();
    let mut otto = ward.sign_in("otto").await;
    let early = otto
        .command(team, json!({"type": "create_list", "name": "X"}))
        .await;
    assert_eq!(early.refusal(), (409, "not_installed".to_owned()));
    let install = json!({"type": "install_app", "mode": "manual"});
    otto.done(team, install.clone()).await;
    let again = otto.command(team, install).await;
    assert_eq!(again.refusal(), (409, "already_installed".to_owned()));
}

#[tokio::test]
async fn a_possible_duplicate_and_a_wider_audience_are_asked_about() {
    let mut ward = Ward::begin().await;
    let identity = json!({"family": "Lefèvre", "given": "Zoé", "birth_date": "1945-07-14"});
    let add = |list: &str, distinct: bool| json!({"type": "add_patient", "list": list, "identity": identity, "distinct": distinct});
    let limited = ward.new_list("Few", Some(&["olga"])).await;
    let patient = ward.olga.done(&ward.team, add(&limited, false)).await["patient"].clone();
    let asked = ward.olga.command(&ward.team, add(&ward.list, false)).await;
    assert_eq!(asked.refusal(), (409, "possible_duplicate".to_owned()));
    assert_eq!(asked.json()["patients"][0]["id"], patient);
    let mut nina = ward.sign_in("nina").await;
    let asked = nina
        .command(&ward.team, add(&ward.list, false))
        .await
        .json();
    assert_eq!(
        (&asked["patients"], &asked["hidden"]),
        (&json!([]), &json!(true))
    );
    let put = json!({"type": "add_patient_to_list", "patient": patient, "list": ward.list});
    let asked = ward.olga.command(&ward.team, put.clone()).await;
    assert_eq!(asked.refusal(), (409, "wider_audience".to_owned()));
    assert_eq!(asked.json()["users"].as_array().unwrap().len(), 4);
    let mut confirmed = put;
    confirmed["confirm_audience"] = json!(true);
    ward.olga.done(&ward.team, confirmed).await;
}
