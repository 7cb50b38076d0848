//! The routes, and what each takes, in one table: the router is made of it, and so are the tests of who may do what.

use crate::app::App;
use crate::authorization::Named;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, on};
use domain::access::Permission;

/// A route, as the table has it.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The method.
    pub method: Method,
    /// The path, its parameters in braces.
    pub path: String,
    /// What it takes.
    pub permission: Permission,
}

/// Routes, collected one by one.
#[derive(Default)]
pub(crate) struct Endpoints {
    router: Router<App>,
    table: Vec<Endpoint>,
}

/// The methods that the product uses.
#[derive(Clone, Copy)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Verb {
    fn method(self) -> (Method, MethodFilter) {
        match self {
            Verb::Get => (Method::GET, MethodFilter::GET),
            Verb::Post => (Method::POST, MethodFilter::POST),
            Verb::Put => (Method::PUT, MethodFilter::PUT),
            Verb::Patch => (Method::PATCH, MethodFilter::PATCH),
            Verb::Delete => (Method::DELETE, MethodFilter::DELETE),
        }
    }
}

impl Endpoints {
    /// Mounts a handler, which says in its type who may call it.
    pub(crate) fn on<H, T>(self, verb: Verb, path: &str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Named + 'static,
    {
        self.mount::<H, T>(verb, path, handler, |route| route)
    }

    /// Mounts a handler that takes more bytes of body than others.
    pub(crate) fn on_with_body<H, T>(self, verb: Verb, path: &str, bytes: usize, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Named + 'static,
    {
        self.mount::<H, T>(verb, path, handler, |route| {
            route.layer(DefaultBodyLimit::max(bytes))
        })
    }

    fn mount<H, T>(
        mut self,
        verb: Verb,
        path: &str,
        handler: H,
        wrap: impl FnOnce(MethodRouter<App>) -> MethodRouter<App>,
    ) -> Self
    where
        H: Handler<T, App>,
        T: Named + 'static,
    {
        let (method, filter) = verb.method();
        self.table.push(Endpoint {
            method,
            path: path.to_owned(),
            permission: T::PERMISSION,
        });
        self.router = self.router.route(path, wrap(on(filter, handler)));
        self
    }

    /// The router, and the table that it was made of.
    pub(crate) fn into_parts(self) -> (Router<App>, Vec<Endpoint>) {
        (self.router, self.table)
    }
}
