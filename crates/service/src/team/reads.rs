//! What can be looked at, each with the access that it is.

use super::projection::{Encoding, ListBytes, Projection};
use super::recent::{CommandAnswer, Known};
use super::world::World;
use crate::caller::Caller;
use crate::entropy::fresh_id;
use crate::error::{Refusal, Unavailable};
use domain::access::{self, Action};
use domain::rejection::{Rejection, Thing};
use domain::team::access_event::{Access, HistoryViewed, ListViewed, PatientViewed, RowsCopied};
use domain::team::state::{List, Role};
use domain::team::unseen::{SeenMarks, Unseen};
use domain::{CommandId, ListId, PatientId, ViewId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeSet;

/// What a look comes to: what is journalled, and what leaves after.
pub(crate) type Looked<T> = Result<(Vec<Access>, T), Refusal>;

/// What reading a patient's history needs besides the journal.
pub(crate) struct HistoryPlan {
    /// The sequences that changed the patient, in order.
    pub(crate) sequences: Vec<u64>,
    /// Lists that the reader sees.
    pub(crate) lists: BTreeSet<ListId>,
    /// Patients whom the reader sees.
    pub(crate) patients: BTreeSet<PatientId>,
}

impl World {
    /// The caller's role, where they may do this.
    pub(crate) fn permit(&self, caller: &Caller, action: Action) -> Result<Role, Refusal> {
        let role = self
            .team()
            .find_role(caller.user)
            .ok_or(Rejection::NotFound { what: Thing::Team })?;
        access::permit(role, &self.directory.policy(caller.user), action)?;
        Ok(role)
    }

    /// The list, where the caller sees it.
    pub(crate) fn visible_list(&self, caller: &Caller, id: ListId) -> Result<&List, Refusal> {
        self.permit(caller, Action::Read)?;
        let list = self.team().find_visible_list(caller.user, id);
        Ok(list.ok_or(Rejection::NotFound { what: Thing::List })?)
    }

    /// The team itself: schema, lists, members. No patient is in it, so it is no view.
    pub(crate) fn look_at_team(&self, caller: &Caller) -> Looked<Vec<u8>> {
        let role = self.permit(caller, Action::Read)?;
        #[derive(Serialize)]
        struct Named<'a> {
            id: domain::TeamId,
            name: String,
            #[serde(flatten)]
            team: domain::team::view::TeamView<'a>,
        }
        let directory = self.directory.now();
        let name = directory
            .teams
            .get(&self.id)
            .map(|team| team.name.clone())
            .unwrap_or_default();
        let team = self
            .team()
            .view(caller.user, role, &|user| directory.name_of(user));
        Ok((
            vec![],
            json(&Named {
                id: self.id,
                name,
                team,
            })?,
        ))
    }

    /// The answer to a command that was done already, where it was.
    pub(crate) fn look_at_command(
        &self,
        caller: &Caller,
        id: CommandId,
        hash: &[u8; 32],
    ) -> Looked<Option<CommandAnswer>> {
        self.permit(caller, Action::Read)?;
        match self.core.recent.look_up(caller.user, id, hash) {
            Known::Done(answer) => Ok((vec![], Some(answer))),
            Known::Reused => Err(Rejection::CommandIdReused.into()),
            Known::No => Ok((vec![], None)),
        }
    }

    /// Whether the caller is a member.
    pub(crate) fn look_at_membership(&self, caller: &Caller) -> Looked<()> {
        self.permit(caller, Action::Read).map(|_| (vec![], ()))
    }

    /// Whether the caller sees a list.
    pub(crate) fn look_at_existence(&self, caller: &Caller, id: ListId) -> Looked<()> {
        self.visible_list(caller, id).map(|_| (vec![], ()))
    }

    /// The caller's role: is this one of their teams?
    pub(crate) fn look_at_role(&self, caller: &Caller) -> Looked<Option<Role>> {
        Ok((vec![], self.team().find_role(caller.user)))
    }

    /// A list with its rows.
    pub(crate) fn look_at_list(
        &mut self,
        caller: &Caller,
        at: Timestamp,
        id: ListId,
        encoding: Encoding,
    ) -> Looked<ListBytes> {
        let list = self.visible_list(caller, id)?;
        let (version, patients) = (list.version, list.rows.len());
        let view = self
            .views
            .read(caller, id, version, at, ViewId::new(fresh_id()));
        let viewed = Access::ListViewed(ListViewed {
            list: id,
            version,
            sequence: self.team().sequence,
            patients: u32::try_from(patients).unwrap_or(u32::MAX),
            view: Some(view),
        });
        Ok((vec![viewed], self.list_bytes(id, encoding)?))
    }

    /// A list's bytes, for somebody who was found to see it.
    pub(crate) fn list_bytes(
        &mut self,
        id: ListId,
        encoding: Encoding,
    ) -> Result<ListBytes, Refusal> {
        let World {
            core, projections, ..
        } = self;
        let list = core
            .team
            .lists
            .get(&id)
            .ok_or(Rejection::NotFound { what: Thing::List })?;
        let projection = projections
            .entry(id)
            .or_insert_with(|| Projection::new(&core.team, list));
        let bytes = projection.bytes(&core.team, id, list, encoding);
        Ok(bytes.map_err(|error| Unavailable::Busy {
            reason: error.to_string(),
        })?)
    }

    /// One patient, whole.
    pub(crate) fn look_at_patient(&self, caller: &Caller, id: PatientId) -> Looked<Vec<u8>> {
        self.permit(caller, Action::Read)?;
        let team = self.team();
        let patient = team
            .find_visible_patient(caller.user, id)
            .ok_or(Rejection::NotFound {
                what: Thing::Patient,
            })?;
        let viewed = Access::PatientViewed(PatientViewed {
            patient: id,
            sequence: team.sequence,
        });
        Ok((
            vec![viewed],
            json(&team.patient_view(caller.user, id, patient))?,
        ))
    }

    /// Where a patient's history is. Of records merged into this one, too.
    pub(crate) fn look_at_history(&self, caller: &Caller, id: PatientId) -> Looked<HistoryPlan> {
        self.permit(caller, Action::Read)?;
        let team = self.team();
        let patient = team
            .find_visible_patient(caller.user, id)
            .ok_or(Rejection::NotFound {
                what: Thing::Patient,
            })?;
        let records = patient
            .absorbed
            .iter()
            .map(|absorbed| absorbed.duplicate)
            .chain([id]);
        let sequences: BTreeSet<u64> = records
            .filter_map(|record| self.core.changes_of.get(&record))
            .flatten()
            .copied()
            .collect();
        let lists = team.lists.keys().copied();
        let lists = lists.filter(|list| team.find_visible_list(caller.user, *list).is_some());
        let patients = team
            .patients
            .iter()
            .filter(|(_, patient)| team.sees(caller.user, patient));
        let viewed = Access::HistoryViewed(HistoryViewed {
            patient: id,
            sequence: team.sequence,
        });
        Ok((
            vec![viewed],
            HistoryPlan {
                sequences: sequences.into_iter().collect(),
                lists: lists.collect(),
                patients: patients.map(|(id, _)| *id).collect(),
            },
        ))
    }

    /// What others changed on a list since the caller looked: it names what is on the list, whose view is journalled.
    pub(crate) fn look_at_unseen(
        &self,
        caller: &Caller,
        id: ListId,
        marks: &SeenMarks,
    ) -> Looked<(Vec<Unseen>, u64)> {
        let list = self.visible_list(caller, id)?;
        Ok((
            vec![],
            (
                self.team().unseen(caller.user, id, list, marks),
                self.team().sequence,
            ),
        ))
    }

    /// Rows that the caller takes to the clipboard: only those that are on a list they see.
    pub(crate) fn copy_rows(
        &self,
        caller: &Caller,
        id: ListId,
        patients: &[PatientId],
    ) -> Looked<()> {
        self.permit(caller, Action::Export)?;
        let list = self.visible_list(caller, id)?;
        if patients
            .iter()
            .any(|patient| list.position(*patient).is_none())
        {
            return Err(Rejection::NotFound {
                what: Thing::Patient,
            }
            .into());
        }
        Ok((
            vec![Access::RowsCopied(RowsCopied {
                list: id,
                patients: patients.to_vec(),
            })],
            (),
        ))
    }
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    serde_json::to_vec(value).map_err(|error| {
        Unavailable::Busy {
            reason: error.to_string(),
        }
        .into()
    })
}
