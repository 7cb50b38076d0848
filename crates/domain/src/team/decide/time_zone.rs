//! In which time zone a team's days and shifts are.

use super::Asker;
use crate::rejection::Rejection;
use crate::team::command::SetTimeZone;
use crate::team::event::{Event, TimeZoneSet};
use jiff::tz::TimeZone;

pub(super) fn set(asker: &Asker<'_>, command: &SetTimeZone) -> Result<Vec<Event>, Rejection> {
    // As the database writes it: programs that read it may mind the case.
    let found = TimeZone::get(&command.time_zone).ok();
    let known = found.filter(|zone| !zone.is_unknown());
    let name = known.as_ref().and_then(TimeZone::iana_name);
    let time_zone = name.ok_or_else(|| Rejection::Invalid {
        what: "time_zone".into(),
    })?;
    if asker.team.time_zone == time_zone {
        return Ok(vec![]);
    }
    Ok(vec![Event::TimeZoneSet(TimeZoneSet {
        time_zone: time_zone.to_owned(),
    })])
}
