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
use domain::rejection::{Rejection, Thing};
use domain::team::event::Event;
use domain::{ListId, PatientId};
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
            Event::EhrConnectionSet(_) | Event::News2Set(_) | Event::TimeZoneSet(_) => {
                self.next.clear();
            }
            _ => {}
        }
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
    pub(crate) fn look_at_link(&self, caller: &Caller, id: PatientId) -> Result<Linked, Refusal> {
        self.permit(caller, Action::Read)?;
        let team = self.team();
        team.find_visible_patient(caller.user, id)
            .ok_or(Rejection::NotFound {
                what: Thing::Patient,
            })?;
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
        if team.ehr.is_none() || !fields.any(|field| field.kind.is_from_record()) {
            return None;
        }
        let state = ServerMessage::Record(RecordState {
            list,
            as_of: self.charts.as_of,
            reading: self.charts.is_reading,
            failed: self.charts.failed,
            problem: self.charts.problem.clone(),
        });
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
