//! Looking at a sheet before it is imported.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::{Ids, json};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::rejection::Rejection;
use domain::{ListId, TeamId};
use serde::{Deserialize, Deserializer};
use service::importing::{ImportMapping, ImportPreview, PreviewRefusal, SheetFile};
use sheet::{Delimiter, Encoding, HeaderAt};

/// A sheet to look at.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreviewRequest {
    /// The file's name.
    file_name: String,
    /// The file, in base64.
    #[serde(deserialize_with = "from_base64")]
    #[schema(value_type = String, content_encoding = "base64")]
    content: Vec<u8>,
    /// Which sheet of a workbook, by its index in `sheets`; absent means the first with names.
    #[serde(default)]
    sheet: Option<usize>,
    /// Where the header stands; absent means to find it.
    #[serde(default)]
    header: Option<HeaderAt>,
    /// The encoding of a CSV; absent means to find it.
    #[serde(default)]
    encoding: Option<Encoding>,
    /// The delimiter of a CSV; absent means to find it.
    #[serde(default)]
    delimiter: Option<Delimiter>,
    /// What each column becomes; absent means to propose it.
    #[serde(default)]
    mapping: Option<ImportMapping>,
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
    BASE64_STANDARD
        .decode(text.as_bytes())
        .map_err(serde::de::Error::custom)
}

/// What an import of a sheet would do: the columns with what each becomes, the rows as `import_patients` takes them, and what a
/// person should look at first. Nothing is stored.
#[utoipa::path(post, path = "/api/teams/{team}/lists/{list}/imports/preview", tag = "list",
    operation_id = "preview_import",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), request_body = PreviewRequest, responses(
    (status = 200, description = "The sheet, read", body = ImportPreview),
    (status = 403, description = "The role does not allow it, or a field is locked", body = ProblemDetails),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
    (status = 413, description = "The file is too large", body = ProblemDetails),
    (status = 422, description = "The file cannot be read (`sheet_unreadable`), or the mapping not used (`mapping_refused`)", body = ProblemDetails),
))]
pub(crate) async fn preview(
    State(app): State<App>,
    signed_in: Authorized<needs::EditPatients>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
    Json(request): Json<PreviewRequest>,
) -> Result<Response, Problem> {
    let file = SheetFile {
        file_name: request.file_name,
        content: request.content,
        sheet: request.sheet,
        header: request.header,
        encoding: request.encoding,
        delimiter: request.delimiter,
        mapping: request.mapping,
    };
    let caller = &signed_in.caller;
    Ok(json(
        app.service.preview_import(caller, team, list, file).await?,
    ))
}

impl From<PreviewRefusal> for Problem {
    fn from(refusal: PreviewRefusal) -> Self {
        match refusal {
            PreviewRefusal::Refused(refusal) => refusal.into(),
            PreviewRefusal::FieldLocked(locked) => Problem::from(Rejection::FieldLocked {
                field: locked.field,
            })
            .with("name", locked.name),
            PreviewRefusal::Unreadable(error) => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "sheet_unreadable",
                format!("The file cannot be read: {error}."),
            )
            .with_json("reason", &error),
            PreviewRefusal::Mapping { column, fault } => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "mapping_refused",
                "The mapping does not fit the sheet or the team. `reason` says how.",
            )
            .with_json("reason", &fault)
            .with_json("column", &column),
        }
    }
}
