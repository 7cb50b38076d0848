//! Who sees what in a team. Visibility is by patient: who may see one list a patient is on sees the patient whole, unless she is
//! protected ([`super::protection`]): then masked.

use super::state::{List, Patient, Role, Team};
use crate::{EhrConnectionId, ListId, PatientId, UserId};
use serde::Serialize;
use std::collections::BTreeSet;

/// A patient of the team, and where a reader sees them.
#[derive(Clone, Serialize, utoipa::ToSchema)]
pub struct SeenPatient {
    /// Who.
    pub id: PatientId,
    /// The lists that the reader sees them on.
    pub lists: Vec<ListId>,
}

impl List {
    /// Whether the list is for this user, deleted or not. Owners are no exception: they add themselves first.
    pub fn is_for(&self, user: UserId) -> bool {
        self.members
            .as_ref()
            .is_none_or(|members| members.contains(&user))
    }
}

impl Team {
    /// The list, where the user may see it and it is not deleted.
    pub fn find_visible_list(&self, user: UserId, id: ListId) -> Option<&List> {
        let list = self.lists.get(&id)?;
        (self.members.contains_key(&user) && list.deleted.is_none() && list.is_for(user))
            .then_some(list)
    }

    /// Whether a user may see a patient, masked or whole:
    /// on a list that they see; else, where no list that stands or is limited has the patient, as an owner or as who took them off
    /// their last list. A deleted limited list still hides its patients from everybody else, owners included.
    /// A merged record is seen by whoever sees the record that is kept.
    pub fn sees(&self, user: UserId, patient: &Patient) -> bool {
        let Some(member) = self.members.get(&user) else {
            return false;
        };
        if let Some(merged) = &patient.merged {
            return self
                .patients
                .get(&merged.into)
                .is_some_and(|kept| kept.merged.is_none() && self.sees(user, kept));
        }
        let lists = || patient.lists.iter().filter_map(|id| self.lists.get(id));
        if lists().any(|list| list.deleted.is_none() && list.is_for(user)) {
            return true;
        }
        let is_kept_elsewhere = lists().any(|list| list.deleted.is_none() || !list.is_for(user));
        if is_kept_elsewhere {
            return false;
        }
        member.role == Role::Owner || patient.removed.is_some_and(|removed| removed.by == user)
    }

    /// The patient who is linked to this one of a record, where the user sees them.
    pub fn find_seen_link(
        &self,
        user: UserId,
        connection: EhrConnectionId,
        ehr_id: &str,
    ) -> Option<SeenPatient> {
        let is_linked = |patient: &Patient| {
            let mut link = patient.ehr.iter();
            link.any(|link| link.connection == connection && link.ehr_id == ehr_id)
        };
        let mut patients = self.patients.iter();
        let (id, patient) = patients.find(|(_, patient)| {
            patient.merged.is_none() && is_linked(patient) && self.sees(user, patient)
        })?;
        let lists = patient.lists.iter().copied();
        Some(SeenPatient {
            id: *id,
            lists: lists
                .filter(|list| self.find_visible_list(user, *list).is_some())
                .collect(),
        })
    }

    /// Everybody who sees a patient by one of these lists.
    pub fn audience<'a>(&'a self, lists: impl IntoIterator<Item = &'a ListId>) -> BTreeSet<UserId> {
        let mut audience = BTreeSet::new();
        for list in lists
            .into_iter()
            .filter_map(|id| self.lists.get(id))
            .filter(|list| list.deleted.is_none())
        {
            audience.extend(self.members.keys().filter(|user| list.is_for(**user)));
        }
        audience
    }

    /// Who would newly see a patient that is only on limited lists, if they were on one more. Empty where nothing is hidden now.
    pub fn wider_audience(&self, patient: &Patient, list: ListId) -> Vec<UserId> {
        if patient
            .lists
            .iter()
            .filter_map(|id| self.lists.get(id))
            .all(|l| l.members.is_none())
        {
            return Vec::new();
        }
        let now = self.audience(&patient.lists);
        self.audience([&list]).difference(&now).copied().collect()
    }
}
