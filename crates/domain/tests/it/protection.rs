use crate::ward::*;
use domain::team::Event;
use domain::{BreakGlassId, PatientId};
use serde_json::{Value, json};

fn required(patient: PatientId) -> Value {
    json!({"code": "break_glass_required", "patient": patient})
}

fn sensitive(patient: PatientId, sensitive: bool) -> Value {
    json!({"type": "set_sensitive", "patient": patient, "sensitive": sensitive, "reason": "Known in town"})
}

fn responsible(patient: PatientId, users: &[domain::UserId]) -> Value {
    json!({"type": "set_responsible", "patient": patient, "users": users})
}

fn breaks(patient: PatientId) -> Value {
    json!({"type": "break_glass", "patient": patient, "code": "covering_colleague", "text": "Covering for Max"})
}

fn review(access: BreakGlassId, outcome: &str, comment: &str) -> Value {
    json!({"type": "review_break_glass", "access": access, "outcome": outcome, "comment": comment})
}

/// Mrs Smith, for whom Max is responsible, on the open list; and she is protected.
fn protected() -> (Ward, PatientId) {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    ward.set(MAX, patient, ward.field_named("Place"), json!("B 12"));
    ward.set(
        MAX,
        patient,
        ward.field_named("Diagnosis"),
        json!("Pneumonia"),
    );
    ward.note(MAX, patient, "Slept badly.");
    ward.does(MAX, responsible(patient, &[MAX]));
    ward.does(MAX, sensitive(patient, true));
    (ward, patient)
}

fn broken(ward: &mut Ward, who: domain::UserId, patient: PatientId) -> BreakGlassId {
    match &ward.does(who, breaks(patient))[..] {
        [Event::GlassBroken(event)] => event.access,
        _ => panic!("the glass is not broken"),
    }
}

#[test]
fn a_protected_patient_is_initials_place_and_status_to_all_but_those_responsible() {
    let (ward, patient) = protected();
    let list = ward.default_list();
    for reader in [OLGA, MINA, GUS] {
        let row = &ward.snapshot_for(reader, list)["rows"][0];
        assert_eq!(
            row["patient"],
            json!({"id": patient, "identity": {}, "status": "present", "notes": 0, "sensitive": true, "initials": "S."})
        );
        let values = row["values"].as_array().unwrap();
        assert_eq!(values[0], "B 12");
        assert!(values[1..].iter().all(Value::is_null));
        assert!(
            ward.team
                .open_patient(reader, patient, ward.now())
                .is_err_and(|refusal| wire(&refusal) == required(patient))
        );
    }
    let row = &ward.snapshot_for(MAX, list)["rows"][0]["patient"];
    assert_eq!(
        (&row["sensitive"], &row["responsible"], &row["notes"]),
        (&json!(true), &json!([MAX]), &json!(1))
    );
    let view = ward.patient_view(MAX, patient);
    assert_eq!(view["sensitive"]["reason"], "Known in town");
    assert_eq!(view["responsible"][0]["user"], json!(MAX));
    assert_eq!(view["opened_until"], Value::Null);
}

#[test]
fn nobody_writes_on_a_patient_whom_they_see_masked() {
    let (mut ward, patient) = protected();
    let night = ward.list(MAX, "Night");
    let list = ward.default_list();
    let other = ward.patient(MAX, list, "Jones");
    let diagnosis = ward.field_named("Diagnosis");
    for command in [
        ward.set_value(patient, diagnosis, json!("X"), ward.team.sequence),
        json!({"type": "add_note", "patient": patient, "text": "X"}),
        json!({"type": "edit_patient", "patient": patient, "identity": {"family": "X"}, "based_on": 0}),
        json!({"type": "set_patient_status", "patient": patient, "status": "discharged"}),
        json!({"type": "add_patient_to_list", "patient": patient, "list": night}),
        json!({"type": "move_patient", "patient": patient, "from": list, "to": night}),
        json!({"type": "remove_patient_from_list", "patient": patient, "list": list}),
        json!({"type": "reorder_patient", "patient": patient, "list": list, "after": other}),
        json!({"type": "highlight", "patient": patient, "reason": "X"}),
        json!({"type": "merge_patients", "patient": other, "duplicate": patient}),
        json!({"type": "undo_value", "patient": patient, "field": diagnosis}),
        responsible(patient, &[OLGA]),
        sensitive(patient, false),
    ] {
        assert_eq!(ward.refuse(OLGA, command), required(patient));
    }
}

#[test]
fn breaking_the_glass_takes_a_reason_and_opens_the_patient_for_sixty_minutes() {
    let (mut ward, patient) = protected();
    let mut short = breaks(patient);
    short["text"] = json!(" I must. ");
    assert_eq!(
        ward.refuse(MINA, short),
        json!({"code": "text_too_short", "what": "text", "limit": 10, "length": 7})
    );
    let events = ward.does(MINA, breaks(patient));
    assert_eq!(events[0].subject().operation.name(), "PatientBreakGlass");
    let view = ward.patient_view(MINA, patient);
    assert_eq!(view["opened_until"], "2026-11-24T08:00:00Z");
    ward.note(MINA, patient, "Seen at eight.");
    ward.does_nothing(MINA, breaks(patient));
    ward.wait_minutes(59);
    assert!(!ward.team.masks(MINA, patient, ward.now()));
    let (before, now) = ward.wait_minutes(1);
    assert!(ward.team.masks(MINA, patient, ward.now()));
    let mended: Vec<_> = ward.team.glass_mended(before, now).collect();
    assert_eq!(mended, [(MINA, patient)]);
    let refused = json!({"type": "add_note", "patient": patient, "text": "X"});
    assert_eq!(ward.refuse(MINA, refused), required(patient));
}

#[test]
fn only_who_breaks_the_glass_sees_more_and_others_do_not_hear_of_it() {
    let (mut ward, patient) = protected();
    let list = ward.default_list();
    let events = ward.does(MINA, breaks(patient));
    let heard = ward
        .team
        .masked_change(list, &events[0], ward.now())
        .unwrap();
    assert_eq!(heard.insiders.into_iter().collect::<Vec<_>>(), [MINA]);
    assert_eq!(
        serde_json::to_value(heard.change).unwrap(),
        json!({"type": "hidden"})
    );
    let row = serde_json::to_value(ward.team.change(list, &events[0])).unwrap();
    assert_eq!(
        (&row["type"], &row["row"]["patient"]["identity"]["family"]),
        (&json!("row"), &json!("Smith"))
    );
    assert!(ward.history(MAX, patient).iter().all(|item| {
        item["operation"] != "PatientBreakGlass" && !item.to_string().contains("Covering")
    }));
}

#[test]
fn a_guest_does_not_break_the_glass_and_nobody_needs_to_for_an_open_patient() {
    let (mut ward, patient) = protected();
    assert_eq!(ward.refuse(GUS, breaks(patient)), needs("member"));
    let open = ward.patient(MAX, ward.default_list(), "Jones");
    ward.does_nothing(MINA, breaks(open));
    let hidden = ward.limited(MAX, "VIP", &[]);
    let unseen = ward.patient(MAX, hidden, "Clark");
    assert_eq!(ward.refuse(MINA, breaks(unseen)), not_found("patient"));
}

#[test]
fn an_hours_access_does_not_decide_who_sees_her_later() {
    let (mut ward, patient) = protected();
    ward.does(MINA, breaks(patient));
    let vip = ward.limited(MINA, "Mina's", &[]);
    let add = json!({"type": "add_patient_to_list", "patient": patient, "list": vip});
    for command in [
        responsible(patient, &[MAX, MINA]),
        sensitive(patient, false),
        add,
    ] {
        assert_eq!(ward.refuse(MINA, command), needs("responsible"));
    }
    ward.does(OLGA, breaks(patient));
    ward.does(OLGA, responsible(patient, &[MAX, MINA]));
    ward.wait_hours(2);
    assert!(!ward.team.masks(MINA, patient, ward.now()));
    assert!(ward.team.masks(OLGA, patient, ward.now()));
}

#[test]
fn who_is_named_on_a_limited_list_of_hers_sees_her_whole_on_every_list() {
    let (mut ward, patient) = protected();
    let vip = ward.limited(MAX, "VIP", &[MINA]);
    let add = json!({"type": "add_patient_to_list", "patient": patient, "list": vip});
    ward.does(MAX, add);
    let row = |ward: &Ward, reader| {
        ward.snapshot_for(reader, ward.default_list())["rows"][0]["patient"].clone()
    };
    assert_eq!(row(&ward, MINA)["identity"]["family"], "Smith");
    ward.does(
        MAX,
        json!({"type": "set_list_members", "list": vip, "members": [MAX]}),
    );
    assert_eq!(row(&ward, MINA)["initials"], "S.");
}

#[test]
fn an_owner_who_joins_a_limited_list_sees_its_protected_patients_masked_until_somebody_names_them()
{
    let (mut ward, patient) = protected();
    let vip = ward.limited(MAX, "VIP", &[]);
    let add = json!({"type": "add_patient_to_list", "patient": patient, "list": vip});
    ward.does(MAX, add);
    ward.does(OLGA, json!({"type": "join_list", "list": vip}));
    let members = |users: &[domain::UserId]| json!({"type": "set_list_members", "list": vip, "members": users});
    ward.does(OLGA, members(&[MAX, OLGA, MINA]));
    for reader in [OLGA, MINA] {
        assert!(ward.sees_list(reader, vip));
        assert_eq!(
            ward.snapshot_for(reader, vip)["rows"][0]["patient"]["initials"],
            "S."
        );
    }
    ward.does(MAX, members(&[MAX]));
    ward.does(MAX, members(&[MAX, OLGA]));
    assert!(!ward.team.masks(OLGA, patient, ward.now()));
}

#[test]
fn limiting_an_open_list_is_no_way_around_the_glass() {
    let (mut ward, patient) = protected();
    let night = ward.list(MINA, "Night");
    ward.does(
        MAX,
        json!({"type": "add_patient_to_list", "patient": patient, "list": night}),
    );
    let limit = json!({"type": "set_list_members", "list": night, "members": [MINA]});
    assert_eq!(ward.refuse(MINA, limit.clone()), required(patient));
    ward.does(MINA, breaks(patient));
    assert_eq!(ward.refuse(MINA, limit), needs("responsible"));
}

#[test]
fn a_member_takes_responsibility_themselves_and_an_owner_names_anybody_who_may_write() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    ward.does(MAX, responsible(patient, &[MAX]));
    assert_eq!(
        ward.refuse(MAX, responsible(patient, &[MAX, MINA])),
        needs("owner")
    );
    assert_eq!(ward.refuse(MINA, responsible(patient, &[])), needs("owner"));
    ward.does(MINA, responsible(patient, &[MAX, MINA]));
    ward.does(OLGA, responsible(patient, &[MINA]));
    for stranger in [GUS, EVE] {
        assert_eq!(
            ward.refuse(OLGA, responsible(patient, &[MINA, stranger])),
            not_found("member")
        );
    }
    let many: Vec<_> = (100..121).map(user).collect();
    assert_eq!(
        ward.refuse(OLGA, responsible(patient, &many)),
        json!({"code": "too_many", "what": "users", "limit": 20})
    );
    ward.does(OLGA, json!({"type": "remove_member", "user": MINA}));
    assert_eq!(ward.patient_view(OLGA, patient)["responsible"], json!([]));
}

#[test]
fn owners_and_those_responsible_protect_a_patient_with_a_reason() {
    let mut ward = Ward::new();
    let patient = ward.patient(MAX, ward.default_list(), "Smith");
    assert_eq!(
        ward.refuse(MAX, sensitive(patient, true)),
        needs("responsible")
    );
    let mut silent = sensitive(patient, true);
    silent["reason"] = json!(" ");
    assert_eq!(
        ward.refuse(OLGA, silent),
        json!({"code": "required", "what": "reason"})
    );
    ward.does(OLGA, sensitive(patient, true));
    assert!(ward.team.masks(OLGA, patient, ward.now()));
    ward.does(OLGA, breaks(patient));
    ward.does(OLGA, sensitive(patient, false));
    assert!(!ward.team.masks(GUS, patient, ward.now()));
}

#[test]
fn an_opening_is_reviewed_once_by_another_owner() {
    let (mut ward, patient) = protected();
    ward.does(
        OLGA,
        json!({"type": "add_member", "user": OTTO, "role": "owner"}),
    );
    let (minas, olgas) = (
        broken(&mut ward, MINA, patient),
        broken(&mut ward, OLGA, patient),
    );
    assert_eq!(
        ward.refuse(MAX, review(minas, "appropriate", "")),
        needs("owner")
    );
    assert_eq!(
        ward.refuse(OLGA, review(olgas, "appropriate", "")),
        json!({"code": "own_access"})
    );
    assert_eq!(
        ward.refuse(OLGA, review(minas, "inappropriate", " ")),
        json!({"code": "required", "what": "comment"})
    );
    let nowhere = BreakGlassId::new(uuid::Uuid::nil());
    assert_eq!(
        ward.refuse(OLGA, review(nowhere, "appropriate", "")),
        not_found("break_glass")
    );
    ward.does(OTTO, review(olgas, "appropriate", ""));
    ward.does(OLGA, review(minas, "inappropriate", "Not on duty"));
    ward.does_nothing(OLGA, review(minas, "inappropriate", "Not on duty"));
    assert_eq!(
        ward.refuse(OTTO, review(minas, "appropriate", "")),
        json!({"code": "already_reviewed"})
    );
}

#[test]
fn what_nobody_reviewed_stays_in_view_and_what_was_reviewed_leaves_after_a_month() {
    let (mut ward, patient) = protected();
    let first = broken(&mut ward, MINA, patient);
    ward.does(OLGA, review(first, "appropriate", ""));
    ward.wait_hours(24 * 20);
    let second = broken(&mut ward, MINA, patient);
    assert_eq!(ward.team.broken_glasses.len(), 2);
    ward.wait_hours(24 * 20);
    broken(&mut ward, MINA, patient);
    let left: Vec<_> = ward.team.broken_glasses.iter().map(|g| g.id).collect();
    assert_eq!(left[0], second);
    assert_eq!(left.len(), 2);
}

#[test]
fn of_a_protected_patient_a_warning_of_duplicates_says_only_that_there_is_one() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let identity = json!({"family": "Smith", "identifiers": [{"type": "MR", "value": "7"}]});
    let add = json!({"type": "add_patient", "list": list, "identity": identity});
    ward.does(MAX, add.clone());
    let patient = ward.newest_patient();
    ward.does(MAX, responsible(patient, &[MAX]));
    ward.does(MAX, sensitive(patient, true));
    assert_eq!(
        ward.refuse(MINA, add.clone()),
        json!({"code": "possible_duplicate", "patients": [], "hidden": true})
    );
    assert_eq!(ward.refuse(MAX, add)["patients"][0]["id"], json!(patient));
    let row = json!({"identity": identity, "duplicate": {"answer": "same", "patient": patient}});
    let import = json!({"type": "import_patients", "list": list, "rows": [row]});
    assert_eq!(ward.refuse(MINA, import), required(patient));
}

#[test]
fn of_a_protected_patient_only_coming_and_leaving_is_marked_as_unseen() {
    let (mut ward, patient) = protected();
    let list = ward.default_list();
    assert_eq!(
        ward.unseen_since(MINA, list, 0),
        [json!({"type": "added", "patient": patient})]
    );
    let since = ward.team.sequence;
    ward.note(MAX, patient, "Ate well.");
    ward.set(MAX, patient, ward.field_named("Diagnosis"), json!("Flu"));
    assert!(ward.unseen_since(MINA, list, since).is_empty());
    ward.does(MINA, breaks(patient));
    assert_eq!(ward.unseen_since(MINA, list, since).len(), 2);
}

#[test]
fn a_record_that_takes_a_protected_duplicate_is_protected_before_it_takes_her_notes() {
    let (mut ward, duplicate) = protected();
    let list = ward.default_list();
    let kept = ward.patient(MAX, list, "Smyth");
    let merge = json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate});
    let events = ward.does(MAX, merge);
    assert_eq!(
        names(&events),
        [
            "patient_sensitive_set",
            "patient_responsible_set",
            "patient_merged",
            "patient_absorbed"
        ]
    );
    assert_eq!(
        ward.snapshot_for(MINA, list)["rows"][0]["patient"]["initials"],
        "S."
    );
    let read = json!({"type": "edit_note", "patient": duplicate, "note": ward.team.patients[&duplicate].notes[0].id, "text": "X", "based_on": 0});
    assert_eq!(ward.refuse(MINA, read), required(kept));
    let part = json!({"type": "unmerge_patients", "patient": kept, "duplicate": duplicate});
    ward.does(MAX, part);
    for patient in [kept, duplicate] {
        assert!(ward.team.masks(MINA, patient, ward.now()));
    }
}

#[test]
fn an_import_with_a_patient_who_is_protected_since_is_taken_back_whole_or_not_at_all() {
    let mut ward = Ward::new();
    let list = ward.default_list();
    let rows = json!([{"identity": {"family": "Smith"}}, {"identity": {"family": "Jones"}}]);
    ward.does(
        MINA,
        json!({"type": "import_patients", "list": list, "rows": rows}),
    );
    let patient = ward.rows(list)[0];
    ward.does(MAX, responsible(patient, &[MAX]));
    ward.does(MAX, sensitive(patient, true));
    let undo = json!({"type": "undo_import", "import": ward.newest_import()});
    assert_eq!(ward.refuse(MINA, undo), required(patient));
    ward.does(
        MAX,
        json!({"type": "undo_import", "import": ward.newest_import()}),
    );
}
