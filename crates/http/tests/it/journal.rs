//! Everything that happens is found in the journal under its name.

use crate::support::administration;
use crate::support::{Api, PASSWORD, Ward, command_id, script};
use domain::audit::Operation;
use domain::{ListId, PatientId};
use journal::{Actor, ClientKind, Entry, Header, Journal, Outcome, Owner, StreamId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn entries(ward: &Ward, stream: StreamId) -> Vec<Entry> {
    ward.server.journal.read(stream, 0, 100_000).await.unwrap()
}

fn team(ward: &Ward) -> Owner {
    Owner::Team(ward.team.parse().unwrap())
}

async fn headers(ward: &Ward, stream: StreamId) -> Vec<Header> {
    let entries = entries(ward, stream).await;
    entries
        .into_iter()
        .map(|entry| entry.header.unwrap())
        .collect()
}

/// The accesses of the team that were journalled since.
async fn new_accesses(ward: &Ward, known: &mut usize) -> Vec<Header> {
    let mut all = headers(ward, StreamId::accesses(team(ward))).await;
    let new = all.split_off(*known);
    *known += new.len();
    new
}

#[tokio::test]
async fn every_operation_that_can_happen_is_journalled_under_its_name() {
    let mut ward = Ward::begin().await;
    let played = script::play(&mut ward).await;
    let mut nina = ward.sign_in("nina").await;
    nina.list(&ward.team, &ward.list).await;
    let patient = format!("/patients/{}", played.patient);
    nina.get(&ward.path(&patient)).await.ok();
    nina.get(&ward.path(&format!("{patient}/history")))
        .await
        .ok();
    let copy = json!({"patients": [played.patient]});
    let copied = nina.post(&ward.list_path("/copies"), &copy).await;
    assert_eq!(copied.status, 204);
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    live.close(&ward.list).await;
    live.open(&played.second, None).await;
    live.close(&played.second).await;
    live.open(&ward.list, None).await;
    let probe = json!({"url": played.record.url(), "auth": {"type": "none"}});
    let mut olga = ward.olga.again();
    olga.post(&ward.path("/ehr/probe"), &probe).await.ok();
    let mut ada = ward.sign_in("ada").await;
    let user = ward.id("paul");
    administration::play(&ward, &mut ada).await;
    let issue = json!({"type": "issue_enrolment", "user": user});
    let link = ada.administer(issue).await.ok()["link"].clone();
    let token = link.as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let mut api = Api::anonymous(ward.address());
    let enrol = json!({"token": token, "password": PASSWORD});
    assert_eq!(api.post("/api/enrolment", &enrol).await.status, 204);
    let wrong = json!({"user": "paul", "password": "not the password"});
    assert_eq!(api.post("/api/session", &wrong).await.status, 401);
    let mut paul = Api::sign_in(ward.address(), "paul", PASSWORD).await;
    let change = json!({"current": PASSWORD, "new": "another long password"});
    assert_eq!(paul.put("/api/me/password", &change).await.status, 204);
    assert_eq!(paul.delete("/api/session").await.status, 204);

    let mut found = BTreeSet::new();
    for owner in [Owner::Organization, team(&ward)] {
        for stream in [StreamId::changes(owner), StreamId::accesses(owner)] {
            found.extend(
                headers(&ward, stream)
                    .await
                    .iter()
                    .map(|header| header.operation),
            );
        }
    }
    // Export, warnings, the lock and second factors have tests of their own; nothing was refused to anybody here.
    let elsewhere = [
        Operation::SessionLock,
        Operation::SessionUnlock,
        Operation::SessionUnlockFail,
        Operation::SessionEnd,
        Operation::UserSessionsEnd,
        Operation::UserTwoStepEnable,
        Operation::UserTwoStepDisable,
        Operation::UserRecoveryCodesRenew,
        Operation::UserPasskeyAdd,
        Operation::UserPasskeyRemove,
        Operation::UserPinSet,
        Operation::UserPinRemove,
        Operation::UserFactorsRemove,
        Operation::ExportInitiation,
        Operation::PatientDuplicateView,
        Operation::AccessRefuse,
    ];
    let missing: Vec<_> = Operation::ALL
        .iter()
        .filter(|operation| !found.contains(operation) && !elsewhere.contains(operation))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[tokio::test]
async fn every_change_says_who_from_where_by_which_command_and_of_whom() {
    let mut ward = Ward::begin().await;
    let played = script::play(&mut ward).await;
    let known = entries(&ward, StreamId::changes(team(&ward))).await;
    let mut at = None;
    for said in &played.said {
        let sequence = said.answer["sequence"].as_u64().unwrap();
        let entry = &known[usize::try_from(sequence).unwrap() - 1];
        assert_eq!(entry.sequence, sequence);
        let header = entry.header.as_ref().unwrap();
        assert_eq!(
            header.actor,
            Actor::User(ward.id(said.who)),
            "{}",
            said.command
        );
        assert_eq!(header.client.kind, ClientKind::Api);
        assert!(
            header
                .client
                .address
                .is_some_and(|address| address.is_loopback())
        );
        assert!(header.session.is_some() && header.command.is_some());
        assert_eq!(header.outcome, Outcome::Done);
        assert!(at <= Some(header.at), "time runs backwards");
        at = Some(header.at);
        let kind = said.command["type"].as_str().unwrap();
        let list = said.command["list"].as_str().map(str::to_owned);
        // What a command names is what its entry concerns: the list where it is of lists, the patient where it is of one.
        if let Some(patient) = said.command["patient"].as_str() {
            let concerned: PatientId = patient.parse().unwrap();
            let other: Option<PatientId> = said.command["duplicate"]
                .as_str()
                .map(|id| id.parse().unwrap());
            assert!(
                header.patient == Some(concerned) || (other.is_some() && header.patient == other),
                "{kind}"
            );
        }
        // Adding a patient of the record ends with the link.
        let is_about_list = list.is_some() && !matches!(kind, "add_field" | "add_ehr_patient");
        if let (true, Some(list)) = (is_about_list, list) {
            assert_eq!(header.list, Some(list.parse::<ListId>().unwrap()), "{kind}");
        }
        if kind == "add_patient" {
            let patient = said.answer["patient"].as_str().unwrap();
            assert_eq!(header.patient, Some(patient.parse().unwrap()));
        }
    }
}

#[tokio::test]
async fn looking_is_journalled_with_whom_it_was_at_and_when_it_ended() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let mut known = 0;
    new_accesses(&ward, &mut known).await;
    let list: ListId = ward.list.parse().unwrap();
    let id: PatientId = patient.parse().unwrap();

    nina.list(&ward.team, &ward.list).await;
    nina.get(&ward.path(&format!("/patients/{patient}")))
        .await
        .ok();
    nina.get(&ward.path(&format!("/patients/{patient}/history")))
        .await
        .ok();
    let copy = json!({"patients": [patient]});
    nina.post(&ward.list_path("/copies"), &copy).await;
    let looked = new_accesses(&ward, &mut known).await;
    let brief: Vec<_> = looked
        .iter()
        .map(|header| (header.operation, header.list, header.patient))
        .collect();
    assert_eq!(
        brief,
        [
            (Operation::PatientListView, Some(list), None),
            (Operation::PatientView, None, Some(id)),
            (Operation::PatientHistoryView, None, Some(id)),
            (Operation::PatientListCopy, Some(list), None),
        ]
    );
    for header in &looked {
        assert_eq!(header.actor, Actor::User(ward.id("nina")));
        assert_eq!(header.outcome, Outcome::Done);
    }

    // A live view begins with the first look and ends when it is closed; coming back at once is the same view.
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    live.leave().await;
    let mut live = ward.connect(&nina).await;
    live.open(&ward.list, None).await;
    live.close(&ward.list).await;
    live.open(&ward.list, None).await;
    live.close(&ward.list).await;
    live.say(&json!({"close": {"list": command_id()}})).await;
    live.say(&json!({"shout": 1})).await;
    live.hear_of("problem").await;
    let mut ends = Vec::new();
    for _ in 0..100 {
        ends.extend(new_accesses(&ward, &mut known).await);
        if ends.len() >= 3 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let operations: Vec<_> = ends.iter().map(|header| header.operation).collect();
    assert_eq!(
        operations,
        [
            Operation::PatientListViewEnd,
            Operation::PatientListView,
            Operation::PatientListViewEnd
        ]
    );
}

#[tokio::test]
async fn a_warning_that_names_a_patient_is_journalled_with_whom_it_named() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let number = json!({"family": "Adams", "birth_date": "1945-07-14"});
    let add =
        json!({"type": "add_patient", "list": ward.list, "identity": number, "distinct": false});
    nina.command(&ward.team, add.clone()).await;
    let warned = nina.command(&ward.team, add).await;
    assert_eq!(warned.refusal().1, "possible_duplicate");
    let shown = entries(&ward, StreamId::accesses(team(&ward))).await;
    let header = shown.last().unwrap().header.clone().unwrap();
    assert_eq!(header.operation, Operation::PatientDuplicateView);
    let body: Value = serde_json::from_slice(shown.last().unwrap().body.as_ref().unwrap()).unwrap();
    assert_eq!(body["patients"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn being_refused_is_journalled_with_what_was_asked_for() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["nina"])).await;
    let patient = ward.patient_on(&limited, "Secret").await;
    let (list, id): (ListId, PatientId) = (limited.parse().unwrap(), patient.parse().unwrap());
    let mut paul = ward.sign_in("paul").await;
    let mut gus = ward.sign_in("gus").await;
    let mut otto = ward.sign_in("otto").await;
    let live = ward.connect(&paul).await;
    let mut known = 0;
    new_accesses(&ward, &mut known).await;

    let mut expect =
        async |who: &str, list: Option<ListId>, patient: Option<PatientId>, code: &str| {
            let mut new = Vec::new();
            for _ in 0..100 {
                new.extend(new_accesses(&ward, &mut known).await);
                if !new.is_empty() {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            assert_eq!(new.len(), 1, "{who} {code}");
            let header = &new[0];
            assert_eq!(header.operation, Operation::AccessRefuse);
            assert_eq!(header.actor, Actor::User(ward.id(who)));
            assert_eq!(
                header.outcome,
                Outcome::Refused {
                    code: code.to_owned()
                }
            );
            assert_eq!(
                (header.list, header.patient),
                (list, patient),
                "{who} {code}"
            );
        };
    let of_patient = format!("/patients/{patient}");
    paul.get(&ward.path(&of_patient)).await;
    expect("paul", None, Some(id), "not_found").await;
    paul.get(&ward.path(&format!("{of_patient}/history"))).await;
    expect("paul", None, Some(id), "not_found").await;
    paul.get(&ward.path(&format!("/lists/{limited}"))).await;
    expect("paul", Some(list), None, "not_found").await;
    paul.get(&ward.path(&format!("/lists/{limited}/unseen")))
        .await;
    expect("paul", Some(list), None, "not_found").await;
    paul.get(&ward.path(&format!("/lists/{limited}/widths")))
        .await;
    expect("paul", Some(list), None, "not_found").await;
    let copy = json!({"patients": [patient]});
    paul.post(&ward.path(&format!("/lists/{limited}/copies")), &copy)
        .await;
    expect("paul", Some(list), None, "not_found").await;
    let mut live = live;
    live.say(&json!({"open": {"list": limited}})).await;
    expect("paul", Some(list), None, "not_found").await;
    let set = json!({"type": "set_value", "patient": patient, "field": ward.field("Diagnosis"), "value": "x", "based_on": 0});
    paul.command(&ward.team, set).await;
    expect("paul", None, Some(id), "not_found").await;
    let add = json!({"type": "add_patient", "list": ward.list, "identity": {"family": "X"}});
    gus.command(&ward.team, add).await;
    expect(
        "gus",
        Some(ward.list.parse().unwrap()),
        None,
        "not_permitted",
    )
    .await;
    otto.get(&ward.path("")).await;
    expect("otto", None, None, "not_found").await;
    otto.get(&ward.path(&of_patient)).await;
    expect("otto", None, Some(id), "not_found").await;
}

#[tokio::test]
async fn who_comes_in_and_who_does_not_is_journalled_without_what_was_typed() {
    let ward = Ward::begin().await;
    let mut api = Api::anonymous(ward.address());
    let typed = "hunter2 typed into the wrong box";
    let wrong = json!({"user": typed, "password": "also wrong"});
    assert_eq!(api.post("/api/session", &wrong).await.status, 401);
    let mut gus = ward.sign_in("gus").await;
    assert_eq!(gus.get("/api/organization").await.status, 403);
    let accesses = entries(&ward, StreamId::accesses(Owner::Organization)).await;
    let last: Vec<_> = accesses
        .iter()
        .rev()
        .take(3)
        .map(|entry| entry.header.as_ref().unwrap())
        .collect();
    assert_eq!(last[0].operation, Operation::AccessRefuse);
    assert_eq!(last[1].operation, Operation::SignIn);
    assert_eq!(last[1].actor, Actor::User(ward.id("gus")));
    assert_eq!(last[2].operation, Operation::SignInFail);
    assert_eq!(last[2].actor, Actor::Anonymous);
    for entry in &accesses {
        let body: Value = serde_json::from_slice(entry.body.as_ref().unwrap()).unwrap();
        assert!(!body.to_string().contains(typed), "{body}");
    }
}
