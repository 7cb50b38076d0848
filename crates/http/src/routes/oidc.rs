//! Signing in with the organization's provider: there and back again. Both are navigations of the browser, so that both answer with a redirect;
//! what went wrong stands behind the `#` of the first page, as a code.

use crate::app::App;
use crate::authorization::Open;
use crate::caller::From;
use crate::cookie;
use axum::extract::{Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::{Callback, OidcError};
use journal::{Client, ClientKind};
use serde::{Deserialize, Serialize};

/// The button that leads to the provider.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct OidcButton {
    /// What the provider is called.
    pub(crate) name: String,
}

/// Where to begin.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Beginning {
    /// The page of this server to come back to.
    #[serde(default, rename = "return")]
    return_to: String,
}

/// What the provider sends a browser back with. Others of its parameters are not read.
#[derive(Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Answer {
    /// To be exchanged for who they are.
    code: Option<String>,
    /// As it was sent there.
    state: Option<String>,
    /// The provider's issuer.
    iss: Option<String>,
    /// Why it refused.
    error: Option<String>,
}

/// Sends the browser to the provider.
#[utoipa::path(get, operation_id = "begin_oidc", path = "/api/session/oidc", tag = "session", params(Beginning), responses(
    (status = 303, description = "To the provider; to the first page where it cannot be asked"),
    (status = 404, description = "There is no provider"),
))]
pub(crate) async fn begin(
    State(app): State<App>,
    _: Open,
    headers: HeaderMap,
    beginning: Result<Query<Beginning>, axum::extract::rejection::QueryRejection>,
) -> Response {
    let Some(oidc) = &app.oidc else {
        return super::no_such_route().await.into_response();
    };
    // Another site's link would sign somebody in who did not ask for it.
    if !is_from_here(&headers) {
        return redirect("/");
    }
    let return_to = beginning.map(|Query(beginning)| beginning.return_to);
    match oidc.begin(&return_to.unwrap_or_default()).await {
        Ok(begun) => {
            let mut response = redirect(begun.url.as_str());
            set_cookie(&mut response, cookie::keep_attempt(&begun.cookie));
            response
        }
        Err(error) => back(&error),
    }
}

/// Takes somebody in whom the provider sends back.
#[utoipa::path(get, operation_id = "finish_oidc", path = "/api/session/oidc/callback", tag = "session", params(Answer), responses(
    (status = 303, description = "To the page that was wanted, with a session; to the first page where nobody came in"),
    (status = 404, description = "There is no provider"),
))]
pub(crate) async fn finish(
    State(app): State<App>,
    _: Open,
    From(client): From,
    headers: HeaderMap,
    answer: Result<Query<Answer>, axum::extract::rejection::QueryRejection>,
) -> Response {
    let Some(oidc) = &app.oidc else {
        return super::no_such_route().await.into_response();
    };
    // What is there twice, or is no text, is an answer to nothing.
    let answer = answer.map(|Query(answer)| answer).unwrap_or_default();
    let callback = Callback {
        code: answer.code,
        state: answer.state,
        issuer: answer.iss,
        error: answer.error,
    };
    // Only browsers are sent here, and they say least on navigations.
    let client = Client {
        kind: ClientKind::Browser,
        ..client
    };
    let cookie = cookie::find_attempt(&headers);
    let mut response = match oidc.finish(cookie, &callback, client).await {
        Ok(arrived) => {
            let mut response = redirect(&arrived.return_to);
            set_cookie(&mut response, cookie::keep_secure(arrived.token.text()));
            response
        }
        Err(error) => back(&error),
    };
    set_cookie(&mut response, Some(cookie::forget_attempt()));
    response
}

/// Whether a navigation began on this site's own page or in the browser's own bar.
fn is_from_here(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site");
    site.is_none_or(|site| site == "same-origin" || site == "none")
}

/// To the first page, which says what happened.
fn back(error: &OidcError) -> Response {
    redirect(&format!("/#sign-in={}", error.code()))
}

fn redirect(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    // What is no header cannot be an address either.
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(LOCATION, to);
    response
}

fn set_cookie(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
