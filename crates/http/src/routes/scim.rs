//! SCIM 2.0: accounts and groups by the hospital's directory. It comes with a provisioning token and never with a cookie, and is answered in the
//! words of RFC 7644; what it may say and is told is in `identity::scim`.

use crate::app::App;
use crate::authorization::Declares;
use crate::caller::{From as FromClient, bearer};
use axum::extract::{FromRequest, FromRequestParts, Path, RawQuery, Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use domain::access::Permission;
use domain::organization::{Command, Organization};
use domain::{GroupId, UserId};
use identity::DirectoryError;
use identity::scim::{self, GroupChange, Query, ScimError, ScimType, UserChange};
use serde_json::{Map, Value};
use service::Provisioner;
use std::sync::Arc;

/// Where the directory asks; the addresses of resources begin with it.
const BASE: &str = "/scim/v2";
/// The directory, by its token.
pub(crate) struct Directory(Provisioner);

impl Declares for Directory {
    const PERMISSION: Permission = Permission::Provision;
}

/// An object in JSON.
pub(crate) struct Body(Map<String, Value>);

/// Why a request is not done.
pub(crate) struct Refused(Response);

type Answered = Result<Response, Refused>;

impl FromRequestParts<App> for Directory {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refused> {
        let Ok(FromClient(client)) = FromClient::from_request_parts(parts, app).await;
        let token = bearer(&parts.headers).ok_or_else(not_authenticated)?;
        let directory = app.accounts.authenticate_directory(token, client).await;
        directory.map(Self).map_err(|refusal| match refusal {
            DirectoryError::NotGood => not_authenticated(),
            DirectoryError::Throttled { retry_after } => {
                let detail = "Too many wrong tokens came from this address.";
                let mut response = error(429, detail);
                let seconds = HeaderValue::from(retry_after.as_secs().saturating_add(1));
                response.headers_mut().insert(RETRY_AFTER, seconds);
                Refused(response)
            }
            DirectoryError::Unavailable(unavailable) => ScimError::from(unavailable).into(),
        })
    }
}

impl FromRequest<App> for Body {
    type Rejection = Refused;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refused> {
        let media = request.headers().get(CONTENT_TYPE);
        let media = media.and_then(|value| value.to_str().ok()).unwrap_or("");
        let media = media.split(';').next().unwrap_or("").trim();
        if !["application/scim+json", "application/json"]
            .iter()
            .any(|known| media.eq_ignore_ascii_case(known))
        {
            let detail = "The body must be sent as application/scim+json.";
            return Err(Refused(error(415, detail)));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|refusal| {
            let status = refusal.status().as_u16();
            Refused(error(
                status,
                "The body is too large, or did not come whole.",
            ))
        })?;
        let syntax = "The body must be one object in JSON.";
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|_| error_of(ScimType::InvalidSyntax, syntax))
    }
}

impl From<ScimError> for Refused {
    fn from(refusal: ScimError) -> Self {
        Self(answer(refusal.status(), &refusal.body()))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        self.0
    }
}

pub(crate) async fn users(
    State(app): State<App>,
    _: Directory,
    RawQuery(query): RawQuery,
) -> Answered {
    let query = read_query(query.as_deref())?;
    Ok(answer(
        200,
        &query.users(BASE, &app.service.organization())?,
    ))
}

pub(crate) async fn user(
    State(app): State<App>,
    _: Directory,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answered {
    let query = read_query(query.as_deref())?;
    let found = query.user(BASE, &app.service.organization(), user_id(&id)?)?;
    Ok(answer(200, &found))
}

pub(crate) async fn create_user(
    State(app): State<App>,
    Directory(directory): Directory,
    Body(body): Body,
) -> Answered {
    let change = UserChange::whole(&body)?;
    let mut create = Some(Command::CreateUser(change.creation()?));
    let mut is_closed = change.is_closed();
    let (organization, made) = app
        .service
        .provision(&directory, |_, made| {
            Ok::<_, ScimError>(create.take().or_else(|| {
                let user = made.user.filter(|_| std::mem::take(&mut is_closed))?;
                let disable = domain::organization::command::DisableUser { user };
                Some(Command::DisableUser(disable))
            }))
        })
        .await?;
    let id = made.user.ok_or(ScimError::NotFound)?;
    Ok(created(&Query::default().user(BASE, &organization, id)?))
}

pub(crate) async fn replace_user(
    State(app): State<App>,
    Directory(directory): Directory,
    Path(id): Path<String>,
    Body(body): Body,
) -> Answered {
    change_user(&app, &directory, user_id(&id)?, &UserChange::whole(&body)?).await
}

pub(crate) async fn patch_user(
    State(app): State<App>,
    Directory(directory): Directory,
    Path(id): Path<String>,
    Body(body): Body,
) -> Answered {
    change_user(&app, &directory, user_id(&id)?, &UserChange::patch(&body)?).await
}

async fn change_user(
    app: &App,
    directory: &Provisioner,
    id: UserId,
    change: &UserChange,
) -> Answered {
    let organization = commands(app, directory, |now| change.commands(now, id)).await?;
    let changed = organization.users.get(&id).ok_or(ScimError::NotFound)?;
    if changed.disabled {
        app.accounts
            .end_sessions(id)
            .await
            .map_err(ScimError::from)?;
    }
    Ok(answer(200, &scim::render_user(BASE, id, changed)))
}

pub(crate) async fn delete_user(
    State(app): State<App>,
    Directory(directory): Directory,
    Path(id): Path<String>,
) -> Answered {
    let id = user_id(&id)?;
    commands(&app, &directory, |now| scim::user_deletion(now, id)).await?;
    app.accounts
        .end_sessions(id)
        .await
        .map_err(ScimError::from)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(crate) async fn groups(
    State(app): State<App>,
    _: Directory,
    RawQuery(query): RawQuery,
) -> Answered {
    let query = read_query(query.as_deref())?;
    Ok(answer(
        200,
        &query.groups(BASE, &app.service.organization())?,
    ))
}

pub(crate) async fn group(
    State(app): State<App>,
    _: Directory,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answered {
    let query = read_query(query.as_deref())?;
    let found = query.group(BASE, &app.service.organization(), group_id(&id)?)?;
    Ok(answer(200, &found))
}

pub(crate) async fn create_group(
    State(app): State<App>,
    Directory(directory): Directory,
    Body(body): Body,
) -> Answered {
    let mut create = Some(Command::CreateGroup(GroupChange::whole(&body)?.creation()?));
    let (organization, made) = app
        .service
        .provision(&directory, |_, _| Ok::<_, ScimError>(create.take()))
        .await?;
    let id = made.group.ok_or(ScimError::NotFound)?;
    Ok(created(&Query::default().group(BASE, &organization, id)?))
}

pub(crate) async fn replace_group(
    State(app): State<App>,
    Directory(directory): Directory,
    Path(id): Path<String>,
    Body(body): Body,
) -> Answered {
    let (id, change) = (group_id(&id)?, GroupChange::whole(&body)?);
    let organization = commands(&app, &directory, |now| change.commands(now, id)).await?;
    let replaced = Query::default().group(BASE, &organization, id)?;
    Ok(answer(200, &replaced))
}

/// Answered without a body: nobody asks for all members of a group after each change.
pub(crate) async fn patch_group(
    State(app): State<App>,
    Directory(directory): Directory,
    Path(id): Path<String>,
    Body(body): Body,
) -> Answered {
    let (id, change) = (group_id(&id)?, GroupChange::patch(&body)?);
    commands(&app, &directory, |now| change.commands(now, id)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(crate) async fn delete_group(
    State(app): State<App>,
    Directory(directory): Directory,
    Path(id): Path<String>,
) -> Answered {
    let id = group_id(&id)?;
    commands(&app, &directory, |now| scim::group_deletion(now, id)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(crate) async fn service_provider_config(_: State<App>, _: Directory) -> Answered {
    Ok(answer(200, &scim::service_provider_config(BASE)))
}

pub(crate) async fn resource_types(_: State<App>, _: Directory) -> Answered {
    Ok(answer(200, &scim::resource_types(BASE)))
}

pub(crate) async fn resource_type(
    _: State<App>,
    _: Directory,
    Path(name): Path<String>,
) -> Answered {
    let found = scim::resource_type(BASE, &name).ok_or(ScimError::NotFound)?;
    Ok(answer(200, &found))
}

pub(crate) async fn schemas(_: State<App>, _: Directory) -> Answered {
    Ok(answer(200, &scim::schemas(BASE)))
}

pub(crate) async fn schema(_: State<App>, _: Directory, Path(id): Path<String>) -> Answered {
    let found = scim::schema(BASE, &id).ok_or(ScimError::NotFound)?;
    Ok(answer(200, &found))
}

pub(crate) async fn no_such_route() -> Response {
    error(404, "No route has this path.")
}

pub(crate) async fn wrong_method() -> Response {
    error(405, "This path does not take this method.")
}

/// Has all commands decided together, which the state then calls for.
async fn commands(
    app: &App,
    directory: &Provisioner,
    plan: impl Fn(&Organization) -> Result<Vec<Command>, ScimError> + Send + Sync,
) -> Result<Arc<Organization>, ScimError> {
    let mut planned: Option<std::vec::IntoIter<Command>> = None;
    let (organization, _) = app
        .service
        .provision(directory, |now, _| match &mut planned {
            Some(rest) => Ok::<_, ScimError>(rest.next()),
            None => Ok(planned.insert(plan(now)?.into_iter()).next()),
        })
        .await?;
    Ok(organization)
}

fn read_query(query: Option<&str>) -> Result<Query, ScimError> {
    let pairs: Vec<_> = url::form_urlencoded::parse(query.unwrap_or("").as_bytes()).collect();
    Query::read(pairs.iter().map(|(name, value)| (&**name, &**value)))
}

/// What is no id names nothing.
fn user_id(text: &str) -> Result<UserId, ScimError> {
    text.parse().map_err(|_| ScimError::NotFound)
}

fn group_id(text: &str) -> Result<GroupId, ScimError> {
    text.parse().map_err(|_| ScimError::NotFound)
}

fn created(resource: &Value) -> Response {
    let mut response = answer(201, resource);
    let location = resource["meta"]["location"].as_str().unwrap_or(BASE);
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, body.to_string()).into_response();
    let media = HeaderValue::from_static("application/scim+json");
    response.headers_mut().insert(CONTENT_TYPE, media);
    response
}

fn error(status: u16, detail: &str) -> Response {
    answer(status, &scim::error_body(status, None, detail))
}

fn error_of(kind: ScimType, detail: &str) -> Refused {
    ScimError::Bad {
        kind,
        detail: detail.to_owned(),
    }
    .into()
}

fn not_authenticated() -> Refused {
    let detail = "Send a provisioning token as `Authorization: Bearer`.";
    let mut response = error(401, detail);
    let scheme = HeaderValue::from_static("Bearer");
    response.headers_mut().insert(WWW_AUTHENTICATE, scheme);
    Refused(response)
}
