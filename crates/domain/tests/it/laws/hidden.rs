//! What a reader may not see reaches them by nothing that the domain makes: no change, refusal, view, history or unseen mark.

use super::{READERS, protected};
use crate::ward::Ward;
use domain::rejection::Rejection;
use domain::team::Team;
use domain::team::unseen::{MarkedThing, SeenMarks};
use domain::{ListId, PatientId, UserId};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

fn hidden_patients(team: &Team, reader: UserId) -> impl Iterator<Item = PatientId> {
    let patients = team.patients.iter();
    patients
        .filter(move |(_, patient)| !team.sees(reader, patient))
        .map(|(id, _)| *id)
}

/// Lists that are not for a reader: of those, not even the id is told (but to owners, who may join them).
fn hidden_lists(team: &Team, reader: UserId) -> impl Iterator<Item = ListId> {
    let lists = team.lists.iter();
    lists
        .filter(move |(_, list)| !list.is_for(reader))
        .map(|(id, _)| *id)
}

fn check_text(team: &Team, reader: UserId, what: &str, text: &str) -> TestCaseResult {
    for patient in hidden_patients(team, reader) {
        prop_assert!(
            !text.contains(&patient.to_string()),
            "{what} tells {reader} of patient {patient}: {text}"
        );
    }
    for list in hidden_lists(team, reader) {
        prop_assert!(
            !text.contains(&list.to_string()),
            "{what} tells {reader} of list {list}: {text}"
        );
    }
    Ok(())
}

/// A refusal tells of nothing hidden that the command did not name itself.
pub fn check_refusal(
    ward: &Ward,
    actor: UserId,
    command: &str,
    refusal: &Rejection,
) -> TestCaseResult {
    protected::check_refusal(ward, actor, refusal)?;
    let text = serde_json::to_string(refusal).unwrap();
    for patient in
        hidden_patients(&ward.team, actor).filter(|id| !command.contains(&id.to_string()))
    {
        prop_assert!(
            !text.contains(&patient.to_string()),
            "a refusal tells {actor} of patient {patient}: {text}"
        );
    }
    for list in hidden_lists(&ward.team, actor).filter(|id| !command.contains(&id.to_string())) {
        prop_assert!(
            !text.contains(&list.to_string()),
            "a refusal tells {actor} of list {list}: {text}"
        );
    }
    Ok(())
}

/// A change of a list tells its reader of nobody whom they see neither now nor before.
pub fn check_change(
    before: &Team,
    after: &Team,
    reader: UserId,
    list: ListId,
    change: &Value,
) -> TestCaseResult {
    let text = change.to_string();
    let saw = |patient: &PatientId| {
        before.find_visible_list(reader, list).is_some()
            && before
                .patients
                .get(patient)
                .is_some_and(|p| before.sees(reader, p))
    };
    for patient in hidden_patients(after, reader).filter(|patient| !saw(patient)) {
        prop_assert!(
            !text.contains(&patient.to_string()),
            "a change tells {reader} of patient {patient}: {text}"
        );
    }
    for other in hidden_lists(after, reader) {
        prop_assert!(
            !text.contains(&other.to_string()),
            "a change tells {reader} of list {other}: {text}"
        );
    }
    Ok(())
}

/// Everything that a reader can ask for at a moment.
pub fn check_reader(ward: &Ward, reader: UserId) -> TestCaseResult {
    let team = &ward.team;
    if team.find_role(reader).is_none() {
        prop_assert!(
            team.patients
                .values()
                .all(|patient| !team.sees(reader, patient)),
            "a stranger sees a patient"
        );
        prop_assert!(
            team.lists.keys().all(|list| !ward.sees_list(reader, *list)),
            "a stranger sees a list"
        );
        return Ok(());
    }
    let mut view = ward.team_view(reader);
    view["hidden_lists"] = Value::Null;
    view["hidden_deleted_lists"] = Value::Null;
    check_text(team, reader, "the team", &view.to_string())?;
    for (id, patient) in team
        .patients
        .iter()
        .filter(|(id, _)| team.open_patient(reader, **id, ward.now()).is_ok())
    {
        let view = team.patient_view(reader, *id, patient, ward.now());
        let view = serde_json::to_string(&view).unwrap();
        check_text(team, reader, "a patient", &view)?;
    }
    for (id, list) in team
        .lists
        .iter()
        .filter(|(id, _)| ward.sees_list(reader, **id))
    {
        let snapshot = ward.snapshot_for(reader, *id);
        check_text(team, reader, "a list", &snapshot.to_string())?;
        protected::check_rows(ward, reader, &snapshot)?;
        let mut marks = SeenMarks::default();
        marks.see_list(*id, 0);
        for unseen in team.unseen(reader, *id, list, &marks, ward.now()) {
            protected::check_mark(ward, reader, unseen.thing)?;
            // Who left was on this list for its readers to see; where they are now is not told.
            let has_left = |thing: MarkedThing| matches!(thing, MarkedThing::Removed { patient } if list.left.iter().any(|left| left.patient == patient));
            if !has_left(unseen.thing) {
                check_text(
                    team,
                    reader,
                    "an unseen mark",
                    &serde_json::to_string(&unseen).unwrap(),
                )?;
            }
        }
    }
    Ok(())
}

/// The history of every patient, for everybody who sees them.
pub fn check_histories(ward: &Ward) -> TestCaseResult {
    for reader in READERS {
        for (id, _) in ward
            .team
            .patients
            .iter()
            .filter(|(id, _)| ward.team.open_patient(reader, **id, ward.now()).is_ok())
        {
            for item in ward.history(reader, *id) {
                check_text(&ward.team, reader, "a history", &item.to_string())?;
            }
        }
    }
    Ok(())
}
