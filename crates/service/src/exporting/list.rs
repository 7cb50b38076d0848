//! What of a list leaves in a file, and the entry that it leaves under.

use crate::caller::Caller;
use crate::importing::team_time;
use crate::team::{Looked, World};
use domain::access::Action;
use domain::field::{Field, Value};
use domain::identity::Identity;
use domain::organization::Organization;
use domain::team::access_event::{Access, ExportFormat, ExportStarted};
use domain::team::state::{ListOrder, PatientStatus};
use domain::{ListId, PatientId};
use jiff::{Timestamp, ZonedDateTime};
use std::sync::Arc;

/// A list at a moment. It has no `Debug`: it names patients.
pub(crate) struct ExportedList {
    pub(super) team_name: String,
    pub(super) name: String,
    pub(super) order: ListOrder,
    /// In the team's time zone.
    pub(super) at: ZonedDateTime,
    /// Whether the first field is the place.
    pub(super) has_place: bool,
    pub(super) fields: Vec<Field>,
    pub(super) rows: Vec<ExportedRow>,
    /// Who members are.
    pub(super) organization: Arc<Organization>,
}

/// A patient of a list.
pub(super) struct ExportedRow {
    /// Protected from who exports: initials for a name, and of the values the place.
    pub(super) is_masked: bool,
    pub(super) identity: Identity,
    pub(super) status: PatientStatus,
    /// In the order of the fields.
    pub(super) values: Vec<Option<Value>>,
}

impl World {
    /// A list that leaves as a file.
    pub(crate) fn export(
        &self,
        caller: &Caller,
        at: Timestamp,
        id: ListId,
        format: ExportFormat,
    ) -> Looked<ExportedList> {
        self.permit(caller, Action::Export)?;
        let list = self.visible_list(caller, id)?;
        let team = self.team();
        let organization = self.directory.now();
        let fields: Vec<Field> = team.shown_fields(list).cloned().collect();
        let row = |id: PatientId| {
            let patient = team.patients.get(&id)?;
            let is_masked = team.masks(caller.user, id, at);
            let is_shown = |field: &Field| !is_masked || Some(field.id) == team.place;
            let values = fields.iter().map(|field| match is_shown(field) {
                true => patient.value(field.id).cloned(),
                false => None,
            });
            Some(ExportedRow {
                is_masked,
                identity: match is_masked {
                    true => Identity {
                        family: Some(patient.identity.initials()),
                        ..Identity::default()
                    },
                    false => patient.identity.clone(),
                },
                status: patient.status,
                values: values.collect(),
            })
        };
        let patients = list.rows.iter().map(|row| row.patient);
        let rows: Vec<ExportedRow> = patients.filter_map(row).collect();
        let started = Access::ExportStarted(ExportStarted {
            list: id,
            version: list.version,
            patients: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            format,
        });
        let team_name = organization.teams.get(&self.id).map(|team| &team.name);
        let exported = ExportedList {
            team_name: team_name.cloned().unwrap_or_default(),
            name: list.name.clone(),
            order: list.order,
            at: team_time(&team.time_zone, at),
            has_place: team.place.is_some() && fields.first().map(|f| f.id) == team.place,
            fields,
            rows,
            organization,
        };
        Ok((vec![started], exported))
    }
}
