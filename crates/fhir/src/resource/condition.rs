//! Condition: a problem of the patient's.

use super::Source;
use super::concept::{self, Prefer};
use crate::json::Object;
use domain::chart::{ChartTime, Condition};

/// None where it does not say what the problem is.
pub(crate) fn read(source: &Source<'_, '_>) -> Option<Condition> {
    let condition = &source.resource;
    let what = concept::concept(condition, "code", Prefer::Display)?;
    super::note_modifier(condition);
    Some(Condition {
        what,
        recorded: condition.time(source.dialect.condition_recorded()),
        onset: either(condition, "onsetDateTime", "onsetPeriod", "start"),
        abated: either(condition, "abatementDateTime", "abatementPeriod", "end"),
        severity: concept::name_of(condition, "severity"),
        clinical_status: concept::status(condition, "clinicalStatus"),
        verification_status: concept::status(condition, "verificationStatus"),
    })
}

/// A moment, or one end of a period.
fn either(
    condition: &Object<'_>,
    moment: &'static str,
    period: &'static str,
    end: &'static str,
) -> Option<ChartTime> {
    if condition.has(moment) {
        return condition.time(moment);
    }
    condition.object(period)?.time(end)
}
