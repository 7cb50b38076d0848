//! Coming in and going out.

use crate::ceremony::{Ceremonies, Ceremony, SecondStep};
use crate::lock::NotSignedIn;
use crate::passkeys::Relying;
use crate::password::Hasher;
use crate::secret::Token;
use crate::sessions::{Session, Sessions, SessionsError};
use crate::tries::{Keys, keys_of_password, keys_of_second_factor};
use crate::turns::{Turn, Turns};
use crate::two_step::Challenge;
use domain::UserId;
use domain::organization::access_event::{
    Access, SessionEnded, SessionsEnded, SignInFailed, SignInMethod, SignedIn, SignedOut,
};
use domain::team::installation::Language;
use jiff::{SignedDuration, Timestamp};
use journal::{Client, Journal};
use service::{Caller, Service, Unavailable};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Accounts, sessions and one-time links of the organization's people.
pub struct Accounts {
    pub(crate) service: Arc<Service>,
    pub(crate) hasher: Hasher,
    pub(crate) sessions: Sessions,
    pub(crate) ceremonies: Ceremonies,
    pub(crate) turns: Turns,
    pub(crate) relying: Option<Relying>,
}

/// Why somebody did not come in. An account that is not there, is closed or has no password is told like a wrong password.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name or password is wrong.
    #[error("the name or the password is wrong")]
    WrongCredentials,
    /// They are right, and something else is asked for besides.
    #[error("a second factor is awaited")]
    SecondFactorRequired(Challenge),
    /// Too many failures: to be tried again later.
    #[error("to be tried again in {} s", retry_after.as_secs())]
    Throttled {
        /// How long to wait.
        retry_after: SignedDuration,
    },
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Why somebody did not come in whose identity is proved.
#[derive(Debug, thiserror::Error)]
pub enum AdmitError {
    /// There is no such account, or it is closed.
    #[error("the account is closed")]
    Closed,
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Accounts {
    /// Opens the accounts of a service.
    ///
    /// # Errors
    /// No randomness or memory to prepare password hashing.
    pub fn new(service: Arc<Service>) -> Result<Self, Unavailable> {
        let hasher = Hasher::new().map_err(busy)?;
        let sessions = Sessions::new(service.journal().clone());
        Ok(Self {
            service,
            hasher,
            sessions,
            ceremonies: Ceremonies::default(),
            turns: Turns::new(),
            relying: None,
        })
    }

    /// Lets somebody in who knows their password, unless they are asked for more. Success and failure are journalled before the answer.
    ///
    /// # Errors
    /// See [`SignInError`].
    pub async fn sign_in(
        &self,
        name: &str,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(Token, Session), SignInError> {
        let organization = self.service.organization();
        let account = organization.find_by_sign_in_name(name);
        let user = account.map(|(id, _)| id);
        let keys = keys_of_password(name, client);
        let _turn = self.turn(&keys).await;
        let now = Timestamp::now();
        if let Some(retry_after) = self.wait(&keys, now).await? {
            self.sign_in_failed(user, client, "throttled").await?;
            return Err(SignInError::Throttled { retry_after });
        }
        let open = account
            .filter(|(_, account)| !account.disabled)
            .map(|(id, _)| id);
        let hash = match open {
            Some(id) => self.password_hash(id).await?,
            None => None,
        };
        let is_right = self.hasher.is_right(password, hash).await.map_err(busy)?;
        let Some(user) = open.filter(|_| is_right) else {
            self.note_failure(&keys, now).await?;
            self.sign_in_failed(user, client, "wrong_credentials")
                .await?;
            return Err(SignInError::WrongCredentials);
        };
        if self.has_two_steps(user).await? {
            let step = SecondStep {
                user,
                keys: keys_of_second_factor(user, &keys),
                wrong: 0,
                passkey: None,
            };
            let begun = self.ceremonies.begin(Ceremony::SecondFactor(step), now);
            return Err(SignInError::SecondFactorRequired(Challenge {
                token: begun.map_err(busy)?,
                passkey: self.relying.is_some() && !self.passkeys_of(user).await?.is_empty(),
            }));
        }
        self.forget_failures(&keys).await?;
        let signed_in = SignedIn {
            user,
            method: SignInMethod::Password,
            second_factor: None,
        };
        Ok(self.begin_session(signed_in, client).await?)
    }

    /// Lets somebody in of whom another part of the product knows, by `method`, who they are. Journalled before the answer.
    ///
    /// # Errors
    /// See [`AdmitError`].
    pub async fn admit(
        &self,
        user: UserId,
        method: SignInMethod,
        client: Client,
    ) -> Result<(Token, Session), AdmitError> {
        if !self.is_open(user) {
            self.sign_in_failed(Some(user), client, "disabled").await?;
            return Err(AdmitError::Closed);
        }
        let signed_in = SignedIn {
            user,
            method,
            second_factor: None,
        };
        Ok(self.begin_session(signed_in, client).await?)
    }

    pub(crate) async fn begin_session(
        &self,
        signed_in: SignedIn,
        client: Client,
    ) -> Result<(Token, Session), Unavailable> {
        let token = Token::fresh().map_err(busy)?;
        let (user, method) = (signed_in.user, signed_in.method);
        let session = self
            .sessions
            .begin(&token, user, method, client, Timestamp::now())
            .await?;
        let caller = caller(&session, client, Language::default());
        self.service
            .record_access(&caller, &Access::SignedIn(signed_in))
            .await?;
        Ok((token, session))
    }

    /// Ends a session, with its live connections.
    ///
    /// # Errors
    /// The storage refuses: the session goes on.
    pub async fn sign_out(&self, caller: &Caller, token: &str) -> Result<(), Unavailable> {
        self.sessions.end(token).await?;
        self.service
            .hang_up(caller.user, Some(caller.session.clone()))
            .await;
        self.service
            .record_access(caller, &Access::SignedOut(SignedOut { user: caller.user }))
            .await
    }

    /// Ends the session that a browser had before it got another one; of none that is good, nothing is done.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn end_former(&self, token: &str, client: Client) -> Result<(), Unavailable> {
        match self.hold(token, client).await {
            Ok(held) => self.sign_out(&held.caller, token).await,
            Err(NotSignedIn::NoSession | NotSignedIn::Locked) => Ok(()),
            Err(NotSignedIn::Unavailable(unavailable)) => Err(unavailable),
        }
    }

    /// The sessions of somebody, the latest used first.
    ///
    /// # Errors
    /// The storage cannot be read.
    pub async fn sessions_of(&self, user: UserId) -> Result<Vec<Session>, Unavailable> {
        let found = self.sessions.find_all(user, Timestamp::now()).await?;
        let mut sessions: Vec<Session> = found.into_iter().map(|(_, session)| session).collect();
        sessions.sort_by_key(|session| std::cmp::Reverse(session.seen));
        Ok(sessions)
    }

    /// Ends another session of the caller's own, with its live connections. False where there is none of that reference.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn end_own_session(
        &self,
        caller: &Caller,
        reference: &str,
    ) -> Result<bool, Unavailable> {
        let mine = self
            .sessions
            .find_all(caller.user, Timestamp::now())
            .await?;
        let Some((key, session)) = mine
            .into_iter()
            .find(|(_, session)| &*session.reference == reference)
        else {
            return Ok(false);
        };
        self.sessions.end_kept(&key).await?;
        self.service
            .hang_up(caller.user, Some(session.reference.clone()))
            .await;
        let ended = Access::SessionEnded(SessionEnded {
            user: caller.user,
            session: session.reference.to_string(),
        });
        self.service.record_access(caller, &ended).await?;
        Ok(true)
    }

    /// Ends all of somebody's sessions and live connections, as when their account is closed.
    ///
    /// # Errors
    /// The storage refuses. The account's being closed keeps the sessions out all the same.
    pub async fn end_sessions(&self, user: UserId) -> Result<(), Unavailable> {
        self.service.hang_up(user, None).await;
        let ended = self.sessions.end_all(user, None).await;
        ended.map(drop).map_err(from_sessions)
    }

    /// Ends all of somebody's sessions because an administrator says so, which is journalled.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn end_sessions_by(
        &self,
        administrator: &Caller,
        user: UserId,
    ) -> Result<(), Unavailable> {
        self.end_sessions(user).await?;
        let ended = Access::SessionsEnded(SessionsEnded { user });
        self.service.record_access(administrator, &ended).await
    }

    pub(crate) fn journal(&self) -> &dyn Journal {
        &**self.service.journal()
    }

    /// Whether there is such an account, and it is not closed.
    pub(crate) fn is_open(&self, user: UserId) -> bool {
        let organization = self.service.organization();
        let account = organization.users.get(&user);
        account.is_some_and(|account| !account.disabled)
    }

    /// The name that somebody signs in with; empty where there is no such account.
    pub(crate) fn sign_in_name(&self, user: UserId) -> String {
        let organization = self.service.organization();
        let account = organization.users.get(&user);
        account
            .map(|account| account.user.clone())
            .unwrap_or_default()
    }

    /// Waits until no other try of the same account from the same address is judged.
    pub(crate) async fn turn(&self, keys: &Keys) -> Option<Turn> {
        let (_, key) = keys.first()?;
        self.turns.wait(key).await
    }

    pub(crate) async fn sign_in_failed(
        &self,
        user: Option<UserId>,
        client: Client,
        reason: &str,
    ) -> Result<(), Unavailable> {
        let failed = Access::SignInFailed(SignInFailed {
            user,
            reason: reason.to_owned(),
        });
        self.service.record_anonymous_access(client, &failed).await
    }
}

pub(crate) fn caller(session: &Session, client: Client, language: Language) -> Caller {
    Caller {
        user: session.user,
        session: session.reference.clone(),
        client,
        language,
    }
}

pub(crate) fn busy(error: impl std::fmt::Display) -> Unavailable {
    Unavailable::Busy {
        reason: error.to_string(),
    }
}

pub(crate) fn from_sessions(error: SessionsError) -> Unavailable {
    match error {
        SessionsError::Read(error) => error.into(),
        SessionsError::Write(error) => error.into(),
    }
}
