//! Coming in and going out.

use crate::enrolment::{Enrolment, EnrolmentKind};
use crate::password::{Hasher, PasswordRule, judge};
use crate::secret::{Token, hash_of};
use crate::sessions::{Session, Sessions, SessionsError};
use crate::throttle::{Failures, Of};
use domain::UserId;
use domain::organization::access_event::{
    Access, Enrolled, PasswordChanged, SignInFailed, SignInMethod, SignedIn, SignedOut,
};
use domain::organization::command::{Command, CreateUser};
use domain::rejection::Rejection;
use domain::team::installation::Language;
use jiff::{SignedDuration, Timestamp};
use journal::{Client, Journal, RecordChange, Table};
use service::{Caller, Refusal, Service, Unavailable};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Accounts, sessions and one-time links of the organization's people.
pub struct Accounts {
    service: Arc<Service>,
    hasher: Hasher,
    sessions: Sessions,
}

/// Why somebody did not come in. An account that is not there, is closed or has no password is told like a wrong password.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name or password is wrong.
    #[error("the name or the password is wrong")]
    WrongCredentials,
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

/// Why a password was not set.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The current password is wrong.
    #[error("the current password is wrong")]
    WrongPassword,
    /// The new password is not accepted.
    #[error("the new password is not accepted: {0:?}")]
    Refused(PasswordRule),
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

/// Why a one-time link did not do.
#[derive(Debug, thiserror::Error)]
pub enum EnrolError {
    /// It was used, replaced, is too old, or never was.
    #[error("the link is no longer good")]
    NotGood,
    /// The new password is not accepted.
    #[error("the new password is not accepted: {0:?}")]
    Refused(PasswordRule),
    /// The name is not accepted.
    #[error("refused: {0:?}")]
    Rejected(Rejection),
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
        let hasher = Hasher::new().map_err(|e| Unavailable::Busy {
            reason: e.to_string(),
        })?;
        let sessions = Sessions::new(service.journal().clone());
        Ok(Self {
            service,
            hasher,
            sessions,
        })
    }

    /// Lets somebody in who knows their password. Success and failure are journalled before the answer.
    ///
    /// # Errors
    /// See [`SignInError`].
    pub async fn sign_in(
        &self,
        name: &str,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(Token, Session), SignInError> {
        let now = Timestamp::now();
        let organization = self.service.organization();
        let account = organization.find_by_sign_in_name(name);
        let user = account.map(|(id, _)| id);
        let keys = throttle_keys(name, client);
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
        let organization = self.service.organization();
        if organization
            .users
            .get(&user)
            .is_none_or(|account| account.disabled)
        {
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

    async fn begin_session(
        &self,
        signed_in: SignedIn,
        client: Client,
    ) -> Result<(Token, Session), Unavailable> {
        let token = Token::fresh().map_err(busy)?;
        let session = self
            .sessions
            .begin(&token, signed_in.user, Timestamp::now())
            .await?;
        let caller = caller(&session, client, Language::default());
        self.service
            .record_access(&caller, &Access::SignedIn(signed_in))
            .await?;
        Ok((token, session))
    }

    /// The caller that a token stands for, where its session is good and its account open.
    ///
    /// # Errors
    /// The storage cannot be read.
    pub async fn authenticate(
        &self,
        token: &str,
        client: Client,
    ) -> Result<Option<Caller>, Unavailable> {
        let Some(session) = self.sessions.find(token, Timestamp::now()).await? else {
            return Ok(None);
        };
        let organization = self.service.organization();
        let account = organization
            .users
            .get(&session.user)
            .filter(|account| !account.disabled);
        Ok(account.map(|account| caller(&session, client, account.language)))
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

    /// Ends all of somebody's sessions and live connections, as when their account is closed.
    ///
    /// # Errors
    /// The storage refuses. The account's being closed keeps the sessions out all the same.
    pub async fn end_sessions(&self, user: UserId) -> Result<(), Unavailable> {
        self.service.hang_up(user, None).await;
        let ended = self.sessions.end_all(user, None).await;
        ended.map(drop).map_err(from_sessions)
    }

    /// Judges a password that an administrator chose for somebody.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn judge_password(&self, password: &str, sign_in_name: &str) -> Result<(), PasswordRule> {
        judge(password, sign_in_name)
    }

    /// Sets the first password of an account. One that is set already stays: a creation that is sent again, as after an answer that
    /// was lost, must not undo what its person chose since.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn set_first_password(
        &self,
        user: UserId,
        password: Zeroizing<String>,
    ) -> Result<(), Unavailable> {
        match self.password_hash(user).await? {
            Some(_) => Ok(()),
            None => self.set_password(user, password).await,
        }
    }

    /// Sets somebody's password, without asking for the current one.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn set_password(
        &self,
        user: UserId,
        password: Zeroizing<String>,
    ) -> Result<(), Unavailable> {
        let hash = self.hasher.hash(password).await.map_err(busy)?;
        let change = RecordChange {
            table: Table::PasswordHash,
            key: user.to_string(),
            value: Some(hash.into_bytes()),
        };
        Ok(self.journal().put_records(vec![change]).await?)
    }

    /// Lets somebody change their own password. Their other sessions end.
    ///
    /// # Errors
    /// See [`PasswordError`].
    pub async fn change_password(
        &self,
        caller: &Caller,
        token: &str,
        current: Zeroizing<String>,
        new: Zeroizing<String>,
    ) -> Result<(), PasswordError> {
        let now = Timestamp::now();
        let organization = self.service.organization();
        let name = organization
            .users
            .get(&caller.user)
            .map(|account| account.user.clone())
            .unwrap_or_default();
        let keys = throttle_keys(&name, caller.client);
        if let Some(retry_after) = self.wait(&keys, now).await? {
            return Err(PasswordError::Throttled { retry_after });
        }
        let hash = self.password_hash(caller.user).await?;
        if !self.hasher.is_right(current, hash).await.map_err(busy)? {
            self.note_failure(&keys, now).await?;
            return Err(PasswordError::WrongPassword);
        }
        judge(&new, &name).map_err(PasswordError::Refused)?;
        self.set_password(caller.user, new).await?;
        let ended = self
            .sessions
            .end_all(caller.user, Some(token))
            .await
            .map_err(from_sessions)?;
        for session in ended {
            self.service.hang_up(caller.user, Some(session)).await;
        }
        let changed = Access::PasswordChanged(PasswordChanged { user: caller.user });
        Ok(self.service.record_access(caller, &changed).await?)
    }

    /// Makes a one-time link for somebody; earlier ones of theirs are no longer good.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn issue_enrolment(&self, kind: EnrolmentKind) -> Result<Token, Unavailable> {
        let token = Token::fresh().map_err(busy)?;
        let earlier = self.journal().scan_records(Table::Enrolment, "").await?;
        let is_replaced = |bytes: &[u8]| {
            serde_json::from_slice::<Enrolment>(bytes).is_ok_and(|enrolment| enrolment.kind == kind)
        };
        let mut changes: Vec<RecordChange> = earlier
            .into_iter()
            .filter(|(_, bytes)| is_replaced(bytes))
            .map(|(key, _)| RecordChange {
                table: Table::Enrolment,
                key,
                value: None,
            })
            .collect();
        let value = serde_json::to_vec(&Enrolment::new(kind, Timestamp::now())).map_err(busy)?;
        changes.push(RecordChange {
            table: Table::Enrolment,
            key: hash_of(token.text()),
            value: Some(value),
        });
        self.journal().put_records(changes).await?;
        Ok(token)
    }

    /// What a one-time link is for, where it is good.
    ///
    /// # Errors
    /// [`EnrolError::NotGood`], or the storage cannot be read.
    pub async fn inspect_enrolment(&self, token: &str) -> Result<EnrolmentKind, EnrolError> {
        let record = self
            .journal()
            .get_record(Table::Enrolment, &hash_of(token))
            .await
            .map_err(Unavailable::from)?;
        let enrolment = record.and_then(|bytes| serde_json::from_slice::<Enrolment>(&bytes).ok());
        let enrolment = enrolment
            .filter(|enrolment| enrolment.is_good(Timestamp::now()))
            .ok_or(EnrolError::NotGood)?;
        let organization = self.service.organization();
        let is_wanted = match enrolment.kind {
            EnrolmentKind::FirstAdministrator => organization.users.is_empty(),
            EnrolmentKind::User { user } => organization
                .users
                .get(&user)
                .is_some_and(|account| !account.disabled),
        };
        if is_wanted {
            Ok(enrolment.kind)
        } else {
            Err(EnrolError::NotGood)
        }
    }

    /// Makes the first administrator, by the link that an empty server printed.
    ///
    /// # Errors
    /// See [`EnrolError`].
    pub async fn enrol_first_administrator(
        &self,
        token: &str,
        user: &str,
        name: &str,
        language: Language,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(), EnrolError> {
        if self.inspect_enrolment(token).await? != EnrolmentKind::FirstAdministrator {
            return Err(EnrolError::NotGood);
        }
        judge(&password, user).map_err(EnrolError::Refused)?;
        let create = CreateUser {
            user: user.to_owned(),
            name: name.to_owned(),
            language,
            administrator: true,
            password: None,
            ..CreateUser::default()
        };
        let made = self
            .service
            .command_organization_as_system(Command::CreateUser(create))
            .await;
        let answer = made.map_err(|refusal| match refusal {
            Refusal::Rejected(rejection) => EnrolError::Rejected(rejection),
            Refusal::Unavailable(unavailable) => EnrolError::Unavailable(unavailable),
            Refusal::Ehr(problem) => EnrolError::Unavailable(Unavailable::Busy {
                reason: problem.to_string(),
            }),
        })?;
        let made = answer.user.ok_or(EnrolError::NotGood)?;
        self.finish_enrolment(token, made, password, client).await
    }

    /// Sets a user's password by their one-time link; their sessions end.
    ///
    /// # Errors
    /// See [`EnrolError`].
    pub async fn enrol(
        &self,
        token: &str,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(), EnrolError> {
        let EnrolmentKind::User { user } = self.inspect_enrolment(token).await? else {
            return Err(EnrolError::NotGood);
        };
        let organization = self.service.organization();
        let name = organization
            .users
            .get(&user)
            .map(|account| account.user.clone())
            .unwrap_or_default();
        judge(&password, &name).map_err(EnrolError::Refused)?;
        self.end_sessions(user).await?;
        self.finish_enrolment(token, user, password, client).await
    }

    async fn finish_enrolment(
        &self,
        token: &str,
        user: UserId,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(), EnrolError> {
        self.set_password(user, password).await?;
        let used = RecordChange {
            table: Table::Enrolment,
            key: hash_of(token),
            value: None,
        };
        self.journal()
            .put_records(vec![used])
            .await
            .map_err(Unavailable::from)?;
        Ok(self
            .service
            .record_anonymous_access(client, &Access::Enrolled(Enrolled { user }))
            .await?)
    }

    pub(crate) fn service(&self) -> &Service {
        &self.service
    }

    pub(crate) fn journal(&self) -> &dyn Journal {
        &**self.service.journal()
    }

    async fn password_hash(&self, user: UserId) -> Result<Option<String>, Unavailable> {
        let record = self
            .journal()
            .get_record(Table::PasswordHash, &user.to_string())
            .await?;
        Ok(record.and_then(|bytes| String::from_utf8(bytes).ok()))
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

    pub(crate) async fn wait(
        &self,
        keys: &[(Of, String)],
        now: Timestamp,
    ) -> Result<Option<SignedDuration>, Unavailable> {
        let mut longest = None;
        for (of, key) in keys {
            longest = longest.max(self.failures(key).await?.wait(*of, now));
        }
        Ok(longest)
    }

    async fn failures(&self, key: &str) -> Result<Failures, Unavailable> {
        let record = self.journal().get_record(Table::Throttle, key).await?;
        Ok(record
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default())
    }

    pub(crate) async fn note_failure(
        &self,
        keys: &[(Of, String)],
        now: Timestamp,
    ) -> Result<(), Unavailable> {
        let mut changes = Vec::with_capacity(keys.len());
        for (_, key) in keys {
            let failures = self.failures(key).await?.failed(now);
            let value = serde_json::to_vec(&failures).map_err(busy)?;
            changes.push(RecordChange {
                table: Table::Throttle,
                key: key.clone(),
                value: Some(value),
            });
        }
        Ok(self.journal().put_records(changes).await?)
    }

    /// Who came in is no guesser: their own failures no longer count. Those of the address go on, since others share it.
    async fn forget_failures(&self, keys: &[(Of, String)]) -> Result<(), Unavailable> {
        for (of, key) in keys {
            if *of == Of::Account && self.failures(key).await? != Failures::default() {
                let change = RecordChange {
                    table: Table::Throttle,
                    key: key.clone(),
                    value: None,
                };
                self.journal().put_records(vec![change]).await?;
            }
        }
        Ok(())
    }
}

/// Whose failures a try counts among: the account's from this address, and the address's own.
fn throttle_keys(name: &str, client: Client) -> Vec<(Of, String)> {
    let address = client
        .address
        .map(|address| address.to_string())
        .unwrap_or_default();
    let name = name.trim().to_lowercase();
    vec![
        (
            Of::Account,
            format!("account:{}", hash_of(&format!("{name}\n{address}"))),
        ),
        (Of::Address, format!("address:{}", hash_of(&address))),
    ]
}

fn caller(session: &Session, client: Client, language: Language) -> Caller {
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

fn from_sessions(error: SessionsError) -> Unavailable {
    match error {
        SessionsError::Read(error) => error.into(),
        SessionsError::Write(error) => error.into(),
    }
}
