//! Whom of a sheet the team has already, and who is in the sheet twice.

use crate::caller::Caller;
use crate::team::{Looked, World};
use domain::access::Action;
use domain::identity::Identity;
use domain::rejection::DuplicateCandidate;
use domain::{ListId, PatientId};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// Patients that a warning names. A number that more have in common is a placeholder, and names nobody.
const CANDIDATES: usize = 10;

/// Whom a row may be. The import asks for an answer to it.
#[derive(Clone, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DuplicateWarning {
    /// Patients of the team whom the caller sees.
    pub patients: Vec<DuplicateCandidate>,
    /// Another patient of the team, on a list that the caller may not see: ask an owner.
    pub hidden: bool,
    /// The number of an earlier row of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier_row: Option<u32>,
}

impl DuplicateWarning {
    /// Whether there is nothing to warn of.
    pub(super) fn is_none(&self) -> bool {
        self.patients.is_empty() && !self.hidden && self.earlier_row.is_none()
    }
}

/// The identities of a sheet, to be found by what duplicates have in common.
pub(crate) struct RowIdentities {
    identities: Vec<Identity>,
    rows_by_key: HashMap<String, Vec<usize>>,
}

impl RowIdentities {
    /// Of all rows, in their order.
    pub(super) fn new(identities: Vec<Identity>) -> Self {
        let mut rows_by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (row, identity) in identities.iter().enumerate() {
            for (key, _) in identity.duplicate_keys() {
                rows_by_key.entry(key).or_default().push(row);
            }
        }
        Self {
            identities,
            rows_by_key,
        }
    }

    /// For each row the first one before it that may be the same person's.
    pub(super) fn earlier(&self) -> impl Iterator<Item = Option<usize>> {
        self.identities.iter().enumerate().map(|(row, identity)| {
            let alike = self.alike(identity).filter(|earlier| *earlier < row);
            alike.min()
        })
    }

    /// The rows that may be somebody.
    fn alike<'a>(&'a self, identity: &'a Identity) -> impl Iterator<Item = usize> + 'a {
        let keys = identity.duplicate_keys().into_iter();
        let rows = keys
            .filter_map(|(key, _)| self.rows_by_key.get(&key))
            .flatten();
        rows.copied()
            .filter(|row| self.identities[*row].may_be(identity))
    }
}

/// Whom of the team a row may be.
#[derive(Clone, Default)]
struct Found {
    seen: BTreeSet<PatientId>,
    hidden: bool,
}

impl World {
    /// For each row whom of the team it may be, under the identity of a merged record, too. Of patients whom the caller does not
    /// see, only that there is one.
    pub(crate) fn find_duplicates(
        &self,
        caller: &Caller,
        list: ListId,
        rows: &RowIdentities,
    ) -> Looked<Vec<DuplicateWarning>> {
        self.permit(caller, Action::EditPatients)?;
        self.visible_list(caller, list)?;
        let team = self.team();
        let mut found = vec![Found::default(); rows.identities.len()];
        for (id, patient) in &team.patients {
            for row in rows.alike(&patient.identity) {
                let standing = team.standing(*id);
                let Some(found) = found.get_mut(row) else {
                    continue;
                };
                if found.seen.len() >= CANDIDATES {
                    continue;
                }
                match team.find_visible_patient(caller.user, standing) {
                    Some(_) => found.seen.extend([standing]),
                    None => found.hidden = true,
                }
            }
        }
        let candidate = |id: PatientId| {
            let patient = team.patients.get(&id)?;
            let lists = patient.lists.iter().copied();
            let is_visible = |list: &ListId| team.find_visible_list(caller.user, *list).is_some();
            Some(DuplicateCandidate {
                id,
                identity: patient.identity.clone(),
                lists: lists.filter(is_visible).collect(),
            })
        };
        let warning = |found: Found| DuplicateWarning {
            patients: found.seen.into_iter().filter_map(candidate).collect(),
            hidden: found.hidden,
            earlier_row: None,
        };
        Ok((vec![], found.into_iter().map(warning).collect()))
    }
}
