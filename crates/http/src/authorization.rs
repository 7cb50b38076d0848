//! What a route takes, said in its handler's type: a handler without it cannot be mounted.

use crate::app::App;
use crate::caller::{Holder, SignedIn};
use crate::problem::Problem;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use domain::access::{Action, Permission};
use domain::organization::access_event::{Access, Refused};
use std::convert::Infallible;
use std::marker::PhantomData;
use std::ops::Deref;

/// A permission as a type.
pub(crate) trait Needs: Send + Sync + 'static {
    /// What it takes.
    const PERMISSION: Permission;
}

macro_rules! needs {
    ($($(#[$doc:meta])* $name:ident = $permission:expr;)+) => {
        /// The permissions that routes name.
        pub(crate) mod needs {
            use super::{Action, Needs, Permission};
            $(
                $(#[$doc])*
                pub(crate) struct $name;
                impl Needs for $name {
                    const PERMISSION: Permission = $permission;
                }
            )+
        }
    };
}

needs! {
    /// To be signed in.
    Oneself = Permission::Oneself;
    /// To read in the team.
    Read = Permission::Team(Action::Read);
    /// To write on patients of the team.
    EditPatients = Permission::Team(Action::EditPatients);
    /// To search the hospital's record for the team.
    SearchEhr = Permission::Team(Action::SearchEhr);
    /// To take data of the team out.
    Export = Permission::Team(Action::Export);
    /// To govern the team.
    Govern = Permission::Team(Action::Govern);
    /// To send the team a command; each has its own action.
    TeamCommand = Permission::TeamCommand;
    /// To administer the organization.
    Administer = Permission::Administer;
}

/// Somebody who is signed in, and has what `N` says as far as the organization can judge it; the team's own judgement is its
/// actor's, who alone knows the members at that moment.
pub(crate) struct Authorized<N> {
    signed_in: SignedIn,
    needs: PhantomData<N>,
}

impl<N> Deref for Authorized<N> {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.signed_in
    }
}

impl<N: Needs> FromRequestParts<App> for Authorized<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let signed_in = SignedIn::from_request_parts(parts, app).await?;
        let organization = app.service.organization();
        if let Err(rejection) = N::PERMISSION.permit_user(&organization, signed_in.caller.user) {
            let refused = Refused {
                action: parts.uri.path().trim_start_matches("/api/").into(),
                code: rejection.code().into(),
            };
            app.service
                .record_access(&signed_in.caller, &Access::Refused(refused))
                .await?;
            return Err(rejection.into());
        }
        Ok(Self {
            signed_in,
            needs: PhantomData,
        })
    }
}

/// Nobody need be signed in.
pub(crate) struct Open;

impl<S: Send + Sync> FromRequestParts<S> for Open {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self)
    }
}

/// What an argument of a handler says of who may call it.
pub(crate) trait Declares {
    /// What it takes.
    const PERMISSION: Permission;
}

impl<N: Needs> Declares for Authorized<N> {
    const PERMISSION: Permission = N::PERMISSION;
}

/// Whoever holds a session, locked or not: to look at it, to lock, unlock and end it.
impl Declares for Holder {
    const PERMISSION: Permission = Permission::Oneself;
}

impl Declares for Open {
    const PERMISSION: Permission = Permission::Open;
}

/// The arguments of a handler that says, right after the state, who may call it.
#[diagnostic::on_unimplemented(
    message = "the handler does not say who may call it",
    note = "its second argument is `Authorized<needs::…>` or `Open` (docs/how-to/route.md)"
)]
pub(crate) trait Named {
    /// What it takes.
    const PERMISSION: Permission;
}

macro_rules! named {
    ($([$($argument:ident),*])+) => {$(
        impl<M, D: Declares, $($argument),*> Named for (M, State<App>, D, $($argument,)*) {
            const PERMISSION: Permission = D::PERMISSION;
        }
    )+};
}

named! { [] [A] [A, B] [A, B, C] [A, B, C, E] }
