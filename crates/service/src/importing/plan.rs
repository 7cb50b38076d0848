//! What of a team an import is planned with.

use super::mapping::{FieldTarget, ImportMapping, Target};
use crate::caller::Caller;
use crate::team::{Looked, World, refused};
use domain::access::Action;
use domain::field::Field;
use domain::rejection::Rejection;
use domain::team::state::Role;
use domain::{FieldId, ListId, UserId, limits};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The facts of a team at the moment when a sheet is looked at.
pub(crate) struct ImportPlan {
    /// The fields in use, in the schema's order.
    pub(super) fields: Vec<Field>,
    /// The field that says where a patient is.
    pub(super) place: FieldId,
    /// Whether the caller may write in locked fields.
    pub(super) is_owner: bool,
    /// Who belongs to the team, by the names that others see.
    pub(super) members: Vec<(UserId, String)>,
    /// The team's day.
    pub(super) today: Date,
    /// How many fields the schema has room for.
    pub(super) room: usize,
}

/// A field that only owners write in, by the name that the caller knows it by.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct LockedField {
    /// The field.
    pub field: FieldId,
    /// Its name.
    pub name: String,
}

impl ImportPlan {
    pub(super) fn find_field(&self, id: FieldId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The field as one that the caller may not write in, where it is.
    pub(super) fn find_lock(&self, field: &Field) -> Option<LockedField> {
        (field.locked && !self.is_owner).then(|| LockedField {
            field: field.id,
            name: field.name.clone(),
        })
    }

    /// The first field of a mapping that the caller may not write in.
    fn find_locked(&self, mapping: &ImportMapping) -> Option<LockedField> {
        let is_placed = mapping.columns.contains(&Target::Place);
        let named = mapping.fields().filter_map(|target| match target {
            FieldTarget::Id(id) => Some(*id),
            FieldTarget::New(_) => None,
        });
        named
            .chain(is_placed.then_some(self.place))
            .filter_map(|id| self.find_field(id))
            .find_map(|field| self.find_lock(field))
    }
}

impl World {
    /// What an import is planned with; or the locked field that the mapping names, which is journalled as any refusal is.
    pub(crate) fn plan_import(
        &self,
        caller: &Caller,
        at: Timestamp,
        list: ListId,
        mapping: Option<&ImportMapping>,
    ) -> Looked<Result<ImportPlan, LockedField>> {
        let role = self.permit(caller, Action::EditPatients)?;
        self.visible_list(caller, list)?;
        let team = self.team();
        let plan = ImportPlan {
            fields: team
                .fields
                .iter()
                .filter(|f| !f.archived)
                .cloned()
                .collect(),
            place: team.place.ok_or(Rejection::NotInstalled)?,
            is_owner: role == Role::Owner,
            members: team
                .members
                .keys()
                .map(|user| (*user, self.name_of(*user)))
                .collect(),
            today: team_time(&team.time_zone, at).date(),
            room: limits::FIELDS.saturating_sub(team.fields.len()),
        };
        if let Some(locked) = mapping.and_then(|mapping| plan.find_locked(mapping)) {
            let rejection = Rejection::FieldLocked {
                field: locked.field,
            };
            let accesses = refused("preview_import", &rejection, Some(list), None);
            return Ok((accesses.into_iter().collect(), Err(locked)));
        }
        Ok((vec![], Ok(plan)))
    }
}

/// A moment in a team's time zone.
pub(crate) fn team_time(time_zone: &str, at: Timestamp) -> ZonedDateTime {
    at.to_zoned_datetime(TimeZone::get(time_zone).unwrap_or(TimeZone::UTC))
}
