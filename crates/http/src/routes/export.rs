//! A list as a file.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::Query;
use axum::extract::State;
use axum::extract::rejection::QueryRejection;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::team::access_event::ExportFormat;
use domain::{ListId, TeamId};
use serde::Deserialize;
use service::exporting::ExportRefusal;
use sheet::Delimiter;

/// Which file.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportQuery {
    /// The format.
    format: ExportFormat,
    /// What separates the cells of a CSV; absent means as programs of the reader's language expect it.
    #[serde(default)]
    delimiter: Option<Delimiter>,
}

/// A list as a file, in the reader's language. That it leaves is journalled before it does. No text in it is a formula.
#[utoipa::path(get, path = "/api/teams/{team}/lists/{list}/export", tag = "list", operation_id = "export_list",
    params(("team" = TeamId, Path), ("list" = ListId, Path), ExportQuery), responses(
    (status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )),
    (status = 403, description = "Guests take nothing out", body = ProblemDetails),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
    (status = 422, description = "The format does not hold the list (`list_unwritable`)", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: Authorized<needs::Export>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
    query: Result<Query<ExportQuery>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(query) = query.map_err(malformed)?;
    let (format, delimiter) = (query.format, query.delimiter);
    let caller = &signed_in.caller;
    let exporting = app
        .service
        .export_list(caller, team, list, format, delimiter);
    let file = exporting.await?;
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(format)));
    headers.insert(CONTENT_DISPOSITION, disposition(&file.name));
    Ok(response)
}

fn media_type(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Csv => "text/csv; charset=utf-8",
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
}

/// RFC 6266: the name in plain letters for old programs, and as it is (RFC 8187) for all others.
fn disposition(name: &str) -> HeaderValue {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_');
    let plain: String = name
        .chars()
        .map(|c| if is_plain(c) { c } else { '_' })
        .collect();
    let is_unreserved = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
    let exact: String = name
        .bytes()
        .map(|b| {
            if is_unreserved(b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    let value = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}");
    HeaderValue::from_str(&value).unwrap_or_else(|_| HeaderValue::from_static("attachment"))
}

fn malformed(rejection: QueryRejection) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "malformed",
        format!("{}.", rejection.body_text()),
    )
    .with("path", "query")
    .with("reason", rejection.body_text())
}

impl From<ExportRefusal> for Problem {
    fn from(refusal: ExportRefusal) -> Self {
        match refusal {
            ExportRefusal::Refused(refusal) => refusal.into(),
            ExportRefusal::Unwritable(error) => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "list_unwritable",
                format!("The list does not fit this format: {error}. Export it as CSV."),
            )
            .with_json("reason", &error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_given_in_plain_letters_and_as_it_is() {
        assert_eq!(
            disposition("Été \"7\" 2026-11-24.csv"),
            "attachment; filename=\"_t_ _7_ 2026-11-24.csv\"; filename*=UTF-8''%C3%89t%C3%A9%20%227%22%202026-11-24.csv"
        );
    }
}
