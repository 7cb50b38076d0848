//! A session that does everything a team can do, once: the example of every command, and the traffic that other tests look into.

use super::client::Api;
use super::record::{CLIENT_ID, CLIENT_SECRET, TENANT, protected};
use super::ward::Ward;
use ehr_sandbox::{IdentityChange, Sandbox};
use serde_json::{Value, json};

/// One request of the session that succeeded.
pub struct Said {
    /// Who asked.
    pub who: &'static str,
    pub command: Value,
    pub answer: Value,
}

/// Everything that was commanded, in its order, and what it was about.
pub struct Script {
    pub said: Vec<Said>,
    pub second: String,
    pub patient: String,
    /// A patient who is linked to the record.
    pub linked: String,
    /// The hospital's record, which the team is connected to.
    pub record: Sandbox,
}

/// Does it. Afterwards the ward has a second list, more fields and patients, and otto has come and gone.
pub async fn play(ward: &mut Ward) -> Script {
    let mut oscar = ward.sign_in("oscar").await;
    let mut olga = ward.olga.again();
    let mut said = Vec::new();
    let team = ward.team.clone();
    let list = ward.list.clone();
    let diagnosis = ward.field("Diagnosis").to_owned();
    let matters = ward.field("What matters").to_owned();
    let place = ward.field("Place").to_owned();
    let nina = ward.id("nina");
    let otto = ward.id("otto");

    macro_rules! olga {
        ($($command:tt)+) => { say(&mut olga, &team, "olga", json!($($command)+), &mut said).await };
    }
    let id = |answer: &Value, key: &str| answer[key].as_str().unwrap().to_owned();

    // Lists.
    let answer = olga!({"type": "create_list", "name": "Second", "members": [nina]});
    let second = id(&answer, "list");
    let join = json!({"type": "join_list", "list": second});
    say(&mut oscar, &team, "oscar", join, &mut said).await;
    olga!({"type": "set_list_members", "list": second, "members": null});
    olga!({"type": "rename_list", "list": second, "name": "The second"});
    olga!({"type": "set_list_columns", "list": second, "columns": [matters, diagnosis]});
    olga!({"type": "set_list_order", "list": second, "order": "manual"});

    // The schema.
    let answer = olga!({"type": "add_field", "list": list, "field": {
        "name": "Diet", "type": "choice", "options": [{"label": "Salt-free", "color": "blue"}],
    }});
    let diet = id(&answer, "field");
    olga!({"type": "rename_field", "field": diet, "name": "Food"});
    olga!({"type": "move_field", "field": diet, "after": place});
    olga!({"type": "set_field_options", "field": diet, "options": [
        {"id": 1, "label": "No salt", "color": "green"}, {"label": "Liquid"},
    ]});
    olga!({"type": "archive_field", "field": diet});
    olga!({"type": "restore_field", "field": diet});
    olga!({"type": "lock_field", "field": diet, "locked": true});

    // Patients.
    let answer = olga!({
        "type": "add_patient", "list": list, "status": "expected", "distinct": true,
        "identity": {
            "family": "Martin", "given": "Zoé", "prefix": "Mme", "sex": "female", "birth_date": "1945-07-14",
            "identifiers": [{"type": "MR", "system": "urn:ward", "value": "4711"}],
        },
        "values": [{"field": place, "value": "A12"}, {"field": diet, "value": 1}],
    });
    let patient = id(&answer, "patient");
    let answer = olga!({"type": "add_patient", "list": list, "identity": {"family": "Bernard"}});
    let other = id(&answer, "patient");
    let now = ward.sequence(&mut ward.olga.again()).await;
    olga!({"type": "edit_patient", "patient": other, "identity": {"family": "Bernard", "birth_date": "1950"}, "based_on": now});
    olga!({"type": "set_patient_status", "patient": patient, "status": "present"});
    olga!({"type": "reorder_patient", "list": list, "patient": other, "after": null});
    olga!({"type": "add_patient_to_list", "patient": patient, "list": second});
    olga!({"type": "move_patient", "patient": other, "from": list, "to": second, "confirm_audience": true});
    olga!({"type": "remove_patient_from_list", "patient": patient, "list": second});

    // Values and notes.
    let now = ward.sequence(&mut ward.olga.again()).await;
    olga!({"type": "set_value", "patient": patient, "field": diagnosis, "value": "flu", "based_on": now});
    olga!({"type": "undo_value", "patient": patient, "field": diagnosis});
    olga!({"type": "highlight", "patient": patient, "field": diagnosis, "reason": "allergic"});
    olga!({"type": "remove_highlight", "patient": patient, "field": diagnosis});
    let answer =
        olga!({"type": "add_note", "patient": patient, "text": "daughter collects Thursday"});
    let note = id(&answer, "note");
    let now = ward.sequence(&mut ward.olga.again()).await;
    olga!({"type": "edit_note", "patient": patient, "note": note, "text": "daughter collects Friday", "based_on": now});
    olga!({"type": "delete_note", "patient": patient, "note": note});
    olga!({"type": "restore_note", "patient": patient, "note": note});
    olga!({"type": "merge_patients", "patient": patient, "duplicate": other});
    olga!({"type": "unmerge_patients", "patient": patient, "duplicate": other});

    // A sheet.
    let answer = olga!({
        "type": "import_patients", "list": list,
        "fields": [{"name": "Weight", "type": "number", "unit": "kg"}],
        "rows": [
            {"identity": {"family": "Petit"}, "values": [{"field": place, "value": "B1"}], "new_values": [{"index": 0, "value": "71.5"}]},
            {"identity": {"family": "Martin", "given": "Zoé", "birth_date": "1945-07-14"}, "duplicate": {"answer": "same", "patient": patient}},
            {"identity": {"family": "Durand"}, "duplicate": {"answer": "distinct"}},
        ],
    });
    let import = id(&answer, "import");
    olga!({"type": "undo_import", "import": import});

    // The second list becomes the first, and back.
    olga!({"type": "set_default_list", "list": second});
    olga!({"type": "delete_list", "list": list});
    olga!({"type": "restore_list", "list": list});
    olga!({"type": "set_default_list", "list": list});

    // The hospital's record.
    let record = protected().await;
    let connection = json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": {
        "type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "scope": TENANT,
    }});
    olga!(connection);
    olga!({"type": "remove_ehr_connection"});
    olga!(connection);
    olga!({"type": "set_news2", "settings": {
        "max_gap_minutes": 60, "stale_after_hours": 12, "consciousness": {
            "observations": [{"system": "http://loinc.org", "code": "80288-4"}],
            "codes": [{"coding": {"code": "248234008"}, "means": "alert"}],
            "texts": [{"text": "Alert", "means": "alert"}],
        },
    }});
    olga!({"type": "add_field", "list": list, "field": {"name": "NEWS2", "type": "chart", "source": "news2"}});
    let answer =
        olga!({"type": "add_ehr_patient", "list": list, "ehr_id": "p003", "status": "present"});
    let linked = id(&answer, "patient");
    olga!({"type": "set_time_zone", "time_zone": "Europe/Rome"});
    olga!({"type": "set_spo2_scale", "patient": linked, "scale_2": true});
    olga!({"type": "link_patient", "patient": other, "ehr_id": "p005", "confirm_identity": true});
    let change = IdentityChange {
        family: Some("Corrected".to_owned()),
        ..IdentityChange::default()
    };
    assert!(record.change_identity("p005", change));
    let chart = format!("/api/teams/{team}/patients/{other}/chart");
    olga.get(&chart).await.ok();
    olga!({"type": "answer_ehr_identity", "patient": other, "take": true});
    olga!({"type": "unlink_patient", "patient": other});

    // Somebody whom not all may see.
    olga!({"type": "set_responsible", "patient": patient, "users": [ward.id("olga")]});
    olga!({"type": "set_sensitive", "patient": patient, "sensitive": true, "reason": "known in town"});
    let breaks = json!({"type": "break_glass", "patient": patient, "code": "direct_care", "text": "dressing at ten"});
    say(&mut oscar, &team, "oscar", breaks, &mut said).await;
    let openings = format!("/api/teams/{team}/break-glass");
    let access = olga.get(&openings).await.ok()["items"][0]["id"].clone();
    olga!({"type": "review_break_glass", "access": access, "outcome": "appropriate"});
    olga!({"type": "set_sensitive", "patient": patient, "sensitive": false, "reason": "asked for it"});

    // People.
    olga!({"type": "add_member", "user": otto, "role": "guest"});
    olga!({"type": "set_member_role", "user": otto, "role": "member"});
    olga!({"type": "remove_member", "user": otto});
    Script {
        said,
        second,
        patient,
        linked,
        record,
    }
}

async fn say(
    api: &mut Api,
    team: &str,
    who: &'static str,
    command: Value,
    said: &mut Vec<Said>,
) -> Value {
    let answer = api.done(team, command.clone()).await;
    said.push(Said {
        who,
        command,
        answer: answer.clone(),
    });
    answer
}
