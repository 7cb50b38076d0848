//! What a reader sees: the shapes of the wire, and how each follows from the state. What a reader may not see is not in them.

pub use super::change::{Cause, Change, RowChange};
use super::state::{
    Cell, HighlightMark, List, ListOrder, Mode, Note, Patient, PatientStatus, Role, Team, Trace,
};
use crate::clinical::news2::News2Settings;
use crate::ehr::{EhrAuth, ProposedIdentity};
use crate::field::{Field, Wire};
use crate::identity::Identity;
use crate::{FieldId, ImportId, ListId, NoteId, PatientId, UserId};
use serde::Serialize;
use std::collections::BTreeSet;

/// A team as one of its members sees it.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TeamView<'a> {
    /// The schema.
    pub schema: SchemaView<'a>,
    /// The lists that the reader sees, by name.
    pub lists: Vec<ListHeader<'a>>,
    /// The reader's deleted lists, which can be restored.
    pub deleted_lists: Vec<ListHeader<'a>>,
    /// For owners: limited lists that they could add themselves to. Nothing but that they exist.
    pub hidden_lists: Vec<ListId>,
    /// Who belongs to the team.
    pub members: Vec<MemberView>,
    /// Names of people who once belonged to the team.
    pub former_members: Vec<PersonView>,
    /// How the team is fed; null before the app is installed.
    pub mode: Option<Mode>,
    /// The reader's role.
    pub role: Role,
    /// The connection to the hospital's record.
    pub ehr: Option<EhrConnectionView<'a>>,
    /// How scores are made; null where the team does not use them.
    pub news2: Option<&'a News2Settings>,
    /// IANA time zone of the team's days.
    pub time_zone: &'a str,
    /// Imports into lists that the reader sees, newest first, which can be undone.
    pub imports: Vec<ImportView>,
    /// The team's sequence.
    pub sequence: u64,
}

/// A team's connection to the hospital's record. It never shows a secret.
#[derive(Serialize, utoipa::ToSchema)]
pub struct EhrConnectionView<'a> {
    /// What the team calls it.
    pub name: &'a str,
    /// The FHIR base.
    pub url: &'a str,
    /// How we say who we are: for owners; null for others.
    pub auth: Option<&'a EhrAuth>,
    /// The FHIR version that it said.
    pub fhir_version: &'a str,
    /// Who set it, and when.
    pub set: Trace,
}

/// A patient's link to the hospital's record.
#[derive(Serialize, utoipa::ToSchema)]
pub struct EhrLinkView<'a> {
    /// The record's id of the patient.
    pub ehr_id: &'a str,
    /// Who linked them, and when.
    pub linked: Trace,
    /// The link is to a record that the team is no longer connected to: no chart is read by it.
    pub stale: bool,
    /// Another identity that the record says, until somebody decides.
    pub proposed: Option<&'a ProposedIdentity>,
}

/// The patient schema.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SchemaView<'a> {
    /// All fields, archived ones included, in their order.
    pub fields: &'a [Field],
    /// The field that says where a patient is.
    pub place: Option<FieldId>,
}

/// What a list is, without its rows.
#[derive(Clone, Serialize, utoipa::ToSchema)]
pub struct ListHeader<'a> {
    /// Its id.
    pub id: ListId,
    /// Its name.
    pub name: &'a str,
    /// Counts its readers' changes.
    pub version: u64,
    /// Whether it opens first.
    pub default: bool,
    /// The order that everybody sees first.
    pub order: ListOrder,
    /// The fields chosen as columns; archived ones are not shown.
    pub columns: &'a [FieldId],
    /// Members it is limited to; null means the whole team.
    pub members: Option<&'a BTreeSet<UserId>>,
    /// How many patients are on it.
    pub patients: usize,
}

/// A member of the team.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MemberView {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// They belong to the team by a group of the organization, and cannot be taken out here.
    pub by_group: bool,
}

/// A person's name.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PersonView {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
}

/// An import that can be undone.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ImportView {
    /// Its id.
    pub id: ImportId,
    /// The list.
    pub list: ListId,
    /// Who, and when.
    pub done: Trace,
    /// How many patients it brought.
    pub patients: usize,
}

/// A patient as a row of a list.
#[derive(Serialize, utoipa::ToSchema)]
pub struct RowView<'a> {
    /// Who.
    pub patient: RowPatient<'a>,
    /// The values, in the order of the list's `fields`.
    pub values: Vec<Wire<'a>>,
}

/// A patient of a row.
#[derive(Serialize, utoipa::ToSchema)]
pub struct RowPatient<'a> {
    /// Their id.
    pub id: PatientId,
    /// Who they are.
    pub identity: &'a Identity,
    /// Where their stay has come to.
    pub status: PatientStatus,
    /// How many notes there are.
    pub notes: usize,
    /// What the round must not miss.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub highlights: &'a [HighlightMark],
    /// Fields whose text became of two edits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<FieldId>,
    /// How they stand to the hospital's record; absent where they are not linked to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ehr: Option<RowLink>,
}

/// How a patient of a row stands to the hospital's record.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowLink {
    /// Linked.
    Linked,
    /// Linked, and the record says another identity: somebody decides.
    Proposed,
}

/// One patient, whole.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PatientView<'a> {
    /// Their id.
    pub id: PatientId,
    /// Who they are.
    pub identity: &'a Identity,
    /// Where their stay has come to.
    pub status: PatientStatus,
    /// What the round must not miss.
    pub highlights: &'a [HighlightMark],
    /// Every field that is not archived, in the schema's order, with its value.
    pub values: Vec<ValueView<'a>>,
    /// The notes, oldest first; those of records that were merged into this one included.
    pub notes: Vec<NoteView<'a>>,
    /// The lists they are on that the reader sees.
    pub lists: Vec<ListId>,
    /// Records that were merged into this one.
    pub merged: Vec<MergedView<'a>>,
    /// Where this record was merged into another: that one.
    pub merged_into: Option<PatientId>,
    /// Whom of the hospital's record they are.
    pub ehr: Option<EhrLinkView<'a>>,
    /// Which clinician chose scale 2 for the patient's SpO₂, and when; null is scale 1.
    pub scale_2: Option<Trace>,
    /// The team's sequence.
    pub sequence: u64,
}

/// A value with its last change.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ValueView<'a> {
    /// The field.
    pub field: FieldId,
    /// The value.
    pub value: Wire<'a>,
    /// The last change; null where there never was a value.
    pub changed: Option<Trace>,
    /// The text became of two edits.
    pub merged: bool,
    /// Whether the reader made the last change and can take it back.
    pub undoable: bool,
}

/// A note.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NoteView<'a> {
    /// Its id.
    pub id: NoteId,
    /// The record it was written on: another one, where that was merged into this.
    pub patient: PatientId,
    /// The text; empty where the note was deleted.
    pub text: &'a str,
    /// Who wrote it, and when.
    pub written: Trace,
    /// Its last change.
    pub changed: Trace,
    /// How many versions there are.
    pub versions: u32,
    /// The text became of two edits.
    pub merged: bool,
    /// Hidden; it can be restored.
    pub deleted: bool,
}

/// A record that was merged into another.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MergedView<'a> {
    /// The duplicate.
    pub id: PatientId,
    /// Its own identity.
    pub identity: &'a Identity,
}

impl Team {
    /// The team as a member sees it; `name_of` gives a user's name.
    pub fn view(
        &self,
        reader: UserId,
        role: Role,
        name_of: &dyn Fn(UserId) -> String,
    ) -> TeamView<'_> {
        let seen = |is_deleted: bool| {
            let lists = self
                .lists
                .iter()
                .filter(|(_, list)| list.is_for(reader) && list.deleted.is_some() == is_deleted);
            let mut headers: Vec<_> = lists
                .map(|(id, list)| self.list_header(*id, list))
                .collect();
            headers.sort_by_key(|header| header.name.to_lowercase());
            headers
        };
        let hidden_lists = match role {
            Role::Owner => {
                let hidden = self
                    .lists
                    .iter()
                    .filter(|(_, list)| list.deleted.is_none() && !list.is_for(reader));
                hidden.map(|(id, _)| *id).collect()
            }
            Role::Member | Role::Guest => Vec::new(),
        };
        let mut imports: Vec<ImportView> = self
            .imports
            .iter()
            .filter(|(_, i)| !i.undone && self.find_visible_list(reader, i.list).is_some())
            .map(|(id, i)| ImportView {
                id: *id,
                list: i.list,
                done: i.done,
                patients: i.added.len() + i.listed.len(),
            })
            .collect();
        imports.sort_by_key(|import| std::cmp::Reverse(import.done.sequence));
        TeamView {
            schema: SchemaView {
                fields: &self.fields,
                place: self.place,
            },
            lists: seen(false),
            deleted_lists: seen(true),
            hidden_lists,
            members: self
                .members
                .iter()
                .map(|(user, member)| MemberView {
                    user: *user,
                    name: name_of(*user),
                    role: member.role,
                    by_group: member.by_group.is_some(),
                })
                .collect(),
            former_members: self
                .former_members
                .iter()
                .filter(|user| !self.members.contains_key(user))
                .map(|user| PersonView {
                    user: *user,
                    name: name_of(*user),
                })
                .collect(),
            mode: self.mode,
            role,
            news2: self.news2.as_ref(),
            ehr: self.ehr.as_ref().map(|connection| EhrConnectionView {
                name: &connection.name,
                url: &connection.url,
                auth: (role == Role::Owner).then_some(&connection.auth),
                fhir_version: &connection.fhir_version,
                set: connection.set,
            }),
            time_zone: &self.time_zone,
            imports,
            sequence: self.sequence,
        }
    }

    /// What a list is, without its rows.
    pub fn list_header<'a>(&'a self, id: ListId, list: &'a List) -> ListHeader<'a> {
        ListHeader {
            id,
            name: &list.name,
            version: list.version,
            default: self.default_list == Some(id),
            order: list.order,
            columns: &list.columns,
            members: list.members.as_ref(),
            patients: list.rows.len(),
        }
    }

    /// A patient as a row of a list that shows `fields`.
    pub fn row<'a>(&self, fields: &[FieldId], id: PatientId, patient: &'a Patient) -> RowView<'a> {
        RowView {
            patient: RowPatient {
                id,
                identity: &patient.identity,
                status: patient.status,
                notes: self.notes(id, patient).filter(|note| !note.deleted).count(),
                highlights: &patient.highlights,
                merged: patient
                    .values
                    .iter()
                    .filter(|(_, cell)| cell.merged)
                    .map(|(field, _)| *field)
                    .collect(),
                ehr: self.ehr_link(id).map(|link| match link.proposed {
                    Some(_) => RowLink::Proposed,
                    None => RowLink::Linked,
                }),
            },
            values: fields
                .iter()
                .map(|field| Wire(patient.value(*field)))
                .collect(),
        }
    }

    /// One patient, whole, as a reader who sees them does.
    pub fn patient_view<'a>(
        &'a self,
        reader: UserId,
        id: PatientId,
        patient: &'a Patient,
    ) -> PatientView<'a> {
        let role = self.find_role(reader).unwrap_or(Role::Guest);
        let may_write = |field: &Field| match role {
            Role::Owner => true,
            Role::Member => !field.locked,
            Role::Guest => false,
        };
        let is_undoable = |cell: &Cell| {
            let before = cell.previous.as_ref().and_then(|p| p.value.as_ref());
            patient.merged.is_none() && cell.changed.by == reader && before != cell.value.as_ref()
        };
        let value = |field: &Field| {
            let cell = patient.values.get(&field.id);
            ValueView {
                field: field.id,
                value: Wire(cell.and_then(|cell| cell.value.as_ref())),
                changed: cell.map(|cell| cell.changed),
                merged: cell.is_some_and(|cell| cell.merged),
                undoable: cell.is_some_and(|cell| may_write(field) && is_undoable(cell)),
            }
        };
        let merged = patient
            .absorbed
            .iter()
            .filter_map(|a| self.patients.get(&a.duplicate).map(|p| (a.duplicate, p)));
        PatientView {
            id,
            identity: &patient.identity,
            status: patient.status,
            highlights: &patient.highlights,
            values: self
                .fields
                .iter()
                .filter(|field| !field.archived)
                .map(value)
                .collect(),
            notes: self.notes(id, patient).collect(),
            lists: patient
                .lists
                .iter()
                .copied()
                .filter(|l| self.find_visible_list(reader, *l).is_some())
                .collect(),
            merged: merged
                .map(|(id, p)| MergedView {
                    id,
                    identity: &p.identity,
                })
                .collect(),
            merged_into: patient.merged.as_ref().map(|merged| merged.into),
            scale_2: patient.scale_2,
            ehr: patient.ehr.as_ref().map(|link| EhrLinkView {
                ehr_id: &link.ehr_id,
                linked: link.linked,
                stale: self.ehr_link(id).is_none(),
                proposed: link.proposed.as_ref(),
            }),
            sequence: self.sequence,
        }
    }

    /// A patient's notes and those of records merged into this one, in the order of writing.
    pub(super) fn notes<'a>(
        &'a self,
        id: PatientId,
        patient: &'a Patient,
    ) -> impl Iterator<Item = NoteView<'a>> {
        let own = patient.notes.iter().map(move |note| note_view(id, note));
        let absorbed = patient
            .absorbed
            .iter()
            .filter_map(|a| self.patients.get(&a.duplicate).map(|p| (a.duplicate, p)));
        let theirs = absorbed
            .flat_map(|(id, patient)| patient.notes.iter().map(move |note| note_view(id, note)));
        let mut notes: Vec<NoteView<'a>> = own.chain(theirs).collect();
        notes.sort_by_key(|note| note.written.sequence);
        notes.into_iter()
    }
}

fn note_view(patient: PatientId, note: &Note) -> NoteView<'_> {
    NoteView {
        id: note.id,
        patient,
        text: if note.deleted { "" } else { &note.text },
        written: note.written,
        changed: note.changed,
        versions: note.versions,
        merged: note.merged,
        deleted: note.deleted,
    }
}
