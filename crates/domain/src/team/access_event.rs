//! What somebody looked at, took out, or was refused: the facts of a team's accesses stream. Durable before the data leaves;
//! without effect on the state. A persisted format like [`super::event`].

use super::event::Subject;
use crate::audit::Operation;
use crate::chart::PartName;
use crate::ehr::SearchCriteria;
use crate::tagged::tagged;
use crate::{EhrConnectionId, ListId, PatientId, ViewId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

tagged! {
    /// An access to a team's data.
    pub enum Access {
        "list_viewed" => ListViewed,
        "list_view_ended" => ListViewEnded,
        "patient_viewed" => PatientViewed,
        "history_viewed" => HistoryViewed,
        "rows_copied" => RowsCopied,
        "export_started" => ExportStarted,
        "refused" => Refused,
        "duplicates_shown" => DuplicatesShown,
        "chart_viewed" => ChartViewed,
        "ehr_searched" => EhrSearched,
        "ehr_probed" => EhrProbed,
        "break_glass_viewed" => BreakGlassViewed,
    }
}

/// A list's rows left the server. It covers every patient of the list at that version, with identity and shown values, and where
/// it is live, every patient who comes onto the list until the view's end.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListViewed {
    /// The list.
    pub list: ListId,
    /// Its version.
    pub version: u64,
    /// The team's sequence: with it the rows can be told from the journal for ever.
    pub sequence: u64,
    /// How many patients.
    pub patients: u32,
    /// The view, where it stays open until a [`ListViewEnded`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<ViewId>,
}

/// A live view ended.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListViewEnded {
    /// The list.
    pub list: ListId,
    /// The view.
    pub view: ViewId,
    /// The last version that was sent.
    pub version: u64,
    /// Why.
    pub reason: EndReason,
}

/// Why a live view ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// The reader closed it.
    Closed,
    /// The connection was lost and did not come back within five minutes.
    Lost,
    /// The reader may no longer see the list.
    Revoked,
    /// Twelve hours have passed.
    Expired,
    /// The server stopped.
    Stopped,
}

/// A patient's page left the server: identity, all values, notes.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PatientViewed {
    /// The patient.
    pub patient: PatientId,
    /// The team's sequence.
    pub sequence: u64,
}

/// A patient's history left the server: every version of every value and note.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryViewed {
    /// The patient.
    pub patient: PatientId,
    /// The team's sequence.
    pub sequence: u64,
}

/// A patient's chart left the server.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartViewed {
    /// The patient.
    pub patient: PatientId,
    /// The record's id of the patient.
    pub ehr_id: String,
    /// When it was read from the record.
    #[schema(value_type = String)]
    pub as_of: Timestamp,
    /// The parts that say something.
    pub parts: Vec<PartName>,
}

/// The hospital's record was searched. Criteria and hits stay in this body, which can be purged.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EhrSearched {
    /// The connection.
    pub connection: EhrConnectionId,
    /// What was asked for.
    pub criteria: SearchCriteria,
    /// The record's id of every hit returned.
    pub hits: Vec<String>,
    /// How many there are, where the record said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    /// Why somebody searches so often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Why there was no answer: a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// An owner had the server look at a record before connecting to it.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EhrProbed {
    /// The FHIR base.
    pub url: String,
}

/// A warning named patients of the team, with their identities, who may be the one that is being added, linked or imported.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DuplicatesShown {
    /// The list that the patient was to come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListId>,
    /// The patients.
    pub patients: Vec<PatientId>,
}

/// Openings of protected patients were looked at, to be reviewed.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakGlassViewed {
    /// The patients who were opened.
    pub patients: Vec<PatientId>,
}

/// Rows of a list were copied to the clipboard.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowsCopied {
    /// The list.
    pub list: ListId,
    /// The patients.
    pub patients: Vec<PatientId>,
}

/// A list left the product as a file.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportStarted {
    /// The list.
    pub list: ListId,
    /// Its version.
    pub version: u64,
    /// How many patients.
    pub patients: u32,
    /// The file's format.
    pub format: ExportFormat,
}

/// The format of an exported list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Comma-separated values.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
}

/// Somebody was refused for who they are, not for what they wrote.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// What they wanted: a command's type, or a route's name.
    pub action: String,
    /// The refusal's code.
    pub code: String,
    /// The list they named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListId>,
    /// The patient they named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient: Option<PatientId>,
}

impl Access {
    /// The operation that the access is journalled under, and what it concerns.
    pub fn subject(&self) -> Subject {
        let (operation, list, patient) = match self {
            Access::ListViewed(a) => (Operation::PatientListView, Some(a.list), None),
            Access::ListViewEnded(a) => (Operation::PatientListViewEnd, Some(a.list), None),
            Access::PatientViewed(a) => (Operation::PatientView, None, Some(a.patient)),
            Access::HistoryViewed(a) => (Operation::PatientHistoryView, None, Some(a.patient)),
            Access::RowsCopied(a) => (Operation::PatientListCopy, Some(a.list), None),
            Access::ExportStarted(a) => (Operation::ExportInitiation, Some(a.list), None),
            Access::Refused(a) => (Operation::AccessRefuse, a.list, a.patient),
            Access::DuplicatesShown(a) => (Operation::PatientDuplicateView, a.list, None),
            Access::ChartViewed(a) => (Operation::PatientView, None, Some(a.patient)),
            Access::EhrSearched(_) => (Operation::PatientSearch, None, None),
            Access::BreakGlassViewed(_) => (Operation::PatientBreakGlassView, None, None),
            Access::EhrProbed(_) => (Operation::EHRConnectionProbe, None, None),
        };
        Subject {
            operation,
            list,
            patient,
        }
    }
}
