//! Signing in with the organization's own provider: OpenID Connect, authorization code with PKCE, this server being the browser's back end.
//!
//! ```text
//! browser ── GET /api/session/oidc ──▶ us: state, nonce and verifier, sealed into a cookie of ten minutes
//!         ◀─ 303 to the provider ────
//!         ── signs in there ──▶ provider
//!         ◀─ 303 to our callback, with a code and the state ──
//! browser ── callback, with the cookie ──▶ us ── code and verifier ──▶ provider ── id token ──▶ us: signature, issuer, audience,
//!         ◀─ 303, with a session of ours ──                                             nonce, times; then whose account it is
//! ```
//!
//! Who somebody is, is (issuer, subject) and nothing else: addresses and names come to belong to other people. The provider's tokens stay here,
//! and are forgotten when the person is known.

mod attempt;
mod error;
mod person;
mod provider;
mod settings;
mod transport;

pub use attempt::ATTEMPT;
pub use error::{OidcError, ProviderFault};
pub use settings::{CALLBACK_PATH, OidcSettings, OidcSettingsError};

use crate::accounts::{Accounts, AdmitError};
use crate::secret::{Token, hash_of};
use crate::throttle::Of;
use crate::tries::Keys;
use attempt::{Attempt, Attempts, local_path};
use domain::UserId;
use domain::organization::access_event::SignInMethod;
use domain::organization::command::{Command, CreateUser, LinkIdentity, SyncClaimedGroups};
use domain::organization::state::{ExternalIdentity, Organization};
use jiff::Timestamp;
use journal::Client;
use person::Person;
use provider::Provider;
use service::{Refusal, Service, Unavailable};
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// How long a provider whose description is not known may take to say where its session ends.
const FAREWELL: Duration = Duration::from_secs(2);

/// Signing in with the organization's provider.
pub struct Oidc {
    settings: OidcSettings,
    provider: Provider,
    attempts: Attempts,
    service: Arc<Service>,
    accounts: Arc<Accounts>,
}

/// A sign-in that began.
pub struct Begun {
    /// Where the person signs in.
    pub url: Url,
    /// What their browser brings back: sealed, good for [`ATTEMPT`].
    pub cookie: String,
}

/// What the provider sent a browser back with.
#[derive(Default)]
pub struct Callback {
    /// To be exchanged for who they are.
    pub code: Option<String>,
    /// As it was sent there.
    pub state: Option<String>,
    /// The provider's issuer (RFC 9207).
    pub issuer: Option<String>,
    /// Why it refused.
    pub error: Option<String>,
}

/// Somebody came in.
pub struct Arrived {
    /// Of their new session.
    pub token: Token,
    /// The page that they wanted.
    pub return_to: String,
}

impl Oidc {
    /// Prepares signing in with a provider. It is asked at the first sign-in: the server starts without it.
    ///
    /// # Errors
    /// No randomness, or no TLS, to be had.
    pub fn new(
        settings: OidcSettings,
        service: Arc<Service>,
        accounts: Arc<Accounts>,
    ) -> Result<Self, Unavailable> {
        Ok(Self {
            provider: Provider::new(settings.clone()).map_err(busy)?,
            attempts: Attempts::new().map_err(busy)?,
            settings,
            service,
            accounts,
        })
    }

    /// What the button says.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Begins a sign-in that leads back to a page of this server.
    ///
    /// # Errors
    /// The provider cannot be asked.
    pub async fn begin(&self, return_to: &str) -> Result<Begun, OidcError> {
        let question = self.provider.question().await?;
        let now = Timestamp::now();
        let attempt = Attempt {
            state: question.state,
            nonce: question.nonce,
            verifier: question.verifier,
            return_to: local_path(return_to),
            expires: now.checked_add(ATTEMPT).unwrap_or(now),
        };
        let sealed = self.attempts.seal(&attempt);
        Ok(Begun {
            url: question.url,
            cookie: sealed.ok_or_else(|| busy("an attempt could not be sealed"))?,
        })
    }

    /// Ends a sign-in: who comes back, comes in. Success and failure are journalled before the answer.
    ///
    /// # Errors
    /// See [`OidcError`].
    pub async fn finish(
        &self,
        cookie: Option<&str>,
        callback: &Callback,
        client: Client,
    ) -> Result<Arrived, OidcError> {
        let arrived = self.try_finish(cookie, callback, client).await;
        if let Err(failure) = &arrived {
            self.journal_failure(failure, client).await?;
        }
        arrived.map_err(|Failure { error, .. }| error)
    }

    /// Where the provider's own session ends, where it announces that: on a shared machine the next person would come in as the last one.
    /// Nobody waits long for it: they are signed out here already.
    pub async fn end_session_url(&self) -> Option<Url> {
        tokio::time::timeout(FAREWELL, self.provider.end_session_url())
            .await
            .ok()
            .flatten()
    }

    async fn try_finish(
        &self,
        cookie: Option<&str>,
        callback: &Callback,
        client: Client,
    ) -> Result<Arrived, Failure> {
        let now = Timestamp::now();
        if let Some(retry_after) = self.accounts.wait(&keys_of(client), now).await? {
            return Err(OidcError::Throttled { retry_after }.into());
        }
        let state = callback.state.as_deref().unwrap_or_default();
        let attempt = cookie
            .and_then(|cookie| self.attempts.take(cookie, state, now))
            .ok_or(OidcError::StartAgain)?;
        // Before anything that the answer says is believed, its refusal included.
        self.provider
            .check_issuer(callback.issuer.as_deref())
            .await?;
        let code = match (&callback.code, &callback.error) {
            (Some(code), None) => code,
            (None, Some(_)) => return Err(OidcError::Denied.into()),
            _ => return Err(OidcError::StartAgain.into()),
        };
        let organization = self.service.organization();
        let issuer = self.settings.issuer.as_str();
        let is_known = |subject: &str| organization.find_by_identity(issuer, subject).is_some();
        let person = self.provider.exchange(code, &attempt, is_known).await?;
        let user = self.account_of(&person).await?;
        self.sync_groups(user, &person).await?;
        let (token, _) = self
            .accounts
            .admit(user, SignInMethod::Oidc, client)
            .await
            .map_err(|error| match error {
                AdmitError::Closed => of_closed_account(user),
                AdmitError::Unavailable(unavailable) => unavailable.into(),
            })?;
        Ok(Arrived {
            token,
            return_to: attempt.return_to,
        })
    }

    /// Whose account it is: linked already, linked now by the external id that the directory gave it, or made now, where the operator wants that.
    async fn account_of(&self, person: &Person) -> Result<UserId, Failure> {
        let organization = self.service.organization();
        let issuer = self.settings.issuer.as_str();
        if let Some((user, _)) = organization.find_by_identity(issuer, &person.subject) {
            return open_account(&organization, user);
        }
        let external_id = self
            .settings
            .external_id_claim
            .as_ref()
            .and_then(|claim| person.external_id(claim));
        if let Some(external_id) = &external_id
            && let Some((user, _)) = organization.find_by_external_id(external_id)
        {
            let user = open_account(&organization, user)?;
            let link = LinkIdentity {
                user,
                issuer: issuer.to_owned(),
                subject: person.subject.clone(),
            };
            self.command(Command::LinkIdentity(link)).await?;
            return Ok(user);
        }
        if !self.settings.creates_users {
            return Err(OidcError::NoAccount.into());
        }
        let sign_in_name = person.sign_in_name.as_ref().unwrap_or(&person.subject);
        let create = CreateUser {
            user: sign_in_name.clone(),
            name: person.name.as_ref().unwrap_or(sign_in_name).clone(),
            language: person.language,
            identities: vec![ExternalIdentity {
                issuer: issuer.to_owned(),
                subject: person.subject.clone(),
            }],
            external_id,
            ..CreateUser::default()
        };
        match self.command(Command::CreateUser(create)).await {
            Ok(Some(user)) => Ok(user),
            // Two first sign-ins at once: the other one made it.
            _ => match self
                .service
                .organization()
                .find_by_identity(issuer, &person.subject)
            {
                Some((user, _)) => Ok(user),
                // The name is somebody else's, who is not known to be the same person.
                None => Err(OidcError::NoAccount.into()),
            },
        }
    }

    /// Puts somebody into the groups that the provider names, and out of those that it no longer names.
    async fn sync_groups(&self, user: UserId, person: &Person) -> Result<(), Failure> {
        let Some(claim) = &self.settings.groups_claim else {
            return Ok(());
        };
        let Some(external_ids) = person.groups(claim) else {
            tracing::warn!(
                "the provider left a list of groups out: the groups of a user stay as they were"
            );
            return Ok(());
        };
        let sync = SyncClaimedGroups { user, external_ids };
        self.command(Command::SyncClaimedGroups(sync)).await?;
        Ok(())
    }

    async fn command(&self, command: Command) -> Result<Option<UserId>, Failure> {
        let done = self.service.command_organization_as_system(command).await;
        match done {
            Ok(answer) => Ok(answer.user),
            Err(Refusal::Unavailable(unavailable)) => Err(OidcError::from(unavailable).into()),
            Err(Refusal::Rejected(rejection)) => {
                tracing::warn!(
                    code = rejection.code(),
                    "what the provider says of somebody was refused"
                );
                Err(OidcError::NoAccount.into())
            }
            Err(Refusal::Ehr(problem)) => Err(OidcError::from(busy(problem)).into()),
        }
    }

    async fn journal_failure(&self, failure: &Failure, client: Client) -> Result<(), Unavailable> {
        let reason = match &failure.error {
            OidcError::Unavailable(_) => return Ok(()),
            OidcError::Provider(fault) => {
                tracing::warn!(
                    fault = fault.code(),
                    "somebody could not sign in with the provider"
                );
                fault.code()
            }
            OidcError::StartAgain => "oidc_start_again",
            OidcError::Denied => "oidc_denied",
            OidcError::NoAccount => "oidc_no_account",
            OidcError::AccountClosed => "disabled",
            OidcError::Throttled { .. } => "throttled",
        };
        // What no person who signs in with a provider does wrong by themselves counts as guessing.
        if matches!(
            failure.error,
            OidcError::StartAgain | OidcError::Provider(ProviderFault::Code)
        ) {
            let (keys, now) = (keys_of(client), Timestamp::now());
            self.accounts.note_failure(&keys, now).await?;
        }
        self.accounts
            .sign_in_failed(failure.user, client, reason)
            .await
    }
}

/// Why, and whose account it was where that is known.
struct Failure {
    user: Option<UserId>,
    error: OidcError,
}

impl<E: Into<OidcError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self {
            user: None,
            error: error.into(),
        }
    }
}

fn open_account(organization: &Organization, user: UserId) -> Result<UserId, Failure> {
    match organization.users.get(&user) {
        Some(account) if !account.disabled => Ok(user),
        _ => Err(of_closed_account(user)),
    }
}

fn of_closed_account(user: UserId) -> Failure {
    Failure {
        user: Some(user),
        error: OidcError::AccountClosed,
    }
}

/// An address is slowed down by its own failures here, and by nobody's wrong passwords.
fn keys_of(client: Client) -> Keys {
    let address = client.address.map(|address| address.to_string());
    let hash = hash_of(&address.unwrap_or_default());
    vec![(Of::Address, format!("oidc:{hash}"))]
}

fn busy(error: impl std::fmt::Display) -> Unavailable {
    Unavailable::Busy {
        reason: error.to_string(),
    }
}
