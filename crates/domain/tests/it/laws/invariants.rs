//! What holds in every team after every event.

use crate::ward::Ward;
use domain::team::state::Role;
use domain::team::{Command, Event, Team};
use domain::{ListId, limits};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;
use std::collections::BTreeSet;

pub fn check(ward: &Ward) -> TestCaseResult {
    prop_assert_eq!(
        ward.team.sequence,
        ward.log.len() as u64,
        "sequences have a gap"
    );
    check_team(&ward.team)
}

pub fn check_team(team: &Team) -> TestCaseResult {
    prop_assert!(
        team.members.values().any(|m| m.role == Role::Owner),
        "nobody owns the team"
    );
    for (id, list) in &team.lists {
        let rows: BTreeSet<_> = list.rows.iter().map(|row| row.patient).collect();
        prop_assert_eq!(
            rows.len(),
            list.rows.len(),
            "a patient stands twice on a list"
        );
        for patient in &rows {
            let state = &team.patients[patient];
            prop_assert!(
                state.lists.contains(id),
                "a row without its patient's knowing"
            );
            prop_assert!(state.merged.is_none(), "a list shows a merged record");
        }
        prop_assert!(
            list.left.iter().all(|left| !rows.contains(&left.patient)),
            "who left is there"
        );
        let members = list.members.iter().flatten();
        prop_assert!(
            members.clone().all(|user| team.members.contains_key(user)),
            "a list is limited to a stranger"
        );
        prop_assert!(
            list.columns
                .iter()
                .all(|field| team.find_field(*field).is_some()),
            "a column of no field"
        );
    }
    for (id, patient) in &team.patients {
        for list in &patient.lists {
            prop_assert!(
                team.lists[list].position(*id).is_some(),
                "a patient is on a list without a row"
            );
        }
        prop_assert!(
            patient
                .responsible
                .keys()
                .all(|user| team.members.contains_key(user)),
            "a stranger is responsible"
        );
        let marks: BTreeSet<_> = patient.highlights.iter().map(|h| h.field).collect();
        prop_assert_eq!(
            marks.len(),
            patient.highlights.len(),
            "two highlights of one thing"
        );
    }
    if let Some(default) = team.default_list {
        let list = &team.lists[&default];
        prop_assert!(
            list.deleted.is_none() && list.members.is_none(),
            "the default list is hidden"
        );
    }
    let place = team.place.and_then(|id| team.find_field(id));
    prop_assert!(
        place.is_none_or(|field| !field.archived),
        "the place is archived"
    );
    let in_use: Vec<_> = team
        .fields
        .iter()
        .filter(|f| !f.archived)
        .map(|f| &f.name)
        .collect();
    prop_assert_eq!(
        in_use.iter().collect::<BTreeSet<_>>().len(),
        in_use.len(),
        "two fields of one name"
    );
    prop_assert!(team.fields.len() <= limits::FIELDS && team.patient_count() <= limits::PATIENTS);
    check_texts(&serde_json::to_value(team).unwrap())
}

/// What holds once all events of a command are applied: merging takes two.
pub fn check_merges(team: &Team) -> TestCaseResult {
    for (id, patient) in &team.patients {
        if let Some(merged) = &patient.merged {
            let kept = &team.patients[&merged.into];
            prop_assert!(kept.merged.is_none(), "a chain of merges");
            prop_assert!(
                kept.absorbed.iter().any(|a| a.duplicate == *id),
                "a merged record that nobody took"
            );
        }
        for absorbed in &patient.absorbed {
            let merged = team.patients[&absorbed.duplicate].merged.as_ref();
            prop_assert!(
                merged.is_some_and(|m| m.into == *id),
                "a record was taken that is not merged"
            );
        }
    }
    Ok(())
}

/// No text in the team is over the limit.
fn check_texts(value: &Value) -> TestCaseResult {
    match value {
        Value::String(text) => prop_assert!(
            text.chars().count() <= limits::TEXT_CHARS,
            "a text is too long"
        ),
        Value::Array(parts) => parts.iter().try_for_each(check_texts)?,
        Value::Object(parts) => parts.values().try_for_each(check_texts)?,
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// Each touched list is exactly one version further, every other list is as it was.
pub fn check_versions(
    before: &Team,
    after: &Team,
    touched: &[ListId],
    event: &str,
) -> TestCaseResult {
    let unique: BTreeSet<_> = touched.iter().collect();
    prop_assert_eq!(
        unique.len(),
        touched.len(),
        "{} touches a list twice",
        event
    );
    for (id, list) in &after.lists {
        let version = before.lists.get(id).map_or(0, |list| list.version);
        let step = u64::from(unique.contains(id));
        prop_assert_eq!(
            list.version,
            version + step,
            "the version of a list after {}",
            event
        );
    }
    Ok(())
}

/// Team, commands and events survive their formats.
pub fn check_formats(ward: &Ward) -> TestCaseResult {
    let text = serde_json::to_string(&ward.team).unwrap();
    prop_assert!(
        serde_json::from_str::<Team>(&text).unwrap() == ward.team,
        "a snapshot is another team"
    );
    for (_, event) in &ward.log {
        let text = serde_json::to_string(event).unwrap();
        prop_assert!(
            text.starts_with(&format!("{{\"type\":\"{}\"", event.type_name())),
            "type stands first"
        );
        prop_assert!(
            serde_json::from_str::<Event>(&text).unwrap() == *event,
            "{} is another when read",
            event.type_name()
        );
    }
    Ok(())
}

/// A command survives its format, but for what the server found out for it.
pub fn check_command(command: &Command) -> TestCaseResult {
    let text = serde_json::to_string(command).unwrap();
    prop_assert!(
        serde_json::to_string(&serde_json::from_str::<Command>(&text).unwrap()).unwrap() == text,
        "{} is another when read",
        command.type_name()
    );
    Ok(())
}
