//! What happened in a team: the facts that its changes stream keeps. A persisted format: a record, once written, can be read for
//! ever, so a struct here may gain parts with a default, and never lose or change one. Golden files hold every version.

use super::state::{ListOrder, Mode, PatientStatus, Role};
use crate::audit::Operation;
use crate::clinical::news2::News2Settings;
use crate::ehr::{EhrAuth, ProposedIdentity};
use crate::field::choice::ChoiceOption;
use crate::field::{Field, Value};
use crate::identity::Identity;
use crate::tagged::tagged;
use crate::{EhrConnectionId, FieldId, ImportId, ListId, NoteId, PatientId, SecretId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

tagged! {
    /// A fact of a team. It has no `Debug`: it carries what people wrote of patients.
    pub enum Event {
        "team_founded" => TeamFounded,
        "app_installed" => AppInstalled,
        "schema_created" => SchemaCreated,
        "member_added" => MemberAdded,
        "member_removed" => MemberRemoved,
        "member_role_set" => MemberRoleSet,
        "list_created" => ListCreated,
        "list_renamed" => ListRenamed,
        "list_deleted" => ListDeleted,
        "list_restored" => ListRestored,
        "default_list_set" => DefaultListSet,
        "list_members_set" => ListMembersSet,
        "list_columns_set" => ListColumnsSet,
        "list_order_set" => ListOrderSet,
        "field_added" => FieldAdded,
        "field_renamed" => FieldRenamed,
        "field_moved" => FieldMoved,
        "field_archived" => FieldArchived,
        "field_restored" => FieldRestored,
        "field_options_set" => FieldOptionsSet,
        "field_locked" => FieldLocked,
        "patient_added" => PatientAdded,
        "patient_edited" => PatientEdited,
        "patient_added_to_list" => PatientAddedToList,
        "patient_moved" => PatientMoved,
        "patient_removed_from_list" => PatientRemovedFromList,
        "patient_reordered" => PatientReordered,
        "patient_status_set" => PatientStatusSet,
        "patient_merged" => PatientMerged,
        "patient_absorbed" => PatientAbsorbed,
        "patient_unmerged" => PatientUnmerged,
        "patient_released" => PatientReleased,
        "value_set" => ValueSet,
        "highlighted" => Highlighted,
        "highlight_removed" => HighlightRemoved,
        "note_added" => NoteAdded,
        "note_edited" => NoteEdited,
        "note_deleted" => NoteDeleted,
        "note_restored" => NoteRestored,
        "patients_imported" => PatientsImported,
        "import_undone" => ImportUndone,
        "ehr_connection_set" => EhrConnectionSet,
        "ehr_connection_removed" => EhrConnectionRemoved,
        "patient_linked" => PatientLinked,
        "patient_unlinked" => PatientUnlinked,
        "ehr_identity_proposed" => EhrIdentityProposed,
        "ehr_identity_answered" => EhrIdentityAnswered,
        "news2_set" => News2Set,
        "spo2_scale_set" => Spo2ScaleSet,
    }
}

/// Declares event structs, all alike.
macro_rules! events {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    )+};
}

events! {
    /// The organization made the team.
    TeamFounded {
        /// Its first owner.
        owner: UserId,
        /// Its IANA time zone, in which its days and shifts are.
        time_zone: String,
    }
    /// The team installed the app.
    AppInstalled {
        /// How it is fed.
        mode: Mode,
    }
    /// The first schema.
    SchemaCreated {
        /// Its fields, in their order.
        fields: Vec<Field>,
        /// The one that says where the patient is, shown first in every list.
        place: FieldId,
    }
    /// Somebody is a member.
    MemberAdded {
        /// Who.
        user: UserId,
        /// As what.
        role: Role,
        /// By a group of the organization, for as long as they are in it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_group: bool,
    }
    /// Somebody is no longer a member.
    MemberRemoved {
        /// Who.
        user: UserId,
    }
    /// A member may do more or less.
    MemberRoleSet {
        /// Who.
        user: UserId,
        /// From now on.
        role: Role,
        /// By a group of the organization.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_group: bool,
    }
    /// A list began.
    ListCreated {
        /// Its id.
        list: ListId,
        /// Its name.
        name: String,
        /// Its columns.
        columns: Vec<FieldId>,
        /// Members it is limited to; none means the whole team.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<BTreeSet<UserId>>,
    }
    /// A list has another name.
    ListRenamed {
        /// Which.
        list: ListId,
        /// The new name.
        name: String,
    }
    /// A list is hidden.
    ListDeleted {
        /// Which.
        list: ListId,
    }
    /// A list is back.
    ListRestored {
        /// Which.
        list: ListId,
    }
    /// Another list opens first.
    DefaultListSet {
        /// Which.
        list: ListId,
    }
    /// A list is limited otherwise.
    ListMembersSet {
        /// Which.
        list: ListId,
        /// Who; none means the whole team.
        members: Option<BTreeSet<UserId>>,
    }
    /// A list shows other columns.
    ListColumnsSet {
        /// Which.
        list: ListId,
        /// Its columns.
        columns: Vec<FieldId>,
    }
    /// A list is ordered otherwise.
    ListOrderSet {
        /// Which.
        list: ListId,
        /// How.
        order: ListOrder,
    }
    /// The schema has one more field.
    FieldAdded {
        /// The field.
        field: Field,
        /// The import that made it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        import: Option<ImportId>,
    }
    /// A field has another name.
    FieldRenamed {
        /// Which.
        field: FieldId,
        /// The new name.
        name: String,
    }
    /// The schema's order changed.
    FieldMoved {
        /// Which.
        field: FieldId,
        /// The field before it; none means first.
        after: Option<FieldId>,
    }
    /// A field is hidden.
    FieldArchived {
        /// Which.
        field: FieldId,
    }
    /// A field is back.
    FieldRestored {
        /// Which.
        field: FieldId,
    }
    /// A choice field has other options.
    FieldOptionsSet {
        /// Which.
        field: FieldId,
        /// All options, archived ones included.
        options: Vec<ChoiceOption>,
    }
    /// A field is locked to owners, or no longer.
    FieldLocked {
        /// Which.
        field: FieldId,
        /// Locked?
        locked: bool,
    }
    /// The team has one more patient, on a list.
    PatientAdded {
        /// Their id.
        patient: PatientId,
        /// The list.
        list: ListId,
        /// Who they are.
        identity: Identity,
        /// Where their stay has come to.
        #[serde(default)]
        status: PatientStatus,
        /// First values.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<FieldValue>,
        /// The import that brought them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        import: Option<ImportId>,
    }
    /// A patient's identity changed.
    PatientEdited {
        /// Who.
        patient: PatientId,
        /// The whole identity.
        identity: Identity,
    }
    /// A patient is on one more list.
    PatientAddedToList {
        /// Who.
        patient: PatientId,
        /// Where.
        list: ListId,
        /// The import that did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        import: Option<ImportId>,
    }
    /// A patient went from one list to another.
    PatientMoved {
        /// Who.
        patient: PatientId,
        /// From where.
        from: ListId,
        /// To where.
        to: ListId,
    }
    /// A patient is no longer on a list.
    PatientRemovedFromList {
        /// Who.
        patient: PatientId,
        /// From where.
        list: ListId,
    }
    /// The agreed order of a list changed.
    PatientReordered {
        /// Which list.
        list: ListId,
        /// Who.
        patient: PatientId,
        /// The patient before them; none means first.
        after: Option<PatientId>,
    }
    /// A patient's stay came further.
    PatientStatusSet {
        /// Who.
        patient: PatientId,
        /// From now on.
        status: PatientStatus,
    }
    /// A record was found to be another's duplicate, and points to it.
    PatientMerged {
        /// The duplicate.
        patient: PatientId,
        /// The one that is kept.
        into: PatientId,
    }
    /// A record took a duplicate's lists, and values where it had none.
    PatientAbsorbed {
        /// The one that is kept.
        patient: PatientId,
        /// The duplicate.
        duplicate: PatientId,
        /// Lists it came onto.
        lists: Vec<ListId>,
        /// Values it got.
        values: Vec<FieldValue>,
    }
    /// A duplicate is a patient of its own again.
    PatientUnmerged {
        /// The former duplicate.
        patient: PatientId,
        /// The one that was kept.
        from: PatientId,
    }
    /// A record gave back what it took from a duplicate, as far as nobody changed it since.
    PatientReleased {
        /// The one that was kept.
        patient: PatientId,
        /// The former duplicate.
        duplicate: PatientId,
        /// Lists it left.
        lists: Vec<ListId>,
        /// Fields that were cleared.
        fields: Vec<FieldId>,
    }
    /// A value is another, or none.
    ValueSet {
        /// Of whom.
        patient: PatientId,
        /// Which field.
        field: FieldId,
        /// The value.
        value: Option<Value>,
        /// Two edits of different paragraphs became this text.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        merged: bool,
        /// It takes the actor's last change back.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        undo: bool,
        /// The column is bound to the chart, and this is what it shows now.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        from_record: bool,
        /// The import that set it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        import: Option<ImportId>,
    }
    /// A patient or a value is what the round must not miss.
    Highlighted {
        /// Who.
        patient: PatientId,
        /// Which value; none means the patient.
        field: Option<FieldId>,
        /// Why.
        reason: String,
    }
    /// A highlight is gone.
    HighlightRemoved {
        /// Who.
        patient: PatientId,
        /// Which value; none means the patient.
        field: Option<FieldId>,
    }
    /// A patient has one more note.
    NoteAdded {
        /// On whom.
        patient: PatientId,
        /// Its id.
        note: NoteId,
        /// What.
        text: String,
    }
    /// A note's text is another.
    NoteEdited {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: NoteId,
        /// The whole text.
        text: String,
        /// Two edits of different paragraphs became this text.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        merged: bool,
    }
    /// A note is hidden.
    NoteDeleted {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: NoteId,
    }
    /// A note is back.
    NoteRestored {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: NoteId,
    }
    /// An import took place; what it did are the other events with its id.
    PatientsImported {
        /// Its id.
        import: ImportId,
        /// The list.
        list: ListId,
        /// How many patients it brought to the list.
        patients: u32,
    }
    /// An import was taken back.
    ImportUndone {
        /// Which.
        import: ImportId,
        /// The list.
        list: ListId,
    }
    /// The team is connected to the hospital's record, or otherwise than before. It holds no secret.
    EhrConnectionSet {
        /// Its id: another one as soon as the record may be another.
        connection: EhrConnectionId,
        /// What the team calls it.
        name: String,
        /// The FHIR base.
        url: String,
        /// How we say who we are, without the secret.
        auth: EhrAuth,
        /// Where its secret is sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<SecretId>,
        /// The FHIR version that it said.
        fhir_version: String,
    }
    /// The team is no longer connected to the hospital's record.
    EhrConnectionRemoved {}
    /// A patient of the team is one of the record.
    PatientLinked {
        /// Who.
        patient: PatientId,
        /// Of which connection.
        connection: EhrConnectionId,
        /// The record's id of the patient.
        ehr_id: String,
        /// What the record says of the identity.
        identity: Identity,
    }
    /// A patient is no longer linked to the record.
    PatientUnlinked {
        /// Who.
        patient: PatientId,
    }
    /// The record says another identity than when it was last compared.
    EhrIdentityProposed {
        /// Whose.
        patient: PatientId,
        /// What it says; none takes the proposal back, since the record says again what it said.
        proposed: Option<ProposedIdentity>,
    }
    /// Somebody took the record's identity over, or kept the team's.
    EhrIdentityAnswered {
        /// Whose.
        patient: PatientId,
        /// What the record says.
        proposed: ProposedIdentity,
        /// Taken over?
        taken: bool,
    }
    /// Scores are made otherwise, or no longer.
    News2Set {
        /// How; none means not at all.
        settings: Option<News2Settings>,
    }
    /// A patient's SpO₂ is scored by another scale.
    Spo2ScaleSet {
        /// Whose.
        patient: PatientId,
        /// Scale 2; else scale 1.
        scale_2: bool,
    }
}

/// A field's value.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldValue {
    /// Which field.
    pub field: FieldId,
    /// The value.
    #[schema(value_type = Object)]
    pub value: Value,
}

/// What an event is about, for the entry's header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// The audited operation.
    pub operation: Operation,
    /// The list, where it is about one.
    pub list: Option<ListId>,
    /// The patient, where it is about one; never more than one.
    pub patient: Option<PatientId>,
}

impl Event {
    /// The operation that the event is journalled under, and the list and patient that it concerns.
    pub fn subject(&self) -> Subject {
        use Operation as O;
        let (operation, list, patient) = match self {
            Event::TeamFounded(_) => (O::TeamCreate, None, None),
            Event::AppInstalled(_) => (O::AppInstall, None, None),
            Event::SchemaCreated(_) => (O::PatientSchemaCreate, None, None),
            Event::MemberAdded(_) => (O::MemberAdd, None, None),
            Event::MemberRemoved(_) => (O::MemberRemove, None, None),
            Event::MemberRoleSet(_) => (O::MemberSetRole, None, None),
            Event::ListCreated(e) => (O::PatientListCreate, Some(e.list), None),
            Event::ListRenamed(e) => (O::PatientListRename, Some(e.list), None),
            Event::ListDeleted(e) => (O::PatientListDelete, Some(e.list), None),
            Event::ListRestored(e) => (O::PatientListRestore, Some(e.list), None),
            Event::DefaultListSet(e) => (O::PatientListSetDefault, Some(e.list), None),
            Event::ListMembersSet(e) => (O::PatientListSetMembers, Some(e.list), None),
            Event::ListColumnsSet(e) => (O::PatientListEditColumns, Some(e.list), None),
            Event::ListOrderSet(e) => (O::PatientListSetOrder, Some(e.list), None),
            Event::FieldAdded(_)
            | Event::FieldRenamed(_)
            | Event::FieldMoved(_)
            | Event::FieldArchived(_)
            | Event::FieldRestored(_)
            | Event::FieldOptionsSet(_)
            | Event::FieldLocked(_) => (O::PatientSchemaUpdate, None, None),
            Event::PatientAdded(e) => (O::PatientListAddPatient, Some(e.list), Some(e.patient)),
            Event::PatientEdited(e) => (O::PatientDetailsEdit, None, Some(e.patient)),
            Event::PatientAddedToList(e) => {
                (O::PatientListAddPatient, Some(e.list), Some(e.patient))
            }
            Event::PatientMoved(e) => (O::PatientListMovePatient, Some(e.to), Some(e.patient)),
            Event::PatientRemovedFromList(e) => {
                (O::PatientListRemovePatient, Some(e.list), Some(e.patient))
            }
            Event::PatientReordered(e) => (O::PatientListReorder, Some(e.list), Some(e.patient)),
            Event::PatientStatusSet(e) => (O::PatientSetStatus, None, Some(e.patient)),
            Event::PatientMerged(e) => (O::PatientMerge, None, Some(e.patient)),
            Event::PatientAbsorbed(e) => (O::PatientMerge, None, Some(e.patient)),
            Event::PatientUnmerged(e) => (O::PatientUnmerge, None, Some(e.patient)),
            Event::PatientReleased(e) => (O::PatientUnmerge, None, Some(e.patient)),
            Event::ValueSet(e) if e.from_record => (O::PatientChartRefresh, None, Some(e.patient)),
            Event::ValueSet(e) => (O::PatientDetailsEdit, None, Some(e.patient)),
            Event::Highlighted(e) => (O::PatientHighlight, None, Some(e.patient)),
            Event::HighlightRemoved(e) => (O::PatientHighlight, None, Some(e.patient)),
            Event::NoteAdded(e) => (O::PatientNoteAdd, None, Some(e.patient)),
            Event::NoteEdited(e) => (O::PatientNoteEdit, None, Some(e.patient)),
            Event::NoteDeleted(e) => (O::PatientNoteDelete, None, Some(e.patient)),
            Event::NoteRestored(e) => (O::PatientNoteRestore, None, Some(e.patient)),
            Event::PatientsImported(e) => (O::PatientImport, Some(e.list), None),
            Event::ImportUndone(e) => (O::PatientImportUndo, Some(e.list), None),
            Event::EhrConnectionSet(_) => (O::EHRConnectionSet, None, None),
            Event::EhrConnectionRemoved(_) => (O::EHRConnectionRemove, None, None),
            Event::News2Set(_) => (O::TeamSetNews2, None, None),
            Event::Spo2ScaleSet(e) => (O::PatientSetSpo2Scale, None, Some(e.patient)),
            Event::PatientLinked(e) => (O::PatientLink, None, Some(e.patient)),
            Event::PatientUnlinked(e) => (O::PatientUnlink, None, Some(e.patient)),
            Event::EhrIdentityProposed(e) => (O::PatientIdentityPropose, None, Some(e.patient)),
            Event::EhrIdentityAnswered(e) => (O::PatientIdentityAnswer, None, Some(e.patient)),
        };
        Subject {
            operation,
            list,
            patient,
        }
    }
}
