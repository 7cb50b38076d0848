//! Opening, changes, and coming back after a gap.

use crate::support::{Screen, Ward};
use serde_json::{Value, json};

async fn edit(ward: &Ward, patient: &str, value: &str) {
    let mut olga = ward.olga.again();
    ward.set(&mut olga, patient, "Diagnosis", json!(value))
        .await;
}

fn applied(screen: &mut Screen, changes: &[Value]) {
    for change in changes {
        let outcome = screen.apply(change);
        assert_eq!(
            outcome,
            crate::support::client::screen::Applied::Yes,
            "{change}"
        );
    }
}

#[tokio::test]
async fn an_opened_list_comes_whole_and_then_follows_every_kind_of_change() {
    let mut ward = Ward::begin().await;
    let first = ward.patient("Martin").await;
    let nina = ward.sign_in("nina").await;
    let mut live = ward.connect(&nina).await;
    let opened = live.open(&ward.list, None).await;
    let mut screen = Screen::new(opened["snapshot"].clone());
    assert_eq!(opened["version"], screen.version());
    assert_eq!(
        screen.content(),
        Screen::new(ward.olga.list(&ward.team, &ward.list).await).content()
    );

    let second = ward.new_list("Second", None).await;
    let (team, list) = (ward.team.clone(), ward.list.clone());
    let added = ward.patient("Bernard").await;
    let note = json!({"type": "add_note", "patient": added, "text": "a note"});
    let note = ward.olga.done(&team, note).await["note"].clone();
    let edited = json!({"family": "Bernard", "given": "Luc"});
    let sequence = ward.sequence(&mut ward.olga.again()).await;
    for command in [
        json!({"type": "set_value", "patient": added, "field": ward.field("Place"), "value": "B2", "based_on": sequence}),
        json!({"type": "undo_value", "patient": added, "field": ward.field("Place")}),
        json!({"type": "edit_patient", "patient": added, "identity": edited, "based_on": sequence}),
        json!({"type": "set_patient_status", "patient": added, "status": "discharged"}),
        json!({"type": "highlight", "patient": first, "reason": "allergic"}),
        json!({"type": "highlight", "patient": first, "field": ward.field("Diagnosis"), "reason": "new"}),
        json!({"type": "remove_highlight", "patient": first}),
        json!({"type": "reorder_patient", "list": list, "patient": added, "after": null}),
        json!({"type": "delete_note", "patient": added, "note": note}),
        json!({"type": "restore_note", "patient": added, "note": note}),
        json!({"type": "rename_list", "list": list, "name": "Ward list"}),
        json!({"type": "set_list_order", "list": list, "order": "manual"}),
        json!({"type": "add_patient_to_list", "patient": first, "list": second}),
        json!({"type": "move_patient", "patient": added, "from": list, "to": second}),
        json!({"type": "move_patient", "patient": added, "from": second, "to": list}),
        json!({"type": "merge_patients", "patient": first, "duplicate": added}),
        json!({"type": "unmerge_patients", "patient": first, "duplicate": added}),
        json!({"type": "remove_patient_from_list", "patient": first, "list": list}),
    ] {
        ward.olga.done(&team, command).await;
    }
    let fresh = Screen::new(ward.olga.list(&team, &list).await);
    while screen.version() < fresh.version() {
        applied(&mut screen, &live.changes().await);
    }
    assert!(!screen.is_stale);
    assert_eq!(screen.content(), fresh.content());
}

#[tokio::test]
async fn a_change_of_the_schema_says_that_the_list_is_to_be_read_again() {
    let mut ward = Ward::begin().await;
    let mut live = ward.connect(&ward.olga).await;
    let opened = live.open(&ward.list, None).await;
    let mut screen = Screen::new(opened["snapshot"].clone());
    let add = json!({"type": "add_field", "field": {"name": "Diet", "type": "short_text"}, "list": ward.list});
    ward.olga.done(&ward.team, add).await;
    while !screen.is_stale {
        applied(&mut screen, &live.changes().await);
    }
    let opened = live.open(&ward.list, None).await;
    let screen = Screen::new(opened["snapshot"].clone());
    assert_eq!(screen.shown["fields"].as_array().unwrap().len(), 8);
}

#[tokio::test]
async fn a_change_names_its_command_its_author_and_the_sequence() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut live = ward.connect(&ward.olga).await;
    live.open(&ward.list, None).await;
    let mut nina = ward.sign_in("nina").await;
    let id = crate::support::command_id();
    let sequence = ward.sequence(&mut nina).await;
    let set = json!({"type": "set_value", "patient": patient, "field": ward.field("Diagnosis"), "value": "flu", "based_on": sequence});
    let answer = nina.command_as(&ward.team, &id, set).await.ok();
    let changes = live.changes().await;
    let change = &changes[0];
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (
            &change["command"],
            &change["by"],
            &change["sequence"],
            &change["value"]
        ),
        (
            &json!(id),
            &json!(ward.id("nina")),
            &answer["sequence"],
            &json!("flu")
        )
    );
}

#[tokio::test]
async fn who_comes_back_hears_only_what_they_missed() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut live = ward.connect(&ward.olga).await;
    let opened = live.open(&ward.list, None).await;
    let mut screen = Screen::new(opened["snapshot"].clone());
    live.leave().await;
    for value in ["one", "two", "three"] {
        edit(&ward, &patient, value).await;
    }
    let mut live = ward.connect(&ward.olga).await;
    let opened = live.open(&ward.list, Some(screen.version())).await;
    assert_eq!(opened["snapshot"], Value::Null, "{opened}");
    assert_eq!(opened["version"], screen.version() + 3);
    applied(&mut screen, &live.changes().await);
    assert_eq!(screen.value(&patient, ward.field("Diagnosis")), "three");
    // Nothing missed: nothing comes, and the next change follows on.
    let mut other = ward.connect(&ward.olga).await;
    let opened = other.open(&ward.list, Some(screen.version())).await;
    assert_eq!(
        (&opened["snapshot"], &opened["version"]),
        (&Value::Null, &json!(screen.version()))
    );
    edit(&ward, &patient, "four").await;
    applied(&mut screen, &other.changes().await);
    assert_eq!(screen.value(&patient, ward.field("Diagnosis")), "four");
}

#[tokio::test]
async fn a_version_that_is_not_known_any_more_or_not_yet_is_answered_with_the_whole_list() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut live = ward.connect(&ward.olga).await;
    let version = live.open(&ward.list, None).await["version"]
        .as_u64()
        .unwrap();
    for odd in [version + 1, version + 1_000, u64::MAX, 0] {
        live.close(&ward.list).await;
        let opened = live.open(&ward.list, Some(odd)).await;
        assert_eq!(opened["version"], version, "{odd}");
        assert!(opened["snapshot"]["rows"].is_array(), "{odd}: {opened}");
    }
    // After a restart nothing is kept, and the version still counts on.
    let ward = ward.restart().await;
    let mut live = ward.connect(&ward.olga).await;
    let opened = live.open(&ward.list, Some(version)).await;
    assert_eq!(
        (&opened["version"], &opened["snapshot"]),
        (&json!(version), &Value::Null)
    );
    edit(&ward, &patient, "after the restart").await;
    assert_eq!(live.changes().await[0]["version"], version + 1);
    let mut late = ward.connect(&ward.olga).await;
    let opened = late.open(&ward.list, Some(version - 1)).await;
    assert!(opened["snapshot"]["rows"].is_array(), "{opened}");
}

#[tokio::test]
async fn opening_again_on_one_connection_starts_anew_and_tells_nothing_twice() {
    let mut ward = Ward::begin().await;
    let patient = ward.patient("Martin").await;
    let mut live = ward.connect(&ward.olga).await;
    live.open(&ward.list, None).await;
    live.open(&ward.list, None).await;
    edit(&ward, &patient, "one").await;
    edit(&ward, &patient, "two").await;
    let mut heard = Vec::new();
    while heard.len() < 2 {
        heard.extend(live.changes().await);
    }
    let versions: Vec<_> = heard
        .iter()
        .map(|c| c["version"].as_u64().unwrap())
        .collect();
    assert_eq!(versions[1], versions[0] + 1);
    live.close(&ward.list).await;
    edit(&ward, &patient, "three").await;
    let silence = live
        .hear_within(std::time::Duration::from_millis(300))
        .await;
    assert_eq!(silence, None);
}

#[tokio::test]
async fn several_lists_are_followed_over_one_connection() {
    let mut ward = Ward::begin().await;
    let second = ward.new_list("Second", None).await;
    let patient = ward.patient("Martin").await;
    let put = json!({"type": "add_patient_to_list", "patient": patient, "list": second});
    ward.olga.done(&ward.team, put).await;
    let mut live = ward.connect(&ward.olga).await;
    live.open(&ward.list, None).await;
    live.open(&second, None).await;
    edit(&ward, &patient, "on both").await;
    let mut lists: Vec<Value> = Vec::new();
    while lists.len() < 2 {
        lists.extend(
            live.changes()
                .await
                .iter()
                .map(|change| change["list"].clone()),
        );
    }
    lists.sort_by_key(ToString::to_string);
    let mut both = [ward.list.as_str(), second.as_str()];
    both.sort_unstable();
    assert_eq!(lists, both);
}
