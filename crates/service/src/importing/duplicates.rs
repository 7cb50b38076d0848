//! Whom of a sheet the team has already, and who is in the sheet twice.

use crate::caller::Caller;
use crate::team::{Looked, World};
use domain::access::Action;
use domain::identity::Identity;
use domain::rejection::DuplicateCandidate;
use domain::team::access_event::{Access, DuplicatesShown};
use domain::{ListId, PatientId};
use jiff::Timestamp;
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
    /// Of an earlier row alone.
    pub(super) fn of_sheet(earlier_row: u32) -> Self {
        Self {
            earlier_row: Some(earlier_row),
            ..Self::default()
        }
    }

    /// What the sheet and what the team warn of; None where there is nothing to warn of.
    pub(super) fn joined(of_sheet: Option<Self>, of_team: Self) -> Option<Self> {
        let joined = Self {
            earlier_row: of_sheet.and_then(|warning| warning.earlier_row),
            ..of_team
        };
        (joined != Self::default()).then_some(joined)
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
            let keys = identity.duplicate_keys().into_iter();
            // The first row under a key is nearly always the one: thousands under one key must not be compared with each other.
            let first = |key: String| {
                let mut earlier = self.under(&key).take_while(|earlier| *earlier < row);
                earlier.find(|earlier| self.may_be(*earlier, identity))
            };
            keys.filter_map(|(key, _)| first(key)).min()
        })
    }

    fn under(&self, key: &str) -> impl Iterator<Item = usize> {
        self.rows_by_key.get(key).into_iter().flatten().copied()
    }

    fn may_be(&self, row: usize, identity: &Identity) -> bool {
        let of_row = self.identities.get(row);
        of_row.is_some_and(|of_row| of_row.may_be(identity))
    }
}

/// Whom of the team a row may be.
#[derive(Clone, Default)]
struct Found {
    seen: BTreeSet<PatientId>,
    hidden: bool,
}

impl Found {
    fn has_room(&self, is_seen: bool) -> bool {
        match is_seen {
            true => self.seen.len() < CANDIDATES,
            false => !self.hidden,
        }
    }

    fn add(&mut self, patient: PatientId, is_seen: bool) {
        match is_seen {
            true => self.seen.extend([patient]),
            false => self.hidden = true,
        }
    }
}

impl World {
    /// For each row whom of the team it may be, under the identity of a merged record, too. Of patients whom the caller does not
    /// see, or who are protected from them, only that there is one.
    pub(crate) fn find_duplicates(
        &self,
        caller: &Caller,
        at: Timestamp,
        list: ListId,
        rows: &RowIdentities,
    ) -> Looked<Vec<DuplicateWarning>> {
        self.permit(caller, Action::EditPatients)?;
        self.visible_list(caller, list)?;
        let team = self.team();
        let mut found = vec![Found::default(); rows.identities.len()];
        for (id, patient) in &team.patients {
            let standing = team.standing(*id);
            let is_seen = team.open_patient(caller.user, standing, at).is_ok();
            for (key, _) in patient.identity.duplicate_keys() {
                for row in rows.under(&key) {
                    // What is known of a row already is not compared again: many may share a placeholder.
                    if let Some(found) = found.get_mut(row)
                        && found.has_room(is_seen)
                        && rows.may_be(row, &patient.identity)
                    {
                        found.add(standing, is_seen);
                    }
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
        let warnings: Vec<DuplicateWarning> = found.into_iter().map(warning).collect();
        let named = warnings.iter().flat_map(|warning| &warning.patients);
        let shown: BTreeSet<PatientId> = named.map(|candidate| candidate.id).collect();
        let accesses = match shown.is_empty() {
            true => vec![],
            false => vec![Access::DuplicatesShown(DuplicatesShown {
                list: Some(list),
                patients: shown.into_iter().collect(),
            })],
        };
        Ok((accesses, warnings))
    }
}
