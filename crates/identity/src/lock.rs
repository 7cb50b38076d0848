//! The screen lock: a session that does nothing until its person is back at it.

use crate::accounts::{Accounts, busy, caller, from_sessions};
use crate::ceremony::Ceremony;
use crate::passkeys::{PasskeyError, PasskeyRequest};
use crate::passwords::ConfirmError;
use crate::pin::{self, PinRule, WRONG_PINS_AT_MOST};
use crate::sessions::Session;
use domain::UserId;
use domain::organization::access_event::{
    Access, PinRemoved, PinSet, SessionLocked, SessionUnlockFailed, SessionUnlocked, UnlockMethod,
};
use jiff::{SignedDuration, Timestamp};
use journal::{Client, RecordChange, Table};
use serde_json::Value;
use service::{Caller, Unavailable};
use zeroize::Zeroizing;

/// How long the server waits beyond the policy's minutes before it locks a session itself: the interface says once a minute at most that
/// somebody does something, and covers the screen by its own clock.
const GRACE: SignedDuration = SignedDuration::from_secs(75);

/// A session, locked or not, and whose it is.
pub struct Held {
    /// Its person, as every use case is told.
    pub caller: Caller,
    /// It does nothing until it is unlocked.
    pub locked: bool,
}

/// Why a token lets nobody do anything.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// It is of no session, or of one that is over, or the account is closed.
    #[error("nobody is signed in")]
    NoSession,
    /// The session is locked.
    #[error("the session is locked")]
    Locked,
    /// The storage cannot be read.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Why a session was not unlocked.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The PIN or the passkey is wrong.
    #[error("the PIN or the passkey is wrong: {left} tries are left")]
    Wrong {
        /// How often a PIN may be tried yet.
        left: u8,
    },
    /// It was tried too often: the session is over.
    #[error("the session is over")]
    Over,
    /// Its person has no PIN.
    #[error("there is no PIN")]
    NoPin,
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Why a PIN was not set.
#[derive(Debug, thiserror::Error)]
pub enum PinError {
    /// They did not prove that they are there.
    #[error(transparent)]
    NotConfirmed(#[from] ConfirmError),
    /// The PIN is not accepted.
    #[error("the PIN is not accepted: {0:?}")]
    Refused(PinRule),
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Accounts {
    /// The caller that a token stands for, where its session is good and not locked, and its account open.
    ///
    /// # Errors
    /// See [`NotSignedIn`].
    pub async fn authenticate(&self, token: &str, client: Client) -> Result<Caller, NotSignedIn> {
        let held = self.hold(token, client).await?;
        if held.locked {
            return Err(NotSignedIn::Locked);
        }
        Ok(held.caller)
    }

    /// Whose session a token stands for, locked or not. One in which nobody did anything for as long as the policy allows is locked by it.
    ///
    /// # Errors
    /// See [`NotSignedIn`].
    pub async fn hold(&self, token: &str, client: Client) -> Result<Held, NotSignedIn> {
        let now = Timestamp::now();
        let session = self.sessions.find(token, now).await;
        let session = session
            .map_err(Unavailable::from)?
            .ok_or(NotSignedIn::NoSession)?;
        let organization = self.service.organization();
        let account = organization
            .users
            .get(&session.user)
            .filter(|account| !account.disabled)
            .ok_or(NotSignedIn::NoSession)?;
        let caller = caller(&session, client, account.language);
        let mut locked = session.locked;
        if !locked && self.is_idle(&session, now) {
            locked = true;
            // The session counts as locked here and now, whatever the store says; the next request tries again to keep it so.
            if let Err(error) = self.lock_session(&caller, token, true).await {
                tracing::warn!(%error, "a session that nobody used could not be kept as locked");
            }
        }
        Ok(Held { caller, locked })
    }

    /// Minutes without anybody's doing after which somebody's screen is covered; none where the policy asks for no lock.
    pub fn idle_lock_minutes(&self, user: UserId) -> Option<u16> {
        let organization = self.service.organization();
        organization.effective_policy(user).rules.idle_lock_minutes
    }

    fn is_idle(&self, session: &Session, now: Timestamp) -> bool {
        let minutes = self
            .idle_lock_minutes(session.user)
            .filter(|_| session.has_screen());
        minutes.is_some_and(|minutes| {
            let allowed = SignedDuration::from_mins(i64::from(minutes)) + GRACE;
            now.duration_since(session.active) >= allowed
        })
    }

    /// Locks the caller's session, with its live connections: their person says so.
    ///
    /// # Errors
    /// The storage refuses. The session is locked all the same until the server starts anew.
    pub async fn lock(&self, caller: &Caller, token: &str) -> Result<(), Unavailable> {
        self.lock_session(caller, token, false).await
    }

    async fn lock_session(
        &self,
        caller: &Caller,
        token: &str,
        idle: bool,
    ) -> Result<(), Unavailable> {
        let locked = self
            .sessions
            .change(token, |session| {
                !std::mem::replace(&mut session.locked, true)
            })
            .await;
        self.service
            .hang_up(caller.user, Some(caller.session.clone()))
            .await;
        // Locked before: it was journalled then.
        if locked.map_err(from_sessions)? == Some(true) {
            let user = caller.user;
            let locked = Access::SessionLocked(SessionLocked { user, idle });
            self.service.record_access(caller, &locked).await?;
        }
        Ok(())
    }

    /// Somebody did something in the session: the time after which it is locked begins anew.
    ///
    /// # Errors
    /// The storage refuses; the time begins anew all the same.
    pub async fn note_activity(&self, token: &str) -> Result<(), Unavailable> {
        let now = Timestamp::now();
        let noted = self
            .sessions
            .change(token, |session| session.active = now)
            .await;
        noted.map(drop).map_err(from_sessions)
    }

    /// Unlocks the caller's session by their PIN. The fifth wrong one in a row ends the session.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub async fn unlock_by_pin(
        &self,
        caller: &Caller,
        token: &str,
        pin: Zeroizing<String>,
    ) -> Result<(), UnlockError> {
        let hash = self.pin_hash(caller.user).await?;
        let hash = hash.ok_or(UnlockError::NoPin)?;
        let _turn = self.turns.wait(&format!("unlock {}", caller.session)).await;
        // Counted before it is judged: a crash in between gives nobody a try more.
        let wrong = self
            .sessions
            .change(token, |session| {
                session.wrong_pins = session.wrong_pins.saturating_add(1);
                session.wrong_pins
            })
            .await;
        let wrong = wrong.map_err(from_sessions)?.ok_or(UnlockError::Over)?;
        let is_right = self.hasher.is_right(pin, Some(hash)).await;
        if is_right.map_err(busy)? {
            return self.unlocked(caller, token, UnlockMethod::Pin).await;
        }
        let ended = wrong >= WRONG_PINS_AT_MOST;
        if ended {
            self.sessions.end(token).await.map_err(Unavailable::from)?;
            self.service
                .hang_up(caller.user, Some(caller.session.clone()))
                .await;
        }
        self.unlock_failed(caller, ended).await?;
        if ended {
            return Err(UnlockError::Over);
        }
        Err(UnlockError::Wrong {
            left: WRONG_PINS_AT_MOST - wrong,
        })
    }

    /// Begins to unlock the caller's session by a passkey.
    ///
    /// # Errors
    /// See [`PasskeyError`].
    pub async fn begin_unlock(&self, caller: &Caller) -> Result<PasskeyRequest, PasskeyError> {
        let (options, state) = self.ask_passkeys_of(caller.user).await?;
        let begun = Ceremony::Unlock {
            user: caller.user,
            session: caller.session.clone(),
            state,
        };
        let token = self.ceremonies.begin(begun, Timestamp::now());
        Ok(PasskeyRequest {
            token: token.map_err(busy)?,
            options,
        })
    }

    /// Unlocks the caller's session by what their passkey answered.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub async fn unlock_by_passkey(
        &self,
        caller: &Caller,
        token: &str,
        challenge: &str,
        answer: Value,
    ) -> Result<(), UnlockError> {
        let begun = self.ceremonies.take(challenge, Timestamp::now());
        let is_right = match begun {
            Some(Ceremony::Unlock {
                user,
                session,
                state,
            }) if user == caller.user && session == caller.session => {
                self.is_passkey_of(user, answer, &state).await?
            }
            _ => false,
        };
        if is_right {
            return self.unlocked(caller, token, UnlockMethod::Passkey).await;
        }
        self.unlock_failed(caller, false).await?;
        Err(UnlockError::Wrong {
            left: WRONG_PINS_AT_MOST,
        })
    }

    /// Journalled before the session does anything again.
    async fn unlocked(
        &self,
        caller: &Caller,
        token: &str,
        by: UnlockMethod,
    ) -> Result<(), UnlockError> {
        let user = caller.user;
        let unlocked = Access::SessionUnlocked(SessionUnlocked { user, by });
        self.service.record_access(caller, &unlocked).await?;
        let now = Timestamp::now();
        let changed = self
            .sessions
            .change(token, |session| {
                session.locked = false;
                session.wrong_pins = 0;
                session.active = now;
            })
            .await;
        changed.map_err(from_sessions)?.ok_or(UnlockError::Over)
    }

    async fn unlock_failed(&self, caller: &Caller, ended: bool) -> Result<(), Unavailable> {
        let user = caller.user;
        let failed = Access::SessionUnlockFailed(SessionUnlockFailed { user, ended });
        self.service.record_access(caller, &failed).await
    }

    /// Sets the PIN that unlocks the caller's sessions.
    ///
    /// # Errors
    /// See [`PinError`].
    pub async fn set_pin(
        &self,
        caller: &Caller,
        token: &str,
        password: Zeroizing<String>,
        pin: Zeroizing<String>,
    ) -> Result<(), PinError> {
        pin::judge(&pin).map_err(PinError::Refused)?;
        self.confirm(caller, token, password).await?;
        let user = caller.user;
        let hash = Zeroizing::new(self.hasher.hash(pin).await.map_err(busy)?);
        // A million PINs are soon tried: the hash alone must not be enough to try them on.
        let sealed = self
            .service
            .sealer()
            .seal(&sealed_as(user), hash.as_bytes());
        let change = change_of_pin(user, Some(sealed.map_err(busy)?));
        self.journal()
            .put_records(vec![change])
            .await
            .map_err(Unavailable::from)?;
        let set = Access::PinSet(PinSet { user });
        Ok(self.service.record_access(caller, &set).await?)
    }

    /// Removes the caller's PIN.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn remove_pin(&self, caller: &Caller) -> Result<(), Unavailable> {
        let user = caller.user;
        self.journal()
            .put_records(vec![change_of_pin(user, None)])
            .await?;
        let removed = Access::PinRemoved(PinRemoved { user });
        self.service.record_access(caller, &removed).await
    }

    /// Whether somebody has a PIN; what seals it is not asked for.
    pub(crate) async fn has_pin(&self, user: UserId) -> Result<bool, Unavailable> {
        let record = self.journal().get_record(Table::Pin, &user.to_string());
        Ok(record.await?.is_some())
    }

    async fn pin_hash(&self, user: UserId) -> Result<Option<String>, Unavailable> {
        let record = self.journal().get_record(Table::Pin, &user.to_string());
        let Some(sealed) = record.await? else {
            return Ok(None);
        };
        let hash = self.service.sealer().open(&sealed_as(user), &sealed);
        let hash = hash.map_err(busy)?;
        String::from_utf8(hash.to_vec()).map(Some).map_err(busy)
    }
}

/// What sets or removes somebody's PIN.
pub(crate) fn change_of_pin(user: UserId, value: Option<Vec<u8>>) -> RecordChange {
    RecordChange {
        table: Table::Pin,
        key: user.to_string(),
        value,
    }
}

fn sealed_as(user: UserId) -> String {
    format!("pin/{user}")
}
