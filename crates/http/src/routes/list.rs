//! A list of patients.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use domain::field::Field;
use domain::team::unseen::MarkedThing;
use domain::team::view::{ListHeader, RowView};
use domain::{ListId, PatientId, TeamId};
use futures_util::stream;
use serde::Deserialize;
use service::{ColumnWidths, Encoding, UnseenView};
use std::convert::Infallible;

/// A list with its rows.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "the shape of the document; the service writes it")]
pub(crate) struct ListView<'a> {
    /// The team's sequence.
    sequence: u64,
    /// The list's version.
    version: u64,
    /// What the list is.
    list: ListHeader<'a>,
    /// The fields it shows: the place first, then its columns.
    fields: Vec<Field>,
    /// Its patients, in the agreed order.
    rows: Vec<RowView<'a>>,
}

/// What is marked as seen.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeenRequest {
    /// One thing; absent means the whole list.
    #[serde(default)]
    thing: Option<MarkedThing>,
    /// The sequence up to which it is seen.
    sequence: u64,
}

/// Rows that were copied.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CopyRequest {
    /// The patients of the rows.
    patients: Vec<PatientId>,
}

/// A list with its rows. The view is journalled before they leave.
#[utoipa::path(get, operation_id = "read_list", path = "/api/teams/{team}/lists/{list}", tag = "list",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), responses(
    (status = 200, description = "The list", body = ListView),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let encoding = if accepts_zstd(&headers) {
        Encoding::Zstd
    } else {
        Encoding::Identity
    };
    let bytes = app
        .service
        .list(&signed_in.caller, team, list, encoding)
        .await?;
    let length: usize = bytes.parts.iter().map(Bytes::len).sum();
    let parts = stream::iter(bytes.parts.into_iter().map(Ok::<_, Infallible>));
    let mut response = Response::new(Body::from_stream(parts));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if bytes.encoding == Encoding::Zstd {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("zstd"));
    }
    Ok(response)
}

fn accepts_zstd(headers: &HeaderMap) -> bool {
    let offers = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    offers.flat_map(|value| value.split(',')).any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let is_zstd = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("zstd"));
        is_zstd && !parts.any(|weight| weight == "q=0" || weight == "q=0.0")
    })
}

/// What others changed since the reader looked.
#[utoipa::path(get, path = "/api/teams/{team}/lists/{list}/unseen", tag = "list",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), responses(
    (status = 200, description = "What others changed", body = UnseenView),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn unseen(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
) -> Result<axum::Json<UnseenView>, Problem> {
    Ok(axum::Json(
        app.service.unseen(&signed_in.caller, team, list).await?,
    ))
}

/// Unmarks what others changed, for the reader alone.
#[utoipa::path(put, path = "/api/teams/{team}/lists/{list}/seen", tag = "list",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), request_body = SeenRequest, responses(
    (status = 204, description = "Unmarked"),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn mark_seen(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
    Json(seen): Json<SeenRequest>,
) -> Result<StatusCode, Problem> {
    app.service
        .mark_seen(&signed_in.caller, team, list, seen.thing, seen.sequence)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The reader's widths of the columns.
#[utoipa::path(get, path = "/api/teams/{team}/lists/{list}/widths", tag = "list",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), responses(
    (status = 200, description = "Widths in CSS pixels", body = ColumnWidths),
))]
pub(crate) async fn widths(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
) -> Result<axum::Json<ColumnWidths>, Problem> {
    Ok(axum::Json(
        app.service
            .column_widths(&signed_in.caller, team, list)
            .await?,
    ))
}

/// Keeps the reader's widths of the columns.
#[utoipa::path(put, path = "/api/teams/{team}/lists/{list}/widths", tag = "list",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), request_body = ColumnWidths, responses(
    (status = 204, description = "Kept"),
))]
pub(crate) async fn set_widths(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
    Json(widths): Json<ColumnWidths>,
) -> Result<StatusCode, Problem> {
    app.service
        .set_column_widths(&signed_in.caller, team, list, &widths)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says that rows go to the clipboard. Where this is refused, nothing is copied.
#[utoipa::path(post, path = "/api/teams/{team}/lists/{list}/copies", tag = "list",
    params(("team" = TeamId, Path), ("list" = ListId, Path)), request_body = CopyRequest, responses(
    (status = 204, description = "Journalled"),
    (status = 404, description = "A patient is not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn copy(
    State(app): State<App>,
    signed_in: Authorized<needs::Export>,
    Ids((team, list)): Ids<(TeamId, ListId)>,
    Json(copy): Json<CopyRequest>,
) -> Result<StatusCode, Problem> {
    app.service
        .copy_rows(&signed_in.caller, team, list, copy.patients)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
