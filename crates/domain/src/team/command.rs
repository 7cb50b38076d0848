//! What people want: the commands of a team. Parsed at the edge, judged by [`super::decide`].

use super::state::{ListOrder, Mode, PatientStatus, Role};
use crate::clinical::news2::News2Settings;
use crate::ehr::EhrAuth;
use crate::field::FieldTypeName;
use crate::field::chart::ChartSource;
use crate::field::choice::ChoiceOption;
use crate::identity::Identity;
use crate::tagged::tagged;
use crate::{FieldId, ImportId, ListId, NoteId, PatientId, SecretId, UserId};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;

tagged! {
    /// A command to a team. It has no `Debug`: it carries what people wrote of patients.
    #[schema(as = TeamCommand)]
    pub enum Command {
        "install_app" => InstallApp,
        "add_member" => AddMember,
        "remove_member" => RemoveMember,
        "set_member_role" => SetMemberRole,
        "create_list" => CreateList,
        "rename_list" => RenameList,
        "delete_list" => DeleteList,
        "restore_list" => RestoreList,
        "set_default_list" => SetDefaultList,
        "set_list_members" => SetListMembers,
        "join_list" => JoinList,
        "set_list_columns" => SetListColumns,
        "set_list_order" => SetListOrder,
        "add_field" => AddField,
        "rename_field" => RenameField,
        "move_field" => MoveField,
        "archive_field" => ArchiveField,
        "restore_field" => RestoreField,
        "set_field_options" => SetFieldOptions,
        "lock_field" => LockField,
        "add_patient" => AddPatient,
        "edit_patient" => EditPatient,
        "add_patient_to_list" => AddPatientToList,
        "move_patient" => MovePatient,
        "remove_patient_from_list" => RemovePatientFromList,
        "reorder_patient" => ReorderPatient,
        "set_patient_status" => SetPatientStatus,
        "merge_patients" => MergePatients,
        "unmerge_patients" => UnmergePatients,
        "set_value" => SetValue,
        "undo_value" => UndoValue,
        "highlight" => Highlight,
        "remove_highlight" => RemoveHighlight,
        "add_note" => AddNote,
        "edit_note" => EditNote,
        "delete_note" => DeleteNote,
        "restore_note" => RestoreNote,
        "import_patients" => ImportPatients,
        "undo_import" => UndoImport,
        "set_ehr_connection" => SetEhrConnection,
        "remove_ehr_connection" => RemoveEhrConnection,
        "add_ehr_patient" => AddEhrPatient,
        "link_patient" => LinkPatient,
        "unlink_patient" => UnlinkPatient,
        "answer_ehr_identity" => AnswerEhrIdentity,
        "set_news2" => SetNews2,
        "set_spo2_scale" => SetSpo2Scale,
        "set_sensitive" => SetSensitive,
        "set_responsible" => SetResponsible,
        "break_glass" => BreakGlass,
        "review_break_glass" => ReviewBreakGlass,
        "set_time_zone" => SetTimeZone,
    }
}

impl Command {
    /// Whether the server asks a hospital's record about it, or clears up after it, besides judging it.
    pub const fn asks_record(&self) -> bool {
        matches!(
            self,
            Command::SetEhrConnection(_)
                | Command::RemoveEhrConnection(_)
                | Command::AddEhrPatient(_)
                | Command::LinkPatient(_)
                | Command::UnlinkPatient(_)
        )
    }
}

/// Declares command structs, all alike.
macro_rules! commands {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    )+};
}

commands! {
    /// First run: makes the schema and a default list. Any member may.
    InstallApp {
        /// Typed by the team, or fed from the record.
        mode: Mode,
    }
    /// An owner takes a user of the organization into the team.
    AddMember {
        /// Who.
        user: UserId,
        /// As what.
        role: Role,
    }
    /// An owner takes a member out of the team; anyone may leave by naming themselves.
    RemoveMember {
        /// Who.
        user: UserId,
    }
    /// An owner changes what a member may do.
    SetMemberRole {
        /// Who.
        user: UserId,
        /// From now on.
        role: Role,
    }
    /// Makes a list.
    CreateList {
        /// Its name; names of lists that one sees differ.
        name: String,
        /// Fields to show; absent means all that the default list shows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        columns: Option<Vec<FieldId>>,
        /// Members it is limited to, the creator always among them; absent means the whole team.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<BTreeSet<UserId>>,
    }
    /// Renames a list.
    RenameList {
        /// Which.
        list: ListId,
        /// The new name.
        name: String,
    }
    /// Hides a list; its patients stay in the team.
    DeleteList {
        /// Which.
        list: ListId,
    }
    /// Brings a deleted list back.
    RestoreList {
        /// Which.
        list: ListId,
    }
    /// An owner chooses the list that opens first.
    SetDefaultList {
        /// Which.
        list: ListId,
    }
    /// Limits a list to named members, or opens it to the whole team.
    SetListMembers {
        /// Which.
        list: ListId,
        /// Who; null means the whole team.
        #[serde(deserialize_with = "nullable")]
        #[schema(required)]
        members: Option<BTreeSet<UserId>>,
    }
    /// An owner adds themselves to a limited list that they do not see; its members are shown that.
    JoinList {
        /// Which.
        list: ListId,
    }
    /// Chooses and orders a list's columns. Place and identity always come first and are not among them.
    SetListColumns {
        /// Which.
        list: ListId,
        /// The fields, in their order.
        columns: Vec<FieldId>,
    }
    /// Chooses the order that everybody sees first.
    SetListOrder {
        /// Which.
        list: ListId,
        /// By place, or as agreed by hand.
        order: ListOrder,
    }
    /// Adds a field to the schema.
    AddField {
        /// The field.
        field: NewField,
        /// A list that gets it as its last column.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        list: Option<ListId>,
    }
    /// Renames a field.
    RenameField {
        /// Which.
        field: FieldId,
        /// The new name.
        name: String,
    }
    /// Changes the order of the schema.
    MoveField {
        /// Which.
        field: FieldId,
        /// The field before it; null means first.
        #[serde(deserialize_with = "nullable")]
        #[schema(required)]
        after: Option<FieldId>,
    }
    /// Hides a field everywhere; its values stay.
    ArchiveField {
        /// Which.
        field: FieldId,
    }
    /// Brings an archived field back.
    RestoreField {
        /// Which.
        field: FieldId,
    }
    /// Changes the options of a choice field; one that is left out is archived.
    SetFieldOptions {
        /// Which.
        field: FieldId,
        /// The options, in their order; new ones without id.
        options: Vec<ChoiceOption>,
    }
    /// An owner locks a field to owners, or unlocks it.
    LockField {
        /// Which.
        field: FieldId,
        /// Locked from now on?
        locked: bool,
    }
    /// Adds a patient to the team and a list.
    AddPatient {
        /// The list.
        list: ListId,
        /// Who the patient is.
        identity: Identity,
        /// Present, where nothing is said.
        #[serde(default)]
        status: PatientStatus,
        /// First values.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<NewValue>,
        /// The answer to a duplicate warning: this is somebody else.
        #[serde(default)]
        distinct: bool,
    }
    /// Changes a patient's identity.
    EditPatient {
        /// Who.
        patient: PatientId,
        /// The whole identity as it is to be.
        identity: Identity,
        /// The newest sequence that was applied when the edit began.
        based_on: u64,
    }
    /// Puts a patient of the team on one more list.
    AddPatientToList {
        /// Who.
        patient: PatientId,
        /// Where.
        list: ListId,
        /// The answer to the question whether more people may see the patient.
        #[serde(default)]
        confirm_audience: bool,
    }
    /// Moves a patient from one list to another.
    MovePatient {
        /// Who.
        patient: PatientId,
        /// From where.
        from: ListId,
        /// To where.
        to: ListId,
        /// The answer to the question whether more people may see the patient.
        #[serde(default)]
        confirm_audience: bool,
    }
    /// Takes a patient off a list; they stay in the team.
    RemovePatientFromList {
        /// Who.
        patient: PatientId,
        /// From where.
        list: ListId,
    }
    /// Changes the agreed order of a list.
    ReorderPatient {
        /// Which list.
        list: ListId,
        /// Who.
        patient: PatientId,
        /// The patient before them; null means first.
        #[serde(deserialize_with = "nullable")]
        #[schema(required)]
        after: Option<PatientId>,
    }
    /// Says where a patient's stay has come to.
    SetPatientStatus {
        /// Who.
        patient: PatientId,
        /// From now on.
        status: PatientStatus,
    }
    /// Two records are one person: one is kept, and the other points to it.
    MergePatients {
        /// The one that is kept.
        patient: PatientId,
        /// The other one.
        duplicate: PatientId,
        /// The answer to the question whether more people may see the patient.
        #[serde(default)]
        confirm_audience: bool,
    }
    /// They are two persons after all.
    UnmergePatients {
        /// The one that was kept.
        patient: PatientId,
        /// The other one.
        duplicate: PatientId,
    }
    /// Sets a value, or clears it.
    SetValue {
        /// Of whom.
        patient: PatientId,
        /// Which field.
        field: FieldId,
        /// The value by its field's type; null clears.
        #[schema(schema_with = value_schema)]
        value: serde_json::Value,
        /// The newest sequence of the list that was applied when the edit began.
        based_on: u64,
    }
    /// Takes back one's own last change of a value, as a new change.
    UndoValue {
        /// Of whom.
        patient: PatientId,
        /// Which field.
        field: FieldId,
    }
    /// Marks a patient or a value as what the round must not miss.
    Highlight {
        /// Who.
        patient: PatientId,
        /// Which value; absent means the patient.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<FieldId>,
        /// Why.
        reason: String,
    }
    /// Takes a highlight away.
    RemoveHighlight {
        /// Who.
        patient: PatientId,
        /// Which value; absent means the patient.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<FieldId>,
    }
    /// Adds a note.
    AddNote {
        /// On whom.
        patient: PatientId,
        /// What.
        text: String,
    }
    /// Changes a note's text; earlier versions are kept.
    EditNote {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: NoteId,
        /// The whole text as it is to be.
        text: String,
        /// The newest sequence that was applied when the edit began.
        based_on: u64,
    }
    /// Hides a note.
    DeleteNote {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: NoteId,
    }
    /// Brings a deleted note back.
    RestoreNote {
        /// On whom.
        patient: PatientId,
        /// Which.
        note: NoteId,
    }
    /// Takes a sheet's patients in, as one step that can be undone.
    ImportPatients {
        /// The list they go to.
        list: ListId,
        /// Fields to make first.
        #[serde(default)]
        fields: Vec<NewField>,
        /// The patients.
        rows: Vec<ImportRow>,
        /// The answer to the question whether more people may see patients whom the team has already.
        #[serde(default)]
        confirm_audience: bool,
    }
    /// Takes a whole import back: who was added leaves the list, what was set is as before where nobody changed it since.
    UndoImport {
        /// Which.
        import: ImportId,
    }
    /// An owner connects the team to the hospital's record, or changes the connection.
    SetEhrConnection {
        /// What the team calls it.
        name: String,
        /// The FHIR base, as `https://fhir.example.org/r4`.
        url: String,
        /// How we say who we are.
        auth: EhrAuth,
        /// What the server found of the record before: never read from a request.
        #[serde(skip)]
        #[schema(ignore)]
        found: Option<FoundConnection>,
    }
    /// An owner ends the connection; patients and what the team entered stay.
    RemoveEhrConnection {}
    /// Adds a patient of the record to the team and a list.
    AddEhrPatient {
        /// The list.
        list: ListId,
        /// The record's id of the patient, as a search answered it.
        ehr_id: String,
        /// Present, where nothing is said.
        #[serde(default)]
        status: PatientStatus,
        /// The answer to a duplicate warning: this is somebody else.
        #[serde(default)]
        distinct: bool,
        /// What the record says of the patient: never read from a request.
        #[serde(skip)]
        #[schema(ignore)]
        found: Option<FoundPatient>,
    }
    /// Says that a patient of the team is this one of the record.
    LinkPatient {
        /// Who.
        patient: PatientId,
        /// The record's id of the patient.
        ehr_id: String,
        /// The answer to the question whether the two identities are one person's.
        #[serde(default)]
        confirm_identity: bool,
        /// What the record says of the patient: never read from a request.
        #[serde(skip)]
        #[schema(ignore)]
        found: Option<FoundPatient>,
    }
    /// Ends a patient's link to the record.
    UnlinkPatient {
        /// Who.
        patient: PatientId,
    }
    /// Takes over the identity that the record proposes, or keeps the team's.
    AnswerEhrIdentity {
        /// Who.
        patient: PatientId,
        /// Take the record's?
        take: bool,
    }
    /// An owner switches scores on, changes how they are made, or switches them off.
    SetNews2 {
        /// How; null switches them off.
        #[serde(deserialize_with = "nullable")]
        #[schema(required)]
        settings: Option<News2Settings>,
    }
    /// An owner chooses the time zone of the team's days and shifts.
    SetTimeZone {
        /// Its IANA name.
        time_zone: String,
    }
    /// A clinician chooses the scale by which a patient's SpO₂ is scored.
    SetSpo2Scale {
        /// Whose.
        patient: PatientId,
        /// Scale 2, for a target of 88 to 92 %; else scale 1.
        scale_2: bool,
    }
}

pub use super::protection_command::{BreakGlass, ReviewBreakGlass, SetResponsible, SetSensitive};

/// What the server found of a record before a connection to it is set.
#[derive(Clone, PartialEq)]
pub struct FoundConnection {
    /// The FHIR version that it said.
    pub fhir_version: String,
    /// Where the secret is sealed that came with the command.
    pub secret: Option<SecretId>,
}

/// What the record says of a patient.
#[derive(Clone, PartialEq)]
pub struct FoundPatient {
    /// The record's id of the patient: another than was asked for, where it was merged.
    pub ehr_id: String,
    /// The identity.
    pub identity: Identity,
}

/// A first value of a patient who is being added.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewValue {
    /// Which field.
    pub field: FieldId,
    /// The value by its field's type.
    #[schema(schema_with = value_schema)]
    pub value: serde_json::Value,
}

/// A field that is to be made.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewField {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: FieldTypeName,
    /// Of a number: the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Of a choice or choices: the options. An import numbers them itself, so that its rows can name them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ChoiceOption>,
    /// Of a column that is bound to the chart: what of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<ChartSource>,
}

/// One patient of an import.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRow {
    /// Who the patient is.
    pub identity: Identity,
    /// Where the patient stands; absent means present. That of a patient whom the team has already stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PatientStatus>,
    /// Values of fields that exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<NewValue>,
    /// Values of fields that the import makes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_values: Vec<NewFieldValue>,
    /// What to do about a patient whom the team may have already; absent means to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<DuplicateAnswer>,
}

/// A value of a field that the import makes.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFieldValue {
    /// Its place in the import's `fields`, from 0.
    pub index: usize,
    /// The value by its field's type.
    #[schema(schema_with = value_schema)]
    pub value: serde_json::Value,
}

/// The answer to a duplicate warning for a row of an import.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "answer", rename_all = "snake_case", deny_unknown_fields)]
pub enum DuplicateAnswer {
    /// Somebody else: add them.
    Distinct,
    /// The same person: put that patient on the list, and set what the sheet says and the patient lacks.
    Same {
        /// The patient of the team.
        patient: PatientId,
    },
}

/// Reads a part that must be there and may be null: left out by mistake, `members` would open a limited list to everybody.
fn nullable<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

fn value_schema() -> utoipa::openapi::Ref {
    utoipa::openapi::Ref::from_schema_name("Value")
}
