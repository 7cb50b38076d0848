use crate::support::{Api, Ward, command_id};
use serde_json::{Value, json};

#[tokio::test]
async fn a_patient_is_seen_whole_with_notes_and_the_lists_that_the_reader_sees() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let limited = ward.new_list("Few", Some(&["olga"])).await;
    let put = json!({"type": "add_patient_to_list", "patient": patient, "list": limited});
    ward.olga.done(&ward.team, put).await;
    let note =
        json!({"type": "add_note", "patient": patient, "text": "daughter collects Thursday"});
    ward.olga.done(&ward.team, note).await;
    let path = ward.path(&format!("/patients/{patient}"));
    let mut nina = ward.sign_in("nina").await;
    let view = nina.get(&path).await.ok();
    assert_eq!(view["identity"], json!({"family": "Martin"}));
    assert_eq!(view["notes"][0]["text"], "daughter collects Thursday");
    assert_eq!(view["lists"], json!([ward.list]));
    assert_eq!(view["values"].as_array().unwrap().len(), 7);
    let mine = ward.olga.get(&path).await.ok();
    assert_eq!(mine["lists"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn every_version_of_every_value_and_note_is_in_the_history_newest_first() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let mut olga = ward.olga.again();
    ward.set(&mut nina, &patient, "Diagnosis", json!("flu"))
        .await;
    ward.set(&mut olga, &patient, "Diagnosis", json!("pneumonia"))
        .await;
    let undo = json!({"type": "undo_value", "patient": patient, "field": ward.field("Diagnosis")});
    olga.done(&ward.team, undo).await;
    let note = json!({"type": "add_note", "patient": patient, "text": "first"});
    let note = olga.done(&ward.team, note).await["note"].clone();
    let sequence = ward.sequence(&mut olga).await;
    let edit = json!({"type": "edit_note", "patient": patient, "note": note, "text": "second", "based_on": sequence});
    olga.done(&ward.team, edit).await;
    let path = ward.path(&format!("/patients/{patient}/history"));
    let history = nina.get(&path).await.ok();
    let items = history["items"].as_array().unwrap();
    let brief: Vec<Value> = items
        .iter()
        .map(|item| match item["type"].as_str().unwrap() {
            "value" => json!([item["operation"], item["value"], item["undo"]]),
            "note" => json!([item["operation"], item["text"]]),
            other => json!([item["operation"], other]),
        })
        .collect();
    assert_eq!(
        json!(brief),
        json!([
            ["PatientNoteEdit", "second"],
            ["PatientNoteAdd", "first"],
            ["PatientDetailsEdit", "flu", true],
            ["PatientDetailsEdit", "pneumonia", false],
            ["PatientDetailsEdit", "flu", false],
            ["PatientListAddPatient", "added"],
        ])
    );
    assert_eq!(items[3]["by"], json!(ward.id("olga")));
    assert_eq!(items[4]["by"], json!(ward.id("nina")));
}

#[tokio::test]
async fn a_patient_of_a_limited_list_is_told_like_one_who_is_not_there() {
    let mut ward = Ward::begin().await;
    let limited = ward.new_list("Few", Some(&["nina"])).await;
    let patient = ward.patient_on(&limited, "Secret").await;
    let mut paul = ward.sign_in("paul").await;
    let mut oscar = ward.sign_in("oscar").await;
    for api in [&mut paul, &mut oscar] {
        for rest in ["", "/history"] {
            let hidden = api
                .get(&ward.path(&format!("/patients/{patient}{rest}")))
                .await;
            let missing = api
                .get(&ward.path(&format!("/patients/{}{rest}", command_id())))
                .await;
            assert_eq!(hidden.refusal(), (404, "not_found".to_owned()));
            assert_eq!(hidden.body, missing.body);
        }
        for command in [
            json!({"type": "add_note", "patient": "P", "text": "x"}),
            json!({"type": "set_patient_status", "patient": "P", "status": "present"}),
            json!({"type": "add_patient_to_list", "patient": "P", "list": ward.list}),
            json!({"type": "set_value", "patient": "P", "field": ward.field("Place"), "value": "A", "based_on": 0}),
            json!({"type": "merge_patients", "patient": "P", "duplicate": command_id()}),
            json!({"type": "edit_patient", "patient": "P", "identity": {"family": "X"}, "based_on": 0}),
        ] {
            let of = |id: &str| {
                let mut command = command.clone();
                command["patient"] = json!(id);
                command
            };
            let hidden = api.command(&ward.team, of(&patient)).await;
            let missing = api.command(&ward.team, of(&command_id())).await;
            assert_eq!(hidden.refusal(), (404, "not_found".to_owned()), "{command}");
            assert_eq!(hidden.body, missing.body, "{command}");
        }
    }
    let mut nobody = Api::anonymous(ward.address());
    let path = ward.path(&format!("/patients/{patient}"));
    assert_eq!(nobody.get(&path).await.status, 401);
}

#[tokio::test]
async fn a_patient_on_no_list_is_seen_by_owners_and_by_who_took_them_off() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut nina = ward.sign_in("nina").await;
    let mut paul = ward.sign_in("paul").await;
    let remove = json!({"type": "remove_patient_from_list", "patient": patient, "list": ward.list});
    nina.done(&ward.team, remove).await;
    let path = ward.path(&format!("/patients/{patient}"));
    assert_eq!(nina.get(&path).await.status, 200);
    assert_eq!(ward.olga.get(&path).await.status, 200);
    assert_eq!(paul.get(&path).await.status, 404);
}
