use crate::support::{Api, Screen, Ward, command_id};
use serde_json::{Value, json};

#[tokio::test]
async fn a_list_has_its_fields_and_rows_in_their_order() {
    let mut ward = Ward::begin().await;
    let first = ward.patient("Martin").await;
    let second = ward.patient("Bernard").await;
    let mut nina = ward.sign_in("nina").await;
    ward.set(&mut nina, &first, "Place", json!("A2")).await;
    let list = nina.list(&ward.team, &ward.list).await;
    assert_eq!(list["fields"][0]["id"], ward.field("Place"));
    assert_eq!(list["fields"].as_array().unwrap().len(), 7);
    assert_eq!(list["list"]["patients"], 2);
    assert_eq!(list["list"]["default"], true);
    let ids: Vec<_> = list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["patient"]["id"].clone())
        .collect();
    assert_eq!(ids, [first.as_str(), second.as_str()]);
    assert_eq!(
        list["rows"][0],
        json!({
            "patient": {"id": first, "identity": {"family": "Martin"}, "status": "present", "notes": 0},
            "values": ["A2", null, null, null, null, null, null],
        })
    );
    assert_eq!(list["version"], list["list"]["version"]);
}

#[tokio::test]
async fn a_compressed_list_is_the_same_list_also_after_an_edit() {
    let mut ward = Ward::begin().await;
    let mut patients = Vec::new();
    for number in 0..120 {
        patients.push(ward.patient(&format!("Patient {number}")).await);
    }
    let path = ward.list_path("");
    let mut nina = ward.sign_in("nina").await;
    for round in 0..3 {
        let plain = nina.get(&path).await;
        assert_eq!(plain.header("content-encoding"), None);
        let zstd = nina
            .raw("GET", &path, &[("Accept-Encoding", "gzip, zstd")], b"")
            .await;
        assert_eq!(zstd.header("content-encoding"), Some("zstd"));
        assert_eq!(zstd.header("vary"), Some("accept-encoding"));
        let decoded = zstd::stream::decode_all(&zstd.body[..]).unwrap();
        assert_eq!(String::from_utf8(decoded).unwrap(), plain.text());
        assert_eq!(plain.json()["rows"].as_array().unwrap().len(), 120 - round);
        let patient = &patients[55 + round];
        ward.set(&mut nina, patient, "Diagnosis", json!("edited"))
            .await;
        let remove = json!({"type": "remove_patient_from_list", "patient": patients[round], "list": ward.list});
        nina.done(&ward.team, remove).await;
    }
    let refused = nina
        .raw("GET", &path, &[("Accept-Encoding", "zstd;q=0")], b"")
        .await;
    assert_eq!(refused.header("content-encoding"), None);
}

#[tokio::test]
async fn a_limited_list_is_told_like_one_that_is_not_there() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["nina"])).await;
    let patient = ward.patient_on(&limited, "Secret").await;
    let mut nina = ward.sign_in("nina").await;
    let mut paul = ward.sign_in("paul").await;
    let mut oscar = ward.sign_in("oscar").await;
    let seen = nina.list(&ward.team, &limited).await;
    assert_eq!(seen["rows"].as_array().unwrap().len(), 1);
    for api in [&mut paul, &mut oscar] {
        for rest in ["", "/unseen", "/widths"] {
            let hidden = api
                .get(&ward.path(&format!("/lists/{limited}{rest}")))
                .await;
            let missing = api
                .get(&ward.path(&format!("/lists/{}{rest}", command_id())))
                .await;
            assert_eq!(hidden.refusal(), (404, "not_found".to_owned()));
            assert_eq!(hidden.body, missing.body);
        }
        for (rest, body) in [
            ("/seen", json!({"sequence": 1})),
            ("/widths", json!({"widths": {}})),
        ] {
            let hidden = api
                .put(&ward.path(&format!("/lists/{limited}{rest}")), &body)
                .await;
            let missing = api
                .put(&ward.path(&format!("/lists/{}{rest}", command_id())), &body)
                .await;
            assert_eq!((hidden.status, hidden.body), (404, missing.body), "{rest}");
        }
        let copy = json!({"patients": [patient]});
        let hidden = api
            .post(&ward.path(&format!("/lists/{limited}/copies")), &copy)
            .await;
        let missing = api
            .post(
                &ward.path(&format!("/lists/{}/copies", command_id())),
                &copy,
            )
            .await;
        assert_eq!((hidden.status, hidden.body), (404, missing.body));
    }
    // An owner sees that there is one, and adds themselves to it.
    let view = oscar.get(&ward.path("")).await.ok();
    assert_eq!(view["hidden_lists"], json!([limited]));
    assert_eq!(
        paul.get(&ward.path("")).await.ok()["hidden_lists"],
        json!([])
    );
    let join = json!({"type": "join_list", "list": limited});
    oscar.done(&ward.team, join).await;
    assert_eq!(
        oscar.list(&ward.team, &limited).await["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn what_others_changed_is_marked_until_i_unmark_it() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let path = ward.list_path("/unseen");
    let at_first = nina.get(&path).await.ok();
    assert_eq!(at_first["unseen"], json!([]));
    let mut olga = ward.olga.again();
    ward.set(&mut olga, &patient, "Diagnosis", json!("flu"))
        .await;
    ward.set(&mut nina, &patient, "Place", json!("A1")).await;
    let unseen = nina.get(&path).await.ok();
    let marked = unseen["unseen"].as_array().unwrap();
    assert_eq!(marked.len(), 1, "{unseen}");
    // A sequence that is yet to come would hide what nobody has seen.
    let ahead = json!({"sequence": unseen["sequence"].as_u64().unwrap() + 1});
    let refused = nina.put(&ward.list_path("/seen"), &ahead).await;
    assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    let seen = json!({"sequence": unseen["sequence"]});
    assert_eq!(nina.put(&ward.list_path("/seen"), &seen).await.status, 204);
    assert_eq!(nina.get(&path).await.ok()["unseen"], json!([]));
    // They are my marks alone, and they survive a restart.
    let tokens = (nina.token.take(), olga.token.take());
    let ward = ward.restart().await;
    let mut nina = Api::anonymous(ward.address());
    nina.token = tokens.0;
    assert_eq!(
        nina.get(&ward.list_path("/unseen")).await.ok()["unseen"],
        json!([])
    );
}

#[tokio::test]
async fn one_cell_is_unmarked_alone() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    nina.get(&ward.list_path("/unseen")).await.ok();
    let mut olga = ward.olga.again();
    ward.set(&mut olga, &patient, "Diagnosis", json!("flu"))
        .await;
    ward.set(&mut olga, &patient, "Place", json!("B2")).await;
    let unseen = nina.get(&ward.list_path("/unseen")).await.ok();
    let both = unseen["unseen"].as_array().unwrap().clone();
    assert_eq!(both.len(), 2, "{unseen}");
    let seen = json!({"thing": both[0]["thing"], "sequence": unseen["sequence"]});
    let answer = nina.put(&ward.list_path("/seen"), &seen).await;
    assert_eq!(answer.status, 204, "{} {seen}", answer.text());
    let left = nina.get(&ward.list_path("/unseen")).await.ok();
    assert_eq!(left["unseen"], json!([both[1]]));
}

#[tokio::test]
async fn column_widths_are_kept_for_one_person() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let mut gus = ward.sign_in("gus").await;
    let path = ward.list_path("/widths");
    assert_eq!(nina.get(&path).await.ok(), json!({"widths": {}}));
    let widths = json!({"widths": {ward.field("Diagnosis"): 240}, "identity": 320});
    assert_eq!(nina.put(&path, &widths).await.status, 204);
    assert_eq!(nina.get(&path).await.ok(), widths);
    assert_eq!(gus.get(&path).await.ok(), json!({"widths": {}}));
    let many: serde_json::Map<_, _> = (0..201).map(|_| (command_id(), json!(1))).collect();
    let refused = nina.put(&path, &json!({"widths": many})).await;
    assert_eq!(refused.refusal(), (422, "too_many".to_owned()));
    for odd in [
        json!({"widths": {"x": 1}}),
        json!({"widths": {command_id(): 70_000}}),
    ] {
        assert_eq!(nina.put(&path, &odd).await.status, 422, "{odd}");
    }
}

#[tokio::test]
async fn copying_rows_is_allowed_by_the_list_alone() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let path = ward.list_path("/copies");
    let copy = json!({"patients": [patient]});
    assert_eq!(nina.post(&path, &copy).await.status, 204);
    let foreign = json!({"patients": [patient, command_id()]});
    let refused = nina.post(&path, &foreign).await;
    assert_eq!(refused.refusal(), (404, "not_found".to_owned()));
    let many: Vec<_> = (0..5_001).map(|_| command_id()).collect();
    let refused = nina.post(&path, &json!({"patients": many})).await;
    assert_eq!(refused.refusal(), (422, "too_many".to_owned()));
}

#[tokio::test]
async fn a_list_is_deleted_hidden_and_restored_with_its_patients() {
    let mut ward = Ward::begin().await;
    let second = ward.new_list("Second", None).await;
    ward.patient_on(&second, "Martin").await;
    let before = Screen::new(ward.olga.list(&ward.team, &second).await);
    let delete = json!({"type": "delete_list", "list": second});
    ward.olga.done(&ward.team, delete).await;
    let gone = ward.olga.get(&ward.path(&format!("/lists/{second}"))).await;
    assert_eq!(gone.refusal(), (404, "not_found".to_owned()));
    let view = ward.olga.get(&ward.path("")).await.ok();
    assert_eq!(view["deleted_lists"][0]["id"], second.as_str());
    let restore = json!({"type": "restore_list", "list": second});
    ward.olga.done(&ward.team, restore).await;
    let after = ward.olga.list(&ward.team, &second).await;
    assert_eq!(after["rows"], before.shown["rows"]);
    let delete = json!({"type": "delete_list", "list": ward.list});
    let refused = ward.olga.command(&ward.team, delete).await;
    assert_eq!(refused.refusal(), (409, "default_list".to_owned()));
    let none: Value = json!({"type": "set_list_members", "list": second});
    let refused = ward.olga.command(&ward.team, none).await;
    assert_eq!(refused.refusal(), (422, "malformed".to_owned()));
}
