//! Whose page somebody has open. A list's readers hear of everything that it shows; what else happens to a patient (on lists that are not open, or
//! where the patient is on none) is told to those who have the page open: that there is news, and no word of what.

use super::ask::Connection;
use super::batch::Batch;
use super::world::World;
use crate::live::message::{PatientNews, ServerMessage};
use bytes::Bytes;
use domain::access::Action;
use domain::team::event::Event;
use domain::team::evolve::Stamp;
use domain::{ListId, PatientId};
use jiff::Timestamp;
use std::collections::HashMap;

/// Who has which patient's page open: one a connection.
#[derive(Default)]
pub(crate) struct Watches(HashMap<u64, Watch>);

struct Watch {
    connection: Connection,
    patient: PatientId,
}

impl Watches {
    /// A connection has no patient's page open any more.
    pub(super) fn end(&mut self, connection: u64) {
        self.0.remove(&connection);
    }
}

/// There is news of a patient, for somebody who has the page open.
pub(super) struct News {
    connection: u64,
    patient: PatientId,
    sequence: u64,
}

impl World {
    /// Begins to tell a connection of a patient, instead of any other. Gives the sequence of the newest change, by which a page knows whether it has
    /// missed something; none where the patient is not for this person.
    pub(super) fn watch(
        &mut self,
        connection: &Connection,
        patient: PatientId,
        at: Timestamp,
    ) -> Option<u64> {
        self.watches.end(connection.id);
        self.permit(&connection.caller, Action::Read).ok()?;
        let team = self.team();
        let seen = team
            .open_patient(connection.caller.user, patient, at)
            .ok()?;
        let absorbed = seen.absorbed.iter().map(|absorbed| absorbed.duplicate);
        let records = absorbed.chain([patient]);
        let changes = records.filter_map(|record| self.core.changes_of.get(&record)?.last());
        let newest = changes.max().copied().unwrap_or_default();
        let watch = Watch {
            connection: connection.clone(),
            patient,
        };
        self.watches.0.insert(connection.id, watch);
        Some(newest)
    }

    /// Notes who has the page of an event's patient open and hears of it by no open list. `touched` are the lists whose readers do.
    pub(super) fn note_news(
        &self,
        batch: &mut Batch,
        event: &Event,
        touched: &[ListId],
        stamp: Stamp,
    ) {
        let Some(changed) = event
            .subject()
            .patient
            .filter(|_| !self.watches.0.is_empty())
        else {
            return;
        };
        let World {
            core,
            subscriptions,
            watches,
            ..
        } = self;
        let team = &core.team;
        let kept = team.patients.get(&changed).and_then(|p| p.merged.as_ref());
        let kept = kept.map(|merged| merged.into);
        for (
            id,
            Watch {
                connection,
                patient,
            },
        ) in &watches.0
        {
            if *patient != changed && Some(*patient) != kept {
                continue;
            }
            let user = connection.caller.user;
            // What happens on a list that they may not see is nothing to them, unless it takes the patient from their sight.
            let is_theirs = touched.is_empty()
                || touched
                    .iter()
                    .any(|list| team.find_visible_list(user, *list).is_some())
                || team.open_patient(user, *patient, stamp.at).is_err();
            if is_theirs && !subscriptions.reads_any(*id, touched) {
                batch.news.push(News {
                    connection: *id,
                    patient: *patient,
                    sequence: stamp.sequence,
                });
            }
        }
    }

    /// Tells of news that is durable, and for the last time those who may not see their patient any more.
    pub(super) fn tell_news(&mut self, news: Vec<News>, is_audience_changed: bool, at: Timestamp) {
        let World { core, watches, .. } = self;
        let team = &core.team;
        let is_lost = |watch: &Watch| {
            let user = watch.connection.caller.user;
            team.open_patient(user, watch.patient, at).is_err()
        };
        let newest: HashMap<u64, (PatientId, u64)> = news
            .into_iter()
            .map(|news| (news.connection, (news.patient, news.sequence)))
            .collect();
        if newest.is_empty() && !is_audience_changed {
            return;
        }
        watches.0.retain(|id, watch| {
            let told = newest
                .get(id)
                .filter(|(patient, _)| *patient == watch.patient);
            let is_lost = is_lost(watch);
            if told.is_some() || is_lost {
                let sequence = told.map_or(team.sequence, |(_, sequence)| *sequence);
                tell(&watch.connection, watch.patient, sequence);
            }
            !is_lost
        });
    }
}

/// A page that is not told, since its connection lags, reads its patient again within a minute.
pub(super) fn tell(connection: &Connection, patient: PatientId, sequence: u64) {
    let news = ServerMessage::Patient(PatientNews { patient, sequence });
    if let Ok(text) = serde_json::to_vec(&news).map(Bytes::from) {
        connection.outbox.send_hint(text);
    }
}
