//! The hospital's record: the connection, patients of it, and what its columns show.

use crate::record::{chart, connecting, found};
use crate::ward::{GUS, MAX, OLGA, Ward};
use domain::chart::Part;
use domain::field::Wire;
use domain::rejection::Rejection;
use domain::team::chart_read::chart_read;
use domain::team::state::Mode;
use domain::team::{Command, Event};
use domain::{PatientId, UserId, ehr};
use serde_json::{Value, json};

fn does(ward: &mut Ward, actor: UserId, command: Command) -> Vec<Event> {
    ward.attempt(actor, command)
        .unwrap_or_else(|refusal| panic!("refused: {refusal:?}"))
}

fn now() -> jiff::Timestamp {
    "2026-11-24T07:00:00Z".parse().unwrap()
}

const URL: &str = "https://fhir.example.org/r4";

fn connected() -> Ward {
    let mut ward = Ward::new();
    does(&mut ward, OLGA, connecting(URL, Some(7)));
    ward
}

fn add(ward: &mut Ward, ehr_id: &str, family: &str) -> PatientId {
    let command = json!({"type": "add_ehr_patient", "list": ward.default_list(), "ehr_id": ehr_id});
    let events = does(ward, MAX, found(command, ehr_id, family));
    match &events[0] {
        Event::PatientAdded(added) => added.patient,
        _ => panic!("no patient was added"),
    }
}

#[test]
fn only_an_owner_sets_and_removes_the_connection() {
    let mut ward = Ward::new();
    let command = json!({"type": "set_ehr_connection", "name": "Record", "url": URL, "auth": {"type": "none"}});
    assert_eq!(ward.refuse(MAX, command)["code"], "not_permitted");
    does(&mut ward, OLGA, connecting(URL, Some(7)));
    assert!(ward.team.mode == Some(Mode::Ehr));
    assert_eq!(
        ward.refuse(MAX, json!({"type": "remove_ehr_connection"}))["code"],
        "not_permitted"
    );
    ward.does(OLGA, json!({"type": "remove_ehr_connection"}));
    assert!(ward.team.ehr.is_none());
    ward.does_nothing(OLGA, json!({"type": "remove_ehr_connection"}));
}

#[test]
fn no_event_holds_a_secret() {
    let ward = connected();
    let log = serde_json::to_string(&ward.log.last().unwrap().1).unwrap();
    assert!(!log.contains("client_secret"), "{log}");
}

#[test]
fn a_connection_keeps_its_secret_and_id_until_the_address_is_another() {
    let mut ward = connected();
    let first = ward.team.ehr.clone().unwrap();
    does(
        &mut ward,
        OLGA,
        connecting("https://fhir.example.org/r4/", None),
    );
    let renamed = ward.team.ehr.clone().unwrap();
    assert!(renamed.id == first.id && renamed.secret == first.secret);
    let other = ward.judge(OLGA, connecting("https://other.example.org/r4", None));
    assert!(other.is_err_and(|r| r
        == Rejection::Required {
            what: "client_secret".into()
        }));
    does(
        &mut ward,
        OLGA,
        connecting("https://other.example.org/r4", Some(8)),
    );
    assert!(ward.team.ehr.as_ref().unwrap().id != first.id);
}

#[test]
fn an_address_that_is_no_fhir_base_is_refused() {
    let ward = Ward::new();
    for url in [
        "",
        "fhir.example.org",
        "ftp://a/b",
        "https://",
        "https://user@host/r4",
        "https://a/b?x=1",
        "https://a b/",
    ] {
        let refused = ward.judge(OLGA, connecting(url, Some(7)));
        assert!(
            refused.is_err_and(|r| r == Rejection::Invalid { what: "url".into() }),
            "{url}"
        );
    }
}

#[test]
fn a_patient_of_the_record_is_added_with_its_identity() {
    let mut ward = Ward::new();
    let command = json!({"type": "add_ehr_patient", "list": ward.default_list(), "ehr_id": "p-1"});
    assert_eq!(ward.refuse(MAX, command.clone())["code"], "not_connected");
    does(&mut ward, OLGA, connecting(URL, Some(7)));
    assert_eq!(ward.refuse(GUS, command)["code"], "not_permitted");
    let id = add(&mut ward, "p-1", "Adams");
    let patient = &ward.team.patients[&id];
    assert_eq!(patient.identity.family.as_deref(), Some("Adams"));
    assert_eq!(
        ward.team.ehr_link(id).map(|link| link.ehr_id.as_str()),
        Some("p-1")
    );
}

#[test]
fn a_patient_whom_the_team_has_already_is_warned_of_by_link_and_by_name() {
    let mut ward = connected();
    add(&mut ward, "p-1", "Adams");
    let command = json!({"type": "add_ehr_patient", "list": ward.default_list(), "ehr_id": "p-1"});
    for (ehr_id, family) in [("p-1", "Renamed"), ("p-2", "Adams")] {
        let refused = ward.judge(MAX, found(command.clone(), ehr_id, family));
        assert!(
            refused.is_err_and(|r| r.code() == "possible_duplicate"),
            "{ehr_id}"
        );
    }
    let mut distinct = command;
    distinct["distinct"] = json!(true);
    does(&mut ward, MAX, found(distinct, "p-2", "Adams"));
}

#[test]
fn linking_shows_both_identities_and_wants_a_yes() {
    let mut ward = connected();
    let list = ward.default_list();
    let id = ward.patient(MAX, list, "Brown");
    let mut command = json!({"type": "link_patient", "patient": id, "ehr_id": "p-1"});
    let asked = ward.judge(MAX, found(command.clone(), "p-1", "Braun"));
    assert!(asked.is_err_and(|r| r.code() == "confirm_identity"));
    command["confirm_identity"] = json!(true);
    does(&mut ward, MAX, found(command, "p-1", "Braun"));
    assert_eq!(
        ward.team.patients[&id].identity.family.as_deref(),
        Some("Brown")
    );
    ward.does(MAX, json!({"type": "unlink_patient", "patient": id}));
    assert!(ward.team.ehr_link(id).is_none());
    ward.does_nothing(MAX, json!({"type": "unlink_patient", "patient": id}));
    assert_eq!(
        ward.refuse(
            MAX,
            json!({"type": "answer_ehr_identity", "patient": id, "take": true})
        )["code"],
        "not_linked"
    );
}

#[test]
fn a_link_to_an_earlier_record_is_not_followed() {
    let mut ward = connected();
    let id = add(&mut ward, "p-1", "Adams");
    does(
        &mut ward,
        OLGA,
        connecting("https://other.example.org/r4", Some(8)),
    );
    assert!(ward.team.ehr_link(id).is_none());
    assert!(chart_read(&ward.team, id, "p-1", &chart("Other", &["x"]), now()).is_empty());
}

#[test]
fn a_bound_column_shows_what_the_record_says_and_nobody_types_into_it() {
    let mut ward = connected();
    let id = add(&mut ward, "p-1", "Adams");
    ward.does(OLGA, json!({"type": "add_field", "field": {"name": "Problems", "type": "chart", "source": "conditions"}}));
    let field = ward.team.fields.last().unwrap().id;
    for value in [json!("typed"), Value::Null] {
        let command = json!({"type": "set_value", "patient": id, "field": field, "value": value, "based_on": ward.team.sequence});
        assert_eq!(ward.refuse(OLGA, command)["code"], "from_record");
    }
    let read = chart_read(
        &ward.team,
        id,
        "p-1",
        &chart("Adams", &["Hip fracture"]),
        now(),
    );
    assert_eq!(read.len(), 1);
    ward.apply(ehr::RECORD, read[0].clone());
    let shown = || {
        ward.team.patients[&id]
            .value(field)
            .map(|value| serde_json::to_value(Wire(Some(value))).unwrap())
    };
    assert_eq!(shown().unwrap()["items"][0]["what"]["text"], "Hip fracture");
    let same = chart_read(
        &ward.team,
        id,
        "p-1",
        &chart("Adams", &["Hip fracture"]),
        now(),
    );
    assert!(same.is_empty(), "what is shown already is no news");
}

#[test]
fn what_the_record_says_is_marked_where_a_list_shows_it_and_once_it_differs() {
    let mut ward = connected();
    let id = add(&mut ward, "p-1", "Adams");
    let (list, other) = (ward.default_list(), ward.list(MAX, "Night"));
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": id, "list": other}),
    );
    let field = json!({"name": "Problems", "type": "chart", "source": "conditions"});
    ward.does(
        OLGA,
        json!({"type": "add_field", "field": field, "list": list}),
    );
    let looked = ward.team.sequence;
    let says = |ward: &mut Ward, problems: &[&str]| {
        for event in chart_read(&ward.team, id, "p-1", &chart("Adams", problems), now()) {
            ward.apply(ehr::RECORD, event);
        }
    };
    says(&mut ward, &["Hip fracture"]);
    assert!(
        ward.unseen_since(MAX, list, looked).is_empty(),
        "the first thing said is no change"
    );
    says(&mut ward, &["Hip fracture", "Delirium"]);
    assert_eq!(ward.unseen_since(MAX, list, looked).len(), 1);
    assert!(
        ward.unseen_since(MAX, other, looked).is_empty(),
        "that list has no such column"
    );
}

#[test]
fn what_could_not_be_read_does_not_take_away_what_was_known() {
    let mut ward = connected();
    let id = add(&mut ward, "p-1", "Adams");
    ward.does(OLGA, json!({"type": "add_field", "field": {"name": "Problems", "type": "chart", "source": "conditions"}}));
    let read = chart_read(
        &ward.team,
        id,
        "p-1",
        &chart("Adams", &["Hip fracture"]),
        now(),
    );
    ward.apply(ehr::RECORD, read[0].clone());
    let mut failed = chart("Adams", &[]);
    failed.conditions = Part::without(domain::chart::PartStatus::Failed);
    assert!(chart_read(&ward.team, id, "p-1", &failed, now()).is_empty());
    let gone = chart_read(&ward.team, id, "p-1", &chart("Adams", &[]), now());
    assert_eq!(gone.len(), 1, "that nothing is recorded any more is news");
}

#[test]
fn another_identity_in_the_record_is_proposed_and_a_person_decides() {
    let mut ward = connected();
    let id = add(&mut ward, "p-1", "Adams");
    let propose = |ward: &mut Ward, family: &str| {
        let events = chart_read(&ward.team, id, "p-1", &chart(family, &[]), now());
        for event in &events {
            ward.apply(ehr::RECORD, event.clone());
        }
        events.len()
    };
    assert_eq!(propose(&mut ward, "Adams"), 0);
    assert_eq!(propose(&mut ward, "Adams-Brown"), 1);
    assert_eq!(propose(&mut ward, "Adams-Brown"), 0, "it is proposed once");
    assert_eq!(
        ward.team.patients[&id].identity.family.as_deref(),
        Some("Adams")
    );
    assert_eq!(propose(&mut ward, "Adams"), 1, "the record took it back");
    ward.does_nothing(
        MAX,
        json!({"type": "answer_ehr_identity", "patient": id, "take": true}),
    );
    propose(&mut ward, "Adams-Brown");
    ward.does(
        MAX,
        json!({"type": "answer_ehr_identity", "patient": id, "take": false}),
    );
    assert_eq!(propose(&mut ward, "Adams-Brown"), 0, "it was answered");
    propose(&mut ward, "Clark");
    ward.does(
        MAX,
        json!({"type": "answer_ehr_identity", "patient": id, "take": true}),
    );
    assert_eq!(
        ward.team.patients[&id].identity.family.as_deref(),
        Some("Clark")
    );
}

#[test]
fn an_owner_switches_scores_on_and_a_clinician_chooses_the_scale() {
    let mut ward = connected();
    let id = add(&mut ward, "p-1", "Adams");
    assert!(
        ward.team.news2(id, &chart("Adams", &[]), now()).is_none(),
        "off until an owner switches it on"
    );
    let settings = json!(domain::clinical::news2::News2Settings::default());
    let on = json!({"type": "set_news2", "settings": settings});
    assert_eq!(ward.refuse(MAX, on.clone())["code"], "not_permitted");
    ward.does(OLGA, on.clone());
    ward.does_nothing(OLGA, on);
    assert!(ward.team.news2(id, &chart("Adams", &[]), now()).is_some());
    ward.does(
        MAX,
        json!({"type": "set_spo2_scale", "patient": id, "scale_2": true}),
    );
    assert!(
        ward.team.patients[&id]
            .scale_2
            .is_some_and(|choice| choice.by == MAX)
    );
    ward.does(
        MAX,
        json!({"type": "set_spo2_scale", "patient": id, "scale_2": false}),
    );
    assert!(ward.team.patients[&id].scale_2.is_none());
    ward.does(OLGA, json!({"type": "set_news2", "settings": null}));
}
