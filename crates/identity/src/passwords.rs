//! Setting and changing passwords, and proving that one is there by one's own.

use crate::accounts::{Accounts, busy, from_sessions};
use crate::password::{PasswordRule, judge};
use crate::tries::keys_of_password;
use domain::UserId;
use domain::organization::access_event::{Access, PasswordChanged};
use jiff::{SignedDuration, Timestamp};
use journal::{RecordChange, Table};
use service::{Caller, Unavailable};
use zeroize::Zeroizing;

/// How fresh a session must be for changing how one signs in, where there is no password to ask for.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

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

/// Why somebody may not change how they sign in.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// The password is wrong.
    #[error("the password is wrong")]
    WrongPassword,
    /// There is no password to ask for, and the session began too long ago: sign in again first.
    #[error("to be signed in again first")]
    NotFresh,
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

impl Accounts {
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
        let name = self.sign_in_name(caller.user);
        let keys = keys_of_password(&name, caller.client);
        let _turn = self.turn(&keys).await;
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

    /// Has somebody prove that they are there who want to change how they sign in: by their password, or, where they have none, by having
    /// signed in just now. A screen that was left open must not be enough.
    pub(crate) async fn confirm(
        &self,
        caller: &Caller,
        token: &str,
        password: Zeroizing<String>,
    ) -> Result<(), ConfirmError> {
        let now = Timestamp::now();
        let Some(hash) = self.password_hash(caller.user).await? else {
            let session = self.sessions.find(token, now).await;
            let session = session.map_err(Unavailable::from)?;
            let is_fresh = session.is_some_and(|s| now.duration_since(s.began) < FRESH);
            return if is_fresh {
                Ok(())
            } else {
                Err(ConfirmError::NotFresh)
            };
        };
        let keys = keys_of_password(&self.sign_in_name(caller.user), caller.client);
        let _turn = self.turn(&keys).await;
        if let Some(retry_after) = self.wait(&keys, now).await? {
            return Err(ConfirmError::Throttled { retry_after });
        }
        let is_right = self.hasher.is_right(password, Some(hash)).await;
        if is_right.map_err(busy)? {
            self.forget_failures(&keys).await?;
            return Ok(());
        }
        self.note_failure(&keys, now).await?;
        Err(ConfirmError::WrongPassword)
    }

    pub(crate) async fn password_hash(&self, user: UserId) -> Result<Option<String>, Unavailable> {
        let record = self
            .journal()
            .get_record(Table::PasswordHash, &user.to_string())
            .await?;
        Ok(record.and_then(|bytes| String::from_utf8(bytes).ok()))
    }
}
