//! Looking at a sheet before it is imported. The import itself is the command `import_patients`.

mod conversion;
mod duplicates;
mod issue;
mod mapping;
mod matching;
mod plan;
mod preview;
mod proposal;
mod reading;
mod resolution;

use crate::caller::Caller;
use crate::error::{Refusal, Unavailable};
use crate::registry::Service;
use crate::team::Asked;
use domain::rejection::Rejection;
use domain::{ListId, TeamId};
use sheet::{Delimiter, Encoding, HeaderAt, ReadError};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

pub(crate) use conversion::identifier_kind;
pub use duplicates::DuplicateWarning;
pub use issue::{ImportIssue, IssueReason, TeamIssueKind};
pub use mapping::{FieldTarget, ImportMapping, MappingFault, Target};
pub use plan::LockedField;
pub(crate) use plan::team_time;
pub use preview::{FoundColumn, FoundSheet, ImportPreview, PreviewRow};

/// Sheets that are read at a time: the largest one takes some hundred megabytes while it is read.
static READERS: Semaphore = Semaphore::const_new(2);

/// A file, and what a person says about it. It has no `Debug`: it is about patients.
pub struct SheetFile {
    /// Its name.
    pub file_name: String,
    /// Its bytes.
    pub content: Vec<u8>,
    /// Which sheet of a workbook, by index; absent means the first with names.
    pub sheet: Option<usize>,
    /// Where the header stands; absent means to find it.
    pub header: Option<HeaderAt>,
    /// The encoding of a CSV; absent means to find it.
    pub encoding: Option<Encoding>,
    /// The delimiter of a CSV; absent means to find it.
    pub delimiter: Option<Delimiter>,
    /// What each column becomes; absent means to propose it.
    pub mapping: Option<ImportMapping>,
}

/// Why a sheet has no preview.
#[derive(Debug, thiserror::Error)]
pub enum PreviewRefusal {
    /// The rules or the storage refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Choose another mapping, or ask an owner: the mapping names a field that only owners write in.
    #[error("a field is locked")]
    FieldLocked(LockedField),
    /// Choose another mapping.
    #[error("the mapping cannot be used: {fault:?}")]
    Mapping {
        /// The column that is wrong, where it is one.
        column: Option<usize>,
        /// What is wrong with it.
        fault: MappingFault,
    },
    /// Choose another file, or save it in another way.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

impl From<Rejection> for PreviewRefusal {
    fn from(rejection: Rejection) -> Self {
        PreviewRefusal::Refused(rejection.into())
    }
}

impl Service {
    /// What an import of a file would do, as JSON of an [`ImportPreview`]. Nothing is stored.
    ///
    /// # Errors
    /// The caller may not import to the list, the file cannot be read, or the mapping cannot be used.
    pub async fn preview_import(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
        file: SheetFile,
    ) -> Result<Vec<u8>, PreviewRefusal> {
        let asked = Asked::of_list("preview_import", list);
        let (asker, mapping) = (caller.clone(), Arc::new(file.mapping.clone()));
        let look = move |world: &mut crate::team::World, at| {
            world.plan_import(&asker, at, list, mapping.as_ref().as_ref())
        };
        let plan = self.read(caller, team, asked, look).await?;
        let plan = plan.map_err(PreviewRefusal::FieldLocked)?;

        let _reader = READERS.acquire().await.map_err(|_| stopping())?;
        let language = caller.language;
        let reading = spawn_blocking(move || reading::read(file, &plan, language));
        let (mut preview, identities) = reading.await.map_err(|_| stopping())??;

        let (asker, identities) = (caller.clone(), Arc::new(identities));
        let look = move |world: &mut crate::team::World, at| {
            world.find_duplicates(&asker, at, list, &identities)
        };
        let warnings = self.read(caller, team, asked, look).await?;
        let writing = spawn_blocking(move || {
            for (row, of_team) in preview.rows.iter_mut().zip(warnings) {
                row.duplicate = DuplicateWarning::joined(row.duplicate.take(), of_team);
            }
            serde_json::to_vec(&preview)
        });
        let json = writing.await.map_err(|_| stopping())?;
        Ok(json.map_err(|error| {
            Refusal::from(Unavailable::Busy {
                reason: error.to_string(),
            })
        })?)
    }
}

/// Work is only given up when the server stops.
fn stopping() -> Refusal {
    Refusal::from(Unavailable::Busy {
        reason: "the server is stopping".into(),
    })
}
