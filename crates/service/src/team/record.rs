//! The hospital's record, as a team's actor deals with it: who may ask it for what, and which charts are due while lists are open.

use super::reads::Looked;
use super::world::World;
use crate::caller::Caller;
use crate::ehr::{EhrProblem, Linked, Pace};
use crate::error::Refusal;
use crate::live::message::{RecordState, ServerMessage};
use bytes::Bytes;
use domain::access::Action;
use domain::chart::Chart;
use domain::clinical::news2::News2;
use domain::ehr::EhrConnection;
use domain::rejection::Rejection;
use domain::team::event::Event;
use domain::{EhrConnectionId, ListId, PatientId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The charts of a ward come due in so many shares, spread over a third of the time between two readings.
const SHARES: i32 = 16;

/// The share that a patient is in.
fn share(patient: PatientId) -> i32 {
    i32::from(patient.uuid().as_bytes()[15]) % SHARES
}

/// When the charts of patients on open lists were read.
pub(crate) struct ChartClock {
    pace: Pace,
    next: HashMap<PatientId, Timestamp>,
    /// The connection, once it was set while the team is in memory.
    connection: Option<EhrConnectionId>,
    /// When a chart was last read.
    as_of: Option<Timestamp>,
    failed: usize,
    problem: Option<EhrProblem>,
    /// A round of reading goes on.
    pub(crate) is_reading: bool,
}

impl ChartClock {
    pub(crate) fn new(pace: Pace) -> Self {
        Self {
            pace,
            next: HashMap::new(),
            connection: None,
            as_of: None,
            failed: 0,
            problem: None,
            is_reading: false,
        }
    }

    /// What somebody did whose effect on the columns they wait to see: those charts are read at once.
    pub(crate) fn hear(&mut self, event: &Event) {
        match event {
            Event::PatientLinked(linked) => {
                self.next.remove(&linked.patient);
            }
            Event::Spo2ScaleSet(chosen) => {
                self.next.remove(&chosen.patient);
            }
            Event::FieldAdded(added) if added.field.kind.is_from_record() => self.next.clear(),
            // Ages, by which is scored, are in the team's days.
            Event::News2Set(_) | Event::TimeZoneSet(_) => self.next.clear(),
            Event::EhrConnectionSet(set) => self.turn_to(Some(set.connection)),
            Event::EhrConnectionRemoved(_) => self.turn_to(None),
            _ => {}
        }
    }

    /// All charts are due, and of another record nothing was read yet.
    fn turn_to(&mut self, connection: Option<EhrConnectionId>) {
        self.next.clear();
        if connection.is_none() || self.connection != connection {
            self.as_of = None;
            self.failed = 0;
            self.problem = None;
        }
        self.connection = connection;
    }

    /// A round of reading is over.
    pub(crate) fn end_round(
        &mut self,
        failed: &[PatientId],
        problem: Option<EhrProblem>,
        at: Timestamp,
    ) {
        self.is_reading = false;
        for patient in failed {
            self.note(*patient, at, false);
        }
        self.failed = failed.len();
        self.problem = problem;
    }

    /// A chart was read, or could not be.
    pub(crate) fn note(&mut self, patient: PatientId, at: Timestamp, is_read: bool) {
        if is_read {
            self.as_of = Some(at);
        }
        let wait = match is_read {
            // A ward's charts are all read when its list is opened. They are not asked for together ever after.
            true => self.pace.read_every + self.pace.read_every / (3 * SHARES) * share(patient),
            false => self.pace.retried_after,
        };
        self.next
            .insert(patient, at.checked_add(wait).unwrap_or(at));
    }
}

impl World {
    /// The connection, for somebody who may search the record.
    pub(crate) fn look_at_record_to_search(&self, caller: &Caller) -> Looked<EhrConnection> {
        self.permit(caller, Action::SearchEhr)?;
        let connection = self.team().ehr.clone().ok_or(Rejection::NotConnected)?;
        Ok((vec![], connection))
    }

    /// The connection as it stands, for somebody who may set it.
    pub(crate) fn look_at_record_to_set(
        &self,
        caller: &Caller,
    ) -> Result<Option<EhrConnection>, Refusal> {
        self.permit(caller, Action::Govern)?;
        if self.team().mode.is_none() {
            return Err(Rejection::NotInstalled.into());
        }
        Ok(self.team().ehr.clone())
    }

    /// How a patient whom the caller sees is linked to the record.
    pub(crate) fn look_at_link(
        &self,
        caller: &Caller,
        at: Timestamp,
        id: PatientId,
    ) -> Result<Linked, Refusal> {
        self.permit(caller, Action::Read)?;
        let team = self.team();
        team.open_patient(caller.user, id, at)?;
        let connection = team.ehr.clone().ok_or(Rejection::NotConnected)?;
        let link = team.ehr_link(id).cloned().ok_or(Rejection::NotLinked)?;
        Ok(Linked { link, connection })
    }

    /// The score of a chart, where the team uses it.
    pub(crate) fn news2(&self, patient: PatientId, chart: &Chart, at: Timestamp) -> Option<News2> {
        self.team().news2(patient, chart, at)
    }

    /// Open lists that show something of the chart.
    pub(crate) fn lists_of_charts(&self) -> BTreeSet<ListId> {
        let team = self.team();
        let shows_chart = |list: &domain::team::state::List| {
            team.shown_fields(list)
                .any(|field| field.kind.is_from_record())
        };
        let open = self.subscriptions.open_lists();
        open.filter(|id| team.lists.get(id).is_some_and(shows_chart))
            .collect()
    }

    /// What readers of a list are told of how fresh its columns of the record are; nothing where it has none.
    pub(crate) fn record_state(&self, list: ListId) -> Option<Bytes> {
        let team = self.team();
        let shown = team.lists.get(&list)?;
        let mut fields = team.shown_fields(shown);
        if !fields.any(|field| field.kind.is_from_record()) {
            return None;
        }
        let state = match team.ehr {
            Some(_) => RecordState {
                list,
                connected: true,
                as_of: self.charts.as_of,
                reading: self.charts.is_reading,
                failed: self.charts.failed,
                problem: self.charts.problem.clone(),
            },
            // What a reading still under way comes to is nothing any more.
            None => RecordState {
                list,
                connected: false,
                as_of: None,
                reading: false,
                failed: 0,
                problem: None,
            },
        };
        let state = ServerMessage::Record(state);
        serde_json::to_vec(&state).ok().map(Bytes::from)
    }

    /// Patients whose chart is due, with the record's id of each: those on open lists that show something of it.
    pub(crate) fn due_charts(&mut self, at: Timestamp) -> BTreeMap<PatientId, String> {
        if self.team().ehr.is_none() || self.charts.is_reading {
            return BTreeMap::new();
        }
        let lists = self.lists_of_charts();
        let team = &self.core.team;
        let rows = lists
            .iter()
            .filter_map(|id| team.lists.get(id))
            .flat_map(|list| &list.rows);
        let due: BTreeMap<PatientId, String> = rows
            .filter_map(|row| {
                let link = team.ehr_link(row.patient)?;
                let next = self.charts.next.get(&row.patient);
                let is_due = next.is_none_or(|next| *next <= at);
                is_due.then(|| (row.patient, link.ehr_id.clone()))
            })
            .collect();
        if due.is_empty() && lists.is_empty() {
            self.charts.next.clear();
        }
        due
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use uuid::Uuid;

    fn patient(last: u8) -> PatientId {
        PatientId::new(Uuid::from_u128(u128::from(last)))
    }

    #[test]
    fn a_chart_is_read_at_most_once_a_minute_and_a_ward_s_charts_come_due_one_after_another() {
        let mut clock = ChartClock::new(Pace::default());
        let at: Timestamp = "2026-11-24T07:00:00Z".parse().unwrap();
        let mut due: Vec<i64> = (0..16)
            .map(|last| {
                clock.note(patient(last), at, true);
                clock.next[&patient(last)].duration_since(at).as_secs()
            })
            .collect();
        assert!(due.iter().all(|wait| (60..=80).contains(wait)), "{due:?}");
        due.dedup();
        assert_eq!(due.len(), 16, "each share has a second of its own");
        // One that could not be read is tried again sooner: the list recovers within a minute of the record.
        clock.end_round(&[patient(0)], Some(EhrProblem::Unreachable), at);
        let wait = clock.next[&patient(0)].duration_since(at);
        assert!(wait.as_secs() <= 20);
        assert_eq!((clock.failed, clock.as_of), (1, Some(at)));
    }

    #[test]
    fn of_another_record_nothing_was_read_yet_and_of_the_same_one_it_was() {
        let mut clock = ChartClock::new(Pace::default());
        let at: Timestamp = "2026-11-24T07:00:00Z".parse().unwrap();
        let connection = |id| Some(EhrConnectionId::new(Uuid::from_u128(id)));
        clock.turn_to(connection(1));
        clock.note(patient(0), at, true);
        clock.end_round(&[patient(1)], Some(EhrProblem::Unreachable), at);
        clock.turn_to(connection(1));
        assert_eq!((clock.as_of, clock.failed), (Some(at), 1));
        assert!(clock.next.is_empty(), "all are due at once");
        for other in [connection(2), None] {
            clock.note(patient(0), at, true);
            clock.turn_to(other);
            assert_eq!((clock.as_of, clock.failed), (None, 0));
            assert!(clock.problem.is_none());
        }
    }
}
