//! A list as a file. That it leaves is journalled before it does.

mod chart_text;
mod list;
mod place_order;
mod table;
pub(crate) mod words;

use crate::caller::Caller;
use crate::error::{Refusal, Unavailable};
use crate::registry::Service;
use crate::team::Asked;
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use domain::{ListId, TeamId};
use sheet::{CsvStyle, Delimiter, WriteError, write_csv, write_xlsx};
use tokio::task::spawn_blocking;

/// A list as a file. It has no `Debug`: it names patients.
pub struct ExportedFile {
    /// Its name: the list's and the day, and nothing of a patient.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a list does not leave as a file.
#[derive(Debug, thiserror::Error)]
pub enum ExportRefusal {
    /// The rules or the storage refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Export it as CSV, which takes any list.
    #[error(transparent)]
    Unwritable(#[from] WriteError),
}

impl Service {
    /// A list as a file, in the caller's language. A delimiter other than the language's own is for CSV alone.
    ///
    /// # Errors
    /// The caller may not export it, it cannot be journalled, or the format does not hold it.
    pub async fn export_list(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
        format: ExportFormat,
        delimiter: Option<Delimiter>,
    ) -> Result<ExportedFile, ExportRefusal> {
        let asker = caller.clone();
        let look = move |world: &mut crate::team::World, at| world.export(&asker, at, list, format);
        let exported = self
            .read(caller, team, Asked::of_list("export", list), look)
            .await?;
        let language = caller.language;
        let writing = spawn_blocking(move || {
            let ending = match format {
                ExportFormat::Csv => "csv",
                ExportFormat::Xlsx => "xlsx",
            };
            let day = exported.at.strftime("%Y-%m-%d");
            let name = format!("{} {day}.{ending}", file_stem(&exported.name));
            let table = table::table(exported, language);
            let bytes = match format {
                ExportFormat::Csv => write_csv(&table, style(language, delimiter)),
                ExportFormat::Xlsx => write_xlsx(&table)?,
            };
            Ok(ExportedFile { name, bytes })
        });
        let stopping = |_| {
            Refusal::from(Unavailable::Busy {
                reason: "the server is stopping".into(),
            })
        };
        writing.await.map_err(stopping)?
    }
}

/// As the programs of the language's country expect it.
fn style(language: Language, delimiter: Option<Delimiter>) -> CsvStyle {
    let style = match language {
        Language::En => CsvStyle::ENGLISH,
        Language::Fr => CsvStyle::FRENCH,
    };
    CsvStyle {
        delimiter: delimiter.unwrap_or(style.delimiter),
        ..style
    }
}

/// A list's name without what file systems forbid.
fn file_stem(name: &str) -> String {
    let is_forbidden = |c: char| {
        c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let stem = name.replace(is_forbidden, "-");
    // A name that begins with a point is hidden on Unix.
    stem.trim_start_matches('.').trim().to_owned()
}
