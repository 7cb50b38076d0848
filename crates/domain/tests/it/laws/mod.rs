//! Laws that hold for every ward, whatever its people do: random commands of random people, checked after every event.

mod client;
mod hidden;
mod invariants;
mod protected;
mod purge;
mod step;

use crate::record::{answered, connecting};
use crate::ward::*;
use client::Clients;
use domain::ehr::RECORD;
use domain::team::{Event, Team};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::json;
use step::Step;

/// Everybody who reads: the owners, the members, the guest, and Eve, who comes and goes.
pub const READERS: [domain::UserId; 6] = [OLGA, OTTO, MAX, MINA, GUS, EVE];

/// A ward with a field of each type, limited and open lists, and a few patients.
fn furnished() -> Ward {
    let mut ward = Ward::with_second_owner();
    let options = json!([{"label": "A"}, {"label": "B"}, {"label": "C"}]);
    ward.field_with(OLGA, json!({"name": "Score", "type": "number"}));
    ward.field_with(
        OLGA,
        json!({"name": "Risks", "type": "choices", "options": options}),
    );
    ward.field_with(OLGA, json!({"name": "Seen", "type": "checkbox"}));
    ward.field_with(
        OLGA,
        json!({"name": "Problems", "type": "chart", "source": "conditions"}),
    );
    ward.field_with(OLGA, json!({"name": "Surgery", "type": "date_time"}));
    let record = connecting("https://a.example.org/r4", Some(7));
    assert!(ward.attempt(OLGA, record).is_ok());
    let night = ward.list(MAX, "Night");
    let vip = ward.limited(MAX, "VIP", &[MINA]);
    let mine = ward.limited(OLGA, "Mine", &[]);
    for (actor, list, family) in [
        (MAX, ward.default_list(), "Adams"),
        (MAX, night, "Brown"),
        (MAX, vip, "Clark"),
        (OLGA, mine, "Davis"),
    ] {
        ward.patient(actor, list, family);
    }
    let protected = ward.patient(MAX, night, "Fox");
    for command in [
        json!({"type": "set_responsible", "patient": protected, "users": [MAX]}),
        json!({"type": "set_sensitive", "patient": protected, "sensitive": true, "reason": "known to all"}),
        json!({"type": "add_patient_to_list", "patient": protected, "list": vip}),
    ] {
        ward.does(MAX, command);
    }
    let [kept, duplicate] = ["Evans", "Evens"].map(|family| ward.patient(MAX, night, family));
    ward.note(MAX, duplicate, "A\nB\nC");
    ward.does(
        MAX,
        json!({"type": "merge_patients", "patient": kept, "duplicate": duplicate}),
    );
    ward
}

/// Does the steps one by one and checks every law after every event.
fn live_through(steps: &[Step]) -> Result<Ward, TestCaseError> {
    let mut ward = furnished();
    let mut clients = Clients::open(&ward);
    for step in steps {
        clients.wait(&mut ward, step.minutes())?;
        let (actor, command) = step.command(&ward);
        let named = command.to_string();
        let command = answered(command);
        let judged = ward.judge(actor, command.clone());
        let elsewhere = Ward::copy_of(&ward);
        prop_assert!(
            judged == elsewhere.judge(actor, command),
            "another copy of the same team judges otherwise: {named}"
        );
        match judged {
            Err(refusal) => hidden::check_refusal(&ward, actor, &named, &refusal)?,
            Ok(events) => {
                ward.skip_ids();
                protected::check_writes(&ward, actor, &events)?;
                let masked = protected::masked_from(&ward, actor);
                let opens = matches!(&events[..], [Event::GlassBroken(_)]);
                for event in events {
                    clients.follow(&mut ward, actor, event)?;
                }
                invariants::check_merges(&ward.team)?;
                protected::check_no_way_around(&ward, actor, &masked, opens)?;
            }
        }
        for event in step.what_the_record_says(&ward) {
            clients.follow(&mut ward, RECORD, event)?;
        }
    }
    invariants::check_formats(&ward)?;
    hidden::check_histories(&ward)?;
    Ok(ward)
}

/// The team after a log, from nothing.
fn replayed<'a>(log: impl Iterator<Item = (domain::team::Stamp, Option<&'a Event>)>) -> Team {
    let mut team = Team::default();
    for (stamp, event) in log {
        match event {
            Some(event) => {
                domain::team::evolve(&mut team, stamp, event);
            }
            None => domain::team::evolve::evolve_purged(&mut team, stamp.sequence),
        }
    }
    team
}

/// A few seconds' worth; `PROPTEST_CASES=5000 cargo test --release -p domain laws` looks deeper.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 64;
    }
    config
}

proptest! {
    #![proptest_config(config())]

    /// No command panics; the state keeps its invariants; a client that follows the changes has what a fresh reader gets; nobody
    /// is told of what they may not see; a replay gives the same team.
    #[test]
    fn a_ward_keeps_its_laws(steps in prop::collection::vec(Step::any(), 1..80)) {
        let ward = live_through(&steps)?;
        let again = replayed(ward.log.iter().map(|(stamp, event)| (*stamp, Some(event))));
        prop_assert!(again == ward.team, "a replay gives another team");
    }

    /// Replaying a journal from which values and notes were purged gives a team that stands, and goes on.
    #[test]
    fn a_purged_ward_stands_and_goes_on(
        steps in prop::collection::vec(Step::any(), 1..60),
        purged in prop::collection::vec(any::<bool>(), 64),
        later in prop::collection::vec(Step::any(), 1..20),
    ) {
        purge::check(&steps, &purged, &later)?;
    }
}

/// What random wards rarely come to, in one ward that comes to most of it.
#[test]
fn random_steps_reach_every_command_and_most_are_done() -> TestCaseResult {
    step::check_reach()
}
