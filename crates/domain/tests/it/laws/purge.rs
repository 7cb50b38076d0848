//! A purged entry evolves to nothing. What follows in the journal was decided with it, and still applies.

use super::{furnished, invariants, replayed, step::Step};
use crate::ward::Ward;
use domain::team::Event;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

/// What patients' values and notes say, which retention erases.
fn is_purgeable(event: &Event) -> bool {
    matches!(
        event,
        Event::ValueSet(_)
            | Event::NoteAdded(_)
            | Event::NoteEdited(_)
            | Event::NoteDeleted(_)
            | Event::NoteRestored(_)
    )
}

pub fn check(steps: &[Step], purged: &[bool], later: &[Step]) -> TestCaseResult {
    let mut ward = furnished();
    let attempt = |ward: &mut Ward, step: &Step| -> TestCaseResult {
        let (actor, command) = step.command(ward);
        let command = crate::record::answered(command);
        invariants::check_command(&command)?;
        let _ = ward.attempt(actor, command);
        Ok(())
    };
    for step in steps {
        attempt(&mut ward, step)?;
    }
    let is_purged =
        |index: usize, event: &Event| is_purgeable(event) && purged[index % purged.len()];
    let log = ward.log.iter().enumerate().map(|(index, (stamp, event))| {
        let kept = (!is_purged(index, event)).then_some(event);
        (*stamp, kept)
    });
    let team = replayed(log);
    invariants::check_team(&team)?;
    invariants::check_merges(&team)?;
    prop_assert_eq!(team.sequence, ward.team.sequence);
    prop_assert!(
        team.members == ward.team.members && team.patients.len() == ward.team.patients.len()
    );
    ward.team = team;
    for step in later {
        attempt(&mut ward, step)?;
        invariants::check(&ward)?;
    }
    Ok(())
}
