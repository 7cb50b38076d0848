//! What every route reaches, and all routes.

use crate::metrics::{self, Metrics};
use crate::{headers, routes, web};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{delete, get, post, put};
use identity::{Accounts, Oidc};
use service::Service;
use std::sync::Arc;

/// Bytes of a request's body, where nothing else is said: a command with the longest text has 60 kB.
const BODY: usize = 256 * 1024;
/// Bytes of a command to a team: an import of 5,000 patients has about 5 MB.
const COMMAND_BODY: usize = 16 * 1024 * 1024;
/// Bytes of a sheet that is looked at: the largest file that is read (20 MB) in base64, and a mapping.
const SHEET_BODY: usize = 30 * 1024 * 1024;

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

/// All routes.
pub fn router(app: App) -> Router {
    let team = Router::new()
        .route("/", get(routes::team::read))
        .route(
            "/commands",
            post(routes::team::command).layer(DefaultBodyLimit::max(COMMAND_BODY)),
        )
        .route("/live", get(routes::live::connect))
        .route("/lists/{list}", get(routes::list::read))
        .route("/lists/{list}/unseen", get(routes::list::unseen))
        .route("/lists/{list}/seen", put(routes::list::mark_seen))
        .route(
            "/lists/{list}/widths",
            get(routes::list::widths).put(routes::list::set_widths),
        )
        .route("/lists/{list}/copies", post(routes::list::copy))
        .route(
            "/lists/{list}/imports/preview",
            post(routes::imports::preview).layer(DefaultBodyLimit::max(SHEET_BODY)),
        )
        .route("/lists/{list}/export", get(routes::export::read))
        .route("/patients/{patient}", get(routes::patient::read))
        .route("/patients/{patient}/history", get(routes::patient::history))
        .route("/patients/{patient}/chart", get(routes::ehr::chart))
        .route("/ehr/search", post(routes::ehr::search))
        .route("/ehr/probe", post(routes::ehr::probe));
    let api = Router::new()
        .route(
            "/session",
            post(routes::session::sign_in).delete(routes::session::sign_out),
        )
        .route("/session/methods", get(routes::oidc::methods))
        .route("/session/oidc", get(routes::oidc::begin))
        .route("/session/oidc/callback", get(routes::oidc::finish))
        .route("/me", get(routes::me::read))
        .route("/me/password", put(routes::me::change_password))
        .route("/enrolment", post(routes::enrolment::enrol))
        .route("/enrolment/inspection", post(routes::enrolment::inspect))
        .route("/organization", get(routes::organization::read))
        .route(
            "/organization/commands",
            post(routes::organization::command),
        )
        .route("/users", get(routes::organization::directory))
        .route(
            "/provisioning/tokens",
            get(routes::provisioning::read).post(routes::provisioning::issue),
        )
        .route(
            "/provisioning/tokens/{token}",
            delete(routes::provisioning::revoke),
        )
        .route("/teams", get(routes::team::mine))
        .route("/ehr/jwks", get(routes::ehr::keys))
        .nest("/teams/{team}", team)
        .fallback(routes::no_such_route)
        .method_not_allowed_fallback(routes::wrong_method)
        .layer(DefaultBodyLimit::max(BODY));
    Router::new()
        .nest("/api", api)
        .nest("/scim/v2", routes::scim::router())
        .route("/healthz", get(routes::operations::health))
        .route("/readyz", get(routes::operations::ready))
        .route("/metrics", get(routes::operations::metrics))
        .fallback(web::serve)
        .layer(axum::middleware::from_fn(headers::add))
        .layer(from_fn_with_state(app.metrics.clone(), metrics::count))
        .with_state(app)
}
