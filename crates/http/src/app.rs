//! What every route reaches, and all routes.

use crate::endpoints::Verb::{Delete, Get, Patch, Post, Put};
use crate::endpoints::{Endpoint, Endpoints};
use crate::metrics::{self, Metrics};
use crate::{headers, panics, routes, web};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::any;
use identity::{Accounts, Oidc};
use service::Service;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// Bytes of a request's body, where nothing else is said: a command with the longest text has 60 kB.
const BODY: usize = 256 * 1024;
/// Bytes of a command to a team: an import of 5,000 patients has about 5 MB.
const COMMAND_BODY: usize = 16 * 1024 * 1024;
/// Bytes of a sheet that is looked at: the largest file that is read (20 MB) in base64, and a mapping.
const SHEET_BODY: usize = 30 * 1024 * 1024;

/// Bytes of what the directory sends: a group of 20,000 members has about 2 MB.
const DIRECTORY_BODY: usize = 4 * 1024 * 1024;

/// What every route reaches.
#[derive(Clone)]
pub struct App {
    /// The use cases.
    pub service: Arc<Service>,
    /// Accounts and sessions.
    pub accounts: Arc<Accounts>,
    /// Signing in with the organization's provider, where there is one.
    pub(crate) oidc: Option<Arc<Oidc>>,
    pub(crate) metrics: Arc<Metrics>,
}

impl App {
    /// Everything that routes reach.
    pub fn new(service: Arc<Service>, accounts: Arc<Accounts>) -> Self {
        Self {
            service,
            accounts,
            oidc: None,
            metrics: Arc::default(),
        }
    }

    /// With the organization's provider to sign in with.
    #[must_use]
    pub fn with_oidc(self, oidc: Option<Arc<Oidc>>) -> Self {
        Self { oidc, ..self }
    }
}

/// Every route and what it takes.
pub fn endpoints() -> Vec<Endpoint> {
    let (_, mut table) = api().into_parts();
    table.extend(directory().into_parts().1);
    table.extend(operations().into_parts().1);
    table
}

/// All routes.
pub fn router(app: App) -> Router {
    let (api, _) = api().into_parts();
    let api = api
        .route("/api", any(routes::no_such_route))
        .route("/api/", any(routes::no_such_route))
        .route("/api/{*path}", any(routes::no_such_route))
        .method_not_allowed_fallback(routes::wrong_method)
        .layer(DefaultBodyLimit::max(BODY));
    let (directory, _) = directory().into_parts();
    let directory = directory
        .route("/scim", any(routes::scim::no_such_route))
        .route("/scim/{*path}", any(routes::scim::no_such_route))
        .method_not_allowed_fallback(routes::scim::wrong_method)
        .layer(DefaultBodyLimit::max(DIRECTORY_BODY));
    let (operations, _) = operations().into_parts();
    let all = api.merge(directory).merge(operations).fallback(web::serve);
    guarded(all, app.metrics.clone()).with_state(app)
}

/// Routes with what every answer has, whatever comes of it.
pub(crate) fn guarded<S: Clone + Send + Sync + 'static>(
    routes: Router<S>,
    metrics: Arc<Metrics>,
) -> Router<S> {
    routes
        .layer(CatchPanicLayer::custom(panics::answer))
        .layer(axum::middleware::from_fn(headers::add))
        .layer(from_fn_with_state(metrics, metrics::count))
}

fn api() -> Endpoints {
    team_api(organization_api(Endpoints::default()))
}

fn organization_api(endpoints: Endpoints) -> Endpoints {
    endpoints
        .on(Post, "/api/session", routes::session::sign_in)
        .on(Delete, "/api/session", routes::session::sign_out)
        .on(Get, "/api/session", routes::lock::read)
        .on(Get, "/api/session/me", routes::session::visitor)
        .on(Get, "/api/session/methods", routes::session::methods)
        .on(
            Post,
            "/api/session/second-factor",
            routes::second_step::finish,
        )
        .on(
            Post,
            "/api/session/second-factor/passkey",
            routes::second_step::ask,
        )
        .on(
            Post,
            "/api/session/passkey/challenge",
            routes::passkeys::begin_sign_in,
        )
        .on(Post, "/api/session/passkey", routes::passkeys::sign_in)
        .on(Post, "/api/session/activity", routes::lock::note_activity)
        .on(Post, "/api/session/lock", routes::lock::lock)
        .on(
            Post,
            "/api/session/unlock/challenge",
            routes::lock::begin_unlock,
        )
        .on(Post, "/api/session/unlock", routes::lock::unlock)
        .on(Get, "/api/session/oidc", routes::oidc::begin)
        .on(Get, "/api/session/oidc/callback", routes::oidc::finish)
        .on(Get, "/api/me", routes::me::read)
        .on(Put, "/api/me/password", routes::me::change_password)
        .on(Get, "/api/me/factors", routes::factors::read)
        .on(Post, "/api/me/two-steps", routes::factors::begin_two_steps)
        .on(
            Post,
            "/api/me/two-steps/confirmation",
            routes::factors::confirm_two_steps,
        )
        .on(
            Post,
            "/api/me/two-steps/end",
            routes::factors::end_two_steps,
        )
        .on(
            Post,
            "/api/me/two-steps/recovery-codes",
            routes::factors::renew_recovery_codes,
        )
        .on(Post, "/api/me/passkeys/challenge", routes::passkeys::begin)
        .on(Post, "/api/me/passkeys", routes::passkeys::add)
        .on(
            Delete,
            "/api/me/passkeys/{passkey}",
            routes::passkeys::remove,
        )
        .on(Put, "/api/me/pin", routes::factors::set_pin)
        .on(Delete, "/api/me/pin", routes::factors::remove_pin)
        .on(Get, "/api/me/sessions", routes::my_sessions::list)
        .on(
            Delete,
            "/api/me/sessions/{reference}",
            routes::my_sessions::end,
        )
        .on(Post, "/api/enrolment", routes::enrolment::enrol)
        .on(
            Post,
            "/api/enrolment/inspection",
            routes::enrolment::inspect,
        )
        .on(Get, "/api/organization", routes::organization::read)
        .on(
            Post,
            "/api/organization/commands",
            routes::organization::command,
        )
        .on(
            Get,
            "/api/organization/users/{user}/policy",
            routes::organization::policy,
        )
        .on(
            Delete,
            "/api/organization/users/{user}/sessions",
            routes::users::end_sessions,
        )
        .on(
            Delete,
            "/api/organization/users/{user}/factors",
            routes::users::remove_factors,
        )
        .on(Get, "/api/break-glass", routes::break_glass::of_all)
        .on(
            Post,
            "/api/break-glass/{team}/{access}/review",
            routes::break_glass::review,
        )
        .on(Get, "/api/users", routes::organization::directory)
        .on(Get, "/api/provisioning/tokens", routes::provisioning::read)
        .on(
            Post,
            "/api/provisioning/tokens",
            routes::provisioning::issue,
        )
        .on(
            Delete,
            "/api/provisioning/tokens/{token}",
            routes::provisioning::revoke,
        )
        .on(Get, "/api/teams", routes::team::mine)
        .on(Get, "/api/ehr/jwks", routes::ehr::keys)
}

/// SCIM 2.0, for the hospital's directory.
fn directory() -> Endpoints {
    use routes::scim;
    Endpoints::default()
        .on(Get, "/scim/v2/Users", scim::users)
        .on(Post, "/scim/v2/Users", scim::create_user)
        .on(Get, "/scim/v2/Users/{user}", scim::user)
        .on(Put, "/scim/v2/Users/{user}", scim::replace_user)
        .on(Patch, "/scim/v2/Users/{user}", scim::patch_user)
        .on(Delete, "/scim/v2/Users/{user}", scim::delete_user)
        .on(Get, "/scim/v2/Groups", scim::groups)
        .on(Post, "/scim/v2/Groups", scim::create_group)
        .on(Get, "/scim/v2/Groups/{group}", scim::group)
        .on(Put, "/scim/v2/Groups/{group}", scim::replace_group)
        .on(Patch, "/scim/v2/Groups/{group}", scim::patch_group)
        .on(Delete, "/scim/v2/Groups/{group}", scim::delete_group)
        .on(
            Get,
            "/scim/v2/ServiceProviderConfig",
            scim::service_provider_config,
        )
        .on(Get, "/scim/v2/ResourceTypes", scim::resource_types)
        .on(
            Get,
            "/scim/v2/ResourceTypes/{resource_type}",
            scim::resource_type,
        )
        .on(Get, "/scim/v2/Schemas", scim::schemas)
        .on(Get, "/scim/v2/Schemas/{schema}", scim::schema)
}

fn team_api(endpoints: Endpoints) -> Endpoints {
    endpoints
        .on(Get, "/api/teams/{team}", routes::team::read)
        .on_with_body(
            Post,
            "/api/teams/{team}/commands",
            COMMAND_BODY,
            routes::team::command,
        )
        .on(Get, "/api/teams/{team}/live", routes::live::connect)
        .on(Get, "/api/teams/{team}/lists/{list}", routes::list::read)
        .on(
            Get,
            "/api/teams/{team}/lists/{list}/unseen",
            routes::list::unseen,
        )
        .on(
            Put,
            "/api/teams/{team}/lists/{list}/seen",
            routes::list::mark_seen,
        )
        .on(
            Get,
            "/api/teams/{team}/lists/{list}/widths",
            routes::list::widths,
        )
        .on(
            Put,
            "/api/teams/{team}/lists/{list}/widths",
            routes::list::set_widths,
        )
        .on(
            Post,
            "/api/teams/{team}/lists/{list}/copies",
            routes::list::copy,
        )
        .on_with_body(
            Post,
            "/api/teams/{team}/lists/{list}/imports/preview",
            SHEET_BODY,
            routes::imports::preview,
        )
        .on(
            Get,
            "/api/teams/{team}/lists/{list}/export",
            routes::export::read,
        )
        .on(
            Get,
            "/api/teams/{team}/patients/{patient}",
            routes::patient::read,
        )
        .on(
            Get,
            "/api/teams/{team}/patients/{patient}/history",
            routes::patient::history,
        )
        .on(
            Get,
            "/api/teams/{team}/patients/{patient}/chart",
            routes::ehr::chart,
        )
        .on(
            Get,
            "/api/teams/{team}/break-glass",
            routes::break_glass::of_team,
        )
        .on(Post, "/api/teams/{team}/ehr/search", routes::ehr::search)
        .on(Post, "/api/teams/{team}/ehr/probe", routes::ehr::probe)
}

fn operations() -> Endpoints {
    Endpoints::default()
        .on(Get, "/healthz", routes::operations::health)
        .on(Get, "/readyz", routes::operations::ready)
        .on(Get, "/metrics", routes::operations::metrics)
}
