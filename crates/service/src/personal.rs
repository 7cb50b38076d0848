//! What is kept for one person and not journalled: their teams, what they have seen, their column widths.

use crate::error::Unavailable;
use domain::team::unseen::SeenMarks;
use domain::{FieldId, ListId, TeamId, UserId};
use journal::{Journal, RecordChange, Table, WriteError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Notes that somebody may be a member of a team. Whether they are, the team says.
pub(crate) async fn remember_team(
    journal: &dyn Journal,
    user: UserId,
    team: TeamId,
) -> Result<(), WriteError> {
    put(
        journal,
        Table::TeamOfUser,
        format!("{user}/{team}"),
        Vec::new(),
    )
    .await
}

/// Notes that protected patients of a team may have been opened.
pub(crate) async fn remember_break_glass(
    journal: &dyn Journal,
    team: TeamId,
) -> Result<(), WriteError> {
    put(
        journal,
        Table::TeamWithBreakGlass,
        team.to_string(),
        Vec::new(),
    )
    .await
}

/// Teams of which protected patients may have been opened.
pub(crate) async fn find_break_glass(journal: &dyn Journal) -> Result<Vec<TeamId>, Unavailable> {
    let records = journal.scan_records(Table::TeamWithBreakGlass, "").await?;
    let team = |(key, _): (String, Vec<u8>)| key.parse().ok();
    Ok(records.into_iter().filter_map(team).collect())
}

/// Teams that somebody may be a member of.
pub(crate) async fn find_teams(
    journal: &dyn Journal,
    user: UserId,
) -> Result<Vec<TeamId>, Unavailable> {
    let records = journal
        .scan_records(Table::TeamOfUser, &format!("{user}/"))
        .await?;
    let team =
        |(key, _): (String, Vec<u8>)| key.rsplit_once('/').and_then(|(_, team)| team.parse().ok());
    Ok(records.into_iter().filter_map(team).collect())
}

/// What somebody has seen of a team.
pub(crate) async fn load_marks(
    journal: &dyn Journal,
    user: UserId,
    team: TeamId,
) -> Result<SeenMarks, Unavailable> {
    load(journal, Table::Seen, &format!("{user}/{team}")).await
}

/// Keeps what somebody has seen of a team.
pub(crate) async fn save_marks(
    journal: &dyn Journal,
    user: UserId,
    team: TeamId,
    marks: &SeenMarks,
) -> Result<(), Unavailable> {
    save(journal, Table::Seen, format!("{user}/{team}"), marks).await
}

/// The widths that somebody gave a list's columns, in CSS pixels.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnWidths {
    /// By field.
    #[schema(value_type = std::collections::HashMap<String, u16>)]
    pub widths: BTreeMap<FieldId, u16>,
    /// Of the column that says who the patient is, which is no field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<u16>,
}

/// The widths that somebody gave a list's columns.
pub(crate) async fn load_widths(
    journal: &dyn Journal,
    user: UserId,
    team: TeamId,
    list: ListId,
) -> Result<ColumnWidths, Unavailable> {
    load(
        journal,
        Table::ColumnWidth,
        &format!("{user}/{team}/{list}"),
    )
    .await
}

/// Keeps the widths that somebody gave a list's columns.
pub(crate) async fn save_widths(
    journal: &dyn Journal,
    user: UserId,
    team: TeamId,
    list: ListId,
    widths: &ColumnWidths,
) -> Result<(), Unavailable> {
    save(
        journal,
        Table::ColumnWidth,
        format!("{user}/{team}/{list}"),
        widths,
    )
    .await
}

async fn load<T: Default + serde::de::DeserializeOwned>(
    journal: &dyn Journal,
    table: Table,
    key: &str,
) -> Result<T, Unavailable> {
    let record = journal.get_record(table, key).await?;
    // Marks of an earlier form are worth less than an open list: they begin anew.
    Ok(record
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}

async fn save(
    journal: &dyn Journal,
    table: Table,
    key: String,
    value: &impl Serialize,
) -> Result<(), Unavailable> {
    let bytes = serde_json::to_vec(value).map_err(|e| Unavailable::Busy {
        reason: e.to_string(),
    })?;
    Ok(put(journal, table, key, bytes).await?)
}

async fn put(
    journal: &dyn Journal,
    table: Table,
    key: String,
    value: Vec<u8>,
) -> Result<(), WriteError> {
    journal
        .put_records(vec![RecordChange {
            table,
            key,
            value: Some(value),
        }])
        .await
}
