//! Many requests at once, and many members in one.

use super::{Directory, send};
use crate::support::Api;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_patches_of_one_group_at_once_lose_nothing() {
    let mut directory = Directory::begin().await;
    let mut users = Vec::new();
    for number in 0..100 {
        users.push(directory.user(&format!("user {number}")).await);
    }
    let id = directory.group("Ward 7").await;
    let path = format!("/Groups/{id}");
    // One adds the even ones and removes the odd ones, over and over; the other the reverse order, with the same end.
    let (even, odd): (Vec<_>, Vec<_>) = users
        .iter()
        .cloned()
        .enumerate()
        .partition(|(number, _)| number % 2 == 0);
    let (even, odd): (Vec<String>, Vec<String>) = (
        even.into_iter().map(|(_, id)| id).collect(),
        odd.into_iter().map(|(_, id)| id).collect(),
    );
    let add_odd = json!([{"op": "add", "path": "members", "value": odd.iter().map(|id| json!({"value": id})).collect::<Vec<_>>()}]);
    assert_eq!(directory.patch(&path, add_odd).await.status, 204);
    let address = directory.ward.address().to_owned();
    let token = directory.api.token().to_owned();
    let run = |adds: Vec<String>, removes: Vec<String>| {
        let (address, token, path) = (address.clone(), token.clone(), path.clone());
        tokio::spawn(async move {
            let mut api = Api::anonymous(&address);
            api.token = Some(token);
            for round in 0..1_000 {
                let operation = if round % 2 == 0 {
                    let user = &adds[(round / 2) % adds.len()];
                    json!({"op": "Add", "path": "members", "value": [{"value": user}]})
                } else {
                    let user = &removes[(round / 2) % removes.len()];
                    json!({"op": "Remove", "path": "members", "value": [{"value": user}]})
                };
                let body = json!({"Operations": [operation]});
                let answer = send(&mut api, "PATCH", &path, &body).await;
                assert_eq!(answer.status, 204, "{}", answer.text());
            }
        })
    };
    let reversed = |ids: &[String]| ids.iter().rev().cloned().collect::<Vec<_>>();
    let first = run(even.clone(), odd.clone());
    let second = run(reversed(&even), reversed(&odd));
    first.await.unwrap();
    second.await.unwrap();
    let members: BTreeSet<String> = directory.members(&id).await.into_iter().collect();
    assert_eq!(members, even.into_iter().collect());
}

#[tokio::test]
async fn five_thousand_members_are_changed_in_one_request() {
    let mut directory = Directory::begin().await;
    let id = directory.group("Everybody").await;
    let path = format!("/Groups/{id}");
    let organization = &directory.ward.server.service;
    let mut ids = Vec::new();
    let provisioner = service::Provisioner {
        token: "test".into(),
        client: journal::Client {
            address: None,
            kind: journal::ClientKind::Api,
        },
    };
    // All at once: what is measured here is not how accounts are made.
    let mut number = 0;
    organization
        .provision::<identity::scim::ScimError>(&provisioner, |_, made| {
            ids.extend(made.user.map(|user| user.to_string()));
            number += 1;
            let body = json!({"userName": format!("user {number}")});
            let change = identity::scim::UserChange::whole(body.as_object().unwrap())?;
            Ok(
                (number <= 5_000).then_some(domain::organization::Command::CreateUser(
                    change.creation()?,
                )),
            )
        })
        .await
        .unwrap();
    assert_eq!(ids.len(), 5_000);
    let members: Vec<_> = ids.iter().map(|id| json!({"value": id})).collect();
    let began = Instant::now();
    let add = json!([{"op": "Add", "path": "members", "value": members}]);
    assert_eq!(directory.patch(&path, add).await.status, 204);
    assert_eq!(directory.members(&id).await.len(), 5_000);
    // One operation for each, as some directories write them.
    let each: Vec<_> = ids[..2_500]
        .iter()
        .map(|id| json!({"op": "remove", "path": format!("members[value eq \"{id}\"]")}))
        .collect();
    assert_eq!(directory.patch(&path, json!(each)).await.status, 204);
    let left: BTreeSet<String> = directory.members(&id).await.into_iter().collect();
    assert_eq!(left, ids[2_500..].iter().cloned().collect());
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
}
